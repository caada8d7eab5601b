-- The one who would attack warns those who would be hit.
local util = require "util"
local words = require "words"

local warn = hilal.verb({ "حذّر", "نبّه" }, { "perfect", "imperfect", "participle" })
local warning = hilal.noun({ "تحذير" }, { "تحذيرات" })
local come_under = hilal.verb({ "تعرّض", "قوبل", "أصبح", "عنى=عناية" }, "imperfect")
local blow = words.act + words.attack_masdar + hilal.word { "رد", "نار", "رصاص", "إطلاق", "هدفا" }
local consequence = hilal.word { "مغبة", "عواقب", "عاقبة", "أي", "رد" }
local hostile = hilal.gap(0, 3) * (words.act + words.fight_masdar + words.respond_masdar
  + hilal.noun { "اقتراب", "عبور", "دخول", "تدخل", "اعتداء", "خرق", "محاولة", "مساس", "تسلل" })
local own_force = words.force_imperfect

return hilal.rule {
  id = "attack-warning",
  title = "Warns of an attack of its own",
  severity = "high",
  codes = { cameo = "138", plover = "THREATEN" },
  provides = "threats",
  fields = { "actor", "target", "place", "time", "cue" },
  match = (warn + warning):as "cue" * hilal.gap(0, 14)
    * (own_force:as "strike" + come_under:as "under" * hilal.gap(0, 4) * blow + consequence:as "any" * hostile),
  check = function(sentence, m)
    local cue = m.cue
    if util.is_denied(cue) or util.has_article(cue) or sentence:has(words.peaceful) then
      return nil
    end
    local actor = sentence:subject_of(cue)
    if not util.is_armed(sentence, actor) then
      return nil
    end
    local verb = m.strike or m.under
    if verb and not util.is_future(sentence, verb) then
      return nil
    end
    return util.finding(sentence, cue, nil, 0.7)
  end,
}

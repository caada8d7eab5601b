-- The one who would attack warns those who would be hit.
local util = require "util"
local words = require "words"

local warn = hilal.verb({ "حذّر", "نبّه", "أنذر" })
local warning = hilal.noun({ "تحذير" }, { "تحذيرات" })
local own_force = words.force_imperfect
local strike = words.hard_force + words.respond_masdar
local that = hilal.word { "أن", "أنه", "أنها", "أنهم", "بأن", "بأنه", "بأنها" }
local will_be = hilal.verb({ "تعرّض", "قوبل", "أصبح", "كان=كون", "عنى=عناية" }, "imperfect")

return hilal.rule {
  id = "attack-warning",
  title = "Warns of an attack of its own",
  severity = "high",
  codes = { cameo = "138", plover = "THREATEN" },
  provides = "threats",
  fields = { "actor", "target", "place", "time", "cue" },
  match = (warn + warning):as "cue" * hilal.gap(0, 16) * (own_force + strike):as "force",
  check = function(sentence, m)
    if util.is_denied(m.cue) or sentence:has(words.peaceful) then
      return nil
    end
    local actor = sentence:subject_of(m.cue)
    if not util.is_armed(sentence, actor) then
      return nil
    end
    if util.within(sentence, m.force, own_force) and not util.is_future(sentence, m.force) then
      return nil
    end
    return util.finding(sentence, m.cue, nil, 0.7)
  end,
}

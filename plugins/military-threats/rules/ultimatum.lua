-- A term set, with force to follow.
local util = require "util"
local words = require "words"

local give = hilal.verb({ "أمهل", "أنذر", "خيّر" })
local warning = hilal.noun({ "إنذار", "مهلة" }, { "إنذارات" })
local last = hilal.phrase { "إنذار أخير", "إنذارا أخيرا", "الإنذار الأخير", "آخر فرصة", "الفرصة الأخيرة", "فرصة أخيرة" }
local or_else = hilal.word { "وإلا", "إلا" }
local unless = hilal.phrase { "ما لم", "إن لم", "إذا لم" }
local surrender = hilal.verb({ "استسلم", "انسحب", "سلّم", "غادر", "أخلى", "ألقى" })
local military = words.armed + words.military + words.hard_force + words.military_word
local force = words.force + words.force_imperfect + hilal.verb({ "اقتحم", "قصف=قصف", "هاجم", "دكّ=دك" }, "perfect")

local function rule(match, check)
  return hilal.rule {
    id = "ultimatum",
    title = "Sets a term with force to follow",
    severity = "high",
    codes = { cameo = "139", plover = "THREATEN" },
    provides = "threats",
    fields = { "actor", "target", "place", "time", "cue" },
    match = match,
    check = check,
  }
end

return rule(
  (give:as "cue") + (warning:as "cue") + (last:as "cue")
    + unless:as "cue" * hilal.gap(0, 14) * words.force_imperfect:as "strike",
  function(sentence, m)
    if util.is_denied(m.cue) or sentence:has(words.peaceful) or not sentence:has(military) then
      return nil
    end
    if m.strike and not util.is_future(sentence, m.strike) then
      return nil
    end
    if sentence:has(surrender) or sentence:has(or_else) or util.behind(sentence, m.cue, force) then
      return util.finding(sentence, m.cue, nil, 0.8)
    end
    return nil
  end
)

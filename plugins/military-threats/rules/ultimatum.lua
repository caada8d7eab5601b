-- A term set, with force to follow.
local util = require "util"
local words = require "words"

local give = hilal.verb({ "أمهل" }) + hilal.verb({ "أنذر" }, { "perfect", "participle" })
local choose = hilal.verb({ "خيّر" }, { "perfect", "imperfect" })
local term = hilal.noun({ "إنذار", "مهلة" }, { "إنذارات" })
local last = hilal.phrase { "إنذار أخير", "إنذارا أخيرا", "الإنذار الأخير", "آخر فرصة", "الفرصة الأخيرة", "فرصة أخيرة" }
local unless = hilal.phrase { "ما لم", "إن لم", "إذا لم" }
local ultimatum = hilal.word { "وإلا" }
local yield = hilal.verb({ "استسلم", "انسحب", "سلّم", "غادر", "أخلى", "ألقى", "أفرج", "خرج=خروج", "رحل=رحيل" })
local struck = hilal.verb({ "اقتحم", "قصف=قصف", "هاجم", "دكّ=دك", "ضرب=ضرب", "أحرق" }, { "perfect", "imperfect" })
local force = words.hard_force + words.kill_masdar + words.fight_masdar + struck
local harm = hilal.noun { "هدف", "قصف", "هجوم" } + struck
local choice = hilal.gap(0, 5) * hilal.word "بين" * hilal.gap(0, 6)
  * hilal.word { "موت", "استسلام", "سلاح", "قتل", "حرب", "مواجهة", "رحيل" }
local early_warning = hilal.phrase { "الإنذار المبكر", "إنذار مبكر", "إنذار كاذب", "صفارات الإنذار", "أجهزة الإنذار", "سابق إنذار" }

local function set(sentence, cue)
  local actor = sentence:subject_of(cue)
  local target = sentence:target_of(cue)
  if not util.is_armed(sentence, actor) and not util.is_armed(sentence, target) then
    return nil
  end
  local rest = sentence:after(cue)
  if rest and (rest:has(yield) or rest:has(force)) then
    return util.finding(sentence, cue, nil, 0.8)
  end
  return nil
end

return hilal.rule {
  id = "ultimatum",
  title = "Sets a term with force to follow",
  severity = "high",
  codes = { cameo = "139", plover = "THREATEN" },
  provides = "threats",
  fields = { "actor", "target", "place", "time", "cue" },
  match = last:as "set"
    + (give + term):as "set"
    + choose:as "choice" * choice
    + unless:as "unless" * hilal.gap(0, 14) * words.force_imperfect:as "strike"
    + yield * hilal.gap(0, 12) * ultimatum:as "else" * hilal.gap(0, 6) * harm,
  check = function(sentence, m)
    local cue = m.set or m.choice or m.unless or m["else"]
    if util.is_denied(cue) or sentence:has(words.peaceful) or sentence:has(early_warning) then
      return nil
    end
    if m.set then
      return set(sentence, cue)
    end
    if m.strike and not util.is_future(sentence, m.strike) then
      return nil
    end
    return util.finding(sentence, cue, nil, 0.7)
  end,
}

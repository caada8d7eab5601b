-- Future force promised: to answer, to crush, to go on fighting.
local util = require "util"
local words = require "words"

local vow = hilal.verb(hilal.lexicon "vow_verbs", { "perfect", "imperfect" })
  + hilal.verb({ "تعهّد", "توعّد" }, "participle") + hilal.verb({ "وعد=وعد" }, "perfect")
local respond = hilal.verb({ "ردّ=رد", "انتقم", "ثأر=ثأر" }, "imperfect")
local strike = hilal.verb(hilal.lexicon("force_verbs", { kind = "attack" }), "imperfect")
  + hilal.verb(hilal.lexicon("force_verbs", { kind = "fight" }), "imperfect")
  + hilal.verb(hilal.lexicon("force_verbs", { kind = "kill" }), "imperfect")
local hostile = words.force_noun + words.force_phrase
  + hilal.noun({ "خرق", "خروقات", "انتهاك", "تجاوز", "استفزاز", "محاولة", "تسلل", "تحرك", "عدوان", "اعتداء" }, { "خروقات" })
local idle = hilal.phrase {
  "مكتوف الأيدي", "مكتوفة الأيدي", "مكتوفي الأيدي", "مكتوف اليدين", "مكتوفة اليدين", "مكتوفي اليدين",
  "موقف المتفرج",
}
local stand = hilal.word { "لن", "لا", "لم" } * hilal.gap(0, 2) * hilal.verb({ "وقف=وقوف", "ظلّ", "بقي=بقاء" }, "imperfect")
local price = hilal.verb({ "دفع=دفع" }, "imperfect") * hilal.gap(0, 3) * hilal.word { "ثمن", "الثمن", "ثمنا" }
local right = hilal.verb({ "احتفظ" }) * hilal.word { "حق", "الحق" } * hilal.gap(0, 2) * hilal.word { "رد", "الرد" }
local campaign = hilal.word {
  "العمليات", "العملية", "عمليات", "عملية", "حملتها", "حملته", "حملاتها", "عملياتنا", "عملياتها", "عملياته", "الحملة", "حملة", "حملتنا", "الحرب", "حربنا", "المعركة",
  "الغارات", "الضربات", "القصف", "القتال", "الجهاد", "المقاومة", "معركتنا",
}
local go_on = hilal.verb({ "استمرّ", "تواصل", "بقي=بقاء" }, "imperfect")
local going_on = hilal.word { "مستمرة", "مستمر", "متواصلة", "متواصل", "مستمرون", "مستمرين", "ماضون", "ماضية", "ماضي" }
local no_stop = hilal.word { "لن" } * hilal.verb({ "توقّف", "انتهى" }, "imperfect")
local until_end = hilal.phrase {
  "حتى", "ما دام", "مادام", "ما دامت", "مادامت", "طالما", "إلى أن", "إلى حين", "بلا هوادة", "دون هوادة", "دون توقف", "قبل",
  "دون تمييز",
}
local keep = hilal.word { "استمرار", "مواصلة", "مستمر", "مستمرون", "مستمرة", "سيواصل", "ستواصل", "سنواصل", "سيستمر", "ستستمر", "سنستمر" }
local fight = words.fight_masdar + hilal.word { "قتال", "محاربة", "مكافحة", "الحرب", "القتال", "ضرب", "استهداف", "قصف" }

local intensify = hilal.word { "تكثيف", "تصعيد", "توسيع", "مواصلة", "استمرار" } * campaign
local struggle = campaign + fight + idle + price + right
local any_force = hilal.gap(0, 8) * (words.force + intensify):as "force"
local hostile_near = hilal.gap(0, 5) * hostile
local forceful = hilal.gap(0, 3) * hilal.word { "النار", "الرصاص", "السلاح", "عسكريا", "الصواريخ", "المدافع" }
local harsh = hilal.gap(0, 3)
  * hilal.word { "بقوة", "القوة", "بحزم", "بقسوة", "قاس", "قاسيا", "مزلزل", "مزلزلا", "ساحق", "ساحقا", "حازم" }
local military = words.armed + words.military + words.force_phrase + words.military_word + words.hard_force

local function rule(match, judge)
  return hilal.rule {
    id = "vow",
    title = "Vows to use or go on using armed force",
    severity = "high",
    codes = { cameo = "138", plover = "THREATEN" },
    provides = "threats",
    fields = { "actor", "target", "place", "time", "cue" },
    match = match,
    check = judge,
  }
end

-- Promises, with force behind them.
local function promised(sentence, m)
  local found = util.behind(sentence, m.vow, any_force)
  if util.is_denied(m.vow) or not found or not util.same_clause(sentence, m.vow, found.force) then
    return nil
  end
  if sentence:has(words.peaceful) or util.has_before(sentence:after(m.vow), found.force, words.refraining) then
    return nil
  end
  local actor = sentence:subject_of(m.vow)
  local target = sentence:target_of(found.force)
  local hard = util.within(sentence, found.force, words.hard_force) or util.within(sentence, found.force, intensify)
  if not hard and not util.is_armed(sentence, target) and not util.is_armed(sentence, actor) then
    return nil
  end
  return util.finding(sentence, m.vow, found.force, 0.8)
end

local function answered(sentence, m)
  if util.is_denied(m.respond) or not util.is_future(sentence, m.respond) or sentence:has(words.peaceful) then
    return nil
  end
  local armed = util.is_armed(sentence, sentence:subject_of(m.respond))
  if
    util.behind(sentence, m.respond, hostile_near)
    or util.behind(sentence, m.respond, forceful)
    or armed and util.behind(sentence, m.respond, harsh)
  then
    return util.finding(sentence, m.respond, nil, 0.8)
  end
  return nil
end

local function striking(sentence, m)
  if util.is_denied(m.strike) or not util.is_future(sentence, m.strike) or sentence:has(words.peaceful) then
    return nil
  end
  local actor = sentence:subject_of(m.strike)
  local target = sentence:target_of(m.strike)
  if util.is_armed(sentence, target) or util.is_armed(sentence, actor) then
    return util.finding(sentence, m.strike, nil, 0.7)
  end
  return nil
end

local function continued(sentence, m)
  if sentence:has(words.peaceful) or not sentence:has(military) or not sentence:has(struggle) then
    return nil
  end
  return util.finding(sentence, m.cue, nil, 0.7)
end

local unstopped = campaign * hilal.gap(0, 14) * (go_on + going_on + no_stop):as "cue" * hilal.gap(0, 12) * until_end
  + (go_on + going_on):as "cue" * hilal.gap(0, 1) * until_end
  + no_stop:as "cue" * hilal.gap(0, 2) * campaign * hilal.gap(0, 8) * until_end
  + go_on:as "cue" * hilal.gap(0, 1) * campaign * hilal.gap(0, 12) * until_end
local kept = keep:as "cue" * hilal.gap(0, 2) * (campaign + fight):as "what" * hilal.gap(0, 4) * words.armed
  + words.armed * hilal.gap(0, 2) * keep:as "cue" * hilal.gap(0, 1) * fight

return rule(
  (vow:as "vow") + (respond:as "respond") + (strike:as "strike") + unstopped + kept
    + ((stand * hilal.gap(0, 1) * idle):as "cue") + (price:as "cue") + (right:as "cue"),
  function(sentence, m)
    if m.vow then
      return promised(sentence, m)
    end
    if m.respond then
      return answered(sentence, m)
    end
    if m.strike then
      return striking(sentence, m)
    end
    return continued(sentence, m)
  end
)

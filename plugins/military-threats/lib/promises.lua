-- Promises of force: a verb or noun of promising, with what is promised behind it.
local parties = require "parties"
local util = require "util"
local words = require "words"

local future, military, armed_context = words.future, words.warlike, words.armed_context
local price, chase = hilal.word { "ثمن", "ثمنا" }, words.chase_masdar
local pledge_noun = hilal.noun({ "تعهد" }, { "تعهدات" })
local vow = hilal.verb(hilal.lexicon "vow_verbs", { "perfect", "imperfect" })
  + hilal.verb({ "تعهّد" }, "participle") + pledge_noun
  + (hilal.verb({ "وعد=وعد" }, "perfect") - hilal.word "عدن")
  + hilal.word { "واعدا" }
local strike = hilal.verb({ "قضى=قضاء" }, "imperfect") * hilal.word "على"
for _, kind in ipairs { "attack", "fight", "kill", "free" } do
  strike = strike + hilal.verb(hilal.lexicon("force_verbs", { kind = kind }), "imperfect")
end
local hard_promise = words.hard_force + words.intensified
local bound_until = hilal.gap(0, 6) * hilal.word { "ألا", "بألا" } * hilal.gap(0, 6) * hilal.word { "إلا", "قبل", "حتى" } * hilal.gap(0, 1)
  * (words.free_masdar + words.fight_masdar + words.attack_masdar + words.respond_masdar + words.force_imperfect
    + hilal.word { "طرد", "القضاء" }):as "force"
local ending = hilal.word { "إنهاء", "محو", "اجتثاث", "دخول" } + chase
local made_to_pay = hilal.gap(0, 6) * hilal.verb({ "دفع=دفع" }, "imperfect") * hilal.gap(0, 1) * price
local ills = hilal.gap(0, 1) * hilal.lexicon "social_ills"
local promised_force = hilal.gap(0, 12) * (words.force + words.free_masdar + words.intensified):as "force"
local promised_chase = hilal.gap(0, 5) * ending:as "force" * hilal.gap(0, 1) * words.armed
-- «تعهد باستخدام كل ما يجلب الموت», «أقسم أن الشتاء سيكون جحيما على الأعداء»
local all_means = hilal.gap(0, 2) * hilal.word { "استخدام", "استعمال", "إنزال", "إلحاق" } * hilal.gap(0, 7)
  * hilal.word { "الموت", "الدمار", "الخراب", "الرعب" }
  + hilal.gap(0, 2) * hilal.word { "أن", "بأن" } * hilal.gap(0, 4) * future { "كان=كون", "أصبح", "جعل=جعل", "حوّل" } * hilal.gap(0, 4)
    * hilal.word { "وبال", "وبالا", "جحيم", "جحيما", "نار", "نارا", "دمار", "دمارا", "نكال", "كابوس", "كابوسا", "مقبرة" }
local armed_behind = hilal.gap(0, 3) * words.armed
-- «استعادة كل شبر من البلاد»
local land = hilal.gap(0, 1) * hilal.word { "كل", "كامل", "جميع", "كافة", "بقية", "باقي", "آخر" } * hilal.gap(0, 1)
  * hilal.word { "شبر", "الأراضي", "أراضي", "المناطق", "المدن", "المحافظات", "البلاد", "التراب", "بقعة", "قرية", "مدينة" }
local armed_next = hilal.gap(0, 1) * words.armed:as "who"
local measures = hilal.gap(0, 2) * hilal.word { "إجراء", "إجراءات", "خطوات", "تدابير" } * hilal.gap(0, 4)
  * hilal.word { "ضد", "بحق" } * hilal.gap(0, 2) * words.armed:as "who"
local combat = hilal.gap(0, 2) * (hilal.word { "مكافحة", "محاربة", "مواجهة", "التصدي", "دحر" }
  + hilal.phrase { "الوقوف في وجه", "الوقوف بوجه", "الوقوف ضد", "الصمود في وجه", "الصمود بوجه" }) * hilal.gap(0, 2) * words.armed:as "who"
local promised_blow = hilal.gap(0, 8) * hilal.word { "أن", "بأن", "بأنه", "بأنها", "أنه", "أنها" } * hilal.gap(0, 3) * strike:as "force"
-- A pledge that is asked for, made a condition or laid before somebody to sign.
local demanded = hilal.verb({ "اشترط", "ألزم", "انتزع" }) + hilal.verb({ "طلب=طلب", "طالب" }, { "perfect", "imperfect", "noun" })
  + hilal.word { "توقيع", "شرط", "مطلوب", "مقابل", "الحصول" } - hilal.word "طالبان"
local demand_reach = 30

-- The force behind a cue that is promised, with ب or على: «باستخدام القوة لطرد المسلحين» promises force, no more.
local function with(sentence, cue, pattern)
  local found = util.next(sentence, cue, pattern)
  local onto = found and util.letter_before(sentence, found.force) == ""
    and string.find(util.between(sentence, cue, found.force), "على $") ~= nil
  return found and (onto or util.is_with(sentence, cue, found.force)) and found or nil
end

-- Promises, with force behind them.
local function promised(sentence, cue)
  if util.within(sentence, cue, pledge_noun) and util.has_close_before(sentence, cue, demanded, demand_reach) then
    return nil
  end
  local found = util.next(sentence, cue, promised_blow)
  if found and util.same_clause(sentence, cue, found.force) then
    local armed = util.is_armed(sentence, sentence:subject_of(cue)) or util.is_armed(sentence, sentence:target_of(found.force))
      or util.next(sentence, found.force, armed_behind)
    return armed and not util.is_denied(sentence, found.force) and parties.finding(sentence, cue, found.force, 0.8) or nil
  end
  found = util.next(sentence, cue, measures)
  if found then
    return parties.finding(sentence, cue, nil, 0.6, { target = parties.at(sentence, found.who) })
  end
  found = util.next(sentence, cue, combat)
  if found then
    return parties.finding(sentence, cue, nil, 0.7, { target = parties.at(sentence, found.who) })
  end
  found = util.next(sentence, cue, all_means)
  if found and (util.is_armed(sentence, sentence:subject_of(cue)) or sentence:has(words.armed)) then
    return parties.finding(sentence, cue, nil, 0.7, { objectless = true })
  end
  -- «تعهد بأن يجعل المتمردين يدفعون ثمن جرائمهم»
  found = sentence:has(military) and util.next(sentence, cue, made_to_pay)
  if found then
    return parties.finding(sentence, cue, nil, 0.7, { objectless = true })
  end
  found = (sentence:has(military) or sentence:has(words.wartime)) and util.next(sentence, cue, bound_until)
  if found then
    return parties.finding(sentence, cue, found.force, 0.7)
  end
  found = with(sentence, cue, promised_chase) or with(sentence, cue, promised_force)
  if not found then
    return nil
  end
  local between = util.between(sentence, cue, found.force)
  if string.find(between, "، و", 1, true) or util.has_before(sentence:after(cue), found.force, words.refraining) then
    return nil
  end
  if util.next(sentence, found.force, ills) then
    return nil
  end
  -- «واعدا بالقضاء على طوابير الانتظار»
  if util.begins(found.force.text, "القضاء") and not sentence:has(words.at_war) and not sentence:has(words.power) then
    return nil
  end
  local actor = sentence:subject_of(cue)
  local target = sentence:target_of(found.force)
  local hard = util.within(sentence, found.force, hard_promise)
  local on_foe = util.next(sentence, found.force, armed_next)
  -- «وعد بتحرير المدينة»
  local place = util.within(sentence, found.force, words.free_masdar) and target and target.type and target.type ~= "PER"
  local retaken = util.within(sentence, found.force, words.free_masdar) and util.is_power(sentence, actor) and sentence:has(armed_context)
  local all_land = util.next(sentence, found.force, land)
  if hard or on_foe or place or retaken or all_land or util.is_armed(sentence, target) or util.is_armed(sentence, actor) then
    return parties.finding(sentence, cue, found.force, 0.8,
      { target = on_foe and not target and parties.at(sentence, on_foe.who) or nil })
  end
  return nil
end

-- Bound to it: «الحكومة ملتزمة بإلحاق هزيمة بالمتمردين», «ملتزمون بالعمل معا من أجل تدمير التنظيم».
local bound = hilal.word { "ملتزم", "ملتزما", "ملتزمة", "ملتزمون", "ملتزمين", "التزامه", "التزامها", "التزامنا", "التزامهم" }
  + words.pairs({ "التزام" }, { "بلاده", "بلادها", "بلادنا", "حكومته", "حكومتها", "الحكومة", "الجيش" })
local undoing = words.fight_masdar + hilal.verb({ "دمّر", "أباد", "صفّى" }, "noun")
  + hilal.word { "القضاء", "إلحاق", "تفكيك", "إنهاء" } * hilal.word { "على", "هزيمة", "الهزيمة", "وجود" } ^ -1
local foe = words.armed + hilal.word { "الخلافة", "المتشددين", "المتطرفين" }
local commitment = bound:as "committed" * hilal.gap(0, 8) * undoing:as "force" * hilal.gap(0, 2) * foe

local function committed(sentence, cue, m)
  local between = util.between(sentence, cue, m.force)
  local by = util.is_with(sentence, cue, m.force) or string.find(between, "أجل", 1, true)
  local meant = by and util.same_clause(sentence, cue, m.force) and not util.has_before(sentence:after(cue), m.force, words.refraining)
  return meant and parties.finding(sentence, cue, m.force, 0.7, { actor = cue.source }) or nil
end

return { vow = vow, promised = promised, commitment = { commitment, committed } }

-- What a foe is told will come to it: no safe place, numbered days, a grave, a hand that reaches it, a dear price.
local declaration = require "declaration"
local doubts = require "doubts"
local parties = require "parties"
local util = require "util"
local words = require "words"

local future = words.future
-- Who is meant: a body named, or them.
local foe = words.armed + hilal.word { "العدو", "المعتدين", "الغزاة", "الخونة", "القتلة", "المجرمين", "الطغاة" }
-- Numbered days: أيام المتمردين باتت معدودة.
local days = hilal.word { "أيام", "ساعات" } * hilal.gap(0, 5) * hilal.word { "معدودة", "معدودات" }:as "days"
-- «أيام النظام معدودة»
local reign = hilal.word "أيام" * hilal.gap(0, 1) * (hilal.entity "GPE" + hilal.word { "النظام", "نظام", "حكم" }) * hilal.gap(0, 2)
  * hilal.word { "معدودة", "معدودات" }:as "unsafe"
-- No safety: لن يكونوا في مأمن من صواريخنا، لا مكان آمنا للغزاة.
local unsafe = hilal.word { "لن", "ليس", "ليست", "ليسوا", "لا", "لم", "يعد", "تعد" } * hilal.gap(0, 4)
    * hilal.word { "مأمن", "منأى", "حصانة", "أمان", "الأمان", "آمنا", "آمنة", "ملاذ", "ملاذا", "ملجأ" }:as "unsafe" * hilal.gap(0, 2)
    * hilal.word { "من", "عن", "ل", "إذا", "ما", "لهم", "لكم", "لأحد", "بعد", "بيننا" }
-- No peace: لن ينام المستوطنون آمنين.
unsafe = unsafe + (hilal.word "لن" * hilal.verb({ "نام=نوم", "عاش=عيش", "هنأ=هناء", "نعم=نعيم", "ذاق=ذوق", "عرف=معرفة", "رأى=رؤية" },
  "imperfect")):as "unsafe" * hilal.gap(0, 4)
  * hilal.word { "آمنا", "آمنين", "آمنون", "أمان", "الراحة", "راحة", "النوم", "الأمن", "أمن", "الأمان", "سلام", "الهدوء", "هدوءا" }
-- A dear price: سيكلفهم غاليا، سيدفعون ثمن ذلك.
local cost = future({ "كلّف" }, "cost") * hilal.gap(0, 4)
  * hilal.word { "غاليا", "الكثير", "ثمنا", "باهظا", "أرواحهم", "حياتهم", "حياته", "كثيرا" }
-- Punishment promised: تعهد بأن ينال القتلة عقابهم.
local punished = hilal.verb({ "تعهّد", "أقسم", "توعّد", "أكّد", "وعد=وعد" }, { "perfect", "imperfect" }):as "punished" * hilal.gap(0, 5)
  * hilal.verb({ "نال=نيل", "لقي=لقاء", "دفع=دفع", "تلقّى", "ذاق=ذوق", "لاقى" }, { "imperfect", "future" }) * hilal.gap(0, 3)
  * hilal.word { "عقاب", "عقابا", "جزاء", "قصاص", "ثمن", "مصير", "حتف", "ويلات", "حساب" }
-- What they will see: سيرون منا ما لم يروه، سيذوقون نار جنودنا.
local trap = hilal.word { "قنبلة", "كمينا", "كمين", "لغما", "لغم", "رصاصة", "مقاتلا" }
local taste = future({ "ذاق=ذوق", "تذوّق", "تجرّع" }, "taste") * hilal.gap(0, 2)
    * hilal.word { "نار", "موت", "بأس", "ويل", "ويلات", "مرارة", "عذاب", "هزيمة", "كأس", "مر", "طعم" }
  + future({ "رأى=رؤية", "شهد=شهود" }, "taste") * hilal.gap(0, 1) * hilal.word "ما" * hilal.word "لم"
  + future({ "وجد=وجود" }, "taste") * hilal.gap(0, 7) * trap
  + future({ "وجد=وجود", "رأى=رؤية", "شهد=شهود" }, "taste") * hilal.gap(0, 4)
    * hilal.word { "جحيم", "جحيما", "موت", "نارا", "جهنم", "قبورهم", "مقبرة", "ويلا", "بأسنا", "حتفهم" }
-- What they will be dealt: سيواجهون ضربات أشد.
local dealt = future({ "واجه", "تلقّى", "لقي=لقاء" }, "dealt") * hilal.gap(0, 2)
  * (words.act + words.harsh_answer + hilal.word { "ضربات", "نيران", "قصف", "جحيم" })
-- The hand that is cut off: سنقطع كل يد تمتد إلينا.
local cut = future({ "قطع=قطع", "بتر=بتر", "كسر=كسر" }, "cut") * hilal.gap(0, 1)
  * hilal.word { "يد", "أيدي", "أيديهم", "ذراع", "رأس", "رؤوس", "دابر" }
cut = cut + hilal.word { "اليد", "يد", "الأيدي", "ذراع", "أذرع", "رأس", "رؤوس" } * hilal.gap(0, 5)
  * (future { "قطع=قطع", "بتر=بتر", "كسر=كسر" }):as "cut"
-- What waits for them: الجحيم ينتظرهم، أيام سوداء تنتظر الغزاة.
local dire = hilal.word { "جحيم", "موت", "نار", "مفاجآت", "رد", "مصير", "نهاية", "هزيمة", "أيام", "ليال", "صيف", "شتاء", "قبور", "عقاب",
  "حساب", "معركة", "ضربات", "سيوف" }
local awaited = dire * hilal.gap(0, 3) * hilal.verb({ "انتظر" }, "imperfect"):as "awaited"
  + hilal.verb({ "انتظر" }, "imperfect"):as "awaited" * hilal.gap(0, 2)
    * hilal.word { "جحيم", "موت", "مصير", "هزيمة", "قبور", "عقاب", "توابيت", "نعوش", "جثث" }
-- The grave: ستكون أرضنا مقبرة للغزاة، سيعودون في توابيت.
local grave = (future { "كان=كون", "أصبح", "صار=صيرورة", "غدا=غدو", "عاد=عودة", "رجع=رجوع", "خرج=خروج" }):as "grave" * hilal.gap(0, 4)
  * hilal.word { "مقبرة", "مقابر", "قبرا", "قبورا", "توابيت", "نعوش", "نعش", "تابوت", "كفن", "أكفان", "جثثا", "أشلاء", "أكياس", "محرقة" }
local aimed = hilal.word { "موجه", "موجها", "موجهة", "مصوبة", "مصوبا", "مشرعة", "مشرعا" }
local pointed = hilal.gap(0, 1) * aimed
-- The hand that reaches: يد الجيش ستطال، صواريخنا تصل إلى.
local arm = hilal.word { "يد", "يده", "يدنا", "أيدينا", "ذراع", "أذرع", "نيران", "صواريخ", "ضربات", "طائرات", "مدافع", "رجالنا",
  "سيوفنا", "رصاص" }
local strike_far = { "طال=طول", "وصل=وصول", "لاحق", "بلغ=بلوغ", "أدرك", "أصاب", "سبق=سبق" }
local reaching = hilal.verb(strike_far, "imperfect")
local reach = arm * hilal.gap(0, 2) * future(strike_far, "reach")
  + hilal.word { "صواريخ", "نيران" } * hilal.gap(0, 1) * hilal.verb(strike_far, "imperfect"):as "reach" * hilal.word "إلى"
  + hilal.word { "سلاح", "أسلحة", "بنادق", "صواريخ", "مدافع" } * hilal.gap(0, 2) * (future { "كان=كون", "بقي=بقاء", "ظلّ" }):as "reach"
    * hilal.gap(0, 1) * aimed
  + hilal.word { "صواريخ", "طائرات", "مدافع" } * hilal.gap(0, 2) * hilal.word { "قادرة", "قادر" }:as "reach" * hilal.word "على"
    * hilal.word { "الوصول", "بلوغ", "إصابة", "ضرب" }
-- The blade at the throat: سيوفنا ستصل إلى رقابكم.
local blade = hilal.word { "سيوفنا", "سكاكيننا", "بنادقنا", "رصاصنا", "صواريخنا", "خناجرنا", "مدافعنا" } * hilal.gap(0, 1)
  * (hilal.verb(strike_far, "imperfect") ^ -1 * hilal.word { "إلى", "على", "فوق", "في" } ^ -1
    * hilal.word { "رقابكم", "رقابهم", "أعناقكم", "أعناقهم", "صدوركم", "صدورهم", "رؤوسكم", "رؤوسهم", "نحوركم", "بيوتكم" }):as "blade"
-- What becomes of it: المعتدون سيهلكون، من يدخل الوادي لن يعود حيا.
local perish = { "احترق", "غرق=غرق", "هلك=هلاك", "اندحر", "انكسر", "انهزم", "مات=موت" }
local fate = (foe + hilal.word "من") * hilal.gap(0, 6) * (future(perish, "fate") + future({ "فوجئ", "فاجأ", "اندثر", "انهار" }, "fate")
    + (hilal.word "لن" * hilal.verb({ "عاد=عودة", "رجع=رجوع", "خرج=خروج", "نجا=نجاة", "سلم=سلامة" }, "imperfect")):as "fate"
      * hilal.gap(0, 2) * hilal.word { "حيا", "أحياء", "حية", "سالما", "سالمين", "سالمة" })
  + future(perish, "fate") * hilal.word "كل" * hilal.word "من"
-- Fair game: المعسكرات أهداف مشروعة لنا.
local fair_game = (hilal.phrase { "هدف مشروع", "أهداف مشروعة", "هدفا لنا", "هدفا لقواتنا", "هدفا لنيراننا", "هدفا لصواريخنا", "أهدافا لنا",
  "هدف لنا", "أهدافا لها", "هدفا لها" }
  + hilal.word { "هدف", "هدفا", "أهداف", "أهدافا" } * hilal.lexicon "followers"):as "game"
-- In range: المطار بات تحت مرمى مدافعه.
local in_range = hilal.word { "مرمى", "مدى" }:as "reach" * hilal.word { "صواريخ", "نيران", "مدافع", "مدفعية", "راجمات", "طائرات" }
-- The reckoning: الحساب آت.
local reckoning = hilal.word { "دورهم", "دوركم", "الحساب", "حسابهم", "حسابكم", "القصاص", "العقاب", "الثأر", "ثأرنا", "انتقامنا" }
  * hilal.gap(0, 1) * hilal.word { "آت", "قادم", "قريب", "عسير", "عسيرا", "شديد", "لا" }:as "reckoning"
reckoning = reckoning + hilal.word { "حسابها", "حسابه", "حسابهم", "حسابكم", "الحساب", "حسابنا" } * hilal.gap(0, 2)
  * hilal.word { "عسير", "عسيرا", "شديدا" }:as "reckoning"
-- The tongue of arms: سنخاطبهم بلغة السلاح، لا حل معهم إلا البندقية.
local tongue = hilal.word "لغة":as "tongue" * hilal.gap(0, 1)
    * hilal.word { "السلاح", "القوة", "النار", "الرصاص", "البنادق", "الدم", "الحديد" }
  + (hilal.word { "حل", "الحل", "علاج", "دواء" }):as "tongue" * hilal.gap(0, 4)
    * hilal.word { "البندقية", "السلاح", "بالسلاح", "السيف", "الرصاص", "الرصاصة", "النار", "الحديد", "القوة" }

-- «السلاح سيقول كلمته»
tongue = tongue + hilal.word { "السلاح", "الأسلحة", "البنادق", "المدافع", "الصواريخ", "الرصاص" } * hilal.gap(0, 1)
  * (future { "تكلّم", "تحدّث", "نطق=نطق", "قال", "عاد=عودة" }):as "tongue"
local formulas = hilal.lexicon "threat_formulas"
-- Who is threatened in so many words is the business of another rule.
local threatened = hilal.verb(hilal.lexicon "threaten_verbs")
local denied_option = hilal.word { "ليس", "ليست", "رفض", "ضد", "بعيدا" }

local offence = words.hostile + hilal.noun { "مساس", "استهداف", "عبور", "اقتراب", "تدخل=تدخلات" }
  + hilal.phrase { "خط أحمر", "خطا أحمر", "خطوط حمراء", "الخط الأحمر", "الخطوط الحمراء" }

local condition = words.condition + hilal.word "وإلا"
local named_foe = foe:as "who"

-- Who is meant: a foe named before the cue or behind it, never the one who speaks nor the hand that reaches.
local function meant(sentence, cue, speaker)
  local rest = sentence:before(cue)
  if rest and speaker and rest:within(speaker) then
    rest = rest:after(speaker)
  end
  local found = rest and not util.within(sentence, cue, reaching) and rest:find(named_foe)
  rest = sentence:after(cue)
  found = found or rest and rest:find(named_foe)
  local party = found and parties.at(sentence, found.who)
  local own = party and (speaker and util.overlap(party, speaker) or util.ends(party.text, "ه", "ها", "نا"))
  return not own and party or nil
end

-- Said to a foe by whoever fights it.
local function told(sentence, cue)
  local may = sentence:has(words.wartime) or sentence:has(words.at_war) and parties.spoken_by_power(sentence, cue)
  if not may or not util.is_announced(sentence, cue) then
    return nil
  end
  local speaker = parties.teller(sentence, cue)
  return parties.finding(sentence, cue, nil, 0.6, {
    actor = speaker,
    target = meant(sentence, cue, speaker),
    passive = true,
    objectless = true,
  })
end

-- Said where war is spoken of by one who commands arms.
local function told_by_arms(sentence, cue)
  return (sentence.field == "title" or parties.spoken_by_power(sentence, cue)) and told(sentence, cue) or nil
end

local ways = {
  days = function(sentence, cue)
    return sentence:has(foe) and told(sentence, cue) or nil
  end,
  unsafe = told_by_arms,
  -- «استهداف السفارة خط أحمر وتجاوزه سيكلف ثمنا باهظا»: an offence is named.
  cost = function(sentence, cue)
    return told(sentence, cue) or sentence:has(offence) and parties.spoken_by_power(sentence, cue) and util.is_announced(sentence, cue)
      and parties.finding(sentence, cue, nil, 0.6, { actor = parties.teller(sentence, cue), passive = true, objectless = true }) or nil
  end,
  punished = function(sentence, cue)
    local speaker = sentence:subject_of(cue)
    return sentence:has(words.at_war) and parties.finding(sentence, cue, nil, 0.6, {
      actor = speaker,
      target = meant(sentence, cue, speaker),
      objectless = true,
    }) or nil
  end,
  taste = told,
  dealt = function(sentence, cue)
    return util.is_armed(sentence, sentence:subject_of(cue)) and told_by_arms(sentence, cue) or nil
  end,
  -- What the set phrases of vows say is theirs.
  cut = function(sentence, cue)
    return not sentence:has(formulas) and told_by_arms(sentence, cue) or nil
  end,
  awaited = told,
  -- «غادروا وإلا عدتم في توابيت»: where the one who says so has arms or a state, no war need be told of.
  grave = function(sentence, cue)
    local or_else = sentence:has(condition) and parties.spoken_by_power(sentence, cue) and util.is_announced(sentence, cue)
    return told(sentence, cue) or or_else and parties.finding(sentence, cue, nil, 0.6, {
      actor = parties.teller(sentence, cue),
      target = meant(sentence, cue, nil),
      passive = true,
      objectless = true,
    }) or nil
  end,
  -- What stays pointed is one's own; what reaches somewhere may be told of another.
  reach = function(sentence, cue)
    if sentence:has(formulas) then
      return nil
    end
    return util.next(sentence, cue, pointed) and told(sentence, cue) or told_by_arms(sentence, cue)
  end,
  blade = told,
  fate = told_by_arms,
  game = told,
  reckoning = told,
  tongue = function(sentence, cue)
    return not util.has_before(sentence, cue, denied_option) and told_by_arms(sentence, cue) or nil
  end,
}
local denial_is_meant = { unsafe = true, tongue = true }

return declaration.rule {
  id = "doom",
  title = "Tells a foe what will come to it",
  severity = "high",
  match = days + reign + unsafe + cost + punished + taste + dealt + cut + awaited + grave + fate + blade + reach + in_range
    + fair_game + reckoning + tongue,
  check = doubts.without({ "history", "fiction", "cyber", "comment", "guess", "private", "wanted" }, function(sentence, m)
    for name, decide in pairs(ways) do
      if m[name] then
        local free = not sentence:has(words.peaceful) and not util.has_before(sentence, m[name], threatened)
        return free and util.decide(decide, sentence, m[name], m, denial_is_meant[name]) or nil
      end
    end
    return nil
  end),
}

-- What awaits whoever attacks or resists: an answer, a price, no mercy, no choice.
local declaration = require "declaration"
local doubts = require "doubts"
local menace = require "menace"
local orders = require "orders"
local parties = require "parties"
local util = require "util"
local words = require "words"

local future = words.future

-- What is done to us: أي اعتداء، أدنى تحرك.
local soft_attack = hilal.noun { "مساس", "استهداف", "اختراق=اختراقات", "تعد=تعديات", "حماقة", "مغامرة", "تصعيد" }
local attack = words.act + soft_attack + hilal.noun { "اعتداء=اعتداءات", "تسلل", "توغل", "خرق=خروقات" }
local offence = words.hostile + soft_attack + hilal.noun { "عبث", "رصاصة", "قذيفة", "طلقة",
  "اقتراب", "خطأ=أخطاء", "تدخل=تدخلات", "عرقلة", "دخول", "عبور" }
local any_offence = hilal.word { "أي", "أية", "كل", "أدنى" } * hilal.gap(0, 1) * offence
local any_attack = hilal.word { "أي", "أية", "كل", "أدنى" } * hilal.gap(0, 1) * attack
local intruder = words.intruder:as "who"
local machine = hilal.noun { "طائرة", "سفينة=سفن", "زورق=زوارق", "رتل=أرتال", "دبابة", "مسيرة", "بارجة=بوارج", "مروحية", "غواصة" }
local fire = hilal.word { "النار", "نار", "نيران", "الرصاص" }
-- What is done to it: ستسقط، ستطلق عليها النار، سيتم تدميرها.
local shot_down = future({ "أغرق", "أسقط", "استهدف", "قصف=قصف", "دمّر", "ضرب=ضرب", "قتل=قتل", "أحرق", "هاجم",
    "أباد", "فجّر", "اعترض" }, "cue")
  + future({ "تعامل" }, "cue") * hilal.word { "مع" } + future({ "أطلق", "فتح=فتح" }, "cue") * hilal.gap(0, 2) * fire
  + future({ "تمّ", "جرى=جري" }, "cue") * hilal.gap(0, 1) * (words.attack_masdar + words.kill_masdar + hilal.word "التعامل")
  + future({ "كان=كون", "أصبح" }, "cue") * hilal.gap(0, 1) * hilal.word { "هدفا", "عرضة" }
  + future({ "عامل", "عومل", "اعتبر", "عدّ=عد" }, "cue") * hilal.gap(0, 1)
    * hilal.word { "كهدف", "هدفا", "كأهداف", "أهدافا", "كعدو", "معادية", "معاديا" }
-- «ستعتبر كل سفينة تقترب هدفا لها»
local counted_foe = future({ "اعتبر", "عدّ=عد", "عامل" }, "cue") * hilal.gap(0, 1) * intruder * hilal.gap(0, 6)
  * hilal.word { "هدفا", "كهدف", "أهدافا", "معادية", "معاديا" }
local shooting = hilal.word { "استهداف", "إغراق", "إسقاط", "تدمير", "قصف" }:as "cue"
-- Who does it: كل من، أي جهة.
local whoever = hilal.word { "كل", "أي", "لكل", "لأي" }
  * (hilal.word { "من" } + hilal.noun { "جهة", "طرف=أطراف", "قوة=قوى", "شخص=أشخاص", "مسلح", "معتد", "طائرة", "سفينة=سفن", "زورق=زوارق",
    "قارب=قوارب" })
  + hilal.word { "من" } * hilal.verb({ "اقترب", "اعتدى", "فكّر", "حاول", "هاجم", "تجرّأ", "تعاون", "خالف", "ساعد", "دخل=دخول", "مدّ=مد",
    "حمل=حمل", "رفع=رفع", "مسّ=مس", "هدّد" },
    "imperfect")

local met = future({ "فجّر", "قابل", "واجه", "جابه", "أدّى", "لقي=لقاء", "جلب=جلب", "فتح=فتح", "أشعل", "استدعى", "استوجب", "لاقى", "جرّ=جر",
  "استتبع", "قوبل", "جوبه", "ووجه" }, "cue")
  + hilal.verb({ "واجه", "قابل", "جابه" }, "imperfect"):as "cue"
-- What is done to us, without «أي»: only what answers it tells that it is no report.
local bare_offence = hilal.word { "تكرار", "استهداف", "اغتيال", "تجاوز", "المساس", "مساس", "دخول", "قتل", "استمرار" } * hilal.gap(0, 8)
  * (future({ "قابل", "واجه", "جابه", "لقي=لقاء", "لاقى", "قوبل", "جوبه", "ووجه" }, "cue"))
-- What it will count as: سيعد عملا حربيا.
local war_act = future({ "عدّ=عد", "اعتبر", "كان=كون" }, "cue") * hilal.gap(0, 2)
  * hilal.phrase { "عملا حربيا", "عمل حربي", "إعلان حرب", "إعلانا للحرب", "بمثابة إعلان", "عملا عدائيا", "عدوانا مباشرا" }
-- «دخول أي جندي الى الجزر اعلان حرب»: an act that counts as war, where arms are told of.
local as_war = (hilal.verb({ "عدّ=عد", "اعتبر" }, { "perfect", "imperfect" }) - hilal.word { "عدن" }):as "cue" * hilal.gap(0, 10)
  * hilal.phrase { "إعلان حرب", "إعلانا للحرب", "عملا حربيا", "عملا عدائيا" } * -hilal.word { "على", "ضد" }
-- What it makes of cities: سيجعل مدنهم ترابا.
local laid_waste = future({ "جعل=جعل", "حوّل", "أحال", "تحوّل", "انقلب" }, "cue") * hilal.gap(0, 6)
  * hilal.word { "تراب", "ترابا", "رماد", "رمادا", "جحيم", "جحيما", "أهدافا", "مقبرة", "ركام", "ركاما", "سوداء", "كارثة",
    "كابوس", "كابوسا", "وبالا", "خراب", "خرابا", "تتمنى",
    "يتمنون", "يندمون", "تندم", "يندم" }
local harsh = hilal.word {
  "حزم", "حسم", "القوة", "قوة", "قسوة", "نار", "نارا", "حربا", "جحيما", "رصاص", "جحيم", "جهنم", "حرب", "صدام", "مثل", "ضرب", "يد",
    "تصعيد", "المثل", "قذيفة", "قذائف", "صاروخ", "صواريخ",
} + hilal.word { "رد", "ردا", "ردنا", "ردود", "المنطقة" } + hilal.phrase { "بما يستحق", "بما يستحقه", "كما يستحق" }
local price = hilal.word { "ثمن", "ثمنا", "الثمن", "جزاءه", "جزاءهم", "جزاء", "عقابا", "عقاب", "عقابه", "حتفه", "حتفهم", "مصيره",
  "مصيرهم", "هدفا", "موت", "ذبح", "عواقب", "العواقب" }
local fate = future({ "دفع=دفع", "لقي=لقاء", "نال=نيل", "تلقّى", "كان=كون", "أصبح", "واجه", "لاقى" }, "cue") * hilal.gap(0, 2) * price
  + future({ "ندم=ندم", "دفن=دفن" }, "cue")
local answer = hilal.word "الرد" + hilal.phrase { "رد قوي", "رد حازم", "رد قاس", "ردا قويا", "ردا حازما" }
local hard_answer = answer:as "cue" * hilal.gap(0, 1) * hilal.word { "قوة", "حزم", "قسوة", "صرامة", "حسم", "شدة" }
  + hilal.phrase({ "الرد" }):as "cue" * hilal.word "على" * hilal.word { "كل", "أي", "أية" }
    * (hilal.word "من" + hilal.gap(0, 1) * offence)
local to_all = hilal.gap(0, 2) * hilal.word "على" * hilal.word { "كل", "أي", "أية" }
local to_attack = hilal.word "على" * hilal.word { "أي", "أية" } * hilal.gap(0, 1) * words.hostile
-- A war that nobody threatens with: «سيؤدي إلى حرب أهلية».
local of_all = hilal.gap(0, 3) * hilal.word { "حرب", "حربا", "حروب" } * hilal.word { "أهلية", "إقليمية", "عالمية", "طائفية" }
local hard_next = hilal.gap(0, 3) * words.harsh_answer
local fiercest = hilal.gap(0, 2) * hilal.word { "أقسى", "أعنف", "أشد" } * hilal.word { "رد", "ردود" }
local pledge = words.stress + hilal.verb({ "توعّد", "وعد=وعد", "أقسم" }, { "perfect", "imperfect" })
  + hilal.word { "ضرورة", "حق", "حقها", "حقه", "حقنا" }

local spare = (hilal.word "لن" * hilal.verb({ "تهاون", "رحم", "تسامح", "تساهل", "صمت=صمت", "سكت=سكوت", "غفر=غفران", "تغاضى", "هادن" },
  "imperfect")):as "cue"
local bloodshed = hilal.word { "مقتل", "قتل", "دماء", "دم", "اغتيال", "جرائم", "مجازر", "استشهاد", "قصف" }
local of_the_dead = hilal.gap(0, 3) * bloodshed
local at_foe = hilal.gap(0, 4) * (words.armed:as "who" + offence + bloodshed + hilal.word { "من", "المعتدين", "الإرهاب" })
-- Whose presence is not borne: لن نسمح ببقاء المسلحين.
local unallowed = (hilal.word "لن" * hilal.verb({ "سمح=سماح", "قبل=قبول" }, "imperfect")):as "cue" * hilal.gap(0, 1)
  * hilal.word { "ببقاء", "بوجود", "باقتراب", "بعبور", "بدخول", "بمرور", "بتقدم", "بتمدد", "باستمرار" } * hilal.gap(0, 1)
  * words.armed:as "who"
-- «لن يسمح الجيش بأي مساس بحدودنا»: of an army that is a threat.
local trespass = hilal.noun { "مساس", "انتهاك=انتهاكات", "عبث", "تهديد", "اعتداء=اعتداءات", "خرق=خروقات", "تجاوز=تجاوزات",
  "اختراق=اختراقات",
  "تعد=تعديات", "استهداف", "تحويل", "سيطرة", "تسلل", "عبور", "اقتراب", "زعزعة", "إقامة" }
local unborne = (hilal.word { "لن" } * hilal.verb({ "سمح=سماح", "قبل=قبول", "تهاون", "تساهل" }, "imperfect")):as "cue" * hilal.gap(0, 5)
  * trespass * -hilal.word { "المال", "القانون" }
local our_land = hilal.gap(0, 9) * hilal.word { "حدود", "حدودها", "حدودنا", "حدوده", "أراضينا", "أراضيها", "أراضيه", "سيادتنا", "سيادتها",
  "أرضنا" }
-- «لن نسمح للميليشيات بالعودة»
unallowed = unallowed + (hilal.word "لن" * hilal.verb({ "سمح=سماح" }, "imperfect")):as "cue" * hilal.gap(0, 1)
  * words.armed:as "who"
  * hilal.gap(0, 2) * hilal.word { "بالسيطرة", "بالتقدم", "بالعودة", "بالبقاء", "بدخول", "بالدخول", "بالعبور", "بالتمدد", "بالاقتراب",
    "بتهديد",
    "بالاعتداء", "بإقامة", "بالتوسع", "بامتلاك", "بفتح", "ببناء", "بنقل", "بإطلاق", "بتحويل", "باستخدام", "بالتمركز", "بالتسلل", "بانتهاك",
      "بالمساس" }
local unpunished = (hilal.word "لن" * hilal.verb({ "مرّ=مرور", "بقي=بقاء", "ظلّ" }, "imperfect") * hilal.gap(0, 4)
  * hilal.word { "دون", "بدون", "بلا" } * hilal.word { "رد", "عقاب", "حساب", "ثمن", "قصاص" }):as "cue"
local unescaped = (hilal.word "لن" * hilal.verb({ "أفلت", "نجا=نجاة", "فرّ=فرار", "هرب=هرب" }, "imperfect")):as "cue" * hilal.gap(0, 5)
  * hilal.word { "عقاب", "العقاب", "القصاص", "قبضتنا", "قبضته", "قبضتها", "أيدينا", "نيراننا", "صواريخنا", "ضرباتنا", "سيوفنا", "مدافعنا",
    "انتقامنا", "نيرانها", "نيرانه" }

local culprits = hilal.word { "قتلة", "القتلة", "منفذي", "مرتكبي", "مدبري", "الجناة", "المعتدين", "المجرمين" }
local called_to_account = (future({ "حاسب", "عاقب", "اقتصّ" }, "cue")
  + future({ "قام=قيام" }, "cue") * hilal.word { "محاسبة", "معاقبة" }) * hilal.gap(0, 2) * (culprits + words.armed):as "who"
-- «جيشه سيعاقب الشمال على أي استفزاز»
local punished = (future({ "حاسب", "عاقب" }, "cue") * hilal.gap(0, 3) * hilal.word "على" * any_offence)

-- Guns that will not fall silent: مدافعنا لن تصمت.
local unsilenced = (words.weapon + hilal.word { "مدافع", "بنادق", "نيران", "صواريخ", "مدفعية", "أسلحة" }) * hilal.gap(0, 2)
  * (hilal.word "لن" * hilal.verb({ "صمت=صمت", "سكت=سكوت", "هدأ=هدوء", "خمد=خمود", "توقّف", "صدئ=صدأ" }, "imperfect")):as "cue"
local no_choice = (hilal.word "لا" * hilal.word { "خيار", "خيارات", "مفر", "سبيل" }
  + hilal.word { "ليس", "يبق", "تبق" } * hilal.gap(0, 2) * hilal.word { "خيار", "خيارات" }
  + hilal.word { "خيارين", "خياران" }):as "cue"
local yielding = hilal.word { "استسلام", "موت", "تسليم", "قتل", "رحيل", "هزيمة" }
local or_else = hilal.gap(0, 6) * (hilal.word { "سوى", "غير", "إلا" } + hilal.gap(0, 1)) * hilal.gap(0, 1) * yielding
-- «لم يبق أمامنا سوى السلاح»
local our_arms = hilal.gap(0, 2) * hilal.word { "أمامنا", "لنا", "لدينا", "أمامي" } * hilal.gap(0, 1) * hilal.word { "سوى", "غير", "إلا" }
  * hilal.gap(0, 1) * hilal.word { "السلاح", "القتال", "الحرب", "القوة", "البندقية", "الحسم", "المواجهة" }
local our_lot = hilal.gap(0, 2) * hilal.word { "أمامنا", "لنا", "لدينا", "أمامي" }

-- The end that is in store for a foe: نهاية التنظيم باتت وشيكة.
local near = hilal.word { "وشيكة", "وشيك", "قريبة", "قريب", "قريبا", "محتومة", "محتوم", "حتمية", "اقتربت", "اقترب", "دنت" }
local doomed = hilal.word { "نهاية", "هزيمة", "سقوط", "دحر", "القصاص" }:as "cue" * hilal.gap(0, 2) * (words.armed + culprits)
  * hilal.gap(0, 3) * near
  + hilal.phrase({ "المصير المحتوم", "مصيرهم المحتوم", "مصيره المحتوم", "مصيرهم الموت", "مصيرهم القتل" }):as "cue"

local surprise = hilal.word { "مفاجآت", "مفاجأة", "المفاجآت", "المفاجأة" }
local surprised = surprise * hilal.gap(0, 3)
    * future({ "قلب=قلب", "غيّر", "برز=بروز", "كان=كون", "ظهر=ظهور", "صدم=صدم", "حدث=حدوث", "أذهل" }, "cue")
  + future({ "حمل=حمل", "شهد=شهود", "كان=كون", "جاء=مجيء" }, "cue") * hilal.gap(0, 3) * surprise
    * (hilal.gap(0, 1) * hilal.word { "مؤلمة", "موجعة", "صاعقة", "قاسية", "غير" } + hilal.gap(0, 1) * words.armed)

-- «أعدت المقاومة مفاجآت لجنود الاحتلال»
surprised = surprised + hilal.verb({ "أعدّ", "جهّز", "خبّأ", "حضّر" }, { "perfect", "imperfect" }):as "cue" * hilal.gap(0, 3) * surprise
  * hilal.gap(0, 3) * words.armed
-- Patience at its end: صبرنا لن يطول، بدأ صبره ينفد.
local patience = hilal.word { "صبرنا", "صبرها", "صبره", "صبرهم", "صبر" }:as "cue" * hilal.gap(0, 9)
  * (hilal.word "لن" * hilal.verb({ "طال=طول", "دام=دوام", "استمرّ" }, "imperfect")
    + hilal.verb({ "نفد=نفاد", "انتهى" }, { "perfect", "imperfect" })
    + hilal.word { "ينفد", "نفد" })
  + hilal.word "نفاد":as "cue" * hilal.word { "صبرنا", "صبرها", "صبره" }
-- Declared fair game: أهدر دمه.
local outlawed = hilal.verb({ "أهدر", "أباح", "نذر=نذر", "أحلّ" }, { "perfect", "imperfect", "noun" }):as "cue" * hilal.gap(0, 3)
  * hilal.word { "دم", "دمه", "دماء", "دمهم", "دماءهم" }
-- A price on a head: «مكافأة لمن يقتل السفير».
local bounty = hilal.word { "مكافأة", "جائزة" }:as "cue" * hilal.gap(0, 4) * hilal.word { "لمن", "من" }
  * hilal.verb(hilal.lexicon("force_verbs", { kind = "kill" }), "imperfect")
local fatwa = hilal.word { "فتوى", "بيانا", "بيان" }
local iron_hand = (hilal.verb({ "ضرب=ضرب" }, { "imperfect", "noun" }) * hilal.gap(0, 2)
  * hilal.phrase { "بيد من حديد", "يد من حديد" }):as "cue"
local wrongdoers = hilal.gap(0, 6) * (words.armed + words.act + hilal.word { "السلاح", "الإرهاب" })
local paying = hilal.verb({ "دفع=دفع" }, "imperfect"):as "cue" * hilal.any():as "who" ^ -1 * hilal.word { "ثمن", "ثمنا", "الثمن" }

local arms = words.warlike + words.at_war

-- The answer to a deed: its actor is the one who announces it.
local function announced(sentence, cue, target)
  return parties.finding(sentence, cue, nil, 0.7, {
    actor = parties.teller(sentence, cue),
    target = target,
    passive = true,
    objectless = true,
  })
end

local function own(sentence, cue, who)
  return parties.finding(sentence, cue, nil, 0.7, { target = who and parties.at(sentence, who) })
end

local function in_arms(sentence, cue)
  return sentence:has(arms) and announced(sentence, cue) or nil
end

-- What comes near is the target, never the one who shoots.
local function shot(sentence, cue, who)
  local actor = sentence:subject_of(cue)
  local by_name = actor and not util.overlap(actor, who) and (util.is_armed(sentence, actor) or util.within(sentence, actor, words.troop))
  return parties.finding(sentence, cue, nil, 0.7, {
    actor = by_name and actor or not util.is_headed(sentence, cue) and parties.teller(sentence, cue) or cue.source,
    target = who,
    passive = true,
    objectless = true,
  })
end

-- Each way to promise reprisal: its pattern under a name, and what decides.
local formulas = hilal.lexicon "threat_formulas"
local courts = hilal.word { "عدالة", "محاكمة", "القضاء", "القانون", "نيابة" }

local ways = {
  intruding = function(sentence, cue, m)
    local warned = sentence:has(machine) and util.is_announced(sentence, cue)
    local may = warned or sentence:has(words.wartime) or parties.spoken_by_power(sentence, cue)
    return may and shot(sentence, cue, parties.at(sentence, m.who) or m.who) or nil
  end,
  dear = function(sentence, cue, m)
    return sentence:has(arms) and announced(sentence, cue, m.who and parties.at(sentence, m.who)) or nil
  end,
  outlawed = function(sentence, cue)
    local actor = sentence:subject_of(cue)
    local by_fatwa = not actor and sentence:has(fatwa) and parties.last_armed(sentence, cue)
    local may = by_fatwa or util.is_armed(sentence, actor) or sentence:has(words.armed) and util.is_power(sentence, actor)
    return may and own(sentence, cue) or nil
  end,
  patience = in_arms,
  bounty = function(sentence, cue)
    return sentence:has(words.armed) and announced(sentence, cue) or nil
  end,
  -- A hard answer in an armed context is a vow's.
  offended = function(sentence, cue)
    if util.next(sentence, cue, of_all) or sentence:has(words.warlike) and util.next(sentence, cue, hard_next) then
      return nil
    end
    return (sentence:has(arms) or util.next(sentence, cue, fiercest) or sentence:has(any_attack)
      and (sentence.field == "title" or parties.spoken_by_power(sentence, cue)))
      and announced(sentence, cue) or nil
  end,
  counted = function(sentence, cue)
    return sentence:has(words.armed_context)
      and (parties.spoken_by_power(sentence, cue) or util.is_power(sentence, sentence:subject_of(cue))) and announced(sentence, cue) or nil
  end,
  whoever = function(sentence, cue)
    return (sentence:has(arms) or parties.spoken_by_power(sentence, cue)) and announced(sentence, cue) or nil
  end,
  answer = function(sentence, cue)
    -- «تعهدت الدولة بالرد على أي هجوم»: where arms are told of, a vow's.
    if sentence:has(words.warlike) and util.next(sentence, cue, to_attack) then
      return nil
    end
    local may = sentence:has(arms) or parties.spoken_by_power(sentence, cue) or util.next(sentence, cue, to_all)
    return may and own(sentence, cue) or nil
  end,
  unsparing = function(sentence, cue, m)
    local actor = sentence:subject_of(cue) or parties.teller(sentence, cue)
    local found = sentence:has(arms) and util.is_power(sentence, actor) and own(sentence, cue, m.who) or nil
    -- «لن تسكت على مقتل جنودها»: the dead are no target.
    if found and not m.who and util.next(sentence, cue, of_the_dead) then
      found.target = nil
    end
    return found
  end,
  unborne = function(sentence, cue)
    local subject = sentence:subject_of(cue)
    local actor = util.is_armed(sentence, subject) and subject or parties.last_armed(sentence, cue) or parties.teller(sentence, cue)
    return util.is_armed(sentence, actor) and util.next(sentence, cue, our_land) and own(sentence, cue) or nil
  end,
  unpunished = function(sentence, cue)
    return not sentence:has(courts) and in_arms(sentence, cue) or nil
  end,
  account = function(sentence, cue, m)
    local armed = util.is_armed(sentence, sentence:subject_of(cue)) or sentence:has(words.armed) and parties.spoken_by_power(sentence, cue)
    return armed and parties.finding(sentence, cue, nil, 0.6, { target = m.who and parties.at(sentence, m.who) }) or nil
  end,
  choice = function(sentence, cue)
    if util.next(sentence, cue, our_arms) then
      return parties.finding(sentence, cue, nil, 0.6, { actor = parties.teller(sentence, cue), objectless = true })
    end
    return not util.next(sentence, cue, our_lot) and in_arms(sentence, cue) or nil
  end,
  doomed = function(sentence, cue)
    return util.is_announced(sentence, cue) and in_arms(sentence, cue) or nil
  end,
  surprise = function(sentence, cue)
    return sentence:has(words.armed) and util.is_announced(sentence, cue) and announced(sentence, cue) or nil
  end,
  iron = function(sentence, cue)
    -- «سيضرب بيد من حديد» is a set phrase of vows.
    return not sentence:has(formulas) and util.next(sentence, cue, wrongdoers) and announced(sentence, cue) or nil
  end,
}
local order = { "intruding", "offended", "counted", "whoever", "answer", "unsparing", "unborne", "unpunished", "account", "choice",
  "doomed",
  "surprise", "iron",
  "dear",
  "patience", "outlawed", "bounty" }
local denial_is_meant = { unsparing = true, unborne = true, unpunished = true, choice = true, doomed = true, patience = true }
-- What police and courts promise, too.
local is_civil = { whoever = true, account = true, iron = true }

return declaration.rule {
  id = "reprisal",
  title = "Promises reprisal",
  severity = "high",
  match = (any_offence * hilal.gap(0, 6) * (laid_waste + war_act)):as "offended"
    + as_war:as "counted"
    + (intruder * hilal.gap(0, 8) * shot_down + shot_down * hilal.gap(0, 3) * intruder + counted_foe):as "intruding"
    + ((any_offence * hilal.gap(0, 10) * met + bare_offence) * hilal.gap(0, 2) * harsh):as "offended"
    + (whoever * hilal.gap(0, 9) * (fate + met * hilal.gap(0, 1) * harsh)):as "whoever"
    + (pledge * hilal.gap(0, 3) * hard_answer):as "answer"
    + (spare * at_foe + unallowed):as "unsparing"
    + unborne:as "unborne" + (unpunished + unescaped + unsilenced):as "unpunished"
    + called_to_account:as "account" + punished:as "account"
    + (no_choice * or_else + hilal.word({ "يبق", "تبق", "ليس" }):as "cue" * our_arms):as "choice"
    + doomed:as "doomed"
    + surprised:as "surprise"
    + patience:as "patience"
    + outlawed:as "outlawed" + bounty:as "bounty"
    + ((words.stress + orders.order) * hilal.gap(0, 9) * shooting * hilal.gap(0, 1) * intruder):as "intruding"
    + iron_hand:as "iron"
    + (hilal.verb({ "أراد" }, "imperfect") * hilal.gap(0, 5) * paying):as "dear",
  check = doubts.without({ "history", "fiction", "cyber", "comment", "guess", "private" }, function(sentence, m)
    local cue = m.cue
    for _, name in ipairs(order) do
      if m[name] then
        if sentence:has(words.peaceful) or is_civil[name] and sentence:has(words.police) then
          return nil
        end
        local found = util.decide(ways[name], sentence, cue, m, denial_is_meant[name])
        return found and not menace.tells(sentence, cue) and found or nil
      end
    end
    return nil
  end),
}

-- The patterns that several rules use, made once.
local words = {}

--- Each of some words with each of others behind it: a phrase is looked for more seldom than its words are.
function words.pairs(firsts, seconds)
  local phrases = {}
  for _, first in ipairs(firsts) do
    for _, second in ipairs(seconds) do
      phrases[#phrases + 1] = first .. " " .. second
    end
  end
  return hilal.phrase(phrases)
end

local force_verbs = hilal.lexicon "force_verbs"
words.attack_masdar = hilal.verb(hilal.lexicon("force_verbs", { kind = "attack" }), "noun")
words.kill_masdar = hilal.verb(hilal.lexicon("force_verbs", { kind = "kill" }), "noun")
words.fight_masdar = hilal.verb(hilal.lexicon("force_verbs", { kind = "fight" }), "noun") + hilal.word "هزيمة"
words.free_masdar = hilal.verb(hilal.lexicon("force_verbs", { kind = "free" }), "noun")
words.respond_masdar = hilal.verb(hilal.lexicon("force_verbs", { kind = "respond" }), "noun") + hilal.word "قصاص"
words.chase_masdar = hilal.verb(hilal.lexicon("force_verbs", { kind = "chase" }), "noun")
--- A deed of arms that takes more than one word: زرع الألغام, نزع سلاح الميليشيات بالقوة.
words.long_deed = require "deeds"
--- Whatever is done to a foe or to take a place, as a verbal noun.
words.other_deed = words.kill_masdar + words.fight_masdar + words.free_masdar + words.chase_masdar
  + words.respond_masdar * hilal.word { "من", "ل" } + hilal.word { "القضاء", "السيطرة", "الاستيلاء", "الثأر" }
words.deed = words.attack_masdar + words.other_deed
words.force_imperfect = hilal.verb(force_verbs, "imperfect")
words.act = hilal.noun(hilal.lexicon("force_nouns", { kind = "act" }))
words.weapon = hilal.noun(hilal.lexicon("force_nouns", { kind = "weapon" }))
words.force_noun = words.act + words.weapon
--- Deeds that nobody but armed bodies does: words around them need not say so.
words.invasion = hilal.verb({ "اجتاح", "غزا=غزو", "قصف=قصف" }, "noun") + hilal.word { "اجتياح", "غزو" }
words.war_machine = hilal.word { "طائرات", "مقاتلات", "بوارج", "بارجة", "دبابات", "مدرعات", "مدفعية", "غواصات", "راجمات" }
--- A border that forces cross, and what for: اجتياز الحدود لملاحقة المتمردين.
local border = hilal.word { "الحدود", "حدود", "حدودها", "خط", "خطوط", "النهر", "السياج" }
words.crossing = hilal.word { "عبور", "اجتياز", "تجاوز", "اختراق" } * hilal.gap(0, 1) * border
words.to_cross = hilal.gap(0, 3) * border
words.incursion = words.crossing * hilal.gap(0, 2) * hilal.lexicon "fighting_aims"
words.blood = hilal.noun(hilal.lexicon("force_nouns", { kind = "blood" }))
words.armed = hilal.lexicon "armed_actors"
words.force_phrase = hilal.lexicon "force_phrases"
words.troop = hilal.lexicon "troops"
words.military = hilal.lexicon "military_people"
words.armed_leader = hilal.lexicon "armed_leaders"
words.civil_leader = hilal.lexicon "civil_leaders"
words.power = hilal.lexicon "powers" + hilal.lexicon "leaders"
words.danger = hilal.lexicon "danger_sources"
words.abstract = hilal.lexicon "abstract_targets"
-- The federal police fights beside the army; the central prison is a place that armies fight for.
words.police = hilal.lexicon "police_words" - hilal.word { "الشرطة" } * hilal.word { "الاتحادية", "العسكرية" }
  - hilal.word "السجن" * hilal.word "المركزي"
-- «في مرمى صواريخنا» is no goal.
local in_range = hilal.word { "مرمى" } * hilal.word { "صواريخ", "نيران", "مدافع", "مدفعية", "راجمات", "طائرات" }
-- «شقيقة الزعيم» speaks for him.
local kin_of_power = hilal.word { "شقيقة", "شقيقه", "زوجها", "زوجته" } * (words.military + words.power)
words.peaceful = (hilal.lexicon "peaceful_contexts" - in_range - kin_of_power - hilal.word "سرطان" * hilal.gap(0, 1) * words.armed)
  + hilal.lexicon "figurative_wars"

words.use_of_force = hilal.word { "استخدام", "استعمال" }
  * (hilal.gap(0, 1) + hilal.word "كل" * hilal.gap(1, 3)) * hilal.word { "قوة", "سلاح" }
words.military_word = hilal.word {
  "العسكري", "العسكرية", "عسكري", "عسكرية", "عسكريا", "المسلحة", "مسلحة", "المسلح", "جندي", "جنود", "الجنود", "قتالية", "القتالية",
    "قتالي", "القتالي",
  "حربية", "الحربية",
}
--- Where war is spoken of: an armed body, an army, our borders.
words.armed_context = words.armed + words.military + words.military_word
words.wartime = words.armed_context + hilal.word { "السلاح", "العدو", "حدودنا", "أرضنا", "أراضينا", "سيادتنا", "الغزاة", "القتلة", "جنود",
  "صواريخ", "الرهينة", "الرهائن", "رقابكم", "رقابهم", "أعناقكم", "أعناقهم", "رؤوسكم", "صدوركم", "سيوفنا", "بنادقنا", "مدافعنا",
  "صواريخنا", "سكاكيننا", "المستوطنين", "المستوطنون", "المحتلين", "محتل", "المحتل" } + words.war_machine
--- Where at least an attack is.
words.at_war = words.wartime + words.act + words.weapon + hilal.word { "قصف", "الهدنة", "الجبهة", "الجبهات" }
--- Verbs that threaten, promise or ready: in the third person their subject is not the one who tells of them.
words.finite = hilal.verb(hilal.lexicon "threaten_verbs", { "perfect", "imperfect" })
  + hilal.verb(hilal.lexicon "vow_verbs", { "perfect", "imperfect" })
  + hilal.verb(hilal.lexicon "readying_verbs", { "perfect", "imperfect" })
  + words.force_imperfect
words.stress = hilal.verb({ "أكّد", "شدّد", "أعلن", "قرّر", "اعتزم", "تعهّد", "جدّد" }, { "perfect", "imperfect", "participle" })

local soon = hilal.word "سوف"

--- A verb in the future, captured by a name, with what follows where that is given: سيرد, سوف يدفع الثمن.
function words.future(verbs, name, rest)
  local function form(of)
    local verb = hilal.verb(verbs, of)
    local full = rest and verb * rest or verb
    return name and full:as(name) or full
  end
  return form "future" + soon * form "imperfect"
end

--- On condition.
words.condition = hilal.word { "إذا", "لو" } + hilal.phrase { "في حال", "في حالة", "ما لم", "إن لم" }
--- Somebody speaks, or a condition is set.
words.spoken = words.stress
  + hilal.verb({ "قال", "صرّح", "أوضح", "أضاف", "ذكر", "هدّد", "توعّد", "حذّر", "أقسم", "كشف=كشف", "أشار", "أفاد", "نقل=نقل",
    "أعرب", "عبّر", "أردف", "لفت=لفت", "بيّن", "نبّه", "أبلغ", "نصح=نصح", "خاطب", "تحدّث", "ردّد", "تابع",
    "هتف=هتاف", "صرخ=صراخ", "صاح=صياح", "أبدى", "أظهر" })
  + hilal.verb({ "طالب", "أمهل", "أنذر", "توعّد", "لوّح" }, { "perfect", "imperfect", "participle" })
  + hilal.word { "إذا", "لو", "بحسب", "حسب", "وفق", "وفقا", "بيان", "منشورات", "رسالة", "هكذا", "وإلا" }
  + hilal.phrase { "في حال", "في حالة", "ما لم", "جاء في", "ورد في" }

--- For an attack to come: «استعدادا لمهاجمة الإقليم».
words.in_readiness = hilal.word { "استعدادا", "تأهبا", "تحضيرا", "تمهيدا" }

--- Promises not to.
words.refraining = hilal.word {
  "عدم", "وقف", "تجنب", "منع", "إنهاء", "توقف", "كف", "امتناع", "تخلي", "حماية", "مساعدة", "ضحايا", "تعويض",
  "إعمار", "تحقيق", "كشف", "إدانة", "نتائج",
}

--- Operations made harder or longer.
words.intensified = hilal.word { "تكثيف", "تصعيد", "توسيع", "مد", "تمديد", "مواصلة", "استمرار", "استئناف" } * hilal.gap(0, 1)
  * hilal.lexicon "campaigns" * -hilal.word { "السياسية", "السلمية", "السلام", "الإنسانية", "الإغاثية" }

words.hard_force = words.attack_masdar + words.force_noun + words.force_phrase + words.long_deed
words.force = words.hard_force + words.kill_masdar + words.fight_masdar + words.respond_masdar + words.blood

--- A campaign, also somebody's: عملياتنا, هجماتهم.
words.campaign = hilal.lexicon "campaigns"
  + hilal.word { "هجمات", "ضربات", "غارات", "عمليات", "عملية", "حملة", "قصف", "قتال", "معركة", "حرب", "هجوم" }

--- What fighters go on with.
words.fighting = words.fight_masdar + hilal.word { "قتال", "محاربة", "ضرب", "استهداف", "قصف", "ملاحقة" }

--- Arms, whoever bears or commands them, and deeds of theirs.
words.warlike = words.armed + words.military + words.force_phrase + words.military_word + words.attack_masdar + words.force_noun

words.harshly = hilal.word {
  "قاس", "قاسيا", "قاسية", "عنيف", "عنيفا", "عنيفة", "حازم", "حازما", "حازمة", "قوية", "مزلزل", "مزلزلا", "موجع", "موجعا", "ساحق",
    "ساحقا", "مدمر", "مدمرا",
}
--- An answer that is hard: أقسى رد، رد مزلزل.
words.harsh_answer = hilal.word { "أقسى", "أعنف", "أشد" } * hilal.word { "رد", "ردود" }
  + hilal.word { "رد", "ردا", "ردنا", "ردود" } * hilal.gap(0, 1) * words.harshly

--- What goes on beside a campaign and is none.
words.no_campaign = hilal.word { "حظر", "تفتيش", "هدنة", "دعم", "مساعدات", "إغاثة", "تدريب", "تنسيق" }

--- What is answered by force: an attack, a breach, an attempt.
words.hostile = words.act + words.attack_masdar
  + words.force_phrase
  + hilal.noun { "خرق=خروقات|خروق", "توغل=توغلات", "انتهاك=انتهاكات", "تجاوز=تجاوزات", "استفزاز=استفزازات", "محاولة", "تسلل", "تحرك=تحركات",
    "اعتداء=اعتداءات", "هجوم=هجمات", "إساءة", "تحرش=تحرشات", "تهديد=تهديدات", "عمل=أعمال" }

local moment = hilal.time() + hilal.word { "الآن", "لحظة", "كتابة", "الظهر", "الساعة", "اليوم", "وقت" }
--- How long a campaign goes on: حتى تطهير الجبل, ما دام هناك تهديد.
words.until_end = hilal.word "حتى" * -moment
  + hilal.phrase { "ما دام", "ما دامت", "إلى أن", "إلى حين" }
  + hilal.word { "مادام", "مادامت", "طالما" }
words.bounded = hilal.gap(0, 3) * words.until_end * hilal.gap(0, 3) * hilal.noun { "تهديد", "خطر" }

--- What comes near and is shot at: أي طائرة مسيرة، كل زورق، أي هدف.
words.intruder = hilal.word { "أي", "أية", "كل" } * hilal.gap(0, 1) * hilal.noun {
  "طائرة", "سفينة=سفن", "زورق=زوارق", "قارب=قوارب", "هدف=أهداف", "جندي=جنود", "رتل=أرتال", "مركبة", "دبابة", "مسيرة", "شخص=أشخاص", "مسلح",
  "آلية", "عنصر=عناصر", "غريب=غرباء", "قوة=قوى", "حشد=حشود", "غاز=غزاة", "بارجة=بوارج", "قافلة=قوافل", "مروحية",
  "صاروخ=صواريخ", "سيارة", "شاحنة", "مركب=مراكب",
}

--- How nobody stays who answers an attack.
words.idle = hilal.phrase {
  "مكتوف الأيدي", "مكتوفة الأيدي", "مكتوفي الأيدي", "مكتوف اليدين", "مكتوفة اليدين", "مكتوفي اليدين", "موقف المتفرج",
  "موقع الدفاع", "موقف الدفاع",
} + hilal.word { "متفرجا", "متفرجة", "متفرجين" }

return words

-- The patterns of assaults, made once.
local words = {}

local gap, word, verb, noun, lexicon = hilal.gap, hilal.word, hilal.verb, hilal.noun, hilal.lexicon
local finite = { "perfect", "imperfect" }

local function deeds(kind)
  return verb(lexicon("deed_verbs", { kind = kind }), "perfect")
end
local function attacks(kind)
  return noun(lexicon("attack_nouns", { kind = kind }))
end
local function light(use)
  return verb(lexicon("light_verbs", { use = use }), finite)
end

--- What the sentence talks about, by kind.
function words.about(kind)
  return lexicon("context", { kind = kind })
end

--- «أعلن مسؤوليته عن التفجير» accuses nobody.
local own = word { "مسؤوليته", "مسؤوليتها", "مسؤوليتهم" }
local in_charge = hilal.phrase { "المسؤولة عن", "المسؤول عن", "مسؤولون عن", "مسؤول عن", "مسؤولا عن" }
words.accuse = words.about "accuse" - own - in_charge
  + in_charge * gap(0, 2) * (noun(lexicon "attack_nouns") + lexicon "attack_phrases" + lexicon "harm_nouns" + lexicon "bombs")
--- A sports ground may be shelled.
words.sport = words.about "sport" - hilal.phrase { "الملعب الرياضي", "ملعب رياضي", "الملعب البلدي", "النادي الرياضي", "ملعب كرة" }
--- Whose mind is ill may use force; that is no accident. Nor is an operation of war that is called a storm: «عاصفة الحزم».
words.nature = words.about "nature" - hilal.phrase { "مرض نفسي", "امراض نفسية", "الامراض النفسية", "المرض النفسي",
  "عاصفة الحزم", "عاصفة الجنوب", "عاصفة الشمال", "العاصفة الحازمة" }
--- «العقد الثالث» is of an age.
words.memory = words.about "memory" - word "العقد"
words.relative = word { "الذي", "التي", "الذين", "اللذين", "اللتين", "ممن" }
--- من is who only right before its verb: «سبعة من حراسه ونهبت» is of his guards.
words.whoever = word { "من" } - word { "منهم", "منها", "منه", "منهما", "منهن" }

--- «الشارع الذي خطف فيه».
words.in_it = word { "فيه", "فيها", "فيهما", "خلاله", "خلالها" }

--- «قطعوا رأس الرهينة».
words.beheaded = hilal.phrase {
  "قطع راس", "قطعوا راس", "قطعت راس", "قطع رؤوس", "قطعوا رؤوس", "قطعت رؤوس", "حز راس", "حزوا رؤوس", "فصل راسه",
  "قطع راسه", "قطعوا راسه", "قطعت راسه", "قطعوا رؤوسهم",
}
--- Deeds of violence, as finite verbs in the perfect.
-- Forms that are mostly something else: «إسلام أباد», «وصفت», «من عنف», «وكالة بترا».
local kills = deeds "kill" - word { "اباد", "صفت", "صفوا", "صفة", "ابدت", "ابدنا" }
-- «استشهدت الصحيفة بخبير», «استشهد بقوله»: to cite somebody is written as to die for something.
local cited = verb({ "استشهد" }, finite) * (gap(0, 1) * lexicon "citers" + gap(0, 6) * lexicon "citations")
words.killed = (kills - cited) + verb({ "لقي=لقاء" }, "perfect") * lexicon "deaths" + words.beheaded
--- «لقي ثلاثة متمردين مصرعهم»: who died stands between the words of dying.
words.met = verb({ "لقي=لقاء" }, "perfect") * gap(1, 7)
words.fate = lexicon "deaths"
--- «قضى في انفجار», «فارق الحياة متأثرا بجروحه», «سقط شهيدا»: dying told in other words.
words.fell_dead = verb({ "سقط=سقوط", "خرّ=خر" }, "perfect") * gap(0, 3) * lexicon "fallen"
words.passed_away = verb({ "قضى=قضاء", "توفّي", "فارق", "لفظ=لفظ" }, "perfect") * gap(0, 8)
  * (word { "متاثرا", "متاثرة", "متاثرين", "نحبه", "نحبها", "نحبهم", "انفاسه", "انفاسها" }
    + word { "في", "اثر", "جراء", "خلال", "بعد" } * gap(0, 1) * (noun(lexicon "attack_nouns") + lexicon "attack_phrases" + lexicon "bombs"))
words.died = words.met * words.fate + words.fell_dead + words.passed_away
--- The noun is as good as the verb: «إصابة ثلاثة».
words.wounded = deeds "wound" - word "بترا" + word "اصابة"
words.hurt = words.killed + words.wounded
-- أسر is also families: taken are those who are counted.
words.seized = deeds "seize" + word "اسروا"
  + word { "اسر", "اسرت", "اسروا", "باسر" } * ((hilal.number() + lexicon "numbers") - word "عدة")
words.abused = deeds "abuse" - word "عنف"
words.takes = (kills - cited) + deeds "seize"
words.struck = deeds "strike"
words.clashed = deeds "clash"
words.assassinated = verb({ "اغتال" }, "perfect")
words.himself = word { "نفسه", "نفسها", "انفسهم", "نفسيهما" }
words.bomb = lexicon "bombs"
words.weapon = lexicon "weapons" + words.bomb
words.destroyed = deeds "destroy" - word "سلبا"
words.happened = verb(lexicon("light_verbs", { use = "happen" }), "perfect")
words.blew_oneself_up = verb({ "فجّر" }, "perfect") * gap(0, 3) * words.himself
  + verb({ "قام=قيام", "أقدم" }, "perfect") * gap(0, 5) * verb({ "فجّر" }, "noun") * words.himself
words.blew_up = verb({ "فجّر" }, "perfect") * gap(0, 2) * (words.weapon + words.himself + lexicon "buildings")
  + verb({ "انفجر" }, "perfect")
--- ضرب is used of much else: somebody is hit, or somebody armed hits.
words.beaten = verb({ "ضرب=ضرب" }, "perfect") * (gap(0, 2) * lexicon "people" + lexicon "armed_actors")
words.abusing = verb({ "عذّب", "نكّل", "اعتدى", "تعدّى", "اغتصب", "عنّف", "صعق=صعق", "أبرح", "صفع=صفع", "ركل=ركل" }, finite)
  - word "عنف" + words.beaten
--- Who is beaten, driven apart, wounded with something: «بالهراوات», «بأعقاب البنادق».
words.instrument = lexicon "instruments"
words.forced = verb({ "ضرب=ضرب", "فرّق", "هاجم", "اعتدى", "تعدّى", "انهال", "طعن=طعن", "رشق=رشق", "ردّ=رد", "قمع=قمع", "عذّب",
  "صعق=صعق", "أصاب", "قتل=قتل", "طارد" }, { "perfect", "noun" }) * gap(0, 8) * words.instrument
-- The wounded are no wounding: «إسعاف جرحى».
words.deed_noun = verb(lexicon "deed_verbs", "noun") - word { "جرحى", "قتلى", "اسرى" } + word "تفجير"
--- «أعلنت كتائب النخيل السبت قصف القاعدة»: who is armed tells of a deed of its own. What police and armies tell of pulling
--- down, burning and raiding is mostly no fight.
local function named(kind)
  return verb(lexicon("deed_verbs", { kind = kind }), "noun")
end
local no_deed = word { "اصابة", "هجوم", "هجوما", "هجومين", "دهم", "مداهمة" }
local shot_down = hilal.any() ^ -1 * lexicon "war_machines"
local told_deed = (named "kill" + named "strike" + named "seize" + verb({ "دمّر", "نسف=نسف", "أسر=أسر" }, "noun")) - no_deed
local no_announcement = word { "ان", "عن", "انها", "انه", "من", "مقتل", "بعد", "وقف", "وقفا", "تعليق", "انهاء", "هدنة" }
local to_deed = (hilal.any() - no_announcement - no_deed) ^ -3
words.announced = verb({ "أعلن", "تبنّى" }, "perfect"):as "did" * lexicon "armed_actors" * to_deed
  * (told_deed:as "cue" + verb({ "أسقط" }, "noun"):as "cue" * shot_down
    + word { "اطلاق", "باطلاق" }:as "cue" * gap(0, 2) * words.weapon)
-- «مسلحون يقتلون شابا»: what a headline tells in the present, its subject first. Of raids (داهم) more is told than force, and
-- the letters of أجهز are those of preparing.
local function present(kind)
  return verb(lexicon("deed_verbs", { kind = kind }), "imperfect")
end
local other_present = verb({ "داهم", "دهم=دهم", "أجهز", "هجم=هجوم" }, "imperfect")
-- «أصيب» is also "I hit", «أعدم» "I put to death".
local perfect = verb(lexicon "deed_verbs", "perfect")
words.hurts = (present "kill" + present "wound") - other_present - perfect
words.hits = (present "strike" + present "destroy") - other_present - perfect
local takes = present "seize" - perfect
local in_present = words.hurts + words.hits
-- What else a country is said to do is mostly said of its words, teams and trade: «تهاجم», «تخطف», «تقتحم».
local of_country = verb({ "قصف=قصف", "دكّ=دك", "أغار", "دمّر", "قتل=قتل", "اغتال", "أعدم" }, "imperfect")
-- Between the two nothing denies the deed or makes it part of something else.
local between = hilal.any() - in_present - takes
  - word { "لن", "لم", "لا", "قد", "سوف", "ان", "التي", "الذي", "الذين", "كان", "كانت", "كانوا", "من", "ما", "عندما", "حين" }
words.headline = (lexicon "armed_actors" + lexicon "gunmen") * between ^ -2
  * (in_present:as "cue" + takes:as "cue" * gap(0, 2) * (lexicon "people" + hilal.number() + lexicon "numbers"))
  + lexicon "countries" * of_country:as "cue"
  + lexicon "people" * between ^ -2 * words.hurts:as "cue" * gap(0, 1) * (lexicon "people" + hilal.number() + lexicon "numbers")
words.deed = words.hurt + words.seized + words.abused + words.struck + words.destroyed + words.blew_up + words.clashed
words.any_deed = verb(lexicon "deed_verbs", finite)

--- «اصطدمت حافلة بشاحنة»: vehicles that crash.
words.crashed = verb({ "اصطدم", "تصادم", "ارتطم", "انقلب", "انحرف", "تدهور", "انزلق", "جنح=جنوح", "تحطّم" },
  { "perfect", "imperfect", "noun" }) * gap(0, 2) * lexicon "vehicles"
--- Attacks as nouns; those with the article are spoken of as known.
words.blast = attacks "blast"
words.clash = attacks "clash"
words.air_strike = lexicon "air_strikes"
words.known_attack = lexicon "definite_attacks"
words.attack = lexicon "attack_phrases" + noun(lexicon "attack_nouns")
words.attack_noun = words.attack + words.air_strike
words.means = words.attack_noun + words.weapon

--- People and what came to them.
words.armed = lexicon "armed_actors"
words.gunmen = lexicon "gunmen"
words.people = lexicon "people"
words.number = hilal.number() + lexicon "numbers"
words.victims = words.people + words.number
--- «انفجار يقتل ثلاثة».
words.attack_kills = (words.attack + words.weapon) * gap(0, 8) * words.hurts * gap(0, 1) * words.victims
words.casualty = noun(lexicon "casualty_nouns")
words.harm = lexicon "harm_nouns"
words.lives = word { "بحياة", "حياة", "ارواح", "بارواح", "بحياته", "بحياتهم", "ضحيته", "ضحيتها" }
words.death = word { "مقتل", "بمقتل", "لمقتل", "مصرع", "استشهاد", "قتل" }
words.injury = word { "اصابة", "باصابة", "جرح", "بجرح", "جروح", "بجروح", "بجراح" }
words.place = hilal.entity "GPE" + hilal.entity "LOC"

words.led_to = light "result"
words.launched = light "launch"
--- «التحالف الذي تقوده الولايات المتحدة» says who a coalition is.
words.led = verb({ "قاد=قيادة" }, finite)
--- «راح ضحيته 21 مصليا», «ذهب ضحية الهجوم».
words.claimed = verb({ "راح", "ذهب=ذهاب" }, "perfect") * gap(0, 2) * word { "ضحيته", "ضحيتها", "ضحية", "ضحايا", "ضحيتهما" }
-- «ألقي القبض على» is an arrest, القوى are powers.
words.fired = (light "fire" - word "القوى") * -word { "القبض", "الضوء", "كلمة", "خطابا", "اسم", "سراح" }
words.fell = light "fall"
words.fell_on = words.fell + word { "سقوط", "بسقوط", "لسقوط" }
words.carried_out = light "act"
--- What was done, as its noun: «قام بخطف», «أقدم على إطلاق النار», «تم تدمير المنزل».
words.done = words.carried_out * gap(0, 6) * (words.deed_noun
    + word { "باطلاق", "اطلاق", "بفتح", "فتح", "بالقاء", "القاء", "برشق", "رشق", "بزرع", "زرع" } * gap(0, 3) * words.weapon)
  + verb({ "أقدم" }, "perfect") * gap(0, 18) * word "على" * words.deed_noun
words.was_done = word { "تم", "تمت", "جرى", "جرت" } * ((told_deed + verb({ "فجّر" }, "noun")) - words.known_attack)
--- Force of a gunman, an army, in more than one word: «فتح النار», «شن هجوما».
words.action = words.deed + words.done + words.was_done + words.fired * gap(0, 8) * words.weapon
  + words.launched * gap(0, 4) * words.attack_noun
--- «هز انفجار وسط المدينة», «اشتباكات دارت»: attacks that took place.
words.befell = words.happened * gap(0, 2) * words.attack + words.attack * (hilal.any() - words.relative) ^ -1 * words.happened
--- What an attack is only meant for: «بهدف اغتياله».
words.meant = word { "بهدف", "بغرض", "بقصد", "بغية", "بنية", "لتنفيذ", "لشن", "لارتكاب" }
  * gap(0, 2) * (words.attack + lexicon "harm_nouns" + verb(lexicon "deed_verbs", "noun"))
--- The noun is as good as the verb: «إثر تعرضهم لإطلاق نار».
words.suffered = light "suffer" + verb(lexicon("light_verbs", { use = "suffer" }), "noun")
--- Attacks that are allowed, made possible or left undone: «السماح بشن غارات», «من دون أن تشن غارات».
words.permitting = word { "السماح", "سمح", "سمحت", "تسمح", "الاذن", "استخدام", "للاستخدام", "بهدف", "امكانية", "خيار", "خيارات", "احتمال" }
words.launching = word { "شن", "تنفيذ", "توجيه" } * gap(0, 1) * (words.attack + words.air_strike)
--- «تلك المناطق»: what was told of before; days are not.
words.this = word { "هذا", "هذه", "تلك" } * (hilal.any() - words.attack
  - word { "الاسبوع", "الشهر", "العام", "السنة", "الصباح", "المساء", "الليلة", "اليوم", "الوقت", "الاثناء", "المرة", "الايام" })
--- «عمليات خطف وقتل», «علاقة بخطف»: a noun, though it is spelled as the verb is.
words.named_deed = (word { "عملية", "عمليات", "حادث", "حادثة", "حوادث", "قضية", "قضايا", "جريمة", "جرائم" }
    * word { "خطف", "قتل", "ذبح", "طعن", "اختطاف", "احتجاز" }
  + word { "علاقة", "على", "عن", "من", "بعد", "في" } * word { "خطف", "اختطاف" }
  + word { "علاقة", "صلة" } * word { "قتل", "مقتل", "اغتيال", "تفجير", "هجوم", "هجمات" }) - gap(1, 1) * words.known_attack
--- Who tells of a death: «أعلن الجيش مقتل …».
words.told = verb({ "أعلن", "أكّد", "كشف=كشف", "أفاد", "أورد", "سجّل", "ذكر=ذكر" }, "perfect")
words.without = word "دون" * word "ان"
words.abuses = lexicon "abuses"
--- What somebody is exposed to, behind ل.
words.against = (words.attack + words.weapon) - words.known_attack
--- What bombs and shells: aircraft, tanks, ships, guns.
words.war_machine = lexicon "war_machines"
words.shelling = word { "قصف", "بقصف", "قصفه", "قصفها", "القصف", "غارات", "غاراته", "غاراتها", "هجماتها", "هجماته" }
words.kept_up = verb({ "جدّد", "واصل", "استأنف", "كثّف", "وسّع" }, "perfect")

--- «قبل عشرين عاما», «منذ نحو ثماني سنوات».
words.years_ago = word { "قبل", "منذ" } * word { "نحو", "حوالي", "اكثر" } ^ -1 * (hilal.number() + lexicon "numbers") ^ -2
  * word { "عاما", "سنة", "سنوات", "اعوام", "عقود", "عامين", "سنتين", "عقدين", "قرن", "عقد", "قرون" }
words.since = word { "بعد", "منذ", "قبل", "عقب", "اعقاب", "قضية", "ملف", "ذكرى", "جريمة", "حول", "بشأن", "وراء", "ضد" }
words.hands = word { "برصاص", "بنيران", "بايدي", "ايدي", "يد" }
--- «تعرض للضرب من قبل الجنود».
words.at_hands = hilal.phrase { "من قبل", "من جانب", "من طرف" }
words.plural_attacks = lexicon "plural_attacks"
--- Who did it and to whom, where both stand in a row behind the verb.
words.row = (words.gunmen ^ 1):as "actor" * ((words.people + words.number) * hilal.any() ^ 0):as "target"
--- Verbs and nouns whose own subject is mostly the victim.
words.suffering = words.hurt + words.seized + words.harm + words.suffered + words.abused

--- Bodies that bear the marks of it: جثث عليها آثار رصاص.
words.bodies = word { "جثة", "جثث", "جثتي", "جثتين", "جثثهم", "جثته", "جثتها", "جثامين" }
words.marks = gap(0, 16)
  * (word { "رصاص", "رصاصات", "طلقات", "تعذيب", "مقطوعة", "مقطوعي", "معصوبة", "معصوبي", "مكبلة", "مكبلي", "مذبوحة", "مذبوحين" }
    + hilal.phrase { "مجهولة الهوية", "مفصولة الراس", "مفصولة الرؤوس", "قطع راسه", "قطعت رؤوسهم", "اثار عنف" })
words.marked_bodies = words.bodies * words.marks + hilal.phrase { "راس مقطوع", "رؤوس مقطوعة", "الراس المقطوع", "رؤوسا مقطوعة" }
--- What can be a report's event, and the first of them in it. An attack that is only named is none, and would take
--- a quarter of the calls: of one that happened deeds, arms or harm are told beside it.
words.event = words.headline + words.announced + words.deed + words.died + words.weapon + words.harm + words.air_strike + words.abuses
  + words.abusing + words.marked_bodies + words.claimed + words.forced
  + words.carried_out * gap(0, 6) * words.deed_noun
  + words.attack * gap(0, 10) * words.led_to * gap(0, 6) * (words.casualty + words.lives)
return words

-- The patterns of protests, made once.
local words = {}

local gap, word, verb, noun, lexicon = hilal.gap, hilal.word, hilal.verb, hilal.noun, hilal.lexicon

local function kinds(kind)
  return verb(lexicon("protest_verbs", { kind = kind }), { "perfect", "imperfect" })
end

--- What the sentence talks about, by kind.
function words.about(kind)
  return lexicon("context", { kind = kind })
end

--- What is done in protests, as finite verbs.
-- تضرب is written like the imperfect of ضرب, which is no strike.
-- Protesting shares its verbs with pretending and with giving examples: «تظاهر بالمرض», «أضرب مثلا».
words.pretended = gap(0, 3) * (lexicon "pretended" + word { "مثلا", "مثالا", "مثال", "مثالين", "امثلة" })
words.marched = kinds "march" * -words.pretended - word { "يضرب", "تضرب", "نضرب", "يضربون", "يضربن", "تضربه", "يضربها" }
words.objected = kinds "object"
words.gathered = kinds "gather"
-- يجب and أسر are written like forms of جاب and سار.
words.went = kinds "go" - word { "يجب", "تجب", "نجب", "يجبن", "اسر" }
words.began = kinds "begin"
words.went_on = kinds "go on"
--- «شهدت مدينة الحديدة وبعض مديرياتها احتجاجات»: between the two stand the names of places.
words.saw = verb({ "شهد=شهود" }, { "perfect", "imperfect" })
words.held = kinds "hold"
words.threw = kinds "riot"
words.rioted = words.threw + kinds "clash"
words.blocked = kinds "block"
words.camped = verb(lexicon("protest_verbs", { kind = "camp" }), { "perfect", "imperfect", "noun" })
words.chanted = kinds "chant"
words.demanded = kinds "demand"
words.announced = verb({ "أعلن", "قرّر", "دعا=دعوة", "اعتزم", "نوى=نية", "هدّد" }, { "perfect", "imperfect", "participle" })
--- «أعلنوا إضرابا بدأ أمس» is under way.
words.under_way = word { "بدا", "بدات", "دخل", "دخلت", "استمر", "استمرت", "مستمر", "مستمرا" }
--- Protesting as a verbal noun behind a verb of doing: قام متظاهرون بالاحتجاج.
words.doing = word {
  "بالتظاهر", "بالتجمع", "بالتجمهر", "بالاحتجاج", "بالاعتصام", "بالاحتشاد", "بالاضراب",
  "بتظاهرة", "بمظاهرة", "بمسيرة", "باعتصام", "باضراب",
}
-- What protesters do, as nouns of their own: «قام شبان بقطع الطريق», «باحراق الاطارات», «بنصب خيام».
words.doing = words.doing + lexicon "protest_doing"
  + word { "بقطع", "باغلاق", "باقفال", "بسد", "بغلق", "بتعطيل" } * gap(0, 1) * lexicon "protest_streets"
  + word { "للتظاهر", "للاحتجاج", "للاعتصام" }
  + word { "الى", "على" } * word { "التظاهر", "الاحتجاج", "الاعتصام", "الاضراب" }
  + word { "الى", "على" } * word { "قطع", "اغلاق", "اقفال", "سد", "غلق", "تعطيل" } * gap(0, 1) * lexicon "protest_streets"
  + word { "باحراق", "بحرق", "باشعال", "باضرام", "برشق", "برمي", "بالقاء", "بقذف", "بنصب", "برفع", "بترديد" }
    * gap(0, 4) * lexicon "protest_signs"
words.took_to = (verb({ "قام=قيام", "بدأ=بدء", "أقدم", "عمد=عمد", "راح" }, { "perfect", "imperfect" }) - word "قيمة") + word "قيام"

local police = lexicon "police"
words.police = police
-- Up to a number of words before a pattern, none of them the police's: «طوقت سيارات الشرطة المتظاهرين» is no protest.
local function soon(distance, pattern)
  local found = pattern
  for _ = 1, distance do
    found = pattern + (hilal.any() - police) * found
  end
  return found
end

--- Who protests. People who are angry protest where others only gather: «شبان غاضبون».
words.known = lexicon "definite_protesters"
words.number = hilal.number() + lexicon "numbers"
words.crowd = (lexicon "crowds" + words.number) * -police
words.angry = lexicon "crowds" * gap(0, 1) * lexicon "anger"
words.protesters = noun(lexicon "protesters")
words.people = words.crowd + words.protesters

--- Protests as nouns; those with the article are spoken of as known.
-- «مسيرة التنمية» is a way that something takes, «مسيرة حاشدة» is a march.
local way = word { "مسيرة", "مسيرات" } * lexicon "march_ways"
words.protest = (noun(lexicon "protest_nouns") - way) + lexicon "protest_phrases"
-- Behind ل it is what people come together for.
words.known_protest = lexicon "definite_protests" - hilal.word { "للاحتجاج", "للتظاهر", "للاعتصام", "للاضراب" }
  - hilal.phrase { "انتفاضة شعبية", "انتفاضة عارمة", "انتفاضة عشائرية", "انتفاضة غاضبة", "انتفاضة عشائر", "انتفاضة السكان" }
words.new_protest = words.protest - words.known_protest
--- احتجاجا على القرار: why, no protest of its own.
words.reason = word { "احتجاجا", "للاحتجاج", "احتجاجهم", "احتجاجها" }
words.act = lexicon "protest_acts"
--- نظم صحافيون وقفة: people who stand for something.
words.stand = word { "وقفة", "وقفات", "تجمعا", "تجمعات", "احتجاجا", "مهرجانا" }
--- Strikes, and work or food that is refused.
words.strike = noun { "إضراب=إضرابات" }
words.kept_up = verb(
  { "واصل", "بدأ=بدء", "استأنف", "نفّذ", "خاض=خوض", "دخل=دخول", "شنّ=شن", "شرع=شروع", "باشر", "لبّى", "انضمّ", "شلّ=شل", "عمّ=عموم" },
  { "perfect", "imperfect" }
)
words.stopped = verb({ "توقّف", "أوقف", "امتنع", "قاطع", "عطّل", "علّق", "ترك=ترك", "هجر=هجر" }, { "perfect", "imperfect" })
words.work = lexicon "stopped_work"
words.burning = word { "احراق", "احرق", "احرقت", "احرقوا", "اضرم", "اضرمت", "اضرام", "اشعل", "اشعال", "اشعلت", "حرق" }
words.himself = word { "نفسه", "نفسها", "انفسهم", "جسده", "جسدها", "اجسادهم", "بنفسه", "بنفسها" }
words.tyres = word { "اطارات", "الاطارات", "دواليب", "الدواليب", "حاويات", "الحاويات", "القمامة" }
--- A protest that goes on: «لليوم الثالث», «دخل يومه العاشر».
words.day_of = word { "لليوم", "يومه", "يومها", "يومهم", "للاسبوع", "اسبوعه", "اسبوعها", "لليلة" }

--- «اضرم بائع النار في جسده»: somebody burns himself.
words.burnt_himself = word { "احرق", "احرقت", "احرقوا", "اضرم", "اضرمت", "اضرموا", "اشعل", "اشعلت", "اشعلوا" }
  * gap(0, 6) * words.himself

words.aim = lexicon "protest_aims"
words.signs = lexicon "protest_signs"
words.streets = lexicon "protest_streets"
words.front = lexicon "protest_fronts"
words.place = hilal.entity "GPE" + hilal.entity "LOC"
--- «في الخرطوم», «في العاصمة الخرطوم», «بمدينة عدن».
local place_noun = lexicon("org_heads", { type = "GPEcontext" })
words.somewhere = word "في" * words.place + place_noun * gap(0, 1) * words.place
words.relative = word { "الذي", "التي", "الذين" }
words.done_to = word { "على", "ضد", "بين", "تفريق", "اعتقال", "قمع", "عن", "مع", "الى" } * gap(0, 1) * words.protesters
words.crackdown = lexicon "crackdown"
words.speakers = lexicon "protest_speakers"
--- What is only called for; «تظاهرة دعت إليها النقابات» took place.
words.talk = lexicon "protest_talk" * -word { "اليها", "اليه", "لها" }
words.questions = lexicon "protest_questions"
words.coming = lexicon "protest_coming"

local crowd_names = lexicon "crowds" * -police
--- Who acts: protesters in the nominative, or a number of them.
words.actors = lexicon "protest_subjects" + words.crowd * gap(0, 2) * words.protesters + words.angry
words.by = {
  protesters = soon(2, words.actors),
  crowd = soon(1, crowd_names + words.number * gap(0, 2) * crowd_names),
}
--- Work, food or votes that people refuse.
local cause = lexicon "protest_causes"
words.refused = words.stopped * soon(2, crowd_names) * gap(0, 2) * word "عن" * gap(1, 8) * cause
  + words.stopped * gap(0, 3) * crowd_names * gap(0, 6) * words.work
  + crowd_names * gap(0, 8) * word { "توقفوا", "امتنعوا", "تركوا", "اوقفوا", "علقوا", "قاطعوا", "عطلوا", "هجروا" }
    * gap(0, 2) * words.work
--- A crowd that does what protesters do.
words.crowd_did = (words.blocked + words.rioted) * words.by.crowd
words.burnt = words.burning * gap(0, 5) * (words.himself + words.tyres)

--- People who do something in public with a cause: «قرع سكان الحي الاواني امام البلدية احتجاجا على انقطاع الماء».
local public = words.front + words.streets + words.signs
words.cause = crowd_names * (gap(1, 14) * public * gap(0, 12) * cause + gap(1, 14) * cause * gap(0, 12) * public)
--- «هتف مئات المصلين بسقوط الحكومة».
words.crowd_chanted = verb({ "هتف=هتاف", "ردّد" }, { "perfect", "imperfect" })
  * soon(3, crowd_names) * gap(0, 6) * lexicon "protest_cries"

--- «احتشد مئة ألف شخص في ساحة الحرية»: crowds that rally, a place where they do.
words.rallied = verb({ "احتشد", "تجمهر" }, { "perfect", "imperfect" }) * soon(3, crowd_names) * gap(0, 6)
  * (words.front + words.streets)
--- «خلال المسيرة الأسبوعية لأهالي القرية احتجاجا على الجدار»: the protest is where the news takes place.
words.during = word { "خلال", "اثناء" } * gap(0, 1) * (words.known_protest + words.protest) * gap(0, 8) * words.aim
--- «إضراب لمدة أربع وعشرين ساعة».
words.lasting = words.strike * gap(0, 2)
  * word { "لمدة", "ليوم", "ليومين", "لثلاثة", "لاربعة", "لساعات", "لساعتين", "مفتوح", "مفتوحا" }
--- «مسيرة تضم أربعة آلاف شخص», «شارك في المسيرة مئات المصلين».
words.took_part = verb({ "شارك", "ضمّ=ضم", "حضر=حضور", "انضمّ" }, { "perfect", "imperfect" })
--- «توقفت حركة القطارات في عموم البلاد بسبب إضراب»: what a strike brings to a standstill.
words.standstill = verb({ "توقّف", "تعطّل", "أصاب", "شلّ=شل", "ألغى", "تأثّر" }, { "perfect", "imperfect" }) * gap(0, 3)
  * lexicon "standstill" * gap(0, 18) * (words.strike - words.known_protest)
  + (words.strike - words.known_protest) * gap(0, 5) * verb({ "شلّ=شل", "عطّل", "أوقف", "عرقل", "أربك" }, { "perfect", "imperfect" })
  * gap(0, 1) * lexicon "standstill"
--- «فرقت الشرطة مظاهرة في الميدان»: what the police breaks up took place; of a protest known already the news is another.
local broke_up = verb({ "فرّق", "فضّ=فض" }, { "perfect", "imperfect" })
local new_protesters = words.protesters - words.known
local put_down = word { "بقمع", "قمع", "بتفريق", "تفريق", "لتفريق", "بفض", "فض", "لفض" }
words.dispersed = put_down * gap(0, 1) * (words.new_protest + new_protesters)
  + (broke_up * gap(0, 1) * police + police * gap(0, 2) * broke_up) * gap(0, 9)
  * (words.new_protest + new_protesters)
--- «اندلعت مواجهات بين الشرطة ومتظاهرين».
local clashes = word { "مواجهات", "اشتباكات", "صدامات", "مصادمات", "مناوشات" }
words.clashes = clashes * gap(0, 2) * word { "بين", "مع" } * gap(0, 6) * new_protesters
--- «شهدت المدينة يوما آخر من الاحتجاجات».
words.another_day = words.saw * gap(0, 6) * word { "يوما", "اياما", "موجة", "سلسلة", "اسبوعا", "ليلة", "ليالي" }
  * gap(0, 2) * word "من" * words.protest
--- What a report of a protest says in its main clause: people came out, held a protest, blocked a road, stopped work.
local why = lexicon "protest_reasons"
words.frame = words.marched
  + (words.gathered + words.went) * words.by.protesters
  + words.gathered * soon(3, words.crowd)
  + words.went * soon(2, crowd_names) * gap(0, 12) * (why + words.streets + words.new_protest)
  + words.people * gap(0, 3) * (words.gathered + words.went * gap(0, 6) * (why + words.streets))
  + (words.began + words.held) * soon(4, words.new_protest)
  + words.saw * gap(0, 9) * words.new_protest
  + (words.began + words.held) * gap(0, 3) * words.crowd * gap(0, 8) * (words.new_protest + words.stand)
  + words.objected * soon(2, crowd_names + words.number) * gap(0, 8) * (words.front + words.streets)
  + words.rioted * (crowd_names + words.number) * gap(0, 2) * words.protesters
  + words.threw * new_protesters
  + words.burnt_himself + words.cause + words.crowd_chanted
  + words.camped * soon(3, words.new_protest)
  + words.dispersed
  + words.protesters * gap(0, 3) * words.took_to * gap(0, 3) * words.doing
  + words.new_protest * gap(0, 2) * words.took_part * gap(0, 3) * words.crowd
  + words.took_part * gap(0, 2) * (words.protest - words.reason) * gap(0, 2) * words.crowd
  + words.took_part * soon(4, words.crowd) * gap(0, 6) * word "في" * (words.protest - words.reason)
  + words.standstill + words.during + words.clashes + words.another_day
  + (words.new_protest - words.reason) * (hilal.any() - word { "الذي", "التي", "الذين" }) ^ -1 * words.began
  + words.crowd_did * gap(0, 12) * word { "خلال", "اثناء", "في", "ضمن" } * words.new_protest
  + crowd_names * gap(0, 4) * words.day_of * gap(0, 3) * words.protest
  + word { "ابوابها", "ابوابه" } * gap(0, 18) * words.strike
  + words.went_on * soon(3, words.protest)
  + words.kept_up * soon(4, words.strike)
  + (words.blocked + words.camped) * words.by.protesters
  + words.blocked * words.by.crowd
  + words.took_to * gap(0, 3) * words.people * gap(0, 4) * words.doing
  + words.refused
  + words.crowd_did * gap(0, 16) * why
  + words.began * word "في" * gap(1, 9) * words.new_protest

--- «نزل عشرات الآلاف الى الشوارع»: a crowd in the streets needs no word of protest.
words.took_streets = words.went * soon(3, crowd_names) * gap(0, 3) * word "الى" * word { "شوارع", "الشوارع", "الشارع" }

--- «إضراب لسائقي القطارات في السهلانية»: a headline that names the protest.
words.headline = (words.new_protest - words.reason) * gap(0, 4)
  * (crowd_names + words.front + words.streets + words.somewhere + words.number + words.aim)
  + new_protesters * gap(0, 2) * (words.chanted + words.demanded + words.blocked + words.rioted + words.gathered)

--- What can be a report's event: a word of protest, or a crowd with a reason.
words.event = words.marched + words.objected + words.protest + words.protesters + words.act + words.angry
  + (words.gathered + words.went) * gap(0, 24) * lexicon "protest_reasons"
  + words.crowd_did * gap(0, 24) * (lexicon "protest_reasons" + words.signs)
  + words.blocked * gap(0, 4) * words.streets
  + words.refused + words.burnt + words.rallied + words.took_streets + words.cause + words.crowd_chanted
  + words.held * gap(0, 8) * words.stand * gap(0, 3) * why
  + words.took_to * gap(0, 8) * words.doing
  + words.held * gap(0, 5) * word { "وقفة", "وقفات" }

return words

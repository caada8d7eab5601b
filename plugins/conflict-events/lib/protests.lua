-- The patterns of protests, made once.
local evidence = require "evidence"
local phrases = require "phrases"

local protests = {}

local gap, word, verb, noun, lexicon = hilal.gap, hilal.word, hilal.verb, hilal.noun, hilal.lexicon

local function kinds(kind)
  return verb(lexicon("protest_verbs", { kind = kind }), { "perfect", "imperfect" })
end

--- What the sentence talks about, by kind.
function protests.about(kind)
  return lexicon("context", { kind = kind })
end

--- What is done in protests, as finite verbs.
-- تضرب is written like the imperfect of ضرب, which is no strike.
-- Protesting shares its verbs with pretending and with giving examples: «تظاهر بالمرض», «أضرب مثلا».
protests.pretended = gap(0, 3) * (lexicon "pretended" + word { "مثلا", "مثالا", "مثال", "مثالين", "امثلة" })
protests.marched = kinds "march" * -protests.pretended - word { "يضرب", "تضرب", "نضرب", "يضربون", "يضربن", "تضربه", "يضربها" }
protests.objected = kinds "object"
protests.gathered = kinds "gather"
-- يجب and أسر are written like forms of جاب and سار.
protests.went = kinds "go" - word { "يجب", "تجب", "نجب", "يجبن", "اسر" }
protests.began = kinds "begin"
protests.went_on = kinds "go on"
--- «شهدت مدينة الحديدة وبعض مديرياتها احتجاجات»: between the two stand the names of places.
protests.saw = verb({ "شهد=شهود" }, { "perfect", "imperfect" })
protests.held = kinds "hold"
protests.threw = kinds "riot"
protests.rioted = protests.threw + kinds "clash"
protests.blocked = kinds "block"
protests.camped = verb(lexicon("protest_verbs", { kind = "camp" }), { "perfect", "imperfect", "noun" })
protests.chanted = kinds "chant"
protests.demanded = kinds "demand"
protests.announced = verb({ "أعلن", "قرّر", "دعا=دعوة", "اعتزم", "نوى=نية", "هدّد" }, { "perfect", "imperfect", "participle" })
--- «أعلنوا إضرابا بدأ أمس» is under way.
protests.under_way = word { "بدا", "بدات", "دخل", "دخلت", "استمر", "استمرت", "مستمر", "مستمرا" }
--- Protesting as a verbal noun behind a verb of doing: قام متظاهرون بالاحتجاج.
protests.doing = word {
  "بالتظاهر", "بالتجمع", "بالتجمهر", "بالاحتجاج", "بالاعتصام", "بالاحتشاد", "بالاضراب",
  "بتظاهرة", "بمظاهرة", "بمسيرة", "باعتصام", "باضراب",
}
-- What protesters do, as nouns of their own: «قام شبان بقطع الطريق», «باحراق الاطارات», «بنصب خيام».
protests.doing = protests.doing + lexicon "protest_doing"
  + word { "بقطع", "باغلاق", "باقفال", "بسد", "بغلق", "بتعطيل" } * gap(0, 1) * lexicon "protest_streets"
  + word { "للتظاهر", "للاحتجاج", "للاعتصام" }
  + word { "الى", "على" } * word { "التظاهر", "الاحتجاج", "الاعتصام", "الاضراب" }
  + word { "الى", "على" } * word { "قطع", "اغلاق", "اقفال", "سد", "غلق", "تعطيل" } * gap(0, 1) * lexicon "protest_streets"
  + word { "باحراق", "بحرق", "باشعال", "باضرام", "برشق", "برمي", "بالقاء", "بقذف", "بنصب", "برفع", "بترديد" }
    * gap(0, 4) * lexicon "protest_signs"
protests.took_to = (verb({ "قام=قيام", "بدأ=بدء", "أقدم", "عمد=عمد", "راح" }, { "perfect", "imperfect" }) - word "قيمة") + word "قيام"

local police = lexicon "police"
protests.police = police
-- Up to a number of words before a pattern, none of them the police's: «طوقت سيارات الشرطة المتظاهرين» is no protest.
local function soon(words, pattern)
  local found = pattern
  for _ = 1, words do
    found = pattern + (hilal.any() - police) * found
  end
  return found
end

--- Who protests. People who are angry protest where others only gather: «شبان غاضبون».
protests.known = lexicon "definite_protesters"
protests.number = hilal.number() + lexicon "numbers"
protests.crowd = (lexicon "crowds" + protests.number) * -police
protests.angry = lexicon "crowds" * gap(0, 1) * lexicon "anger"
protests.protesters = noun(lexicon "protesters")
protests.people = protests.crowd + protests.protesters

--- Protests as nouns; those with the article are spoken of as known.
-- «مسيرة التنمية» is a way that something takes, «مسيرة حاشدة» is a march.
local way = word { "مسيرة", "مسيرات" } * lexicon "march_ways"
protests.protest = (noun(lexicon "protest_nouns") - way) + lexicon "protest_phrases"
-- Behind ل it is what people come together for.
protests.known_protest = lexicon "definite_protests" - hilal.word { "للاحتجاج", "للتظاهر", "للاعتصام", "للاضراب" }
  - hilal.phrase { "انتفاضة شعبية", "انتفاضة عارمة", "انتفاضة عشائرية", "انتفاضة غاضبة", "انتفاضة عشائر", "انتفاضة السكان" }
protests.new_protest = protests.protest - protests.known_protest
--- احتجاجا على القرار: why, no protest of its own.
protests.reason = word { "احتجاجا", "للاحتجاج", "احتجاجهم", "احتجاجها" }
protests.act = lexicon "protest_acts"
--- نظم صحافيون وقفة: people who stand for something.
protests.stand = word { "وقفة", "وقفات", "تجمعا", "تجمعات", "احتجاجا", "مهرجانا" }
--- Strikes, and work or food that is refused.
protests.strike = noun { "إضراب=إضرابات" }
protests.kept_up = verb(
  { "واصل", "بدأ=بدء", "استأنف", "نفّذ", "خاض=خوض", "دخل=دخول", "شنّ=شن", "شرع=شروع", "باشر", "لبّى", "انضمّ", "شلّ=شل", "عمّ=عموم" },
  { "perfect", "imperfect" }
)
protests.stopped = verb({ "توقّف", "أوقف", "امتنع", "قاطع", "عطّل", "علّق", "ترك=ترك", "هجر=هجر" }, { "perfect", "imperfect" })
protests.work = lexicon "stopped_work"
protests.burning = word { "احراق", "احرق", "احرقت", "احرقوا", "اضرم", "اضرمت", "اضرام", "اشعل", "اشعال", "اشعلت", "حرق" }
protests.himself = word { "نفسه", "نفسها", "انفسهم", "جسده", "جسدها", "اجسادهم", "بنفسه", "بنفسها" }
protests.tyres = word { "اطارات", "الاطارات", "دواليب", "الدواليب", "حاويات", "الحاويات", "القمامة" }
--- A protest that goes on: «لليوم الثالث», «دخل يومه العاشر».
protests.day_of = word { "لليوم", "يومه", "يومها", "يومهم", "للاسبوع", "اسبوعه", "اسبوعها", "لليلة" }

--- «اضرم بائع النار في جسده»: somebody burns himself.
protests.burnt_himself = word { "احرق", "احرقت", "احرقوا", "اضرم", "اضرمت", "اضرموا", "اشعل", "اشعلت", "اشعلوا" }
  * gap(0, 6) * protests.himself

protests.aim = lexicon "protest_aims"
protests.signs = lexicon "protest_signs"
protests.streets = lexicon "protest_streets"
protests.front = lexicon "protest_fronts"
protests.place = hilal.entity "GPE" + hilal.entity "LOC"
--- «في الخرطوم», «في العاصمة الخرطوم», «بمدينة عدن».
local place_noun = lexicon("org_heads", { type = "GPEcontext" })
protests.somewhere = word "في" * protests.place + place_noun * gap(0, 1) * protests.place
protests.relative = word { "الذي", "التي", "الذين" }
protests.done_to = word { "على", "ضد", "بين", "تفريق", "اعتقال", "قمع", "عن", "مع", "الى" } * gap(0, 1) * protests.protesters
protests.crackdown = lexicon "crackdown"
protests.speakers = lexicon "protest_speakers"
--- What is only called for; «تظاهرة دعت إليها النقابات» took place.
protests.talk = lexicon "protest_talk" * -word { "اليها", "اليه", "لها" }
protests.questions = lexicon "protest_questions"
protests.coming = lexicon "protest_coming"

local crowd_names = lexicon "crowds" * -police
--- Who acts: protesters in the nominative, or a number of them.
protests.actors = lexicon "protest_subjects" + protests.crowd * gap(0, 2) * protests.protesters + protests.angry
protests.by = {
  protesters = soon(2, protests.actors),
  crowd = soon(1, crowd_names + protests.number * gap(0, 2) * crowd_names),
}
--- Work, food or votes that people refuse.
local cause = lexicon "protest_causes"
protests.refused = protests.stopped * soon(2, crowd_names) * gap(0, 2) * word "عن" * gap(1, 8) * cause
  + protests.stopped * gap(0, 3) * crowd_names * gap(0, 6) * protests.work
  + crowd_names * gap(0, 8) * word { "توقفوا", "امتنعوا", "تركوا", "اوقفوا", "علقوا", "قاطعوا", "عطلوا", "هجروا" }
    * gap(0, 2) * protests.work
--- A crowd that does what protesters do.
protests.crowd_did = (protests.blocked + protests.rioted) * protests.by.crowd
protests.burnt = protests.burning * gap(0, 5) * (protests.himself + protests.tyres)

--- People who do something in public with a cause: «قرع سكان الحي الاواني امام البلدية احتجاجا على انقطاع الماء».
local public = protests.front + protests.streets + protests.signs
protests.cause = crowd_names * (gap(1, 14) * public * gap(0, 12) * cause + gap(1, 14) * cause * gap(0, 12) * public)
--- «هتف مئات المصلين بسقوط الحكومة».
protests.crowd_chanted = verb({ "هتف=هتاف", "ردّد" }, { "perfect", "imperfect" })
  * soon(3, crowd_names) * gap(0, 6) * lexicon "protest_cries"

--- «احتشد مئة ألف شخص في ساحة الحرية»: crowds that rally, a place where they do.
protests.rallied = verb({ "احتشد", "تجمهر" }, { "perfect", "imperfect" }) * soon(3, crowd_names) * gap(0, 6)
  * (protests.front + protests.streets)
--- «خلال المسيرة الأسبوعية لأهالي القرية احتجاجا على الجدار»: the protest is where the news takes place.
protests.during = word { "خلال", "اثناء" } * gap(0, 1) * (protests.known_protest + protests.protest) * gap(0, 8) * protests.aim
--- «إضراب لمدة أربع وعشرين ساعة».
protests.lasting = protests.strike * gap(0, 2)
  * word { "لمدة", "ليوم", "ليومين", "لثلاثة", "لاربعة", "لساعات", "لساعتين", "مفتوح", "مفتوحا" }
--- «مسيرة تضم أربعة آلاف شخص», «شارك في المسيرة مئات المصلين».
protests.took_part = verb({ "شارك", "ضمّ=ضم", "حضر=حضور", "انضمّ" }, { "perfect", "imperfect" })
--- «توقفت حركة القطارات في عموم البلاد بسبب إضراب»: what a strike brings to a standstill.
protests.standstill = verb({ "توقّف", "تعطّل", "أصاب", "شلّ=شل", "ألغى", "تأثّر" }, { "perfect", "imperfect" }) * gap(0, 3)
  * lexicon "standstill" * gap(0, 18) * (protests.strike - protests.known_protest)
  + (protests.strike - protests.known_protest) * gap(0, 5) * verb({ "شلّ=شل", "عطّل", "أوقف", "عرقل", "أربك" }, { "perfect", "imperfect" })
  * gap(0, 1) * lexicon "standstill"
--- «فرقت الشرطة مظاهرة في الميدان»: what the police breaks up took place; of a protest known already the news is another.
local broke_up = verb({ "فرّق", "فضّ=فض" }, { "perfect", "imperfect" })
local new_protesters = protests.protesters - protests.known
local put_down = word { "بقمع", "قمع", "بتفريق", "تفريق", "لتفريق", "بفض", "فض", "لفض" }
protests.dispersed = put_down * gap(0, 1) * (protests.new_protest + new_protesters)
  + (broke_up * gap(0, 1) * police + police * gap(0, 2) * broke_up) * gap(0, 9)
  * (protests.new_protest + new_protesters)
--- «اندلعت مواجهات بين الشرطة ومتظاهرين».
local clashes = word { "مواجهات", "اشتباكات", "صدامات", "مصادمات", "مناوشات" }
protests.clashes = clashes * gap(0, 2) * word { "بين", "مع" } * gap(0, 6) * new_protesters
--- «شهدت المدينة يوما آخر من الاحتجاجات».
protests.another_day = protests.saw * gap(0, 6) * word { "يوما", "اياما", "موجة", "سلسلة", "اسبوعا", "ليلة", "ليالي" }
  * gap(0, 2) * word "من" * protests.protest
--- What a report of a protest says in its main clause: people came out, held a protest, blocked a road, stopped work.
local why = lexicon "protest_reasons"
protests.frame = protests.marched
  + (protests.gathered + protests.went) * protests.by.protesters
  + protests.gathered * soon(3, protests.crowd)
  + protests.went * soon(2, crowd_names) * gap(0, 12) * (why + protests.streets + protests.new_protest)
  + protests.people * gap(0, 3) * (protests.gathered + protests.went * gap(0, 6) * (why + protests.streets))
  + (protests.began + protests.held) * soon(4, protests.new_protest)
  + protests.saw * gap(0, 9) * protests.new_protest
  + (protests.began + protests.held) * gap(0, 3) * protests.crowd * gap(0, 8) * (protests.new_protest + protests.stand)
  + protests.objected * soon(2, crowd_names + protests.number) * gap(0, 8) * (protests.front + protests.streets)
  + protests.rioted * (crowd_names + protests.number) * gap(0, 2) * protests.protesters
  + protests.threw * (protests.protesters - protests.known)
  + protests.burnt_himself + protests.cause + protests.crowd_chanted
  + protests.camped * soon(3, protests.new_protest)
  + protests.dispersed
  + protests.protesters * gap(0, 3) * protests.took_to * gap(0, 3) * protests.doing
  + protests.new_protest * gap(0, 2) * protests.took_part * gap(0, 3) * protests.crowd
  + protests.took_part * gap(0, 2) * (protests.protest - protests.reason) * gap(0, 2) * protests.crowd
  + protests.took_part * soon(4, protests.crowd) * gap(0, 6) * word "في" * (protests.protest - protests.reason)
  + protests.standstill + protests.during + protests.clashes + protests.another_day
  + (protests.new_protest - protests.reason) * (hilal.any() - word { "الذي", "التي", "الذين" }) ^ -1 * protests.began
  + protests.crowd_did * gap(0, 12) * word { "خلال", "اثناء", "في", "ضمن" } * protests.new_protest
  + crowd_names * gap(0, 4) * protests.day_of * gap(0, 3) * protests.protest
  + word { "ابوابها", "ابوابه" } * gap(0, 18) * protests.strike
  + protests.went_on * soon(3, protests.protest)
  + protests.kept_up * soon(4, protests.strike)
  + (protests.blocked + protests.camped) * protests.by.protesters
  + protests.blocked * protests.by.crowd
  + protests.took_to * gap(0, 3) * protests.people * gap(0, 4) * protests.doing
  + protests.refused
  + protests.crowd_did * gap(0, 16) * why
  + protests.began * word "في" * gap(1, 9) * protests.new_protest

--- «نزل عشرات الآلاف الى الشوارع»: a crowd in the streets needs no word of protest.
protests.took_streets = protests.went * soon(3, crowd_names) * gap(0, 3) * word "الى" * word { "شوارع", "الشوارع", "الشارع" }

--- «إضراب لسائقي القطارات في السهلانية»: a headline that names the protest.
protests.headline = (protests.new_protest - protests.reason) * gap(0, 4)
  * (crowd_names + protests.front + protests.streets + protests.somewhere + protests.number + protests.aim)
  + new_protesters * gap(0, 2) * (protests.chanted + protests.demanded + protests.blocked + protests.rioted + protests.gathered)

--- What can be a report's event: a word of protest, or a crowd with a reason.
protests.event = protests.marched + protests.objected + protests.protest + protests.protesters + protests.act + protests.angry
  + (protests.gathered + protests.went) * gap(0, 24) * lexicon "protest_reasons"
  + protests.crowd_did * gap(0, 24) * (lexicon "protest_reasons" + protests.signs)
  + protests.blocked * gap(0, 4) * protests.streets
  + protests.refused + protests.burnt + protests.rallied + protests.took_streets + protests.cause + protests.crowd_chanted
  + protests.held * gap(0, 8) * protests.stand * gap(0, 3) * why
  + protests.took_to * gap(0, 8) * protests.doing
  + protests.held * gap(0, 5) * word { "وقفة", "وقفات" }

local p = protests
local frame = p.frame:as "frame"

--- The word that says what happened, the plainest first.
local cues = {
  p.camped:as "cue" * p.by.protesters,
  p.gathered:as "cue" * gap(0, 4) * p.protesters,
  p.went:as "cue" * gap(0, 4) * p.protesters,
  p.marched:as "cue",
  p.objected:as "cue" * gap(0, 12) * (p.streets + p.front),
  (p.began + p.held) * gap(0, 4) * p.protest:as "cue",
  p.gathered:as "cue" * gap(0, 4) * p.crowd,
  p.blocked:as "cue" * gap(0, 4) * (p.protesters + p.streets),
  p.rioted:as "cue" * gap(0, 4) * p.protesters,
  p.went:as "cue" * gap(0, 4) * p.crowd,
  p.gathered:as "cue" * gap(0, 24) * p.aim,
  p.went:as "cue" * gap(0, 24) * p.aim,
  p.took_to:as "cue" * gap(0, 3) * p.people,
  p.act:as "cue",
  p.protesters * gap(0, 3) * (p.gathered + p.rioted + p.went):as "cue",
  p.protest:as "cue",
  p.chanted:as "cue" * gap(0, 3) * p.people,
  p.protesters:as "cue",
  (p.blocked + p.rioted):as "cue" * p.by.crowd,
  p.stopped:as "cue" * gap(0, 10) * p.work,
  p.burning:as "cue",
  p.objected:as "cue",
}

function protests.cue(sentence)
  return evidence.cue(sentence, cues)
end

local named_people = lexicon "crowds" + p.protesters
local who = named_people:as "who"
local against = word { "احتجاجا", "للاحتجاج", "احتجاجات" } * word { "على" } * hilal.any():as "what"
  + word { "ضد" } * hilal.any():as "what"
  + word { "تنديدا", "للتنديد", "منددين", "منددة", "استنكارا", "رفضا", "لادانة", "لاستنكار", "لرفض" } * hilal.any():as "what"

local function phrase_from(sentence, span)
  return phrases.whole(sentence, sentence:parties_from(span)[1] or span)
end

local demand = lexicon "protest_reasons" - lexicon "anger"
-- Ahead of the people in their phrase: the verb of what they held («ونظم التجار»), what they did («تحركات السكان»).
local no_people = p.held + p.began + demand + word { "تحركات", "تحرك", "احتجاجات", "مسيرات", "مظاهرات", "تظاهرات", "مطالب", "غضب" }
local people_alone = ((hilal.any() - no_people) ^ 1):as "people"

-- The people of a subject; nil where it is what they demand: «مطالبة بحماية السكان».
local function people_of(sentence, subject)
  local words = subject and sentence:within(subject)
  local asked = words and words:find(demand)
  if not words or not words:has(named_people) or asked and asked.span.start == subject.start then
    return nil
  end
  local found = words:find(people_alone)
  return found and phrases.whole(sentence, found.people)
end

local favour = lexicon "protest_favours"
local holding = hilal.verb({ "نظّم", "أقام", "سيّر", "نفّذ" }, { "perfect", "imperfect" }):as "verb" * gap(0, 4)
local done_by = who * gap(0, 2) * (p.marched + (p.gathered - p.stand) + p.went + p.blocked + p.rioted):as "deed"
local named_protest = p.protest + p.act + p.stand
-- Words between a protest and the people whose it is.
local near = 8

-- Who protests: the subject where it names people, else people right before the cue, else the first behind it.
-- What stands behind the name of a protest is mostly no party of it («تظاهرات يومية»); the police never is.
local function actor_of(sentence, cue)
  local subject = sentence:subject_of(cue)
  local named = subject and sentence:within(subject)
  local people = people_of(sentence, subject)
  if people then
    return people
  end
  local doers = sentence:find(done_by)
  if doers and doers.deed.start == cue.start then
    return phrase_from(sentence, doers.who)
  end
  local rest = sentence:after(cue)
  local found = rest and rest:find(who)
  local between = found and rest:before(found.who)
  if found and (not between or between.words <= near and not between:has(demand) and not between:has(favour)) then
    return phrase_from(sentence, found.who)
  end
  -- «نظمت الرابطة مسيرة تضامنا مع العمال»: who holds it, not those for whom it is.
  if between and between:has(favour) then
    local front = sentence:before(cue)
    local held = front and front:find(holding)
    return held and sentence:subject_of(held.verb) or nil
  end
  -- «عائلات من القرى تظاهرت أمس مطالبة بحماية السكان»: of what is demanded nobody marched.
  local is_demand = named and named:has(demand)
  local ahead = is_demand and sentence:before(cue)
  local crowd = ahead and ahead:find(who)
  if is_demand then
    return crowd and phrase_from(sentence, crowd.who) or nil
  end
  local words = sentence:within(cue)
  local is_noun = words and words:has(named_protest)
  local is_other = is_noun or not subject or subject.start == cue.start or named and named:has(p.police)
  return not is_other and subject or nil
end

-- What they protest against, where the sentence says it with على, ضد or a word of condemning.
local function target_of(sentence)
  local found = sentence:find(against)
  -- «ضد ما وصفته بالصمت»: a pronoun alone is nothing.
  return found and found.what.text ~= "ما" and phrase_from(sentence, found.what) or nil
end

--- Who protests, and against what.
function protests.parties(sentence, cue)
  return actor_of(sentence, cue), target_of(sentence)
end

--- The most that `opening` gives.
function protests.best_opening(points)
  return points["opens"] + math.max(points["frame opens"], points["headline"])
end

-- Words before a headline: «سهلان: إضراب عام».
local ahead_of_headline = 1
local function is_headline(sentence)
  local head = sentence:find(p.headline)
  local before = head and sentence:before(head.span)
  return head ~= nil and (not before or before.words <= ahead_of_headline)
end

--- The points for where the event stands: news begins with it.
function protests.opening(sentence, first, points)
  local before = sentence:before(first)
  local found = sentence:find(frame)
  local ahead = found and sentence:before(found.frame)
  local is_frame = found and (not ahead or ahead.words < 5)
  return evidence.sum(points, {
    { not before or before.words < 4, "opens" },
    { is_frame, "frame opens" },
    { not is_frame and is_headline(sentence), "headline" },
  })
end

-- «ساروا» and «سار» are written like a future of verbs that nobody uses.
local walked = word { "سار", "ساروا", "سارت", "سرن" }
local function looks_to_come(sentence, span)
  local words = sentence:within(span)
  return words ~= nil and words:has(walked)
end

-- Whether a span is denied, wished or doubted; to refuse work is written as a denial and is the deed.
local function is_unreal(sentence, span)
  local words = sentence:within(span)
  return not evidence.is_real(span) and not (words and (words:has(walked) or words:has(p.stopped)))
end

local memory, ceremony = p.about "memory", p.about "ceremony"

local announced = p.announced * gap(0, 6) * (p.new_protest - p.reason) * -(gap(0, 3) * p.under_way)

local not_yet = p.coming + p.announced

-- Whether a sentence begins with a protest that took place; what is announced behind it is another.
local function has_happened(sentence)
  local found = sentence:find(frame)
  local ahead = found and sentence:before(found.frame)
  local happened = found and (not ahead or ahead.words < 5) and evidence.is_real(found.frame)
  return happened and found.frame.modality ~= "future" and not (ahead and ahead:has(not_yet))
end

--- The points against what is short, not real, or behind other news.
function protests.doubt(sentence, first, cue, points)
  local before, rest = sentence:before(first), sentence:before(cue)
  local happened = has_happened(sentence)
  return evidence.sum(points, {
    { sentence.words < 14, "short" },
    { evidence.is_long_ago(sentence), "long ago" },
    { not happened and sentence:has(p.coming), "coming" },
    { not happened and sentence:has(announced), "announced protest" },
    { is_unreal(sentence, first), "first unreal" },
    { is_unreal(sentence, cue), "cue unreal" },
    { cue.modality == "future" and not looks_to_come(sentence, cue), "to come" },
    { before and before.words > 15, "late" },
    { before and before:has(p.speakers), "speakers before" },
    { before and before:has(p.crackdown), "crackdown before" },
    { before and before:has(memory), "memory before" },
    { before and before:has(ceremony), "ceremony before" },
    { before and before.words < 4 and rest and rest.words > 3, "cue late" },
  })
end

return protests

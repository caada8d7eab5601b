-- A threat said in so many words: the verb, its participle, the verbal noun, and what makes each a threat of force.
local parties = require "parties"
local spans = require "spans"
local util = require "util"
local words = require "words"

local menace = {}

local threaten = hilal.verb(hilal.lexicon "threaten_verbs", { "perfect", "imperfect" })
local threatening = hilal.verb(hilal.lexicon "threaten_verbs", "participle")
local doom = hilal.verb({ "توعّد" })
local threat = hilal.noun({ "تهديد", "وعيد" }, { "تهديدات" }) + hilal.word { "تلويح" }
local threats = hilal.word { "تهديدات", "تهديداته", "تهديداتها", "تهديداتهم" }
local uttered = hilal.gap(0, 1)
  * hilal.verb({ "أطلق", "وجّه", "أصدر", "أرسل", "بثّ", "كرّر", "جدّد" }, { "perfect", "imperfect" })
local message = hilal.noun(hilal.lexicon "messages")
local fighters = words.armed + words.military
local with_arms = hilal.gap(0, 8) * (words.force_noun + words.force_imperfect + words.military_word)
local that = hilal.word { "إن", "بأن", "إنه", "إنها", "إننا" }
local own_words = hilal.gap(0, 2) * hilal.quote "direct"
  + hilal.gap(0, 4) * hilal.word { "قائلا", "قائلة", "قائلين" } * hilal.gap(0, 2) * hilal.quote "direct"
local being = hilal.verb({ "شكّل", "مثّل", "عدّ=عد", "اعتبر", "صنّف" }) * hilal.gap(0, 5)
local received = hilal.verb({ "تلقّى", "واجه" }):as "received" * hilal.gap(0, 8)
local issued = hilal.verb({ "وجّه", "أطلق", "أرسل", "بثّ=بث" }, { "perfect", "imperfect" }):as "verb"
local told = hilal.verb({ "تلقّى" }, { "perfect", "imperfect" })
local sending = issued + told
local from_armed = hilal.gap(0, 2) * hilal.word "من" * hilal.gap(0, 1) * words.armed:as "who"
local exchanged = hilal.verb({ "تبادل" })
local exchanging = hilal.verb({ "تبادل" }, { "perfect", "imperfect" }) * hilal.gap(0, 3) * threats
local outspoken = hilal.noun { "صريح", "علني", "واضح" } + hilal.word { "وعيد", "وعيدا", "الوعيد" }
-- What is done to members of parliament, too.
local toppling = hilal.verb({ "أسقط" }, "noun")
local plane = hilal.noun { "طائرة", "مقاتلة", "مروحية", "صاروخ=صواريخ", "مسيرة" }
local nuclear = hilal.word "السلاح" * hilal.word "النووي"
local by_arms = hilal.gap(0, 2) * hilal.word { "بالقوة", "بالسلاح", "عسكريا" }
local troops_used = hilal.word { "استخدام", "استعمال", "إرسال" }:as "force" * hilal.gap(0, 1) * (words.armed + words.troop)
-- «تهدد بتحويل المدينة إلى رماد»
local laid_waste = hilal.word { "تحويل" } * hilal.gap(0, 4) * hilal.word "إلى" * hilal.gap(0, 1)
  * hilal.word { "رماد", "أنقاض", "جحيم", "مقبرة", "ركام", "بحر", "خراب", "محرقة", "تراب", "كومة" }
-- «هددت الدولة بضم الجزيرة بالقوة»
local annexed = hilal.word { "ضم" }:as "force" * hilal.gap(0, 3) * hilal.word { "بالقوة", "بالسلاح", "عسكريا" }
-- «تتوعد بمنع السفن من الوصول بكل الوسائل»
local barred = hilal.word { "منع" }:as "force" * hilal.gap(1, 7) * hilal.phrase { "بكل الوسائل", "بكل الطرق", "بأي ثمن", "مهما كان الثمن" }
local hard = hilal.gap(0, 9) * (annexed + barred + troops_used + (laid_waste + words.hard_force + nuclear + words.incursion):as "force"
  + words.free_masdar:as "force" * by_arms)
local killing = hilal.gap(0, 3) * words.kill_masdar:as "force"
local chasing = hilal.gap(0, 3) * words.chase_masdar:as "force" * hilal.gap(0, 1) * words.armed
local more = hilal.gap(0, 2) * hilal.word { "مزيد", "المزيد" }
local whoever = hilal.gap(0, 7) * hilal.word "كل" * hilal.word "من"
local punishing = hilal.gap(0, 5) * hilal.word { "عقاب", "قصاص" }
local paying = hilal.gap(0, 5) * hilal.verb({ "دفع=دفع" }, "imperfect") * hilal.gap(0, 1) * hilal.word { "ثمن", "ثمنا" }
-- «توعد السكان بأيام عصيبة»
local dire = hilal.gap(0, 7) * hilal.word { "بأيام", "بمصير", "بجحيم", "بالجحيم", "بالويل", "بويلات", "بمفاجآت", "بعواقب", "برد",
  "بالرد", "بصيف", "بشتاء",
  "بنهاية", "بالموت", "بحساب", "بدفع", "بهزيمة", "بدرس", "بمعركة", "بالمزيد", "بليال",
  "بحرق", "بالنار", "بالسحق", "بالقصاص", "بالمواجهة", "بالحرب", "بحرب", "بضربات", "بهجمات" }
-- «هدد الرئيس جارته بعواقب وخيمة إذا هاجمت قواته»: dire is what is threatened with where an attack is the condition, or war told of.
local ruin = hilal.gap(0, 9) * hilal.word { "بعواقب", "بمصير", "بجحيم", "بالجحيم", "بالويل", "بويلات", "بأيام", "بالموت", "بدفع" }
  + hilal.gap(0, 9) * words.harsh_answer
local provocation = words.condition * hilal.gap(0, 8) * (words.act + words.hostile + words.war_machine + words.troop
  + hilal.word { "مناورات", "المناورات" } + words.weapon
  + hilal.verb { "هاجم", "اعتدى", "استهدف", "قصف=قصف", "حلّق", "غزا=غزو", "ضرب=ضرب", "اجتاز", "هوجم", "قتل=قتل", "انتهك" })
local brandished = hilal.verb { "لوّح" }
local with_operation = hilal.gap(0, 8) * hilal.word { "بعملية", "بعمليات", "بحملة", "بمعركة", "بالتدخل", "بالدخول", "بالتحرك" }
-- «هدد المتمردون بأنهم سيقتحمون القلعة»
local will_strike = hilal.gap(0, 5) * hilal.word { "أن", "بأن", "بأنه", "بأنها", "بأنهم" } * hilal.gap(0, 3)
  * words.force_imperfect:as "force"
local hard_or_free = words.hard_force + words.free_masdar
local content = hilal.gap(0, 5) * hilal.word { "بأن", "بأنه", "بأنها", "بأنهم" }
-- What a threat brought about: استنفار بسبب تهديدات التنظيم.
local brought_about = { "بسبب", "بعد", "إثر", "اثر", "رغم", "جراء", "عقب", "وسط", "لتهديدات", "نتيجة", "تلقي", "تصاعد" }
-- A message that threatens: «نشر بيانا هدد فيه الدولة».
local in_message = hilal.word { "فيه", "فيها", "خلاله", "خلالها" } * hilal.any():as "who"
local mutual = hilal.word { "متبادلة", "المتبادلة" }
local fought_off = hilal.word { "مواجهة", "لمواجهة", "مكافحة", "خطر", "أمام", "ضد" }
local answer_to = hilal.gap(0, 6) * words.respond_masdar:as "force" * hilal.gap(0, 2)
  * (words.hostile + hilal.word { "قوة", "قسوة", "عسكريا", "المثل" })
-- What armed bodies do to borders and places, beside attacking them.
local crossing = hilal.word { "عبور", "اجتياز", "دخول", "توغل", "زحف", "تقدم", "سيطرة", "تدخل" }
local any_force = hilal.gap(0, 9) * (annexed + barred)
  + hilal.gap(0, 9) * (laid_waste + nuclear + words.force + words.intensified + words.free_masdar + crossing
  + hilal.word "عنف"):as "force"
local phrase_next = hilal.gap(0, 2) * words.force_phrase
local abstract_next = hilal.gap(0, 3) * words.abstract:as "what"
local with_force = hilal.gap(0, 5) * (words.force + words.other_deed):as "force"
local peaceful_aim = hilal.gap(0, 6) * hilal.lexicon "peaceful_aims":as "aim"
local answer = hilal.gap(0, 5) * hilal.word "رد"

-- Whether what is threatened with is no force: بالانسحاب.
local function is_peaceful(sentence, cue)
  local found = util.next(sentence, cue, peaceful_aim)
  return found ~= nil and (util.begins(found.aim.text, "ب") or util.is_with(sentence, cue, found.aim))
end

-- Killing is crime unless somebody armed is told of, or hostages whom they hold.
local held = hilal.word { "الرهائن", "رهائن", "رهينة", "الرهينة", "الرهينتين", "الأسرى", "أسرى", "الأسير", "المختطفين", "المخطوفين",
  "المحتجزين" }
local function is_crime(sentence, force)
  return util.within(sentence, force, words.kill_masdar) and not sentence:has(words.armed) and not sentence:has(held)
end

-- The force that a verb threatens with: behind «هدد قادة الحرب بقصف المدينة» no war.
local function force_behind(sentence, cue, pattern, actor)
  local found = util.next(sentence, cue, pattern)
  if found and actor and util.overlap(actor, found.force) then
    return util.next(sentence, found.force, pattern) or found
  end
  return found
end

-- Whether no more than peace or talks are in danger: «يهدد الاستقرار»; the council of «نائب رئيس مجلس الأمن» is of an office.
local function is_of_things(sentence, cue)
  local found = util.next(sentence, cue, abstract_next)
  if not found or util.next(sentence, cue, phrase_next) then
    return false
  end
  local actor = sentence:subject_of(cue)
  return not (actor and (actor.type or util.is_power(sentence, actor))
    and (util.overlap(found.what, actor) or actor.office and util.overlap(found.what, actor.office)))
end

local team = hilal.word "الفريق"
local killing_of = hilal.gap(0, 4) * (words.kill_masdar + hilal.verb(hilal.lexicon("force_verbs", { kind = "kill" }), "imperfect"))
-- What is asked of the words alone comes first, here and below: who acts takes a look at the whole sentence's names.
local function by_verb(sentence, cue)
  if is_of_things(sentence, cue) then
    return nil
  end
  local hostages = sentence:has(held) and util.next(sentence, cue, killing_of)
  if hostages then
    return parties.finding(sentence, cue, nil, 0.8)
  end
  if not util.next(sentence, cue, any_force) and not sentence:has(fighters) then
    return nil
  end
  local actor = sentence:subject_of(cue)
  if actor and util.within(sentence, actor, words.danger) then
    return nil
  end
  -- «الفريق» is a rank and a team.
  local armed = util.is_armed(sentence, actor) and not (sentence:has(words.peaceful) and util.within(sentence, actor, team))
  local vowed = util.within(sentence, cue, doom)
  local found = force_behind(sentence, cue, (armed or vowed or util.within(sentence, cue, brandished) and util.is_power(sentence, actor))
    and any_force or hard, actor)
    or sentence:has(words.armed) and util.next(sentence, cue, killing) or util.next(sentence, cue, chasing)
    or util.next(sentence, cue, answer_to) or nil
  if found and util.within(sentence, found.force, toppling) and not sentence:has(words.armed) and not sentence:has(words.war_machine)
    and not sentence:has(plane) then
    return nil
  end
  if found and util.is_with(sentence, cue, found.force) then
    local target = parties.hit(sentence, found.force)
    if sentence:has(words.peaceful) and not armed or target and util.within(sentence, target, words.abstract) then
      return nil
    end
    if not armed and is_crime(sentence, found.force) then
      return nil
    end
    return parties.finding(sentence, cue, found.force, 0.9)
  end
  local strike = armed and util.next(sentence, cue, will_strike)
  if strike then
    return parties.finding(sentence, cue, strike.force, 0.8)
  end
  if armed and util.within(sentence, cue, brandished) and util.next(sentence, cue, with_operation) then
    return parties.finding(sentence, cue, nil, 0.7)
  end
  local sent = sentence:has(words.armed) and util.has_before(sentence, cue, message) and util.next(sentence, cue, in_message)
  if not (armed or sent) or is_peaceful(sentence, cue) then
    return nil
  end
  -- An armed body threatens a named one, whatever with; in a message of its own «فيه» parts the verb from the one threatened.
  local target = sent and parties.at(sentence, sent.who) or parties.hit(sentence, cue)
  local named = target and target.type and target.type ~= "PER"
  -- «هدد المسلحون بقطع المياه إذا تقدم الجيش»: what an armed body will do on a condition.
  local conditional = actor and util.within(sentence, actor, words.armed) and util.behind(sentence, cue, words.condition)
  if named or conditional or util.is_armed(sentence, target) or util.next(sentence, cue, answer) then
    return parties.finding(sentence, cue, nil, 0.7, { actor = sent and parties.last_armed(sentence, cue), target = sent and target })
  end
  return nil
end

-- What is renewed or carried out: جدد القائد تهديده.
local renewed = hilal.verb({ "جدّد", "كرّر", "أكّد", "نفّذ" }, { "perfect", "imperfect" }):as "verb" * hilal.gap(0, 5) * threat

local civil = hilal.lexicon "civil_topics"

-- Whether what a foe is threatened with stands behind it: «يتوعد الدولة بعقوبات».
local function is_told_with(sentence, target)
  local rest = sentence:after(target)
  local word = rest and string.match(rest.text, "^ *(ب[^ ]+)")
  return word ~= nil and word ~= "بعد" and word ~= "بسبب"
end

-- «قائد الحركة يتوعد الدولة: لن نسكت»: a state that whoever commands arms vows ill to, with nothing said of how.
local function is_foe_of(sentence, cue, subject, target)
  local last = subject and subject.start >= cue.stop and subject or cue
  return (target.type == "GPE" or util.within(sentence, target, words.power)) and target.start - last.stop < 3
    and util.is_armed(sentence, subject) and not is_told_with(sentence, target) and not sentence:has(civil)
    and not sentence:has(words.peaceful)
end

-- «سنقلب الطاولة عليهم، توعد القائد»: what stands before is the threat.
local to_come = hilal.word { "لن", "سوف", "إذا" } + words.future { "كان=كون", "قلب=قلب", "جعل=جعل", "رأى=رؤية", "عاد=عودة", "دخل=دخول",
  "وصل=وصول" } + words.future(hilal.lexicon "force_verbs")
local function by_trailing(sentence, cue)
  local before = sentence:before(cue)
  return before and util.ends(before.text, "،", "، ", "»، ") and before:has(to_come)
    and util.is_armed(sentence, sentence:subject_of(cue)) and parties.finding(sentence, cue, nil, 0.7, { objectless = true }) or nil
end

-- Somebody vows ill to an armed body, or an armed body in words of its own: no more need be said.
local function by_doom(sentence, cue)
  local own = util.within(sentence, cue, doom)
    and (util.next(sentence, cue, own_words) or util.next(sentence, cue, more) or util.next(sentence, cue, content))
  if own and (util.is_armed(sentence, sentence:subject_of(cue)) or sentence:has(words.armed)) then
    return parties.finding(sentence, cue, nil, 0.7)
  end
  local subject = util.within(sentence, cue, doom) and sentence:subject_of(cue) or nil
  if subject and (util.is_armed(sentence, subject) and util.next(sentence, cue, whoever)
    or util.is_state(sentence, subject) and (util.next(sentence, cue, paying)
      or util.next(sentence, cue, dire) and not sentence:has(words.peaceful) and not is_peaceful(sentence, cue))
    or sentence:has(words.armed) and util.next(sentence, cue, punishing)) then
    return parties.finding(sentence, cue, nil, 0.7)
  end
  if util.next(sentence, cue, ruin) and sentence:has(provocation) and util.is_state(sentence, subject or sentence:subject_of(cue))
    and not sentence:has(words.peaceful) and not is_peaceful(sentence, cue) then
    return parties.finding(sentence, cue, nil, 0.7)
  end
  local target = util.within(sentence, cue, doom) and parties.hit(sentence, cue)
  if target and is_foe_of(sentence, cue, sentence:subject_of(cue), target) then
    return parties.finding(sentence, cue, nil, 0.7)
  end
  if target and target.start - cue.stop < 30 and util.within(sentence, target, words.armed) then
    return not is_peaceful(sentence, cue) and parties.finding(sentence, cue, nil, 0.7) or nil
  end
  return nil
end

-- What somebody says with a threat: «قال مهددا إن صواريخه جاهزة».
local function by_saying(sentence, cue)
  local rest = sentence:after(cue)
  local said = rest and (util.begins(rest.text, ":", " :") or util.next(sentence, cue, that))
  return said and util.next(sentence, cue, with_arms) and parties.finding(sentence, cue, nil, 0.6, { objectless = true }) or nil
end

-- Whether a threat's target is somebody: named, armed or definite.
local function is_somebody(sentence, target)
  return target.type ~= nil or util.has_article(target) or util.begins(target.text, "لل", "كل ")
    or util.is_armed(sentence, target)
end

-- Whether a threat is addressed to a party: لحماس, للحكومة, إلى السكان.
local function is_told(sentence, party)
  return util.letter_before(sentence, party) == "ل" or util.begins(party.text, "لل") or util.follows(sentence, party, "إلى")
end

-- Who is told of a threat: تلقى السكان تهديدات.
local function receiver(sentence, cue)
  local rest = sentence:before(cue)
  local found = rest and rest:find(received)
  return found and sentence:subject_of(found.received)
end

-- Who has addressed a threat to somebody: «وجّه التنظيم تهديدا», «تلقت الصحيفة تهديدات من التنظيم».
local function sender(sentence, cue)
  local rest = sentence:before(cue)
  local found = rest and rest:find(issued)
  local actor = found and sentence:subject_of(found.verb)
  if actor and util.is_armed(sentence, actor) then
    return actor
  end
  found = rest and rest:has(told) and util.next(sentence, cue, from_armed)
  return found and parties.at(sentence, found.who) or nil
end

local to_whoever = hilal.gap(0, 1) * hilal.word "لكل" * hilal.word "من"

local function by_noun(sentence, cue)
  local found = util.next(sentence, cue, with_force)
  local plain = util.next(sentence, cue, outspoken)
  if not found and not plain and not util.within(sentence, cue, threats) and not util.follows(sentence, cue, "رسالة", "رسائل")
    and not util.has_before(sentence, cue, sending) and not sentence:has(renewed) and not util.next(sentence, cue, to_whoever) then
    return nil
  end
  local again = sentence:find(renewed)
  local actor = again and sentence:subject_of(again.verb) or sentence:subject_of(cue)
  local armed = util.is_armed(sentence, actor)
  if found and util.is_with(sentence, cue, found.force) then
    local exchange = util.has_before(sentence, cue, exchanged) or util.next(sentence, cue, mutual)
    local bearer = sentence:has(words.armed) or sentence:has(words.war_machine)
      or util.is_power(sentence, actor) and not util.within(sentence, found.force, toppling)
    local hard_force = bearer and util.within(sentence, found.force, hard_or_free) and not sentence:has(words.police)
    if armed or exchange or hard_force then
      local score = armed and 0.8 or 0.7
      return parties.finding(sentence, cue, found.force, score, { target = receiver(sentence, cue) })
    end
  end
  if sentence:has(words.armed) and sentence:has(exchanging) then
    return parties.finding(sentence, cue, nil, 0.7)
  end
  -- «يبثون تهديدا لكل من يقترب»
  if not util.has_close_before(sentence, cue, threat, 3) and util.next(sentence, cue, to_whoever) and sentence:has(words.armed) then
    return parties.finding(sentence, cue, nil, 0.6, { objectless = true })
  end
  local target = parties.hit(sentence, cue)
  local addressed = target and not util.within(sentence, target, words.abstract) and is_somebody(sentence, target)
    and target.start - cue.stop < 40 and is_told(sentence, target)
  if addressed and plain and not util.has_before(sentence, cue, being) then
    return parties.finding(sentence, cue, nil, 0.6)
  end
  local letter = util.follows(sentence, cue, "رسالة", "رسائل") and util.next(sentence, cue, from_armed)
  if letter then
    return parties.finding(sentence, cue, nil, 0.7, { actor = parties.at(sentence, letter.who) })
  end
  local from = sender(sentence, cue)
  if from then
    return parties.finding(sentence, cue, nil, 0.7, { actor = from, target = receiver(sentence, cue) })
  end
  if armed and again and addressed then
    return parties.finding(sentence, cue, nil, 0.7, { actor = actor })
  end
  if not armed or not util.within(sentence, cue, threats) then
    return nil
  end
  local effect = util.follows(sentence, cue, table.unpack(brought_about)) and not util.has_before(sentence, cue, fought_off)
  if util.next(sentence, cue, uttered) or addressed or effect then
    return parties.finding(sentence, cue, nil, 0.7)
  end
  return nil
end

local taken_back = hilal.verb({ "تراجع", "عدل=عدول", "تخلّى", "رجع=رجوع", "اعتذر" }, { "perfect", "imperfect", "noun" })
-- Whether there is no such threat. A negated verb leaves a threat of somebody's standing: «لم تخف تهديداته».
local function is_absent(sentence, cue)
  if util.is_question(sentence, cue) or cue.polarity == "denied" then
    return true
  end
  if util.follows(sentence, cue, "عن") and util.has_before(sentence, cue, taken_back) then
    return true
  end
  return cue.polarity == "negated" and (not sentence:subject_of(cue) or util.follows(sentence, cue, "لا", "أي", "دون", "بلا"))
end

--- The verb, its participle and the verbal noun.
menace.pattern = threaten:as "verb" + threatening:as "participle" + threat:as "noun"

--- What the words of a match threaten with, as a finding, or nil.
function menace.decide(sentence, m)
  local cue = m.verb or m.participle or m.noun
  if m.noun then
    local found = by_noun(sentence, cue)
    return found and not is_absent(sentence, cue) and found or nil
  end
  -- لوحة is a board, المهددة the one in danger.
  if m.verb and string.find(cue.text, "ة$") or m.participle and util.has_article(cue) then
    return nil
  end
  local found = by_verb(sentence, cue) or by_doom(sentence, cue) or by_trailing(sentence, cue) or m.participle and by_saying(sentence, cue)
  return found and not util.is_denied(sentence, cue) and found or nil
end

-- Characters from a verb of threatening to what it threatens with.
local content_reach = 60
local finite = threaten:as "verb" + threatening:as "participle"
local another = hilal.verb({ "قال", "أضاف", "أكّد", "أعلن", "شدّد", "أوضح", "تعهّد", "أقسم", "ذكر=ذكر" })

-- Whether what stands behind a verb is what it threatens with: «بالرد»، «بأن قواته ستقصف».
local function is_content(sentence, verb, cue)
  if cue.start - verb.stop > content_reach or not util.same_clause(sentence, verb, cue) then
    return false
  end
  local between = util.between(sentence, verb, cue)
  return (util.letter_before(sentence, cue) == "ب" or util.begins(cue.text, "ب") or string.find(between, " بأن", 1, true) ~= nil)
    and not util.has_before(sentence:after(verb), cue, another)
end

--- Whether a verb of threatening before a cue tells the same threat, so that it counts once: «لوّح بالرد على أي هجوم».
function menace.tells(sentence, cue)
  local last = spans.last_before(sentence, cue, finite)
  local verb = last and (last.verb or last.participle)
  return verb ~= nil and is_content(sentence, verb, cue) and menace.decide(sentence, last) ~= nil
end

return menace

-- Force readied, massed, planned or sent for a coming attack.
local declaration = require "declaration"
local calling = require "calling"
local display = require "display"
local doubts = require "doubts"
local gathering = require "gathering"
local massing = require "massing"
local orders = require "orders"
local parties = require "parties"
local readying = require "readying"
local terms = require "terms"
local util = require "util"
local words = require "words"

local plan = hilal.verb({ "خطّط", "اعتزم", "تهيّأ", "تحضّر" }, "imperfect")
  + hilal.word { "ينوي", "تنوي", "ينوون", "ننوي" }
  + hilal.verb({ "استعدّ", "تأهّب", "تجهّز" }, "imperfect") + hilal.verb({ "استعدّ" }, "perfect")
local decide = hilal.verb({ "قرّر" }, "perfect")
local ready = hilal.word {
  "متأهبة", "متأهب", "متأهبون", "متأهبين", "جاهزون", "جاهزة", "جاهز", "جاهزين", "مستعدون", "مستعدة", "مستعد", "مستعدا",
  "مستعدين", "استعداد", "استعداده", "استعدادها",
}
  + hilal.phrase { "أهبة الاستعداد", "أتم الاستعداد" }
local readiness = hilal.word { "جاهزية", "جهوزية", "جاهزيته", "جاهزيتها", "جهوزيته", "جهوزيتها" }
local towards = hilal.word { "تمهيدا", "تأهبا", "استعدادا", "تحضيرا", "استعدادات", "تحضيرات", "استعداداته", "استعداداتها" }
local order = orders.order
local allow = hilal.verb({ "أجاز", "أقرّ", "صادق", "وافق" }, { "perfect", "imperfect" })
local permit = hilal.verb({ "سمح=سماح" }, { "perfect", "imperfect" })
local incite = hilal.verb({ "دعا=دعوة", "حرّض", "حثّ=حث" }, { "perfect", "imperfect", "participle" }) + hilal.word { "نداء", "نداءه" }
local imminent = hilal.word { "وشيك", "وشيكة", "وشيكا", "مرتقب", "مرتقبة", "مرتقبا" }
local expected = hilal.word { "متوقع", "مرتقب", "مقرر", "منتظر", "قريبا", "ينتظر", "يتوقع" }
local send = hilal.verb({ "أرسل", "نشر=نشر", "حشد=حشد", "دفع=دفع", "وجّه" }, { "imperfect", "noun" })
  + hilal.verb({ "حشد=حشد", "دفع=دفع" }, "perfect") + hilal.word "تعبئة"
local sending = hilal.word { "إرسال", "نشر", "إيفاد" }
local deploy = hilal.verb({ "انتشر", "توجّه" }, { "imperfect", "noun" })
local call_up = hilal.verb({ "استدعى" })
local reserves = hilal.gap(0, 6) * hilal.word "احتياط"
local alert = hilal.phrase {
  "حالة الاستعداد", "درجة الاستعداد", "درجة الجاهزية", "التعبئة العامة", "تعبئة عامة", "النفير العام", "حالة التأهب",
    "التأهب", "حالة تأهب", "حالة استنفار", "الاستنفار",
}
-- Waiting for the word: بانتظار أمر الهجوم.
local waiting = hilal.word { "بانتظار", "انتظار" }:as "cue" * hilal.gap(0, 1)
  * hilal.word { "أمر", "أوامر", "إشارة", "ساعة" } * hilal.gap(0, 1)
local entry = hilal.word { "الدخول", "دخول", "التوغل", "الزحف", "الاقتحام", "الهجوم", "التقدم" }
local begin = hilal.verb({ "بدأ=بدء", "شنّ=شن", "أطلق", "نفّذ", "انطلق" }, "imperfect")
local troops = hilal.lexicon "troops"
local keeping_peace = hilal.gap(0, 1) * hilal.word { "لحفظ", "لمراقبة" }

local offensive = words.attack_masdar + words.force_phrase
  + hilal.noun { "هجوم=هجمات", "ضربة", "غارة", "معركة=معارك", "حرب=حروب", "قتال", "اجتياح" } + hilal.word "مواجهات"
local aim = offensive + words.long_deed + words.other_deed + hilal.word { "محاربة", "مقاتلة", "رد", "صد", "مواجهة", "خوض", "دخول" }
-- What forces do to places: they retake, enter, clear them.
local taking = words.other_deed + hilal.word { "سيطرة", "توغل", "تطهير", "دحر", "طرد", "زحف" }
local to_fight = hilal.lexicon "fighting_aims"
local fighting = (words.deed
  + hilal.verb({ "صدّ=صد", "خاض=خوض", "قاتل=قتال", "واجه" }, "noun")):as "masdar"
local purpose_of_order = towards * hilal.gap(0, 1) * aim:as "aim" + to_fight:as "aim"
local own_attack = hilal.word { "هجوم", "هجمات", "ضربات", "غارات", "ضربة" } + words.force_phrase
local taking_of = words.free_masdar + words.fight_masdar + hilal.word { "طرد", "القضاء", "دحر" }
local own_operation = words.force_phrase + hilal.word { "هجوما", "هجوم", "معركة", "عملية", "عمليات" }
local known_attacks = hilal.word { "الهجمات", "العمليات", "التفجيرات", "الاعتداءات", "الحروب" }
-- What is only let happen is another's deed: «وافقت على السماح لطائرات الحلفاء بشن غارات».
local permitting = hilal.verb({ "سمح=سماح", "أتاح" }, { "imperfect", "noun" })
local deemed = hilal.verb({ "اعتبر", "عدّ=عد", "وصف=وصف", "صنّف" }) - hilal.word "نصف"
local deemed_reach = 60
-- Readiness against whoever comes: «لمواجهة كل من تسول له نفسه».
local whoever = hilal.gap(0, 1)
  * (hilal.word "كل" * hilal.word "من" + hilal.word "أي" * hilal.noun { "معتد", "عدوان", "اعتداء", "هجوم=هجمات", "معتدي" })
-- Whose plan it is makes it: «وضع خطة لاقتحام القلعة»; one under way («ضمن خطة لتحرير المحافظة») is no threat.
local state, attack = hilal.entity "GPE", hilal.noun { "هجوم=هجمات" }
local making = hilal.verb({ "وضع=وضع", "أعدّ", "رسم=رسم", "بحث=بحث", "ناقش", "درس=دراسة", "تحرّى", "أقرّ", "اعتمد", "صادق", "وافق" })
  + hilal.verb({ "تحدّث", "كشف=كشف", "أعلن" }, { "perfect", "imperfect" }) * hilal.gap(0, 8) * hilal.word "عن"
  + hilal.word { "هناك", "اللمسات", "لدينا" }
local army = hilal.word {
  "جيش", "الجيش", "قوات", "القوات", "المقاومة", "التحالف", "كتائب", "الكتائب", "الميليشيات", "ميليشيات", "الحوثيون", "البيشمركة",
}
local chase = words.chase_masdar
-- What forces join: للمشاركة في عملية, للانخراط في القتال.
local to_join = hilal.word { "للمشاركة", "للانخراط", "للانضمام", "للدخول", "لخوض", "للتوجه", "للذهاب", "لدخول", "للقيام" }
  * hilal.word { "في", "إلى" } ^ -1 * hilal.gap(0, 1) * (hilal.lexicon "campaigns" + offensive + words.other_deed):as "force"
-- How hard an answer is readied: مستعدة للرد بأشد الطرق.
local hard_answer = hilal.gap(0, 1) * hilal.word "رد" * hilal.gap(0, 1) * (hilal.word { "أشد", "أقسى", "قوة", "حزم", "قسوة", "عسكريا" }
  + hilal.word "على" * hilal.word { "أي", "أية", "كل" })
-- Going in: جاهزون لدخول الجليل، للتدخل عسكريا، لإرسال مقاتليه.
local going_in = words.crossing + hilal.word { "للتدخل" } + hilal.word { "لدخول", "للدخول", "للتدخل", "للتحرك", "للعمل" } * hilal.gap(0, 2)
  * (words.military_word + hilal.word { "بالقوة" })
  + hilal.word { "لدخول", "لإرسال" } * hilal.gap(0, 1) * (troops + hilal.lexicon "followers" + hilal.entity())
-- Means made ready: أعدت العدة لاقتحام السجن، أعدت مئات الانتحاريين لتنفيذ هجمات.
local prepare = hilal.verb({ "أعدّ", "جهّز", "جنّد", "هيّأ" }, { "perfect", "imperfect" })
local prepared = prepare * hilal.gap(0, 2) * (hilal.word { "العدة", "عدتها", "عدته", "عدتهم" } * hilal.gap(0, 1) * to_fight:as "force"
  + hilal.word { "انتحاريين", "الانتحاريين", "استشهاديين", "الاستشهاديين", "انتحاريا" } * hilal.gap(0, 3)
    * (to_fight + hilal.word "لتنفيذ" * hilal.gap(0, 1)
    * (offensive + hilal.word { "عمليات", "عملية" })):as "force")
  + hilal.verb({ "أعدّ" }, "imperfect") * -(hilal.gap(0, 2) * hilal.word { "بداية", "خطوة", "نقطة", "مقدمة" }) * hilal.gap(0, 3)
    * hilal.word { "لتحرير", "لاقتحام", "لمهاجمة", "لشن", "لاستعادة", "لهجوم", "لاجتياح", "لغزو", "لضرب", "لقصف", "لحرب" }:as "force"
  + hilal.verb({ "أعدّ", "حضّر", "جهّز" }, "imperfect")
    * (hilal.word { "لضربات", "لهجمات", "لغارات", "لعملية", "لعمليات", "لمعركة", "لهجوم" }
      * (hilal.gap(0, 1) * words.military_word + hilal.gap(0, 2) * hilal.word { "على", "ضد", "جوية", "برية" })):as "force"
local troops_readied = hilal.verb({ "أعدّ", "جهّز", "هيّأ", "استنفر", "عبّأ", "خصّص" }, { "perfect", "imperfect" }):as "cue"
  * hilal.gap(0, 3) * (troops + hilal.word { "وحدات", "قوات", "مقاتلين", "جنود", "كتائب", "رجال" }) * hilal.gap(0, 3) * to_fight:as "force"
local preparations = hilal.noun({ "استعداد", "تحضير", "تجهيز" }, { "استعدادات", "تحضيرات", "تجهيزات" })
local front = hilal.word { "جبهة", "جبهات", "معركة", "معارك", "حملة", "عملية" }
-- A force made for it: تشكيل قوة مشتركة لمحاربة الجماعة، ليشاركوا في عمليات.
local form = hilal.verb({ "شكّل", "أنشأ", "كوّن", "أسّس" }, "noun")
local formed = (words.stress + hilal.verb({ "اتّفق", "بدأ=بدء", "أقرّ", "بحث=بحث", "درس=دراسة" }, { "perfect", "imperfect" })
  + hilal.word { "سيتم", "سيجري", "يجري" }):as "cue"
  * hilal.gap(0, 7) * form * hilal.gap(0, 1) * (troops + hilal.word { "أفواج", "فوج", "تحالف", "سرايا" }) * hilal.gap(0, 8)
  * (to_fight + hilal.word { "ليشاركوا", "لتشارك", "للمشاركة" } * hilal.gap(0, 6) * words.force_phrase
    + hilal.word { "مهمتها", "مهمته", "مهمتهم" } * hilal.gap(0, 1) * taking_of):as "force"
-- What is due: من المزمع القيام بهجوم، من المنتظر أن تبدأ القوات هجوما على المعقل.
local due = hilal.word { "المزمع", "المقرر", "المنتظر", "المرتقب", "المتوقع", "مزمع", "يعتزم", "تعتزم" }
local scheduled = due * hilal.gap(0, 2) * hilal.word { "قيام", "شن", "تنفيذ", "إطلاق", "بدء", "انطلاق" } * hilal.gap(0, 1)
  * own_attack:as "force"
local against = hilal.gap(0, 3) * hilal.word { "على", "ضد" } * hilal.gap(0, 2)
  * (words.armed + hilal.noun(hilal.lexicon "positions") + hilal.lexicon "place_nouns")
local bearing_arms = hilal.phrase { "حمل السلاح", "رفع السلاح" }
local against_some = hilal.word { "ضد", "في" } * hilal.gap(0, 1) * (words.armed + hilal.word { "وجه" })
local followers = hilal.gap(0, 5) * hilal.lexicon "followers"
-- «رجاله على استعداد»
local own_men, own_reach = hilal.lexicon "followers", 15
local refusal = hilal.verb({ "اعترض", "رفض=رفض", "عارض", "استبعد", "حذّر" }) + hilal.word { "ضد" } * hilal.word { "إرسال", "نشر" }
local military = words.armed + words.military + words.military_word + troops

-- Whether a word is the aim: لقصف, للرد, على شن.
local function is_aim(sentence, span)
  return util.letter_before(sentence, span) == "ل" or string.find(span.text, "^لل") ~= nil
    or string.find(span.text, "^ل") ~= nil
end

-- Whether a preposition stands before what is ordered, allowed or called for.
local function is_governed(sentence, cue, span)
  local letter = util.letter_before(sentence, span)
  if letter == "ب" or letter == "ل" then
    return true
  end
  local between = util.between(sentence, cue, span)
  return string.find(between, "إلى ") ~= nil or string.find(between, "على ") ~= nil
    or string.find(between, " ب[^ ]+ $") ~= nil or string.find(between, " ل[^ ]+ $") ~= nil
end

-- The verbal noun whose object is the target: in لقتال, and of an order to send troops the purpose.
local function force_of(sentence, m)
  local span = m.force
  if m.ordered then
    local purpose = util.behind(sentence, span, purpose_of_order)
    span = purpose and purpose.aim or span
  end
  local part = sentence:within(span)
  local found = part and part:find(fighting)
  return found and found.masdar or span
end

-- Whether an army or a militia plans, no cell that the police tell of.
local function is_army(sentence, actor)
  return actor ~= nil and util.within(sentence, actor, army)
end

local siege = hilal.verb({ "حاصر", "طوّق" }) + hilal.word { "حصار", "الحصار" }
local of_state = hilal.gap(0, 1) * state
local strikes = own_attack + words.attack_masdar
-- Whether a state means to strike: «بريطانيا مستعدة لقصف معاقلهم».
local own_state, own_arms = hilal.word { "بلاده", "بلادها", "بلادنا" }, hilal.word { "أسلحته", "أسلحتها", "مخزونها", "ترسانتها" }
local function by_state(sentence, cue, force)
  local actor = sentence:subject_of(cue)
  local is_one = actor and (actor.type and actor.type ~= "PER" or util.within(sentence, actor, own_state) and not sentence:has(own_arms))
  return is_one and util.within(sentence, force, strikes)
end

local function check(sentence, m)
  local cue = m.cue
  -- «لم يحدد موعد بدء الهجوم» denies no offensive.
  local denied = m.date and cue.polarity == "denied" or not m.date and util.is_denied(sentence, cue)
  if denied or util.has_article(cue) and m.ready and not util.within(sentence, cue, readiness) or sentence:has(words.peaceful) then
    return nil
  end
  local armed = sentence:has(military) or m.towards
    and (sentence:has(words.force_phrase) or sentence:has(state) and sentence:has(attack)) or not m.plan
      and sentence:has(words.invasion) or m.ready
    and (sentence:has(words.force_noun) or util.next(sentence, cue, hard_answer))
    or m.incite and (util.next(sentence, cue, followers) or util.is_armed(sentence, sentence:subject_of(cue)))
    or (m.ready or m.plan) and by_state(sentence, cue, m.force)
    or m.ordered and sentence:has(words.act) and util.is_power(sentence, sentence:subject_of(cue))
    or m.zero and util.within(sentence, m.force, words.free_masdar) or util.within(sentence, m.force, orders.to_war)
    or util.within(sentence, cue, call_up) or m.towards
      and util.next(sentence, m.force, of_state)
    or (m.close or m.placed) and util.is_power(sentence, parties.teller(sentence, cue))
    or m.shown and (util.has_article(m.shown) or util.is_power(sentence, sentence:subject_of(cue)))
    -- «محاصرة المدينة تمهيدا لاقتحامها»
    or m.towards and sentence:has(siege) and util.within(sentence, m.force, words.deed)
  if not armed or sentence:has(words.police) and not (m.plan and is_army(sentence, sentence:subject_of(cue))) then
    return nil
  end
  -- «يخطط لشن الهجمات هنا وهناك»: what somebody is known for, no plan.
  if m.plan and not cue.source and (util.has_article(m.force) or util.next(sentence, m.force, known_attacks)) then
    return nil
  end
  if m.preparing and util.is_past(sentence, cue) or m.plan and (util.is_past(sentence, cue) or util.follows(sentence, cue, "من", "ما"))
    or m.decide and util.follows(sentence, cue, "إذا", "ما", "لو") then
    return nil
  end
  if m.decide and (util.has_before(sentence:after(cue), m.force, words.refraining)
    or not util.is_near(sentence, sentence:subject_of(cue), cue, m.force)) then
    return nil
  end
  local joined = m.decide and util.follows(sentence, m.force, "في", "خوض", "إلى")
  if m.decide and util.has_article(m.force) and not joined or util.has_before(sentence, cue, refusal) then
    return nil
  end
  if m.ready or m.incite then
    local actor = sentence:subject_of(cue)
    local ours = actor and string.find(actor.text, "نا$")
    local somebody = m.ready and (actor and actor.type or util.next(sentence, m.force, whoever))
      or m.incite and util.next(sentence, cue, followers)
    -- «قالت إنها مستعدة لضرب القواعد»: the one who speaks.
    local teller = m.ready and not actor and util.follows(sentence, cue, "إنه", "إنها", "أنه", "أنها", "إننا", "أننا", "بأنها", "بأنه")
      and parties.teller(sentence, cue)
    somebody = somebody or m.ready and util.is_armed(sentence, cue.source)
      or m.incite and util.is_power(sentence, actor) and util.has_before(sentence:after(cue), m.force, words.armed)
        and not util.has_before(sentence:after(cue), m.force, words.refraining)
    somebody = somebody or teller and teller.type or util.is_armed(sentence, teller or nil)
      or m.ready and util.is_power(sentence, actor or teller or nil) or m.incite and util.within(sentence, m.force, bearing_arms)
        and util.next(sentence, m.force, against_some)
    somebody = somebody or m.ready and util.has_close_before(sentence, cue, own_men, own_reach)
    somebody = somebody or m.ready and util.follows(sentence, cue, "نحن", "إننا", "أننا", "بأننا")
      and util.is_armed(sentence, parties.teller(sentence, cue))
    if not ours and not util.is_armed(sentence, actor) and not somebody then
      return nil
    end
  end
  if m.incite and string.find(cue.text, "ه$") or m.ready and util.has_close_before(sentence, cue, deemed, deemed_reach) then
    return nil
  end
  if m.ordered and util.has_before(sentence:after(cue), m.force, permitting) then
    return nil
  end
  if m.going_on and util.letter_before(sentence, m.force) ~= "ب" then
    return nil
  end
  local sent_off = m.ordered and util.within(sentence, cue, allow) and util.within(sentence, m.force, sending)
  if m.ordered and not sent_off and not is_governed(sentence, cue, m.force) or m.start and util.has_article(m.force) then
    return nil
  end
  if m.future and not util.is_future(sentence, m.future) and not sentence:has(expected) then
    return nil
  end
  if not util.same_clause(sentence, cue, m.force) or m.sent and string.find(util.between(sentence, cue, m.force), "،", 1, true) then
    return nil
  end
  -- Readiness bettered by drill and aid is meant for nobody.
  if m.ready and util.follows(sentence, cue, "درجة", "مستوى", "رفع", "زيادة", "تعزيز", "تطوير") then
    return nil
  end
  if (m.ready or m.towards) and not is_aim(sentence, m.force) then
    local between = util.between(sentence, cue, m.force)
    if not string.find(between, " ل", 1, true) then
      return nil
    end
  end
  local actor = m.future and sentence:subject_of(m.future)
    or (m.towards or m.start) and parties.readier(sentence, cue)
    or m.sent and parties.governor(sentence, cue)
    or m.made and (parties.governor(sentence, cue) or parties.teller(sentence, cue))
    or m.plan and not sentence:subject_of(cue) and parties.last_armed(sentence, cue)
  -- «المقاومة ... وتعد لتحرير المحافظة»: what stands behind the deed is its object.
  local subject = not actor and m.force and sentence:subject_of(cue)
  if subject and subject.start >= m.force.stop then
    actor = parties.last_armed(sentence, cue)
  end
  return parties.finding(sentence, cue, force_of(sentence, m), 0.7, { actor = actor, objectless = true })
end

local readied = towards:as "towards":as "cue" * hilal.gap(0, 1) * aim:as "force"
local sent_to_fight = send:as "sent":as "cue" * hilal.gap(0, 3) * troops * hilal.gap(0, 8) * to_fight:as "force"
local told_later = readied + sent_to_fight
-- «في حال تأهب قصوى استعدادا للاجتياح», «قررت إرسال الجنود لقتال المسلحين»: what stands behind a word that is no plan.
local function later(sentence, cue)
  local rest = sentence:after(cue)
  local found = rest and rest:find(told_later)
  return found and check(sentence, found) or nil
end

return declaration.rule {
  id = "mobilisation",
  title = "Readies armed force",
  severity = "medium",
  codes = { cameo = "150", plover = "MOBILIZE" },
  -- allow: H104 (words of attacks are among those of campaigns, beside which they stand once)
  match = readied
    + hilal.word({ "تحضير" }):as "towards":as "cue" * (hilal.gap(0, 1) * to_fight
      + hilal.word { "لعملية", "لعمليات", "لحملة", "لضربة", "لضربات", "لهجوم" }
        * (words.military_word + hilal.word { "ضد", "على" })):as "force"
    + towards:as "towards":as "cue" * to_join
    + plan:as "plan":as "cue" * hilal.gap(0, 1) * hilal.word { "لتنفيذ", "لشن", "تنفيذ" } * hilal.gap(0, 1)
      * hilal.word { "عمليات", "عملية" }:as "force"
    + plan:as "plan":as "cue" * hilal.gap(0, 8) * (hilal.word "توسيع" * hilal.gap(0, 1) * hilal.lexicon "campaigns"):as "force"
    + plan:as "plan":as "cue" * hilal.gap(0, 1) * hilal.word "التقدم" * hilal.word { "نحو", "إلى", "باتجاه", "صوب" }:as "force"
    + towards:as "towards":as "cue" * hilal.gap(0, 5) * (words.force_phrase + taking):as "force"
    + towards:as "towards":as "cue" * hilal.gap(0, 1) * hilal.word { "حملة", "عملية", "عمليات", "مواجهات" }:as "force"
    + plan:as "plan":as "cue" * (hilal.gap(1, 4) * to_fight:as "force" + hilal.word "للقضاء":as "force")
    + hilal.phrase({ "ساعة الصفر" }):as "zero":as "cue" * hilal.gap(0, 2) * (words.attack_masdar + taking):as "force"
    + plan:as "plan":as "cue" * (hilal.gap(0, 6) * (offensive + words.long_deed):as "force" + hilal.gap(0, 1) * taking:as "force")
    + decide:as "decide":as "cue" * hilal.gap(0, 7) * offensive:as "force"
    + order:as "ordered":as "cue" * hilal.gap(0, 4) * chase:as "force"
      * hilal.gap(0, 1) * words.armed
    + (ready + readiness):as "ready":as "cue" * (hilal.gap(0, 1) * aim:as "force" + hilal.gap(2, 4) * words.force_phrase:as "force"
      + hilal.gap(0, 1) * to_join + hilal.gap(0, 1) * going_in:as "force" + hard_answer:as "force" + hilal.gap(0, 7)
        * to_fight:as "force")
    + (order + allow):as "ordered":as "cue" * hilal.gap(0, 5)
      * (words.force_phrase + hilal.word "شن" + sending * hilal.gap(0, 1) * (troops + words.weapon)):as "force" * -keeping_peace
    + order:as "ordered":as "cue" * hilal.gap(0, 4) * (hilal.word { "إطلاق", "فتح" } * hilal.word { "النار", "النيران" }):as "force"
    + (order + hilal.verb({ "وجّه" }, { "perfect", "imperfect" })):as "ordered":as "cue" * hilal.gap(0, 3)
      * (hilal.word { "مواصلة", "تكثيف", "تصعيد", "توسيع", "استئناف" } * hilal.gap(0, 1) * words.campaign):as "force":as "going_on"
    + allow:as "ordered":as "cue" * hilal.gap(0, 4) * (hilal.word "توسيع" * hilal.gap(0, 1) * hilal.lexicon "campaigns"):as "force"
    + allow:as "ordered":as "cue" * hilal.gap(0, 3) * hilal.word "على" * hilal.word { "المشاركة", "الانضمام", "مشاركة", "انضمام" }
      * hilal.gap(0, 2) * (words.act + words.force_phrase):as "force" * hilal.gap(0, 1) * hilal.word { "ضد", "على" }
    + allow:as "ordered":as "cue" * hilal.gap(0, 3) * hilal.word "على" * words.deed:as "force" * hilal.gap(0, 1)
      * (words.armed + hilal.noun(hilal.lexicon "positions"))
    + permit:as "ordered":as "cue" * hilal.gap(0, 5) * (sending * hilal.gap(0, 1) * troops):as "force"
    + (order + allow + permit):as "ordered":as "cue" * hilal.gap(0, 5) * words.incursion:as "force"
    + incite:as "incite":as "ordered":as "cue" * hilal.gap(0, 6)
      * ((offensive + words.long_deed + words.kill_masdar + words.free_masdar + words.chase_masdar
          + hilal.word { "الجهاد", "الثأر", "الانتقام" }):as "force"
        + hilal.lexicon "followers" * hilal.word { "إلى", "على" } * words.fight_masdar:as "force"
        + hilal.word { "التحاق", "انضمام" } * hilal.gap(0, 1) * hilal.word { "جبهات", "القتال", "المعركة" }:as "force")
    + hilal.word({ "عملية", "حملة", "معركة" }):as "cue" * hilal.gap(0, 1) * imminent * hilal.gap(0, 2) * to_fight:as "force"
    + words.act:as "force":as "cue" * (hilal.gap(0, 1) * imminent
      + (hilal.gap(3, 5) * hilal.word { "باتت", "بات", "أصبحت", "أصبح" } * hilal.word { "قريبة", "قريبا", "وشيكة", "وشيكا" }):as "close"
      + (hilal.gap(0, 2) * (hilal.word { "باتت", "بات", "أصبحت", "أصبح" } * hilal.word { "قريبة", "قريبا", "وشيكة", "وشيكا", "مسألة" }
        + hilal.word { "اقتربت", "اقترب", "تقترب", "يقترب" } * -hilal.word "من")):as "close")
    + massing.pattern
    + hilal.verb({ "أرسل", "نشر=نشر", "حرّك", "وجّه" }, "perfect"):as "sent":as "cue" * hilal.gap(0, 3)
      * (troops + hilal.word { "كتيبتين", "كتيبتان", "لواءين", "فرقتين", "سفينتين", "طائرتين", "مقاتلاته", "مقاتلاتها", "جنوده", "جنودها" })
      * hilal.gap(0, 4) * to_fight:as "force"
    + (hilal.verb({ "أرسل", "نشر=نشر", "دفع=دفع", "حرّك" }, "perfect") + hilal.word { "إرسال", "نشر", "دفع" }):as "sent":as "cue"
      * hilal.gap(0, 4)
      * (troops - hilal.word { "تعزيزات", "التعزيزات" }) * hilal.gap(0, 8) * to_join
    + sent_to_fight
    + hilal.verb({ "وصل=وصول", "توجّه", "تحرّك", "انطلق" }, "perfect"):as "sent":as "cue" * hilal.gap(0, 1)
      * (troops - hilal.word { "تعزيزات", "طائرات" }) * hilal.gap(0, 8) * to_join
    + making * hilal.gap(0, 3) * hilal.word({ "خطة", "خطط" }):as "made":as "cue" * hilal.gap(0, 3)
      * (to_fight + offensive + words.long_deed + taking + hilal.word "هجومية"
        + hilal.word { "عسكرية", "حربية" } * hilal.word { "ضد", "لضرب", "ضدها", "ضده" }):as "force"
    + hilal.word({ "خطط", "خططا", "خطة" }):as "made":as "cue" * hilal.gap(0, 2)
      * hilal.word { "وضعت", "جاهزة", "معدة", "أعدت", "اكتملت", "رسمت", "أقرت" } * hilal.gap(0, 2)
      * (to_fight + hilal.word { "لتوجيه", "لتنفيذ", "لشن" } * hilal.gap(0, 1) * offensive):as "force"
    + hilal.word({ "تعزيزات", "التعزيزات" }):as "cue" * (hilal.gap(0, 9) * to_join + hilal.gap(0, 6) * to_fight:as "force")
    + hilal.verb({ "شكّل", "أنشأ", "كوّن", "أسّس" }, { "perfect", "imperfect" }):as "cue" * hilal.gap(0, 3) * troops * hilal.gap(0, 4)
      * to_fight:as "force"
    + (hilal.verb({ "طلب=طلب" }, { "perfect", "imperfect" }):as "cue" * hilal.gap(0, 2) * hilal.word "من"
      + order:as "cue" * hilal.gap(0, 2)):as "incite":as "ordered" * hilal.lexicon "followers" * hilal.gap(0, 1) * words.deed:as "force"
    + plan:as "plan":as "cue" * hilal.gap(0, 2) * hilal.word "لقطع":as "force"
      * hilal.word { "الطرق", "الطريق", "إمدادات", "طرق", "طريق", "خطوط" }
    + deploy:as "sent":as "cue" * hilal.gap(0, 8) * to_fight:as "force"
    + words.pairs({ "عملية", "حملة", "ضربة", "عمليات", "ضربات" }, { "عسكرية", "برية", "جوية" }):as "force":as "cue" * hilal.gap(0, 1)
      * imminent
    + call_up:as "cue" * (reserves * hilal.gap(0, 3) * (to_fight + aim):as "force"
      + hilal.gap(0, 6) * hilal.word({ "الاحتياط", "احتياط", "الاحتياطي" }):as "force")
    + alert:as "cue" * hilal.gap(0, 6) * to_fight:as "force"
    + (hilal.word { "تاريخ", "موعد", "موعدا", "توقيت", "ساعة" } * hilal.word { "بدء", "انطلاق", "شن" }
      * (offensive:as "force" + hilal.word "حملة":as "force" * hilal.word { "على", "ضد" })):as "date":as "cue"
    + begin:as "future" * hilal.gap(0, 6) * own_operation:as "cue" * hilal.gap(0, 12) * aim:as "force"
    + begin:as "future" * hilal.gap(0, 4) * own_operation:as "cue" * against:as "force"
    + prepared:as "preparing":as "cue" + troops_readied + display.pattern + waiting * (offensive + entry):as "force"
    + preparations:as "towards":as "cue" * hilal.gap(0, 3) * hilal.word { "لفتح", "لخوض", "لإطلاق", "لبدء", "لشن" } * hilal.gap(0, 1)
      * front:as "force"
    + formed + scheduled:as "cue" + orders.pattern
    + hilal.word "قبل" * (hilal.word { "شن", "بدء" } * offensive:as "force"):as "start":as "cue" + readying.pattern:as "own"
    + gathering.pattern:as "gathering" + calling.pattern:as "calling",
  check = doubts.without({ "history", "fiction", "cyber", "comment", "old", "over", "guess", "preached" }, function(sentence, m)
    if massing.tells(sentence, m.cue, check) or calling.tells(sentence, m.cue) or m.towards and terms.tells(sentence, m.cue) then
      return nil
    end
    if m.own then
      return readying.decide(sentence, m) or gathering.again(sentence, m.cue, m.force) or later(sentence, m.cue)
    end
    if m.calling then
      return calling.decide(sentence, m)
    end
    if m.gathering then
      local found = gathering.decide(sentence, m)
      return found and massing.owned(sentence, found)
    end
    local found = check(sentence, m) or (m.decide or m.plan) and later(sentence, m.cue)
      or readying.again(sentence, m.cue, m.force) or gathering.again(sentence, m.cue, m.force)
    found = found and m.massed and massing.complete(sentence, found) or found
    return found and massing.owned(sentence, found)
  end),
}

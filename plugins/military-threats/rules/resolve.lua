-- Whoever commands force decides to use it, is forced to it, waits for nobody.
local declaration = require "declaration"
local doubts = require "doubts"
local parties = require "parties"
local util = require "util"
local words = require "words"

local future = words.future
local undeterred = hilal.word { "لن", "لا" }
  * hilal.verb({ "انتظر", "تردّد", "توانى", "تأخّر", "منع=منع", "ثنى=ثني", "استأذن", "احتاج" }, "imperfect")
-- Words of will: somebody does, will or will not be kept from doing what stands behind.
-- «لن يوقفنا أحد عن دخول العاصمة»: what nobody keeps the speaker from.
local unhindered = hilal.word { "لن", "لا" } * hilal.verb({ "أوقف", "منع=منع", "ثنى=ثني", "أعاق" }, "imperfect")
local will = hilal.verb({ "اعتزم", "نوى=نية", "قرّر", "أمر=أمر", "أصرّ", "صمّم", "عقد=عقد" }, { "perfect", "imperfect" })
  + hilal.verb({ "اتّفق" }, "perfect")
  + hilal.verb({ "أصرّ", "اضطرّ" }, "participle") + hilal.word { "ينوي", "تنوي" } + undeterred + unhindered
-- «لا مفر من قصف القلعة»: what must be.
local must = hilal.word "لا" * hilal.word { "مفر", "بد", "مناص", "بديل" } * hilal.word { "من", "عن" }
will = will + must + hilal.word { "سنتمكن", "سنستطيع", "سننجح" } * hilal.word { "من", "في" }
  + hilal.word "من" * hilal.word { "حقه", "حقها", "حقنا", "حقهم" } + hilal.word { "ماض", "ماضية", "ماضون", "ماضين" } * hilal.word "في"
local unbound = undeterred + unhindered + must
local may_be = hilal.word "قد" * hilal.verb({ "اضطرّ", "لجأ=لجوء", "عمد=عمد", "أقدم" }, "imperfect")
local will_be = future { "اضطرّ", "لجأ=لجوء", "عمد=عمد", "شرع=شروع", "باشر", "بادر", "أمر=أمر", "أقدم", "اختار", "عمل=عمل" }
-- What is meant: an attack, a war, force.
local entering = hilal.word { "دخول", "عبور", "اجتياز" }
local deed = words.deed + words.force_phrase + words.long_deed + entering
  + words.pairs({ "فتح", "إشعال" }, { "جبهة", "جبهات", "معركة", "معارك" })
  + hilal.word { "حسم", "تدخل", "تحرك", "رد" } * hilal.gap(0, 1) * hilal.word { "العسكري", "عسكريا", "القوة" }
  + hilal.word { "توجيه", "إرسال", "تحريك", "نشر" } * hilal.gap(0, 1) * (words.act + hilal.word { "قوات", "جنود", "مقاتلين", "ضربات" })
-- A decision that stands: قرار اقتحام المدينة اتخذ.
local taken = hilal.word { "قرار", "القرار" }:as "cue" * hilal.gap(0, 1) * deed:as "force" * hilal.gap(0, 5)
  * (hilal.word { "اتخذ", "صدر", "نهائي", "محسوم" } + hilal.phrase { "لا رجعة", "قد اتخذ" }):as "stands"
-- A decision that may come: «ما لم تتخذ قرارا باقتحامه».
local pending = hilal.phrase { "ما لم", "إن لم", "إذا لم" } * hilal.gap(0, 1)
  * (hilal.verb({ "اتّخذ", "أصدر" }, "imperfect") * hilal.gap(0, 2) * hilal.word { "قرار", "قرارا", "القرار" }):as "cue" * hilal.gap(0, 2)
  * (deed - words.force_phrase):as "force":as "stands":as "pending"
-- To help, to end, to look into an attack is none.
local unlike = words.refraining + hilal.word { "إدانة", "بحث", "آثار", "إصلاح", "منفذي", "التحقيق", "رد", "نتائج" }
local done = hilal.word { "نفذت", "نفذ", "أسفر", "أسفرت", "انتهى", "انتهت", "فشل", "فشلت" }
local somebody = words.armed + words.military + hilal.word { "المتشددين", "المتطرفين", "الإرهابيين" } + hilal.entity "GPE"
  + hilal.noun(hilal.lexicon "positions") + hilal.lexicon "place_nouns" + hilal.noun { "مفاعل=مفاعلات", "أهداف" }
local against = hilal.gap(0, 2) * somebody

-- Words that begin something else: «قرر الجيش، بعد لقاء، إدانة».
local aside = hilal.word { "أن", "الذي", "التي", "بعد", "قبل", "بشأن", "حول", "ضد", "منذ", "خلال", "عن", "بسبب", "رغم", "عقب" }

-- Whether what stands behind a word of will is its object: ل, ب, على, إلى, or the next word but one.
local function is_meant(sentence, cue, force)
  local actor = sentence:subject_of(cue)
  if actor and actor.start >= cue.stop and actor.stop <= force.start and not sentence:within(actor):has(aside) then
    return not util.has_before(sentence:after(actor), force, aside)
  end
  local between = util.between(sentence, cue, force)
  local letter = util.letter_before(sentence, force)
  return letter == "ل" or letter == "ب" or util.begins(force.text, "ل") or #between <= 2 or string.find(between, "إلى ") ~= nil
    or string.find(between, "على ") ~= nil
end

local by_arms = hilal.gap(0, 1) * hilal.word { "عسكريا", "القوة" }
-- «اجتياز الحدود لملاحقة المتمردين»: what a government decides on, too.
local after_foe = hilal.gap(0, 3) * hilal.lexicon "fighting_aims"
local official = hilal.word { "مسؤول", "مسؤولون", "مسؤولين" }
local sent_off = hilal.word { "قوات", "جنود", "مقاتلين" } * hilal.gap(0, 2) * hilal.word { "نحو", "إلى", "ضد", "صوب" }

local function check(sentence, m)
  local cue, force = m.cue, m.force
  -- Arms taken up again are another rule's.
  if sentence:has(words.peaceful) or sentence:has(words.police) or sentence:has(done) or util.begins(force.text, "العودة", "استئناف") then
    return nil
  end
  local between = util.between(sentence, cue, force)
  if string.find(between, "،", 1, true) or not util.same_clause(sentence, cue, force) or not is_meant(sentence, cue, force)
    or util.has_before(sentence:after(cue), force, unlike) then
    return nil
  end
  local own = not m.stands and not util.within(sentence, cue, must)
  local actor = own and (sentence:subject_of(cue) or parties.governor(sentence, cue)) or parties.teller(sentence, cue)
  local hindered = util.within(sentence, cue, unhindered) and util.ends(cue.text, "نا", "ه", "ها", "هم")
  actor = hindered and parties.teller(sentence, cue) or actor
  actor = m.pending and (sentence:subject_of(cue) or parties.last_armed(sentence, cue)) or actor
  if not util.is_power(sentence, actor)
    or util.within(sentence, force, entering) and not util.is_armed(sentence, actor) and not util.next(sentence, force, after_foe) then
    return nil
  end
  if m.may and not parties.spoken_by_power(sentence, cue) and not sentence:has(official) then
    return nil
  end
  local target = sentence:target_of(force)
  local foe = target and (target.type and target.type ~= "PER" or util.is_armed(sentence, target)) or util.next(sentence, force, against)
    or sentence:has(sent_off)
  foe = foe or util.next(sentence, force, by_arms)
  if not m.stands and not foe and not util.within(sentence, force, words.force_phrase) or util.is_name(sentence, cue)
    or util.is_past(sentence, cue)
    or not m.pending and not util.within(sentence, cue, unbound) and util.is_denied(sentence, cue) then
    return nil
  end
  return parties.finding(sentence, cue, force, 0.6, { actor = actor, objectless = true })
end

return declaration.rule {
  id = "resolve",
  title = "Means to use force",
  severity = "medium",
  match = (will + will_be + may_be:as "may"):as "cue" * hilal.gap(0, 10) * deed:as "force" + taken + pending,
  check = doubts.without({ "history", "fiction", "cyber", "comment", "old", "over", "guess", "wanted" }, check),
}

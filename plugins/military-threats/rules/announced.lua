-- An attack or campaign that somebody says will come: it begins, is taken part in, forces move to it, measures are taken.
local declaration = require "declaration"
local doubts = require "doubts"
local parties = require "parties"
local util = require "util"
local vows = require "vows"
local words = require "words"

local performing = { "قام=قيام", "باشر", "بادر" }
local performance = hilal.verb(performing, "imperfect")
-- What is begun needs no ب: «ستباشر اقتحام البلدة».
local outright = hilal.verb({ "باشر" }, "imperfect")
local perform = words.future(performing, "cue")
local joining = { "شارك", "ساهم", "أسهم", "انخرط", "انضمّ", "التحق" }
local join = words.future(joining, "cue")
local due = hilal.word { "المقرر", "المنتظر", "المتوقع", "المزمع", "المرتقب" }
local move = words.future({
  "تحرّك", "زحف=زحف", "تقدّم", "انطلق", "اتّجه", "تدخّل", "عمل=عمل", "سعى=سعي", "هبّ=هبوب", "نفر=نفير", "توحّد",
}, "cue")
local begin = words.future({ "بدأ=بدء", "انطلق", "حان=حين", "اندلع", "استؤنف", "جرى=جري" }, "cue")
local turn = words.future({ "انتقل", "تحوّل" }, "cue")
local take = words.future({ "اتّخذ" }, "cue")
local measures = hilal.word { "إجراء", "إجراءات", "تدابير", "خطوات", "إجراءاتها", "كل", "كافة", "جميع" }
local set_on = hilal.word {
  "عزم", "عزمه", "عزمها", "عزمهم", "تصميم", "تصميمه", "تصميمها", "تصميمهم", "إصرار", "إصراره", "إصرارها", "اعتزام", "نية", "نيته",
    "نيتها", "نيتهم",
}
local bent_on = hilal.word {
  "عازم", "عازمة", "عازمون", "عازمين", "مصمم", "مصممة", "مصممون", "مصممين", "ماضون", "ماضين",
} + hilal.phrase { "ماضية قدما", "ماض قدما" }
local intention = hilal.word { "اعتزام", "نية", "نيته", "نيتها", "نيتهم" }
local days = hilal.word { "الأيام", "الساعات", "الأسابيع", "المرحلة", "الفترة" }

local witness = words.future({ "شهد=شهود" }, "cue")
local blow = words.act + hilal.word { "طلعات", "ضربات" }
local act = blow + words.force_phrase
local campaign = hilal.lexicon "campaigns"
local taking = words.deed
local offensive = hilal.word { "هجوم", "معركة", "معارك" } + words.force_phrase
local towards_foe = hilal.word { "ضد", "على", "تجاه", "بحق" } * hilal.gap(0, 2)
  * (words.armed + hilal.word { "المتشددين", "المتطرفين", "المهاجمين", "المعتدين" }):as "who"
local operation = hilal.word { "عملية", "عمليات", "حملة", "مرحلة" }
  * (hilal.gap(0, 4) * taking + hilal.gap(0, 3) * hilal.lexicon "fighting_aims")
  + hilal.word { "عملية", "عمليات", "حملة" } * hilal.gap(0, 2) * hilal.word { "على", "ضد" } * hilal.gap(0, 1) * words.armed
local to_fight = hilal.lexicon "fighting_aims":as "force"
local military = words.armed + words.military + words.military_word

-- Each way to announce: its cue is a verb in the future.
local awaited = hilal.verb({ "توقّع", "رجّح" }, { "perfect", "imperfect" }):as "cue" * hilal.gap(0, 9)
  * hilal.word { "انطلاق", "بدء", "إطلاق" } * hilal.gap(0, 1) * operation:as "deed"
-- A front to be opened: سيفتحون جبهة جديدة.
local opened = words.future({ "فتح=فتح", "أشعل" }, "cue") * hilal.gap(0, 1) * hilal.word { "جبهة", "جبهات", "معركة", "معارك" }:as "deed"
local begun_with = begin * (hilal.gap(0, 3) * (words.free_masdar + words.attack_masdar) + words.deed):as "deed"
-- «بلاده ستوجه ضربة نووية إلى المعتدين»
local dealt = words.future({ "وجّه", "نفّذ", "سدّد" }, "cue") * hilal.gap(0, 2) * (words.act + words.force_phrase):as "deed":as "dealt"
local chase = words.chase_masdar
local performed = perform * hilal.gap(0, 8) * act:as "deed"
  + perform * hilal.gap(0, 3)
    * words.deed:as "deed"
local joined = join * hilal.gap(0, 2) * campaign * (hilal.gap(0, 2) * towards_foe + hilal.gap(0, 3) * to_fight)
  + due * hilal.word "أن" * hilal.verb(joining, "imperfect"):as "cue" * hilal.gap(0, 8) * hilal.word "في" * hilal.gap(0, 1)
    * (taking + act):as "force"
  + join * hilal.gap(0, 2) * campaign * hilal.gap(0, 1) * taking:as "force"
  + join * hilal.gap(0, 7) * hilal.word "في" * hilal.gap(0, 1) * (taking + act):as "force"
-- «من المؤكد مشاركة قواتنا في معركة المدينة»
joined = joined + words.pairs({ "المؤكد", "المقرر", "المنتظر", "المتوقع", "المزمع", "المرتقب" },
    { "مشاركة", "انضمام", "مساهمة" }):as "cue" * hilal.any():as "joiner" * hilal.gap(0, 4) * hilal.word "في" * hilal.gap(0, 1)
  * (taking + act + hilal.word { "معركة", "عملية", "عمليات" }):as "force"
local moved = move * hilal.gap(0, 5) * to_fight + move * hilal.word { "إلى", "نحو" } * taking:as "force"
-- An operation that somebody announces: «أعلنت الوزارة انطلاق العمليات العسكرية لتحرير الوادي».
local opened_now = hilal.verb({ "أعلن" }, { "perfect", "imperfect" }):as "cue" * hilal.gap(0, 5)
  * hilal.word { "انطلاق", "إطلاق", "بدء", "انطلاقة" } * hilal.gap(0, 1)
  * hilal.word { "عملية", "عمليات", "معركة", "حملة", "هجوم" }:as "deed" * hilal.gap(0, 3)
  * hilal.word { "لتحرير", "لاستعادة", "لتطهير", "لطرد", "لاسترداد", "لدحر" }:as "force"
-- «أعلن بدء معركة السهل ضد الغزاة»
local declared = hilal.verb({ "أعلن" }, { "perfect", "imperfect" }):as "verb"
joined = joined + opened_now
  + words.pairs({ "انطلاق", "إطلاق", "بدء", "انطلاقة", "استئناف" }, { "معركة", "معارك", "هجوم", "حملة", "عملية" }):as "cue":as "own"
    * hilal.gap(0, 4) * hilal.word "ضد" * hilal.gap(0, 1) * words.armed:as "who"
-- What is done to hold a place: «ستشارك القوات في تأمين المدينة».
local holding = hilal.word { "تأمين", "بسط", "فرض" } * hilal.gap(0, 3)
  * (hilal.entity "GPE" + hilal.entity "FAC" + hilal.noun(hilal.lexicon "positions") + hilal.lexicon "place_nouns")
joined = joined + join * hilal.gap(0, 7) * hilal.word "في" * hilal.gap(0, 1) * holding:as "force"
-- «الحملة الجوية ستبدأ», «ستطلق حملة واسعة ضد المسلحين»
local arm = hilal.word { "عملية", "حملة", "عمليات" } * hilal.word { "برية", "جوية", "بحرية" }
offensive = offensive + arm
local launched = words.future({ "أطلق", "نفّذ", "قاد=قيادة", "خاض=خوض" }, "cue") * hilal.gap(0, 2)
  * (offensive + hilal.word { "عملية", "حملة", "عمليات" } * hilal.gap(0, 3) * towards_foe):as "opened"
local begun = (offensive + hilal.word "حرب"):as "deed" * hilal.gap(0, 6) * begin
  + begin * hilal.gap(0, 1) * offensive:as "deed" * hilal.gap(0, 6) * to_fight
  + turn * hilal.gap(0, 2) * offensive:as "deed" * hilal.gap(0, 1) * to_fight
  + operation:as "deed" * hilal.gap(0, 4) * begin
  + begin * hilal.gap(0, 2) * operation:as "deed"
  + begin * hilal.gap(0, 2) * hilal.word { "شن", "تنفيذ", "توجيه" } * hilal.gap(0, 1) * act:as "deed"
-- The days that a deed is announced for: «الساعات المقبلة ستشهد اقتحام القلعة».
local dated = witness:as "dated" * hilal.gap(0, 5) * (offensive + operation + taking):as "deed"
local including = hilal.phrase { "بما فيها", "بما في ذلك", "من بينها", "ومنها" }
local measured = take * hilal.gap(0, 2) * measures * hilal.gap(0, 8) * including * hilal.gap(0, 2)
    * (words.force_phrase + words.use_of_force):as "force":as "opened" + take * hilal.gap(0, 1) * measures * hilal.gap(0, 4) * towards_foe
  + take * hilal.gap(0, 2) * measures * hilal.gap(0, 4) * hilal.word { "من", "لمواجهة", "للرد", "لمنع" } * hilal.gap(0, 2)
    * words.act
local resolved = (set_on + bent_on):as "resolve" * hilal.gap(0, 4)
  * (hilal.word { "التحرك", "التصدي", "الرد", "الضرب" } + words.fight_masdar) * hilal.gap(0, 3)
  * towards_foe
  + (set_on + bent_on):as "resolve" * hilal.gap(0, 2) * (words.fight_masdar + taking):as "force" * hilal.gap(0, 2) * words.armed
-- «زادهم عزيمة للتصدي لمن سولت له نفسه دخول الوادي»
resolved = resolved + (set_on + bent_on + hilal.word { "عزيمة", "عزيمتنا", "عزيمته", "عزيمتها", "عزيمتهم" }):as "resolve"
  * hilal.gap(0, 4) * (words.fight_masdar + hilal.word { "التصدي", "مواجهة" }):as "force"
  * hilal.gap(0, 9) * hilal.phrase { "تسول له نفسه", "تسول لهم أنفسهم", "سولت له نفسه", "سولت لهم أنفسهم" }
-- «إذا اقتربوا فإن ذلك سيدفع الدولة إلى استخدام القوة»: whom it drives to it threatens.
local driven = words.future({ "دفع=دفع", "أجبر", "اضطرّ" }, "cue")
  * (hilal.entity "GPE" + words.armed + hilal.word { "الحكومة", "الدولة" }):as "driven" * hilal.gap(0, 1) * hilal.word { "إلى", "على" }
  * (words.use_of_force + words.force_phrase + words.attack_masdar):as "force"
-- «عزم السلطات على إعادة المناطق بالقوة», «عزمه حسم المعركة»
resolved = resolved + (set_on + bent_on):as "resolve" * hilal.gap(0, 12) * hilal.word { "بالقوة", "عسكريا" }:as "force":as "forced"
  + (set_on + bent_on):as "resolve" * hilal.gap(0, 2) * hilal.verb({ "حسم=حسم" }, "noun"):as "force" * hilal.gap(0, 1)
    * hilal.word { "معركة", "المعركة", "الحرب", "حرب", "المعارك" }
-- «استمرار القصف سيدفعها إلى إنهاء الهدنة»: the pronoun is who says so.
local forced_on = (words.future({ "دفع=دفع", "أجبر", "اضطرّ" }, "cue") * hilal.word { "إلى", "على" }
  * (words.use_of_force + words.force_phrase + words.attack_masdar
    + hilal.word "إنهاء" * hilal.gap(0, 2) * hilal.word { "هدنة", "تهدئة" })):as "forced_on"
local ending = hilal.verb({ "أنهى", "دخل=دخول", "حسم=حسم", "اقتحم", "استأصل", "سيطر" }, "noun") + hilal.word "قتال"
  + hilal.phrase { "وضع حد", "وضع نهاية" }
local bound = (set_on + bent_on + hilal.phrase { "عقدوا العزم", "عقدت العزم", "عقد العزم" }):as "resolve" * hilal.gap(0, 9)
  * (ending + taking):as "force" * hilal.gap(0, 4) * (words.armed + hilal.word { "دنس", "مهما", "المدينة" }):as "foe"
-- A place that is to be taken: «عازمة على اقتحام الميناء».
local somewhere = hilal.gap(0, 1)
  * (hilal.entity "GPE" + hilal.entity "FAC" + hilal.noun(hilal.lexicon "positions") + hilal.lexicon "place_nouns")
local to_take = (set_on + bent_on):as "resolve" * hilal.gap(0, 5) * (words.deed:as "force" * somewhere + words.long_deed:as "force")
  + (set_on + bent_on):as "resolve" * hilal.gap(0, 1) * words.armed * hilal.gap(0, 1) * hilal.word "على" * words.deed:as "force"
local on_place = hilal.word "على" * somewhere
local analysts = hilal.lexicon "analysts"
local kept_up = (set_on + bent_on):as "resolve" * hilal.gap(0, 2) * words.intensified:as "deed"
local intended = set_on:as "resolve" * hilal.gap(0, 2) * hilal.word { "شن", "تنفيذ", "توجيه", "إطلاق" } * hilal.gap(0, 1) * act:as "deed"
local laid_waste = (words.future({ "حوّل", "تحوّل", "جعل=جعل", "أحال" }, "cue") * hilal.gap(0, 5)
    * hilal.word { "بحر", "بحار", "مقبرة", "رماد", "جحيم", "أنقاض", "ركام", "جهنم", "محرقة", "يندمون", "يندم", "تندم" }
  + words.future({ "سوّى" }, "cue") * hilal.gap(0, 3) * hilal.word "بالأرض"
  + words.future({ "محا=محو" }, "cue")
  + words.future({ "أعاد" }, "cue") * hilal.gap(0, 6) * hilal.phrase { "إلى الوراء", "إلى العصر الحجري", "إلى القرون الوسطى", "إلى ما قبل" }
  + words.future({ "أمطر" }, "cue") * hilal.gap(0, 3) * words.force_noun
  + words.future({ "أغلق" }, "cue") * hilal.gap(0, 1) * hilal.word "مضيق"):as "sure"

-- Whether a deed is what is performed: بضربات, not «عمليات الإغاثة».
local function is_deed(sentence, m)
  if not m.deed or not m.cue or not util.within(sentence, m.cue, performance) or util.within(sentence, m.cue, outright) then
    return true
  end
  return util.is_with(sentence, m.cue, m.deed)
end

-- Whether forces are told of beside what is announced, no crowd or club.
local function is_military(sentence, m)
  if m.sure then
    local actor = sentence:subject_of(m.cue)
    return sentence:has(military) or util.is_power(sentence, actor)
  end
  if m.taken then
    local actor = parties.governor(sentence, m.resolve) or sentence:subject_of(m.resolve) or parties.teller(sentence, m.resolve)
    return sentence:has(military) or util.is_power(sentence, actor)
  end
  -- «عملية تحرير المدينة ستنطلق»: no campaign but that of arms takes places back.
  if m.deed and util.within(sentence, m.deed, words.free_masdar) and util.next(sentence, m.deed, somewhere) then
    return true
  end
  -- «الهجوم على حي الصناعة سيبدأ خلال ساعات»
  if m.deed and (util.next(sentence, m.deed, on_place) or util.within(sentence, m.deed, chase) and sentence:has(words.armed)) then
    return true
  end
  if m.opened and util.within(sentence, m.opened, arm) and util.is_power(sentence, sentence:subject_of(m.cue) or m.cue.source) then
    return true
  end
  if m.deed and util.within(sentence, m.deed, arm) and sentence:has(military) then
    return true
  end
  if m.forced then
    return util.is_power(sentence, parties.governor(sentence, m.resolve) or sentence:subject_of(m.resolve)
      or parties.teller(sentence, m.resolve))
  end
  if m.dealt and util.is_power(sentence, sentence:subject_of(m.cue)) then
    return true
  end
  return m.opened and sentence:has(military) or m.who ~= nil or m.force and sentence:has(words.military_word)
    or m.deed and util.within(sentence, m.deed, blow) and sentence:has(military)
    or m.deed ~= nil and m.force ~= nil and m.cue ~= nil and m.cue.source ~= nil
    or sentence:has(words.armed) and (m.deed == nil or sentence:has(words.military_word) or util.within(sentence, m.deed, taking))
end

local function check(sentence, m)
  local cue = m.cue or m.resolve
  -- A plot that the police tell of: «للاشتباه في اعتزامهم شن هجوم».
  local plot = m.cue and not m.deed or util.within(sentence, cue, intention)
  if sentence:has(words.peaceful) or plot and sentence:has(words.police) then
    return nil
  end
  if not is_deed(sentence, m) or not (m.driven or m.forced_on) and not is_military(sentence, m) or not (m.bound or m.taken)
    and not util.is_announced(sentence, cue) then
    return nil
  end
  if m.own and not util.has_before(sentence, cue, declared) then
    return nil
  end
  if m.dated and not sentence:has(days) then
    return nil
  end
  if util.is_denied(sentence, cue) or util.is_name(sentence, cue)
    or m.resolve and (util.follows(sentence, cue, "لا") or util.is_past(sentence, cue) or util.has_before(sentence, cue, analysts)) then
    return nil
  end
  if m.forced_on then
    return parties.spoken_by_power(sentence, cue)
      and parties.finding(sentence, cue, nil, 0.6, { actor = parties.teller(sentence, cue), passive = true, objectless = true }) or nil
  end
  if m.driven then
    return parties.finding(sentence, cue, m.force, 0.6, { actor = m.driven, objectless = true })
  end
  local known = { target = m.who and parties.at(sentence, m.who), objectless = true }
  if m.resolve then
    known.actor = util.within(sentence, cue, intention) and parties.readier(sentence, cue) or parties.governor(sentence, cue)
      or parties.teller(sentence, cue)
  elseif m.own then
    local found = sentence:before(cue):find(declared)
    known.actor = found and sentence:subject_of(found.verb) or parties.last_armed(sentence, cue)
    known.passive = true
  elseif m.joiner then
    known.actor = parties.at(sentence, m.joiner)
  elseif m.deed and m.deed.start < cue.start then
    known.actor = parties.teller(sentence, cue)
  else
    known.actor = not sentence:subject_of(cue) and parties.last_armed(sentence, cue) or nil
  end
  return parties.finding(sentence, cue, m.force, 0.6, known)
end

return declaration.rule {
  id = "announced",
  title = "Announces an attack to come",
  severity = "medium",
  match = performed + launched + dealt + joined + moved + begun + begun_with + opened:as "opened" + awaited + dated + measured
    + resolved + bound:as "bound" + to_take:as "taken" + kept_up + intended + laid_waste + driven + forced_on,
  check = doubts.without({ "history", "fiction", "cyber", "comment", "old", "over", "guess", "wanted" }, function(sentence, m)
    local found = check(sentence, m)
    return found and not vows.tells(sentence, found.span) and found or nil
  end),
}

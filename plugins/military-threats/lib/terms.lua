-- A term set, with force to follow.
local once = require "once"
local parties = require "parties"
local util = require "util"
local words = require "words"

local give = hilal.verb({ "أمهل" }) + hilal.verb({ "أنذر" }, { "perfect", "participle" })
local giving = hilal.verb({ "منح=منح", "أعطى", "سلّم", "وجّه", "أصدر", "أرسل", "حدّد" }, { "perfect", "imperfect" })
local demand = hilal.verb({ "طالب", "دعا=دعوة", "أمر=أمر", "حذّر", "أنذر", "طلب=طلب" }, { "perfect", "imperfect" }):as "demand"
local choose = hilal.verb({ "خيّر" }, { "perfect", "imperfect" }) + hilal.verb({ "اختار" }, "imperfect")
local term = hilal.noun({ "إنذار", "مهلة" }, { "إنذارات" })
-- A term of one unit in the accusative: «أمهلهم شهرا».
local length = hilal.lexicon "term_lengths"
local last = hilal.phrase { "إنذار أخير", "إنذارا أخيرا", "الإنذار الأخير", "آخر فرصة", "الفرصة الأخيرة", "فرصة أخيرة" }
local unless = hilal.phrase { "ما لم", "إن لم", "إذا لم" }
local ultimatum = hilal.word { "وإلا" }
local yield = hilal.verb({ "استسلم", "انسحب", "سلّم", "غادر", "أخلى", "ألقى", "أفرج", "خرج=خروج", "رحل=رحيل", "عاد=عودة",
  "سحب=سحب", "وقف=وقف", "تنحّى", "أوقف", "أطلق", "فكّ=فك",
  "رفع=رفع", "أعاد", "تراجع", "فتح=فتح" })
local to_yield = hilal.word { "لإطلاق", "لفك", "لوقف", "للتراجع", "لرفع", "لإعادة", "لسحب", "لفتح",
  "للاستسلام", "لتسليم", "لإلقاء", "للانسحاب", "للخروج", "لمغادرة", "لإخلاء" }
local leaving = hilal.verb({ "غادر", "أخلى", "ترك=ترك" }, "noun"):as "leaving"
local withdrawing = hilal.verb({ "سحب=سحب", "انسحب", "خرج=خروج", "أخرج" }, "noun") * hilal.gap(0, 3) * hilal.word "من"
  * hilal.lexicon "place_nouns":as "place"
local at_arms = words.armed + words.military + hilal.word "السلاح"
local messages = hilal.noun(hilal.lexicon "messages")
local struck = hilal.verb({ "اقتحم", "قصف=قصف", "هاجم", "دكّ=دك", "ضرب=ضرب", "أحرق", "اجتاح", "زحف=زحف", "دمّر", "فجّر", "نسف=نسف", "أعدم",
  "شنّ=شن", "غزا=غزو", "تدخّل" }, { "perfect", "imperfect" })
local before_that = hilal.word "قبل" * hilal.word "أن" * words.force_imperfect
local force = words.hard_force + before_that + words.kill_masdar + words.fight_masdar + words.free_masdar + struck
local harm = hilal.noun { "هدف", "قصف", "هجوم" } + hilal.word { "مهدورة", "مهدور", "بالقوة", "بالسلاح",
  "دماؤهم", "دماءهم", "رؤوسهم" } + struck
  + words.pairs({ "واجهوا", "واجه", "واجهت", "سيواجهون", "يواجهون", "لقوا" },
    { "القوة", "الموت", "مصيرهم", "العواقب", "عواقب", "النار", "القتل" })
local or_else = ultimatum * hilal.gap(0, 6) * harm
local hostages = words.kill_masdar * hilal.gap(0, 1) * hilal.word { "الرهائن", "الأسرى", "الرهينة", "الرهينتين", "المخطوفين", "المحتجزين" }
local will_strike = words.future(hilal.lexicon("force_verbs", { kind = "attack" }))
-- «وإلا فإنها ستستأنف القتال»
local resume = (words.future({ "استأنف", "عاد=عودة", "واصل" }) + hilal.verb({ "استأنف", "واصل" }, "perfect"))
  * hilal.word { "إلى" } ^ -1 * hilal.gap(0, 1) * (words.campaign
  + hilal.word { "القتال", "الحرب", "هجماتها", "هجماته", "هجماتهم", "عملياتها", "عملياته", "عملياتهم", "القصف", "السلاح" })
local arms_or_else = ultimatum * hilal.gap(0, 4) * hilal.verb({ "حمل=حمل", "رفع=رفع", "شهر=شهر", "لجأ=لجوء" }, { "perfect", "imperfect" })
  * hilal.gap(0, 1) * hilal.word { "السلاح", "سلاحها", "سلاحه", "القوة" }
local asked_for = hilal.verb({ "طلب=طلب", "التمس" }) * hilal.gap(0, 4) * (last + term)
local term_set = (last + give + term):as "set"
local choice = hilal.gap(0, 5) * hilal.word "بين" * hilal.gap(0, 6)
  * hilal.word { "موت", "استسلام", "سلاح", "قتل", "حرب", "مواجهة", "رحيل", "ذبح", "إعدام", "تصفية", "ضربات", "قصف",
    "تدمير", "هدم", "اقتحام", "حرق" }
-- Who is told to leave before the blow: طالب السكان بإخلاء منازلهم قبل القصف.
local leave = hilal.verb({ "أخلى", "غادر", "ابتعد", "خرج=خروج", "رحل=رحيل", "نزح=نزوح" }, { "noun", "imperfect" })
local before_blow = (demand + hilal.verb({ "نصح=نصح", "أبلغ", "ناشد" }, { "perfect", "imperfect" }):as "demand") * hilal.gap(0, 9) * leave
  * hilal.gap(0, 4) * hilal.word { "قبل", "تمهيدا", "قبيل" } * (hilal.gap(0, 1) * (words.act + words.attack_masdar + words.force_phrase)
    + hilal.word "أن" * words.force_imperfect)
  + demand * hilal.gap(0, 9) * leave * hilal.gap(0, 5) * words.pairs({ "لأنه", "لأنها", "لأنهم" }, { "سيقصف", "ستقصف",
    "سيقصفها", "ستقصفها", "سيهاجمها", "ستهاجمها", "سيضربها", "ستضربها", "ستكون", "سيكون", "ستصبح", "ستتعرض", "سيتعرض" })
-- «غادروا المدينة أو واجهوا الموت»: said to a foe in the imperative.
local yield_now = hilal.word { "غادروا", "ارحلوا", "استسلموا", "انسحبوا", "سلموا", "ألقوا", "اخرجوا", "أخلوا", "اتركوا", "ابتعدوا",
  "توقفوا", "أوقفوا" }
local bidden = yield_now:as "bidden" * hilal.gap(0, 7) * hilal.word { "أو", "وإلا" } * hilal.gap(0, 3)
  * (harm + words.blood + hilal.word { "مصيركم", "نهايتكم", "ستندمون", "ستقتلون", "ستموتون", "تموتوا", "نحرقكم", "هلاككم",
    "القبر", "القبور" })
-- «إما أن يدخلوا في طاعته أو قتالهم»
local either = hilal.phrase({ "إما أن", "فإما أن" }):as "either" * hilal.gap(1, 12) * hilal.word { "أو", "وإما" } * hilal.word "أن" ^ -1
  * hilal.gap(0, 2)
  * (hilal.word { "القتال", "قتالهم", "قتاله", "القتل", "الموت", "الذبح", "الحرب", "السيف", "السلاح", "الإبادة", "السحق", "محاربتهم",
    "مواجهتهم", "بالقوة", "القوة" } + words.attack_masdar):as "force"
  + demand:as "either" * hilal.gap(0, 8) * yield * hilal.gap(0, 6) * hilal.word "أو" * hilal.gap(0, 1)
    * words.pairs({ "مواجهة", "تحمل" }, { "العواقب", "الموت", "القتل", "القصف", "عواقب" }):as "force"
-- «على الغزاة أن يرحلوا أو ينتظروا المزيد من التوابيت»
either = either + hilal.word { "على", "أمام" } * hilal.gap(1, 4) * (hilal.word "أن" ^ -1 * hilal.gap(0, 1)
    * (yield + hilal.verb { "أوقف", "توقّف", "كفّ=كف", "ترك=ترك", "أطلق", "رضخ=رضوخ" })):as "either" * hilal.gap(0, 6)
  * words.pairs({ "أو" }, { "ينتظر", "ينتظروا", "تنتظر", "انتظار", "يواجه", "يواجهوا", "تواجه", "مواجهة", "يستعد", "يستعدوا", "تستعد",
    "الاستعداد", "يتوقع", "يتوقعوا", "تتوقع", "يلقوا", "يلقى", "تلقى", "يتحمل", "يتحملوا", "تتحمل", "تحمل" }) * hilal.gap(0, 2)
  * (hilal.word { "توابيت", "جثث", "قتلى", "نعوش", "قبور", "موت", "قتل", "جحيم", "هزيمة" } + words.act + words.attack_masdar):as "force"
-- «دعا الجيش المسلحين إلى الاستسلام قبل فوات الأوان»
either = either + demand:as "either":as "late" * hilal.gap(0, 8) * yield * hilal.gap(0, 6) * hilal.phrase({ "قبل فوات الأوان" }):as "force"
-- «أمام المسلحين يومان للانسحاب»
local left = hilal.word "أمام" * words.armed:as "whom" * hilal.gap(0, 3)
  * (hilal.time "DURATION" + hilal.word { "ساعات", "ساعة", "أيام" }):as "set" * to_yield
local early_warning = hilal.phrase { "الإنذار المبكر", "إنذار مبكر", "إنذار كاذب", "صفارات الإنذار", "أجهزة الإنذار", "سابق إنذار" }

-- A term with its force: given by a verb of its own (منح ... مهلة) or by the cue.
local function set(sentence, cue, giver)
  local actor = sentence:subject_of(giver or cue)
  if not actor or util.within(sentence, actor, messages) then
    actor = parties.last_armed(sentence, cue)
  end
  local target = giver and parties.hit(sentence, giver)
  if not target or util.overlap(target, cue) then
    target = parties.hit(sentence, cue)
  end
  local rest = sentence:after(cue)
  if rest and rest:has(arms_or_else) then
    return parties.finding(sentence, cue, nil, 0.8, { actor = actor, target = target })
  end
  local armed = util.is_armed(sentence, actor) or util.is_power(sentence, actor) and rest and (rest:has(will_strike) or rest:has(hostages)
    or rest:has(resume))
  armed = armed or parties.spoken_by_power(sentence, cue) and rest and rest:has(before_that)
  local to_armed = util.is_armed(sentence, target) or target and target.type and rest and rest:has(words.hard_force)
  if not armed and (not to_armed or sentence:has(words.peaceful)) then
    return nil
  end
  if rest and (rest:has(yield) or rest:has(force) or rest:has(or_else) or rest:has(resume)) then
    local from = not sentence:place_near(cue) and rest:find(withdrawing)
    local place = from and parties.at(sentence, from.place)
    return parties.finding(sentence, cue, nil, 0.8, { actor = actor, target = target, place = place })
  end
  return nil
end

local length_behind = hilal.gap(0, 9) * length:as "length"
-- A finding of a term with its length, where no time tells it.
local function timed(sentence, cue, found)
  local set_for = found and not found.time and util.within(sentence, cue, give) and util.next(sentence, cue, length_behind)
  if set_for and util.same_clause(sentence, cue, set_for.length) then
    found.time = set_for.length
  end
  return found
end

-- What is demanded of whom before «وإلا», unless a term is set there already.
local function demanded(sentence, cue)
  local rest = sentence:before(cue)
  local earlier = rest and rest:find(term_set)
  if earlier and set(sentence, earlier.set) then
    return nil
  end
  local found = rest and rest:find(demand)
  local known = {}
  if found then
    known.actor = sentence:subject_of(found.demand)
    known.target = parties.hit(sentence, found.demand)
  end
  local place = rest and rest:find(leaving)
  known.place = place and not sentence:place_near(cue) and parties.hit(sentence, place.leaving) or nil
  return parties.finding(sentence, cue, nil, 0.7, known)
end

-- Who must yield: «ما لم تنسحب القوات».
local function unless_done(sentence, cue, subject)
  return parties.finding(sentence, cue, nil, 0.7, {
    actor = parties.teller(sentence, cue),
    target = parties.at(sentence, subject),
  })
end

local terms = {}

--- The words of it.
terms.pattern = giving:as "giver" * hilal.gap(1, 6) * (last + term):as "set"
  + giving:as "giver" * hilal.gap(1, 4) * (hilal.time "DURATION" + length):as "set" * hilal.gap(0, 1) * to_yield
  + last:as "set"
  + (give + term):as "set"
  + left + before_blow:as "leave"
  + choose:as "choice" * choice
  + either
  + bidden
  + (unless * hilal.any()):as "unless" * hilal.any():as "subject" * hilal.gap(0, 12) * words.force_imperfect:as "strike"
  + yield * hilal.gap(0, 12) * ultimatum:as "else" * hilal.gap(0, 6) * harm

--- What a match tells, as a finding, or nil.
function terms.decide(sentence, m)
  local cue = m.leave and m.demand or m.set or m.choice or m.either or m.unless or m.bidden or m["else"]
  if util.is_denied(sentence, cue) or util.is_name(sentence, cue) or sentence:has(early_warning) or sentence:has(asked_for) then
    return nil
  end
  if m.leave then
    -- «منشورات ألقتها الطائرات تطالب السكان بالمغادرة قبل القصف»
    local by_force = util.is_power(sentence, sentence:subject_of(cue)) or sentence:has(words.war_machine)
    return by_force and parties.finding(sentence, cue, nil, 0.7) or nil
  end
  if m.whom then
    return parties.spoken_by_power(sentence, cue)
      and parties.finding(sentence, cue, nil, 0.7, { actor = parties.teller(sentence, cue), target = parties.at(sentence, m.whom) }) or nil
  end
  if m.set then
    return timed(sentence, cue, set(sentence, cue, m.giver))
  end
  if sentence:has(words.peaceful) then
    return nil
  end
  if m.strike and not util.is_future(sentence, m.strike) then
    return nil
  end
  if m.subject then
    return unless_done(sentence, cue, m.subject)
  end
  if m["else"] then
    return demanded(sentence, cue)
  end
  if m.bidden then
    local known = { actor = parties.teller(sentence, cue), objectless = true }
    return sentence:has(words.at_war) and parties.finding(sentence, cue, nil, 0.7, known) or nil
  end
  if m.either then
    local known = { actor = parties.last_armed(sentence, cue) or parties.teller(sentence, cue), objectless = true }
    if m.late and not util.is_armed(sentence, sentence:subject_of(cue)) then
      return nil
    end
    local at_war = sentence:has(words.at_war) and util.same_clause(sentence, cue, m.force)
    return at_war and parties.finding(sentence, cue, nil, 0.7, known) or nil
  end
  if m.choice and not sentence:has(at_arms) then
    return nil
  end
  return parties.finding(sentence, cue, nil, 0.7)
end

-- Code points from a term to what is to follow, and words of another deed.
local content_reach = 120
local another = hilal.verb({ "حشد=حشد", "نشر=نشر", "أرسل", "دفع=دفع", "عزّز", "جمع=جمع", "طوّق", "حاصر", "استدعى", "حرّك", "استعدّ",
  "واصل", "بدأ=بدء", "أعلن", "قال" }, { "perfect", "imperfect" })

--- Whether a term before a cue tells the same threat, so that it counts once: «أنذر الجيش السكان بالإخلاء تمهيدا لقصف البلدة».
function terms.tells(sentence, cue)
  return once.told(sentence, cue, terms, another, content_reach)
end

return terms

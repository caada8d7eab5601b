-- Force kept open as a choice: on the table, not ruled out, considered.
local declaration = require "declaration"
local doubts = require "doubts"
local parties = require "parties"
local util = require "util"
local words = require "words"

local option = hilal.phrase {
  "الخيار العسكري", "خيار عسكري", "خيارا عسكريا", "الخيارات العسكرية", "خيارات عسكرية",
  "خيار الحرب", "خيار القوة", "الخيار المسلح", "خيار العمل العسكري", "خيار التدخل العسكري", "خيار استخدام القوة",
  "خيار الضربة العسكرية", "خيار الهجوم العسكري",
}
local all_options = hilal.phrase {
  "كل الخيارات", "جميع الخيارات", "كافة الخيارات", "كافة السبل", "كل السبل", "كل الوسائل",
  "الخيارات كلها", "الخيارات جميعها", "الخيارات كافة",
  "كل عناصر قوتها", "كل عناصر قوتنا", "كل أدوات قوتها", "كل ما تملك من قوة", "كل ما لديها من قوة", "كل ما نملك من قوة",
  "كافة الوسائل", "جميع الوسائل", "جميع السبل", "كافة عناصر القوة", "كل عناصر القوة", "جميع عناصر القوة", "كل أدوات القوة",
}
local use_of_force = hilal.phrase {
  "استخدام القوة",
  "استخدام القوة العسكرية", "استعمال القوة العسكرية", "استخدام القوة المسلحة", "اللجوء إلى القوة",
  "اللجوء إلى القوة العسكرية", "إلى القوة العسكرية",
}
local operation = hilal.phrase {
  "التدخل العسكري", "تدخل عسكري", "تدخلا عسكريا", "عمل عسكري", "عملا عسكريا", "عملية عسكرية",
  "ضربة عسكرية", "ضربات عسكرية", "استخدام القوة", "تدخل بري", "عملية برية",
}
local closed = hilal.verb({ "استبعد", "رفض", "أسقط", "سحب", "ألغى", "تراجع", "تخلّى", "استثنى", "عارض" })
  + hilal.phrase { "بدلا من", "عوضا عن", "لا حل", "لا خيار", "لا يوجد", "ليس هناك", "لا مكان", "لا يمكن أن" }
-- What force would bring: «لن يقود إلا إلى الدمار», «لا يحل الأزمة».
local over = option * -(hilal.gap(0, 3) * hilal.word { "إذا", "لو", "إن" }) * hilal.gap(0, 4)
    * hilal.verb({ "سقط=سقوط", "فشل=فشل", "انتهى" })
  + hilal.verb({ "سقط=سقوط", "فشل=فشل", "انتهى" }) * hilal.gap(0, 1) * option
local useless = hilal.word { "لن", "لا", "لم" } * hilal.verb({ "قاد=قيادة", "أدّى", "حلّ=حل", "جلب=جلب", "أفضى", "نفع=نفع",
  "أجدى", "خدم=خدمة" }, "imperfect")
local negated = hilal.word { "لم", "لن", "لا", "ليس", "ليست", "دون" }
local not_closed = negated * hilal.gap(0, 2)
  * (closed + hilal.verb({ "منع=منع", "حال=حؤول", "ألغى", "أنهى", "أعاق" }))
local weighing = hilal.verb({ "درس=دراسة", "بحث=بحث", "ناقش", "نظر=نظر" })
local mandate = hilal.verb({ "طلب=طلب", "منح=منح", "سعى=سعي" }, { "perfect", "imperfect" }) * hilal.gap(0, 3)
  * hilal.word { "تفويض", "تفويضا", "إذن", "إذنا" }
  * hilal.gap(0, 2) * (hilal.lexicon "force_phrases" + words.use_of_force
    + hilal.word { "استخدام", "استعمال" } * hilal.word "القوات" * hilal.word "المسلحة" ^ -1)
-- «يسعى إلى موافقة البرلمان على توسيع الضربات»
mandate = mandate + hilal.verb({ "طلب=طلب", "سعى=سعي", "التمس" }, { "imperfect", "future" }):as "asker" * hilal.gap(0, 4)
  * words.pairs({ "موافقة", "تأييد", "مصادقة" }, { "البرلمان", "الكونغرس", "الكونجرس", "الكنيست", "مجلس", "المجلس", "النواب", "الحكومة" })
  * hilal.gap(0, 3)
  * (words.force_phrase + words.deed + hilal.word { "لتوسيع", "توسيع", "لمد", "تمديد", "لشن", "شن" } * hilal.gap(0, 2)
    * (words.campaign + words.force_noun)):as "asked"
-- «سيطلب من البرلمان الموافقة على ضرب التنظيم»
mandate = mandate + hilal.verb({ "طلب=طلب", "سعى=سعي", "دعا=دعوة" }, { "imperfect", "future" }):as "asker" * hilal.gap(0, 4)
  * words.pairs({ "البرلمان", "الكونغرس", "الكونجرس", "الكنيست", "النواب" }, { "الموافقة", "التصويت", "المصادقة", "تفويض", "تفويضا" })
  * hilal.gap(0, 3) * (words.force_phrase + words.deed + words.act):as "asked"
local may_step_in = hilal.word "قد" * hilal.verb({ "تدخّل", "تحرّك" }, "imperfect"):as "verb" * hilal.gap(0, 1)
  * hilal.word "عسكريا":as "cue"
-- «قال الرئيس إن بلاده قد تضرب المفاعل»: his own.
local may_strike = hilal.word { "بلاده", "بلادها", "بلادنا", "جيشه", "قواته", "قواتها", "قواتنا", "جيشنا" } * hilal.word "قد"
  * hilal.verb(hilal.lexicon("force_verbs", { kind = "attack" }), "imperfect"):as "cue":as "own"
local brandishing = hilal.verb({ "لوّح", "هدّد" }, "noun")
local open_choice = (hilal.word { "حرب", "قوة", "قتال", "مواجهة", "سلاح", "ضربة" } + words.attack_masdar) * hilal.gap(0, 5)
  * (hilal.word { "خيار", "خيارا", "احتمال", "احتمالا" }
    * hilal.word { "قائم", "قائما", "مطروح", "مطروحا", "مفتوح", "مفتوحا", "وارد", "واردا" }):as "cue"
  + hilal.word({ "خياراتنا", "خياراتها", "خياراته", "خيارنا", "خيارها", "خياره" }):as "cue" * hilal.gap(0, 3)
    * hilal.word { "عسكرية", "عسكري", "عسكريا", "السلاح", "الحرب", "القتال" }
  + words.deed * hilal.gap(1, 4) * hilal.word({ "خيارنا", "خيارها", "خياره", "خيارهم" }):as "cue"
  + hilal.verb({ "أبقى", "ترك=ترك", "طرح=طرح" }, { "perfect", "imperfect" }) * hilal.gap(0, 5) * hilal.word { "احتمال", "إمكانية", "خيار" }
    * hilal.gap(0, 1) * (hilal.word { "شن", "توجيه" } * hilal.gap(0, 1) * words.act + operation + words.attack_masdar):as "cue"
  + (hilal.word { "حرب", "الحرب" } + operation):as "cue" * hilal.gap(0, 4)
    * hilal.word { "يظل", "يبقى", "تبقى", "مازال", "مازالت", "يزال", "تزال", "زال", "زالت" }
    * hilal.word { "ممكنا", "ممكنة", "قائما", "قائمة", "مطروحا", "مطروحة", "واردا", "واردة" }
  + use_of_force:as "cue" * hilal.gap(0, 4) * hilal.word { "يظل", "يبقى", "مازال", "يزال", "زال" }
    * hilal.word { "ممكنا", "قائما", "مطروحا", "واردا", "خيارا" }
local capability = hilal.word { "إمكانية", "احتمال", "خيار", "خيارات" }
local will_resort = hilal.verb({ "لجأ=لجوء", "اضطرّ" }, "imperfect")
  + words.future { "كان=كون" } * hilal.word { "مضطرة", "مضطرا", "مضطرين" }
local sending = hilal.word { "إرسال", "نشر" } * hilal.gap(0, 1) * hilal.lexicon "troops"
local strikes = hilal.word { "شن", "توجيه" } * hilal.gap(0, 1) * (words.act + words.force_phrase + hilal.word { "عملية", "عمليات" })

-- What is regained without arms: استعادة الثقة.
local things = hilal.gap(0, 1) * (words.abstract + hilal.word { "الثقة", "العلاقات", "الهدوء", "الحقوق", "الأموال" })

local somewhere = hilal.gap(0, 1) * (hilal.entity "GPE" + hilal.entity "FAC" + hilal.noun(hilal.lexicon "positions")
  + hilal.lexicon "place_nouns")

local function finding(sentence, m, span, target)
  local cue = m.cue
  local actor = m.verb and sentence:subject_of(m.verb) or cue.source
  if not actor and m.verb then
    actor = parties.teller(sentence, m.verb)
  end
  local result = parties.finding(sentence, cue, m.force, 0.8, { actor = actor, target = target })
  result.span = span or cue
  return result
end

-- «الخيار العسكري» keeps force open unless the sentence rules it out.
-- «رفض سحب الخيار العسكري»
local kept = hilal.verb({ "رفض=رفض", "استبعد", "عارض" }, { "perfect", "imperfect" }) * hilal.gap(0, 3)
  * hilal.word { "سحب", "إسقاط", "إلغاء", "استبعاد", "التخلي", "إزالة", "استثناء" }

local function check_option(sentence, m)
  if sentence:has(not_closed) or util.has_before(sentence, m.cue, kept) then
    return finding(sentence, m)
  end
  if util.is_denied(sentence, m.cue) or sentence:has(closed) or sentence:has(useless) or sentence:has(over) then
    return nil
  end
  return finding(sentence, m)
end

local on_table = hilal.gap(0, 2) * (hilal.phrase { "على الطاولة" } + hilal.word { "مطروحة", "مفتوحة" })
-- «الرد على جرائم الاحتلال بكل السبل المتاحة»
local answering = words.respond_masdar * hilal.word "على" * hilal.gap(0, 3) * (words.armed + words.act)
local defending = words.future { "دافع" }
local to_talk = hilal.gap(0, 4) * hilal.word { "تفاوض", "حوار", "مفاوضات", "سلميا", "سياسية", "دبلوماسية" }
local to_prevent = hilal.gap(0, 1) * hilal.word { "لمنع", "لمنعها", "لمنعه", "لردع", "لردعها", "للدفاع", "للرد", "لحماية" }
local at_stake = words.armed + words.act + hilal.word { "نووي", "نووية", "قنبلة", "القنبلة", "خرق", "خرقت", "خروقات", "عسكري", "عسكرية" }
local military_near = hilal.gap(0, 8) * (words.military_word + words.force_phrase + hilal.word "القوة")

-- «كل الخيارات مطروحة»: said of an enemy or a conflict by whoever speaks for arms or a state, a threat of force.
local on_the_table = hilal.phrase { "على الطاولة" }
local kept_open = hilal.gap(0, 3)
  * (on_the_table + hilal.word { "مطروحة", "مفتوحة", "متاحة", "واردة", "قائمة" } * on_the_table ^ -1)
local civil = hilal.lexicon "civil_topics"
local official = hilal.word { "مسؤول", "مسؤولون", "مسؤولين", "المسؤول", "مسؤولة" }
local political = hilal.gap(0, 1) * hilal.word { "السياسية", "الدبلوماسية", "السلمية", "القانونية", "المتاحة" }
local facing_foe = hilal.gap(0, 6)
  * (hilal.word { "تجاه", "إزاء", "حيال", "بشأن", "بخصوص" }
    + (hilal.word { "للرد", "ردا", "لردع", "لمواجهة", "ضد", "وجه" }
      + hilal.word { "التعامل", "للتعامل", "مواجهة", "المواجهة" } * hilal.word "مع") * hilal.word "على" ^ -1 * hilal.gap(0, 2))
  * ((hilal.entity "GPE" + words.armed):as "foe" + words.hostile + words.deed + words.act)
-- Sentences before the words, behind them where they are the title, in which war is spoken of.
local reach = 2

local function speaks_of_war(sentence)
  return (sentence:has(words.wartime) or sentence:has(words.act)) and not sentence:has(civil)
end

-- Whether war is spoken of in the sentence, in the title or in what stands near.
local function in_conflict(sentence)
  if sentence:has(at_stake) or sentence:has(words.at_war) then
    return true
  end
  -- Each field counts its own sentences.
  local is_title = sentence.field == "title"
  local first, last = is_title and 1 or sentence.index - reach, is_title and reach or sentence.index - 1
  for _, other in ipairs(sentence.article.sentences) do
    local is_content = other.field ~= "title"
    if is_content and other.index > last then
      return false
    end
    if (is_content and other.index >= first or not is_content and not is_title) and speaks_of_war(other) then
      return true
    end
  end
  return false
end

local about = { "بشأن", "بخصوص", "حول", "حيال", "إزاء", "تجاه", "في", "أمام" }
local no_purpose = { "لم", "لن", "لا", "لكن", "لدى", "لدينا" }
local warlike = hilal.gap(0, 4) * (hilal.entity "GPE" + words.warlike + words.hostile + words.respond_masdar + words.at_war
  + hilal.phrase { "في حال", "في حالة" })

-- Whether what the options are for, where that is said, may be war: not «بشأن موعد اللقاء»، «لشراء».
local function is_about_war(sentence, open)
  local rest = sentence:after(open)
  local word = rest and string.match(rest.text, "^ *([^ ]+)") or ""
  local is_topic = util.begins(word, "ل")
  for _, other in ipairs(no_purpose) do
    is_topic = is_topic and word ~= other
  end
  for _, other in ipairs(about) do
    is_topic = is_topic or word == other
  end
  return not is_topic or util.next(sentence, open, warlike) ~= nil
end

local function is_open_threat(sentence, cue)
  local open = util.next(sentence, cue, kept_open)
  if not open or not is_about_war(sentence, open.span) or util.next(sentence, cue, political) or sentence:has(civil)
    or sentence:has(words.peaceful) then
    return false
  end
  local speaker = cue.source or parties.teller(sentence, cue)
  local power = util.is_power(sentence, speaker) or parties.spoken_by_power(sentence, cue)
  if power and (util.is_armed(sentence, speaker) or in_conflict(sentence)) then
    return true
  end
  return (power or speaker ~= nil and util.within(sentence, speaker, official)) and util.next(sentence, cue, facing_foe) ~= nil
end

local function check_all(sentence, m)
  local meant = (util.next(sentence, m.cue, to_prevent) or util.has_before(sentence, m.cue, defending))
    and (sentence:has(words.armed) or sentence:has(words.act) or sentence:has(words.weapon))
  local tabled = meant or util.next(sentence, m.cue, on_table) and sentence:has(at_stake) or util.has_before(sentence, m.cue, answering)
  if util.is_denied(sentence, m.cue) or util.next(sentence, m.cue, to_talk) or not tabled
    and not util.next(sentence, m.cue, military_near) and not is_open_threat(sentence, m.cue) then
    return nil
  end
  local found = util.next(sentence, m.cue, facing_foe)
  return finding(sentence, m, nil, found and found.foe and parties.at(sentence, found.foe) or nil)
end

local function rule(match, check)
  return declaration.rule {
    id = "military-option",
    title = "Keeps the military option open",
    severity = "medium",
    match = match,
    check = doubts.without({ "history", "fiction", "cyber", "comment", "over", "guess" }, check),
  }
end

local not_ruled_out = (hilal.word { "لم", "لا", "لن", "عدم" } * hilal.verb({ "استبعد" }):as "verb"):as "cue"
  * hilal.gap(0, 10) * (operation + option + use_of_force + sending + strikes + words.intensified):as "force"
-- An attack by name is kept open by whoever commands force.
local not_excluded = (hilal.word { "لم", "لا", "لن" } * hilal.verb({ "استبعد" }, "imperfect"):as "verb"):as "cue" * hilal.gap(0, 10)
  * (words.deed + words.long_deed):as "named"
local hinted = hilal.verb({ "ألمح", "لمّح" }, { "perfect", "imperfect", "participle" }):as "verb" * hilal.gap(0, 6)
  * (operation + strikes + sending + words.long_deed):as "cue"
local refused = hilal.verb({ "رفض=رفض" }, { "perfect", "imperfect" }):as "verb":as "cue" * hilal.gap(0, 3) * hilal.word "استبعاد"
  * hilal.gap(0, 4) * (operation + option + use_of_force + hilal.phrase { "القوة العسكرية" }):as "force"
local considered = weighing:as "verb" * hilal.gap(0, 6) * (operation + strikes + words.intensified):as "cue"
-- An attack by name is weighed by whoever commands force.
local weighed = hilal.verb({ "درس=دراسة", "بحث=بحث", "ناقش" }, "imperfect"):as "verb":as "cue" * hilal.gap(0, 6)
  * words.deed:as "named":as "weighed"
local possible_force = capability * hilal.gap(0, 2) * use_of_force:as "cue"
local resort = will_resort:as "verb" * hilal.gap(0, 1) * hilal.word "السلاح":as "cue"
  + will_resort:as "verb" * hilal.gap(0, 3) * (hilal.phrase { "القوة العسكرية", "القوة المسلحة", "اللجوء للقوة", "اللجوء إلى القوة" }
  + hilal.word { "التحرك", "التدخل" } * hilal.word "عسكريا" + hilal.phrase { "إلى الرد" }):as "cue"

return rule(
  not_ruled_out + not_excluded + refused + hinted + considered + weighed
    + (brandishing * option):as "cue" + open_choice + possible_force + resort + may_step_in + may_strike
    + mandate:as "cue"
    + (all_options:as "cue") + (option:as "cue"),
  function(sentence, m)
    if m.named then
      local actor = sentence:subject_of(m.verb)
      if m.weighed and not util.is_near(sentence, actor, m.verb, m.named, 0) then
        return nil
      end
      local may = util.is_power(sentence, actor) and not util.next(sentence, m.named, things)
        and not sentence:has(words.peaceful) and (util.next(sentence, m.named, somewhere) or sentence:has(words.armed))
      return may and finding(sentence, m) or nil
    end
    if m.asked and not util.is_denied(sentence, m.cue) then
      local actor = sentence:subject_of(m.asker) or parties.teller(sentence, m.cue)
      return parties.finding(sentence, m.asker, m.asked, 0.7, { actor = actor, passive = true })
    end
    if m.own then
      return parties.spoken_by_power(sentence, m.cue) and not sentence:has(words.peaceful) and finding(sentence, m) or nil
    end
    if m.force then
      return finding(sentence, m)
    end
    if m.verb or not m.cue then
      if util.is_denied(sentence, m.cue) or m.verb and util.is_denied(sentence, m.verb) then
        return nil
      end
      return finding(sentence, m)
    end
    if util.within(sentence, m.cue, option) then
      return check_option(sentence, m)
    end
    if util.within(sentence, m.cue, all_options) then
      return check_all(sentence, m)
    end
    return finding(sentence, m)
  end
)

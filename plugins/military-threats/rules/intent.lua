-- Force that means to take or strike: on its way, seeking, about to, paving the way, the hour set.
local declaration = require "declaration"
local doubts = require "doubts"
local parties = require "parties"
local util = require "util"
local words = require "words"

-- What forces do to places and foes, as a verbal noun.
local taking = words.deed
  + hilal.verb({ "طرد=طرد", "سيطر", "حسم=حسم", "استولى", "دخل=دخول", "استأصل", "أنهى", "زحف=زحف", "بسط=بسط" }, "noun")
local gaining = words.free_masdar + hilal.verb({ "سيطر", "حسم=حسم", "سقط=سقوط", "اقتحم", "طرد=طرد", "دخل=دخول", "هزم=هزيمة",
  "بسط=بسط" }, "noun")
  + hilal.phrase { "وضع نهاية", "وضع حد", "نهاية التمرد", "القضاء على" }
local to_take = hilal.lexicon "fighting_aims" + hilal.word { "لدخول", "لحسم", "لاستئصال", "للاستيلاء", "لبسط", "لاكتساح" }

-- On the way: في طريقها لاقتحام, على وشك اقتحام.
local way = hilal.word({ "طريقها", "طريقه", "طريقهم", "طريقنا", "طريقهما" }):as "way"
  * (to_take:as "force" + hilal.word { "إلى", "نحو" } * taking:as "force")
  + hilal.word({ "طريقها", "طريقه", "طريقهم", "طريقنا" }):as "way" * hilal.word { "إلى", "نحو" } * hilal.gap(0, 3) * to_take:as "force"
  + hilal.phrase({ "على وشك", "على أعتاب", "على أبواب" }):as "way" * hilal.gap(0, 1)
    * words.deed:as "force"
  + hilal.phrase({ "على بعد", "على مسافة", "على مقربة" }):as "way" * hilal.gap(1, 3) * hilal.word "من" * words.deed:as "force"
-- The way paved: عملية تمهد الطريق لتحرير المدينة.
local pave = hilal.verb({ "مهّد" }, { "imperfect", "future", "participle" })
  + hilal.verb({ "هيّأ" }, { "imperfect", "future" }) * hilal.gap(0, 2) * hilal.word { "الأرضية", "الأرض", "الظروف", "الأجواء" }
local paved = pave:as "pave" * hilal.gap(0, 2)
  * ((to_take - hilal.word { "حرب", "لحرب", "للحرب", "لمواجهة" }):as "force" + hilal.word { "أمام", "نحو", "إلى" } * hilal.gap(0, 1)
    * taking:as "force")
  + pave:as "pave" * hilal.gap(0, 3) * hilal.word { "مرحلة", "لمرحلة", "لعملية", "لعمليات", "لحملة", "لمعركة" } * hilal.gap(0, 1)
    * (words.military_word + words.free_masdar + hilal.word { "كبرى", "كبيرة", "واسعة" }):as "force"
-- Seeking: تسعى للسيطرة على, سعيها إلى طرد.
local seek = hilal.verb({ "سعى=سعي" }, "imperfect") + hilal.word { "سعيها", "سعيه", "سعيهم" }
local sought = seek:as "seek" * hilal.gap(0, 3) * (to_take:as "force" + hilal.word { "إلى", "نحو" } * taking:as "force")
-- The hour: العد التنازلي, ساعة الصفر.
local close = hilal.word {
  "اقترب", "حان", "دنا", "حدد", "باتت", "أصبحت", "اقتربت", "تقترب", "قريبة", "قربت", "حانت", "تلوح", "دنت", "وشيكة", "حددت",
    "تحددت", "بدأت", "ستحين", "ستبدأ", "تبدأ", "آتية",
  "قادمة",
}
local the_hour = hilal.phrase {
  "ساعة الصفر", "ساعة المواجهة", "لحظة المواجهة", "ساعة المعركة", "ساعة التحرير", "ساعة الحسم", "لحظة الحسم", "موعد الحسم",
  "ساعة الحساب", "ساعة الخلاص", "ساعة القصاص", "يوم الحساب",
}
  + hilal.word { "ساعة", "لحظة", "موعد" } * taking
local hour = hilal.phrase({ "الوقت حان", "حان الوقت", "آن الأوان", "حان وقت", "حانت ساعة", "آن أوان" }):as "hour" * hilal.gap(0, 1)
    * (to_take + words.deed + hilal.word { "لتوجيه", "لشن", "توجيه" } * hilal.gap(0, 1) * words.act):as "force"
  + hilal.verb({ "حدّد", "عيّن", "ضرب=ضرب" }, { "perfect", "imperfect" }) * hilal.gap(0, 2)
    * hilal.word({ "موعد", "موعدا", "ساعة" }):as "hour" * hilal.gap(0, 1) * words.deed:as "force"
  + the_hour:as "hour" * hilal.gap(0, 5) * close + close * hilal.gap(0, 1) * the_hour:as "hour"
  + hilal.phrase({ "العد التنازلي", "العد العكسي" }):as "hour" * hilal.gap(0, 4) * (taking + hilal.lexicon "campaigns"):as "force"
-- So near: ساعات تفصل الثوار عن اقتحام القاعدة.
local parted = hilal.word { "ساعات", "أيام", "خطوات", "خطوة", "أمتار", "كيلومترات", "ساعة", "يوم" }:as "near" * hilal.gap(0, 2)
  * hilal.verb({ "فصل=فصل" }, "imperfect") * hilal.gap(0, 3) * hilal.word "عن" * taking:as "force"
-- Near at hand: قرب انطلاق عمليات التحرير.
local nearing = hilal.word({ "قرب", "اقتراب" }):as "near" * taking:as "force" + hilal.word({ "قرب", "اقتراب" }):as "near" * hilal.gap(0, 1)
  * hilal.word { "بدء", "انطلاق", "انطلاقة", "شن", "إطلاق", "موعد", "بدأ" } * hilal.gap(0, 2)
  * (taking + words.act + words.force_phrase):as "force"
nearing = nearing + hilal.word({ "قرب", "اقتراب" }):as "near" * hilal.phrase { "ساعة الصفر", "ساعة الحسم", "لحظة الحسم" }:as "zero"
local bettering = hilal.gap(0, 4) * hilal.word { "تحديث", "تطوير", "تدريب", "بناء", "تعزيز", "الفوز", "فوز" }
-- What comes next: الهدف المقبل هو المطار.
local next_one = hilal.phrase({
  "الهدف المقبل", "الهدف القادم", "الهدف التالي", "هدفنا القادم", "هدفنا المقبل", "هدفنا التالي", "وجهتنا القادمة", "وجهتنا المقبلة",
    "المعركة القادمة",
  "المعركة المقبلة", "معركتنا القادمة", "معركتنا المقبلة", "المحطة القادمة",
}):as "hour" * -bettering * (hilal.gap(0, 2) * taking:as "force") ^ -1
  + hilal.phrase({ "خطوته التالية", "خطوتها التالية", "خطوتنا التالية", "خطوته المقبلة", "خطوتها المقبلة",
    "خطوتنا المقبلة", "هدفه التالي", "هدفه المقبل",
    "هدفها المقبل", "هدفها التالي", "الخطوة التالية", "الخطوة المقبلة", "الخطوة القادمة", "المرحلة المقبلة", "المرحلة القادمة",
    "المرحلة التالية" }):as "hour"
    * hilal.gap(0, 2) * taking:as "force"
  + hilal.word({ "الفاصلة", "الحاسمة", "حاسمة", "فاصلة" }):as "hour" * hilal.gap(0, 1)
    * (to_take:as "force" + hilal.word "في" * taking:as "force")
-- Orders waited for: تنتظر القوات الأوامر لبدء الهجوم.
local awaited = hilal.verb({ "انتظر" }, "imperfect"):as "seek" * hilal.gap(0, 2)
  * hilal.word { "أوامر", "الأوامر", "أمر", "إشارة", "ساعة", "الضوء" }
  * hilal.gap(0, 3)
  * (to_take + words.deed + hilal.word { "بدء", "شن", "انطلاق" } * hilal.gap(0, 1) * (taking + words.act)):as "force"
awaited = awaited + hilal.verb({ "انتظر" }, "imperfect"):as "seek" * hilal.gap(0, 6)
  * hilal.word { "لتبدأ", "ليبدأ", "ليبدأوا", "لبدء" } * hilal.gap(0, 1) * (taking + words.act + words.force_phrase):as "force"
-- «آلاف المقاتلين ينتظرون إشارته»
awaited = awaited + (words.armed + words.troop) * hilal.gap(0, 2) * hilal.verb({ "انتظر" }, "imperfect"):as "seek"
  * hilal.word { "إشارته", "إشارتها", "إشارتنا", "أوامره", "أوامرها", "أوامرنا" }
-- «يتجه التحالف إلى فتح جبهة جديدة»
awaited = awaited + hilal.verb({ "اتّجه" }, "imperfect"):as "seek":as "heading" * hilal.gap(0, 3) * hilal.word { "إلى", "نحو" }
  * (words.attack_masdar + words.free_masdar + words.long_deed):as "force"
-- A decision waited for: «في انتظار قرار من القيادة للدخول إلى العاصمة».
awaited = awaited + words.pairs({ "انتظار", "بانتظار", "ننتظر", "ينتظرون", "ينتظر", "تنتظر" },
    { "قرار", "قرارا", "القرار", "أوامر", "الأوامر", "إشارة", "الإشارة", "الضوء" }):as "await" * hilal.gap(0, 6)
  * (to_take + hilal.word { "للدخول", "بالدخول", "للتحرك", "للتقدم", "بالتقدم", "للزحف", "باقتحام", "بالهجوم" }):as "force"
-- What fighters expect to gain within days: تتوقع المقاومة السيطرة على القاعدة خلال ساعات.
local soon = hilal.word { "الساعات", "ساعات", "الأيام", "أيام", "الأسابيع", "أسابيع", "قريبا", "القريب", "أسبوع", "القادمة", "المقبلة" }
local expected = hilal.verb({ "توقّع", "رجّح" }, { "perfect", "imperfect", "participle" }):as "expect" * hilal.gap(0, 9)
    * gaining:as "force" * hilal.gap(0, 8) * soon
  + hilal.verb({ "توقّع", "رجّح" }, { "perfect", "imperfect", "participle" }):as "expect" * hilal.gap(0, 4) * soon
    * hilal.gap(0, 3) * gaining:as "force"
  + hilal.verb({ "توقّع", "رجّح" }, { "perfect", "imperfect" }):as "expect" * hilal.gap(0, 5) * hilal.word "أن" * hilal.gap(0, 2)
    * hilal.verb({ "سقط=سقوط", "سيطر", "استعاد", "حرّر", "دخل=دخول", "استولى" }, "imperfect"):as "force" * hilal.gap(0, 9) * soon
  + hilal.verb({ "توقّع", "رجّح" }, { "perfect", "imperfect" }):as "expect" * hilal.gap(0, 4) * hilal.word "أن" * hilal.gap(0, 1)
    * hilal.verb({ "بدأ=بدء", "انطلق" }, "imperfect"):as "force" * hilal.gap(0, 1)
    * (words.act + words.campaign + hilal.word "العملية") * hilal.gap(0, 6) * soon
  + gaining:as "force" * hilal.gap(0, 3) * hilal.word { "بات", "باتت", "أصبح", "أصبحت", "صار" }:as "expect"
    * hilal.word { "قريبا", "قريبة", "وشيكا", "وشيكة", "مسألة" }
  + words.future({ "شهد=شهود" }, "witness") * hilal.gap(0, 5) * gaining:as "force"
-- Whose aim is said to be: غاية بلاده هي القضاء على التنظيم, هدفنا تحرير البلاد.
local mission = hilal.word { "مهمة", "مهمات", "مهام", "هدف", "غاية" }
local aim = words.future({ "كان=كون" }, "aim") * hilal.gap(0, 1) * mission * hilal.gap(0, 3) * words.deed:as "force"
    * hilal.gap(0, 4) * words.armed
  + hilal.word { "غاية", "غايتنا", "هدفنا", "هدفها", "غايتها", "مهمتنا", "مهمتهم", "مهمتها" }:as "aim" * hilal.gap(0, 2)
  * (words.free_masdar + words.fight_masdar + hilal.word { "القضاء", "طرد" }):as "force" * hilal.gap(0, 4) * words.armed
-- What armed bodies will do to places: ستدخل القوات المدينة, سيبسطون سيطرتهم.
local gain = words.future({ "دخل=دخول", "سيطر", "حسم=حسم", "بسط=بسط", "زحف=زحف", "أنهى", "توغّل", "تقدّم", "استولى", "اكتسح",
  "كسر=كسر", "فكّ=فك" }, "gain")
  + words.future({ "وصل=وصول" }, "gain") * hilal.word "إلى" * hilal.word { "قلب", "عقر", "قصر", "أبواب", "حدود" }
aim = aim + hilal.phrase({ "الهدف هو", "هدفنا هو", "الهدف الآن", "هدفنا الآن" }):as "aim"
    * (taking + hilal.word { "التقدم", "الوصول", "التوغل", "تطويق" } * hilal.word { "نحو", "إلى", "صوب" } ^ -1):as "force"
  + taking:as "force" * hilal.gap(1, 8) * (hilal.phrase { "هدف أول", "هدفنا الأول", "الهدف الأول", "هدف رئيسي",
    "هدفنا الرئيسي", "هدف استراتيجي", "هدفنا المقبل", "هدفنا القادم", "هدفنا التالي", "أولوية قصوى", "أولويتنا الأولى" }):as "aim"
  + words.future({ "كان=كون" }, "aim") * hilal.gap(0, 1) * (hilal.word { "هدفا", "كهدف", "الهدف" } * hilal.gap(0, 1)
    * (hilal.word { "لقواتنا", "لنيراننا", "لصواريخنا", "لطائراتنا", "لمقاتلينا", "لمدفعيتنا" } + words.armed)):as "named"
-- What news says will come soon: «أنباء عن اقتحام المدينة قريبا».
-- An attack put off: «تتريث القوات في اقتحام القاعدة».
local delayed = (hilal.verb({ "تريّث", "أرجأ", "تمهّل" }, { "perfect", "imperfect" })
  + hilal.verb({ "أجّل" }, "imperfect") + hilal.word { "أجلت", "أجلوا" }):as "seek" * hilal.gap(0, 3)
  * (words.attack_masdar + words.free_masdar + words.force_phrase + hilal.word { "هجوم", "هجومها", "هجومه" }):as "force"
local rumoured = words.pairs({ "أنباء", "معلومات", "تقارير", "تسريبات", "إشاعات", "شائعات", "حديث" }, { "عن", "حول", "بشأن" }):as "rumour"
  * hilal.gap(0, 1) * (words.attack_masdar + words.free_masdar):as "near":as "force" * hilal.gap(0, 3)
  * (hilal.word { "قريبا", "وشيك", "وشيكة", "مرتقب", "مرتقبة" } + hilal.word "خلال" * soon)
-- The next part of a plan: «لتنفيذ المرحلة الثانية من خطة تحرير المدينة».
local staged = words.pairs({ "لتنفيذ", "لبدء", "لإطلاق", "لإنجاز" }, { "المرحلة", "مرحلة" }):as "stage" * hilal.gap(0, 4)
  * taking:as "force"
-- Movement with what is to be done there: سيتوجهون صوب القاعدة وتحريرها.
local move = words.future({ "توجّه", "تحرّك", "انطلق", "زحف=زحف", "تقدّم" }, "move") * hilal.gap(0, 3)
  * hilal.word { "صوب", "نحو", "إلى", "باتجاه", "اتجاه" } * hilal.gap(0, 30) * (words.free_masdar + words.attack_masdar):as "force"
-- Bound to settle it by force: تتجه إلى حسم الموقف عسكريا.
local settled = hilal.verb({ "اتّجه", "مضى=مضي", "سار=سير" }, "imperfect"):as "settle" * hilal.gap(0, 3)
  * (hilal.verb({ "حسم=حسم" }, "noun"):as "force" * hilal.gap(0, 2) * hilal.word { "عسكريا", "القوة", "عسكري" }
    + hilal.word { "لعملية", "لحرب", "لمعركة", "لهجوم" }:as "force" + words.intensified:as "force")
-- Forces that go: يتقدم الجيش لتحرير الجنوب.
local march = (hilal.verb({ "تقدّم", "زحف=زحف", "توجّه", "تحرّك", "اتّجه" }, "imperfect")
  + hilal.verb({ "تحرّك", "غادر", "انطلق", "أبحر" }, "perfect")
  + hilal.word { "زحفها", "زحفه", "زحفهم" }):as "march" * hilal.gap(0, 10)
  * (hilal.lexicon "fighting_aims" - hilal.word { "لمواجهة", "للمواجهة", "للرد", "لصد" }):as "force"

local military = words.armed + words.military + words.military_word
-- «أن تسقط الأمطار على القاعدة»
local danger_next = hilal.gap(0, 1) * words.danger
local followers = hilal.lexicon "followers" + words.war_machine
local things = hilal.word { "سوق", "أسواق", "سياسية", "سياسيا", "اقتصادية", "الأسعار", "حزبي", "برلمان", "البرلمان", "انتخابات",
  "الانتخابات", "الصفقة", "دعوى", "قضائية", "حقوق" }
-- Who was on the way and never came: «لقوا مصرعهم في كمين وهم في طريقهم للقتال».
local stopped = hilal.word { "مصرعهم", "مصرع", "قتلوا", "مقتل", "كمين", "كانوا", "كان", "كانت" }

-- Whether an armed body acts, no negotiator or market.
local function is_fought(sentence, cue, m)
  if sentence:has(words.peaceful) or sentence:has(things)
    or not sentence:has((m.march or m.pave or m.hour or m.near or m.expect or m.settle or m.seek
    or m.await or m.stage) and military or words.armed) then
    -- «أكدت طهران أن الخطوة التالية هي قصف الميناء»: a state says so.
    return (m.near and m.force or m.hour) and not sentence:has(words.peaceful) and not sentence:has(things)
      and (m.hour and m.force or util.is_power(sentence, parties.teller(sentence, cue)))
  end
  if m.seek or m.gain or m.march or m.move then
    local actor = sentence:subject_of(cue) or parties.last_armed(sentence, cue)
    return util.is_armed(sentence, actor) or actor ~= nil and util.within(sentence, actor, followers)
  end
  return true
end

local function check(sentence, m)
  local cue = m.way or m.near or m.pave
    or m.seek or m.hour or m.expect or m.witness or m.aim or m.gain or m.move or m.settle or m.march
    or m.await or m.stage
  -- «ستتجه إلى تطهير المدينة» is announced.
  if m.heading and util.is_future(sentence, cue) then
    return nil
  end
  local on_the_way = m.way or m.seek or m.march
  if not is_fought(sentence, cue, m) or on_the_way and sentence:has(words.police) then
    return nil
  end
  if m.way and util.has_before(sentence, cue, stopped) or m.seek and util.follows(sentence, cue, "في") then
    return nil
  end
  local told = m.stage or m.gain or m.near and not m.rumour or m.witness or m.aim or m.pave or m.march and util.is_future(sentence, cue)
  if told and not util.is_announced(sentence, cue) or m.witness and not sentence:has(soon) then
    return nil
  end
  if m.expect and m.force and util.next(sentence, m.force, danger_next) then
    return nil
  end
  if m.force and not util.same_clause(sentence, m.force.start < cue.start and m.force or cue, m.force.start < cue.start and cue
    or m.force) then
    return nil
  end
  if util.is_denied(sentence, cue) or util.is_name(sentence, cue) then
    return nil
  end
  local known = { objectless = true }
  known.passive = m.zero ~= nil
  if m.hour or m.near or m.expect or m.witness or m.aim then
    known.actor = parties.teller(sentence, cue)
  elseif not m.seek and not m.gain and not m.march and not m.move then
    known.actor = parties.last_armed(sentence, cue)
  end
  return parties.finding(sentence, cue, m.force, 0.6, known)
end

return declaration.rule {
  id = "intent",
  title = "Means to take or strike",
  severity = "medium",
  match = way + nearing + parted + paved + sought + hour + next_one + awaited + expected + aim + gain + move + settled + march
    + rumoured + staged + delayed,
  check = doubts.without({ "history", "fiction", "cyber", "comment", "old", "over", "guess", "wanted" }, check),
}

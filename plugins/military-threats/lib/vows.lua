-- Future force promised, to answer, to crush, to go on fighting: what promises it, and what makes each a threat of force.
local campaigns = require "campaigns"
local menace = require "menace"
local parties = require "parties"
local promises = require "promises"
local strikes = require "strikes"
local util = require "util"
local warnings = require "warnings"
local words = require "words"

local future = words.future
local hesitate = hilal.verb({ "تردّد", "توانى", "تهاون", "تراجع", "تأخّر" }, "imperfect")
local stay = hilal.verb({ "وقف=وقوف", "ظلّ", "بقي=بقاء" }, "imperfect")
local keep_right, price, answer = hilal.verb({ "احتفظ", "تمسّك" }), hilal.word { "ثمن", "ثمنا" }, hilal.word "رد"

-- Those whom war makes suffer pay, too: «سيدفعون ثمن الحرب».
local of_war = hilal.word { "الحرب", "الصراع", "النزاع", "الأزمة", "حرب", "صراع", "أخطاء", "سياسات", "فشل" }
local crossed = hilal.word { "حدود", "عسكريا", "الأراضي" } ^ -1
local hostile, campaign, fight, military = words.hostile, hilal.lexicon "campaigns", words.fighting, words.warlike
local able = hilal.word { "قادر", "قادرة", "قادرون", "قادرين", "قادران" }
local call_forth = future({ "أدّى", "واجه", "قابل", "لقي=لقاء", "كان=كون", "تلقّى", "جلب=جلب" }, "called_forth")
local resolved = hilal.verb({ "عزم=عزم", "صمّم", "أصرّ" }, "participle")
local chase = words.chase_masdar
local on_foes = hilal.gap(0, 2) * hilal.word { "على", "ضد" } * hilal.gap(0, 1) * words.armed
local social_ills = hilal.lexicon "social_ills"
local coming = hilal.word { "آت", "آتية", "قادم", "قادمة", "حتمي" }
  + hilal.phrase {
    "في الزمان والمكان", "في المكان والزمان", "في الوقت والمكان", "في المكان والوقت", "في الوقت المناسب", "في المكان المناسب",
  }
local hostile_near = hilal.gap(0, 2) * hilal.word "على" * hilal.gap(0, 3) * (hostile + words.weapon)
local borders = hilal.word { "حدود", "حدودها", "حدودنا", "حدوده", "سيادتها", "سيادتنا", "أراضيها", "أراضينا" }
local assault = words.act + hilal.noun { "اعتداء", "هجوم=هجمات" }
local culprits = hilal.word { "منفذي", "مرتكبي", "قتلة", "المسؤولين", "الجناة", "القتلة", "مدبري", "منفذو" }
local revenge_on = hilal.gap(0, 2) * hilal.word "من" * hilal.gap(0, 1) * (words.armed + culprits):as "who"
local the_dead = hilal.gap(0, 2)
  * hilal.word { "لدماء", "لدم", "لدمه", "لدمائهم", "لمقتل", "لاغتيال", "لشهداء", "لشهدائها", "لشهدائه", "لشهدائنا", "لقتلاه", "لقتلانا" }
local facing = hilal.gap(0, 3) * hostile + hilal.gap(0, 1) * words.armed
  + hilal.gap(0, 2) * hilal.word { "أي", "أية", "كل" } * hilal.gap(0, 1) * hilal.noun { "تدخل=تدخلات", "مساس", "اختراق=اختراقات", "انقلاب" }
local meet = hilal.verb({ "واجه" }, "imperfect")
local likened = hilal.verb({ "اعتبر", "عدّ=عد", "وصف=وصف", "شبّه" }) + hilal.word { "بمثابة" }
local forceful = hilal.gap(0, 3) * hilal.word { "نار", "رصاص", "سلاح", "عسكريا", "صواريخ", "مدافع" }
local harsh = hilal.gap(0, 3)
  * hilal.word { "قوة", "حزم", "قسوة", "قاس", "قاسيا", "مزلزل", "مزلزلا", "ساحق", "ساحقا", "حازم", "موجع", "موجعا", "المثل" }
  + hilal.gap(0, 8) * hilal.word { "إجراءات", "خطوات", "بإجراءات" } * words.military_word
local with_force = hilal.gap(0, 2) * (words.act + words.weapon + words.force_phrase):as "force"
local to_words = hilal.gap(0, 2) * hilal.word { "رسالة", "مبادرة", "اقتراح", "مقترح", "سؤال", "أسئلة", "بيان", "اتهامات", "شائعات",
  "دعوة", "عرض", "منتقدين", "منتقديه", "المنتقدين", "المشككين" }
-- «سترد في عمق أراضي العدو»
local deep = hilal.gap(0, 1) * hilal.word { "عمق", "عقر", "داخل", "قلب" } * hilal.gap(0, 1)
  * (hilal.word { "أراضي", "أراضيه", "أراضيها", "أراضيهم", "أرض", "العدو", "دارهم", "داره", "ديارهم" } + words.armed + hilal.entity "GPE")
-- «سترد على نشر الدرع بتوجيه صواريخها نحو المدينة»
local by_missiles = hilal.gap(1, 9) * hilal.word { "بتوجيه", "بإطلاق", "بنشر", "بقصف", "بضرب", "بشن", "بإرسال" } * hilal.gap(0, 1)
  * (words.weapon + words.act + words.troop + words.war_machine + hilal.word { "صواريخها", "صواريخه", "صواريخنا" })
local condition = words.condition + hilal.word "وإلا"
local provoked = hilal.verb { "هوجم", "هاجم", "تعرّض", "استهدف", "اعتدى", "قصف=قصف" } + words.act
local only_answer = hilal.gap(0, 3) * words.respond_masdar
local warned = hilal.verb({ "أمهل", "أنذر" }, { "perfect", "imperfect" }):as "warned"
local fair_game = hilal.word { "مشروعا", "مشروعة", "مشروع" }
local bloodshed = hilal.word { "دماء", "دم", "دماؤهم", "دماءهم" }
local deeds_to_come = future({ "فرض=فرض" }, "laid") * hilal.gap(0, 1) * hilal.word { "حصار", "حصارا", "طوقا", "الحصار" }
  + future({ "زرع=زرع" }, "laid") * hilal.word { "ألغاما", "الألغام", "ألغام", "عبوات", "العبوات" }
  + future({ "حيّد", "شلّ=شل", "قوّض" }, "laid") * hilal.gap(0, 3) * (words.armed + hilal.word { "صواريخ", "دفاعات", "بطاريات", "الملاحة" })
  + future({ "اعترض" }, "laid") * hilal.noun { "سفينة=سفن", "زورق=زوارق", "ناقلة", "طائرة" }
local armed_context, wartime = words.armed_context, words.wartime

-- Whether who says so commands arms or speaks for an armed body, told here or elsewhere in the article.
local function is_arms_word(sentence, cue)
  local speaker = cue.source or parties.teller(sentence, cue)
  return speaker ~= nil and (util.is_armed(sentence, speaker) or util.is_known_armed(sentence, speaker))
end

-- An answer promised to an attack, or one by force.
local function answered(sentence, cue)
  local by_force = util.next(sentence, cue, with_force)
  if by_force and util.is_with(sentence, cue, by_force.force) then
    return parties.finding(sentence, cue, nil, 0.8)
  end
  if util.next(sentence, cue, hostile_near) or util.next(sentence, cue, forceful) then
    return parties.finding(sentence, cue, nil, 0.8)
  end
  local found = util.next(sentence, cue, revenge_on)
  if found then
    return parties.finding(sentence, cue, nil, 0.8, { target = parties.at(sentence, found.who) })
  end
  local actor = sentence:subject_of(cue)
  -- «سينتقم لدماء القائد»
  if util.next(sentence, cue, the_dead) and (util.is_power(sentence, actor) or util.is_power(sentence, cue.source)) then
    return parties.finding(sentence, cue, nil, 0.7)
  end
  local outright = util.next(sentence, cue, deep) or util.next(sentence, cue, by_missiles)
  if outright and (util.is_power(sentence, actor) or util.is_power(sentence, cue.source)) then
    return parties.finding(sentence, cue, nil, 0.7)
  end
  if util.begins(cue.text, "سن") and util.is_armed(sentence, parties.teller(sentence, cue))
    and not util.next(sentence, cue, to_words) then
    return parties.finding(sentence, cue, nil, 0.6)
  end
  local who = actor or cue.source
  local may = util.is_power(sentence, who) and not util.next(sentence, cue, to_words)
    or actor and actor.type and actor.type ~= "PER" and sentence:has(provoked)
  if may and util.next(sentence, cue, harsh) then
    return parties.finding(sentence, cue, nil, 0.7)
  end
  return nil
end

-- Attackers will be faced: by an armed body, or whoever speaks for one.
local function faced(sentence, cue)
  if util.within(sentence, cue, meet) and not util.begins(cue.text, "سن", "ن") then
    return nil
  end
  local hard = util.next(sentence, cue, facing) or util.next(sentence, cue, harsh)
  local may = sentence:has(armed_context) or util.next(sentence, cue, harsh) and util.is_power(sentence, cue.source)
  return hard and may and parties.finding(sentence, cue, nil, 0.7) or nil
end

-- War declared on a named or armed body.
local function declared(sentence, cue)
  if util.has_before(sentence, cue, likened) then
    return nil
  end
  local target = sentence:target_of(cue)
  local by_arms = target and util.is_armed(sentence, sentence:subject_of(cue)) and not util.within(sentence, target, social_ills)
  if not target and util.next(sentence, cue, on_foes) then
    return parties.finding(sentence, cue, nil, 0.7)
  end
  if target and (by_arms or target.type or util.is_armed(sentence, target)) then
    return parties.finding(sentence, cue, nil, 0.7)
  end
  return nil
end

local function armed(sentence, cue)
  return (sentence:has(military) or is_arms_word(sentence, cue)) and parties.finding(sentence, cue, nil, 0.7) or nil
end

-- Who has set a term before a cue, and to whom: «أمهل الجيش السكان … وإلا أصبحوا أهدافا».
local function term_before(sentence, cue)
  local rest = sentence:before(cue)
  local found = rest and rest:find(warned)
  if found then
    return sentence:subject_of(found.warned), sentence:target_of(found.warned)
  end
end

-- A set phrase, in an armed context: what it says is done to its subject, if it has one («أي هجوم سيواجه برد»).
local function formula(sentence, cue)
  local by_arms = is_arms_word(sentence, cue)
  -- «دماء القتلى لن تذهب هدرا» is no consolation where a state says so.
  local avenged = (sentence:has(bloodshed) or sentence:has(words.at_war)) and parties.spoken_by_power(sentence, cue)
  avenged = avenged or (util.within(sentence, cue, fair_game) or sentence:has(condition)) and parties.spoken_by_power(sentence, cue)
  if not avenged and not by_arms and not sentence:has(wartime) then
    return nil
  end
  local passive = not util.begins(cue.text, "سن", "ردنا", "لا تختبروا", "صبرنا", "قادمون")
  local setter, warned_one = term_before(sentence, cue)
  return parties.finding(sentence, cue, nil, 0.6, {
    actor = parties.teller(sentence, cue) or setter,
    target = warned_one,
    passive = passive,
  })
end

-- «حذر الوزير من أن البلاد ستدفع الثمن»: one's own.
local own_people = hilal.word { "البلاد", "الدولة", "بلاده", "بلادها", "بلادنا", "المنطقة", "العالم", "الشعب", "المدنيون", "المواطنون",
  "الجميع", "شعبه", "شعبنا" }
-- Who will pay is threatened by the one who says so.
local function paid(sentence, cue)
  local payer = sentence:subject_of(cue)
  if not sentence:has(military) or payer and not payer.type and util.within(sentence, payer, own_people) then
    return nil
  end
  return parties.finding(sentence, cue, nil, 0.7, {
    actor = parties.teller(sentence, cue),
    target = payer,
    passive = true,
  })
end

local slaughter = words.kill_masdar - hilal.word { "قتل", "القتل" }

-- Idle nobody will stay where an attack is spoken of.
local function not_idle(sentence, cue)
  local guarded = sentence:has(borders) and util.is_power(sentence, sentence:subject_of(cue) or cue.source)
  return (guarded or sentence:has(military) or sentence:has(slaughter) or sentence:has(assault) or is_arms_word(sentence, cue))
    and parties.finding(sentence, cue, nil, 0.7) or nil
end

-- Force that will be used, forces that will move: by an armed body or a state.
local function used(sentence, cue)
  local actor = sentence:subject_of(cue) or parties.teller(sentence, cue)
  local may = actor and (actor.type or util.is_power(sentence, actor))
  return (may or sentence:has(military)) and parties.finding(sentence, cue, nil, 0.7) or nil
end

-- «لا يترددون في إطلاق النار» is a habit, «لن يترددوا» and «لا نتردد» are vows; letters are answered, too.
local function hesitating(sentence, cue)
  if util.begins(cue.text, "لا ي", "لا ت") and cue.text ~= "لا تراجع" then
    return nil
  end
  if util.next(sentence, cue, only_answer) and not sentence:has(military) then
    return nil
  end
  return parties.finding(sentence, cue, nil, 0.8)
end

-- A body that is able to strike says so; weapons and ideas are left out.
local function capable(sentence, cue)
  local actor = sentence:subject_of(cue)
  local may_strike = actor and (actor.type or util.is_armed(sentence, actor) or util.within(sentence, actor, words.troop))
  return may_strike and armed(sentence, cue) or nil
end

-- An answer announced in the third person: its speaker is the one who will give it.
local function sworn(sentence, cue)
  return sentence:has(military) and parties.finding(sentence, cue, nil, 0.7, { actor = parties.teller(sentence, cue) }) or nil
end

-- A defeat that will be dealt: what is dealt may stand where the subject would.
local function dealt(sentence, cue)
  local known = { actor = parties.teller(sentence, cue), passive = true }
  return sentence:has(military) and parties.finding(sentence, cue, nil, 0.7, known) or nil
end

-- Each way to promise force: its pattern under a name, and what decides.
local ways = {
  promised = { promises.vow:as "promised", promises.promised },
  answered = { future({ "ردّ=رد", "انتقم", "ثأر=ثأر", "اقتصّ" }, "answered"), answered },
  able = {
    able:as "able" * hilal.word "على" * (hilal.gap(0, 1) * words.attack_masdar:as "force"
      + (hilal.word { "التصدي", "صد", "ردع", "الرد", "مواجهة" } + words.fight_masdar) * hilal.gap(0, 1) * hilal.word { "أي", "كل" }
        * (hostile + hilal.word "من")
      + hilal.gap(2, 8) * hilal.word { "لشن", "لضرب", "لقصف", "لمهاجمة" } + hilal.gap(1, 4) * hilal.word "عسكريا"),
    capable,
  },
  own_answer = {
    (hilal.word({ "رده", "ردها", "ردهم" }):as "own_answer" + hilal.word({ "رد" }):as "own_answer" * hilal.gap(1, 2))
      * future { "كان=كون" } * hilal.gap(0, 1) * words.harshly,
    function(sentence, cue)
      return (sentence:has(military) or util.is_power(sentence, cue.source)) and parties.finding(sentence, cue, nil, 0.7) or nil
    end,
  },
  called_forth = { call_forth * hilal.gap(0, 3) * words.harsh_answer, sworn },
  chased = { future(hilal.lexicon("force_verbs", { kind = "chase" }), "chased") * hilal.gap(0, 2) * words.armed, armed },
  used = {
    future({ "استخدم", "استعمل" }, "used") * hilal.gap(0, 1) * hilal.word { "القوة", "السلاح" }
      + future({ "تحرّك", "تدخّل", "عمل=عمل", "تعامل", "ردّ=رد", "حسم=حسم", "تمّ", "أعاد", "أخرج", "منع=منع", "أوقف",
        "أجبر", "طرد=طرد", "انتزع", "استردّ", "استعاد", "فرض=فرض", "فتح=فتح", "فكّ=فك", "أسقط", "أزاح", "دخل=دخول", "اعترض", "ردع=ردع",
        "واجه", "أغلق", "احتلّ", "اقتلع", "حمى=حماية", "أخلى", "نزع=نزع", "أخضع", "استولى", "سيطر" }, "used")
        * hilal.gap(0, 3) * (hilal.word { "عسكريا", "بالقوة", "بالسلاح" })
      -- «ستتعامل القوات مع أي تحركات عسكرية»
      + future({ "تعامل" }, "used") * hilal.gap(0, 2) * hilal.word "مع" * hilal.word { "أي", "كل" } * hilal.gap(0, 1) * hostile
      + future({ "استخدم", "مارس" }, "used") * hilal.gap(0, 1) * hilal.word { "حقها", "حقه", "حقنا", "حقهم", "حق" } * hilal.gap(0, 2)
        * hilal.word { "الدفاع", "الرد" }
      + future({ "حرّر", "استعاد", "استردّ" }, "used") * hilal.gap(0, 3) * hilal.phrase { "كل شبر", "كل جزء", "كل بقعة", "كامل التراب" }
      + future({ "تعامل", "ضرب=ضرب", "ردّ=رد" }, "used") * hilal.gap(0, 2) * hilal.phrase { "بكل قوة", "بكل حزم", "بكل قسوة" },
    used,
  },
  -- «ستزرع ألغاما في المضيق»
  laid = { deeds_to_come, used },
  -- «إذا استمر القصف فسندخل المعركة»
  entered = {
    future({ "دخل=دخول", "خاض=خوض" }, "entered") * hilal.word { "المعركة", "الحرب", "حرب", "حربا", "معركة", "القتال" },
    function(sentence, cue)
      return (sentence:has(condition) or sentence:has(words.armed)) and used(sentence, cue) or nil
    end,
  },
  anyway = {
    -- «سندخل المدينة باتفاق أو من دونه»
    future({ "دخل=دخول", "اقتحم", "اجتاز", "عبر=عبور", "حسم=حسم", "أنهى", "تدخّل", "تحرّك", "ضرب=ضرب", "هاجم" }, "anyway") * hilal.gap(1, 5)
      * hilal.phrase { "أو من دونه", "أو من دونها", "أو بدونه", "أو بدونها", "أو بدون اتفاق", "أو من دون اتفاق", "مهما كان الثمن" },
    function(sentence, cue)
      local actor = sentence:subject_of(cue) or parties.teller(sentence, cue)
      local target = parties.hit(sentence, cue)
      local into = target and (target.type == "GPE" or target.type == "FAC") or sentence:has(words.at_war) or is_arms_word(sentence, cue)
      return into and (util.is_power(sentence, actor) or parties.spoken_by_power(sentence, cue))
        and parties.finding(sentence, cue, nil, 0.6) or nil
    end,
  },
  -- «ستعبر دباباتنا الحدود»
  crossing = {
    future({ "عبر=عبور", "اجتاز", "اخترق" }, "crossing") * words.to_cross,
    function(sentence, cue)
      local actor = sentence:subject_of(cue) or parties.teller(sentence, cue)
      return (util.is_armed(sentence, actor) or actor and util.within(sentence, actor, words.troop))
        and parties.finding(sentence, cue, nil, 0.6, { objectless = true }) or nil
    end,
  },
  struck = strikes.struck,
  lasting = campaigns.lasting,
  ceaseless = campaigns.ceaseless,
  unended = campaigns.unended,
  headlined = campaigns.headlined,
  prolonged = campaigns.prolonged,
  carried = campaigns.carried,
  stressed = campaigns.stressed,
  determined = campaigns.determined,
  bent = campaigns.bent,
  aimed = campaigns.aimed,
  kept_until = campaigns.kept_until,
  faced = { future({ "تصدّى", "قاوم" }, "faced") + future({ "واجه" }, "faced") * harsh, faced },
  resolved = {
    resolved:as "resolved" * hilal.word "على" * (fight + hilal.verb({ "تصدّى" }, "noun")) * hilal.gap(0, 3) * words.armed,
    armed,
  },
  dealt = { future({ "ألحق" }, "dealt") * hilal.gap(0, 2) * hilal.word { "هزيمة", "مهانة", "هزائم" }, dealt },
  idle = { (hilal.word { "لن", "لا", "لم" } * hilal.gap(0, 3) * stay * hilal.gap(0, 1) * words.idle):as "idle", not_idle },
  paid = { future({ "دفع=دفع" }, "paid", hilal.gap(0, 3) * price * -of_war), paid },
  unhesitating = {
    (hilal.word { "لن", "لا" } * hesitate):as "unhesitating"
      * (hilal.gap(0, 3) * (words.force + words.use_of_force) + hilal.gap(0, 2) * chase * hilal.gap(0, 1) * words.armed
        + hilal.gap(0, 1) * hilal.word { "عبور", "اجتياز", "التدخل", "دخول", "الدخول" } * crossed)
      + hilal.phrase({ "لا تراجع" }):as "unhesitating" * hilal.word "عن" * hilal.gap(0, 1) * (campaign + fight)
      + (hilal.word "لن" * hesitate):as "unhesitating" * hilal.gap(4, 9) * words.hard_force,
    hesitating,
  },
  declared = {
    hilal.verb({ "أعلن" }, { "perfect", "imperfect" }) * hilal.gap(0, 6) * hilal.word { "حرب", "حربا", "جهاد", "جهادا" }:as "declared"
      * hilal.gap(0, 2) * hilal.word { "على", "ضد" },
    declared,
  },
  undergone = strikes.undergone,
  coming = {
    answer:as "coming" * hilal.gap(0, 1) * future { "أتى=إتيان", "جاء=مجيء", "وصل=وصول" }
      + answer:as "coming" * hilal.gap(0, 5) * (coming + hilal.phrase { "لن يتأخر", "لن يطول", "لا مفر منه" })
      + (answer - hilal.word "للرد"):as "coming" * hilal.word "على" * hilal.word { "أي", "أية" } * hilal.gap(0, 1) * hostile
      + answer:as "coming" * hilal.word "على" * -to_words * hilal.gap(1, 6) * future { "كان=كون", "أتى=إتيان" },
    armed,
  },
  committed = promises.commitment,
  -- «لن تزيد الجنود إلا إصرارا على مطاردة المتمردين»
  steeled = {
    hilal.verb({ "زاد=زيادة" }, "imperfect"):as "steeled" * hilal.gap(0, 5) * hilal.word "إلا"
      * hilal.gap(0, 1) * hilal.word { "عزيمة", "عزما", "إصرارا", "تصميما" } * hilal.gap(0, 4)
      * (words.deed + hilal.word { "مواجهة", "التصدي", "القتال", "قتال", "الرد", "الثأر", "الانتقام" }),
    sworn,
  },
  lesson = { hilal.lexicon "threat_formulas":as "lesson", formula },
  reserved = {
    ((keep_right + hilal.word "لن" * hilal.verb({ "تخلّى", "تنازل" }, "imperfect")):as "keeper" * hilal.gap(0, 8) * hilal.word "حق"
      * (hilal.gap(0, 2) * answer + hilal.gap(0, 1) * (words.use_of_force + words.attack_masdar))):as "reserved"
      + (words.stress:as "keeper" * hilal.gap(0, 9) * hilal.word "حق" * hilal.gap(0, 1) * answer * hilal.word "على" * hilal.gap(0, 1)
        * hostile):as "reserved",
    function(sentence, cue, m)
      local may = sentence:has(military) or util.is_power(sentence, sentence:subject_of(m.keeper))
        or parties.spoken_by_power(sentence, cue)
      return may and parties.finding(sentence, cue, nil, 0.7) or nil
    end,
  },
}

local match
local order = {
  "unhesitating", "declared", "lesson", "reserved", "idle", "paid", "dealt", "stressed", "determined", "bent", "aimed", "kept_until",
    "lasting",
  "ceaseless", "unended", "headlined", "carried", "undergone", "coming", "promised", "answered", "faced", "resolved", "able",
    "own_answer",
    "called_forth", "chased",
  "used", "laid", "entered", "anyway", "crossing", "struck", "prolonged", "committed", "steeled",
}
local denial_is_meant = { idle = true, ceaseless = true, prolonged = true, unhesitating = true, lesson = true,
  steeled = true }
for _, name in ipairs(order) do
  match = match and match + ways[name][1] or ways[name][1]
end

--- What the words of a match promise, as a finding, or nil.
local function decide(sentence, m)
  for _, name in ipairs(order) do
    local cue = m[name]
    if cue then
      local found = not sentence:has(words.peaceful) and util.decide(ways[name][2], sentence, cue, m, denial_is_meant[name])
      return found and not menace.tells(sentence, cue) and not warnings.tells(sentence, cue) and found or nil
    end
  end
  return nil
end

--- Whether a vow tells the threat of a span, so that it counts once.
local function tells(sentence, span)
  local rest, found = sentence, sentence:find(match)
  while found do
    for _, name in ipairs(order) do
      if found[name] and util.overlap(found[name], span) then
        return decide(sentence, found) ~= nil
      end
    end
    rest = rest:after(found.span)
    found = rest and rest:find(match)
  end
  return false
end

return { pattern = match, decide = decide, tells = tells }

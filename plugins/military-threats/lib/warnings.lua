-- The one who would attack warns those who would be hit.
local once = require "once"
local parties = require "parties"
local util = require "util"
local words = require "words"

local warn = hilal.verb({ "حذّر", "نبّه", "أنذر" }, { "perfect", "imperfect", "participle" })
  + hilal.noun "تحذير"
local come_under = hilal.verb({ "تعرّض", "أصبح", "كان=كون" }, "imperfect")
-- What is answered with a blow: the one who warns means their own.
local be_answered = hilal.verb({ "قابل", "عنى=عناية", "واجه", "لقي=لقاء", "جلب=جلب", "أشعل", "فتح=فتح", "أدّى" }, "imperfect")
local blow = words.act + words.attack_masdar
  + hilal.word { "رد", "نار", "رصاص", "إطلاق", "هدفا", "هدف", "المنطقة", "جهنم", "الجحيم", "حرب" }
local consequence = hilal.word { "مغبة", "عواقب", "عاقبة", "أي", "رد" }
local trespass = hilal.word { "اقتراب", "عبور", "اختراق", "اجتياز", "مساس", "تدخل", "اختبار", "تماد", "التمادي" }
local hostile = hilal.gap(0, 3) * (words.act + words.attack_masdar + words.fight_masdar + words.respond_masdar
  + hilal.noun { "اقتراب", "عبور", "دخول", "تدخل", "اعتداء", "خرق", "محاولة", "مساس", "تسلل", "مرور" })
-- What the warner itself has in store: من غارات وشيكة, من حرب.
local own_blow = hilal.word "من" * hilal.gap(0, 1) * (words.act + words.force_phrase + hilal.noun { "صدام", "مواجهة" } + trespass)
local answered_so = be_answered * hilal.gap(0, 4) * blow + come_under * hilal.gap(0, 1)
    * hilal.word { "هدفا", "هدف", "مسرحا", "مسرح", "ساحة" }
  + hilal.word "من" * hilal.word { "ضربة", "ضربات", "رد" }
local under_fire = (come_under + be_answered):as "under" * hilal.gap(0, 4) * blow
-- What will be done if the warning is not heeded.
local condition = words.condition
local handle = hilal.verb({ "تعامل", "تصدّى", "تدخّل" }, "imperfect"):as "strike" * hilal.gap(0, 2)
  * hilal.word { "قوة", "حزم", "النار", "قسوة" }
-- «حذر بعضهم من أنهم سيرجعون لمهاجمة المرفأ»
local back = hilal.verb({ "عاد=عودة", "رجع=رجوع", "أتى=إتيان" }, "imperfect"):as "strike" * hilal.gap(0, 1) * (words.attack_masdar
  + hilal.lexicon "fighting_aims")
local some = hilal.word { "بعضهم", "أحدهم", "آخرون" }
local reply = words.force_imperfect:as "strike"
  + hilal.verb({ "جرى=جري", "تمّ" }, "imperfect"):as "under" * hilal.gap(0, 1) * (words.attack_masdar + words.respond_masdar)
local our_weapons = hilal.word { "صواريخنا", "طائراتنا", "مدافعنا", "نيراننا", "مقاتلونا", "رجالنا", "قواتنا", "مسيراتنا" }
local reach = hilal.verb({ "وصل=وصول", "طال=طول", "بلغ=بلوغ", "أصاب", "أدرك", "دكّ=دك", "ضرب=ضرب", "دمّر" }, "imperfect")
local messages = hilal.lexicon "messages"
local sent = hilal.verb({ "ألقى", "أسقط", "وزّع", "نشر=نشر", "بثّ=بث", "أصدر", "أرسل", "وجّه" }, { "perfect", "imperfect" }):as "sender"
local addressee = messages * hilal.gap(0, 4) * hilal.word { "إلى", "ل" } * hilal.any():as "who"

local demanded = hilal.verb({ "طالب", "أمهل", "دعا=دعوة" }, { "perfect", "imperfect" })

-- Who warns: of leaflets and statements the one who sends them, of «تحذيرها» the armed body told of before.
local function warner(sentence, cue)
  local actor = sentence:subject_of(cue)
  if not util.is_armed(sentence, actor) and util.ends(cue.text, "ه", "ها", "هم") then
    actor = parties.last_armed(sentence, cue) or actor
  end
  if not actor then
    local found = sentence:before(cue) and sentence:before(cue):find(sent)
    return found and sentence:subject_of(found.sender)
  end
  if not util.within(sentence, actor, messages) then
    return actor
  end
  local rest = sentence:before(actor)
  local found = rest and rest:find(sent)
  return found and sentence:subject_of(found.sender) or actor
end

-- The end of a foe: «سيزول النظام».
local ends = { "انتهى", "زال=زوال", "انهار", "اختفى", "سقط=سقوط", "فني=فناء", "هلك=هلاك", "ندم=ندم" }
local attacked = hilal.verb { "هاجم", "قصف=قصف", "اعتدى", "غزا=غزو", "هوجم", "اجتاح" } + hilal.word { "مناورات", "المناورات" }
-- «حذرت الدولة جارتها من عواقب وخيمة إذا استخدمت السلاح»: one state warns another.
local function warned_state(sentence, cue)
  local actor, target = sentence:subject_of(cue) or parties.teller(sentence, cue), parties.hit(sentence, cue)
  actor = actor and util.within(sentence, actor, messages) and warner(sentence, cue) or actor
  local may_strike = actor and (actor.type == "GPE" or util.is_armed(sentence, actor))
  local at_state = target and target.type and target.type ~= "PER"
  local addressed = at_state or sentence:has(condition) or util.has_before(sentence, cue, demanded)
    or target and util.is_armed(sentence, actor)
  local may = may_strike and addressed and (sentence:has(words.wartime) or sentence:has(words.warlike) or sentence:has(attacked))
  return may and parties.finding(sentence, cue, nil, 0.6, { actor = actor, target = target }) or nil
end

-- What only one's own can be: revenge, what cannot be averted.
local own_only = hilal.word { "انتقام", "ثأر", "انتقامية" } + trespass
local inevitable = hilal.gap(0, 5) * (hilal.phrase { "لا مفر منه", "لا مفر منها", "لا محالة" } + hilal.word { "حتمي", "حتمية", "حتميا" })
-- Whether somebody is warned off («حذر المتمردون الحكومة من هجمات»), or on a condition: else a danger is told of, not a blow of
-- one's own («حذر قائد الجيش من حرب أهلية»).
local function is_own(sentence, cue, told_of)
  if util.ends(cue.text, "ها", "هم", "ه") or sentence:has(condition) or util.within(sentence, told_of, own_only)
    or util.next(sentence, told_of, inevitable) then
    return true
  end
  local target = parties.hit(sentence, cue)
  return target ~= nil and target.start >= cue.stop and target.stop <= told_of.start
end

local function warned(sentence, m)
  local cue = m.cue
  -- «من أن المدينة ستسقط»: no foe's end.
  local whose = m.ended and sentence:subject_of(m.dire)
  if m.ended and not (whose and util.is_state(sentence, whose)) then
    return nil
  end
  if m.dire then
    return warned_state(sentence, cue)
  end
  if util.has_article(cue) then
    return nil
  end
  -- «من أن الهجوم سيدمر المدينة»: whose attack it is nobody says.
  local by = m.strike and sentence:subject_of(m.strike)
  if m.blow and not is_own(sentence, cue, m.blow) or by and util.within(sentence, by, words.act) then
    return nil
  end
  local actor = warner(sentence, cue)
  local is_message = actor and util.within(sentence, actor, messages) and sentence:has(words.armed)
  -- «حذر الرئيس من أن جيشه قد يقصف»: one's own army.
  local arm = m.strike and util.is_power(sentence, actor) and sentence:subject_of(m.strike)
  local own_army = arm and util.ends(arm.text, "ه", "ها", "هم") and util.is_armed(sentence, arm)
  local may_strike = is_message or own_army or util.is_armed(sentence, actor)
    or actor and actor.type and util.behind(sentence, cue, answered_so) or util.next(sentence, cue, some)
  if not may_strike then
    return m.blow and warned_state(sentence, cue) or nil
  end
  local verb = m.strike or m.under
  local may = verb and util.follows(sentence, verb, "قد") and (own_army or util.is_armed(sentence, actor))
  if verb and not may and not util.is_future(sentence, verb) then
    return nil
  end
  local target = parties.hit(sentence, cue)
  if not target or util.overlap(target, verb or cue) or m.under and target.start > m.under.start then
    target = m.under and sentence:subject_of(m.under)
      or m.strike and (parties.hit(sentence, m.strike) or sentence:subject_of(m.strike))
  end
  return parties.finding(sentence, cue, nil, 0.7, { actor = actor, target = target })
end

-- «صواريخنا ستصل إليكم»
local function reached(sentence, m)
  if not util.is_future(sentence, m.reach) then
    return nil
  end
  local found = sentence:before(m.cue)
  found = found and found:find(addressee)
  return parties.finding(sentence, m.cue, nil, 0.7, {
    actor = parties.teller(sentence, m.cue),
    target = found and parties.at(sentence, found.who),
  })
end

local warnings = {}

--- The words of it.
warnings.pattern = warn:as "cue" * hilal.gap(0, 14)
    * (words.force_imperfect:as "strike" + back + handle + under_fire + consequence:as "any" * hostile + own_blow:as "blow")
  + warn:as "cue" * hilal.gap(0, 6) * condition * hilal.gap(0, 26) * reply
  + hilal.verb({ "أبلغ" }, { "perfect", "imperfect" }):as "cue" * hilal.gap(0, 8) * under_fire
  + warn:as "cue" * hilal.gap(0, 8) * hilal.word "من" * hilal.word { "مغبة", "عواقب", "عاقبة", "رد", "ثمن", "دفع", "مصير",
    "مصيرهم", "مصيره" }:as "dire"
  -- «حذرت الدولة من أن نظامهم سينتهي إذا استخدم السلاح»
  + warn:as "cue" * hilal.gap(0, 8) * words.future(ends, "dire"):as "ended"
    * hilal.gap(0, 4) * condition
  + warn:as "cue" * hilal.gap(0, 8) * words.future({ "دفع=دفع" }, "dire") * hilal.gap(0, 1) * hilal.word { "ثمن", "ثمنا", "الثمن" }
    * hilal.gap(0, 4) * condition
  + under_fire * hilal.gap(0, 8) * warn:as "cue"
  + (our_weapons * hilal.gap(0, 1) * reach:as "reach"):as "cue"

--- What a match tells, as a finding, or nil.
function warnings.decide(sentence, m)
  if util.is_denied(sentence, m.cue) or util.is_name(sentence, m.cue) or sentence:has(words.peaceful) or sentence:has(words.police) then
    return nil
  end
  if m.reach then
    return reached(sentence, m)
  end
  return warned(sentence, m)
end

-- Code points from a warning to what it warns of, and words that begin another saying.
local content_reach = 100
local another = hilal.verb({ "قال", "أضاف", "أكّد", "أعلن", "شدّد", "أوضح", "تعهّد", "أقسم", "ذكر=ذكر", "توعّد", "هدّد" })

--- Whether a warning before a cue tells the same threat, so that it counts once: «حذر القائد من أن أي هجوم سيقابل برد ساحق».
function warnings.tells(sentence, cue)
  return once.told(sentence, cue, warnings, another, content_reach)
end

return warnings

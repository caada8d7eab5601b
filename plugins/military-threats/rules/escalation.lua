-- War that will come, spread or begin again: carried to the foe's land, a truce at its end, no rest before the foe is gone.
local declaration = require "declaration"
local doubts = require "doubts"
local parties = require "parties"
local util = require "util"
local vows = require "vows"
local words = require "words"

local future = words.future
local war = hilal.word { "حرب", "معركة", "معارك", "قتال", "مواجهة", "نار", "صراع" }
local inside = hilal.word {
  "داخل", "عقر", "قلب", "عمق", "أراضي", "أرض", "دارهم", "دياركم", "ديارهم", "عاصمة", "شوارع", "أبواب", "مدن", "حدود",
}
-- Carried to the foe: الحرب ستنتقل إلى داخل أراضيهم، سننقل المعركة إلى العاصمة.
local carried = war * hilal.gap(0, 3) * (future { "انتقل", "وصل=وصول", "امتدّ", "دار=دوران", "كان=كون", "بدأ=بدء" }):as "carried"
    * hilal.gap(0, 3) * inside
  + war * hilal.gap(0, 2) * (future { "عاد=عودة", "اندلع", "اشتعل", "تجدّد" }):as "carried"
  + future({ "نقل=نقل", "حمل=حمل" }, "carried") * hilal.gap(0, 1) * war * hilal.word "إلى"
-- A campaign that will reach further: عملياته ستشمل معسكرات التنظيم.
local widened = words.campaign * hilal.gap(0, 6) * (future { "شمل=شمول", "طال=طول", "امتدّ", "توسّع", "اتّسع" }):as "carried"
  * hilal.gap(0, 4) * (inside + words.armed + hilal.noun(hilal.lexicon "positions") + hilal.lexicon "place_nouns" + hilal.entity "GPE")
-- War at the door: الحرب قادمة لا محالة، المواجهة حتمية.
local bound = hilal.word { "حرب", "معركة", "مواجهة", "هجوم", "ضربة", "عملية", "انتقام", "ثأر", "اقتحام",
  "اجتياح" } * -words.armed * hilal.gap(0, 6)
  * (hilal.word { "آت", "آتية", "قادم", "قادمة", "حتمي", "حتمية" } * -hilal.word "من"
    + hilal.phrase { "لا محالة", "مسألة وقت", "لا مفر منها", "لا مفر منه", "على الأبواب", "لن تتأخر", "لن يتأخر", "مسألة أيام",
      "مسألة ساعات" }):as "bound"
-- A deed that is near, or begins: اقتحام القلعة بات قريبا، قصف الميناء سيبدأ ما لم ….
local due = words.deed:as "deed" * hilal.gap(0, 5)
  * (hilal.phrase { "مسألة وقت", "مسألة أيام", "مسألة ساعات", "آت لا محالة", "قادم لا محالة", "أمر حتمي",
      "بات حتميا", "قرار لا رجعة", "لا رجعة عنه", "لا رجعة فيه" } + future { "بدأ=بدء", "انطلق", "تمّ", "جرى=جري" }
    + hilal.word { "بات", "باتت", "أصبح", "أصبحت" } * hilal.word { "قريبا", "قريبة", "وشيكا", "وشيكة", "أقرب", "محتما", "حتميا" }):as "due"
-- «عملية الضفة قد تبدأ في أي لحظة»
local any_moment = hilal.phrase { "في أي لحظة", "في أي وقت", "في أي ليلة", "في أي ساعة", "بين لحظة وأخرى" }
bound = bound + hilal.word { "عملية", "معركة", "هجوم", "ضربة", "حرب", "اقتحام", "اجتياح", "حملة" } * hilal.gap(0, 5)
  * (hilal.verb({ "بدأ=بدء", "انطلق", "اندلع", "جاء=مجيء", "حدث=حدوث" }, "imperfect"):as "bound" * any_moment:as "soon")
-- A truce at its end: أعلنت الكتائب انتهاء الهدنة.
local truce = hilal.phrase { "وقف إطلاق النار", "وقف النار", "وقف القتال", "الهدنة", "هدنة", "التهدئة" }
local ending = hilal.word { "إنهاء", "انتهاء", "نهاية", "إلغاء", "تعليق", "سقوط", "خرق", "نقض", "انسحاب", "تحللها" }
local truce_ended = hilal.verb({ "أعلن", "قرّر", "اعتزم", "لوّح" }, { "perfect", "imperfect", "participle" }):as "ended" * hilal.gap(0, 4)
    * ending * hilal.word { "من", "العمل" } ^ -1 * hilal.gap(0, 1) * truce
  + (hilal.word { "الهدنة", "التهدئة" } * hilal.word { "لاغية", "انتهت", "سقطت" }):as "ended"
-- «لم يعد للهدنة أي معنى»
local void = (hilal.word { "لم", "لا" } * hilal.word { "يعد", "تعد", "معنى" }
  * hilal.word { "للهدنة", "الهدنة", "للتهدئة", "التهدئة" }):as "void"
-- Arms taken up again: قرر المقاتلون العودة إلى السلاح، سيستأنفون هجماتهم.
local fight_again = hilal.word {
  "سلاح", "قتال", "حرب", "هجوم", "هجمات", "عمليات", "قصف", "غارات", "ضربات", "الجبهات", "الخنادق", "معارك", "البندقية",
} + hilal.phrase { "الكفاح المسلح", "النضال المسلح", "العمل المسلح", "العمل العسكري", "المقاومة المسلحة", "حمل السلاح" }
local resumed = hilal.verb({ "أعلن", "قرّر", "اعتزم" }, { "perfect", "imperfect", "participle" }):as "again" * hilal.gap(0, 5)
    * (hilal.word { "عودة" } * hilal.gap(0, 1) * hilal.word "إلى" + hilal.word "استئناف") * fight_again
  + future({ "عاد=عودة", "رجع=رجوع" }, "again") * hilal.gap(0, 1) * hilal.word { "إلى", "نحو" } * fight_again
  + future({ "حمل=حمل", "رفع=رفع", "شهر=شهر" }, "again") * hilal.gap(0, 1) * hilal.word { "السلاح", "سلاحنا", "السيوف" }
-- No rest before: لن نغادر الجبل قبل طرد الغزاة، لن يهدأ لنا بال حتى نثأر.
-- Of عاد and ألقى only these: «يعد» is counted, «إلى» is no verb.
local rest = hilal.word { "لن", "لا" } * (hilal.verb({ "غادر", "انسحب", "رجع=رجوع", "برح=براح", "هدأ=هدوء", "خرج=خروج",
  "ترك=ترك", "وضع=وضع", "توقّف", "كفّ=كف",
  "سكت=سكوت", "استراح", "ارتاح", "هنأ=هناء", "نام=نوم", "غمض=غمض", "تنازل", "تخلّى" }, "imperfect")
  + hilal.word { "يعود", "تعود", "نعود", "أعود", "يعودوا", "يلقي", "تلقي", "نلقي", "ألقي", "يلقوا" }):as "verb"
local done = words.deed + words.respond_masdar + words.force_imperfect
  + hilal.word { "طرد", "القضاء", "الثأر", "رحيل", "خروج", "هزيمة", "استسلام", "استسلامهم", "طردهم", "اجتثاث", "اقتلاع", "جثثا",
    "شهداء", "أمواتا" }
-- «لا هدنة قبل استسلامهم»
rest = rest + hilal.word "لا" * hilal.word { "هدنة", "تهدئة" }:as "verb"
local restless = rest:as "restless" * hilal.gap(0, 5) * hilal.word { "قبل", "حتى", "إلا" } * hilal.gap(0, 2) * done
-- (Of أنهى only these: «أنه» is an imperfect of it, too.) No stop to it: لن نوقف غاراتنا، لا ينوي التحالف وقف القصف.
local no = hilal.word { "لن", "لا", "ليس" }
local unstopped = (no * (hilal.verb({ "أوقف", "علّق", "خفّف", "قلّص" }, "imperfect")
  + hilal.word { "ينهي", "تنهي", "ننهي", "ينهوا" }):as "verb"):as "restless" * hilal.gap(0, 4)
    * words.campaign
  + (no * (hilal.verb({ "نوى=نية", "اعتزم", "فكّر", "قبل=قبول" }, "imperfect") + hilal.word "ينوي"):as "verb" * hilal.gap(0, 4)
    * hilal.word { "وقف", "بوقف", "إنهاء", "تعليق" }):as "restless" * hilal.gap(0, 4) * words.campaign
-- Held by force of arms: سندافع عن أرضنا بكل ما نملك من سلاح.
local held = future({ "دافع", "حمى=حماية", "ذاد=ذود" }, "held") * hilal.gap(0, 6)
  * (hilal.word { "ضد", "وجه", "أمام" } * hilal.gap(0, 1)
      * (hilal.word { "كل", "أي" } * hilal.gap(0, 1) * (hilal.word "من" + words.hostile) + words.armed)
    + hilal.word { "السلاح", "سلاحنا", "الدم", "دمائنا", "القوة", "بنادقنا", "سلاح", "عسكريا" }
    + hilal.phrase { "آخر رجل", "آخر قطرة", "آخر جندي", "آخر مقاتل", "آخر طلقة",
      "كل شبر", "كل ذرة" })

local somewhere = hilal.gap(0, 1) * (hilal.entity "GPE" + hilal.entity "FAC" + hilal.noun(hilal.lexicon "positions")
  + hilal.lexicon "place_nouns")
local condition = words.condition

-- Whether somebody with arms announces it.
local function is_armed_word(sentence, cue)
  return util.is_announced(sentence, cue) and sentence:has(words.at_war)
    and (sentence.field == "title" or sentence:has(condition) or parties.spoken_by_power(sentence, cue)
      or util.is_power(sentence, sentence:subject_of(cue)))
end

local function told(sentence, cue)
  return parties.finding(sentence, cue, nil, 0.6, { actor = parties.teller(sentence, cue), passive = true, objectless = true })
end

local function said(sentence, cue)
  return is_armed_word(sentence, cue) and told(sentence, cue) or nil
end

local attacked = words.at_war + hilal.noun { "اعتداء=اعتداءات", "هجوم=هجمات" }
local function own(sentence, cue, m)
  local actor = sentence:subject_of(m.verb or cue) or parties.last_armed(sentence, cue) or parties.teller(sentence, cue)
  return (util.is_power(sentence, actor) or parties.spoken_by_power(sentence, cue)) and sentence:has(m.held and attacked or words.at_war)
    and parties.finding(sentence, cue, nil, 0.6, { actor = actor, objectless = true }) or nil
end

-- Each way: what decides.
local ways = {
  carried = said,
  bound = function(sentence, cue, m)
    return m.soon and parties.spoken_by_power(sentence, cue) and told(sentence, cue) or said(sentence, cue)
  end,
  due = function(sentence, cue, m)
    local aimed = sentence:has(words.armed) or sentence:target_of(m.deed) and util.next(sentence, m.deed, somewhere)
    local place_taken = not util.is_future(sentence, cue) and util.within(sentence, m.deed, words.free_masdar)
      and util.next(sentence, m.deed, somewhere)
    return aimed and not sentence:has(words.police) and (place_taken or parties.spoken_by_power(sentence, cue))
      and util.is_announced(sentence, cue)
      and parties.finding(sentence, cue, m.deed, 0.6, { actor = parties.teller(sentence, cue), passive = true }) or nil
  end,
  ended = function(sentence, cue, m)
    return util.is_power(sentence, sentence:subject_of(cue) or parties.teller(sentence, cue)) and own(sentence, cue, m) or nil
  end,
  void = said,
  again = own,
  restless = own,
  held = own,
}
local denial_is_meant = { restless = true, void = true }

return declaration.rule {
  id = "escalation",
  title = "Announces war that will come, spread or begin again",
  severity = "medium",
  match = carried + widened + bound + due + truce_ended + void + resumed + restless + unstopped + held,
  check = doubts.without({ "history", "fiction", "cyber", "comment", "old", "guess", "wanted" }, function(sentence, m)
    for name, decide in pairs(ways) do
      if m[name] then
        local found = not sentence:has(words.peaceful) and util.decide(decide, sentence, m[name], m, denial_is_meant[name])
        return found and not vows.tells(sentence, found.span) and found or nil
      end
    end
    return nil
  end),
}

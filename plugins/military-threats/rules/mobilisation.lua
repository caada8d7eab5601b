-- Force readied, massed, planned or sent for a coming attack.
local util = require "util"
local words = require "words"

local plan = hilal.verb({ "خطّط", "استعدّ", "اعتزم", "تأهّب", "قرّر", "نوى=نية", "حضّر", "تجهّز" }, { "imperfect", "participle" }) + hilal.verb({ "قرّر", "استعدّ" }, "perfect")
local ready = hilal.word {
  "متأهبة", "متأهب", "متأهبون", "متأهبين", "جاهزون", "جاهزة", "جاهز", "جاهزين", "مستعدون", "مستعدة", "مستعد", "مستعدين",
  "جاهزيته", "جاهزيتها", "استعداد", "استعداده", "استعدادها",
}
local towards = hilal.word { "تمهيدا", "استعدادا", "تحضيرا" }
local deploy = hilal.verb({ "انتشر", "توجّه", "أرسل", "نشر=نشر", "حشد=حشد", "دفع=دفع", "استدعى" })
local call_up = hilal.phrase { "التعبئة العامة", "جنود الاحتياط", "قوات الاحتياط", "النفير العام", "حالة التأهب", "التأهب القصوى" }
local begin = hilal.verb({ "بدأ=بدء", "شنّ=شن", "أطلق", "نفّذ" }, "imperfect")
local force = words.attack_masdar + words.kill_masdar + words.force_noun + words.force_phrase
  + hilal.word { "قتال", "لقتال", "محاربة", "مقاتلة", "حرب", "الحرب", "معركة", "هجوم", "صد", "رد" }
local offensive = words.attack_masdar + words.force_phrase
  + hilal.noun({ "هجوم", "ضربة", "غارة", "معركة", "حرب" }, { "هجمات", "معارك", "حروب" })
local military = words.armed + words.military + words.force_phrase + words.military_word
local troops = hilal.word { "قوة", "قوات", "كتيبة", "تعزيزات", "جندي", "جنود", "جيش", "الجيش", "القوات", "مقاتلين", "فرقاطات", "طائرات", "بارجة", "لواء" }
local before = hilal.word { "قبل" }

local fields = { "actor", "target", "place", "time", "cue" }

local function check(sentence, m)
  if util.is_denied(m.cue) or sentence:has(words.peaceful) or not sentence:has(military) then
    return nil
  end
  if m.plan and sentence:has(words.police) or util.follows(sentence, m.cue, "كان", "كانت", "كانوا") then
    return nil
  end
  if m.future and not util.is_future(sentence, m.future) then
    return nil
  end
  if not util.same_clause(sentence, m.cue, m.force) then
    return nil
  end
  return util.finding(sentence, m.cue, m.force, 0.7)
end

return hilal.rule {
  id = "mobilisation",
  title = "Readies armed force",
  severity = "medium",
  codes = { cameo = "150", plover = "MOBILIZE" },
  provides = "threats",
  fields = fields,
  match = (plan:as "plan"):as "cue" * hilal.gap(0, 6) * offensive:as "force"
    + ready:as "cue" * hilal.gap(0, 3) * force:as "force"
    + towards:as "cue" * hilal.gap(0, 3) * force:as "force"
    + deploy:as "cue" * hilal.gap(0, 12) * hilal.word({ "لقتال", "لمحاربة", "لمقاتلة", "لمهاجمة", "لضرب", "لشن", "لخوض" }):as "force"
    + begin:as "future" * hilal.gap(0, 6) * (words.force_phrase + hilal.word { "هجوما", "هجوم" }):as "cue" * hilal.gap(0, 12) * force:as "force"
    + before:as "cue" * hilal.phrase({ "شن هجوم", "شن عملية", "بدء هجوم", "شن حملة" }):as "force"
    + call_up:as "cue" * hilal.gap(0, 6) * force:as "force",
  check = check,
}

-- A whole country or body called to arms: general mobilisation declared, gunners told to stand ready to fire.
local parties = require "parties"
local util = require "util"
local words = require "words"

local declare = hilal.verb({ "أعلن", "أمر=أمر", "قرّر", "أصدر", "دعا=دعوة", "أقرّ", "وقّع", "مدّد" }, { "perfect", "imperfect", "noun" })
local general = hilal.phrase {
  "التعبئة العامة", "تعبئة عامة", "النفير العام", "نفيرا عاما", "التعبئة الجزئية", "تعبئة جزئية", "التعبئة العسكرية", "الاستنفار العام",
  "التعبئة الشاملة",
}
local declared = declare:as "declarer" * hilal.gap(0, 6) * general:as "cue"
local for_what = hilal.gap(0, 6) * hilal.lexicon "fighting_aims":as "aim"
local readied_for = hilal.gap(0, 2) * words.in_readiness * hilal.any():as "aim"
-- «أمر الجيش كتائب المدفعية بالاستعداد لإطلاق النار»
local order = hilal.verb({ "أمر=أمر", "أوعز", "وجّه", "طلب=طلب" }, { "perfect", "imperfect" })
  + hilal.word { "أوامر", "تعليمات", "الأوامر" }
local to_fire = order:as "cue":as "stand_by" * hilal.gap(0, 9)
  * hilal.word { "الاستعداد", "التأهب", "الجاهزية", "بالاستعداد", "بالتأهب", "للاستعداد" } * hilal.gap(0, 2)
  * (hilal.word { "لإطلاق", "لفتح" } * hilal.word { "النار", "النيران", "الصواريخ" }
    + hilal.word { "لإطلاقها", "للإطلاق" })
local civil = hilal.lexicon "civil_topics"
-- Whom the sick and the poor are mobilised against.
local ills = hilal.lexicon "social_ills"
  + hilal.word { "حرائق", "الحرائق", "وباء", "الوباء", "فيضانات", "الفيضانات", "الزلزال", "التطوعية" }

-- A mobilisation at its end, or for something else than war.
local ended = { "رفع", "إنهاء", "إلغاء", "وقف", "انتهاء", "تعليق", "برفع", "بإنهاء", "بإلغاء" }
local for_peace = hilal.gap(0, 1) * hilal.word { "لتأمين", "لاستقبال", "لإنجاح", "لإخماد", "لمكافحة", "لتنظيم", "لإنقاذ", "لإغاثة" }

local calling = { pattern = declared + to_fire }

--- Whether what is declared or ordered is force made ready.
function calling.decide(sentence, m)
  local cue = m.cue
  if sentence:has(words.peaceful) or sentence:has(civil) or sentence:has(ills) or util.is_denied(sentence, cue)
    or util.is_name(sentence, cue) or util.follows(sentence, cue, table.unpack(ended)) or util.next(sentence, cue, for_peace) then
    return nil
  end
  local actor = sentence:subject_of(m.declarer or cue) or parties.teller(sentence, cue)
  local by_arms = m.stand_by and (util.is_power(sentence, actor) or sentence:has(words.armed_context))
  if not by_arms and not (m.declarer and util.is_state(sentence, actor)) then
    return nil
  end
  local meant = util.next(sentence, cue, for_what) or util.next(sentence, cue, readied_for)
  return parties.finding(sentence, cue, meant and meant.aim or nil, 0.7, { actor = actor, objectless = true })
end

--- Whether a readiness is what was declared for, as a finding of its own tells already: «أعلنت الدولة التعبئة العامة استعدادا للحرب».
function calling.tells(sentence, cue)
  local found = util.within(sentence, cue, words.in_readiness) and sentence:find(declared)
  return found and found.cue.stop <= cue.start and util.same_clause(sentence, found.cue, cue) and calling.decide(sentence, found) ~= nil
end

return calling

-- Forces that gather: fighters massed, called to arms, on the point of leaving, reinforced, recruited, to be sent.
local parties = require "parties"
local util = require "util"
local words = require "words"

local future = words.future
local edge = hilal.word { "تخوم", "حدود", "الحدود", "حدودها", "حدودنا", "مشارف", "أطراف", "أبواب", "مداخل", "خطوط" }
local fronts = hilal.word { "جبهات", "جبهاتها", "جبهاته", "الجبهات", "جبهة", "الجبهة" }
local fighters = hilal.lexicon "followers" + hilal.word {
  "مقاتلين", "المقاتلين", "مسلحين", "المسلحين", "مقاتلي", "مسلحي", "مسلحيها", "مسلحيهم", "مقاتليهم", "قوات", "قواتهم", "القوات", "جنود",
  "الجنود", "متطوعين", "المتطوعين", "مجندين", "المجندين", "مرتزقة", "كتائب", "ألوية", "ميليشيات", "ميليشياته", "ميليشياتها", "ميليشياتهم",
  "تعزيزات", "آلياته", "آلياتها", "دباباته", "دباباتها",
}

local more = hilal.word { "تعزيزات", "التعزيزات", "إمدادات", "بتعزيزات" }

-- Fighters massed: «يحشد المتمردون مقاتليهم», «دفعهم إلى حشد مقاتلين جدد».
local mass = hilal.verb({ "حشد=حشد" }, { "imperfect" }) + hilal.verb({ "حشّد" }, { "imperfect", "noun" })
local mass_noun = hilal.word { "حشد" }
local massed = mass:as "cue":as "massed" * hilal.gap(0, 7) * fighters:as "force"
  + mass_noun:as "cue":as "massed" * -hilal.word "من" * hilal.gap(0, 1) * fighters:as "force"
-- Put up at a border: «ينشر الجيش دباباته على الحدود».
local shift = hilal.verb({ "نشر=نشر", "عزّز", "أرسل", "دفع=دفع", "حرّك", "استقدم", "جمع=جمع", "حشد=حشد", "وجّه" }, { "perfect", "imperfect" })
local not_looking = -(hilal.gap(0, 8) * hilal.word { "استطلاع", "الاستطلاع", "مراقبة", "طيار", "سلام", "السلام" })
local posted = shift:as "cue":as "posted" * not_looking * hilal.gap(0, 5)
  * (fighters + words.troop + hilal.word { "قواتها", "قواته", "دبابات", "مدرعات", "راجمات", "صواريخ", "بتعزيزات", "انتشارها", "انتشاره", "وجودها" }):as "force"
  * hilal.gap(0, 4)
  * words.pairs({ "على", "عند", "قرب", "إلى", "نحو" }, { "الحدود", "حدود", "حدودها", "حدوده", "تخوم", "مشارف" })
  + hilal.verb({ "أرسل", "دفع=دفع", "استقدم", "حشد=حشد", "وجّه" }, "imperfect"):as "cue":as "posted" * hilal.gap(0, 5)
    * (fighters + more):as "force" * hilal.gap(0, 5) * words.pairs({ "إلى", "نحو" }, { "جبهة", "جبهات", "الجبهة", "الجبهات" })
-- Troops put together again: «تعيد الميليشيات تجميع قواتها».
local regrouped = (hilal.verb({ "أعاد" }, "imperfect") + hilal.verb({ "أعاد" }, "noun"):as "masdar"):as "cue":as "massed" * hilal.gap(0, 3)
  * hilal.word { "تجميع", "ترتيب", "تموضع" } * hilal.gap(0, 1)
  * (fighters + hilal.word { "صفوفها", "صفوفه", "صفوفهم" }):as "force"
-- A mass of them somewhere: «حشود للمتمردين على تخوم المدينة».
local host = hilal.word({ "حشد", "حشود", "الحشود", "حشودات", "تحشيد", "تحشيدات", "تحشدات" }):as "cue":as "host" * hilal.gap(0, 3)
  * (words.armed + words.military_word):as "force" * hilal.gap(0, 3) * hilal.word { "على", "عند", "قرب" } * edge
-- Called to arms: «تدعو عبر مكبرات الصوت السكان إلى القتال».
local call = hilal.verb({ "دعا=دعوة", "حثّ=حث", "حرّض" }, { "perfect", "imperfect", "noun" }) + hilal.word { "داعيا", "داعية", "داعين", "نداء", "نداءات" }
local to_arms = hilal.word { "للقتال", "للجهاد", "للنفير", "لمهاجمة", "لقتال" }
  + words.pairs({ "إلى", "على" }, { "القتال", "قتال", "مهاجمة", "الجهاد", "النفير" })
  + hilal.phrase { "إلى حمل السلاح", "لحمل السلاح", "على حمل السلاح", "إلى رفع السلاح" }
local called = call:as "cue":as "called" * hilal.gap(0, 6) * to_arms:as "force"
-- On the point of leaving: «اللواء يستعد للتوجه إلى الجنوب».
local ready = hilal.verb({ "استعدّ", "تأهّب", "تجهّز", "تهيّأ" }, "imperfect")
local leaving = ready:as "cue":as "leaving" * hilal.gap(0, 5)
  * hilal.word({ "للتوجه", "للتحرك", "للانتقال", "للانطلاق", "للزحف", "للتقدم" }):as "force" * hilal.gap(0, 1)
  * hilal.word { "إلى", "نحو", "صوب", "باتجاه" }
-- Reinforcements on their way: «تحاول استقدام تعزيزات إلى شمال المدينة».
local reinforced = hilal.word({ "استقدام", "إرسال", "بإرسال", "استجلاب", "الدفع", "بالدفع" }):as "cue":as "reinforced" * hilal.gap(0, 3)
    * more:as "force" * hilal.gap(0, 3) * (words.military_word ^ -1) * hilal.gap(0, 1) * hilal.word { "إلى", "نحو", "لتعزيز", "لدعم" }
  + more:as "cue":as "reinforced" * hilal.gap(3, 24) * hilal.phrase({ "لاستكمال عملية", "لإكمال عملية", "لاستكمال تحرير",
    "لاستكمال معركة", "لإكمال تحرير", "لاستكمال عمليات" }):as "force"
-- Recruits: «ضم مئات المتطوعين إلى اللواء ليشاركوا في معركة الوادي».
local recruit = hilal.word { "ضم", "تجنيد", "تطويع", "تدريب", "تسليح", "تخريج", "انضمام", "تجهيز", "التحاق", "تطوع" }
local take_part = hilal.word { "للمشاركة", "ليشاركوا", "لتشارك", "ليشارك", "للمساهمة", "للإسهام" } * hilal.word "في" * hilal.gap(0, 2)
  * (words.deed + hilal.word { "معركة", "المعركة", "معارك", "المعارك", "القتال", "قتال", "العمليات", "عمليات", "عملية", "تحرير" })
local recruited = recruit:as "cue":as "recruited" * hilal.gap(0, 4)
  * (hilal.word { "متطوع", "متطوعين", "المتطوعين", "المتطوعون", "مقاتل", "مقاتلين", "المقاتلين", "أبناء", "الشباب", "العشائر",
    "رجال", "جنود", "عنصر", "عناصر", "مجند", "مجندين" } + words.troop)
  * hilal.gap(0, 10) * take_part:as "force"
-- «تجنيد الشبان والزج بهم في المعارك»
recruited = recruited + hilal.word({ "تجنيد", "حشد", "جمع", "إجبار", "تجهيز", "تطويع" }):as "cue":as "recruited" * hilal.gap(0, 10)
  * (hilal.word { "إرسالهم", "زجهم", "نقلهم", "دفعهم" } + hilal.word { "الزج", "الدفع", "زج", "دفع" } * hilal.word { "بهم", "بهن" }) * hilal.gap(0, 1)
  * (hilal.word { "إلى", "في", "نحو" } * hilal.gap(0, 1) * (fronts + hilal.word { "خطوط", "القتال", "المعارك", "المعركة", "ساحات", "معارك" })):as "force"
-- To be sent: «ستوفد الوزارة فرقا قتالية إلى الحدود».
local sent = future({ "أرسل", "أوفد", "نشر=نشر", "دفع=دفع", "وجّه" }, "cue"):as "sent" * hilal.gap(0, 4)
  * (hilal.word { "قوات", "جنود", "جنودا", "كتيبة", "لواء", "فرقة", "فرق", "فرقا", "وحدات", "مقاتلين", "تعزيزات", "بتعزيزات", "طائرات", "مقاتلات",
    "دبابات", "سفنا", "بوارج" }):as "force" * hilal.gap(0, 3) * (words.military_word + hilal.word { "خاصة", "الخاصة", "الكوماندوز", "كوماندوز",
    "مقاتلة", "برية", "جوية" })
  + (hilal.verb({ "اعتزم", "قرّر", "خطّط" }, { "perfect", "imperfect" }) + hilal.word { "ينوي", "تنوي", "ينوون" }):as "cue":as "sent"
    * hilal.gap(0, 3) * words.pairs({ "إرسال", "نشر", "إيفاد", "لإرسال", "لنشر" },
      { "قوات", "قواتها", "قواته", "جنود", "جنودها", "كتيبة", "كتائب", "لواء", "فرقة", "مقاتلين", "تعزيزات", "آلاف", "مئات", "وحدات",
        "بوارج", "طائرات", "مقاتلات", "دبابات" }):as "force"
-- Ready for their part: «مستعدون لأداء دورهم في معركة الوادي».
local part = (hilal.word { "مستعد", "مستعدا", "مستعدة", "مستعدون", "مستعدين", "جاهز", "جاهزون", "جاهزة", "جاهزين" }):as "cue":as "part"
  * hilal.gap(0, 5) * hilal.word "في" * hilal.gap(0, 1) * (hilal.word { "معركة", "المعركة", "معارك" } * hilal.gap(0, 1) * words.deed):as "force"
-- At somebody's word: «رهن إشارة القيادة لحمل السلاح».
local at_word = hilal.phrase({ "رهن إشارة", "رهن أوامر", "رهن الإشارة", "طوع أمر", "تحت أمر" }):as "cue":as "at_word" * hilal.gap(0, 4)
  * (hilal.phrase { "لحمل السلاح" } + hilal.word { "للقتال", "للتصدي", "للدفاع", "لقتال", "للمشاركة", "لصد" }):as "force"

local pattern = massed + posted + regrouped + host + called + leaving + reinforced + recruited + sent + part + at_word

local messages = hilal.noun(hilal.lexicon "messages") + hilal.word { "فيديو", "تسجيل", "تسجيلا", "شريط", "سيارات", "مكبرات" }
-- What cannot be done: «عدم القدرة على حشد المقاتلين».
local lacking = hilal.word { "عدم", "دون", "تعذر", "عجز", "صعوبة", "فشل" }
local close, near = 90, 40
local peacekeeping = hilal.word { "لحفظ", "السلام", "سلام", "لمراقبة", "المراقبين", "تدريب", "لتدريب", "إنسانية", "طبية" }

local armed_next = hilal.gap(0, 1) * words.armed:as "who"

-- Whether an armed body stands before a cue, at most so far.
local function is_armed_before(sentence, cue)
  return util.has_close_before(sentence, cue, words.armed, close)
end

local function readier(sentence, m)
  local cue = m.cue
  if m.at_word then
    return parties.teller(sentence, cue)
  end
  if m.masdar then
    local of = util.next(sentence, m.force, armed_next)
    return of and parties.at(sentence, of.who) or parties.last_armed(sentence, cue)
  end
  if m.host then
    return parties.at(sentence, m.force)
  end
  if m.called and not util.is_armed(sentence, sentence:subject_of(cue)) then
    return parties.last_armed(sentence, cue)
  end
  local subject = not (m.massed and util.within(sentence, cue, mass_noun)) and sentence:subject_of(cue)
  local is_own = subject and not util.overlap(subject, cue)
  return is_own and subject or parties.last_armed(sentence, cue)
end

local ways = {
  massed = function(sentence, m, cue, actor)
    return not util.has_close_before(sentence, cue, lacking, near) and (util.is_armed(sentence, actor) or util.is_power(sentence, actor) and sentence:has(words.armed_context)
      or is_armed_before(sentence, cue) or util.next(sentence, m.force, armed_next))
  end,
  posted = function(sentence, _, _, actor)
    return util.is_armed(sentence, actor) or util.is_power(sentence, actor)
  end,
  host = function()
    return true
  end,
  called = function(sentence, _, cue, actor)
    if util.ends(cue.text, "ه", "ها", "هم") or util.follows(sentence, cue, "بمثابة", "رفض", "رفضت") then
      return false
    end
    local subject = sentence:subject_of(cue)
    local named = subject and subject.type
    local spread = util.has_before(sentence, cue, messages) and sentence:has(words.armed)
    return util.is_armed(sentence, actor) or spread or not named and is_armed_before(sentence, cue)
  end,
  leaving = function(sentence, _, cue, actor)
    return util.is_armed(sentence, actor) or actor and util.within(sentence, actor, words.troop) or is_armed_before(sentence, cue)
  end,
  reinforced = function(sentence)
    return sentence:has(words.armed)
  end,
  recruited = function(sentence)
    return sentence:has(words.armed_context)
  end,
  sent = function(sentence, _, cue, actor)
    return util.is_power(sentence, actor or parties.teller(sentence, cue)) and not sentence:has(peacekeeping)
  end,
  part = function(sentence)
    return sentence:has(words.armed_context)
  end,
  at_word = function(sentence)
    return sentence:has(words.armed)
  end,
}
local beyond_police = { recruited = true }

local function decide(sentence, m)
  local cue = m.cue
  for name, is_meant in pairs(ways) do
    if m[name] then
      if sentence:has(words.peaceful) or not beyond_police[name] and sentence:has(words.police)
        or not util.same_clause(sentence, cue, m.force) or util.is_denied(sentence, cue) or util.is_name(sentence, cue) then
        return nil
      end
      local actor = readier(sentence, m)
      return is_meant(sentence, m, cue, actor) and parties.finding(sentence, cue, not m.massed and m.force or nil, 0.6, { actor = actor, passive = m.masdar ~= nil or m.at_word ~= nil or m.host ~= nil,
        objectless = true }) or nil
    end
  end
  return nil
end

--- What stands where the other patterns found nothing.
local function again(sentence, cue, force)
  local found, stop = sentence:find(pattern), force and force.stop or cue.stop
  while found and found.cue.start < cue.start do
    local rest = sentence:after(found.cue)
    found = rest and rest:find(pattern)
  end
  return found and found.cue.start < stop and decide(sentence, found) or nil
end

return { pattern = pattern, decide = decide, again = again }

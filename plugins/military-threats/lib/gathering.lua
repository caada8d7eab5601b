-- Forces that gather: fighters massed, posted at a border, called to arms, recruited, reinforced, on the point of leaving.
local parties = require "parties"
local util = require "util"
local words = require "words"

local future = words.future
local arms = words.armed_context
local followers = hilal.lexicon "followers"
local fighters = followers + hilal.word {
  "مقاتلين", "المقاتلين", "مسلحين", "المسلحين", "مقاتلي", "مسلحي", "قوات", "قواتهم", "القوات", "جنود", "الجنود", "متطوعين", "المتطوعين",
  "مجندين", "المجندين", "مرتزقة", "كتائب", "ألوية", "ميليشيات", "تعزيزات", "آلياته", "آلياتها", "دباباته", "دباباتها",
}
local more = hilal.word { "تعزيزات", "التعزيزات", "إمدادات", "بتعزيزات" }
local front = { "جبهة", "جبهات", "الجبهة", "الجبهات" }
local battlefield = hilal.word { "جبهة", "جبهات", "الجبهة", "الجبهات", "جبهاتها", "جبهاته", "خطوط", "القتال", "المعارك", "المعركة", "معارك",
  "ساحات" }
local border = { "الحدود", "حدود", "حدودها", "حدوده", "حدودنا", "تخوم", "مشارف", "أطراف" }
local armed_next = hilal.gap(0, 1) * words.armed:as "who"

-- Fighters massed: «يحشد المتمردون مقاتليهم», «دفعهم إلى حشد مقاتلين جدد».
local mass_noun = hilal.word { "حشد" }
local mass = hilal.verb({ "حشد=حشد" }, "imperfect") + hilal.verb({ "حشّد" }, { "imperfect", "noun" })
local massed = mass:as "cue" * hilal.gap(0, 7) * fighters:as "force"
  + mass_noun:as "cue" * -hilal.word "من" * hilal.gap(0, 1) * fighters:as "force"
-- Troops put together again: «إعادة تجميع صفوفها».
local regrouped = (hilal.verb({ "أعاد" }, "imperfect") + hilal.verb({ "أعاد" }, "noun"):as "masdar"):as "cue" * hilal.gap(0, 3)
  * hilal.word { "تجميع", "ترتيب", "تموضع" } * hilal.gap(0, 1) * (fighters + hilal.word { "صفوفها", "صفوفه", "صفوفهم" }):as "force"
-- A mass of them somewhere: «حشود للمتمردين على تخوم المدينة».
local host = hilal.word({ "حشد", "حشدا", "حشود", "حشودا", "الحشود", "حشودات", "تحشيد", "تحشيدات", "تحشدات" }):as "cue" * hilal.gap(0, 3)
  * (words.armed + words.military_word):as "force" * hilal.gap(0, 3) * words.pairs({ "على", "عند", "قرب" }, border)
-- Put up at a border: «ينشر الجيش دباباته على الحدود»; eyes are no arms.
local shift = hilal.verb({ "نشر=نشر", "عزّز", "أرسل", "دفع=دفع", "حرّك", "استقدم", "جمع=جمع", "حشد=حشد", "وجّه" },
  { "perfect", "imperfect" })
local eyes = hilal.gap(0, 8) * hilal.word { "استطلاع", "الاستطلاع", "مراقبة", "طيار", "سلام", "السلام" }
local posted = shift:as "cue" * hilal.gap(0, 5)
    * (fighters + words.troop + hilal.word { "مدرعات", "راجمات", "صواريخ", "بتعزيزات", "انتشارها", "انتشاره", "وجودها" }):as "force"
    * hilal.gap(0, 4) * words.pairs({ "على", "عند", "قرب", "إلى", "نحو" }, border)
  + hilal.verb({ "أرسل", "دفع=دفع", "استقدم", "حشد=حشد", "وجّه" }, "imperfect"):as "cue" * hilal.gap(0, 5)
    * (fighters + more):as "force" * hilal.gap(0, 5) * words.pairs({ "إلى", "نحو" }, front)
-- Called to arms: «تدعو السكان إلى القتال».
local call = hilal.verb({ "دعا=دعوة", "حثّ=حث", "حرّض" }, { "perfect", "imperfect", "noun" })
  + hilal.word { "داعيا", "داعية", "داعين", "نداء", "نداءات" }
local to_arms = hilal.word { "للقتال", "للجهاد", "للنفير", "لمهاجمة", "لقتال" }
  + words.pairs({ "إلى", "على" }, { "القتال", "قتال", "مهاجمة", "الجهاد", "النفير" })
  + hilal.word { "الالتحاق", "الانضمام", "التطوع" } * hilal.gap(0, 3) * hilal.lexicon "fighting_aims"
  + hilal.phrase { "إلى حمل السلاح", "لحمل السلاح", "على حمل السلاح", "إلى رفع السلاح" }
local called = call:as "cue" * hilal.gap(0, 6) * to_arms:as "force"
-- On the point of leaving: «اللواء يستعد للتوجه إلى الجنوب».
local leaving = hilal.verb({ "استعدّ", "تأهّب", "تجهّز", "تهيّأ" }, "imperfect"):as "cue" * hilal.gap(0, 5)
  * hilal.word({ "للتوجه", "للتحرك", "للانتقال", "للانطلاق", "للزحف", "للتقدم" }):as "force" * hilal.gap(0, 1)
  * hilal.word { "إلى", "نحو", "صوب", "باتجاه" }
-- Reinforcements on their way: «تحاول استقدام تعزيزات إلى شمال المدينة».
local reinforced = hilal.word({ "استقدام", "إرسال", "استجلاب", "الدفع" }):as "cue" * hilal.gap(0, 3) * more:as "force"
    * hilal.gap(0, 4) * hilal.word { "إلى", "نحو", "لتعزيز", "لدعم" }
  + more:as "cue" * hilal.gap(3, 24)
    * words.pairs({ "لاستكمال", "لإكمال" }, { "عملية", "عمليات", "معركة", "تحرير", "تطهير", "حملة" }):as "force"
-- Recruits: «ضم مئات المتطوعين إلى اللواء ليشاركوا في معركة الوادي», «تجنيد الشبان والزج بهم في المعارك».
local people = hilal.word { "متطوع", "متطوعين", "المتطوعين", "المتطوعون", "مقاتل", "مقاتلين", "المقاتلين", "أبناء", "الشباب", "العشائر",
  "رجال", "جنود", "عنصر", "عناصر", "مجند", "مجندين" } + words.troop
local take_part = hilal.word { "للمشاركة", "ليشاركوا", "لتشارك", "ليشارك", "للمساهمة", "للإسهام" } * hilal.word "في" * hilal.gap(0, 2)
  * (words.deed + hilal.word { "معركة", "المعركة", "معارك", "المعارك", "القتال", "قتال", "العمليات", "عمليات", "عملية" })
local thrown = hilal.word { "إرسالهم", "زجهم", "نقلهم", "دفعهم" } + words.pairs({ "الزج", "الدفع", "زج", "دفع" }, { "بهم", "بهن" })
local recruited = hilal.word({ "ضم", "تجنيد", "تطويع", "تدريب", "تسليح", "تخريج", "انضمام", "تجهيز", "التحاق", "تطوع" }):as "cue"
    * hilal.gap(0, 4) * people * hilal.gap(0, 10) * take_part:as "force"
  + hilal.word({ "تجنيد", "حشد", "جمع", "إجبار", "تجهيز", "تطويع" }):as "cue" * hilal.gap(0, 10) * thrown * hilal.gap(0, 1)
    * (hilal.word { "إلى", "في", "نحو" } * hilal.gap(0, 1) * battlefield):as "force"
-- To be sent: «ستوفد الوزارة فرقا قتالية إلى الحدود».
local units = hilal.word { "قوات", "قواتها", "قواته", "جنود", "جنودا", "كتيبة", "كتائب", "لواء", "فرقة", "فرق", "فرقا", "وحدات",
  "مقاتلين", "تعزيزات", "طائرات", "مقاتلات", "دبابات", "سفنا", "بوارج" }
local sent = future({ "أرسل", "أوفد", "نشر=نشر", "دفع=دفع", "وجّه" }, "cue") * hilal.gap(0, 4) * units:as "force"
    * hilal.gap(0, 3)
    * (words.military_word + hilal.word { "خاصة", "الخاصة", "الكوماندوز", "كوماندوز", "مقاتلة", "برية", "جوية" })
local peacekeeping = hilal.word { "لحفظ", "السلام", "سلام", "لمراقبة", "المراقبين", "تدريب", "لتدريب", "إنسانية", "طبية" }
-- Ready for their part: «مستعدون لأداء دورهم في معركة تحرير الوادي».
local part = hilal.word({ "مستعد", "مستعدا", "مستعدة", "مستعدون", "مستعدين", "جاهز", "جاهزون", "جاهزة", "جاهزين" }):as "cue"
  * hilal.gap(0, 5) * hilal.word "في"
  * hilal.gap(0, 1) * (hilal.word { "معركة", "المعركة", "معارك" } * hilal.gap(0, 1) * words.deed):as "force"
-- At somebody's word: «رهن إشارة القيادة لحمل السلاح».
local at_word = hilal.phrase({ "رهن إشارة", "رهن أوامر", "رهن الإشارة", "طوع أمر", "تحت أمر" }):as "cue" * hilal.gap(0, 4)
  * (hilal.phrase { "لحمل السلاح" } + hilal.word { "للقتال", "للتصدي", "للدفاع", "لقتال", "للمشاركة", "لصد" }):as "force"

local pattern = massed:as "massed" + posted:as "posted"
  + regrouped:as "massed" + host:as "host" + called:as "called" + leaving:as "leaving" + reinforced:as "reinforced"
  + recruited:as "recruited" + sent:as "sent" + part:as "part" + at_word:as "at_word"

local messages = hilal.noun(hilal.lexicon "messages") + hilal.word { "فيديو", "تسجيل", "تسجيلا", "شريط", "سيارات", "مكبرات" }
-- What cannot be done: «عدم القدرة على حشد المقاتلين».
local lacking = hilal.word { "عدم", "دون", "تعذر", "عجز", "صعوبة", "فشل" }
-- Characters before a cue in which an armed body, or what is lacking, stands.
local close, near = 90, 40

local function is_armed_before(sentence, cue)
  return util.has_close_before(sentence, cue, words.armed, close)
end

-- Who gathers, where the cue is a noun or its subject somebody else.
local function gatherer(sentence, m)
  local cue = m.cue
  if m.at_word then
    return parties.teller(sentence, cue)
  end
  if m.reinforced then
    return parties.last_armed(sentence, cue)
  end
  if m.recruited then
    return parties.last_armed(sentence, cue) or cue.source
  end
  if m.host then
    return parties.at(sentence, m.force)
  end
  local of = m.masdar and util.next(sentence, m.force, armed_next)
  if of then
    return parties.at(sentence, of.who)
  end
  local subject = not m.masdar and not util.within(sentence, cue, mass_noun) and sentence:subject_of(cue)
  if not subject or util.overlap(subject, cue) or (m.called or m.leaving) and not util.is_armed(sentence, subject) then
    return parties.last_armed(sentence, cue)
  end
  return subject
end

local function in_arms(sentence)
  return sentence:has(arms)
end

-- Each way to gather: whether what is told of is force.
local ways = {
  massed = function(sentence, m, actor)
    if util.has_close_before(sentence, m.cue, lacking, near) then
      return false
    end
    return util.is_armed(sentence, actor) or util.is_power(sentence, actor) and sentence:has(words.armed)
      or is_armed_before(sentence, m.cue) or util.next(sentence, m.force, armed_next)
  end,
  posted = function(sentence, m, actor)
    return util.is_power(sentence, actor) and not util.next(sentence, m.cue, eyes)
  end,
  host = in_arms,
  called = function(sentence, m, actor)
    if util.ends(m.cue.text, "ه", "ها", "هم") or util.follows(sentence, m.cue, "بمثابة", "رفض", "رفضت") then
      return false
    end
    local subject = sentence:subject_of(m.cue)
    local spread = sentence:has(words.armed) and util.has_before(sentence, m.cue, messages)
    return util.is_armed(sentence, actor) or spread or not (subject and subject.type) and is_armed_before(sentence, m.cue)
  end,
  leaving = function(sentence, m, actor)
    return util.is_armed(sentence, actor) or actor and util.within(sentence, actor, words.troop) or is_armed_before(sentence, m.cue)
  end,
  reinforced = function(sentence)
    return sentence:has(words.armed)
  end,
  recruited = in_arms,
  sent = function(sentence, m, actor)
    return util.is_power(sentence, actor or parties.teller(sentence, m.cue)) and not sentence:has(peacekeeping)
  end,
  part = in_arms,
  at_word = function(sentence)
    return sentence:has(words.armed)
  end,
}
-- Volunteers join the police, too, to fight beside the army.
local beyond_police = { recruited = true }

local function decide(sentence, m)
  local cue = m.cue
  for name, is_meant in pairs(ways) do
    if m[name] then
      if sentence:has(words.peaceful) or not beyond_police[name] and sentence:has(words.police)
        or not util.same_clause(sentence, cue, m.force) or util.is_denied(sentence, cue) or util.is_name(sentence, cue) then
        return nil
      end
      local actor = gatherer(sentence, m)
      local is_noun = m.masdar or m.at_word or m.host or m.recruited or m.reinforced
      local known = { actor = actor, passive = is_noun ~= nil, objectless = true }
      -- What is massed or sent is no deed with a target of its own.
      local force = not (m.massed or m.posted or m.sent or m.reinforced or m.leaving) and m.force or nil
      return is_meant(sentence, m, actor) and parties.finding(sentence, cue, force, 0.6, known) or nil
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

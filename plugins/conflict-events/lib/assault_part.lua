-- The part of a sentence that tells of the deed itself: where and when it was done stands there, not behind who reports it or what
-- it answers. «قال … أمس إن شرطيا قتل», «قصف … ردا على هجوم في», «الحزب الذي أعلن».
local w = require "words"
local phrases = require "phrases"
local spans = require "spans"

local gap, word, lexicon = hilal.gap, hilal.word, hilal.lexicon
local part = {}

local tells = { "قال", "أعلن", "أفاد", "ذكر=ذكر", "أوضح", "أكّد", "أضاف", "أشار", "صرّح", "كشف=كشف", "لفت=لفت", "زعم=زعم" }
local said = hilal.verb(tells, { "perfect", "imperfect" })
  + word { "مؤكدا", "مشيرا", "موضحا", "مضيفا", "مبينا", "لافتا", "مؤكدة", "مشيرة", "موضحة" }
local no_that = word { "بعد", "قبل", "دون", "الى", "حتى", "منذ", "غير", "الا", "على", "قبيل", "رغم", "سوى", "ما", "لولا" }
local that = (hilal.any() - no_that) * word { "ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "انهما" }:as "that"
-- Words from a verb of saying to what is said.
local to_that = 30
-- Verbs of saying that are looked at for the one of a report.
local verbs = 6
local reported = said * (gap(1, to_that) * that + word { "ان", "بان" }:as "that")
-- What a deed answers or comes after, what another verb tells of who is named, what a source is named with.
local span_of_time = (hilal.number() + lexicon "numbers" + word { "اقل", "اكثر", "نحو" }) ^ 0
  * word { "يوم", "يومين", "ايام", "ساعة", "ساعات", "ساعتين", "اسبوع", "اسبوعين", "اسابيع", "شهر", "شهرين", "اشهر" }
  * gap(0, 1) * word { "على", "من" }
local answered = hilal.phrase { "ردا على", "انتقاما من", "انتقاما ل" } + word { "غداة" } + word "بعد" * span_of_time
local relative = word { "الذي", "التي", "الذين" }
local state = hilal.verb({ "سيطر", "استعاد", "تبنّى", "انتمى", "خضع=خضوع", "دعم=دعم", "ساند", "شارك" }, { "perfect", "imperfect" })
local told_of = relative * gap(0, 1) * (said + state)
local by_source = word { "بحسب", "حسب", "حسبما", "وفقا", "وفق", "طبقا", "نقلا" }
  + word "وذلك" * word "في" * word { "بيان", "تصريح", "تصريحات" }
  + hilal.verb(tells, "perfect")
local elsewhere = answered + told_of + by_source
local another = word { "فيما", "بينما", "كما" } + hilal.phrase "في حين"
-- The wounded beside the dead are of one report («قتل اثنان فيما أصيب ثلاثة في انفجار»), unless all is told of the dead already.
local ends = { strict = elsewhere + another, loose = elsewhere + another * -w.wounded }

-- From the verb of saying to what is said, where the deed is part of that; a colon opens what is said by itself.
local function teller(sentence, cue)
  local before = sentence:before(cue)
  local found = before and before:find(reported)
  local verb = found and spans.last_before(sentence, found.that, said, verbs)
  if not verb or string.find(phrases.between(sentence, verb.span, found.that), ":", 1, true) then
    return nil
  end
  return { start = verb.span.start, stop = found.that.stop, that = found.that }
end

-- Where what is told behind the cue is no more of it.
local function ending(sentence, cue, kind)
  local rest = sentence:after(cue)
  local found = rest and rest:find(ends[kind])
  return found and found.span or nil
end

--- Whether the loose reading may differ from the strict one.
function part.is_cut(sentence, cue)
  local rest = sentence:after(cue)
  return rest ~= nil and rest:has(another)
end

--- The words of a sentence that tell of a cue's deed; `kind` is strict or loose.
function part.of(sentence, cue, kind)
  local told, stop = teller(sentence, cue), ending(sentence, cue, kind)
  local unit = told and sentence:after(told.that) or sentence
  return stop and unit:before(stop) or unit
end

-- Whether a span tells where or when the cue's deed was done.
local function checker(sentence, cue, kind)
  local told, stop = teller(sentence, cue), ending(sentence, cue, kind)
  return function(span)
    if told and span.start >= told.start and span.stop <= told.stop or stop and span.start >= stop.start then
      return false
    end
    local ahead = span.stop <= cue.start and sentence:after(span)
    local between = ahead and ahead:before(cue)
    return not (between and between:has(answered))
  end
end

local function distance(cue, span)
  return span.stop <= cue.start and 2 * (cue.start - span.stop) or span.start - cue.stop
end

-- The nearest of some spans that a test accepts; `read` gives what is meant by each.
local function nearest(cue, list, read)
  local best, least
  for _, span in ipairs(list) do
    local meant = read(span)
    local far = meant and distance(cue, meant)
    if far and (not least or far < least) then
      best, least = meant, far
    end
  end
  return best
end

local function time_of(sentence, cue, kind)
  local is_own = checker(sentence, cue, kind)
  local time = sentence:time_near(cue, { "DATE", "TIME" })
  if not time or is_own(time) then
    return time
  end
  return nearest(cue, sentence.times, function(other)
    return (other.type == "DATE" or other.type == "TIME") and is_own(other) and other or nil
  end)
end

-- «قبل يومين», «خلال الساعات الماضية»: a duration that ends now says when, too.
local function is_ago(sentence, time)
  local before = sentence:before(time)
  return string.find(time.text, "ماضي") ~= nil or string.find(time.text, "أخير") ~= nil
    or before ~= nil and string.find(before.text, "قبل$") ~= nil
end

local clause = relative + word { "حيث", "اذ" }
local function ago(sentence, cue)
  local is_own = checker(sentence, cue, "strict")
  return nearest(cue, sentence.times, function(time)
    local rest = time.start >= cue.stop and sentence:after(cue)
    local between = rest and rest:before(time)
    local is_other = between and between:has(clause)
    return time.type == "DURATION" and not is_other and is_own(time) and is_ago(sentence, time) and time or nil
  end)
end

--- When it was done.
function part.time(sentence, cue)
  if #sentence.times == 0 then
    return nil
  end
  return time_of(sentence, cue, "strict") or part.is_cut(sentence, cue) and time_of(sentence, cue, "loose") or ago(sentence, cue)
end

-- «تنظيم القاعدة في بلاد المغرب»: the land of a name is no scene.
local of_name = hilal.phrase { "في بلاد المغرب", "في بلاد الشام", "في جزيرة العرب", "في شبه الجزيرة", "في العراق والشام", "بلاد الشام" }
local lands = word "بلاد"
local tail = lexicon "place_tails"
local no_place = (w.attack_noun + w.deed_noun + lexicon "operations" + word { "اعادة", "اتجاه", "خط", "محور", "طريق" }):as "head"

local aside = word { "شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "قرب", "داخل", "قبالة" }
local class = lexicon("org_heads", { type = "GPEcontext" }) + lexicon("org_heads", { type = "LOCcontext" })
local town = word { "مدينة", "بلدة", "قرية", "محافظة", "ولاية", "مديرية", "ناحية", "قضاء", "اقليم", "مخيم" }
local beside = aside:as "head" * aside ^ -1 * class ^ -1 * w.place:as "where" + town:as "head" * w.place:as "where"

-- A place without the participle behind it («بلدة النبع القريبة») and without what is done there before it («معارك عدن»).
local function trimmed(sentence, place)
  local words = sentence:within(place)
  local found = words and words:find(tail)
  if found and found.span.start > place.start then
    local kept, entity = words:before(found.span), words.entities[1]
    -- A place that begins within a word (ببلدة) cannot be cut.
    place = kept and kept.span.start == place.start and kept.span or entity or place
    words = sentence:within(place)
  end
  found = words and words:find(no_place)
  local rest = found and found.head.start <= place.start + 1 and words:after(found.head)
  local entity = rest and rest.entities[1]
  -- «هجوم شمال نيجيريا»
  if entity and rest:find(beside) and rest:find(beside).span.start == rest.span.start then
    return rest.span
  end
  return entity and sentence:place_near(entity) ~= nil and entity or place
end

local function is_place(entity)
  return entity.type == "GPE" or entity.type == "LOC" or entity.type == "FAC"
end

-- «بأمريكا»: ب before a country, too.
local function is_in(sentence, entity)
  local whole = sentence:within(entity).text
  return whole == "ب" .. entity.text or whole == "وب" .. entity.text
end

local function is_name(sentence, place)
  return phrases.has(sentence, place, lands) and sentence:has(of_name)
end

-- «مقذوف من داخل الحدود على منزل»: whence something came.
local function is_source(sentence, place)
  local before = sentence:before(place)
  return before ~= nil and (string.find(before.text, "من داخل$") or string.find(before.text, "من خارج$")) ~= nil
end

-- The nearest place behind a preposition, else one behind a word of direction, a town by its class («شهدتها مدينة كذا») or ب.
local function place_of(sentence, cue, kind)
  local is_own = checker(sentence, cue, kind)
  local function accepted(place)
    return place and is_own(place) and not is_name(sentence, place) and not is_source(sentence, place) and place or nil
  end
  local first = sentence:place_near(cue)
  local place = accepted(first) or first and nearest(cue, sentence.entities, function(entity)
    local other = is_place(entity) and sentence:place_near(entity)
    return other and spans.overlap(other, entity) and accepted(other) or nil
  end)
  if place then
    return place
  end
  local unit = part.of(sentence, cue, kind)
  local found = unit and unit:find(beside)
  local is_found = found and not is_source(sentence, found.where) and not string.find(found.head.text, "^ل")
  local joined = is_found and phrases.joined(sentence, found.head, found.where)
  -- What begins within a word (بمدينة) cannot be joined.
  return joined and (joined.start == found.head.start and joined or found.where) or nearest(cue, sentence.entities, function(entity)
    return is_place(entity) and is_in(sentence, entity) and accepted(entity) or nil
  end)
end

-- Where who tells of it is: no capital and no country, from which the news of a whole land comes.
local function place_of_teller(sentence, cue)
  local place = teller(sentence, cue) and sentence:place_near(cue)
  local words = place and not is_name(sentence, place) and sentence:within(place)
  local entity = words and words.entities[1]
  return entity and entity.code == nil and place or nil
end

--- Where it was done.
function part.place(sentence, cue)
  local place = place_of(sentence, cue, "strict") or part.is_cut(sentence, cue) and place_of(sentence, cue, "loose")
    or place_of_teller(sentence, cue)
  return place and trimmed(sentence, place)
end

return part

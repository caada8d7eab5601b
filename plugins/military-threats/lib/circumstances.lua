-- Where and when: circumstances of the threat or of what is threatened, not of what else the sentence tells.
local spans = require "spans"
local util = require "util"

local circumstances = {}

local standing_in = hilal.word { "في", "داخل", "قرب", "عند", "عبر", "وسط", "خارج" }
local bordering = hilal.word "على" * hilal.word { "حدود", "مشارف", "تخوم", "أطراف" }:as "place"
local somewhere = standing_in * hilal.lexicon "place_nouns":as "place" + bordering
local heading = hilal.word { "إلى", "نحو", "باتجاه", "صوب" } * hilal.lexicon "place_nouns":as "place"
local campaign = hilal.lexicon "campaigns"
local since = hilal.word "من"
local of_age = hilal.lexicon("word_roles", { role = "age" })
local aged = of_age * hilal.time "DURATION":as "length"

-- What parts clauses: marks, and words that begin another one.
local parting = {
  "؛", "،", ":", ". ", " - ", "–",
  " الذي ", " التي ", " الذين ", " بينما ", " فيما ", " حيث ", " بعد أن ", " بعدما ", " قبل أن ", " قبل ان ",
}
-- Code points between the words of force and a past time that still dates them, and between a verb of saying and its time.
local past_reach, saying_reach = 25, 70
-- Code points of a preposition between a target and its place.
local beside_reach = 6
-- Bytes of a comma with a preposition behind it, and between a pair of commas.
local preposition_length, aside_length = 14, 40

-- The quotation that a cue stands in, the innermost.
local function quote_around(sentence, cue)
  local around
  for _, quote in ipairs(sentence.quotes) do
    if quote.field == cue.field and quote.start <= cue.start and quote.stop >= cue.stop then
      around = quote
    end
  end
  return around
end

-- A text without a comma that only a preposition follows: «، في ».
local function without_last_comma(text)
  local from, last = 1, nil
  repeat
    local at = string.find(text, "،", from, true)
    last, from = at or last, (at or 0) + #"،"
  until not at
  if last and #text - last < preposition_length then
    return string.sub(text, 1, last - 1)
  end
  return text
end

-- A text without what short pairs of commas set off: «، الأحد،».
local function without_asides(text)
  local comma = "،"
  local from = string.find(text, comma, 1, true)
  while from do
    local to = string.find(text, comma, from + #comma, true)
    if to and to - from < aside_length then
      text = string.sub(text, 1, from - 1) .. string.sub(text, to + #comma)
      from = string.find(text, comma, from, true)
    else
      from = to
    end
  end
  return text
end

-- Whether a circumstance stands in the clause of a word; what is set off by commas («، الخميس،») belongs to the clause around it.
local function is_joined(sentence, word, span)
  local text
  if span.start >= word.stop then
    text = without_last_comma(util.between(sentence, word, span))
  else
    text = util.between(sentence, span, word)
    local before = sentence:before(span)
    if before and util.ends(before.text, "،", "، ") then
      text = util.begins(text, "،") and string.sub(text, #"،" + 1) or text
    end
  end
  return not spans.has_mark(without_asides(text), parting)
end

-- Whether «و» parts a cue from what stands before it: «قصف المدينة أمس وتعهد بالمزيد».
local function is_before_conjunct(sentence, cue, span)
  return span.stop <= cue.start and util.letter_before(sentence, cue) == "و"
end

local function is_inside(quote, span)
  return span.start >= quote.start and span.stop <= quote.stop
end

local function is_near(sentence, cue, force, span)
  return not is_before_conjunct(sentence, cue, span)
    and (is_joined(sentence, cue, span) or force ~= nil and is_joined(sentence, force, span))
end

local function is_past(sentence, time)
  local now, value = sentence.article.date, tostring(time.value or "")
  for _, past in ipairs { "ماضي", "منصرم", "فائت", "سابق", "أخير" } do
    if string.find(time.text, past, 1, true) then
      return true
    end
  end
  return value == "PAST_REF" or now ~= nil and string.find(value, "^%d%d%d%d") ~= nil and value < string.sub(now, 1, #value)
end

-- Whether a time dates something else: «منذ 2007», «بعد يوم من الغارة»; «منذ أسابيع» says how long one has threatened.
local function is_relative(sentence, time)
  return time.type ~= "DURATION" and util.follows(sentence, time, "منذ")
    or time.type == "DURATION" and util.next(sentence, time, since) ~= nil
end

-- Whether a period belongs to what the deed follows on: «بعد موجة من الغارات خلال يومين».
local function is_of_another(sentence, cue, time)
  if time.type ~= "DURATION" or time.start < cue.stop then
    return false
  end
  local between = util.between(sentence, cue, time)
  return string.find(between, " بعد ", 1, true) ~= nil or string.find(between, " عقب ", 1, true) ~= nil
end

-- How old somebody is: «31 من عمره», «يبلغ من العمر 31 عاما».
local function is_age(sentence, time)
  if time.type ~= "DURATION" then
    return false
  end
  local found = sentence:find(aged)
  return found ~= nil and util.overlap(found.length, time) or util.within(sentence, time, of_age)
end

-- Whether a time is the term that a verb sets, an apposition between them: «أمهلت الكتائب، ذراع الحركة، الحكومة حتى الأحد».
local giving = hilal.verb { "أمهل", "أنذر" }
local term_reach = 110
local function is_term(sentence, cue, time)
  return time.start >= cue.stop and time.start - cue.stop < term_reach and util.within(sentence, cue, giving)
    and not util.follows(sentence, time, "منذ", "بعد") and util.same_clause(sentence, cue, time)
end

local function dates(sentence, cue, force, quote, time)
  if is_age(sentence, time) or is_relative(sentence, time) or is_of_another(sentence, cue, time) then
    return false
  end
  -- A term that is set: «بإطلاق الأسرى خلال يومين، مهددا بالقصف».
  local past = is_past(sentence, time)
  if not past and time.type == "DURATION" and util.follows(sentence, time, "خلال", "غضون") and util.same_clause(sentence, time, cue) then
    return true
  end
  if not past and is_term(sentence, cue, time) then
    return true
  end
  if quote and not is_inside(quote, time) then
    local said = quote.cue
    return said ~= nil and time.type ~= "DURATION" and math.abs(time.start - said.start) < saying_reach
      and is_joined(sentence, said, time)
  end
  -- What is past dates no deed of the future, nor what stands far behind.
  local last = force or cue
  if past and (time.start > last.stop + past_reach or time.stop <= cue.start and util.is_future(sentence, cue)) then
    return false
  end
  return is_near(sentence, cue, force, time)
end

--- When: the nearest time that the words of threat or of force are dated by, or that dates their saying.
function circumstances.time(sentence, cue, force)
  local times = sentence.times
  local quote = #times > 0 and quote_around(sentence, cue) or nil
  local nearest, least
  for _, time in ipairs(times) do
    -- What stands behind is nearer than what stands before.
    local distance = time.start >= cue.stop and time.start - cue.stop or 2 * (cue.start - time.stop)
    -- «أمهلت الكتائب، اليوم الأحد، الحكومة يومين»: the term, not the day on which it is set.
    local is_length = time.type == "DURATION" or util.follows(sentence, time, "حتى")
    distance = is_length and is_term(sentence, cue, time) and distance - term_reach or distance
    if (not least or distance < least) and dates(sentence, cue, force, quote, time) then
      nearest, least = time, distance
    end
  end
  return nearest
end

--- Where it is to happen: a named place, else one described (في حوض النهر) behind the cue, or where forces
--- are sent (إلى المضيق). Right behind the target («المتمردين في الوادي») it belongs to it, whatever stands between.
function circumstances.place(sentence, cue, force, is_move, target)
  local found = sentence:place_near(force or cue)
  local quote = found and quote_around(sentence, cue)
  -- «في عمليات تحرير المدينة»: a deed, no place.
  local opening = found and sentence:within(found)
  local deed = opening and opening:find(campaign)
  local is_place = found and not (deed and deed.span.start <= found.start)
  local beside = is_place and target ~= nil and found.start >= target.stop and found.start - target.stop <= beside_reach
  if beside or is_place and (not quote or is_inside(quote, found)) and is_near(sentence, cue, force, found) then
    return found
  end
  found = force and util.behind(sentence, force, somewhere) or util.behind(sentence, cue, somewhere)
    or is_move and util.behind(sentence, cue, heading)
  if not found or not is_near(sentence, cue, force, found.place) then
    return nil
  end
  return sentence:parties_from(found.place)[1]
end

return circumstances

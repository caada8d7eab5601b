-- When and where those counted were harmed: not the day of the statement that tells it, nor the place of another event.
local spans = require "spans"

local circumstances = {}

local finite = { "perfect", "imperfect" }

local harms = hilal.verb(hilal.lexicon("casualties", { form = "verb" }), finite)
local events = harms + hilal.noun(hilal.lexicon("casualties", { form = "noun" }))
  + hilal.noun(hilal.lexicon("casualties", { form = "fate" })) + hilal.noun(hilal.lexicon("casualties", { form = "victim" }))
local says = hilal.verb(hilal.lexicon "announcing", finite)
local writings = hilal.lexicon "speech_nouns"
local finds_out = hilal.verb(hilal.lexicon "found_out", finite)
local that = hilal.lexicon("word_roles", { role = "complementiser" })
local since = hilal.word { "منذ", "مذ" }
local lasting = hilal.lexicon "lasting" * hilal.lexicon "approximators" ^ -1

--- Words between a verb of saying and the day on which it is said, between the day and what is said, between a writing and
--- its day, at most.
local speech_reach, that_reach, writing_reach = 12, 6, 2
--- Words between such a verb and a day right before what is told («تبنت الجماعة الأربعاء قتل جنديين»), at most.
local teller_words = 4
--- Words from a cue to a time that is not the nearest, at most.
local far = 15
--- The same to الآن or حاليا, at most: farther off it is when somebody speaks.
local now = 4
--- Matches that a search for the last one looks at, at most.
local matches = 8
--- Code points between a speaker and the day, at most: في or يوم.
local beside = 4
--- Words between a place and the cue behind it, at most: of those farther before, half are another event's.
local place_reach = 14
--- Words that a mark counts for in a distance.
local mark_weight = 3
local age = { "عمر" }
local marks = { "،", "؛", ".", ":", ",", ")", "(" }

--- Whether a pattern matches within so many words behind a span, with nothing that happens between.
local function follows(sentence, span, pattern, reach)
  local rest = sentence:after(span)
  local found = rest and rest:find(pattern)
  local lead = found and rest:before(found.span)
  return found and (not lead or lead.words <= reach and not lead:has(events)) and found.span or nil
end

--- Whether a time is that of words: «قالت الشرطة أمس إن», «ذكرت الجمعة مصادر», «أمس أعلنت», «في بيان اليوم».
local function is_of_words(sentence, time, cue, source)
  local verb = follows(sentence, time, says, 0)
  if verb and verb.start < cue.start then
    return true
  end
  local writing, lead = spans.last_before(sentence, time, writings, matches)
  if writing and (not lead or lead.words <= writing_reach and not lead:has(events)) then
    return true
  end
  local said, rest = spans.last_before(sentence, time, says, matches)
  if not said or not rest then
    return said ~= nil
  end
  if rest.words > speech_reach or rest:has(that) or rest:has(events) then
    return false
  end
  if source and source.field == time.field and time.start >= source.stop and time.start - source.stop <= beside then
    return true
  end
  return follows(sentence, time, that, that_reach) ~= nil
    or rest.words <= teller_words and follows(sentence, time, events, 0) ~= nil
end

--- Whether a stretch of time says how long something took or takes, not when it was: «بعد يومين», not «قبل يومين» or «اليومين
--- الماضيين».
local function is_length(sentence, time)
  return time.type == "DURATION" and not spans.begins(time.text, "ال") and not spans.right_behind(sentence, time, lasting)
end

--- How far a time stands from a cue, in words; behind it is nearer.
local function distance(sentence, time, cue)
  local is_before = time.start < cue.start
  local rest = sentence:after(is_before and time or cue)
  local between = rest and rest:before(is_before and cue or time)
  local words = 0
  for word in string.gmatch(between and between.text or "", "%S+") do
    words = words + 1 + (spans.has_mark(word, marks) and mark_weight or 0)
  end
  return is_before and 2 * words or words
end

--- Whether a time says when those counted were harmed.
local function dates(sentence, time, cue, figure)
  if is_length(sentence, time) or time.value == "PRESENT_REF" and distance(sentence, time, cue) > now then
    return false
  end
  if time.start < cue.start then
    if time.type ~= "DURATION" and spans.right_behind(sentence, time, since) then
      return false
    end
    local between = sentence:after(time)
    between = between and between:before(cue)
    if between and between:has(finds_out) then
      return false
    end
  end
  return not is_of_words(sentence, time, cue, figure.source)
end

--- When those counted were harmed; nil where the sentence does not say.
function circumstances.time(sentence, cue, figure)
  local nearest = sentence:time_near(cue)
  if not nearest or dates(sentence, nearest, cue, figure) then
    return nearest
  end
  local best, least
  for _, time in ipairs(sentence.times) do
    local may_date = time.start ~= nearest.start and time.type ~= "DURATION" and not spans.has_mark(time.text, age)
    local words = may_date and distance(sentence, time, cue)
    if words and words <= (least or far) and dates(sentence, time, cue, figure) then
      best, least = time, words
    end
  end
  return best
end

--- Whether a mark stands right before a span behind another.
local function is_marked_off(sentence, last, span)
  local rest = sentence:after(last)
  local lead = rest and rest:before(span)
  if lead then
    return spans.ends(lead.text, table.unpack(marks))
  end
  return span.start - last.stop > 1
end

--- Whether a place stands too far before a cue.
local function is_far_before(sentence, place, cue)
  local rest = place.stop <= cue.start and sentence:after(place)
  local between = rest and rest:before(cue)
  return between and between.words > place_reach or false
end

--- Where they were harmed: not behind a verb that begins to tell of others («كان جرح 70 زبونا، قتل اثنين في القاهرة»); one
--- joined by و happens there too.
function circumstances.place(sentence, cue, figure)
  local place = sentence:place_near(cue)
  if not place or is_far_before(sentence, place, cue) then
    return nil
  end
  local last = cue.stop > figure.stop and cue or figure
  local rest = place.start >= last.stop and sentence:after(last)
  local between = rest and rest:before(place)
  local found = between and between:find(harms)
  local is_other = found and sentence:within(found.span).text == found.text and is_marked_off(sentence, last, found.span)
  return not is_other and place or nil
end

return circumstances

-- A meeting or visit that is called the first of its kind, or the first since something.
local sides = require "sides"
local text = require "text"
local words = require "words"

local occasion = hilal.noun(hilal.lexicon "meeting_nouns"):as "occasion"
local since = hilal.word { "منذ" }:as "since"
local of_its_kind = hilal.phrase { "من نوعه", "من نوعها" }
local denied = hilal.word { "ليس", "ليست", "تكن", "يكن" } * hilal.gap(0, 1) * words.ordinal
local first_time = hilal.phrase { "للمرة الأولى", "لأول مرة" }
local claim = occasion * hilal.gap(0, 4) * words.ordinal * hilal.gap(0, 12) * since
  + occasion * hilal.gap(0, 4) * words.ordinal * of_its_kind
  + words.ordinal * occasion * hilal.gap(0, 16) * since
  + first_time * hilal.gap(0, 1) * since * hilal.gap(0, 16) * occasion

-- Code points between "since" and a time, at most: منذ نحو 30 عاما.
local time_reach = 12

--- Since when: the time right behind the word, else the event that ended the pause.
local function since_what(sentence, word)
  local time = sentence:time_near(word)
  if time and time.start >= word.stop and time.start - word.stop <= time_reach then
    return time
  end
  local rest = sentence:after(word)
  return rest and sides.from(sentence, rest)[1] or time
end

--- Somebody, not the word for first itself: «بأول زيارة» is no Powell.
local function is_party(sentence, party)
  return not text.within(sentence, party, words.ordinal)
end

--- Those of the meeting that the layer has, else who is named behind the occasion or last before it.
local function parties_of(sentence, event, item)
  local found = item and item.participants or sides.person_near(sentence, event)
  found = sides.only(sentence, found, is_party)
  if #found > 0 then
    return found
  end
  local before = sides.only(sentence, sides.people_before(sentence, event), is_party)
  return #before > 0 and { before[#before] } or sides.before(sentence, event)
end

--- Whether an اتصال is no telephone call, but a connection.
local function is_connection(sentence, event)
  return text.within(sentence, event, words.call) and not sentence:has(words.phone)
end

return hilal.rule {
  id = "first-meeting",
  title = "A first meeting or visit since",
  severity = "medium",
  codes = { cameo = "040", plover = "CONSULT" },
  on = "sentence",
  needs = { "meetings" },
  fields = { "participants", "since", "place" },
  match = claim,
  check = function(sentence, m)
    local is_none = sentence:has(words.sport) or sentence:has(words.not_official) or sentence:has(denied)
    if is_none or is_connection(sentence, m.occasion) then
      return nil
    end
    local item = sentence.meetings[1]
    local parties = parties_of(sentence, m.occasion, item)
    return {
      span = m.occasion,
      participants = #parties > 0 and parties,
      since = m.since and since_what(sentence, m.since),
      place = item and item.place,
    }
  end,
}

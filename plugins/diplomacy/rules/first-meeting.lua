-- A meeting or visit that is called the first of its kind, or the first since something.
local sides = require "sides"
local words = require "words"

local occasion = hilal.noun(hilal.lexicon "meeting_nouns"):as "occasion"
local since = hilal.word { "منذ" }:as "since"
local of_its_kind = hilal.phrase { "من نوعه", "من نوعها" }
local first_time = hilal.phrase { "للمرة الأولى", "لأول مرة" }
local claim = occasion * hilal.gap(0, 4) * words.ordinal * hilal.gap(0, 12) * since
  + occasion * hilal.gap(0, 4) * words.ordinal * of_its_kind
  + words.ordinal * occasion * hilal.gap(0, 16) * since
  + first_time * hilal.gap(0, 1) * since * hilal.gap(0, 16) * occasion

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
    if sentence:has(words.sport) or sentence:has(words.not_official) then
      return nil
    end
    local item = sentence.meetings[1]
    local parties = item and item.participants or sides.person_near(sentence, m.occasion)
    if #parties == 0 then
      parties = sides.before(sentence, m.occasion)
    end
    local rest = m.since and sentence:after(m.since)
    return {
      span = m.occasion,
      participants = #parties > 0 and parties,
      -- The event that ended the pause, else the time.
      since = rest and (sides.from(sentence, rest)[1] or sentence:time_near(m.since)),
      place = item and item.place,
    }
  end,
}

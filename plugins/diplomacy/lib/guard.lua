-- What the whole sentence says against a meeting: sport, where teams meet on the field, and ceremonies.
local company = require "company"
local sides = require "sides"
local text = require "text"
local words = require "words"

local guard = {}

local rival = hilal.noun { "نظير", "شقيق", "منافس", "غريم", "ضيف" }

--- Whether a party is a person, in words or by name, or who runs a club.
local function is_human(sentence, party)
  return text.within(sentence, party, words.management) or company.is_human(sentence, party)
end

--- Whether a party is the team that another plays: «نظيره، شقيقه».
local function is_rival(sentence, party)
  return party.type == nil and text.within(sentence, party, rival)
end

--- Whether a person is named behind a verb.
local function is_partner(cue, party)
  return party.type == "PER" and party.start > cue.stop
end

--- Clubs meet on the field; only people, their managements and their talks count.
local function off_field(sentence, cue, parties, kind)
  if kind == "receive" or kind == "trip" or kind == "visit" then
    return #sides.only(sentence, parties, company.is_known) == #parties and (#parties > 1 or kind ~= "receive")
      and sides.any(sentence, parties, sides.is_official)
  end
  if kind == "talks" or kind == "negotiation" or kind == "call" then
    return #parties > 1 or parties[1] ~= nil and text.within(sentence, parties[1], words.several)
  end
  if (kind == "meet" or kind == "meeting") and sentence:has(words.field) and sides.any(sentence, parties, is_rival) then
    return false
  end
  if kind == "meet" and not sentence:has(words.field) and #parties < 3 and is_partner(cue, parties[#parties]) then
    return true
  end
  return sides.any(sentence, parties, company.sits)
    or #parties > 1 and #sides.only(sentence, parties, is_human) == #parties
end

--- Whether a meeting stands in spite of what its sentence is about.
function guard.holds(sentence, cue, parties, kind)
  if kind == "meeting" and text.within(sentence, cue, words.game) and sentence:has(words.field) then
    return #sides.only(sentence, parties, sides.is_official) > 1
  end
  if sentence:has(words.sport) and not off_field(sentence, cue, parties, kind) then
    return false
  end
  if not sentence:has(words.ceremony) then
    return true
  end
  local needed = kind == "meet" and #parties > 1 and 1 or 2
  return #sides.only(sentence, parties, company.is_known) >= needed
    or (kind == "meeting" or kind == "meet" or kind == "session") and sides.any(sentence, parties, company.sits)
    or (kind == "trip" or kind == "visit") and sides.any(sentence, parties, sides.is_official)
end

return guard

-- What the whole sentence says against a meeting: sport, where teams meet on the field, and ceremonies.
local company = require "company"
local sides = require "sides"
local text = require "text"
local words = require "words"

local guard = {}

-- Words of a kind that are looked at, at most.
local search_limit = 4
local periodic = hilal.word { "الدوري", "دوري" }
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

--- Whether a word stands in somebody's title or in a body's name: «رئيس مجلس إدارة كذا، المحكمة الجنائية الدولية».
local function is_in_name(sentence, span)
  for _, entity in ipairs(sentence.entities) do
    local office = entity.office
    if entity.type == "ORG" and text.overlap(entity, span) or office and text.overlap(office, span) then
      return true
    end
  end
  return false
end

--- Whether a sentence has words of a pattern that nothing excuses.
local function has_unless(sentence, pattern, is_excused)
  local rest = sentence:has(pattern) and sentence
  for _ = 1, search_limit do
    local found = rest and rest:find(pattern)
    if not found then
      return false
    end
    if not is_excused(sentence, found.span) then
      return true
    end
    rest = rest:after(found.span)
  end
  return true
end

--- «الاجتماع الدوري» is held at times, no league.
local function is_periodic(sentence, span)
  return text.within(sentence, span, periodic) and text.right_behind(sentence, span, words.occasion) ~= nil
end

--- Whether a sentence tells of sport.
local function is_sport(sentence)
  return has_unless(sentence, words.sport, is_periodic)
end

--- Whether a meeting stands in spite of what its sentence is about.
function guard.holds(sentence, cue, parties, kind)
  -- Beside a court only those in office meet, and not at its session.
  if has_unless(sentence, words.court, is_in_name)
    and (kind == "session" or #sides.only(sentence, parties, sides.is_official) < math.min(#parties, 2)) then
    return false
  end
  if kind == "meeting" and text.within(sentence, cue, words.game) and sentence:has(words.field) then
    return #sides.only(sentence, parties, sides.is_official) > 1
  end
  if is_sport(sentence) and not off_field(sentence, cue, parties, kind) then
    return false
  end
  if not has_unless(sentence, words.ceremony, is_in_name) then
    return true
  end
  local needed = kind == "meet" and #parties > 1 and 1 or 2
  return #sides.only(sentence, parties, company.is_known) >= needed
    or (kind == "meeting" or kind == "meet" or kind == "session") and sides.any(sentence, parties, company.sits)
    or (kind == "trip" or kind == "visit") and sides.any(sentence, parties, sides.is_official)
end

return guard

-- Who took part besides those that a cue's own words name, and who is named there but took no part.
local around = require "around"
local roster = require "roster"
local sides = require "sides"
local text = require "text"
local words = require "words"

local others = {}

local speaker = hilal.word { "المتحدث", "متحدث", "المتحدثة", "متحدثة", "الناطق", "ناطق", "الناطقة" }
-- Words between a meeting and who presides or is present, at most.
local presence_reach = 24
local marks = { "؛", "«", ".." }
local present = hilal.word { "برئاسة", "بحضور", "وبحضور", "وبرئاسة" }
-- Of talks with one word for several the other side is who acts before.
local with_kinds = { meeting = true, talks = true, negotiation = true }

local function is_person(_, party)
  return party.type == "PER"
end

--- Those in whose presence a body sits, also behind its place and time: «في مقر كذا، بحضور فلان».
local function witnesses(sentence, cue)
  local rest = sentence:after(cue)
  local found = rest and rest:find(present)
  local between = found and rest:before(found.span)
  if not found or between and (between.words > presence_reach or text.has_mark(between.text, marks)) then
    return {}
  end
  local list = sides.from(sentence, sentence:after(found.span))
  list = sides.any(sentence, list, sides.is_someone) and roster.more(sentence, cue, list) or {}
  return roster.settle(sentence, sides.only(sentence, list, sides.is_party))
end

--- Whether somebody speaks for another: who tells of a meeting has not met.
local function speaks_for(sentence, party)
  local office = party.type == "PER" and party.office
  return office and text.within(sides.home(sentence, office), office, speaker)
end

--- The other side of talks with several («خلال لقاء مع رؤساء كذا»): who acts before.
local function side_before(sentence, cue, parties, kind)
  local only = #parties == 1 and with_kinds[kind] and parties[1]
  local is_with = only and only.type == nil and only.start > cue.stop and text.within(sentence, only, words.several)
    and text.right_behind(sentence, only, words.with)
  return is_with and sides.only(sentence, sides.last_person(sentence, cue), sides.is_official) or {}
end

--- The participants of a meeting, without who speaks for one of them, with who presides and is present.
function others.complete(sentence, cue, parties, kind)
  local list = sides.only(sentence, parties, function(_, party)
    return party.stop > cue.start or not speaks_for(sentence, party)
  end)
  list = #list > 0 and list or parties
  if not sides.any(sentence, list, is_person) and not around.is_attended(sentence, cue) then
    list = roster.join(list, witnesses(sentence, cue))
  end
  return roster.join(list, side_before(sentence, cue, list, kind))
end

return others

-- Who took part besides those that a cue's own words name, and who is named there but took no part.
local around = require "around"
local company = require "company"
local roster = require "roster"
local sides = require "sides"
local text = require "text"
local words = require "words"

local others = {}

local speaker = hilal.word { "المتحدث", "متحدث", "المتحدثة", "متحدثة", "الناطق", "ناطق", "الناطقة" }
-- Words between a meeting and who presides or is present, at most.
local presence_reach = 24
-- Participants of a list that may lack somebody, at most.
local few = 3
-- Sentences before in which somebody is told of whom a pronoun names, at most.
local before_reach = 2
local chairing = hilal.verb({ "ترأّس", "رأس" }, { "perfect", "imperfect" }):as "chair"
local marks = { "؛", "«", ".." }
local present = hilal.word { "برئاسة", "بحضور", "وبحضور", "وبرئاسة" }
-- Of talks with one word for several the other side is who acts before.
local chaired = { meeting = true, session = true, summit = true }
local with_kinds = { meeting = true, talks = true, negotiation = true }

local function is_titled(sentence, party)
  return party.type == "PER" or text.within(sentence, party, words.titled)
end

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

--- «ترأس الوزير الاجتماع الأول للجنة كذا»: who presides over it.
local function chair(sentence, cue)
  local found = text.last_before(sentence, cue, chairing)
  local lead, between = found and sentence:before(found.chair), found and text.words_between(sentence, found.chair, cue)
  -- «على رأس وفد», «يرأسه»
  if not found or lead and text.ends(lead.text, "على") or around.has_pronoun(found.chair) then
    return {}
  end
  if between and (between.words > presence_reach or not text.is_clause(between.text)) then
    return {}
  end
  local subject = sentence:subject_of(found.chair)
  return subject and sides.is_official(sentence, subject) and roster.settle(sentence, { subject }) or {}
end

--- Whether somebody speaks for another: who tells of a meeting has not met.
local function speaks_for(sentence, party)
  local office = party.type == "PER" and party.office
  return office and text.within(sides.home(sentence, office), office, speaker)
end

--- The other side of talks with several («خلال لقاء مع رؤساء كذا»): who acts before.
local function side_before(sentence, cue, parties, kind)
  local only = #parties == 1 and with_kinds[kind] and parties[1]
  local is_with = only and only.type == nil and only.start > cue.stop and text.ends(sentence:before(only).text, "مع")
    and text.within(sentence, only, words.several)
  return is_with and sides.only(sentence, sides.last_person(sentence, cue), sides.is_official) or {}
end

--- Whom a pronoun names who is welcomed or welcomes («وكان في استقباله فلان»): who is told of first by the sentence before, else
--- by the headline.
local function told_of(sentence, cue, parties, kind)
  if kind ~= "reception" or not text.ends(cue.text, "استقباله") or #parties ~= 1 or #sides.people_before(sentence, cue) > 0 then
    return {}
  end
  local found = text.before(sentence, before_reach, function(other)
    for _, entity in ipairs(other.entities) do
      if entity.type == "PER" and entity.office and sides.is_official(other, entity) then
        return { entity }
      end
    end
    return nil
  end)
  return found or sides.of_headline(sentence)
end

--- «اجتماع الوزير بأعضاء كذا»: with whom, joined by ب behind the last of the list.
local function joined(sentence, cue, parties, kind)
  local last = parties[#parties]
  local is_open = kind == "meeting" and last.start >= cue.stop and last.type == "PER" and not around.is_definite(cue)
  return is_open and sides.only(sentence, company.joined_by(sentence, cue, "ب", last), is_titled) or {}
end

--- The list with those who are not in it yet; long lists are compared only where there is somebody to add.
local function with(list, more)
  return #more > 0 and roster.join(list, more) or list
end

--- The participants of a meeting, without who speaks for one of them, with who presides and is present.
function others.complete(sentence, cue, parties, kind)
  -- A long list is read whole already.
  if #parties > few then
    return parties
  end
  local list = sides.only(sentence, parties, function(_, party)
    return party.stop > cue.start or not speaks_for(sentence, party)
  end)
  list = #list > 0 and list or parties
  if not sides.any(sentence, list, is_person) and not around.is_attended(sentence, cue) then
    list = with(list, witnesses(sentence, cue))
    list = #list == #parties and chaired[kind] and with(list, chair(sentence, cue)) or list
  end
  list = with(list, side_before(sentence, cue, list, kind))
  list = with(list, told_of(sentence, cue, list, kind))
  local guests = joined(sentence, cue, list, kind)
  return #guests > 0 and with(list, roster.settle(sentence, guests)) or list
end

return others

-- The parties of a meeting: gathered from the sentence, judged, ranked.
local text = require "text"
local words = require "words"

local sides = {}

--- Adds the parties of a list to others, each once.
function sides.add(list, more)
  for _, party in ipairs(more or {}) do
    local known = false
    for _, other in ipairs(list) do
      known = known or text.overlap(party, other)
    end
    if not known then
      list[#list + 1] = party
    end
  end
  return list
end

--- The parties named from a span on, or none.
function sides.from(sentence, span)
  return span and sentence:parties_from(span) or {}
end

--- Whether a party is somebody who meets others: a person, or somebody in an office.
function sides.is_someone(sentence, party)
  return party.type == "PER" or text.within(sentence, party, words.anyone)
end

--- Whether a party may hold an office: a person, or words of an office.
function sides.is_official(sentence, party)
  return party.type == "PER" or party.type == nil and text.within(sentence, party, words.party)
end

--- The people named behind a cue, up to where its clause ends.
function sides.people_behind(sentence, cue)
  local rest = sentence:after(cue)
  if not rest then
    return {}
  end
  local stop = rest:find(words.clause_end)
  local part = stop and rest:before(stop.span) or rest
  local people = {}
  for _, entity in ipairs(part.entities) do
    if entity.type == "PER" then
      people[#people + 1] = entity
    end
  end
  return people
end

--- The first person named shortly behind a cue.
function sides.person_near(sentence, cue)
  local person = sides.people_behind(sentence, cue)[1]
  if person and person.start - cue.stop <= 60 then
    return { person }
  end
  return {}
end

--- Delegations and groups named behind a cue by common nouns, in the same stretch.
function sides.groups_behind(sentence, cue)
  local rest = sentence:after(cue)
  local found = rest and rest:find(words.group)
  if not found then
    return {}
  end
  return sides.from(sentence, found.span)
end

--- The last party before a cue: a person, else words of an office.
function sides.before(sentence, cue)
  local part = sentence:before(cue)
  if not part then
    return {}
  end
  local last
  for _, entity in ipairs(part.entities) do
    if entity.type == "PER" then
      last = entity
    end
  end
  if last then
    return { last }
  end
  local found = part:find(words.party)
  return found and sides.from(sentence, found.span) or {}
end

--- Whether a party is a state or a body.
function sides.is_body(party)
  return party.type == "GPE" or party.type == "ORG"
end

--- Those of a list that a test accepts.
function sides.only(sentence, list, test)
  local kept = {}
  for _, party in ipairs(list) do
    if test(sentence, party) then
      kept[#kept + 1] = party
    end
  end
  return kept
end

function sides.any(sentence, list, test)
  for _, party in ipairs(list) do
    if test(sentence, party) then
      return true
    end
  end
  return false
end

return sides

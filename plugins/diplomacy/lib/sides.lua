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

--- Whether a party holds an office, or is a person with one.
function sides.is_official(sentence, party)
  return party.type == "PER" and (party.office ~= nil or party.code ~= nil)
    or party.type == nil and text.within(sentence, party, words.party)
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

-- What kind of source a noun phrase is.
local spans = require "spans"

local classes = {}

local function nouns(name)
  return hilal.noun(hilal.lexicon(name))
end

local media = nouns "media"

local function nameless(kind)
  return hilal.lexicon("anonymous_sources", { kind = kind })
end

-- Words before the noun that says who it is: عدد من الخبراء، أحد السكان.
local few = hilal.lexicon "few"

local named_medium = hilal.lexicon("organizations", { kind = "media" })

--- By the first word of the phrase that says it; the first class wins. ل or another letter may stand before it.
local heads = {
  { "medium", media + named_medium },
  { "document", nouns "documents" },
  { "body", nouns "bodies" + hilal.lexicon "organizations" },
  { "person", nouns "people" + hilal.lexicon "offices" + hilal.lexicon "addresses" },
}

local basis = hilal.lexicon "attribution_phrases" * nouns "bases" + hilal.lexicon "openers" * nouns "bases"

local function onlookers(kind)
  return hilal.noun(hilal.lexicon("onlookers", { kind = kind }))
end

local hidden = {
  { "witness", nameless "witness" + onlookers "witness" },
  { "media", nameless "media" + onlookers "media" },
  { "observers", nameless "observers" + onlookers "observers" },
  { "source", nameless "source" },
  { "activist", onlookers "activist" },
  { "person", onlookers "person" },
}

-- Marks that open a name where what they hold begins with the article, is a body's or stands behind a medium's noun: معلومات
-- «المرآة», تقارير صحيفة «بيلد», but no تقارير «مضللة».
local marks = { "«", "\"", "“" }
local the = "ال"

local by_type = { PER = "person", ORG = "body", GPE = "state", LOC = "place", FAC = "body" }

for _, kinds in ipairs { heads, hidden } do
  for _, kind in ipairs(kinds) do
    kind[2] = few ^ -2 * (kind[2] - few)
  end
end

--- The class whose words begin a phrase; nil for none.
local function head_class(phrase, kinds)
  for _, kind in ipairs(kinds) do
    local found = phrase:find(kind[2])
    if found and not phrase:before(found.span) then
      return kind[1]
    end
  end
  return nil
end

--- Whether a mark that opens a name stands in a phrase between two texts.
local function is_marked(phrase, before, behind)
  for _, mark in ipairs(marks) do
    if string.find(phrase.text, before .. mark .. behind, 1, true) then
      return true
    end
  end
  return false
end

--- Whether a phrase names a medium; «المدينة» may be one or a town.
local function names_medium(phrase)
  for _, entity in ipairs(phrase.entities) do
    if entity.type == "ORG" and (spans.within(phrase, entity, named_medium) or is_marked(phrase, "", entity.text)) then
      return true
    end
  end
  local noun = phrase:find(media)
  return is_marked(phrase, "", the) or noun ~= nil and is_marked(phrase, noun.text .. " ", "")
end

--- Whether words begin with the medium that somebody works for: «لوكالة رويترز».
local function is_of_medium(rest)
  local found = rest:find(media)
  return found ~= nil and not rest:before(found.span) and spans.begins(rest.text, "ل")
end

--- The class of an anonymous source: witness, media, observers, activist, person, official, source; medium where the medium
--- has a name after all.
---
--- - rest: the words behind it: «مراسل لوكالة رويترز».
function classes.of_nameless(phrase, rest)
  local class = head_class(phrase, hidden) or "official"
  local is_named = class == "media" and (names_medium(phrase) or rest and is_of_medium(rest))
  return is_named and "medium" or class
end

--- Whether an attribution names what something is done by: «وفق أحكام القانون».
function classes.is_basis(attribution)
  return attribution:has(basis)
end

--- The class of a named one: person, body, state, medium, document; nil where nothing says that it could speak.
function classes.of_named(phrase, entity)
  local by_head = head_class(phrase, heads)
  if by_head == "medium" or by_head == "document" then
    return by_head
  end
  local type = entity and by_type[entity.type]
  -- A town speaks only where it stands for a government.
  if type == "state" and not entity.code then
    type = nil
  end
  if type == "body" or type == "state" then
    return by_head or type
  end
  return type == "person" and "person" or by_head
end

return classes

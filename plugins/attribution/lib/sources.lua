-- Which citations of an article name the same source.
local list = require "list"

local sources = {}

-- Sources that a short mention is compared with, at most.
local memory = 24

local the = "ال"

--- A definite noun without its article; nil for others.
local function without_article(text)
  return string.sub(text, 1, #the) == the and string.sub(text, #the + 1) or nil
end

--- Whether a text holds a word, with the article or without.
local function has_word(text, word)
  for other in string.gmatch(text or "", "%S+") do
    if other == word or other == the .. word then
      return true
    end
  end
  return false
end

--- The register of an article: sources by key, in the order of their first mention.
function sources.new(article)
  return { entities = list.placed(article.entities), names = {}, order = {} }
end

function sources.entity(register, span)
  local found = list.overlapping(register.entities, span)
  return found and found.span
end

--- The source before, whose office or name holds the bare noun: الوزير after وزير النقل.
local function antecedent(register, word)
  local order = register.order
  for index = #order, math.max(1, #order - memory), -1 do
    if has_word(order[index].role, word) or has_word(order[index].name, word) then
      return order[index]
    end
  end
  return nil
end

--- The person before, whose office has the first and the last word of a phrase: «متحدث الهيئة» after
--- «المتحدث الرسمي باسم الهيئة».
local function office_holder(register, text)
  local first, last = string.match(text, "^(%S+) .-(%S+)$")
  if not first then
    return nil
  end
  first, last = without_article(first) or first, without_article(last) or last
  local order = register.order
  for index = #order, math.max(1, #order - memory), -1 do
    if has_word(order[index].role, first) and has_word(order[index].role, last) then
      return order[index]
    end
  end
  return nil
end

--- The last person of the register.
local function last_person(register)
  for index = #register.order, 1, -1 do
    if register.order[index].class == "person" then
      return register.order[index]
    end
  end
  return nil
end

--- What tells a source from others: the thing that a name stands for, else the words.
local function key_of(who, class, entity)
  if entity and (class == "person" or class == "body" or class == "state") then
    return class .. entity.cluster
  end
  return who.text
end

--- The source that a phrase names: a table of name, class, role and code, the same for all its mentions.
--- - entity: the named thing in it, if any; is_address: it is a form of address such as معاليه.
function sources.identify(register, who, class, entity, is_address)
  local key = key_of(who, class, entity)
  local known = register.names[key]
  if known then
    return known
  end
  local bare = not entity and without_article(who.text)
  local before = is_address and last_person(register) or bare and antecedent(register, bare)
    or class == "person" and (not entity or entity.type ~= "PER") and office_holder(register, who.text) or nil
  local source = before or {
    name = entity and entity.type == "PER" and entity.text or who.text,
    class = class,
    role = entity and entity.role,
    code = entity and entity.code,
  }
  if not before then
    register.order[#register.order + 1] = source
  end
  register.names[key] = source
  return source
end

--- Whether a phrase that points back fits the source it is said to mean: its definite noun, if it has one, is
--- among the source's words («البيان» is no person).
function sources.fits(pointer, who)
  for word in string.gmatch(pointer.text, "%S+") do
    local noun = without_article(word)
    if noun then
      return has_word(who.text, noun)
    end
  end
  return true
end

-- Sectors of a state; its ministries bear those of what they see to.
local state_roles = {
  GOV = true, MIL = true, COP = true, SPY = true, LEG = true, JUD = true, AGR = true, EDU = true, HLH = true,
}

--- The side that a code stands for: a state (all its powers), or its country and sector; nil without a code.
function sources.side(code)
  if not code or #code < 3 then
    return nil
  end
  local country, sector = string.sub(code, 1, 3), string.sub(code, 4, 6)
  if sector == "" or state_roles[sector] then
    return country .. "GOV"
  end
  return country .. sector
end

return sources

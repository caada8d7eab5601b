-- How high the parties of a meeting rank: by the words of their offices.
local sides = require "sides"
local text = require "text"
local words = require "words"

local rank = {}

-- Offices of one phrase that are looked at, at most: «زعيم حزب كذا رئيس الوزراء».
local office_limit = 5
-- What is of lower rank swallows the office that it serves: «نائب رئيس الوزراء، سفير الملك، مدير مكتب الوزير».
-- The land of one may stand before another's office: «نائب حاكم كذا رئيس كذا».
local served = (hilal.any() - hilal.entity "GPE" - words.ruler) ^ -3 * (words.ruler + words.minister)
local low = words.named_chief + (words.deputy + words.office_of) * served + words.named_after * words.ruler + words.deputy
  + words.chief_of_body
local office = hilal.lexicon("titles", { level = "head" }):as "head" + low:as "low" + words.ruler:as "head"
  + words.minister:as "minister" + words.counterpart:as "counterpart" + words.party:as "low"
local heights = { low = 1, minister = 2, head = 3 }
local levels = { "officials", "ministers", "heads" }

--- The highest of the offices that some words name.
local function of_words(part)
  local best = 0
  for _ = 1, office_limit do
    local found = part and part:find(office)
    if not found then
      break
    end
    if found.head then
      return heights.head
    end
    for name, height in pairs(heights) do
      best = found[name] and math.max(best, height) or best
    end
    part = part:after(found.span)
  end
  return best
end

local function of_span(sentence, span)
  local part = sides.home(sentence, span):within(span)
  return part and of_words(part) or 0
end

--- How high somebody ranks by the words beside his name; without any here, or with a prince's title alone, also by those
--- of his other mentions.
local function of_party(sentence, party)
  if party.type ~= "PER" then
    return of_span(sentence, party)
  end
  local own = party.office
  local best = own and of_span(sentence, own) or 0
  if own and (best ~= 1 or not text.within(sides.home(sentence, own), own, words.prince)) then
    return best
  end
  for _, other in ipairs(sides.offices_of(sentence, party)) do
    best = math.max(best, of_span(sentence, other))
    if best > 1 then
      break
    end
  end
  return best
end

--- The highest level among the parties: heads, ministers, officials; nil where no office is named.
function rank.level(sentence, list)
  local best = 0
  for _, party in ipairs(list) do
    if best == #levels then
      break
    end
    best = math.max(best, of_party(sentence, party))
  end
  return levels[best]
end

return rank

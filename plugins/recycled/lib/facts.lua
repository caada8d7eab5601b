-- Whether two sentences tell the same facts: a formula with other people, bodies, countries, days or figures repeats
-- nothing.
local facts = {}

local function texts(items, span, accept, value)
  local found = {}
  for _, item in ipairs(items) do
    if item.field == span.field and item.start >= span.start and item.stop <= span.stop and accept(item) then
      found[#found + 1] = value(item)
    end
  end
  return found
end

local function holds(list, value)
  for _, other in ipairs(list) do
    if other == value then return true end
    -- A name and the same name in full.
    local both = type(value) == "string" and type(other) == "string"
    if both and (other:find(value, 1, true) or value:find(other, 1, true)) then return true end
  end
  return false
end

-- Each has something that the other lacks.
local function each_has_its_own(a, b)
  local function lacks(one, other)
    for _, value in ipairs(one) do
      if not holds(other, value) then return true end
    end
    return false
  end
  return lacks(a, b) and lacks(b, a)
end

-- Both have something, and nothing of it is the same.
local function share_none(a, b)
  for _, value in ipairs(a) do
    if holds(b, value) then return false end
  end
  return #a > 0 and #b > 0
end

local function any() return true end
local function is_party(item) return item.type == "PER" or item.type == "GPE" end
local function is_body(item) return item.type == "ORG" end
local function is_date(item) return item.type == "DATE" or item.type == "TIME" end
local function value_of(item) return item.value end
local function text_of(item) return item.text end

-- Of bodies and days one more may be told of the same: only where all differ do they speak of others.
function facts.agree(article, a, b)
  local function differ(items, accept, value, compare)
    return compare(texts(items, a, accept, value), texts(items, b, accept, value))
  end
  return not differ(article.quantities, any, value_of, each_has_its_own)
    and not differ(article.entities, is_party, text_of, each_has_its_own)
    and not differ(article.entities, is_body, text_of, share_none)
    and not (differ(article.times, is_date, value_of, share_none) and differ(article.times, is_date, text_of, share_none))
end

-- Arabic marks and tatweel, as bytes.
local marks = { "\217[\139-\146]", "ـ", "،", "؛", "؟", "«", "»", "“", "”", "…", "–", "—", "‏" }

-- A text's letters and digits only.
local function letters(text)
  text = text:gsub("[%s%p]+", "")
  for _, mark in ipairs(marks) do text = text:gsub(mark, "") end
  return text
end

-- How a sentence repeats another: verbatim (but for marks), or reworded.
function facts.kind(a, b)
  return letters(a.text) == letters(b.text) and "verbatim" or "reworded"
end

return facts

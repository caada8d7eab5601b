-- Where words stand in a sentence.
local text = {}

--- Matches that a search for the last one looks at, at most.
local limit = 12

--- Whether a word begins, or ends, with one of some letters.
function text.begins(word, ...)
  for _, letters in ipairs { ... } do
    if string.sub(word, 1, #letters) == letters then
      return true
    end
  end
  return false
end

function text.ends(word, ...)
  for _, letters in ipairs { ... } do
    if string.sub(word, -#letters) == letters then
      return true
    end
  end
  return false
end

--- The text between two spans of a sentence, the first before the second; empty where they touch.
function text.between(sentence, a, b)
  local rest = sentence:after(a)
  local part = rest and rest:before(b)
  return part and part.text or ""
end

local clause_marks = { "؛", ": ", "»", ".." }

--- Whether no mark that ends a clause stands in a text.
function text.is_clause(part)
  for _, mark in ipairs(clause_marks) do
    if string.find(part, mark, 1, true) then
      return false
    end
  end
  return true
end

function text.overlap(a, b)
  return a.field == b.field and a.start < b.stop and b.start < a.stop
end

--- Whether a pattern matches within a span.
function text.within(sentence, span, pattern)
  local part = sentence:within(span)
  return part ~= nil and part:has(pattern)
end

--- The match of a pattern that begins right behind a span.
function text.follows(sentence, span, pattern)
  local rest = sentence:after(span)
  local found = rest and rest:find(pattern)
  if not found then
    return nil
  end
  -- Marks may stand between, no words.
  local lead = rest:before(found.span)
  return (not lead or lead.words == 0) and found or nil
end

--- The last match of a pattern before a span, and how many words stand between.
function text.last_before(sentence, span, pattern)
  local part = sentence:before(span)
  local last
  for _ = 1, limit do
    local found = part and part:find(pattern)
    if not found then
      break
    end
    last = found
    part = part:after(found.span)
    if not part then
      return last, 0
    end
  end
  return last, part and part.words or 0
end

return text

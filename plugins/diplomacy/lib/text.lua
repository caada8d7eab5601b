-- Where words stand in a sentence.
local text = {}

--- Matches that a search for the last one looks at, at most.
local limit = 12

--- The text between two spans of a sentence, the first before the second; empty where they touch.
function text.between(sentence, a, b)
  local rest = sentence:after(a)
  local part = rest and rest:before(b)
  return part and part.text or ""
end

--- Whether no mark that ends a clause stands in a text.
function text.is_clause(part)
  return not (string.find(part, "؛", 1, true) or string.find(part, ": ", 1, true)
    or string.find(part, "»", 1, true))
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
  if found and not string.find(rest:before(found.span) and rest:before(found.span).text or "", "[^%s%p]") then
    return found
  end
  return nil
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

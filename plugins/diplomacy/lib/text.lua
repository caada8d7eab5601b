-- Where words stand in a sentence.
local text = {}

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

--- The first match of a pattern behind a span.
function text.behind(sentence, span, pattern)
  local rest = sentence:after(span)
  return rest and rest:find(pattern)
end

--- Whether a pattern matches right behind a span.
function text.follows(sentence, span, pattern)
  local rest = sentence:after(span)
  local found = rest and rest:find(pattern)
  return found and found.span.start == rest.span.start and found or nil
end

return text

-- Letters of words and places of spans: what rules of every pack ask.
local spans = {}

--- Whether a word begins, or ends, with one of some letters.
function spans.begins(word, ...)
  for _, letters in ipairs { ... } do
    if string.sub(word, 1, #letters) == letters then
      return true
    end
  end
  return false
end

function spans.ends(word, ...)
  for _, letters in ipairs { ... } do
    if string.sub(word, -#letters) == letters then
      return true
    end
  end
  return false
end

--- Whether one of some marks stands in a text.
function spans.has_mark(text, marks)
  for _, mark in ipairs(marks) do
    if string.find(text, mark, 1, true) then
      return true
    end
  end
  return false
end

--- Whether two spans share a character.
function spans.overlap(a, b)
  return a.field == b.field and a.start < b.stop and b.start < a.stop
end

--- Whether a pattern matches somewhere within a span.
function spans.within(sentence, span, pattern)
  local part = sentence:within(span)
  return part ~= nil and part:has(pattern)
end

--- The last match of a pattern before a span, of so many at most, and the words between, nil where they touch.
function spans.last_before(sentence, span, pattern, limit)
  local rest, last = sentence:before(span), nil
  for _ = 1, limit or math.maxinteger do
    local found = rest and rest:find(pattern)
    if not found then
      break
    end
    last = found
    rest = rest:after(found.span)
  end
  return last, rest
end

--- The match of a pattern that no word parts from a span behind it, or nil.
function spans.right_behind(sentence, span, pattern)
  local last, rest = spans.last_before(sentence, span, pattern)
  return (not rest or rest.words == 0) and last or nil
end

return spans

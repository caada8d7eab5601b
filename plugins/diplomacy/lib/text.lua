-- Where words stand in a sentence.
local spans = require "spans"

local text = { begins = spans.begins, ends = spans.ends, overlap = spans.overlap, within = spans.within,
  right_behind = spans.right_behind, has_mark = spans.has_mark }

--- Matches that a search for the last one looks at, at most.
local limit = 12

--- The words between two spans of a sentence, the first before the second, as a unit; nil where they touch.
function text.words_between(sentence, a, b)
  local rest = sentence:after(a)
  return rest and rest:before(b)
end

--- Their text; empty where they touch.
function text.between(sentence, a, b)
  local part = text.words_between(sentence, a, b)
  return part and part.text or ""
end

local clause_marks = { "؛", ": ", "»", ".." }

--- Whether no mark that ends a clause stands in a text.
function text.is_clause(part)
  return not spans.has_mark(part, clause_marks)
end

--- Whether a letter is joined to the word of a span: ل of للجنة and لوزراء, ب of باللاعبين.
function text.is_given(sentence, span, letter)
  local word = sentence:within(span).text
  if text.begins(word, letter == "ل" and "لل" or letter .. "ال") then
    return true
  end
  -- The match of a phrase has the letter: بعدد من.
  return text.begins(word, letter) and (word ~= span.text or string.find(word, " ", 1, true) ~= nil)
end

--- Calls a function with the sentences before one, the nearest first and at most so many, until it gives something; that.
function text.before(sentence, most, look)
  local all = sentence.article.sentences
  local at = #all
  while at > 1 and not (all[at].field == sentence.field and all[at].index <= sentence.index) do
    at = at - 1
  end
  for back = at - 1, math.max(1, at - most), -1 do
    local found = look(all[back])
    if found then
      return found
    end
  end
  return nil
end

--- A pattern for text.follows: where it does not match, any word does, so that no search goes on behind it.
function text.anchored(pattern)
  return pattern:as "anchored" + hilal.any()
end

--- The match of an anchored pattern that begins right behind a span.
function text.follows(sentence, span, pattern)
  local rest = sentence:after(span)
  local found = rest and rest:find(pattern)
  return found and found.anchored and found or nil
end

--- The last match of a pattern before a span, and how many words stand between.
function text.last_before(sentence, span, pattern)
  local last, rest = spans.last_before(sentence, span, pattern, limit)
  return last, rest and rest.words or 0
end

return text

-- The part of a long sentence that repeats a short one.
local spans = require "spans"

local parts = {}

local any = hilal.any()

-- A sentence of so many times the words of the earlier one repeats it in a part.
local times_as_long = 2

-- What a word that the earlier sentence lacks counts against one that it has.
local strange = 0.5

-- Letters attached before a word, longest first.
local attached = { "وال", "بال", "فال", "ال", "لل", "و", "ف", "ب", "ل" }

local function bare(word)
  for _, letters in ipairs(attached) do
    if #word > #letters + 4 and spans.begins(word, letters) then return word:sub(#letters + 1) end
  end
  return word
end

-- A sentence's words: their spans, and what is compared.
local function words_of(sentence)
  local found = {}
  local rest = sentence
  while rest do
    local word = rest:find(any)
    if not word then break end
    found[#found + 1] = { span = word.span, text = bare(word.text) }
    rest = rest:after(word.span)
  end
  return found
end

-- The stretch in which the words of the earlier sentence outweigh the others: its first and last word.
local function thickest(words, known)
  local best, weight, from = { weight = 0 }, 0, 1
  for index, word in ipairs(words) do
    weight = weight + (known[word.text] and 1 or -strange)
    if weight <= 0 then
      weight, from = 0, index + 1
    elseif weight > best.weight then
      best = { weight = weight, from = from, to = index }
    end
  end
  return best.from, best.to
end

-- The part of `sentence` that repeats `first`; nil where the whole does.
function parts.repeating(sentence, first)
  if sentence.words <= times_as_long * first.words then return nil end
  local known = {}
  for _, word in ipairs(words_of(first)) do known[word.text] = true end
  local words = words_of(sentence)
  local from, to = thickest(words, known)
  local part = from and from > 1 and sentence:after(words[from - 1].span) or sentence
  if to and to < #words then part = part:before(words[to + 1].span) end
  return part.words < sentence.words and part.span or nil
end

return parts

-- Reads the layer of duplicates as runs: sentences in a row that repeat sentences in a row.
local facts = require "facts"
local repeats = {}

local pointers = hilal.lexicon "pointers"
local forms = hilal.lexicon "forms"

local function key(span) return span.field .. span.start end

-- The sentences of an article by their place, with their number.
local function places(article)
  local found = {}
  for number, sentence in ipairs(article.sentences) do
    found[key(sentence.span)] = { number = number, sentence = sentence }
  end
  return found
end

local function is_empty_talk(place)
  return not place or place.sentence:has(pointers)
end

-- A set phrase repeats nothing by itself, but in a passage it is a sentence like others.
local function is_set_phrase(from, to)
  return from.sentence:has(forms) or to.sentence:has(forms)
end

-- Sentences of fewer words resemble each other by chance, as items of a list do.
local fewest_words = 9

-- A heading and the text below it, two sentences built alike, items of a list.
local function resembles_only(from, to, later)
  if facts.kind(later.first, later) == "verbatim" then return false end
  return to.number == from.number + 1
    or math.min(from.sentence.words, to.sentence.words) < fewest_words
end

-- Each repetition that counts: the later sentence, and the earlier ones that it may repeat.
local function pairs_of(article)
  local known = places(article)
  local found = {}
  for _, later in ipairs(article.duplicates) do
    local to, from = known[key(later)], known[key(later.first)]
    local counts = not is_empty_talk(to) and not is_empty_talk(from) and not resembles_only(from, to, later)
    if counts and facts.agree(article, later.first, later) then
      local last = found[#found]
      if not last or last.number ~= to.number then
        last = { span = later, number = to.number, firsts = {}, sentence = to.sentence, tells = 0 }
        found[#found + 1] = last
      end
      if not is_set_phrase(from, to) then last.tells = 1 end
      last.firsts[#last.firsts + 1] = { span = later.first, number = from.number, sentence = from.sentence }
    end
  end
  return found
end

-- The earlier sentence that goes on where a run stands; nil when none does.
local function next_of(run, pair)
  if not run or pair.number ~= run.number + 1 then return nil end
  for _, first in ipairs(pair.firsts) do
    if first.number == run.first_number + 1 then return first end
  end
end

-- The runs that are more than set phrases.
local function telling(runs)
  local found = {}
  for _, run in ipairs(runs) do
    if run.tells > 0 then found[#found + 1] = run end
  end
  return found
end

-- Runs in order: `span` and `first` are their first sentences (`sentence`, `first_sentence` as units), `last` the last,
-- `sentences` their length.
function repeats.runs(article)
  local runs = {}
  if #article.duplicates == 0 then return runs end
  for _, pair in ipairs(pairs_of(article)) do
    local run = runs[#runs]
    local onward = next_of(run, pair)
    if onward then
      run.sentences = run.sentences + 1
      run.last = pair.span
      run.tells = run.tells + pair.tells
      run.number, run.first_number = pair.number, onward.number
      if facts.kind(onward.span, pair.span) == "reworded" then run.kind = "reworded" end
    else
      local first = pair.firsts[1]
      runs[#runs + 1] = {
        span = pair.span, last = pair.span, first = first.span, sentences = 1,
        number = pair.number, first_number = first.number, kind = facts.kind(first.span, pair.span),
        sentence = pair.sentence, first_sentence = first.sentence, tells = pair.tells,
      }
    end
  end
  return telling(runs)
end

return repeats

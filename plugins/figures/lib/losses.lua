-- What the words of a sentence say became of those counted: killed, wounded, missing.
local claims = require "claims"
local spans = require "spans"

local losses = {}

local cues = claims.cues("casualties", {
  { name = "killed", forms = { "verb", "noun", "fate", "phrase", "word", "beside", "victim" } },
  -- إصابة before أصابه, which is written alike.
  { name = "wounded", forms = { "noun", "victim", "verb" } },
  { name = "missing", forms = { "noun", "word", "lost", "victim" } },
})

local illness = hilal.lexicon "illness"
local lives = hilal.lexicon "lives"
-- Words behind a number among which what is lost stands, at most.
local object_reach = 4
-- Cues of a sentence that are looked at, at most.
local cue_limit = 12
local ranks = { killed = 1, wounded = 2, missing = 3 }
local other = hilal.word { "آخر", "أخرى", "آخران", "آخرين", "آخرون", "أخريين", "أخريات" }
local possessive = { "هم", "هن", "ها", "هما" }

--- A text without the marks that stand on its words.
local function unmarked(text)
  text = string.gsub(text, "[.:]", " ")
  text = string.gsub(text, "،", " ")
  text = string.gsub(text, "؛", " ")
  return text
end

--- What became of those behind فقد: killed where they lost their lives, nil where they lost something else («فقد 12 عاملا
--- وظائفهم»), else missing.
local function fate(sentence, figure)
  local rest = sentence:after(figure)
  local found = rest and rest:find(lives)
  local lead = found and rest:before(found.span)
  if found and (not lead or lead.words <= object_reach) then
    return "killed"
  end
  -- What is lost stands before a word that governs another noun: «بعد غرق مركبهم».
  local governed = rest and rest:find(claims.governing)
  if governed then
    rest = rest:before(governed.span)
  end
  local count = 0
  for word in string.gmatch(rest and unmarked(rest.text) or "", "%S+") do
    count = count + 1
    if count > object_reach or count == 1 and spans.begins(word, "ال") then
      return count > object_reach and "missing" or nil
    end
    if spans.ends(word, table.unpack(possessive)) and not spans.begins(word, "بين", "من", "ل", "ب") then
      return nil
    end
  end
  return "missing"
end

--- The kind of a cue that stands right before one and is joined to it: «مصرع وإصابة 17», «يقتل ويصيب 9»; nil for none. Of
--- «أن شخصين قتلا وأصيب عشرة», «لقوا حتفهم وأصيب 13» the first has its own number.
local function kind_joined(sentence, cue)
  if sentence:within(cue).text == cue.text then
    return nil
  end
  local lead = spans.right_behind(sentence, cue, cues.any)
  if not lead or spans.ends(lead.text, table.unpack(possessive)) then
    return nil
  end
  local form, kind = claims.read(sentence, cues, lead.span)
  return (form ~= "verb" or spans.begins(lead.text, "ي", "ت")) and kind or nil
end

--- What became of those whom a number counts: where two cues are joined before it, one thing or the other, but for «مقتله
--- وإصابة اثنين آخرين».
local function kind_of(sentence, cue, kind, figure)
  local earlier = kind_joined(sentence, cue)
  if not earlier or earlier == kind or sentence:within(figure):has(other) then
    return kind
  end
  return ranks[earlier] < ranks[kind] and earlier .. " or " .. kind or kind .. " or " .. earlier
end

losses.cue = cues.any

--- The numbers that a cue says something of, and what became of those counted.
function losses.of(sentence, cue)
  local form, kind = claims.read(sentence, cues, cue)
  local found = {}
  if kind == "wounded" and sentence:has(illness) then
    return found
  end
  for index, figure in ipairs(claims.numbers(sentence, cues, cue, form)) do
    local what = form == "lost" and (index == 1 and fate(sentence, figure) or nil) or form ~= "lost" and kind
    if what then
      found[#found + 1] = { figure = figure, kind = kind_of(sentence, cue, what, figure) }
    end
  end
  return found
end

--- Whether a number counts those whom a cue of the sentence tells of.
function losses.count(sentence, figure)
  local rest = sentence
  for _ = 1, cue_limit do
    local found = rest and rest:find(cues.any)
    if not found then
      break
    end
    for _, loss in ipairs(losses.of(sentence, found.span)) do
      if spans.overlap(loss.figure, figure) then
        return true
      end
    end
    rest = rest:after(found.span)
  end
  return false
end

return losses

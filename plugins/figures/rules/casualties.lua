-- How many were killed, wounded or are missing, and who says so.
local claims = require "claims"
local spans = require "spans"

local cues = claims.cues("casualties", {
  { name = "killed", forms = { "verb", "noun", "fate", "phrase", "word", "beside", "victim" } },
  -- إصابة before أصابه, which is written alike.
  { name = "wounded", forms = { "noun", "victim", "verb" } },
  { name = "missing", forms = { "noun", "word", "lost", "victim" } },
})

local labels = {
  killed = "A number of people killed", wounded = "A number of people wounded",
  missing = "A number of people missing",
}
local severities = { killed = "high", wounded = "medium", missing = "medium" }

local illness = hilal.lexicon "illness"
local lives = hilal.lexicon "lives"
-- Words behind a number among which what is lost stands, at most.
local object_reach = 4
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

return hilal.rule {
  id = "casualties",
  title = "A number of casualties",
  on = "sentence",
  fields = { "figure", "value", "unit", "approx", "kind", "claimant", "place", "time" },
  match = cues.any:as "cue",
  check = function(sentence, m)
    local form, kind = claims.read(sentence, cues, m.cue)
    if kind == "wounded" and sentence:has(illness) then
      return nil
    end
    local found = {}
    for index, figure in ipairs(claims.numbers(sentence, cues, m.cue, form)) do
      local what = form == "lost" and (index == 1 and fate(sentence, figure) or nil) or form ~= "lost" and kind
      if what then
        local finding = claims.people(sentence, figure, what, m.cue)
        finding.label = labels[what]
        finding.severity = severities[what]
        found[#found + 1] = finding
      end
    end
    return #found > 0 and found
  end,
}

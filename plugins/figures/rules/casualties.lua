-- How many were killed, wounded or are missing, and who says so.
local claims = require "claims"

local cues = claims.cues("casualties", {
  { name = "killed", forms = { "verb", "noun", "fate", "phrase", "victim" } },
  -- إصابة before أصابه, which is written alike.
  { name = "wounded", forms = { "noun", "victim", "verb" } },
  { name = "missing", forms = { "noun", "victim" } },
})

local labels = {
  killed = "A number of people killed", wounded = "A number of people wounded",
  missing = "A number of people missing",
}
local severities = { killed = "high", wounded = "medium", missing = "medium" }

local illness = hilal.lexicon "illness"

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
      local finding = claims.people(sentence, figure, kind, m.cue)
      finding.label = labels[kind]
      finding.severity = severities[kind]
      found[index] = finding
    end
    return #found > 0 and found
  end,
}

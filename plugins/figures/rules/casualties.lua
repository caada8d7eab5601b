-- How many were killed, wounded or are missing, and who says so.
local claims = require "claims"
local losses = require "losses"

local labels = {
  killed = "A number of people killed", wounded = "A number of people wounded",
  missing = "A number of people missing",
}
local severities = { killed = "high", wounded = "medium", missing = "medium" }

return hilal.rule {
  id = "casualties",
  title = "A number of casualties",
  on = "sentence",
  fields = { "figure", "value", "unit", "approx", "kind", "claimant", "place", "time" },
  match = losses.cue:as "cue",
  check = function(sentence, m)
    local found = {}
    for _, loss in ipairs(losses.of(sentence, m.cue)) do
      local finding = claims.people(sentence, loss.figure, loss.kind, m.cue)
      finding.label = labels[loss.kind]
      finding.severity = severities[loss.kind]
      found[#found + 1] = finding
    end
    return #found > 0 and found
  end,
}

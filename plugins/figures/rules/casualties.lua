-- How many were killed, wounded or are missing (kind: also two of these, as «killed or wounded»), and who says so.
local claims = require "claims"
local losses = require "losses"

local severities = { wounded = "medium", missing = "medium", ["wounded or missing"] = "medium" }

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
      finding.label = "A number of people " .. loss.kind
      finding.severity = severities[loss.kind] or "high"
      found[#found + 1] = finding
    end
    return #found > 0 and found
  end,
}

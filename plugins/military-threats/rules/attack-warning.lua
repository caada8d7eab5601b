-- The one who would attack warns those who would be hit.
local declaration = require "declaration"
local doubts = require "doubts"
local warnings = require "warnings"

return declaration.rule {
  id = "attack-warning",
  title = "Warns of an attack of its own",
  severity = "high",
  match = warnings.pattern,
  check = doubts.without({ "history", "fiction", "cyber", "comment", "guess" }, warnings.decide),
}

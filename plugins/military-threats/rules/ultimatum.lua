-- A term set, with force to follow.
local declaration = require "declaration"
local doubts = require "doubts"
local terms = require "terms"

return declaration.rule {
  id = "ultimatum",
  title = "Sets a term with force to follow",
  severity = "high",
  codes = { cameo = "139", plover = "THREATEN" },
  match = terms.pattern,
  check = doubts.without({ "history", "fiction", "cyber", "comment", "guess" }, terms.decide),
}

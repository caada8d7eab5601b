-- Future force promised: to answer, to crush, to go on fighting.
local declaration = require "declaration"
local doubts = require "doubts"
local vows = require "vows"

return declaration.rule {
  id = "vow",
  title = "Vows to use or go on using armed force",
  severity = "high",
  match = vows.pattern,
  check = doubts.without({ "history", "fiction", "cyber", "comment", "guess", "private", "wanted", "disowned" }, vows.decide),
}

-- A threat said in so many words: the verb, its participle, the verbal noun.
local declaration = require "declaration"
local doubts = require "doubts"
local menace = require "menace"

return declaration.rule {
  id = "explicit",
  title = "Threatens armed force",
  severity = "high",
  match = menace.pattern,
  check = doubts.without({ "history", "fiction", "cyber", "comment", "private", "wanted" }, menace.decide),
}

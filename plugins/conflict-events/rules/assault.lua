-- Physical force that was used: killing, wounding, bombing, shelling, kidnapping, torture, clashes (PLOVER ASSAULT).
-- News of an attack says it in several ways at once: who was hurt, by what, where. Commentary, trials,
-- plans and statistics name the attack and little more, or in words of their own. Each kind of evidence
-- (lib/assault_evidence) is worth some points (lib/assault_points).
local assaults = require "assaults"
local groups = require "assault_evidence"
local worth = require "assault_points"
local codes = require "codes"
local evidence = require "evidence"

return hilal.rule {
  id = "assault",
  title = "Physical force was used",
  severity = "high",
  codes = { cameo = "18", plover = "ASSAULT" },
  on = "sentence",
  fields = { "actor", "target", "place", "time" },
  -- The rest of the sentence belongs to the match, so that there is one call a sentence.
  match = assaults.event:as "first" * hilal.any() ^ 0,
  check = evidence.check(assaults, groups, worth, codes.assault),
}

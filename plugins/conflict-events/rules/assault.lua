-- Physical force that was used: killing, wounding, bombing, shelling, kidnapping, torture, clashes (PLOVER ASSAULT).
--
-- News of an attack says it in several ways at once: who was hurt, by what, where. Commentary, trials,
-- plans and statistics name the attack and little more, or in words of their own. Each kind of evidence
-- (lib/assault_evidence) is worth some points (lib/assault_points).
local assaults = require "assaults"
local groups = require "assault_evidence"
local worth = require "assault_points"
local codes = require "codes"
local evidence = require "evidence"

local weights = evidence.prepare(groups, worth.points)

return hilal.rule {
  id = "assault",
  title = "Physical force was used",
  severity = "high",
  codes = { cameo = "18", plover = "ASSAULT" },
  on = "sentence",
  fields = { "actor", "target", "place", "time" },
  match = assaults.event:as "first",
  check = function(sentence, m)
    -- One finding a sentence: the first of its words of violence calls.
    local before = sentence:before(m.first)
    if before and before:has(assaults.event) then
      return nil
    end
    local threshold = worth.threshold
    local sum = evidence.pro(sentence, weights, assaults.opening(sentence, worth.points), threshold)
    local cue = sum and assaults.cue(sentence)
    if not cue then
      return nil
    end
    sum = evidence.con(sentence, weights, sum + assaults.doubt(sentence, m.first, cue, worth.points), threshold)
    if not sum or sum < threshold then
      return nil
    end
    local actor, target = assaults.parties(sentence, cue)
    return {
      span = cue,
      actor = actor,
      target = target,
      place = sentence:place_near(cue),
      time = sentence:time_near(cue),
      codes = { cameo = codes.assault(sentence), plover = "ASSAULT" },
      score = evidence.score(sum, threshold, worth.range),
    }
  end,
}

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
  -- The rest of the sentence belongs to the match, so that there is one call a sentence.
  match = assaults.event:as "first" * hilal.any() ^ 0,
  check = function(sentence, m)
    local threshold = worth.threshold
    local sum = evidence.pro(sentence, weights, threshold - assaults.best_opening(worth.points))
    sum = sum and sum + assaults.opening(sentence, worth.points)
    local cue = sum and sum >= threshold and assaults.cue(sentence)
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
      time = sentence:time_near(cue, { "DATE", "TIME" }),
      codes = { cameo = codes.assault(sentence), plover = "ASSAULT" },
      score = evidence.score(sum, threshold, worth.range),
    }
  end,
}

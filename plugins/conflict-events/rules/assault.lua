-- Physical force that was used: killing, wounding, bombing, shelling, kidnapping, torture, clashes (PLOVER ASSAULT).
--
-- News of an attack says it in several ways at once: who was hurt, by what, where. Commentary, trials,
-- plans and statistics name the attack and little more, or in words of their own. Each kind of evidence
-- (lib/assault_evidence) is worth some points (lib/assault_points).
local assaults = require "assaults"
local groups = require "assault_evidence"
local worth = require "assault_points"
local evidence = require "evidence"

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
    local cue = assaults.cue(sentence)
    local others = assaults.circumstances(sentence, m.first, cue)
    local sum = evidence.weigh(sentence, groups, worth.points, worth.threshold, others)
    if not sum then
      return nil
    end
    return {
      span = cue,
      actor = sentence:subject_of(cue),
      target = sentence:target_of(cue),
      place = sentence:place_near(cue),
      time = sentence:time_near(cue),
      score = evidence.score(sum, worth.threshold, worth.span),
    }
  end,
}

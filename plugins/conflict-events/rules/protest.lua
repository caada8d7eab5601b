-- People took to the streets or stopped work: demonstrations, marches, sit-ins, strikes, riots (PLOVER PROTEST).
--
-- The report says that protesters or a crowd came out, where and what for. Calls, bans, arrests and
-- analysis name protests too; what protesters shouted or held up is a detail of a report made elsewhere.
-- Each kind of evidence (lib/protest_evidence) is worth some points (lib/protest_points).
local protests = require "protests"
local groups = require "protest_evidence"
local worth = require "protest_points"
local codes = require "codes"
local evidence = require "evidence"

local weights = evidence.prepare(groups, worth.points)

return hilal.rule {
  id = "protest",
  title = "People protested",
  severity = "medium",
  codes = { cameo = "14", plover = "PROTEST" },
  on = "sentence",
  fields = { "actor", "target", "place", "time" },
  match = protests.event:as "first",
  check = function(sentence, m)
    -- One finding a sentence: the first of its words of protest calls.
    local before = sentence:before(m.first)
    if before and before:has(protests.event) then
      return nil
    end
    local threshold = worth.threshold
    local sum = evidence.pro(sentence, weights, protests.opening(sentence, m.first, worth.points), threshold)
    local cue = sum and protests.cue(sentence)
    if not cue then
      return nil
    end
    sum = evidence.con(sentence, weights, sum + protests.doubt(sentence, m.first, cue, worth.points), threshold)
    if not sum or sum < threshold then
      return nil
    end
    return {
      span = cue,
      actor = sentence:subject_of(cue),
      target = sentence:target_of(cue),
      place = sentence:place_near(cue),
      time = sentence:time_near(cue),
      codes = { cameo = codes.protest(sentence), plover = "PROTEST" },
      score = evidence.score(sum, threshold, worth.range),
    }
  end,
}

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
  -- The rest of the sentence belongs to the match, so that there is one call a sentence.
  match = protests.event:as "first" * hilal.any() ^ 0,
  check = function(sentence, m)
    local threshold = worth.threshold
    local sum = evidence.pro(sentence, weights, threshold - protests.best_opening(worth.points))
    sum = sum and sum + protests.opening(sentence, m.first, worth.points)
    local cue = sum and sum >= threshold and protests.cue(sentence)
    if not cue then
      return nil
    end
    sum = evidence.con(sentence, weights, sum + protests.doubt(sentence, m.first, cue, worth.points), threshold)
    if not sum or sum < threshold then
      return nil
    end
    return {
      span = cue,
      actor = protests.actor(sentence, cue),
      target = protests.target(sentence),
      place = sentence:place_near(cue),
      time = sentence:time_near(cue, { "DATE", "TIME" }),
      codes = { cameo = codes.protest(sentence), plover = "PROTEST" },
      score = evidence.score(sum, threshold, worth.range),
    }
  end,
}

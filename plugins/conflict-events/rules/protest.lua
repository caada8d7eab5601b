-- People took to the streets or stopped work: demonstrations, marches, sit-ins, strikes, riots (PLOVER PROTEST).
-- The report says that protesters or a crowd came out, where and what for. Calls, bans, arrests and
-- analysis name protests too; what protesters shouted or held up is a detail of a report made elsewhere.
-- Each kind of evidence (lib/protest_evidence) is worth some points (lib/protest_points).
local protests = require "protests"
local groups = require "protest_evidence"
local worth = require "protest_points"
local codes = require "codes"
local evidence = require "evidence"

return hilal.rule {
  id = "protest",
  title = "People protested",
  severity = "medium",
  codes = { cameo = "14", plover = "PROTEST" },
  on = "sentence",
  fields = { "actor", "target", "place", "time" },
  -- The rest of the sentence belongs to the match, so that there is one call a sentence.
  match = protests.event:as "first" * hilal.any() ^ 0,
  check = evidence.check(protests, groups, worth, codes.protest),
}

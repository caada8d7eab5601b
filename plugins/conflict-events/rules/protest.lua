-- People took to the streets or stopped work: demonstrations, marches, sit-ins, strikes, riots (PLOVER PROTEST).
--
-- The report says that protesters or a crowd came out, where and what for. Calls, bans, arrests and
-- analysis name protests too; what protesters shouted or held up is a detail of a report made elsewhere.
local p = require "protests"
local evidence = require "evidence"

local gap = hilal.gap
local threshold = 8
local long_sentence = 60

local points = {
  { 3, p.gathered * gap(0, 4) * p.protesters },
  { 2, p.rioted * gap(0, 4) * p.protesters },
  { 2, p.marched * gap(0, 4) * p.people },
  { 2, (p.began + p.gathered) * gap(0, 4) * p.new_protest },
  { 2, p.began * gap(0, 3) * p.known_protest },
  { 1, p.gathered * gap(0, 4) * p.crowd },
  { 1, p.took_to * gap(0, 3) * p.people },
  { 1, p.crowd * gap(0, 2) * p.protesters },
  { 1, (p.gathered + p.marched) * gap(0, 20) * p.aim },
  { 1, (p.gathered + p.marched) * gap(0, 10) * p.streets },
  { 1, p.new_protest },
  { 1, p.aim },
  { 1, p.streets },
  { 1, p.place },
  { 1, p.yesterday },
  { 1, p.chanted },
  { -2, p.chanted * gap(0, 2) * p.protesters },
  { -1, p.talk },
  { -1, p.done_to },
  { -1, p.crackdown },
  { -1, p.relative * gap(0, 1) * (p.marched + p.gathered + p.rioted) },
}

--- The word that says what happened, the plainest first.
local cues = {
  p.gathered:as "cue" * gap(0, 4) * p.protesters,
  p.rioted:as "cue" * gap(0, 4) * p.protesters,
  p.marched:as "cue",
  (p.began + p.gathered) * gap(0, 4) * p.protest:as "cue",
  p.gathered:as "cue" * gap(0, 4) * p.crowd,
  p.took_to:as "cue" * gap(0, 3) * p.people,
  p.protest:as "cue",
  p.protesters * gap(0, 3) * (p.gathered + p.rioted):as "cue",
  p.chanted:as "cue" * gap(0, 3) * p.people,
}

local event = p.marched + p.protest + p.protesters + p.gathered * gap(0, 5) * p.crowd

return hilal.rule {
  id = "protest",
  title = "People protested",
  severity = "medium",
  codes = { cameo = "14", plover = "PROTEST" },
  on = "sentence",
  fields = { "actor", "target", "place", "time" },
  match = event:as "first",
  check = function(sentence, m)
    -- One finding a sentence: the first of its words of protest calls.
    local before = sentence:before(m.first)
    if before and before:has(event) then
      return nil
    end
    local sum = evidence.sum(sentence, points)
    if before and before:has(p.talk) then
      sum = sum - 1
    end
    if before and before:has(p.crackdown) then
      sum = sum - 1
    end
    if sentence.words > long_sentence then
      sum = sum - 1
    end
    local cue = evidence.cue(sentence, cues)
    if not cue or not evidence.is_asserted(m.first) then
      sum = sum - 2
    end
    if not cue or sum < threshold then
      return nil
    end
    return {
      span = cue,
      actor = sentence:subject_of(cue),
      target = sentence:target_of(cue),
      place = sentence:place_near(cue),
      time = sentence:time_near(cue),
      score = evidence.score(sum, threshold),
    }
  end,
}

-- How a report of physical force is read: its event, its cue, the points that no single pattern gives.
local w = require "words"
local evidence = require "evidence"

local gap = hilal.gap
local assaults = {}

assaults.event = w.event

--- The word that says what happened, the plainest first.
local cues = {
  (w.deed + w.harm):as "cue" * gap(0, 3) * (w.victims + w.armed),
  (w.victims + w.armed) * gap(0, 4) * w.deed:as "cue",
  w.blew_up:as "cue",
  w.fired:as "cue" * gap(0, 14) * w.weapon,
  w.launched * gap(0, 5) * w.attack:as "cue",
  (w.carried_out + w.launched) * gap(0, 4) * w.air_strike:as "cue",
  w.suffered:as "cue" * gap(0, 20) * w.abuses,
  w.deed:as "cue",
  w.attack:as "cue",
  w.air_strike:as "cue",
  w.deed_noun:as "cue",
  w.weapon:as "cue",
  w.event:as "cue",
}
local deed = (w.deed + w.fired * gap(0, 8) * w.weapon):as "deed"
local wish = w.about "wish"
local nature = w.about "nature"
local force = w.means + w.gunmen
local noun_phrase = ((hilal.any() - w.deed) ^ 1):as "phrase"

function assaults.cue(sentence)
  return evidence.cue(sentence, cues)
end

--- Who did it and to whom. Arabic seldom writes whether قتل is active: who is counted, or bears no arms, is the victim.
function assaults.parties(sentence, cue)
  local actor, target = sentence:subject_of(cue), sentence:target_of(cue)
  local phrase = actor and sentence:within(actor)
  local row = phrase and phrase:find(w.row)
  if row then
    return row.actor, row.target
  end
  local party = phrase and phrase:find(noun_phrase)
  actor = party and party.phrase or actor
  local verb = sentence:within(cue)
  if phrase and verb and verb:has(w.suffering) and (phrase:has(w.number) or not phrase:has(w.armed)) then
    return nil, actor
  end
  return actor, target
end

--- The most that `opening` gives.
function assaults.best_opening(points)
  return math.max(points["deed opens"], points["deed early"])
end

--- The points for where the deed stands: news begins with it.
function assaults.opening(sentence, points)
  local found = sentence:find(deed)
  local before = found and sentence:before(found.deed)
  local words = before and before.words or 0
  if not found or words > 8 then
    return 0
  end
  return words < 3 and points["deed opens"] or points["deed early"]
end

--- The points against what is long, not real, behind a word of wishing, or an accident in which nobody used force.
function assaults.doubt(sentence, first, cue, points)
  local before = sentence:before(cue)
  return evidence.sum(points, {
    { sentence.words > 45, "long" },
    { evidence.is_long_ago(sentence), "long ago" },
    { not evidence.is_real(first), "first unreal" },
    { not evidence.is_real(cue), "cue unreal" },
    { before and before:has(wish), "wish before" },
    { sentence:has(nature) and not sentence:has(force), "accident" },
  })
end

return assaults

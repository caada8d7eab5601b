-- The fields of a finding: who threatens whom, where, when.
local actors = require "actors"
local circumstances = require "circumstances"
local phrases = require "phrases"
local targets = require "targets"
local util = require "util"
local words = require "words"

local parties = {
  at = phrases.at,
  teller = actors.teller,
  last_armed = actors.last_armed,
  readier = actors.readier,
  governor = actors.governor,
  foe = targets.foe,
  hit = targets.hit,
  campaign_target = targets.campaign_target,
}

--- Whether who says the words of a cue commands arms or speaks for a state or a fighting body.
function parties.spoken_by_power(sentence, cue)
  return util.is_power(sentence, cue.source) or util.is_power(sentence, parties.teller(sentence, cue))
end

local deed = (words.attack_masdar + words.kill_masdar + words.fight_masdar + words.free_masdar):as "deed"
local deed_behind = hilal.gap(0, 3) * deed

-- A span unless it shares words with others.
local function distinct(span, ...)
  if not span then
    return nil
  end
  for _, other in ipairs({ ... }) do
    if other and util.overlap(span, other) then
      return nil
    end
  end
  return span
end

-- A span unless its words say what another's do: a place that is the target.
local function unlike(span, other)
  return span and other and span.text == other.text and nil or span
end

--- A finding. `force` is the word of force whose target counts when the cue has no object; `known` holds
--- fields that the rule knows better, and `objectless` where the cue's object is no target (حشد القوات),
--- `passive` where its subject is no actor.
function parties.finding(sentence, cue, force, score, known)
  known = known or {}
  local actor = distinct(phrases.party_or_nil(sentence, known.actor), cue, force)
  if not actor and not known.passive then
    actor = distinct(actors.actor(sentence, cue), cue, force)
  end
  local target, place = known.target, known.place
  local behind = not force and not target and not targets.answered(sentence, cue) and util.next(sentence, cue, deed_behind)
  if behind and targets.is_aside(util.between(sentence, cue, behind.deed)) then
    behind = nil
  end
  force = force or behind and behind.deed or nil
  if force and not target then
    target = not known.objectless and targets.addressed(sentence, cue, force)
    if not target then
      target, place = targets.aimed_at(sentence, force)
    end
  end
  target = distinct(targets.possible(sentence, targets.meant(sentence, target)), actor, force)
  if not target and not known.objectless then
    target = distinct(targets.possible(sentence, targets.meant(sentence, targets.hit(sentence, cue, force))), actor, force)
  end
  target = target or distinct(targets.opponent(sentence, cue), actor, force)
  return {
    span = cue,
    actor = actor,
    target = target,
    place = unlike(distinct(place or circumstances.place(sentence, cue, force, known.objectless, target), actor, target), target),
    time = distinct(circumstances.time(sentence, cue, force), cue, force),
    cue = cue,
    score = score,
  }
end

return parties

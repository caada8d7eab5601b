-- Physical force that was used: killing, wounding, bombing, shelling, kidnapping, torture, clashes (PLOVER ASSAULT).
--
-- News of an attack says it in several ways at once: who was hurt, by what, where. Commentary, trials,
-- plans and statistics name the attack and little more, or in words of their own. Each kind of evidence
-- is worth some points.
local w = require "words"
local evidence = require "evidence"

local gap = hilal.gap
local threshold = 5
local long_sentence = 45

local points = {
  { 2, w.wounded * gap(0, 2) * w.victims },
  { 1, w.killed * gap(0, 2) * w.victims },
  { 1, w.victims * gap(0, 4) * (w.hurt - w.relative) },
  { 1, w.harm * gap(0, 3) * w.victims },
  { 1, w.led_to * gap(0, 6) * (w.harm + w.casualty) },
  { 1, (w.harm + w.hurt) * gap(0, 14) * w.means },
  { 1, w.fired * gap(0, 8) * w.weapon },
  { 1, w.fell * gap(0, 3) * w.weapon },
  { 1, w.launched * gap(0, 5) * w.new_attack },
  { 1, w.carried_out * gap(0, 6) * w.deed_noun },
  { 1, w.suffered * gap(0, 8) * w.abuses },
  { 1, w.attack * gap(0, 2) * w.weapon },
  { 2, w.attack_phrase },
  { 2, w.weapon },
  { 1, w.armed * gap(0, 3) * (w.deed - w.relative) },
  { 1, w.deed * gap(0, 1) * w.armed },
  { 1, w.hands * gap(0, 2) * w.armed },
  { 1, w.seized * gap(0, 3) * (w.victims + w.armed) },
  { 1, w.seized },
  { 1, hilal.time() * gap(0, 1) * (w.attack + w.harm) },
  { 1, w.people },
  { 1, w.place },
  { -2, w.unreal },
  { -2, w.retrospect },
  { -1, w.aftermath },
  { -2, w.other_kind },
  { -1, w.casualty },
  { -1, w.relative * gap(0, 1) * w.any_deed },
  { -1, w.since * gap(0, 1) * (w.attack + w.harm + w.deed_noun) },
}

--- The word that says what happened, the plainest first.
local cues = {
  w.deed:as "cue" * gap(0, 3) * (w.victims + w.armed),
  (w.victims + w.armed) * gap(0, 4) * (w.deed - w.relative):as "cue",
  w.harm:as "cue" * gap(0, 3) * w.victims,
  w.blew_up:as "cue" * gap(0, 3) * (w.weapon + w.himself),
  w.fired:as "cue" * gap(0, 8) * w.weapon,
  w.launched * gap(0, 5) * w.new_attack:as "cue",
  w.attack_phrase:as "cue",
  w.deed:as "cue",
  w.new_attack:as "cue",
  w.deed_noun:as "cue",
  w.weapon:as "cue",
}

local event = w.deed + w.attack + w.weapon + w.casualty + w.harm + w.deed_noun

return hilal.rule {
  id = "assault",
  title = "Physical force was used",
  severity = "high",
  codes = { cameo = "18", plover = "ASSAULT" },
  on = "sentence",
  fields = { "actor", "target", "place", "time" },
  match = event:as "first",
  check = function(sentence, m)
    -- One finding a sentence: the first of its words of violence calls.
    local before = sentence:before(m.first)
    if before and before:has(event) then
      return nil
    end
    local sum = evidence.sum(sentence, points)
    if before and before:has(w.retrospect) then
      sum = sum - 1
    end
    if sentence.words > long_sentence then
      sum = sum - 1
    end
    local cue = evidence.cue(sentence, cues)
    if not cue or not evidence.is_asserted(m.first) then
      sum = sum - 1
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

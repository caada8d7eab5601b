-- How a report of physical force is read: its event, its cue, the circumstances that no single pattern says.
local w = require "words"
local evidence = require "evidence"

local gap = hilal.gap
local assaults = {}

assaults.event = w.event

--- The word that says what happened, the plainest first.
local cues = {
  w.deed:as "cue" * gap(0, 3) * (w.victims + w.armed),
  (w.victims + w.armed) * gap(0, 4) * (w.deed - w.relative):as "cue",
  w.harm:as "cue" * gap(0, 3) * w.victims,
  w.blew_up:as "cue",
  w.fired:as "cue" * gap(0, 14) * w.weapon,
  w.launched * gap(0, 5) * w.new_attack:as "cue",
  (w.carried_out + w.launched) * gap(0, 4) * w.air_strike:as "cue",
  w.suffered:as "cue" * gap(0, 20) * w.abuses,
  w.deed:as "cue",
  w.new_attack:as "cue",
  w.air_strike:as "cue",
  w.deed_noun:as "cue",
  w.weapon:as "cue",
  w.event:as "cue",
}
local deed = w.deed:as "deed"
local wish = w.about "wish"

function assaults.cue(sentence)
  return evidence.cue(sentence, cues)
end

local function is_unreal(span)
  return span.polarity ~= "asserted" or span.modality ~= "fact"
end

--- The names of the circumstances: length, where the deed stands, whether the event is denied, a condition, a wish.
function assaults.circumstances(sentence, first, cue)
  local names = {}
  local function note(condition, name)
    if condition then
      names[#names + 1] = name
    end
  end
  note(sentence.words > 45, "long")
  note(sentence.words > 30, "longish")
  local found = sentence:find(deed)
  local before = found and sentence:before(found.deed)
  local words = before and before.words or 0
  note(found and words < 3, "deed opens")
  note(found and words >= 3 and words < 9, "deed early")
  note(is_unreal(first), "first unreal")
  note(is_unreal(cue), "cue unreal")
  local talk = sentence:before(cue)
  note(talk and talk:has(wish), "wish before")
  return names
end

return assaults

-- How a report of physical force is read: its event, its cue, the points that no single pattern gives. Whom it names: assault_parties.
local w = require "words"
local war = require "warfare"
local evidence = require "evidence"
local phrases = require "phrases"
local parties = require "assault_parties"
local part = require "assault_part"

local gap = hilal.gap
local assaults = {}

assaults.event = w.event + war.event

--- The word that says what happened, the plainest first.
local cues = {
  w.bodies:as "cue" * w.marks,
  (w.deed + w.harm):as "cue" * gap(0, 3) * (w.victims + w.armed),
  (w.victims + w.armed) * gap(0, 4) * w.deed:as "cue",
  w.met * w.fate:as "cue",
  w.blew_up:as "cue",
  w.fired:as "cue" * gap(0, 14) * w.weapon,
  w.launched * gap(0, 5) * w.attack:as "cue",
  (w.carried_out + w.launched) * gap(0, 4) * w.air_strike:as "cue",
  w.suffered:as "cue" * gap(0, 20) * w.abuses,
  w.announced,
  w.deed:as "cue",
  w.attack:as "cue",
  w.air_strike:as "cue",
  w.deed_noun:as "cue",
  w.weapon:as "cue",
  w.event:as "cue",
  war.event:as "cue",
}
local nature = w.nature + w.crashed
-- What a sentence is about where it stands before the event; behind a report it is the report's background.
local topics = {
  { "wish before", w.about "wish" },
  { "prevent before", w.about "prevent" },
  { "captives", w.about "captives" },
  { "inquiry", w.about "inquiry" },
  { "memory", w.memory },
  { "accuse before", w.accuse },
  { "condemn before", w.about "condemn" },
  { "money", w.about "money" },
  { "arms", w.about "arms" },
}
local finding = w.about "found"
local by_force = w.gunmen + w.fired * gap(0, 8) * w.weapon + w.air_strike + w.fell_on * gap(0, 2) * w.weapon
local force = w.means + w.gunmen
local unidentified = hilal.lexicon "unidentified"

assaults.parties = parties.of
assaults.time = part.time

-- «غارات على حلب», «الهجوم الانتحاري على مدينة الرقة»: a town on which an attack falls is where it falls.
local falls_on = (w.attack_noun + w.shelling + w.weapon) * gap(0, 4) * hilal.word "على"
  * (w.place:as "where" + (hilal.any() - w.place):as "head" * w.place:as "where")
local class = hilal.lexicon("org_heads", { type = "GPEcontext" }) + hilal.lexicon("org_heads", { type = "LOCcontext" })

-- Where no preposition of place says it.
local function fallen_on(sentence)
  local found = sentence:find(falls_on)
  local is_named = found and found.head and phrases.has(sentence, found.head, class)
  return is_named and phrases.joined(sentence, found.head, found.where) or found and found.where
end

local any = hilal.any():as "word"
-- «سهلان: مقتل ثلاثة»: the land before a headline.
local function dateline(sentence)
  local first = sentence.field == "title" and sentence.entities[1]
  local is_first = first and first.type == "GPE" and first.start == sentence.span.start
  local rest = is_first and sentence:after(first)
  local following = rest and rest:find(any)
  local between = following and phrases.between(sentence, first, following.word)
  return between and (string.find(between, "^%s*:") or string.find(between, "^%s*%.%.")) and first or nil
end

--- Where it happened.
function assaults.place(sentence, cue)
  return part.place(sentence, cue) or fallen_on(sentence) or dateline(sentence)
end

-- Words before a headline: «سهلان: مسلحون يقتلون شابا».
local ahead = 1
local function opening(sentence, pattern)
  local head = sentence:find(pattern)
  local before = head and sentence:before(head.span)
  return head and (not before or before.words <= ahead) and head or nil
end

function assaults.cue(sentence)
  local head = opening(sentence, w.headline) or opening(sentence, w.announced)
  return head and head.cue or evidence.cue(sentence, cues)
end

local deed = (w.deed + w.died + w.fell * gap(0, 2) * w.weapon + w.carried_out * gap(0, 6) * w.deed_noun + w.fired * gap(0, 8) * w.weapon
  + (w.launched + w.carried_out) * gap(0, 4) * (w.attack + w.air_strike) + w.death * gap(0, 3) * w.victims + w.announced
  + w.attack_kills
  + war.side_hit + war.launched + war.launches + war.fighting + war.strikes_on + war.deed_by_side + war.claimed):as "deed"

--- The most that `opening` gives.
function assaults.best_opening(points)
  return math.max(points["headline"], points["noun headline"], points["deed opens"], points["deed early"])
end

--- The points for where the report stands: news begins with it.
function assaults.opening(sentence, _, points)
  if opening(sentence, w.headline) then
    return points["headline"]
  end
  local found = sentence:find(deed)
  local before = found and sentence:before(found.deed)
  local words = before and before.words or 0
  local head = sentence:find(war.noun_headline)
  if head and not sentence:before(head.span) then
    return points["noun headline"]
  end
  if not found or words > 9 then
    return 0
  end
  return words < 3 and points["deed opens"] or points["deed early"]
end

-- «رهائن خطفتهم الحركة»: whom a pronoun names is known; the deed is told again. What و and ف join goes on with the report.
local takes = w.takes:as "deed"
local pronouns = { "ه$", "ها$", "هم$", "هن$", "هما$" }
local function is_known(sentence, cue)
  local found = sentence:find(takes)
  if not found or found.deed.start ~= cue.start or string.find(cue.text, "^و") or string.find(cue.text, "^ف") then
    return false
  end
  for _, pronoun in ipairs(pronouns) do
    if string.find(found.deed.text, pronoun) then
      return true
    end
  end
  return false
end

--- The points against what is long, not real, behind another topic, or an accident in which nobody used force.
function assaults.doubt(sentence, first, cue, points)
  local is_accident = sentence:has(nature) and not sentence:has(by_force)
  local is_unidentified = sentence:has(unidentified)
  local signs = {
    { sentence.words > 45, "long" },
    { evidence.is_long_ago(sentence), "long ago" },
    { not is_unidentified and not evidence.is_real(first), "first unreal" },
    { not is_unidentified and not evidence.is_real(cue), "cue unreal" },
    { sentence:has(finding) and not sentence:has(w.marked_bodies), "found" },
    { is_known(sentence, cue), "known victim" },
    { is_accident, "nature" },
    { is_accident and not sentence:has(force), "accident" },
  }
  local before = sentence:before(cue)
  if before then
    for _, topic in ipairs(topics) do
      signs[#signs + 1] = { before:has(topic[2]), topic[1] }
    end
  end
  return evidence.sum(points, signs)
end

return assaults

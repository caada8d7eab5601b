-- Whether a cue says that parties meet, and who they are: one function for each kind of cue, called with
-- the sentence and the cue; each gives the list of participants, or nil.
local sides = require "sides"
local text = require "text"
local words = require "words"

local judge = {}

local with_near = hilal.gap(0, 14) * words.with:as "with"
local between_near = hilal.gap(0, 5) * words.between:as "with"
local counterpart_near = hilal.gap(0, 2) * hilal.noun("نظير", { "نظراء" }):as "with"
local on_visit = hilal.lexicon "on_visit"
local together_near = hilal.gap(0, 2) * words.brought_them
local goal_near = hilal.gap(0, 9) * words.to + hilal.gap(0, 5) * hilal.entity "GPE"
  + hilal.gap(0, 4) * words.ordinal
-- One word for several parties: a meeting needs no other then.
local plural = hilal.lexicon "plurals"
-- A verb that holds a meeting stands at most so many words before its noun.
local hold_reach = 16
local definite_reach = 3

local function is_definite(cue)
  return text.begins(cue.text, "ال")
end

--- The parties behind a word that joins them to the cue, within its clause.
local function joined(sentence, cue, pattern)
  local found = text.follows(sentence, cue, pattern)
  if not found or not text.is_clause(text.between(sentence, cue, found.with)) then
    return {}
  end
  return sides.from(sentence, sentence:after(found.with))
end

--- Whether a verb agrees with several: أجروا، التقيا، يلتقيان.
local function is_plural(verb)
  return text.ends(verb.text, "ا", "ان", "ون")
end

--- Those who act: the subject and who is joined to it; before a verb in the plural all who are named.
local function actors(sentence, verb)
  local subject = sentence:subject_of(verb)
  local list = subject and sides.add({ subject }, sides.from(sentence, subject)) or {}
  if subject and subject.type == "PER" and subject.stop <= verb.start and is_plural(verb) then
    local before = sides.people_before(sentence, verb)
    list = sides.add(before, list)
  end
  return list, subject
end

local function is_several(sentence, party)
  return text.within(sentence, party, plural)
end

--- The list without what is no party; nil unless somebody in office is among them and there are enough.
local function accept(sentence, cue, list, needed)
  local members = sides.only(sentence, list, function(_, party)
    return not text.overlap(party, cue)
      and (sides.is_someone(sentence, party) or sides.is_body(sentence, party))
  end)
  if not sides.any(sentence, members, sides.is_official) then
    return nil
  end
  if #members >= needed or sides.any(sentence, members, is_several) then
    return members
  end
  return nil
end

--- Whom the subject of a verb meets: behind مع, as its object, or named behind it.
local function partners(sentence, cue, list)
  local found = joined(sentence, cue, with_near)
  -- مع may join something else: ناقش معهم مشاكل العمل.
  if not sides.any(sentence, found, sides.is_someone) and not sides.any(sentence, found, sides.is_body) then
    local object = sentence:target_of(cue)
    found = sides.only(sentence, sides.from(sentence, object), sides.is_someone)
    sides.add(found, sides.people_behind(sentence, cue))
  end
  sides.add(list, found)
  if #list < 2 then
    sides.add(list, sides.groups_behind(sentence, cue, list))
  end
  return list
end

function judge.meet(sentence, cue)
  local list, subject = actors(sentence, cue)
  if subject and not sides.is_someone(sentence, subject) then
    return nil
  end
  -- استقبله: the guest is a pronoun.
  local needed = text.ends(cue.text, "ه", "ها", "هم") and 1 or 2
  return accept(sentence, cue, partners(sentence, cue, list), needed)
end

function judge.receive(sentence, cue)
  return sentence:subject_of(cue) and judge.meet(sentence, cue)
end

function judge.visit(sentence, cue)
  local list, subject = actors(sentence, cue)
  if not subject or not sides.is_someone(sentence, subject) then
    return nil
  end
  local object = sentence:target_of(cue)
  if not object or not (sides.is_body(sentence, object) or sides.is_someone(sentence, object)) then
    return nil
  end
  return accept(sentence, cue, list, 1)
end

function judge.discuss(sentence, cue)
  local list, subject = actors(sentence, cue)
  if subject and (not sides.is_someone(sentence, subject)
    or text.within(sentence, subject, words.council)) then
    return nil
  end
  local found = joined(sentence, cue, with_near)
  -- Talks are with somebody, not with a thing: «تناول الكتاب مع الوثائق».
  if #found > 0 and not sides.any(sentence, found, sides.is_someone) then
    return nil
  end
  return accept(sentence, cue, sides.add(list, found), 2)
end

function judge.discussing(sentence, cue)
  local found = sides.only(sentence, joined(sentence, cue, with_near), sides.is_someone)
  if #found == 0 then
    return nil
  end
  return accept(sentence, cue, sides.add(actors(sentence, cue), found), 2)
end

--- The verb that holds the meeting a noun names: عقد الوزير اجتماعا. A definite noun is mostly another's.
local function holder(sentence, cue)
  local found, distance = text.last_before(sentence, cue, words.hold)
  local reach = is_definite(cue) and definite_reach or hold_reach
  return found and distance <= reach and found.hold or nil
end

--- Whose meeting it is that a pronoun makes somebody's: «بحث الوزير، خلال لقائه بالسفير».
local function owner(sentence, cue)
  local subject = text.ends(cue.text, "ه", "ها", "هم") and sentence:subject_of(cue)
  return subject and sides.is_someone(sentence, subject) and { subject } or {}
end

--- Whether a noun is the purpose of a journey: للقاء.
local function is_purpose(sentence, cue)
  local word = sentence:within(cue).text
  return word ~= cue.text and text.begins(word, "ل", "ول")
end

--- «وقع فلان وفلان، خلال لقاء جمعهما، …»: those named before.
local function together(sentence, cue)
  if not text.follows(sentence, cue, together_near) then
    return nil
  end
  local list = sides.people_before(sentence, cue)
  return accept(sentence, cue, #list > 0 and list or sides.before(sentence, cue), 2)
end

function judge.meeting(sentence, cue)
  local list = joined(sentence, cue, between_near)
  sides.add(list, joined(sentence, cue, with_near))
  local counterpart = text.follows(sentence, cue, counterpart_near)
  if counterpart then
    sides.add(list, sides.from(sentence, counterpart.with))
  end
  local time = text.follows(sentence, cue, words.time)
  local direct = sentence:after(time and time.span or cue)
  if direct then
    sides.add(list, sides.from(sentence, direct))
  end
  local hold = holder(sentence, cue)
  if hold then
    sides.add(list, actors(sentence, hold))
  elseif is_purpose(sentence, cue) then
    sides.add(list, sides.before(sentence, cue))
  elseif #list == 1 then
    sides.add(list, owner(sentence, cue))
  end
  return accept(sentence, cue, list, hold and 1 or 2) or together(sentence, cue)
end

judge.talks = judge.meeting
judge.negotiation = judge.meeting

--- A summit's name may be followed by a place: only those count who are joined to it, or who hold it.
function judge.summit(sentence, cue)
  local list = joined(sentence, cue, between_near)
  sides.add(list, joined(sentence, cue, with_near))
  local hold = holder(sentence, cue)
  if hold then
    sides.add(list, actors(sentence, hold))
  end
  return accept(sentence, cue, list, 2) or together(sentence, cue)
end

--- Only who attended a reception met the host; receptions as such are ceremonies.
function judge.reception(sentence, cue)
  local found, distance = text.last_before(sentence, cue, words.attend)
  return found and distance == 0 and judge.meeting(sentence, cue)
end

--- Two who did something during a call are those who telephoned: «اتفق فلان وفلان أثناء اتصال هاتفي».
function judge.call(sentence, cue)
  if not sentence:has(words.phone) then
    return nil
  end
  return judge.meeting(sentence, cue) or accept(sentence, cue, sides.people_before(sentence, cue), 2)
end

function judge.phone(sentence, cue)
  return sentence:has(words.phone) and judge.meet(sentence, cue)
end

function judge.sit(sentence, cue)
  return accept(sentence, cue, actors(sentence, cue), 2)
end

function judge.attend(sentence, cue)
  return accept(sentence, cue, sides.people_behind(sentence, cue), 1)
end

--- Whether the words before a visit say that who is named there makes it: في زيارة، بزيارة، أنهى زيارة.
local function is_on_visit(sentence, cue)
  local found, distance = text.last_before(sentence, cue, on_visit)
  local word = sentence:within(cue).text
  return found and distance <= 1 or word ~= cue.text and text.begins(word, "ب", "ل")
    or text.ends(cue.text, "ه", "ها")
end

--- A visit counts with its visitor and its goal, or with being called the first.
function judge.trip(sentence, cue)
  local list = {}
  local rest = sentence:after(cue)
  if rest then
    sides.add(list, sides.only(sentence, sides.from(sentence, rest), sides.is_someone))
  end
  if #list == 0 then
    sides.add(list, sides.person_near(sentence, cue))
  end
  if #list == 0 and not is_definite(cue) and is_on_visit(sentence, cue) then
    sides.add(list, sides.before(sentence, cue))
  end
  if not text.follows(sentence, cue, goal_near) and not sides.place_behind(sentence, cue) then
    return nil
  end
  return accept(sentence, cue, list, 1)
end

return judge

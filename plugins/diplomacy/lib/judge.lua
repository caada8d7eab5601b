-- Whether a cue says that parties meet, and who they are: one function for each kind of cue, called with
-- the sentence and the cue; each gives the list of participants, or nil.
local roster = require "roster"
local sides = require "sides"
local text = require "text"
local words = require "words"

local judge = {}

local with_near = hilal.gap(0, 14) * words.with:as "with"
local between_near = hilal.gap(0, 5) * words.between:as "with"
local also_with = hilal.gap(0, 14) * hilal.word { "ومع" }:as "with"
local present_near = hilal.gap(0, 14) * words.present:as "with"
local that_near = hilal.gap(0, 2) * words.hold
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
-- So many where its subject is a pronoun.
local absent_reach = 5
-- Sentences that may stand between a meeting and who attended it, and one more.
local told_reach = 6

local function is_definite(cue)
  return text.begins(cue.text, "ال")
end

--- The parties behind a word that joins them to the cue, within its clause, and those behind ومع after them.
local function joined(sentence, cue, pattern)
  local found = text.follows(sentence, cue, pattern)
  if not found or not text.is_clause(text.between(sentence, cue, found.with)) then
    return {}
  end
  local list = sides.from(sentence, sentence:after(found.with))
  local again = #list > 0 and text.follows(sentence, list[#list], also_with)
  if again and text.is_clause(text.between(sentence, list[#list], again.with)) then
    sides.add(list, sides.from(sentence, sentence:after(again.with)))
  end
  return list
end

--- Those in whose presence something is held: برئاسة فلان، وبحضور فلان وفلان.
local function present(sentence, cue)
  local list = joined(sentence, cue, present_near)
  if #list > 0 then
    sides.add(list, joined(sentence, list[#list], present_near))
  end
  return sides.any(sentence, list, sides.is_someone) and roster.more(sentence, cue, list) or {}
end

--- Whether a pronoun is written on to a word, mostly.
local function has_pronoun(cue)
  return text.ends(cue.text, "ه", "ها", "هم")
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
    return not text.overlap(party, cue) and sides.is_party(sentence, party)
  end)
  if not sides.any(sentence, members, sides.is_official) then
    return nil
  end
  if #members < needed and not sides.any(sentence, members, is_several) then
    return nil
  end
  local settled, titles = roster.settle(sentence, members)
  return #settled < needed and sides.add(settled, titles) or settled
end

--- Whom the subject of a verb meets: behind مع, as its object, or named behind it.
local function partners(sentence, cue, list)
  local found = joined(sentence, cue, with_near)
  -- مع may join something else: ناقش معهم مشاكل العمل.
  if not sides.any(sentence, found, sides.is_party) then
    local object = sentence:target_of(cue)
    found = sides.only(sentence, sides.from(sentence, object), sides.is_someone)
    sides.add(found, sides.people_behind(sentence, cue))
  end
  sides.add(list, found)
  if #roster.settle(sentence, list) < 2 then
    sides.add(list, sides.groups_behind(sentence, cue, list))
  end
  return sides.add(roster.more(sentence, cue, list), present(sentence, cue))
end

function judge.meet(sentence, cue)
  local list, subject = actors(sentence, cue)
  if subject and not sides.is_someone(sentence, subject) then
    return nil
  end
  partners(sentence, cue, list)
  -- All who are named stand behind the verb: its subject is who was told of before.
  if #roster.settle(sentence, list) == 1 and list[1].start > cue.stop then
    sides.add(list, sides.last_person(sentence, cue))
  end
  -- استقبله: the guest is a pronoun.
  return accept(sentence, cue, list, has_pronoun(cue) and 1 or 2)
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
  if not object or not sides.is_party(sentence, object) then
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
  return accept(sentence, cue, roster.more(sentence, cue, sides.add(list, found)), 2)
end

function judge.discussing(sentence, cue)
  local found = sides.only(sentence, joined(sentence, cue, with_near), sides.is_someone)
  if #found == 0 then
    return nil
  end
  return accept(sentence, cue, sides.add(actors(sentence, cue), found), 2)
end

--- The verb that holds the meeting a noun names: عقد الوزير اجتماعا، لقاء يعقده الوزير. A definite noun is mostly another's.
local function holder(sentence, cue)
  local behind = text.follows(sentence, cue, that_near)
  if behind and has_pronoun(behind.hold) then
    return behind.hold, 0
  end
  local found, distance = text.last_before(sentence, cue, words.hold)
  local reach = is_definite(cue) and definite_reach or hold_reach
  return found and distance <= reach and found.hold or nil, distance
end

--- Whose meeting it is that a pronoun makes somebody's: «بحث الوزير، خلال لقائه بالسفير».
local function owner(sentence, cue)
  local subject = has_pronoun(cue) and sentence:subject_of(cue)
  if subject and sides.is_someone(sentence, subject) then
    return { subject }
  end
  return not subject and text.ends(cue.text, "ه") and sides.last_person(sentence, cue) or {}
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

--- Whether a cue names the meeting that those behind it attended: حضر اللقاء فلان وفلان.
local function is_attended(sentence, cue)
  local found, distance = text.last_before(sentence, cue, words.attend)
  return found ~= nil and distance == 0
end

--- Who met before others attended: the parties of the last meeting that the sentences before tell of.
local function told_before(sentence, pattern)
  local all = sentence.article.sentences
  local at = #all
  while at > 1 and not (all[at].field == sentence.field and all[at].index <= sentence.index) do
    at = at - 1
  end
  for back = at - 1, math.max(1, at - told_reach), -1 do
    local found = all[back]:find(pattern)
    local list = found and judge.meet(all[back], found.told)
    if list then
      return list
    end
  end
  return {}
end

--- A list of who attended, and whom they joined.
local function attendance(sentence, cue, pattern)
  local list = is_attended(sentence, cue) and roster.more(sentence, cue, sides.from(sentence, sentence:after(cue))) or {}
  sides.add(list, sides.people_behind(sentence, cue))
  -- «حضر اللقاء من جانب فلان، وحضره من جانب آخر فلان».
  local rest = sentence:after(cue)
  local again = rest and rest:find(words.attend)
  sides.add(list, again and sides.people_behind(sentence, again.span) or {})
  local attending = accept(sentence, cue, list, 1)
  return attending and roster.join(told_before(sentence, pattern), attending)
end

--- Those who are named with a noun of meeting: between, with, behind it; and whether it is with somebody.
local function named(sentence, cue, hold)
  local list = joined(sentence, cue, between_near)
  local found = joined(sentence, cue, with_near)
  sides.add(list, found)
  local counterpart = text.follows(sentence, cue, counterpart_near)
  if counterpart then
    sides.add(list, sides.from(sentence, counterpart.with))
  end
  local time = text.follows(sentence, cue, words.time)
  local lead = time and time.span or cue
  local direct = sentence:after(lead)
  -- Behind it may stand who holds it, or بحضور.
  if direct and not (hold and hold.start > cue.stop) and not text.follows(sentence, lead, words.present) then
    sides.add(list, sides.from(sentence, direct))
  end
  return list, #found > 0
end

function judge.meeting(sentence, cue)
  if is_definite(cue) and is_attended(sentence, cue) then
    return attendance(sentence, cue, words.met)
  end
  local hold, distance = holder(sentence, cue)
  local list, is_with = named(sentence, cue, hold)
  local absent
  if is_purpose(sentence, cue) then
    sides.add(list, sides.before(sentence, cue))
    hold = nil
  elseif hold then
    local holders = sides.only(sentence, actors(sentence, hold), sides.is_party)
    absent = is_with and #holders == 0 and distance <= absent_reach
    sides.add(list, holders)
  elseif #list > 0 then
    sides.add(list, owner(sentence, cue))
  end
  local witnesses = present(sentence, cue)
  local needed = hold and #list > 0 and 1 or 2
  local found = accept(sentence, cue, roster.more(sentence, cue, list), needed)
  if found then
    -- «هنأ الملك الرئيس، وعقد اجتماعا مع …»: who holds it was told before.
    sides.add(list, absent and sides.last_person(sentence, hold) or {})
    found = accept(sentence, cue, sides.add(list, witnesses), needed)
  elseif #witnesses > 1 then
    found = accept(sentence, cue, witnesses, 2)
  end
  return found or together(sentence, cue)
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
  return is_attended(sentence, cue) and attendance(sentence, cue, words.received)
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
  return attendance(sentence, cue, words.met)
end

--- Whether the words before a visit say that who is named there makes it: في زيارة، بزيارة، أنهى زيارة.
local function is_on_visit(sentence, cue)
  local found, distance = text.last_before(sentence, cue, on_visit)
  local word = sentence:within(cue).text
  return found and distance <= 1 or word ~= cue.text and text.begins(word, "ب", "ل")
    or has_pronoun(cue)
end

--- A visit counts with its visitor and its goal, or with being called the first.
function judge.trip(sentence, cue)
  local list = {}
  local rest = sentence:after(cue)
  if rest then
    sides.add(list, sides.only(sentence, sides.from(sentence, rest), sides.is_someone))
  end
  if #list == 0 then
    sides.add(list, owner(sentence, cue))
  end
  if #list == 0 and has_pronoun(cue) then
    sides.add(list, sides.last_person(sentence, cue))
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

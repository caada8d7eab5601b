-- Whether a cue says that parties meet, and who they are.
local sides = require "sides"
local text = require "text"
local words = require "words"

local judge = {}

local with_near = hilal.gap(0, 14) * words.with:as "with"
local between_near = hilal.gap(0, 5) * words.between:as "with"
local to_near = hilal.gap(0, 9) * words.to:as "with"
local plural = hilal.word {
  "الجانبان", "الجانبين", "الطرفان", "الطرفين", "الزعيمان", "الزعيمين", "الوزيران", "الوزيرين", "الرئيسان",
  "الرئيسين", "المسؤولان", "المسؤولين", "القائدان", "القائدين", "الوفدان", "الوفدين", "وفدا", "وفدي",
  "وزراء", "قادة", "زعماء", "رؤساء", "ممثلو", "ممثلي", "مسؤولو", "مسؤولون", "سفراء", "أعضاء", "وزيرا",
  "وزيري", "رئيسا", "رئيسي", "نواب", "مندوبو", "مندوبي", "المجتمعون", "الأطراف", "كبار", "ممثلون",
}
local state_near = hilal.gap(0, 5) * hilal.entity "GPE"

--- The parties behind a word that joins them to the cue, within its clause.
local function joined(sentence, cue, pattern)
  local found = text.follows(sentence, cue, pattern)
  if not found or not text.is_clause(text.between(sentence, cue, found.with)) then
    return {}
  end
  return sides.from(sentence, sentence:after(found.with))
end

--- Those who act: the subject and who is joined to it.
local function actors(sentence, cue)
  local subject = sentence:subject_of(cue)
  return subject and sides.add({ subject }, sides.from(sentence, subject)) or {}, subject
end

local function accept(sentence, cue, list, needed)
  local someone = sides.only(sentence, list, sides.is_someone)
  if #someone == 0 or not sides.any(sentence, someone, sides.is_official) then
    return nil
  end
  if #list >= needed or sides.any(sentence, someone, function(_, party)
    return text.within(sentence, party, plural)
  end) then
    return list
  end
  return nil
end

function judge.meet(sentence, cue)
  local list, subject = actors(sentence, cue)
  if subject and text.within(sentence, subject, words.media) then
    return nil
  end
  local partners = joined(sentence, cue, with_near)
  if #partners == 0 then
    local object = sentence:target_of(cue)
    partners = sides.only(sentence, sides.from(sentence, object), sides.is_someone)
    sides.add(partners, sides.people_behind(sentence, cue))
    if #sides.add(list, partners) < 2 then
      sides.add(list, sides.groups_behind(sentence, cue))
    end
  end
  return accept(sentence, cue, sides.add(list, partners), 2)
end

function judge.receive(sentence, cue)
  local list, subject = actors(sentence, cue)
  if not subject or not sides.is_someone(sentence, subject) then
    return nil
  end
  local object = sentence:target_of(cue)
  local guests = sides.only(sentence, sides.from(sentence, object), sides.is_someone)
  if #guests == 0 then
    return nil
  end
  return accept(sentence, cue, sides.add(list, guests), 2)
end

function judge.visit(sentence, cue)
  local list, subject = actors(sentence, cue)
  if not subject or not sides.is_someone(sentence, subject) then
    return nil
  end
  local object = sentence:target_of(cue)
  if not object or not (sides.is_body(object) or sides.is_someone(sentence, object)) then
    return nil
  end
  return accept(sentence, cue, list, 1)
end

function judge.discuss(sentence, cue)
  local list = actors(sentence, cue)
  local partners = joined(sentence, cue, with_near)
  return accept(sentence, cue, sides.add(list, partners), 2)
end

function judge.discussing(sentence, cue)
  local partners = joined(sentence, cue, with_near)
  if #partners == 0 then
    return nil
  end
  local list = actors(sentence, cue)
  return accept(sentence, cue, sides.add(list, partners), 2)
end

local function holder(sentence, cue)
  local before = sentence:before(cue)
  return before and before:find(words.hold)
end

local function by_noun(sentence, cue)
  local list = joined(sentence, cue, between_near)
  sides.add(list, joined(sentence, cue, with_near))
  local time = text.follows(sentence, cue, words.time)
  local direct = sentence:after(time and time.span or cue)
  if direct then
    sides.add(list, sides.from(sentence, direct))
  end
  local hold = holder(sentence, cue)
  if hold then
    sides.add(list, sides.from(sentence, sentence:subject_of(hold.hold)))
  end
  return accept(sentence, cue, list, hold and 1 or 2)
end

judge.meeting = by_noun
judge.talks = by_noun
judge.summit = by_noun

function judge.call(sentence, cue)
  if not sentence:has(words.phone) then
    return nil
  end
  return by_noun(sentence, cue)
end

judge.phone = judge.meet

function judge.reception(sentence, cue)
  if holder(sentence, cue) then
    return by_noun(sentence, cue)
  end
  return nil
end

function judge.attend(sentence, cue)
  return accept(sentence, cue, sides.people_behind(sentence, cue), 1)
end

--- A visit counts with its visitor and its place.
function judge.trip(sentence, cue)
  local rest = sentence:after(cue)
  local list = {}
  if rest then
    sides.add(list, sides.only(sentence, sides.from(sentence, rest), sides.is_someone))
  end
  if #list == 0 then
    sides.add(list, sides.person_near(sentence, cue))
  end
  if #list == 0 and not string.find(cue.text, "^ال") then
    sides.add(list, sides.before(sentence, cue))
  end
  local place = text.follows(sentence, cue, to_near) or text.follows(sentence, cue, state_near)
  if not place and not sentence:place_near(cue) then
    return nil
  end
  return accept(sentence, cue, list, 1)
end

return judge

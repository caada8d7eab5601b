-- Who stands where around a cue: behind the words that join parties to it, as the subject of a verb, told before.
local roster = require "roster"
local sides = require "sides"
local text = require "text"
local words = require "words"

local around = {}

local with_near = text.anchored(hilal.gap(0, 14) * words.with:as "with" + hilal.gap(0, 6) * words.included:as "with")
local soon_with = text.anchored(hilal.gap(0, 1) * words.with:as "with")
local from_near = text.anchored(hilal.gap(0, 2) * words.from:as "with")
local between_near = text.anchored(hilal.gap(0, 5) * words.between:as "with")
local also_with = text.anchored(hilal.gap(0, 14) * hilal.word { "ومع" }:as "with")
local present_near = text.anchored(hilal.gap(0, 14) * words.present:as "with")
local led_near = text.anchored(hilal.gap(0, 3) * hilal.word { "رئاسة", "قيادة" }:as "with")
local that_near = text.anchored(hilal.gap(0, 2) * words.hold)
local counterpart_near = text.anchored(hilal.gap(0, 2) * hilal.noun("نظير", { "نظراء" }):as "with")
local name_start = words.anyone + hilal.lexicon("honorifics", { place = "before" })
local time_near = text.anchored(words.time)
local present_here = text.anchored(words.present)
local session = hilal.word { "جلسة" }
-- A verb that holds a meeting stands at most so many words before its noun.
local hold_reach = 28
local definite_reach = 3
-- Words between a body and its session, at most.
local body_reach = 5

function around.is_definite(cue)
  return text.begins(cue.text, "ال")
end

--- Whether a pronoun is written on to a word, mostly.
function around.has_pronoun(cue)
  return text.ends(cue.text, "ه", "ها", "هم")
end

--- Whether a noun is the purpose of a journey: للقاء.
function around.is_purpose(sentence, cue)
  local word = sentence:within(cue).text
  return word ~= cue.text and text.begins(word, "ل", "ول")
end

--- Whether a cue names the meeting that those behind it attended: حضر اللقاء فلان وفلان، حضر جلسة المباحثات فلان.
function around.is_attended(sentence, cue)
  local before = sentence:before(cue)
  if not before or not string.find(before.text, "حضر", 1, true) then
    return false
  end
  local found, distance = text.last_before(sentence, cue, words.attend)
  if not found or distance > 1 then
    return false
  end
  return distance == 0 or text.words_between(sentence, found.span, cue):has(session)
end

--- The parties behind a word that joins them to the cue, within its clause, and those behind ومع after them.
function around.joined(sentence, cue, pattern)
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

--- The parties behind مع.
function around.with(sentence, cue)
  return around.joined(sentence, cue, with_near)
end

--- The parties behind بين and its like.
function around.between(sentence, cue)
  return around.joined(sentence, cue, between_near)
end

--- An office that stands right before a verb, or with one word between: its subject, where no name says more.
function around.office_before(sentence, verb)
  local office, distance = text.last_before(sentence, verb, words.titled)
  if not office or distance > 1 or string.find(text.between(sentence, office.span, verb), "،", 1, true) then
    return {}
  end
  local list = sides.from(sentence, office.span)
  return #list > 0 and list or { office.span }
end

--- Who is a verb's subject by a pronoun alone: the last person named before, else whom the headline is about.
function around.told(sentence, verb)
  for _, find in ipairs { around.office_before, sides.last_person, sides.of_headline } do
    local list = find(sentence, verb)
    if #list > 0 then
      return list
    end
  end
  return {}
end

--- Those in whose presence something is held: برئاسة فلان، وبحضور فلان وفلان.
function around.present(sentence, cue)
  local list = around.joined(sentence, cue, present_near)
  if #list > 0 then
    sides.add(list, around.joined(sentence, list[#list], present_near))
  end
  return sides.any(sentence, list, sides.is_someone) and roster.more(sentence, cue, list) or {}
end

--- Whether a verb agrees with several: أجروا، التقيا، يلتقيان.
local function is_plural(verb)
  return text.ends(verb.text, "ا", "ان", "ون")
end

--- A verb's subject where it is somebody; one that is nobody, or stands behind مع, gives way to the bearer of the office that
--- it is a part of, or to an office right before the verb.
local function subject_of(sentence, verb)
  local subject = sentence:subject_of(verb)
  local found = subject and subject.start >= verb.stop and text.follows(sentence, verb, soon_with)
  if found and subject.start >= found.with.stop then
    subject = nil
  end
  if subject and sides.is_party(sentence, subject) then
    return subject
  end
  local office = around.office_before(sentence, verb)[1]
  -- «ولي العهد يبحث تطورات كذا»: what stands behind the verb is its topic.
  local is_its = office and (not subject or subject.start >= verb.stop or text.overlap(office, subject))
  return is_its and office or subject and sides.bearer(sentence, subject) or subject
end

--- Those who act: the subject and who is joined to it; before a verb in the plural all who are named.
function around.actors(sentence, verb)
  local subject = subject_of(sentence, verb)
  local list = subject and sides.add({ subject }, sides.from(sentence, subject)) or {}
  if subject and subject.type == "PER" and subject.stop <= verb.start and is_plural(verb) then
    local before = sides.people_before(sentence, verb)
    list = sides.add(before, list)
  end
  return list, subject
end

--- The verb that holds the meeting a noun names: عقد الوزير اجتماعا، لقاء يعقده الوزير. A definite noun is mostly another's.
function around.holder(sentence, cue)
  local behind = text.follows(sentence, cue, that_near)
  if behind and around.has_pronoun(behind.hold) then
    return behind.hold, 0
  end
  local found, distance = text.last_before(sentence, cue, words.hold)
  local reach = around.is_definite(cue) and definite_reach or hold_reach
  -- على رأس وفد holds nothing.
  local lead = found and sentence:before(found.hold)
  if lead and text.ends(lead.text, "على") then
    return nil
  end
  return found and distance <= reach and found.hold or nil, distance
end

--- Whose meeting it is that a pronoun makes somebody's: «بحث الوزير، خلال لقائه بالسفير».
function around.owner(sentence, cue)
  local subject = around.has_pronoun(cue) and sentence:subject_of(cue)
  if subject and sides.is_someone(sentence, subject) then
    return { subject }
  end
  if text.ends(cue.text, "ها") then
    -- It may be a state's or a body's; a woman's where one in office was named last.
    local last = sides.last_person(sentence, cue)
    local office = last[1] and last[1].office
    return office and text.within(sentence, office, words.lady) and last or {}
  end
  return not subject and text.ends(cue.text, "ه") and sides.last_person(sentence, cue) or {}
end

--- The body whose session it is that a pronoun makes: «ناقش مجلس كذا في اجتماعه أمس»; only where it acts right before.
function around.body_before(sentence, cue)
  local before = sentence:before(cue)
  if not before or not text.ends(before.text, " في", " خلال", " أثناء", " عقب") then
    return nil
  end
  local body
  for _, entity in ipairs(before.entities) do
    if entity.type == "PER" or entity.type == "ORG" then
      body = entity
    end
  end
  local between = body and body.type == "ORG" and text.words_between(sentence, body, cue)
  local lead = between and sentence:before(body)
  local acts = lead and lead.words <= 3 and text.is_clause(between.text)
  return acts and between.words <= body_reach and text.within(sentence, body, words.council) and { body } or nil
end

--- Whose reception of somebody it is that a pronoun makes: the last in office before, else who was told of.
function around.host(sentence, cue)
  local list = around.owner(sentence, cue)
  return #list > 0 and list or text.ends(cue.text, "ه") and sides.before(sentence, cue) or {}
end

--- Whether a party is a name or begins with words of an office, not with a verb: «رأس جلسة الوزراء».
function around.is_plain(sentence, party)
  local part = party.type == nil and sentence:within(party)
  local found = part and part:find(name_start)
  return party.type ~= nil or found and found.span.start == party.start
end

--- Those whom somebody meets behind ب: «لقاء فلان بوزير كذا، اتصال هاتفي برئيس كذا».
local function met_by(sentence, party)
  local office = party.office
  local rest = sentence:after(office and office.stop > party.stop and office or party)
  if not rest or not text.begins(rest.text, "ب") or not (around.is_plain(sentence, party) or text.within(sentence, party, words.phone)) then
    return {}
  end
  local list = sides.from(sentence, rest)
  return #list > 0 and sides.is_someone(sentence, list[1]) and around.is_plain(sentence, list[1]) and list or {}
end

--- Those with whom a call is: behind مع, من or ب.
function around.called(sentence, cue)
  local list = around.with(sentence, cue)
  if #list == 0 then
    list = around.joined(sentence, cue, from_near)
  end
  local rest = #list == 0 and sentence:after(cue)
  return rest and text.begins(rest.text, "ب") and sides.from(sentence, rest) or list
end

--- Those who are named with a noun of meeting: between, with, behind it; and whether it is with somebody.
function around.named(sentence, cue, hold)
  local list = around.between(sentence, cue)
  local found = around.with(sentence, cue)
  sides.add(list, found)
  local counterpart = text.follows(sentence, cue, counterpart_near)
  if counterpart then
    sides.add(list, sides.from(sentence, counterpart.with))
  end
  local time = text.follows(sentence, cue, time_near)
  local lead = time and time.anchored or cue
  local direct = sentence:after(lead)
  -- Behind it may stand who holds it, or بحضور.
  if direct and not (hold and hold.start > cue.stop) and not text.follows(sentence, lead, present_here) then
    sides.add(list, sides.from(sentence, direct))
  end
  local guests = #list == 1 and met_by(sentence, list[1]) or {}
  sides.add(list, guests)
  return list, #found + #guests > 0
end

--- Who leads a delegation: وفد برئاسة فلان.
function around.led(sentence, party)
  return sides.only(sentence, around.joined(sentence, party, led_near), sides.is_someone)
end

return around

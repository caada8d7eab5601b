-- Meetings whose words stand further apart, or whose parties hold no office: what judge.lua leaves, by kind of cue. Each
-- function gives the list of participants, or nil.
local around = require "around"
local roster = require "roster"
local sides = require "sides"
local text = require "text"
local told = require "told"
local words = require "words"

local wide = {}

-- Words between a cue and those whom it joins by ب or has as its object, at most.
local object_reach = 8
-- Words between somebody and the visit that is told of them, at most.
local visitor_reach = 6
local search_limit = 6

local someone = words.human + hilal.entity "PER"
local media = hilal.lexicon "media"
local counterpart = hilal.noun("نظير", { "نظراء" })
local brought_near = text.anchored(hilal.gap(0, 4) * words.brought:as "brought")
local held_near = text.anchored(hilal.gap(0, 4) * words.hold_that:as "hold")
local of_office_near = text.anchored(hilal.gap(0, 2) * (words.titled + hilal.entity "PER"):as "visitor")
local welcomed_near = text.anchored(words.styled:as "guest" + hilal.gap(0, 1) * (words.titled + hilal.entity "PER"):as "guest")
local going = hilal.word { "في", "خلال", "أثناء", "قبل", "قبيل", "بعد", "عقب", "عن", "لدى" }
local journey = hilal.noun { "زيارة", "جولة" }
local envoy = hilal.noun({ "سفير", "قنصل" }, { "سفراء", "قناصل" }) + hilal.phrase { "القائم بالأعمال", "القائم بأعمال" }

local function is_human(sentence, party)
  return party.type == "PER" or party.type == nil and text.within(sentence, party, words.human)
end

--- Whether a party sits as a body: a name of one, or words for one.
local function is_body(sentence, party)
  return party.type == "ORG" or party.type == nil and text.within(sentence, party, words.body)
end

local function is_side(sentence, party)
  return party.type == "GPE" or is_human(sentence, party) or is_body(sentence, party)
end

--- Whether a party is somebody in particular: a name, an office, a body.
local function is_named(sentence, party)
  return party.type == "PER" or sides.is_official(sentence, party) or is_body(sentence, party)
end

--- Who is meant, each once; nil where there are too few, or nobody in particular.
local function accept(sentence, cue, list, needed)
  local members = sides.only(sentence, list, function(_, party)
    return not text.overlap(party, cue) and is_side(sentence, party)
  end)
  local settled, titles = roster.settle(sentence, members)
  if #settled < needed then
    sides.add(settled, titles)
  end
  return #settled >= needed and sides.any(sentence, settled, is_named) and settled or nil
end

--- The first party behind a cue that a letter joins to it: ب of باللاعبين, ل of لمدير.
local function joined_by(sentence, cue, letter)
  local rest = sides.clause_behind(sentence, cue, words.people_end)
  for _ = 1, search_limit do
    local found = rest and rest:find(someone)
    if not found then
      break
    end
    local word = sentence:within(found.span).text
    if word ~= found.span.text and text.begins(word, letter) then
      local between = text.words_between(sentence, cue, found.span)
      local near = not between or between.words <= object_reach and text.is_clause(between.text)
      return near and sides.only(sentence, sides.from(sentence, found.span), is_human) or {}
    end
    rest = rest:after(found.span)
  end
  return {}
end

--- The first party behind a span without a letter: its object.
local function object(sentence, span, reach)
  local rest = sides.clause_behind(sentence, span, words.people_end)
  local found = rest and rest:find(someone)
  local between = found and text.words_between(sentence, span, found.span)
  if not found or between and (between.words > reach or not text.is_clause(between.text)) then
    return {}
  end
  return sides.only(sentence, sides.from(sentence, found.span), is_human)
end

--- Those whom somebody meets: behind مع, by ب, else the object.
local function partners(sentence, cue, from)
  local list = sides.only(sentence, around.with(sentence, cue), is_side)
  if #list == 0 then
    list = joined_by(sentence, cue, "ب")
  end
  if #list == 0 then
    list = object(sentence, from or cue, object_reach)
  end
  return #list > 0 and roster.more(sentence, cue, list) or list
end

--- What stands last of a subject: its office where that is behind the name.
local function subject_end(subject, cue)
  local office = subject.office
  local last = office and office.stop > subject.stop and office or subject
  return last.start >= cue.stop and last or cue
end

--- A verb of meeting: whom the subject meets may be a group, a pronoun may stand for the subject.
function wide.meet(sentence, cue)
  local list, subject = around.actors(sentence, cue)
  if subject and not is_human(sentence, subject) and not is_body(sentence, subject) then
    return nil
  end
  local others = partners(sentence, cue, subject and subject_end(subject, cue))
  if #others == 0 then
    -- «اجتمع مدير كذا وقائد كذا، تجتمع اللجنة»: one another.
    return string.find(cue.text, "جتمع", 1, true) and #list > 0
      and accept(sentence, cue, roster.more(sentence, cue, list), sides.any(sentence, list, is_body) and 1 or 2) or nil
  end
  if #list == 0 then
    sides.add(list, around.told(sentence, cue))
  end
  return accept(sentence, cue, sides.add(list, others), #list > 0 and 2 or 1)
end

--- A host and a guest, or several, far from each other; the host may be a pronoun.
function wide.receive(sentence, cue)
  local list, subject = around.actors(sentence, cue)
  if subject and not is_side(sentence, subject) then
    return nil
  end
  local from = subject and subject_end(subject, cue) or cue
  local guests = object(sentence, from, object_reach)
  if #guests == 0 then
    return nil
  end
  if #list == 0 then
    sides.add(list, around.told(sentence, cue))
  end
  return accept(sentence, cue, roster.more(sentence, cue, sides.add(list, guests)), 2)
end

--- «وكان في استقباله فلان»: who is welcomed was told of before.
local function welcomed(sentence, cue)
  local lead = sentence:before(cue)
  if not lead or not text.ends(lead.text, "كان في", "وكان في", "كانوا في", "كان فى") then
    return nil
  end
  local guests = around.has_pronoun(cue) and around.host(sentence, cue) or {}
  local named = text.follows(sentence, cue, welcomed_near)
  if not named and not around.has_pronoun(cue) then
    return nil
  end
  local from = named and named.guest or cue
  local hosts = roster.more(sentence, from, sides.people_behind(sentence, from))
  if #hosts == 0 then
    hosts = object(sentence, from, object_reach)
  end
  if named then
    sides.add(guests, sides.from(sentence, named.guest))
  end
  return #hosts > 0 and accept(sentence, cue, sides.add(guests, hosts), 1) or nil
end

function wide.reception(sentence, cue)
  return welcomed(sentence, cue) or told.during(sentence, cue)
end

--- «سموه مستقبلا الوزير فلانا»: below a picture.
function wide.welcoming(sentence, cue)
  local host = sides.last_person(sentence, cue)
  if #host == 0 then
    host = around.office_before(sentence, cue)
  end
  local guests = object(sentence, cue, 1)
  return #host > 0 and #guests > 0 and accept(sentence, cue, sides.add(host, roster.more(sentence, cue, guests)), 2) or nil
end

--- Whether who is behind مع are those who print or broadcast: an interview is no meeting.
local function is_interview(sentence, cue)
  local rest = sentence:after(cue)
  local found = rest and rest:find(media)
  local lead = found and rest:before(found.span)
  return found and (not lead or lead.words <= 4)
end

--- Whose meeting it is that a pronoun says, or who holds it.
local function owner(sentence, cue)
  if around.has_pronoun(cue) then
    local list = around.owner(sentence, cue)
    return #list > 0 and list or around.host(sentence, cue)
  end
  local hold = around.holder(sentence, cue)
  return hold and around.actors(sentence, hold) or {}
end

--- «لقاء جمع الملك وفلانا، القمة التي جمعت فلانا بفلان».
local function brought(sentence, cue)
  local found = text.follows(sentence, cue, brought_near)
  if not found then
    return nil
  end
  local list = object(sentence, found.brought, object_reach)
  return accept(sentence, cue, sides.add(roster.more(sentence, cue, list), sides.people_behind(sentence, found.brought)), 2)
end

--- «اجتماع عقده المدرب مع اللاعبين».
local function held(sentence, cue)
  local found = text.follows(sentence, cue, held_near)
  if not found then
    return nil
  end
  local list = sides.only(sentence, (around.actors(sentence, found.hold)), is_side)
  sides.add(list, sides.only(sentence, around.with(sentence, found.hold), is_side))
  local bodies = sides.any(sentence, list, is_body)
  return accept(sentence, cue, roster.more(sentence, cue, list), bodies and 1 or 2)
end

function wide.meeting(sentence, cue)
  if is_interview(sentence, cue) then
    return nil
  end
  local found = brought(sentence, cue) or held(sentence, cue)
  if found then
    return found
  end
  local others = sides.only(sentence, around.with(sentence, cue), is_side)
  if #others == 0 and around.has_pronoun(cue) then
    others = joined_by(sentence, cue, "ب")
    if #others == 0 then
      others = object(sentence, cue, 3)
    end
  end
  if #others > 0 then
    local list = owner(sentence, cue)
    if #list == 0 and not around.is_definite(cue) then
      sides.add(list, sides.before(sentence, cue))
    end
    found = accept(sentence, cue, sides.add(list, roster.more(sentence, cue, others)), around.has_pronoun(cue) and 1 or 2)
  end
  return found or told.during(sentence, cue)
end

--- Talks between two sides or of one with another, neither of which need be in office.
function wide.talks(sentence, cue)
  local list = sides.only(sentence, around.between(sentence, cue), is_side)
  if #list < 2 then
    local others = sides.only(sentence, around.with(sentence, cue), is_side)
    list = #others > 0 and sides.add(owner(sentence, cue), others) or {}
  end
  return accept(sentence, cue, roster.more(sentence, cue, list), 2) or brought(sentence, cue) or told.during(sentence, cue)
end

wide.negotiation = wide.talks

function wide.summit(sentence, cue)
  return brought(sentence, cue)
end

function wide.call(sentence, cue)
  return told.during(sentence, cue)
end

--- «تشاور مع المدير الفني»: with somebody by name, in office or of a group.
function wide.discuss(sentence, cue)
  local others = sides.only(sentence, around.with(sentence, cue), is_human)
  local list, subject = around.actors(sentence, cue)
  if #others == 0 or subject and not is_human(sentence, subject) and not is_body(sentence, subject) then
    return nil
  end
  return accept(sentence, cue, sides.add(list, others), subject and 2 or 1)
end

--- A visit by somebody in office or by name to a place or to people.
function wide.visit(sentence, cue)
  local list, subject = around.actors(sentence, cue)
  if not subject or not is_human(sentence, subject) or not is_named(sentence, subject) then
    return nil
  end
  local from = subject_end(subject, cue)
  local goal = sides.place_behind(sentence, from)
  local hosts = not goal and object(sentence, from, object_reach) or {}
  return (goal or #hosts > 0) and accept(sentence, cue, sides.add(list, hosts), 1) or nil
end

--- «زيارة مقررة للرئيس فلان، خلال زيارته لكذا».
function wide.trip(sentence, cue)
  local behind = text.follows(sentence, cue, of_office_near)
  local list = behind and sides.only(sentence, sides.from(sentence, behind.visitor), is_human) or {}
  if #list == 0 then
    list = owner(sentence, cue)
  end
  local lead, distance = text.last_before(sentence, cue, going)
  local goal = sides.place_behind(sentence, cue)
  if #list > 0 and (goal or lead and distance == 0) then
    return accept(sentence, cue, list, 1)
  end
  return told.during(sentence, cue)
end

--- «رافق الوزير خلال الزيارة فلان».
function wide.escort(sentence, cue)
  local rest = sentence:after(cue)
  local found = rest and rest:find(journey)
  if not found then
    return nil
  end
  local list = object(sentence, cue, 2)
  sides.add(list, object(sentence, found.span, object_reach))
  return accept(sentence, cue, roster.more(sentence, cue, list), 2)
end

--- «استدعت وزارة الخارجية السفير»: who is called in is an envoy.
function wide.summon(sentence, cue)
  local rest = sides.clause_behind(sentence, cue, words.people_end)
  local found = rest and rest:find(envoy)
  local list, subject = around.actors(sentence, cue)
  if not found or not subject or subject.type == "GPE" or not is_side(sentence, subject) then
    return nil
  end
  local guests = sides.from(sentence, found.span)
  sides.add(list, #guests > 0 and guests or { found.span })
  return list
end

return wide

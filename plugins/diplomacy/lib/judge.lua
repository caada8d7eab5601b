-- Whether a cue says that parties meet, and who they are: one function for each kind of cue, called with
-- the sentence and the cue; each gives the list of participants, or nil.
local around = require "around"
local roster = require "roster"
local sides = require "sides"
local text = require "text"
local visits = require "visits"
local words = require "words"

local judge = {}

local negotiators = hilal.lexicon "negotiators"
local together_near = text.anchored(hilal.gap(0, 2) * words.brought_them)
-- Words between a verb by which states hold talks and its noun, at most.
local state_reach = 8
local body_here = text.anchored(hilal.entity("ORG"):as "body")
-- Words between what somebody says at a summit and the summit, at most.
local said_reach = 6
local of_body = text.anchored(hilal.gap(0, 1) * hilal.entity("ORG"):as "body")
-- Code points between a word that says who presides and the meeting, at most.
local chair_reach = 40
local for_him_near = text.anchored(hilal.gap(0, 5) * hilal.word { "له", "لها", "لهم", "لهما" })
local goal_near = text.anchored(hilal.gap(0, 9) * words.to + hilal.gap(0, 5) * hilal.entity "GPE"
  + hilal.gap(0, 4) * words.ordinal)
-- One word for several parties: a meeting needs no other then.
local plural = hilal.lexicon "plurals"
-- Words between a verb that holds a meeting and its noun, at most, where the verb's subject is a pronoun.
local absent_reach = 5
-- Words between a verb that places a call and its noun, at most.
local placed_reach = 16
-- Sentences that may stand between a meeting and who attended it, and one more.
local told_reach = 6

-- What bears somebody's name, and words that may stand between.
local vessel = hilal.noun { "حاملة", "سفينة", "مدمرة", "فرقاطة", "بارجة", "غواصة" }
local vessel_reach = 3

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

--- The parties of a meeting and others who took part.
local function joined_by(sentence, found, others)
  if #others == 0 then
    return found
  end
  return roster.join(found, roster.settle(sentence, sides.only(sentence, others, sides.is_party)))
end

--- Whether a party is a state or a body whose code is known.
local function is_state(_, party)
  return (party.type == "GPE" or party.type == "ORG") and party.code ~= nil
end

local function is_nameless(_, party)
  return party.type == nil
end

--- Whom the subject of a verb meets: behind مع, as its object, or named behind it.
local function partners(sentence, cue, list)
  local found = around.with(sentence, cue)
  -- مع may join something else: ناقش معهم مشاكل العمل.
  if not sides.any(sentence, found, sides.is_party) then
    local object = sentence:target_of(cue)
    found = sides.only(sentence, sides.from(sentence, object), sides.is_someone)
    sides.add(found, sides.people_behind(sentence, cue))
  end
  sides.add(list, found)
  -- One of two may be the other's title.
  if #list < 2 or #list == 2 and sides.any(sentence, list, is_nameless) and #roster.settle(sentence, list) < 2 then
    sides.add(list, sides.groups_behind(sentence, cue, list))
  end
  return roster.more(sentence, cue, list)
end

--- Whether who is named behind a verb is whom its subject meets: only one, or several that و joins behind حيث.
local function are_met(sentence, cue, list)
  if #list == 0 or list[1].start < cue.stop then
    return false
  end
  local settled = roster.settle(sentence, list)
  return #settled == 1
    or #settled == 2 and roster.is_joined(sentence, settled[2]) and text.right_behind(sentence, cue, words.where) ~= nil
end

--- The parties of a verb with its subject: in a headline an office right before it, else who was told of before.
local function with_subject(sentence, cue, list)
  if sentence.field == "title" and #list > 0 and list[1].start > cue.stop then
    sides.add(list, around.office_before(sentence, cue))
  end
  return are_met(sentence, cue, list) and sides.add(list, around.told(sentence, cue)) or list
end

--- Whether a party is somebody, a state, a body or a side that is not named.
local function is_side(sentence, party)
  return sides.is_party(sentence, party) or party.type == nil and text.within(sentence, party, negotiators)
end

--- Two sides and more, one of which is a state or a known body.
local function of_states(sentence, list)
  return #list > 1 and sides.any(sentence, list, is_state) and roster.settle(sentence, list) or nil
end

--- States and bodies that talk with others: «تفاوضت كذا مع كذا».
local function bodies_meet(sentence, cue, list)
  local others = sides.only(sentence, around.with(sentence, cue), is_side)
  return #others > 0 and is_state(sentence, list[1]) and of_states(sentence, sides.add(list, others)) or nil
end

function judge.meet(sentence, cue)
  local list, subject = around.actors(sentence, cue)
  if subject and not sides.is_someone(sentence, subject) then
    return nil
  end
  with_subject(sentence, cue, partners(sentence, cue, list))
  -- استقبله: the guest is a pronoun.
  local found = accept(sentence, cue, list, around.has_pronoun(cue) and 1 or 2)
  return found and joined_by(sentence, found, around.present(sentence, cue))
end

function judge.receive(sentence, cue)
  return sentence:subject_of(cue) and judge.meet(sentence, cue)
end

function judge.visit(sentence, cue)
  local list, subject = around.actors(sentence, cue)
  if not subject or not sides.is_someone(sentence, subject) then
    return nil
  end
  local object = sentence:target_of(cue)
  if not object or not sides.is_party(sentence, object) then
    return nil
  end
  -- «زار الرئيس التنفيذي وزير كذا»: somebody who is visited meets as well; a ship's name is nobody.
  local found, distance = text.last_before(sentence, object, vessel)
  local is_host = sides.is_someone(sentence, object) and not (found and distance <= vessel_reach)
  return accept(sentence, cue, is_host and sides.add(list, { object }) or list, 1)
end

function judge.discuss(sentence, cue)
  local list, subject = around.actors(sentence, cue)
  if subject and (not sides.is_someone(sentence, subject)
    or text.within(sentence, subject, words.council)) then
    return not text.within(sentence, subject, words.council) and bodies_meet(sentence, cue, list) or nil
  end
  local found = around.with(sentence, cue)
  -- Talks are with somebody, not with a thing: «تناول الكتاب مع الوثائق».
  if #found > 0 and not sides.any(sentence, found, sides.is_someone) then
    return nil
  end
  return accept(sentence, cue, roster.more(sentence, cue, sides.add(list, found)), 2)
end

function judge.discussing(sentence, cue)
  local found = sides.only(sentence, around.with(sentence, cue), sides.is_someone)
  if #found == 0 then
    return nil
  end
  return accept(sentence, cue, sides.add(around.actors(sentence, cue), found), 2)
end

--- «وقع فلان وفلان، خلال لقاء جمعهما، …»: those named before.
local function together(sentence, cue)
  if not text.follows(sentence, cue, together_near) then
    return nil
  end
  local list = sides.people_before(sentence, cue)
  return accept(sentence, cue, #list > 0 and list or sides.before(sentence, cue), 2)
end

--- Who met before others attended: the parties of the last meeting that the sentences before tell of.
local function told_before(sentence, pattern)
  return text.before(sentence, told_reach, function(other)
    local found = other:find(pattern)
    local list
    if found and found.talks then
      list = not around.is_attended(other, found.talks) and judge.meeting(other, found.talks)
    elseif found then
      list = judge.meet(other, found.told)
    end
    return list and #list > 1 and list
  end) or {}
end

--- A list of who attended, and whom they joined.
local function attendance(sentence, cue, pattern)
  local list = around.is_attended(sentence, cue) and sides.from(sentence, sentence:after(cue)) or {}
  roster.more(sentence, cue, sides.add(list, sides.people_behind(sentence, cue)))
  -- «حضر اللقاء من جانب فلان، وحضره من جانب آخر فلان».
  local rest = sentence:after(cue)
  local again = rest and rest:find(words.attend)
  sides.add(list, again and sides.people_behind(sentence, again.span) or {})
  local attending = accept(sentence, cue, list, 1)
  return attending and roster.join(told_before(sentence, pattern), attending)
end

--- The session of a body that has a name: «تعقد اللجنة العليا لكذا اجتماعا، ناقش مجلس كذا في اجتماعه».
local function session(sentence, cue, hold)
  if hold and sentence:within(hold):has(words.convene) then
    local list = around.actors(sentence, hold)
    local body = list[1]
    return body and body.type == "ORG" and not text.overlap(body, cue) and { body } or nil
  end
  local behind = text.follows(sentence, cue, of_body)
  local chair = behind and text.last_before(sentence, cue, words.chairing)
  if chair and chair.span.stop <= cue.start and cue.start - chair.span.stop <= chair_reach then
    return accept(sentence, cue, sides.add(around.host(sentence, chair.chair), { behind.body }), 2)
  end
  if around.has_pronoun(cue) then
    return around.body_before(sentence, cue)
  end
  local own = text.right_behind(sentence, cue, words.at) and text.follows(sentence, cue, body_here)
  return own and text.within(sentence, own.body, words.council) and { own.body } or nil
end

function judge.meeting(sentence, cue)
  if around.is_definite(cue) and around.is_attended(sentence, cue) then
    return attendance(sentence, cue, words.met)
  end
  local lead = around.is_definite(cue) and sentence:before(cue)
  if lead and text.ends(lead.text, "هامش") then
    return nil
  end
  local hold, distance = around.holder(sentence, cue)
  -- «… حسبما قال الوزير عقب لقائه فلانا»: whose it is the pronoun says, not a verb before.
  if around.has_pronoun(cue) and text.right_behind(sentence, cue, words.upon) then
    hold = nil
  end
  local list, is_with = around.named(sentence, cue, hold)
  local absent
  if around.is_purpose(sentence, cue) then
    sides.add(list, sides.before(sentence, cue))
    hold = nil
  elseif hold then
    local holders = sides.only(sentence, sides.only(sentence, around.actors(sentence, hold), sides.is_party), around.is_plain)
    absent = is_with and #holders == 0 and distance <= absent_reach
    sides.add(list, holders)
  elseif #list > 0 then
    sides.add(list, around.owner(sentence, cue))
  end
  local witnesses = around.present(sentence, cue)
  local needed = hold and #list > 0 and 1 or 2
  local found = accept(sentence, cue, roster.more(sentence, cue, list), needed)
  if found then
    -- «هنأ الملك الرئيس، وعقد اجتماعا مع …»: who holds it was told before.
    found = joined_by(sentence, found, absent and around.told(sentence, hold) or {})
    found = joined_by(sentence, found, witnesses)
  elseif #witnesses > 1 then
    found = accept(sentence, cue, witnesses, 2)
  end
  return found or together(sentence, cue) or session(sentence, cue, hold)
end

--- The sides of talks that a verb holds: «تجري الحكومة كذا محادثات مع كذا».
local function held_by(sentence, cue)
  local hold, distance = around.holder(sentence, cue)
  if not hold or distance > state_reach then
    return {}
  end
  local list = sides.only(sentence, around.actors(sentence, hold), is_state)
  local others = sides.only(sentence, around.with(sentence, cue), is_side)
  -- «تجري كذا وكذا محادثات»: with each other.
  local are_sides = #list > 1 or #list > 0 and #others > 0
  return are_sides and sides.add(list, others) or {}
end

--- Talks of states and bodies, none of whose people is named: «محادثات بين كذا وكذا».
local function talks(sentence, cue)
  local found = judge.meeting(sentence, cue)
  if found then
    return found
  end
  local list = sides.only(sentence, roster.more(sentence, cue, around.between(sentence, cue)), is_side)
  if #list == 0 then
    list = held_by(sentence, cue)
  end
  return of_states(sentence, list)
end

judge.talks = talks
judge.negotiation = talks

--- Who speaks at a body's summit: «قال فلان في قمة مجموعة كذا».
local function at_summit(sentence, cue)
  local body = text.follows(sentence, cue, body_here)
  local before = sentence:before(cue)
  if not body or not before or not text.ends(before.text, "في", "خلال", "أثناء") then
    return nil
  end
  local verb, distance = text.last_before(sentence, cue, words.said)
  local subject = verb and distance <= said_reach and sentence:subject_of(verb.span)
  return subject and subject.type == "PER" and accept(sentence, cue, { subject, body.body }, 2) or nil
end

--- A summit's name may be followed by a place: only those count who are joined to it, or who hold it.
function judge.summit(sentence, cue)
  local list = around.between(sentence, cue)
  sides.add(list, around.with(sentence, cue))
  local hold = around.holder(sentence, cue)
  if hold then
    sides.add(list, around.actors(sentence, hold))
  end
  return accept(sentence, cue, list, 2) or together(sentence, cue) or at_summit(sentence, cue)
end

local function is_known(sentence, party)
  return party.type == "PER" or sides.is_official(sentence, party)
end

--- Who receives whom by a verbal noun: «لدى استقبال فلان لفلان، خلال استقباله فلانا».
local function receiving(sentence, cue)
  local lead = text.right_behind(sentence, cue, words.at)
  local before = lead and sentence:before(lead.span)
  -- «كان في استقبال الطائرة» tells of a welcome.
  if not lead or around.is_definite(cue) or before and text.ends(before.text, "كان", "كانت", "كانوا") then
    return nil
  end
  local is_pronoun = around.has_pronoun(cue)
  local host = is_pronoun and around.host(sentence, cue) or sides.from(sentence, sentence:after(cue))
  host = sides.only(sentence, host, sides.is_someone)
  if #host == 0 and not is_pronoun then
    return nil
  end
  local guests = sides.given_to(sentence, cue)
  local list = sides.add(host, guests)
  if #guests > 0 then
    roster.more(sentence, cue, list)
  elseif text.follows(sentence, cue, for_him_near) then
    sides.add(list, sides.before(sentence, lead.span))
  else
    partners(sentence, cue, list)
  end
  -- «استقباله طلبات»: who is received is somebody in office or named.
  local known = sides.only(sentence, list, is_known)
  return #known > 1 and accept(sentence, cue, list, 2) or nil
end

--- Only who attended a reception met the host, or whom somebody receives; receptions as such are ceremonies.
function judge.reception(sentence, cue)
  if around.is_attended(sentence, cue) then
    return attendance(sentence, cue, words.received)
  end
  return receiving(sentence, cue)
end

--- Who calls whom where no word for the telephone stands: «أجرى الوزير اتصالا بفلان»; both must be somebody.
local function placed(sentence, cue)
  local found, distance = text.last_before(sentence, cue, words.placed)
  if not found or distance > placed_reach or around.is_definite(cue) then
    return nil
  end
  local list = around.actors(sentence, found.placed)
  local others = around.called(sentence, cue)
  if not sides.any(sentence, list, sides.is_official) or not sides.any(sentence, others, sides.is_official) then
    return nil
  end
  return accept(sentence, cue, roster.more(sentence, cue, sides.add(list, others)), 2)
end

--- Two who did something during a call are those who telephoned: «اتفق فلان وفلان أثناء اتصال هاتفي».
function judge.call(sentence, cue)
  if not sentence:has(words.phone) then
    return placed(sentence, cue)
  end
  local found = judge.meeting(sentence, cue)
  -- «تلقى الرئيس اتصالا هاتفيا من نظيره»: the counterpart stands for two, but who is called is named too.
  local both = found and #found < 2 and placed(sentence, cue)
  return both or found or accept(sentence, cue, sides.people_before(sentence, cue), 2)
end

--- «هاتف الملك نظيره»: the noun of the telephone opens no clause with who is called behind its owner, without و.
local function dialled(sentence, cue)
  local is_bare = text.begins(cue.text, "هاتف")
  if is_bare and sentence:before(cue) or around.is_definite(cue) then
    return nil
  end
  local list = judge.meet(sentence, cue)
  local called = list and list[2]
  local is_other = called and (roster.is_joined(sentence, called) or called.office and roster.is_joined(sentence, called.office))
  return called and not (is_bare and is_other) and list or nil
end

function judge.phone(sentence, cue)
  if text.within(sentence, cue, words.dial) then
    return dialled(sentence, cue)
  end
  return sentence:has(words.phone) and judge.meet(sentence, cue)
end

function judge.sit(sentence, cue)
  return accept(sentence, cue, around.actors(sentence, cue), 2)
end

function judge.attend(sentence, cue)
  return attendance(sentence, cue, words.met)
end

--- Who makes a visit by the verb that holds it.
local function visitor(sentence, cue)
  local hold = not around.is_definite(cue) and around.holder(sentence, cue)
  return hold and sides.only(sentence, around.actors(sentence, hold), sides.is_someone) or {}
end

--- A visit counts with its visitor and its goal, or with being called the first.
function judge.trip(sentence, cue)
  -- In «أول زيارة لوزير» the minister is anybody.
  local before = sentence:before(cue)
  local list = before and text.ends(before.text, "أول") and visitor(sentence, cue) or {}
  local rest = #list == 0 and sentence:after(cue)
  -- «أوباما يصل في أول زيارة كرئيس»: as what somebody comes says not who.
  if rest and text.begins(rest.text, "كرئيس", "كوزير") then
    sides.add(list, sides.people_before(sentence, cue))
    rest = nil
  end
  if rest then
    sides.add(list, sides.only(sentence, sides.from(sentence, rest), sides.is_someone))
  end
  if #list == 0 then
    sides.add(list, visitor(sentence, cue))
  end
  if #list == 0 then
    sides.add(list, around.owner(sentence, cue))
  end
  if #list == 0 and around.has_pronoun(cue) then
    sides.add(list, sides.last_person(sentence, cue))
  end
  if #list == 0 then
    sides.add(list, sides.person_near(sentence, cue))
  end
  if #list == 0 and not around.is_definite(cue) and visits.is_on(sentence, cue) then
    sides.add(list, sides.before(sentence, cue))
  end
  if not text.follows(sentence, cue, goal_near) and not sides.place_behind(sentence, cue)
    and not (visits.is_on(sentence, cue) and sides.place_before(sentence, cue)) then
    return nil
  end
  local found = accept(sentence, cue, list, 1)
  return found and joined_by(sentence, found, around.led(sentence, list[#list]))
end

return judge

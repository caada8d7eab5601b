-- Meetings whose words stand further apart, or whose parties hold no office: what judge.lua leaves, by kind of cue. Each
-- function gives the list of participants, or nil.
local around = require "around"
local calls = require "calls"
local company = require "company"
local journeys = require "journeys"
local judge = require "judge"
local receptions = require "receptions"
local roster = require "roster"
local session = require "session"
local sides = require "sides"
local text = require "text"
local told = require "told"
local visits = require "visits"
local words = require "words"

local wide = {}

local object_reach = company.reach
-- Words between a verb by which somebody is in talks and its noun, at most.
local opening_reach = 20
-- Words between those of one word and the meeting that a pronoun makes theirs, at most.
local several_reach = 10
-- Words of a number between a verb and those who are counted, at most.
local count_reach = 4
local search_limit = 6

local in_place = text.anchored(hilal.word { "في" } * hilal.gap(0, 1) * hilal.entity "GPE")
local counterpart_here = text.anchored(hilal.noun("نظير", { "نظراء" }))
local pronoun_near = text.anchored(hilal.gap(0, 1) * hilal.word { "معه", "معها", "معهم", "به", "بها", "بهم" })
local soon_with = text.anchored(hilal.gap(0, 3) * words.with:as "with")
local talks_here = text.anchored(words.occasion)
local media = hilal.lexicon "media"
local joint = company.joint
local between_here = text.anchored(hilal.gap(0, 6) * hilal.word { "بين" }:as "with"
  + hilal.gap(0, 2) * hilal.word { "التي", "الذي" } * words.held_once * hilal.gap(0, 12) * hilal.word { "بين" }:as "with")
local between_them = text.anchored(hilal.gap(0, 3) * hilal.word { "بينه", "بينها", "بينهم" } * hilal.word { "بين" }:as "with")
local talker = company.talker
local brought_near = text.anchored(hilal.gap(0, 4) * words.brought:as "brought")
local held_near = text.anchored(hilal.gap(0, 4) * words.hold_that:as "hold")
local of_office_near = text.anchored(hilal.gap(0, 2) * (words.titled + hilal.entity "PER"):as "visitor")
local going = hilal.word { "في", "خلال", "أثناء", "قبل", "قبيل", "بعد", "عقب", "عن", "لدى" }

--- «اجتمع نحو ستين من رؤساء البلديات»: several in office; or one whose name is not known, with somebody by name.
local function strangers_meet(sentence, cue, subject)
  local members = text.begins(cue.text, "اجتمع", "يجتمع", "تجتمع") and company.object(sentence, cue, count_reach) or {}
  if members[1] and members[1].type == nil and text.within(sentence, members[1], words.several) then
    return company.accept(sentence, cue, members, 1)
  end
  if subject.type ~= nil or text.begins(subject.text, "ال") or string.find(subject.text, " ", 1, true) then
    return nil
  end
  local others = sides.only(sentence, company.partners(sentence, cue, subject.start >= cue.stop and subject or nil), company.is_known)
  return #others > 0 and sides.add({ subject }, others) or nil
end

--- A verb of meeting: whom the subject meets may be a group, a pronoun may stand for the subject.
function wide.meet(sentence, cue)
  local list, subject = company.actors(sentence, cue)
  if text.ends(cue.text, "ينا", "يت") then
    return nil
  end
  if subject and not company.acts(sentence, subject) then
    return strangers_meet(sentence, cue, subject)
  end
  local rest = sentence:after(cue)
  if rest and text.begins(rest.text, "مع بعض") then
    return nil
  end
  local others = company.partners(sentence, cue, subject and company.subject_end(subject, cue))
  if #others == 0 and #list == 0 then
    -- «اجتمع نحو ستين من رؤساء البلديات».
    return nil
  end
  if #others == 0 then
    -- «اجتمع مدير كذا وقائد كذا، تجتمع اللجنة»: one another.
    return string.find(cue.text, "جتمع", 1, true) and #list > 0
      and company.accept(sentence, cue, roster.more(sentence, cue, list), sides.any(sentence, list, company.sits) and 1 or 2) or nil
  end
  if #list == 0 then
    list = company.teller(sentence, cue)
  end
  local needed = #list > 0 and 2 or 1
  sides.add(list, others)
  -- «تلتقي كذا مع كذا»: states without anybody are their teams.
  local is_met = sides.any(sentence, list, company.is_human) or sides.any(sentence, list, company.is_body)
  return is_met and company.accept(sentence, cue, list, needed) or nil
end

function wide.reception(sentence, cue)
  return receptions.welcomed(sentence, cue) or receptions.styled(sentence, cue) or told.during(sentence, cue, { judge, wide })
end

--- Whether who is behind مع are those who print or broadcast: an interview is no meeting.
local function is_interview(sentence, cue)
  local found = text.follows(sentence, cue, joint)
  local rest = found and sentence:after(found.with) or sentence:after(cue)
  local paper = rest and rest:find(media)
  local lead = paper and rest:before(paper.span)
  return paper and (not lead or found and lead.words <= 1)
end

--- «وعقب محادثاتهما قال فلان إن فلانا …، طلب فلان من فلان أثناء اجتماعهما»: the last two before, else the two who are named behind.
local function pair(sentence, cue)
  if not text.ends(cue.text, "هما") then
    return nil
  end
  local people = sides.people_before(sentence, cue)
  if #people < 2 then
    people = #people == 0 and sides.people_behind(sentence, cue) or {}
    return #people > 1 and company.accept(sentence, cue, { people[1], people[2] }, 2) or nil
  end
  return text.right_behind(sentence, cue, words.at) and company.accept(sentence, cue, { people[#people - 1], people[#people] }, 2) or nil
end

--- Whose meeting it is: by a pronoun, a genitive, or the verb that holds it.
local function owner(sentence, cue)
  if text.ends(cue.text, "هما") then
    local named = sides.people_before(sentence, cue)
    return { named[#named - 1], named[#named] }
  end
  if company.has_pronoun(cue) then
    local list = around.owner(sentence, cue)
    return #list > 0 and list or around.host(sentence, cue)
  end
  local direct = sentence:after(cue)
  local list = direct and sides.only(sentence, sides.from(sentence, direct), company.is_side) or {}
  if #list > 0 then
    return list
  end
  -- «توجهت فلانة إلى كذا لإجراء محادثات».
  local purpose = text.right_behind(sentence, cue, words.holding)
  if purpose and text.is_given(sentence, purpose.span, "ل") and text.follows(sentence, cue, joint) then
    return sides.before(sentence, purpose.span)
  end
  local found, distance = text.last_before(sentence, cue, words.opening)
  list = found and distance <= opening_reach and sides.only(sentence, (around.actors(sentence, found.hold)), company.is_talker) or {}
  return list, found ~= nil and distance <= opening_reach
end

--- «لقاء جمع الملك وفلانا، القمة التي جمعت فلانا بفلان».
local function brought(sentence, cue)
  local found = text.follows(sentence, cue, brought_near)
  if not found then
    return nil
  end
  local list = company.object(sentence, found.brought, object_reach)
  if #list == 1 and sides.is_official(sentence, list[1]) and text.within(sentence, list[1], words.several) then
    return company.accept(sentence, cue, list, 1)
  end
  sides.add(list, company.joined_by(sentence, list[1] or found.brought, "ب"))
  return company.accept(sentence, cue, sides.add(roster.more(sentence, cue, list), sides.people_behind(sentence, found.brought)), 2)
end

--- «اجتماع عقده المدرب مع اللاعبين».
local function held(sentence, cue)
  local found = text.follows(sentence, cue, held_near)
  if not found then
    return nil
  end
  local list = sides.only(sentence, (around.actors(sentence, found.hold)), company.is_side)
  sides.add(list, sides.only(sentence, around.with(sentence, found.hold), company.is_side))
  local bodies = sides.any(sentence, list, company.is_body)
  return company.accept(sentence, cue, roster.more(sentence, cue, list), bodies and 1 or 2)
end

--- «اتفق الوزراء، قبيل اجتماعهم»: those of one word before whose meeting it is.
local function several_before(sentence, cue)
  local lead, at = text.last_before(sentence, cue, words.at)
  local found, distance = text.last_before(sentence, cue, words.several)
  local is_theirs = text.ends(cue.text, "هم", "هما") or text.within(sentence, cue, words.call)
    -- «أقره رؤساء كذا بعد اجتماعين».
    or not around.is_definite(cue) and not around.has_pronoun(cue) and distance <= company.reach / 2
      and not text.follows(sentence, cue, joint)
  if not lead or at > 0 or not found or distance > several_reach or not is_theirs then
    return nil
  end
  return company.accept(sentence, cue, sides.from(sentence, found.span), 1)
end

--- «لقاء مرتقب بين فلان وفلان»: two by their names alone, where the meeting opens the sentence or is called near.
local function of_two(sentence, cue)
  if around.is_definite(cue) or sentence:before(cue) and not text.follows(sentence, cue, words.to_come_near) then
    return nil
  end
  local list = around.between(sentence, cue)
  local named = sides.only(sentence, list, function(_, party) return party.type == "PER" end)
  return #list > 1 and #named == #list and not sentence:has(words.sport) and company.accept(sentence, cue, list, 2) or nil
end

--- «قال الوزير عقب لقائه به، بعد لقائها الأول معه»: both are told of before, one of them here.
local function with_pronoun(sentence, cue)
  local lead = around.has_pronoun(cue) and text.right_behind(sentence, cue, words.upon)
  if not lead or not text.follows(sentence, cue, pronoun_near) then
    return nil
  end
  local list = sides.only(sentence, around.host(sentence, cue), sides.is_official)
  return #list > 0 and company.accept(sentence, cue, list, 1) or nil
end

function wide.meeting(sentence, cue)
  if is_interview(sentence, cue) then
    return nil
  end
  local found = brought(sentence, cue) or held(sentence, cue) or of_two(sentence, cue)
  if found then
    return found
  end
  local others = company.with(sentence, cue, company.is_side)
  if #others == 0 and company.has_pronoun(cue) then
    others = company.joined_by(sentence, cue, "ب")
    if #others == 0 then
      others = company.object(sentence, cue, 3)
    end
  end
  if #others > 0 then
    local list = owner(sentence, cue)
    if #list == 0 then
      sides.add(list, sides.before(sentence, cue))
    end
    found = company.accept(sentence, cue, sides.add(list, roster.more(sentence, cue, others)), company.has_pronoun(cue) and 1 or 2)
  end
  return found or several_before(sentence, cue) or session.of(sentence, cue) or with_pronoun(sentence, cue)
    or pair(sentence, cue) or told.during(sentence, cue, { judge, wide })
end

function wide.session(sentence, cue)
  -- «جلسة مباحثات مع كذا» is told by its second word.
  local others = not text.follows(sentence, cue, talks_here) and around.joined(sentence, cue, soon_with) or {}
  others = sides.only(sentence, others, sides.is_official)
  local list = #others > 0 and sides.add(sides.before(sentence, cue), others) or {}
  return session.of(sentence, cue) or #list > 0 and company.accept(sentence, cue, list, 1) or nil
end

--- «مؤتمر صحافي مشترك مع نظيره»: who answers the press together has met.
function wide.conference(sentence, cue)
  local found = text.follows(sentence, cue, joint)
  if not found or is_interview(sentence, cue) or not text.is_clause(text.between(sentence, cue, found.with)) then
    return nil
  end
  local others = sides.only(sentence, sides.from(sentence, sentence:after(found.with)), company.is_known)
  if #others == 0 then
    return nil
  end
  local list = sides.before(sentence, cue)
  local needed = #list > 0 and 2 or 1
  local joint_with = found.with
  found = company.accept(sentence, cue, sides.add(list, others), needed)
  local is_titled = found and (sides.any(sentence, found, sides.is_official) or text.follows(sentence, joint_with, counterpart_here))
  return is_titled and found or nil
end

--- The two sides behind بين, the second joined by و.
local function two(sentence, cue)
  local found = text.follows(sentence, cue, between_here)
  local lead = found and string.gsub(text.between(sentence, cue, found.with), "«.-»", "")
  local rest = found and text.is_clause(lead) and sentence:after(found.with)
  local list = rest and sides.only(sentence, sides.from(sentence, rest), company.is_talker) or {}
  local first = rest and rest:find(talker)
  if #list == 0 and first and (not rest:before(first.span) or rest:before(first.span).words <= 2) then
    list = { first.span }
  end
  for _ = 1, search_limit do
    rest = #list == 1 and rest and rest:after(first and first.span or list[1])
    first = rest and rest:find(talker)
    if not first then
      break
    end
    lead = text.words_between(sentence, list[1], first.span)
    if roster.is_joined(sentence, first.span) and (not lead or lead.words <= object_reach) then
      local more = sides.from(sentence, first.span)
      sides.add(list, #more > 0 and more or { first.span })
    end
  end
  return list
end

--- «المحادثات بينها وبين كذا»: with the last state or body before, or somebody.
local function with_them(sentence, cue)
  local found = text.follows(sentence, cue, between_them)
  local others = found and sides.only(sentence, sides.from(sentence, sentence:after(found.with)), company.is_talker) or {}
  local before = #others > 0 and sentence:before(cue)
  local is_person = before and text.ends(text.between(sentence, cue, found.with), "بينه")
  local all = before and sides.only(sentence, before.entities, function(_, entity)
    return (entity.type == "PER") == is_person
  end) or {}
  return #all > 0 and sides.add({ all[#all] }, others) or {}
end

--- Talks between two sides or of one with another, neither of which need be in office.
function wide.negotiation(sentence, cue)
  local list = with_them(sentence, cue)
  if #list == 0 then
    list = two(sentence, cue)
  end
  if #list == 1 and text.within(sentence, list[1], words.several) then
    return company.accept(sentence, cue, list, 1)
  end
  if #list < 2 then
    local others = company.with(sentence, cue, company.is_talker)
    local holder, is_held = owner(sentence, cue)
    -- «مباحثات الوزير فلان في كذا».
    if #others == 0 and sides.any(sentence, holder, sides.is_official) and text.follows(sentence, holder[#holder], in_place) then
      return company.accept(sentence, cue, holder, 1)
    end
    if #others > 0 and #holder == 0 then
      -- «محادثات للمسؤولين مع المبعوث».
      holder = company.joined_by(sentence, cue, "ل")
    end
    list = #others > 0 and sides.add(holder, others) or {}
    if #list == 1 and (is_held or company.has_pronoun(cue) and sides.is_official(sentence, list[1])) then
      return company.accept(sentence, cue, list, 1)
    end
  end
  return company.accept(sentence, cue, roster.more(sentence, cue, list), 2) or brought(sentence, cue)
end

--- The same, or what was said during talks that were told of before.
function wide.talks(sentence, cue)
  return wide.negotiation(sentence, cue) or pair(sentence, cue) or told.during(sentence, cue, { judge, wide })
end

function wide.summit(sentence, cue)
  return brought(sentence, cue) or session.of(sentence, cue)
end

--- «انعقد مجلس كذا»: a body that sits.
function wide.convene(sentence, cue)
  return session.convenes(sentence, cue)
end

--- A call by the verb that places it, between two, or told of before.
function wide.call(sentence, cue)
  return calls.placed(sentence, cue) or calls.between(sentence, cue) or calls.during(sentence, cue)
    or several_before(sentence, cue) or told.during(sentence, cue, { judge, wide })
end

--- «تحدث فلان وفلان هاتفيا»: the two before a verb in the dual.
function wide.phone(sentence, cue)
  if not sentence:has(words.phone) then
    return calls.told(sentence, cue)
  end
  return text.ends(cue.text, "ا") and company.accept(sentence, cue, sides.people_before(sentence, cue), 2) or nil
end

--- «تشاور مع المدير الفني»: with somebody by name, in office or of a group.
function wide.discuss(sentence, cue)
  local others = sides.only(sentence, around.with(sentence, cue), company.is_human)
  local list, subject = company.actors(sentence, cue)
  if #others == 0 and subject and sides.is_official(sentence, subject) then
    -- «بحث رئيس كذا مع كتل البرلمان».
    others = sides.only(sentence, around.joined(sentence, company.subject_end(subject, cue), soon_with), company.is_body)
  end
  if #others == 0 then
    return calls.joined(sentence, cue)
  end
  if subject and not company.acts(sentence, subject) then
    return nil
  end
  return company.accept(sentence, cue, sides.add(list, others), subject and 2 or 1)
end

--- «زيارة مقررة للرئيس فلان، خلال زيارته لكذا»: who visits is in office, or whom they visit.
function wide.trip(sentence, cue)
  -- زيارتي is told by who made it.
  if text.ends(cue.text, "تي") then
    return nil
  end
  local behind = text.follows(sentence, cue, of_office_near)
  local list = behind and sides.only(sentence, sides.from(sentence, behind.visitor), company.is_known) or {}
  if #list == 0 then
    list = sides.only(sentence, (owner(sentence, cue)), company.is_known)
  end
  local hosts = company.joined_by(sentence, cue, "ل")
  local goal = sides.place_behind(sentence, cue)
  local is_bound = goal and goal.type == "GPE" and not visits.is_site(sentence, cue, goal)
    or behind and text.right_behind(sentence, cue, going)
  if sides.any(sentence, list, sides.is_official) and (is_bound or #hosts > 0 or text.follows(sentence, cue, words.units_near)) then
    return company.accept(sentence, cue, sides.add(list, hosts), 1)
  end
  return journeys.trip(sentence, cue) or told.during(sentence, cue, { judge, wide })
end

wide.receive = receptions.receive
wide.visit = visits.visit
wide.escort = visits.escort
wide.summon = visits.summon

return wide

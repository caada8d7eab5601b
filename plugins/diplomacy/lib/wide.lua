-- Meetings whose words stand further apart, or whose parties hold no office: what judge.lua leaves, by kind of cue. Each
-- function gives the list of participants, or nil.
local around = require "around"
local company = require "company"
local judge = require "judge"
local roster = require "roster"
local session = require "session"
local sides = require "sides"
local text = require "text"
local told = require "told"
local visits = require "visits"
local words = require "words"

local wide = {}

local object_reach = company.reach
-- Words between a verb that places a call and the call, at most.
local call_reach = 24
-- Words between a verb by which somebody is in talks and its noun, at most.
local opening_reach = 20
-- Words between those of one word and the meeting that a pronoun makes theirs, at most.
local several_reach = 10
-- Words of a number between a verb and those who are counted, at most.
local count_reach = 4
local search_limit = 6

local in_place = text.anchored(hilal.word { "في" } * hilal.gap(0, 1) * hilal.entity "GPE")
local counterpart_here = text.anchored(hilal.noun("نظير", { "نظراء" }))
local caller_near = text.anchored(hilal.gap(0, 5) * words.from:as "with")
local media = hilal.lexicon "media"
local crowd = hilal.word { "ألف", "آلاف", "مليون", "ملايين", "الآلاف", "عشرات" }
local joint = company.joint
local between_here = text.anchored(hilal.gap(0, 6) * hilal.word { "بين" }:as "with")
local talker = company.talker
local brought_near = text.anchored(hilal.gap(0, 4) * words.brought:as "brought")
local held_near = text.anchored(hilal.gap(0, 4) * words.hold_that:as "hold")
local of_office_near = text.anchored(hilal.gap(0, 2) * (words.titled + hilal.entity "PER"):as "visitor")
local welcomed_near = text.anchored(words.styled:as "guest" + (words.titled + hilal.entity "PER"):as "guest")
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
  local others = sides.only(sentence, company.with(sentence, cue, company.is_human), function(_, party) return party.type == "PER" end)
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

--- A host and a guest, or several, far from each other; the host may be a pronoun.
function wide.receive(sentence, cue)
  local list, subject = around.actors(sentence, cue)
  if subject and subject.type == "FAC" then
    return nil
  end
  local from = subject and company.subject_end(subject, cue) or cue
  local guests = company.object(sentence, from, object_reach)
  -- «استقبل المطار الطائرة»: what comes is nobody.
  local target = sentence:target_of(cue)
  if guests[1] and roster.is_joined(sentence, guests[1])
    or target and target.type == nil and not company.is_human(sentence, target) and target.start > cue.stop then
    return nil
  end
  if subject and not company.is_known(sentence, subject) and not sides.any(sentence, guests, sides.is_official)
    or guests[1] and text.begins(text.between(sentence, from, guests[1]), "،") then
    return nil
  end
  local between = guests[1] and text.words_between(sentence, cue, guests[1])
  if #guests == 0 or between and between:has(crowd) then
    return nil
  end
  sides.add(guests, around.led(sentence, guests[1]))
  if #list == 0 then
    list = company.teller(sentence, cue)
  end
  if not sides.any(sentence, guests, company.is_known) and not sides.any(sentence, list, company.is_known) then
    return nil
  end
  return company.accept(sentence, cue, roster.more(sentence, cue, sides.add(list, guests)), 2)
end

--- «وكان في استقباله فلان»: who is welcomed was told of before.
local function welcomed(sentence, cue)
  local lead = sentence:before(cue)
  if not lead or not text.ends(lead.text, "كان في", "كانت في", "كانوا في", "كان فى", "كان", "كانت") then
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
    hosts = company.object(sentence, from, object_reach)
  end
  if named then
    sides.add(guests, sides.from(sentence, named.guest))
  end
  return #hosts > 0 and company.accept(sentence, cue, sides.add(guests, hosts), 1) or nil
end

function wide.reception(sentence, cue)
  return welcomed(sentence, cue) or told.during(sentence, cue, { judge, wide })
end

--- Whether who is behind مع are those who print or broadcast: an interview is no meeting.
local function is_interview(sentence, cue)
  local found = text.follows(sentence, cue, joint)
  local rest = found and sentence:after(found.with) or sentence:after(cue)
  local paper = rest and rest:find(media)
  local lead = paper and rest:before(paper.span)
  return paper and (not lead or found and lead.words <= 1)
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
  if not lead or at > 0 or not found or distance > several_reach
    or not (text.ends(cue.text, "هم", "هما") or text.within(sentence, cue, words.call)) then
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
  return found or several_before(sentence, cue) or session.of(sentence, cue) or told.during(sentence, cue, { judge, wide })
end

function wide.session(sentence, cue)
  return session.of(sentence, cue)
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

--- Talks between two sides or of one with another, neither of which need be in office.
function wide.negotiation(sentence, cue)
  local list = two(sentence, cue)
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
    list = #others > 0 and sides.add(holder, others) or {}
    if #list == 1 and is_held then
      return company.accept(sentence, cue, list, 1)
    end
  end
  return company.accept(sentence, cue, roster.more(sentence, cue, list), 2) or brought(sentence, cue)
end

--- The same, or what was said during talks that were told of before.
function wide.talks(sentence, cue)
  return wide.negotiation(sentence, cue) or told.during(sentence, cue, { judge, wide })
end

function wide.summit(sentence, cue)
  return brought(sentence, cue)
end

--- «تلقى الوزير اتصالا هاتفيا اليوم من فلان».
function wide.call(sentence, cue)
  local found, distance = text.last_before(sentence, cue, words.placed)
  if found and distance <= call_reach then
    local list = around.actors(sentence, found.placed)
    if #list == 0 then
      list = company.teller(sentence, found.placed)
    end
    local others = sides.only(sentence, around.called(sentence, cue), company.is_human)
    if #others == 0 then
      others = sides.only(sentence, around.joined(sentence, cue, caller_near), company.is_human)
    end
    local is_call = sentence:has(words.phone) or sides.any(sentence, others, company.is_known)
    sides.add(list, others)
    found = is_call and #others > 0 and company.accept(sentence, cue, roster.more(sentence, cue, list), 2)
    if found then
      return found
    end
  end
  return several_before(sentence, cue) or told.during(sentence, cue, { judge, wide })
end

--- «تحدث فلان وفلان هاتفيا»: the two before a verb in the dual.
function wide.phone(sentence, cue)
  return text.ends(cue.text, "ا") and sentence:has(words.phone)
    and company.accept(sentence, cue, sides.people_before(sentence, cue), 2) or nil
end

--- «تشاور مع المدير الفني»: with somebody by name, in office or of a group.
function wide.discuss(sentence, cue)
  local others = sides.only(sentence, around.with(sentence, cue), company.is_human)
  if #others == 0 then
    return nil
  end
  local list, subject = company.actors(sentence, cue)
  if subject and not company.acts(sentence, subject) then
    return nil
  end
  return company.accept(sentence, cue, sides.add(list, others), subject and 2 or 1)
end

--- «زيارة مقررة للرئيس فلان، خلال زيارته لكذا»: who visits is in office, or whom they visit.
function wide.trip(sentence, cue)
  local behind = text.follows(sentence, cue, of_office_near)
  local list = behind and sides.only(sentence, sides.from(sentence, behind.visitor), company.is_known) or {}
  if #list == 0 then
    list = sides.only(sentence, (owner(sentence, cue)), company.is_known)
  end
  local hosts = company.joined_by(sentence, cue, "ل")
  local goal = sides.place_behind(sentence, cue)
  local lead, distance = text.last_before(sentence, cue, going)
  local is_bound = goal and goal.type == "GPE" and not visits.is_site(sentence, cue, goal) or behind and lead and distance == 0
  if sides.any(sentence, list, sides.is_official) and (is_bound or #hosts > 0 or text.follows(sentence, cue, words.units_near)) then
    return company.accept(sentence, cue, sides.add(list, hosts), 1)
  end
  return told.during(sentence, cue, { judge, wide })
end

wide.visit = visits.visit
wide.escort = visits.escort
wide.summon = visits.summon

return wide

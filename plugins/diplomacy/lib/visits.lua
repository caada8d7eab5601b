-- Visits by a verb, those who escort somebody on one, and envoys who are called in.
local around = require "around"
local company = require "company"
local roster = require "roster"
local sides = require "sides"
local text = require "text"
local words = require "words"

local visits = {}

local object_reach = company.reach
-- Words between a verb of visiting and the name of its goal, at most: مدينة كذا.
local class_reach = 1
-- Words between a name and the office that is said of it, at most.
local predicate_reach = 3
local journey = hilal.noun { "زيارة", "جولة" }
local envoy = hilal.noun({ "سفير", "قنصل" }, { "سفراء", "قناصل" }) + hilal.phrase { "القائم بالأعمال", "القائم بأعمال" }
local site = hilal.lexicon "sites"
local on_visit = hilal.lexicon "on_visit"
local goal_here = text.anchored(hilal.gap(0, 1) * (words.realm + hilal.entity "FAC"):as "goal")

--- Whether the words before a visit say that who is named there makes it: في زيارة، بزيارة، أنهى زيارة.
function visits.is_on(sentence, cue)
  local found, distance = text.last_before(sentence, cue, on_visit)
  local word = sentence:within(cue).text
  return found and distance <= 1 or word ~= cue.text and text.begins(word, "ب", "ل")
    or around.has_pronoun(cue)
end

--- Whether what is visited is looked at: a site, a fair.
function visits.is_site(sentence, from, goal)
  local part = text.words_between(sentence, from, goal)
  return part ~= nil and part:has(site) or text.within(sentence, goal, site)
end

--- «وفد من كذا يزور كذا»: whoever opens the sentence shortly before a verb.
local function opening(sentence, cue)
  local found = text.last_before(sentence, cue, words.party)
  local lead = found and sentence:before(found.span)
  local list = found and (not lead or lead.words <= 1 or text.ends(lead.text, ":")) and sides.from(sentence, found.span) or {}
  local between = list[1] and text.words_between(sentence, list[1], cue)
  return (not between or between.words <= predicate_reach) and list or {}
end

--- A visit by who is told of before the verb: «وهو أول رئيس يزور كذا، قال الوزير إنه سيزور كذا».
local function told_visit(sentence, cue)
  local goal = sides.place_behind(sentence, cue) or (text.follows(sentence, cue, goal_here) or {}).goal
  local between = goal and text.words_between(sentence, cue, goal)
  if not goal or goal.type == "LOC" or visits.is_site(sentence, cue, goal) or between and between.words > class_reach then
    return nil
  end
  local list = sides.last_person(sentence, cue)
  local title = list[1] and list[1].office
  if text.begins(cue.text, "زارت", "تزور", "ستزور") and not (title and text.within(sentence, title, words.lady)) then
    return nil
  end
  if sides.any(sentence, list, sides.is_official) then
    return company.accept(sentence, cue, list, 1)
  end
  local office = around.office_before(sentence, cue)
  -- «وفلان أول وزير يزور كذا»: the name before says who the minister is.
  local lead = list[1] and office[1] and text.words_between(sentence, list[1], office[1])
  list = #office > 0 and lead and lead.words <= predicate_reach and list or office
  list = #list > 0 and list or opening(sentence, cue)
  list = #list > 0 and list or sides.of_headline(sentence)
  local is_told = #list > 0 and (#office > 0 or sides.any(sentence, list, sides.is_official))
  return is_told and company.accept(sentence, cue, list, 1) or nil
end

--- Whether a verb's subject stands behind it where its goal does: «الرئيس … سيزور كذا».
local function is_goal(sentence, subject, cue)
  return subject.start >= cue.stop
    and (subject.type == "GPE" or subject.type == "FAC" or subject.type == nil and not company.acts(sentence, subject))
end

--- A visit by somebody in office or by name to a place or to people.
function visits.visit(sentence, cue)
  local list, subject = around.actors(sentence, cue)
  if not subject or is_goal(sentence, subject, cue) then
    return told_visit(sentence, cue)
  end
  if not company.is_known(sentence, subject) then
    return nil
  end
  local from = company.subject_end(subject, cue)
  local hosts = company.object(sentence, from, object_reach)
  -- «زارت سفيرة كذا فلانة»: the name behind the title is hers.
  if subject.type == nil and hosts[1] and hosts[1].type == "PER" and hosts[1].start - subject.stop <= 1 then
    return nil
  end
  local goal = #hosts == 0 and sides.is_official(sentence, subject) and sides.place_behind(sentence, from)
  if goal and (goal.type == "LOC" or visits.is_site(sentence, from, goal)) or #hosts > 0 and visits.is_site(sentence, from, hosts[1]) then
    return nil
  end
  local is_bound = goal or #hosts > 0 or text.follows(sentence, from, words.units_near)
    or sides.is_official(sentence, subject) and text.follows(sentence, from, goal_here)
  return is_bound and company.accept(sentence, cue, sides.add(list, hosts), 1) or nil
end

--- «رافق الوزير خلال الزيارة فلان».
function visits.escort(sentence, cue)
  local rest = sentence:after(cue)
  local found = rest and rest:find(journey)
  if not found then
    return nil
  end
  local list = sides.add(around.actors(sentence, cue), company.object(sentence, cue, 2))
  local others = company.object(sentence, found.span, object_reach)
  sides.add(list, #others > 0 and others or sides.people_behind(sentence, found.span))
  return company.accept(sentence, cue, roster.more(sentence, cue, list), 2)
end

--- «استدعت وزارة الخارجية السفير»: who is called in is an envoy.
function visits.summon(sentence, cue)
  local rest = sides.clause_behind(sentence, cue, words.people_end)
  local found = rest and rest:find(envoy)
  local list, subject = company.actors(sentence, cue)
  if subject and text.within(sentence, subject, envoy) then
    subject = nil
  end
  local before = (not subject or subject.type == "GPE") and sentence:before(cue)
  for _, entity in ipairs(before and before.entities or {}) do
    if entity.type == "ORG" and company.is_body(sentence, entity) then
      list, subject = { entity }, entity
    end
  end
  -- «استدعت كذا سفيرها»: one's own is called home.
  if not found or around.has_pronoun(found.span) or not subject or subject.type == "GPE" or not company.is_side(sentence, subject) then
    return nil
  end
  local guests = sides.from(sentence, found.span)
  sides.add(list, #guests > 0 and guests or { found.span })
  return list
end

return visits

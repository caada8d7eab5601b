-- Visits by a verb, those who escort somebody on one, and envoys who are called in.
local around = require "around"
local company = require "company"
local roster = require "roster"
local sides = require "sides"
local text = require "text"
local words = require "words"

local visits = {}

local object_reach = company.reach
local journey = hilal.noun { "زيارة", "جولة" }
local envoy = hilal.noun({ "سفير", "قنصل" }, { "سفراء", "قناصل" }) + hilal.phrase { "القائم بالأعمال", "القائم بأعمال" }
local site = hilal.lexicon "sites"

--- Whether what is visited is looked at: a site, a fair.
function visits.is_site(sentence, from, goal)
  local part = text.words_between(sentence, from, goal)
  return part ~= nil and part:has(site)
end

--- A visit by somebody in office or by name to a place or to people.
function visits.visit(sentence, cue)
  local list, subject = around.actors(sentence, cue)
  if not subject or not company.is_known(sentence, subject) then
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
  sides.add(list, company.object(sentence, found.span, object_reach))
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

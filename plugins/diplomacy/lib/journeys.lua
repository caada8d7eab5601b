-- Visits whose visitor or goal stands apart: in a clause of its own, told before, or in words that name no place.
local around = require "around"
local company = require "company"
local sides = require "sides"
local text = require "text"
local visits = require "visits"
local words = require "words"

local journeys = {}

local someone = words.titled + hilal.entity "PER"
local here = text.anchored(hilal.gap(0, 2) * someone:as "visitor")
local building_here = text.anchored(hilal.gap(0, 1) * hilal.entity("FAC"):as "goal")
local in_place = words.inside * hilal.entity "GPE"
-- «زيارة ينتظر أن يقوم بها الوزير، الزيارة التي أجراها».
local made_near = text.anchored(hilal.gap(0, 6) * (hilal.verb "قام" * hilal.word { "بها", "بهما" } + words.make_it):as "made")
local realm_near = text.anchored(hilal.gap(0, 9) * (words.to * hilal.gap(0, 2) * words.realm + words.realm):as "goal")

--- Those in office who stand right behind a span.
local function behind(sentence, span)
  local found = text.follows(sentence, span, here)
  return found and sides.only(sentence, sides.from(sentence, found.visitor), company.is_known) or {}
end

--- Who makes a visit by a clause that says so.
local function maker(sentence, cue)
  local found = text.follows(sentence, cue, made_near)
  local list = found and behind(sentence, found.made) or {}
  return sides.any(sentence, list, sides.is_official) and list or nil
end

--- Whether a visit is to a country or to lands that are not named: «للمملكة، إلى عدة دول»; or to an airport, a hospital.
local function has_realm(sentence, cue)
  local direct = text.follows(sentence, cue, building_here)
  if direct and not visits.is_site(sentence, cue, direct.goal) then
    return true
  end
  local found = text.follows(sentence, cue, realm_near)
  return found and (text.is_given(sentence, found.goal, "ل") or text.begins(found.goal.text, "إلى", "الى"))
    and text.is_clause(text.between(sentence, cue, found.goal))
end

--- Who makes a visit: named behind it, by its pronoun, or told of before where the words say that somebody is on it.
local function visitor(sentence, cue)
  local list = behind(sentence, cue)
  if #list == 0 then
    list = around.owner(sentence, cue)
  end
  if #list == 0 and not around.is_definite(cue) and visits.is_on(sentence, cue) then
    list = sides.before(sentence, cue)
  end
  return list
end

--- Whether a visit's goal stands behind who makes it, however long the titles: «زيارة الرئيس السابق …، فلان، كذا».
local function has_goal(sentence, list)
  local last = list[#list]
  local goal = last and sides.place_behind(sentence, last)
  local between = goal and text.words_between(sentence, last, goal)
  return goal and goal.type == "GPE" and (not between or between.words <= 1) and not visits.is_site(sentence, last, goal)
end

--- Whether a visit that has no goal here is somebody's in particular: «زيارة الوزير الأميركي، زيارة الرئيس فلان».
local function is_his(sentence, cue, party)
  local office = party.office
  local head = office and office.start < party.start and office.start >= cue.stop and office or party
  return not around.is_definite(cue) and text.between(sentence, cue, head) == ""
    and sides.is_official(sentence, party) and (party.type == "PER" or text.begins(party.text, "ال"))
end

local function in_office(sentence, party)
  return sides.is_official(sentence, party)
    and (party.type == "PER" or text.within(sentence, party, words.titled) and not text.within(sentence, party, words.several))
end

--- «قام أمير كذا بزيارة المرضى»: those whom somebody in office visits.
local function guests(sentence, cue)
  local hold = not around.is_definite(cue) and around.holder(sentence, cue)
  local list = hold and sides.only(sentence, (around.actors(sentence, hold)), in_office) or {}
  local hosts = #list > 0 and company.object(sentence, cue, 1) or {}
  return #hosts > 0 and sides.add(list, hosts) or nil
end

--- «فلان في كذا خلال زيارة مفاجئة»: the goal right before the visit.
local function is_there(sentence, cue)
  local found, reach = text.last_before(sentence, cue, in_place)
  return found and reach == 1 and text.right_behind(sentence, cue, words.upon) ~= nil
end

function journeys.trip(sentence, cue)
  local list = maker(sentence, cue)
  if not list and has_realm(sentence, cue) then
    list = visitor(sentence, cue)
  elseif not list then
    list = behind(sentence, cue)
    list = #list > 0 and (has_goal(sentence, list) or is_his(sentence, cue, list[1])) and list
      or guests(sentence, cue)
      or not around.is_definite(cue) and is_there(sentence, cue) and sides.before(sentence, cue) or nil
  end
  return list and sides.any(sentence, list, sides.is_official) and company.accept(sentence, cue, list, 1) or nil
end

return journeys

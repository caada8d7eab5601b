-- Calls and talks of two in office that no word of the telephone tells of, and calls at which something is said.
local around = require "around"
local company = require "company"
local roster = require "roster"
local sides = require "sides"
local text = require "text"
local words = require "words"

local calls = {}

-- Words between a verb that places a call and the call, at most.
local call_reach = 24
local caller_near = text.anchored(hilal.gap(0, 5) * words.from:as "with")
local between_near = text.anchored(hilal.gap(0, 11) * hilal.word { "بين" }:as "with")
local soon_with = text.anchored(hilal.gap(0, 2) * words.with:as "with")
local others_near = text.anchored(hilal.gap(0, 1) * (words.titled + hilal.entity "PER"):as "other")

--- Both sides, where there are two in office.
local function two_in_office(sentence, cue, list)
  list = sides.only(sentence, list, sides.is_official)
  return company.accept(sentence, cue, list, 2)
end

--- «تلقى الوزير اتصالا هاتفيا اليوم من فلان».
function calls.placed(sentence, cue)
  local found, distance = text.last_before(sentence, cue, words.placed)
  if not found or distance > call_reach then
    return nil
  end
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
  return is_call and #others > 0 and company.accept(sentence, cue, roster.more(sentence, cue, list), 2) or nil
end

--- «اتصل رئيس كذا بوزير كذا، تحدث الرئيس مع نظيره»: an official with an official.
function calls.told(sentence, cue)
  local list, subject = company.actors(sentence, cue)
  if not subject or not sides.is_official(sentence, subject) then
    return nil
  end
  local from = company.subject_end(subject, cue)
  local others = around.joined(sentence, from, soon_with)
  if #others == 0 and not text.within(sentence, cue, words.speak) then
    others = company.joined_by(sentence, cue, "ب", from)
  end
  local are_known = #others > 0 and #sides.only(sentence, others, company.is_known) == #others
  return are_known and company.accept(sentence, cue, sides.add(list, others), 2) or nil
end

--- «اتصال جرى بين الرئيس فلان والرئيس فلان».
function calls.between(sentence, cue)
  local list = around.joined(sentence, cue, between_near)
  return #list > 0 and two_in_office(sentence, cue, roster.more(sentence, cue, list)) or nil
end

--- «وقال فلان بعد اتصال هاتفي مع الأمير»: whoever says something at a call has made it.
function calls.during(sentence, cue)
  local lead = text.right_behind(sentence, cue, words.at)
  if not lead or around.is_definite(cue) or around.has_pronoun(cue) then
    return nil
  end
  local others = sides.only(sentence, around.called(sentence, cue), sides.is_official)
  local list = sides.before(sentence, cue)
  return #others > 0 and company.accept(sentence, cue, sides.add(list, others), #list > 0 and 2 or 1) or nil
end

--- «الملك يبحث والرئيس فلان كذا»: with whom و joins behind the verb, in a headline mostly.
function calls.joined(sentence, cue)
  local found = text.follows(sentence, cue, others_near)
  if not found or not roster.is_joined(sentence, found.other) then
    return nil
  end
  local list, subject = company.actors(sentence, cue)
  if not subject or subject.start >= cue.start or not sides.is_official(sentence, subject) then
    return nil
  end
  return two_in_office(sentence, cue, sides.add(list, sides.from(sentence, found.other)))
end

return calls

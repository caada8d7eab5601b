-- Who receives whom: hosts and guests far from each other, those who welcome, a host by his form of address.
local around = require "around"
local company = require "company"
local roster = require "roster"
local sides = require "sides"
local text = require "text"
local words = require "words"

local receptions = {}

local object_reach = company.reach
-- Words between a form of address and the reception that its bearer gives, at most.
local styled_reach = 10
local crowd = hilal.word { "ألف", "آلاف", "مليون", "ملايين", "الآلاف", "عشرات" }
local welcomed_near = text.anchored(words.styled:as "guest" + (words.titled + hilal.entity "PER"):as "guest")

--- A host and a guest, or several, far from each other; the host may be a pronoun.
function receptions.receive(sentence, cue)
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
function receptions.welcomed(sentence, cue)
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
  -- «وكان قائد كذا فلان في استقبال الوزير».
  if #hosts == 0 and #guests > 0 then
    hosts = sides.only(sentence, sides.before(sentence, cue), sides.is_official)
  end
  return #hosts > 0 and company.accept(sentence, cue, sides.add(guests, hosts), 1) or nil
end

--- «قال سموه لدى استقباله عددا من المسؤولين»: the host is a form of address, or only told before.
function receptions.styled(sentence, cue)
  local host, reach = text.last_before(sentence, cue, words.styled)
  local is_upon = around.has_pronoun(cue) and text.right_behind(sentence, cue, words.upon)
  local guests = is_upon and company.object(sentence, cue, 2) or {}
  guests = sides.any(sentence, guests, sides.is_official) and company.accept(sentence, cue, roster.more(sentence, cue, guests), 1) or {}
  return #guests > 0 and sides.add(host and reach <= styled_reach and { host.span } or {}, guests) or nil
end

return receptions

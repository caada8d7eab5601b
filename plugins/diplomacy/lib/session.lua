-- Sessions of bodies: a committee, a cabinet, a parliament whose members meet, by a noun of meeting.
local around = require "around"
local roster = require "roster"
local sides = require "sides"
local text = require "text"
local words = require "words"

local session = {}

-- Words between a verb and the body that it has as its subject, and between the body and its session, at most.
local subject_reach = 3
local session_reach = 24
local body = words.sitting
local convener = body + hilal.entity "ORG"
local sitter = body + words.titled + hilal.entity "PER"
local of_body = text.anchored(hilal.gap(0, 2) * body:as "body")
local of_office = text.anchored(hilal.gap(0, 2) * (words.titled + hilal.entity "PER"):as "members")
local held_near = text.anchored(hilal.gap(0, 2) * words.hold_that:as "hold")
local at_body = text.anchored(hilal.gap(0, 5) * hilal.word { "في", "أمام" } * hilal.gap(0, 1) * body:as "body")
local held_soon = hilal.word { "في", "خلال", "أثناء", "عقب", "قبل", "قبيل", "بعد", "عن", "موعد", "أن", "إن", "حضور" }

--- A body as it is named: its whole noun phrase.
local function named(sentence, span)
  for _, entity in ipairs(sentence.entities) do
    if entity.type == "ORG" and text.overlap(entity, span) then
      return entity
    end
  end
  local list = sides.from(sentence, span)
  return list[1] or span
end

local function accept(sentence, cue, list)
  local witnesses = around.present(sentence, cue)
  return roster.join(list, roster.settle(sentence, sides.only(sentence, witnesses, sides.is_party)))
end

--- «عقدت اللجنة المنظمة لكذا اجتماعها الأول، تعقد كذا وكذا اجتماعا»: who holds it stands behind the verb.
local function convened(sentence, cue)
  local found, distance = text.last_before(sentence, cue, words.convening)
  if not found or distance > session_reach or around.is_definite(cue) then
    return nil
  end
  local part = text.words_between(sentence, found.span, cue)
  local who = part and part:find(convener)
  local lead = who and part:before(who.span)
  if who and (not lead or lead.words <= subject_reach and text.is_clause(lead.text)) then
    return { named(sentence, who.span) }
  end
  local list = sides.only(sentence, (around.actors(sentence, found.span)), function(_, party)
    return party.type == "GPE"
  end)
  return #list > 1 and list or nil
end

--- «الجلسة التي رأسها فلان، جلسة عقدها البرلمان».
local function held(sentence, cue)
  local found = text.follows(sentence, cue, held_near)
  local rest = found and sentence:after(found.hold)
  local who = rest and rest:find(sitter)
  local lead = who and rest:before(who.span)
  if not who or lead and lead.words > subject_reach then
    return nil
  end
  local party = named(sentence, who.span)
  local list = roster.settle(sentence, sides.only(sentence, sides.from(sentence, party), sides.is_party))
  return #list > 0 and list or { party }
end

--- «ناقشت اللجنة في اجتماعها»: whose session it is a pronoun says.
local function its_own(sentence, cue)
  local lead, distance = text.last_before(sentence, cue, words.at)
  if not around.has_pronoun(cue) or not lead or distance > 0 then
    return nil
  end
  local who, reach = text.last_before(sentence, lead.span, body)
  local before = who and sentence:before(who.span)
  return who and reach <= session_reach / 2 and (not before or before.words <= subject_reach) and { named(sentence, who.span) }
    or nil
end

--- «الاجتماع المرتقب للجنة كذا، جلسة مجلس الوزراء، الاجتماع المشترك لوزراء كذا»: behind it, joined by ل or as its genitive.
local function of(sentence, cue)
  local found = text.follows(sentence, cue, of_body)
  local span = found and found.body
  if not span then
    local members = text.follows(sentence, cue, of_office)
    span = members and text.within(sentence, members.members, words.several) and members.members
  end
  if not span then
    return nil
  end
  local between = text.between(sentence, cue, span)
  local given = text.is_given(sentence, span, "ل") or not found and text.begins(span.text, "ل")
  if not given and (between ~= "" or around.is_definite(cue)) then
    return nil
  end
  local lead, distance = text.last_before(sentence, cue, held_soon)
  local hold, hold_distance = text.last_before(sentence, cue, words.hold)
  local near = lead and distance == 0 or hold and hold_distance <= session_reach / 2 or text.follows(sentence, cue, words.will_sit)
  return near and { named(sentence, span) } or nil
end

--- «رد الوزير في جلسة في البرلمان»: who speaks before a body.
local function before_body(sentence, cue)
  local found = text.follows(sentence, cue, at_body)
  local lead, distance = text.last_before(sentence, cue, words.at)
  if not found or not lead or distance > 0 then
    return nil
  end
  local list = sides.before(sentence, cue)
  if #list == 0 then
    list = sides.only(sentence, sides.people_behind(sentence, found.body), sides.is_official)
  end
  return #list > 0 and sides.any(sentence, list, sides.is_official) and { list[1], named(sentence, found.body) } or nil
end

--- Who sits, or nil.
function session.of(sentence, cue)
  local found = convened(sentence, cue) or held(sentence, cue) or its_own(sentence, cue) or of(sentence, cue)
    or before_body(sentence, cue)
  if found then
    return accept(sentence, cue, found)
  end
  -- «نظمت اجتماعا بحضور الوزير».
  local hold, distance = text.last_before(sentence, cue, words.convening)
  local witnesses = hold and distance <= subject_reach and around.present(sentence, cue) or {}
  local list = roster.settle(sentence, witnesses)
  return sides.any(sentence, list, sides.is_official) and list or nil
end

return session

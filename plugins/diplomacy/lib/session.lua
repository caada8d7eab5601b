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
local convener = body + words.several + hilal.entity "ORG"
local sitter = body + words.titled + hilal.entity "PER"
local of_any = text.anchored(hilal.gap(0, 2) * (body + hilal.entity "ORG" + hilal.noun { "مجموعة", "حزب" }):as "body")
local chair = hilal.verb({ "ترأّس", "رأس", "عقد" }, { "perfect", "imperfect", "future" }):as "chair"
local of_office = text.anchored(hilal.gap(0, 2) * (words.titled + hilal.entity "PER"):as "members")
local held_near = text.anchored(hilal.gap(0, 2) * words.hold_that:as "hold")
local at_body = text.anchored(hilal.gap(0, 5) * hilal.word { "في", "أمام" } * hilal.gap(0, 1) * body:as "body")
-- What one may head besides a meeting: «رأس وفد كذا إلى اجتماع».
local other_head = hilal.noun("وفد", { "وفود" }) + hilal.noun { "حفل", "لجنة", "مؤتمر" }
local last = hilal.word { "آخر", "أول", "ثاني", "ثالث" }
-- Words between a body and a session of its own, at most.
local own_reach = 18
-- Words between a body that acts and its meeting that has a time, at most.
local acting_reach = 4
local member = body + hilal.noun("دولة", { "دول" }) + hilal.noun "حزب" + hilal.entity "ORG"
local relative_word = hilal.word { "الذي", "التي" }
local that = relative_word + hilal.word "قد"
local sat_near = text.anchored(hilal.gap(1, 10)
  * (that * hilal.gap(0, 1)
    * hilal.verb({ "عقد", "انعقد", "التأم", "اختتم", "انطلق", "استضاف", "احتضن" }, { "perfect", "imperfect", "future" })
    + hilal.word { "المقرر", "المزمع", "المنتظر", "المتوقع" } * hilal.word { "عقده", "عقدها", "انعقاده", "انعقادها" }
    + hilal.word { "المنعقد", "المنعقدة" }):as "sat")
local dated_near = text.anchored(hilal.gap(0, 1) * (words.time + hilal.word { "له", "لها" }) + words.held_once)
-- «عن عقد اجتماع، الجولة السابعة من اجتماعات».
local link = hilal.word { "عقد", "من" }
local held_soon = hilal.lexicon "session_leads"

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

--- Whether a verb only says of a body where it sits always: «البرلمان الذي ينعقد في كذا».
local function is_relative(sentence, verb)
  return text.right_behind(sentence, verb, relative_word) ~= nil
end

--- «عقدت اللجنة المنظمة لكذا اجتماعها الأول، تعقد كذا وكذا اجتماعا»: who holds it stands behind the verb.
local function convened(sentence, cue)
  local found, distance = text.last_before(sentence, cue, words.convening)
  if not found or distance > session_reach or around.is_definite(cue) or is_relative(sentence, found.span) then
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
local function its_own(sentence, cue, lead)
  if not around.has_pronoun(cue) then
    return nil
  end
  local who, reach = text.last_before(sentence, lead.span, body)
  local before = who and sentence:before(who.span)
  local acts = who and (reach <= acting_reach and not text.begins(cue.text, "جلسات") or not before or before.words <= subject_reach)
  return acts and reach <= own_reach and { named(sentence, who.span) }
    or nil
end

--- «الاجتماع المرتقب للجنة كذا، جلسة مجلس الوزراء، الاجتماع المشترك لوزراء كذا»: behind it, joined by ل or as its genitive.
local function of(sentence, cue)
  local found = text.follows(sentence, cue, of_any)
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
  local opens = not sentence:before(cue) and not around.is_definite(cue)
  local is_at = lead and (distance == 0 or distance <= 2 and text.words_between(sentence, lead.span, cue):has(link))
  local near = opens or is_at or hold and hold_distance <= session_reach / 2 or text.follows(sentence, cue, words.will_sit)
  return near and { named(sentence, span) } or nil
end

--- «رد الوزير في جلسة في البرلمان»: who speaks before a body.
local function before_body(sentence, cue)
  local found = text.follows(sentence, cue, at_body)
  if not found then
    return nil
  end
  local list = sides.before(sentence, cue)
  if #list == 0 then
    list = sides.only(sentence, sides.people_behind(sentence, found.body), sides.is_official)
  end
  return #list > 0 and sides.any(sentence, list, sides.is_official) and { list[1], named(sentence, found.body) } or nil
end

--- «قمة دول كذا التي انعقدت، اجتماعات اللجنة الفنية المقرر عقدها»: whose it is stands before the words that say it is held.
local function sat(sentence, cue)
  local found = text.follows(sentence, cue, sat_near)
  local part = found and text.words_between(sentence, cue, found.sat)
  local who = part and part:find(member)
  local lead = who and part:before(who.span)
  if found and not who then
    -- «الاجتماع الأمني الذي عقد برئاسة الوزير».
    local list = roster.settle(sentence, around.present(sentence, cue))
    return sides.any(sentence, list, sides.is_official) and list or nil
  end
  if not who or lead and (lead.words > subject_reach or not text.is_clause(lead.text)) then
    return nil
  end
  return { named(sentence, who.span) }
end

--- «قررت كذا في اجتماع نوفمبر الماضي»: the body that acts right before, where the meeting has its time.
local function at_its(sentence, cue, lead)
  if around.is_definite(cue) or not text.follows(sentence, cue, dated_near) then
    return nil
  end
  local who, reach = text.last_before(sentence, lead.span, convener)
  -- A body's name may stand in quotation marks.
  local between = who and string.gsub(text.between(sentence, who.span, cue), "^»", "")
  return who and reach <= acting_reach and text.is_clause(between) and { named(sentence, who.span) } or nil
end

--- «انعقد مجلس كذا»: the body that is a verb's subject.
function session.convenes(sentence, verb)
  local subject = sentence:subject_of(verb)
  if is_relative(sentence, verb) then
    return nil
  end
  local part = subject and (subject.type == "ORG" or subject.type == nil) and sentence:within(subject)
  local found = part and part:find(body)
  return found and found.span.start - subject.start <= 1 and accept(sentence, verb, { subject }) or nil
end

--- «ترأس الأمير فلان الاجتماع الدوري لكذا»: who presides is in office.
local function chaired(sentence, cue)
  local found, distance = text.last_before(sentence, cue, chair)
  local list = found and distance <= session_reach and sides.only(sentence, (around.actors(sentence, found.chair)), sides.is_party) or {}
  list = roster.settle(sentence, list)
  local between = #list > 0 and text.words_between(sentence, found.chair, cue)
  return sides.any(sentence, list, sides.is_official) and (not between or text.is_clause(between.text)
    and not between:has(other_head)) and list or nil
end

--- Who sits, or nil.
function session.of(sentence, cue)
  local lead, distance = text.last_before(sentence, cue, words.at)
  local is_at = lead and (distance == 0 or distance == 1 and text.words_between(sentence, lead.span, cue):has(last))
  local is_right_at = is_at and distance == 0
  local found = convened(sentence, cue) or held(sentence, cue) or is_right_at and its_own(sentence, cue, lead) or of(sentence, cue)
    or is_right_at and before_body(sentence, cue) or sat(sentence, cue) or is_at and at_its(sentence, cue, lead)
    or chaired(sentence, cue)
  if found then
    return accept(sentence, cue, found)
  end
  -- «نظمت اجتماعا بحضور الوزير».
  local hold, reach = text.last_before(sentence, cue, words.convening)
  local witnesses = hold and reach <= subject_reach and around.present(sentence, cue) or {}
  local list = roster.settle(sentence, witnesses)
  return sides.any(sentence, list, sides.is_official) and list or nil
end

return session

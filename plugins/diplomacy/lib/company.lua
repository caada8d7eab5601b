-- Who stands further from a cue than around.lua looks, or holds no office: groups, bodies, sides without a name.
local around = require "around"
local roster = require "roster"
local sides = require "sides"
local text = require "text"
local words = require "words"

local company = {}

-- Words between a cue and those whom it joins by ب or has as its object, at most.
company.reach = 8
local object_reach = company.reach
local search_limit = 6

local negotiators = hilal.lexicon "negotiators"
local someone = words.human + hilal.entity "PER"
local unnamed = words.human + negotiators + words.body
-- Whoever may be in talks, and those behind مع.
company.talker = unnamed + hilal.entity()
company.joint = text.anchored(hilal.gap(0, 14) * words.with:as "with")
local joint = company.joint

--- Whether a party is a person, by name, by words or by a form of address (سموه).
function company.is_human(sentence, party)
  return party.type == "PER"
    or party.type == nil and (text.within(sentence, party, words.human) or text.within(sentence, party, words.styled))
end

--- Whether a party sits as a body: a name of one, or words for one.
function company.is_body(sentence, party)
  return (party.type == "ORG" or party.type == nil) and text.within(sentence, party, words.body)
end

--- Whether a party is a person or sits as a body.
function company.acts(sentence, party)
  return company.is_human(sentence, party) or company.is_body(sentence, party)
end

function company.is_side(sentence, party)
  return party.type == "GPE" or party.type == "ORG" or company.acts(sentence, party)
end

--- Whether a party may be in talks: also a side that is not named.
function company.is_talker(sentence, party)
  return company.is_side(sentence, party) or party.type == nil and text.within(sentence, party, negotiators)
end

function company.has_pronoun(cue)
  return around.has_pronoun(cue) or text.ends(cue.text, "هما")
end

--- Whether a party is somebody in particular: a name, an office, a body.
function company.is_named(sentence, party)
  return party.type == "PER" or party.type == "ORG" or party.type == "GPE" or sides.is_official(sentence, party)
    or company.is_body(sentence, party)
end

--- Who is meant, each once; nil where there are too few, or nobody in particular.
function company.accept(sentence, cue, list, needed)
  local members = sides.only(sentence, list, function(_, party)
    return not text.overlap(party, cue) and company.is_talker(sentence, party)
  end)
  local settled, titles = roster.settle(sentence, members)
  if #settled < needed then
    sides.add(settled, titles)
  end
  return #settled >= needed and sides.any(sentence, settled, company.is_named) and settled or nil
end

--- The first party behind a cue that a letter joins to it: ب of باللاعبين, ل of لمدير.
function company.joined_by(sentence, cue, letter, from)
  from = from or cue
  local rest = sides.clause_behind(sentence, cue, words.people_end)
  for _ = 1, search_limit do
    local found = rest and rest:find(someone)
    if not found then
      break
    end
    if text.is_given(sentence, found.span, letter) then
      local between = found.span.start >= from.stop and text.words_between(sentence, from, found.span)
      local near = not between or between.words <= object_reach and text.is_clause(between.text)
      local list = near and sides.only(sentence, sides.from(sentence, found.span), company.is_human) or {}
      return near and #list == 0 and { found.span } or list
    end
    rest = rest:after(found.span)
  end
  return {}
end

--- The first party behind a span without a letter: its object.
function company.object(sentence, span, reach)
  local rest = sides.clause_behind(sentence, span, words.people_end)
  local found = rest and rest:find(someone)
  local between = found and text.words_between(sentence, span, found.span)
  if not found or between and (between.words > reach or not text.is_clause(between.text)) then
    return {}
  end
  local list = sides.only(sentence, sides.named_by(sentence, found.span), company.is_human)
  -- «عددا من» with nobody known behind it is itself who is met.
  return #list == 0 and text.ends(found.span.text, " من") and { found.span } or list
end

--- Those behind مع, also behind one word more: «مع هذه الدول، مع مجموعة من الأعضاء».
function company.with(sentence, cue, test)
  local list = sides.only(sentence, around.with(sentence, cue), test)
  local found = #list == 0 and text.follows(sentence, cue, joint)
  if not found or not text.is_clause(text.between(sentence, cue, found.with)) then
    return list
  end
  local rest = sentence:after(found.with)
  local who = rest and rest:find(unnamed)
  local lead = who and rest:before(who.span)
  if not who or lead and lead.words > 1 then
    return list
  end
  local more = sides.only(sentence, sides.named_by(sentence, who.span), test)
  return #more > 0 and more or { who.span }
end

--- Those whom somebody meets: behind مع, by ب, else the object.
function company.partners(sentence, cue, from)
  local list = company.with(sentence, cue, company.is_side)
  if #list == 0 then
    list = company.joined_by(sentence, cue, "ب", from)
  end
  if #list == 0 and not string.find(cue.text, "جتمع", 1, true) and not around.has_pronoun(cue) then
    list = company.object(sentence, from or cue, object_reach)
    -- Behind a pronoun only somebody in office may stand further off: «التقى أمس وزير كذا».
    if not from and #list > 0 and not sides.is_official(sentence, list[1]) and text.between(sentence, cue, list[1]) ~= "" then
      list = {}
    end
  end
  return #list > 0 and roster.more(sentence, cue, list) or list
end

--- What stands last of a subject: its office where that is behind the name.
function company.subject_end(subject, cue)
  local office = subject.office
  local last = office and office.stop > subject.stop and office or subject
  return last.start >= cue.stop and last or cue
end

--- Who is told of before a verb whose subject is a pronoun: a person, the headline's, else words of an office.
function company.teller(sentence, cue)
  local list = around.told(sentence, cue)
  return #list > 0 and list or sides.before(sentence, cue)
end

--- Whether a party sits by itself: a committee, a house.
function company.sits(sentence, party)
  return text.within(sentence, party, words.sitting)
end

--- Who acts; what is named before and is nobody leaves the verb to a pronoun.
function company.actors(sentence, verb)
  local list, subject = around.actors(sentence, verb)
  if subject and subject.type ~= nil and subject.start < verb.start and not company.acts(sentence, subject) then
    return {}, nil
  end
  return list, subject
end

--- Whether a party is a person by name or in office.
function company.is_known(sentence, party)
  return party.type == "PER" or sides.is_official(sentence, party)
end

return company

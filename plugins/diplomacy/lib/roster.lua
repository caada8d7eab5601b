-- From what the words name to who is meant: a title gives way to the name of who bears it, a list is read on behind what
-- cut it short, nobody stands in it twice.
local sides = require "sides"
local text = require "text"
local words = require "words"

local roster = {}

local general_here = text.anchored(words.general)
local acting_near = text.anchored(words.acting)
local posted_near = text.anchored(words.posted_at)
-- What stands between a counterpart and his name: نظيره البحريني الملك فلان.
local styled_near = text.anchored(hilal.word { "الملك", "الملكة", "الأمير", "السلطان" })
--- Parties that a list is read on for, at most, and words that may stand before the next one: titles before a person, a name
--- not recognised before words of an office.
local more_limit = 12
local person_reach = 14
local office_reach = 4

--- Whether a party begins with the words of an office; a delegation that a minister leads is no minister.
local function is_titled_by(sentence, party, office)
  if not text.overlap(party, office) then
    return false
  end
  local lead = party.start < office.start and sentence:within(party):before(office)
  if lead and lead:has(words.anyone) then
    return false
  end
  -- «وزير كذا فلان في قصره رئيس كذا فلان» is no one office.
  local whole = sentence:within(office)
  local rest = party.stop < office.stop and whole:after(party)
  local found = rest and rest:find(words.inside)
  local behind = found and rest:after(found.span)
  return not (behind and behind:has(words.party))
end

--- The people of a sentence who have an office.
local function people_titled(sentence)
  return sides.only(sentence, sentence.entities, function(_, entity)
    return entity.type == "PER" and entity.office ~= nil
  end)
end

--- Who bears the title that a party is, or in whose title it stands.
local function bearer(sentence, party, titled)
  for _, person in ipairs(titled) do
    if is_titled_by(sentence, party, person.office) and not text.overlap(person, party) then
      return person
    end
  end
  return nil
end

--- Whether و stands before a span, as no letter of its word.
function roster.is_joined(sentence, span)
  local part = sentence:within(span)
  return part ~= nil and #part.text > #span.text and text.begins(part.text, "و")
end

--- Whether a name says only whose office another heads: مدير مكتب الرئيس فلان.
local function is_patron(sentence, party)
  local office = party.type == "PER" and party.office
  local part = office and sentence:within(office)
  local found = part and part:find(words.bureau)
  return found and found.span.stop >= office.stop
end

--- Whether a party is a form of address whose name the list does not have.
local function is_address(sentence, party)
  if party.type ~= nil or not string.find(party.text, "صاحب", 1, true) and not text.begins(party.text, "أصحاب") then
    return false
  end
  local part = sentence:within(party)
  local found = part and part:find(words.address)
  return found and found.span.stop >= party.stop
end

--- A title in full where the list has its first word (الأمين of الأمين العام لمجلس كذا), without و where it has both (ووفدا).
local function in_full(sentence, party)
  if party.type ~= nil then
    return party
  end
  local word = text.begins(party.text, "و") and sentence:within(party):find(words.anyone)
  if word and word.span.start == party.start + 1 then
    return word.span
  end
  if not text.follows(sentence, party, general_here) then
    return party
  end
  local before = sentence:before(party)
  local rest = before and sentence:after(before.span) or sentence
  local whole = rest:find(words.general_office)
  return whole and whole.span.start <= party.start and whole.span.stop > party.stop and whole.span or party
end

--- Whether a name is part of another, and neither that one's father (فلان of كمال بن فلان) nor its first word alone
--- (كمال of كمال بن فلان).
local function is_part(name, full)
  local at, stop = string.find(full, name, 1, true)
  return at ~= nil and not text.ends(string.sub(full, 1, at - 1), "بن ", "ابن ", "بنت ")
    and (string.find(name, " ", 1, true) or not text.begins(string.sub(full, stop + 1), " بن", " بنت"))
end

--- Whether two mentions are of one person: of one cluster, the one name part of the other.
local function is_one(a, b)
  return a.type == "PER" and b.type == "PER" and a.cluster ~= nil and a.cluster == b.cluster
    and (is_part(a.text, b.text) or is_part(b.text, a.text))
end

local function is_listed(list, party)
  for _, other in ipairs(list) do
    if text.overlap(other, party) or other.text == party.text or is_one(other, party) then
      return true
    end
  end
  return false
end

--- The parties of two lists, each once.
function roster.join(list, more)
  local joined = {}
  for _, parties in ipairs { list, more } do
    for _, party in ipairs(parties) do
      if not is_listed(joined, party) then
        joined[#joined + 1] = party
      end
    end
  end
  return joined
end

--- The name behind a title, where no more than its rest stands between: بالنيابة، لدى كذا.
local function name_behind(sentence, party)
  if party.type ~= nil then
    return nil
  end
  local rest = text.follows(sentence, party, acting_near)
    or text.within(sentence, party, words.posted) and text.follows(sentence, party, posted_near)
    or text.within(sentence, party, words.counterpart) and text.follows(sentence, party, styled_near)
  if not rest and not is_address(sentence, party) then
    return nil
  end
  local person = sides.person_near(sentence, party)[1]
  if not person or roster.is_joined(sentence, person) then
    return nil
  end
  local between = text.words_between(sentence, party, person)
  return (not between or rest and rest.span.stop >= between.span.stop) and person or nil
end

--- Who is meant by a party: the bearer of a title, or the name behind a form of address; nil where nobody is named.
local function meant(sentence, party, titled)
  local person = bearer(sentence, party, titled) or name_behind(sentence, party)
  if not person and is_address(sentence, party) then
    return nil
  end
  party = person or in_full(sentence, party)
  return not is_patron(sentence, party) and party or nil
end

--- Who is meant by a list, each once. A title right behind a name may be another party («التقى فلان رئيس الوزراء»): where
--- it is all that is left beside the name it stays.
function roster.settle(sentence, list)
  local settled, titles = {}, {}
  local titled = #list > 0 and people_titled(sentence) or {}
  for _, party in ipairs(list) do
    local person = meant(sentence, party, titled)
    if person and party.start >= person.stop then
      titles[#titles + 1] = party
    end
    if person and not is_listed(settled, person) then
      settled[#settled + 1] = person
    end
  end
  return settled, titles
end

--- The first of those that و joins in a part of a sentence: a person with the office before the name, or words of an office.
local function next_joined(sentence, part)
  local first
  for _, entity in ipairs(part.entities) do
    local office = entity.office
    local head = office and office.start < entity.start and office or entity
    if entity.type == "PER" and roster.is_joined(sentence, head) then
      first = { head = head, list = { entity } }
      break
    end
  end
  local rest = part
  for _ = 1, more_limit do
    local found = rest and rest:find(words.anyone)
    if not found or first and found.span.start >= first.head.start then
      break
    end
    local list = roster.is_joined(sentence, found.span) and sides.from(sentence, found.span) or {}
    -- ووفدا may be read as one word; of عدد من the party stands behind.
    if #list > 0 and (list[1].start <= found.span.start or text.ends(found.text, " من")) then
      return { head = found.span, list = list }
    end
    rest = rest:after(found.span)
  end
  return first
end

--- What stands at the end of a list behind a cue: its last party, or the office behind that one's name.
local function last_of(cue, list)
  local last
  for _, party in ipairs(list) do
    for _, span in ipairs { party, party.office or party } do
      if span.start >= cue.stop and (not last or span.stop > last.stop) then
        last = span
      end
    end
  end
  return last
end

--- Whether a list may go on at a place of a part: a title, a name not recognised may stand before, no end of the clause.
local function is_near(part, found)
  local lead = part:before(found.head)
  local reach = #found.list > 0 and found.list[1].type == "PER" and person_reach or office_reach
  return not lead or lead.words <= reach and text.is_clause(lead.text) and not lead:has(words.list_end)
end

--- Reads a list on: those whom و joins to its last.
function roster.more(sentence, cue, list)
  for _ = 1, more_limit do
    local last = last_of(cue, list)
    local part = last and sentence:after(last)
    local found = part and next_joined(sentence, part)
    local size = #list
    if found and is_near(part, found) then
      sides.add(list, found.list)
    else
      local among = part and part:find(words.among)
      local is_named = among and is_near(part, { head = among.span, list = {} })
      sides.add(list, is_named and sides.from(sentence, sentence:after(among.span)) or {})
    end
    if #list == size then
      break
    end
  end
  return list
end

return roster

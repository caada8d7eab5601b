-- The parties of a meeting: gathered from the sentence, judged.
local text = require "text"
local words = require "words"

local sides = {}

--- People named behind a cue that are looked at, at most.
local more_limit = 6
local someone = words.anyone + hilal.entity "PER"
-- كبار, whose first letter would be read as a preposition's.
local big_here = text.anchored(hilal.word "كبار")
local title_here = text.anchored(hilal.lexicon "titles")
local second_title = words.deputy + words.general
local to_place = (words.to + hilal.verb { "وصل", "غادر" }) * hilal.entity("GPE"):as "place"
--- Words between the goal of a journey and the visit that it is made for, at most: «وصل إلى كذا أمس في زيارة».
local goal_reach = 5
local born_near = text.anchored(words.born)
--- Code points between a cue and a person who still belongs to it.
local near = 60
--- Words between somebody and what is told of a pronoun for them, at most.
local told_reach = 24
--- Code points before the name that a headline begins with, at most.
local headline_reach = 8

--- Adds the parties of a list to others, each once.
function sides.add(list, more)
  for _, party in ipairs(more) do
    local known = false
    for _, other in ipairs(list) do
      known = known or text.overlap(party, other) or party.text == other.text
    end
    if not known then
      list[#list + 1] = party
    end
  end
  return list
end

--- Those of a list that a test accepts.
function sides.only(sentence, list, test)
  local kept = {}
  for _, party in ipairs(list) do
    if test(sentence, party) then
      kept[#kept + 1] = party
    end
  end
  return kept
end

function sides.any(sentence, list, test)
  return #sides.only(sentence, list, test) > 0
end

-- Judging

--- Whether a party is somebody who meets others: a person, or words of an office or a group.
function sides.is_someone(sentence, party)
  return party.type == "PER" or party.type == nil and text.within(sentence, party, words.anyone)
end

--- Whether a party is told by a nationality alone: الروسي of «الرئيسان الأمريكي والروسي».
local function is_holder(party)
  return party.type == nil and party.code ~= nil and not string.find(party.text, " ", 1, true)
end

--- Whether a party is somebody, a state or a body.
function sides.is_party(sentence, party)
  return party.type == "GPE" or party.type == "ORG" or is_holder(party) or sides.is_someone(sentence, party)
end

--- Whether a name is the end of a full one, or begins with its last word.
local function is_same(name, full)
  local surname = string.match(full, "%S+$") or full
  return string.sub(full, -#name) == name or string.sub(name, 1, #surname + 1) == surname .. " "
end

--- The sentence in which a span stands, another one for who was told of before.
function sides.home(sentence, span)
  if span.start >= sentence.span.start and span.stop <= sentence.span.stop then
    return sentence
  end
  local all = sentence.article.sentences
  local low, high = 1, #all
  while low <= high do
    local middle = (low + high) // 2
    local other = all[middle]
    local is_past = other.field ~= span.field and other.field ~= "title" or other.field == span.field and other.span.start > span.start
    if is_past then
      high = middle - 1
    else
      low = middle + 1
    end
  end
  local found = all[high]
  return found and found.field == span.field and span.stop <= found.span.stop and found or sentence
end

--- Mentions of a person that are looked at for an office, at most.
local mention_limit = 3

--- The offices beside the mentions of a person in the article.
function sides.offices_of(sentence, person)
  local found = {}
  for _, other in ipairs(sentence.article.entities) do
    if #found == mention_limit then
      break
    end
    if other.type == "PER" and other.cluster == person.cluster then
      found[#found + 1] = other.office
    end
  end
  return found
end

--- Whether a person is known to be in office: by the words beside the name, or by the code of this or
--- another mention in the article. A poet's or a player's title is none.
local function is_known(sentence, person)
  if person.code or person.office and text.within(sentence, person.office, words.party) then
    return true
  end
  for _, other in ipairs(sentence.article.entities) do
    if other.type == "PER" and other.code and is_same(person.text, other.text) then
      return true
    end
  end
  return sides.any(sentence, sides.offices_of(sentence, person), function(_, office)
    return text.within(sides.home(sentence, office), office, words.party)
  end)
end

--- Who bears the office in which a span stands: «تلقى ولي العهد الأمير فلان».
function sides.bearer(sentence, span)
  for _, entity in ipairs(sentence.entities) do
    if entity.office and text.overlap(entity.office, span) then
      return entity
    end
  end
  return nil
end

--- Whether a party holds an office.
function sides.is_official(sentence, party)
  if party.type == "PER" then
    return is_known(sentence, party)
  end
  return party.type == nil and text.within(sentence, party, words.party)
end

-- Gathering

--- The parties named from a span on, or none; a title that begins no noun phrase by itself (ولي العهد) is one.
function sides.from(sentence, span)
  local list = span and sentence:parties_from(span) or {}
  local part = span and #list == 0 and sentence:within(span)
  local found = part and part:find(title_here)
  local title = found and found.anchored
  for _, entity in ipairs(title and sentence.entities or {}) do
    -- The title of somebody named is no party beside the name.
    title = title and not (entity.office and text.overlap(entity.office, title)) and title
  end
  return title and { title } or list
end

local function people(part)
  local found = {}
  for _, entity in ipairs(part and part.entities or {}) do
    if entity.type == "PER" then
      found[#found + 1] = entity
    end
  end
  return found
end

--- What follows a cue up to where its clause ends.
function sides.clause_behind(sentence, cue, ending)
  local rest = sentence:after(cue)
  local stop = rest and rest:find(ending or words.clause_end)
  if stop then
    return rest:before(stop.span)
  end
  return rest
end

--- The people named behind a cue, up to where its clause ends or what it is about begins.
function sides.people_behind(sentence, cue)
  return sides.only(sentence, people(sides.clause_behind(sentence, cue, words.people_end)), function(_, person)
    return not string.find(text.between(sentence, cue, person), "..", 1, true)
  end)
end

--- Whether a place is the first word of مسقط رأس.
function sides.is_birthplace(sentence, place)
  return text.follows(sentence, place, born_near) ~= nil
end

--- The first place named shortly behind a cue.
function sides.place_behind(sentence, cue)
  local part = sides.clause_behind(sentence, cue)
  for _, entity in ipairs(part and part.entities or {}) do
    local is_place = entity.type == "GPE" or entity.type == "LOC"
      or entity.type == "ORG" and entity.code ~= nil and text.begins(entity.code, "IGO")
    if is_place and entity.start - cue.stop <= near
      and not sides.is_birthplace(sentence, entity) then
      return entity
    end
  end
  return nil
end

--- The goal of a journey, right before the visit that it is made for.
function sides.place_before(sentence, cue)
  local found, distance = text.last_before(sentence, cue, to_place)
  return found and distance <= goal_reach and found.place or nil
end

--- The people named before a cue.
function sides.people_before(sentence, cue)
  return people(sentence:before(cue))
end

--- The first person named shortly behind a cue.
function sides.person_near(sentence, cue)
  local person = sides.people_behind(sentence, cue)[1]
  return person and person.start - cue.stop <= near and { person } or {}
end

--- Whether a span stands in somebody's title behind its first word: «النائب الثاني لرئيس مجلس الوزراء».
local function is_in_title(sentence, span)
  for _, entity in ipairs(sentence.entities) do
    local office = entity.office
    if office and span.start > office.start + 1 and span.stop <= office.stop then
      return true
    end
  end
  local found, distance = text.last_before(sentence, span, second_title)
  return found ~= nil and distance <= 1
end

--- Those to whom ل gives what a verbal noun says: «استقبال الملك لوزير كذا».
function sides.given_to(sentence, cue)
  local rest = sides.clause_behind(sentence, cue, words.people_end)
  for _ = 1, more_limit do
    local found = rest and rest:find(someone)
    if not found then
      break
    end
    local word = sentence:within(found.span).text
    if word ~= found.span.text and text.begins(word, "ل") and not is_in_title(sentence, found.span) then
      return sides.from(sentence, found.span)
    end
    rest = rest:after(found.span)
  end
  return {}
end

--- Whom words of an office or a group name; of «عددا من» who stands behind it.
function sides.named_by(sentence, span)
  local list = sides.from(sentence, span)
  local big = text.ends(span.text, " من") and text.follows(sentence, span, big_here)
  local rest = big and sentence:after(big.anchored) or text.ends(span.text, " من") and sentence:after(span)
  local counted = rest and sides.only(sentence, sides.from(sentence, rest), sides.is_someone) or {}
  return #counted > 0 and counted or list
end

--- Those whom words of an office or a group name behind a cue and behind who is known already.
function sides.groups_behind(sentence, cue, known)
  local from = cue
  for _, party in ipairs(known) do
    if party.stop > from.stop then
      from = party
    end
  end
  local part = sides.clause_behind(sentence, from)
  local found = part and part:find(words.anyone)
  return found and sides.named_by(sentence, found.span) or {}
end

--- The last person in office named shortly before a cue, else the last person; none where nobody is.
function sides.last_person(sentence, cue)
  local named = sides.only(sentence, people(sentence:before(cue)), function(_, person)
    local between = text.words_between(sentence, person, cue)
    return not between or between.words <= told_reach
  end)
  local titled = sides.only(sentence, named, function(_, person)
    return person.code ~= nil or person.office ~= nil
  end)
  return { titled[#titled] or named[#named] }
end

--- An office from its first word on: رئيس of رئيس وزراء.
local function office_from(sentence, span)
  local found = text.right_behind(sentence, span, words.party)
  if found and sentence:within(span).text == span.text then
    return office_from(sentence, found.span)
  end
  return span
end

--- Whom the headline is about, where it begins with a name: «فلان في جولة».
function sides.of_headline(sentence)
  local title = sentence.article.sentences[1]
  local first = title and title.field == "title" and title ~= sentence and title.entities[1]
  return first and first.type == "PER" and first.start <= headline_reach and { first } or {}
end

--- The last party before a cue: a person, else words of an office.
function sides.before(sentence, cue)
  local named = people(sentence:before(cue))
  if #named > 0 then
    return { named[#named] }
  end
  local found = text.last_before(sentence, cue, words.party)
  return found and sides.from(sentence, office_from(sentence, found.span)) or {}
end

return sides

-- Meetings that the sentences before tell of.
local text = require "text"
local words = require "words"

local told = {}

--- Sentences before in which the meeting may be told, and cues of each that are looked at, at most.
local reach = 6
local cue_limit = 3

local during = hilal.word { "خلال", "أثناء", "اثناء", "في" }
local this = hilal.verb("جرى", "perfect") * hilal.word "هذا"

--- The parties of the meeting that a sentence tells of, by the first of some judges who says so; nil for one.
local function meeting_of(sentence, judges)
  local rest = sentence
  for _ = 1, cue_limit do
    local found = rest and rest:find(words.cue)
    if not found then
      break
    end
    local cue, kind = words.cue_of(found)
    for _, judge in ipairs(judges) do
      local list = judge[kind] and judge[kind](sentence, cue)
      if list and #list > 1 then
        return list
      end
    end
    rest = rest:after(found.span)
  end
  return nil
end

--- The parties of the last meeting that is told of before a sentence.
local function last_meeting(sentence, judges)
  return text.before(sentence, reach, function(other)
    return meeting_of(other, judges)
  end)
end

--- Whether a sentence has an office, or as much of a longer title as names who bears it: «وزير الدفاع».
local function names_office(sentence, office)
  for _, title in ipairs { office, string.match(office, "^%S+ %S+") or office, string.match(office, "وزير %S+") or office } do
    if string.find(sentence.text, title, 1, true) then
      return true
    end
  end
  return false
end

--- Whether a sentence names one of some parties, by name, by surname or by office.
local function names_any(sentence, parties)
  for _, party in ipairs(parties) do
    local office = party.office
    if string.find(sentence.text, party.text, 1, true) or office and names_office(sentence, office.text) then
      return true
    end
    for _, entity in ipairs(sentence.entities) do
      if entity.type == "PER" and (entity.cluster ~= nil and entity.cluster == party.cluster
        or text.ends(party.text, " " .. entity.text)) then
        return true
      end
    end
  end
  return false
end

--- «وثمن الرئيس فلان خلال اللقاء كذا»: with whom was told before. A sentence that names neither side tells of no meeting.
function told.during(sentence, cue, judges)
  local lead, distance = text.last_before(sentence, cue, during)
  if not lead or distance > 0 then
    lead, distance = text.last_before(sentence, cue, this)
  end
  local is_known = text.begins(cue.text, "ال") or text.ends(cue.text, "هما")
  -- Visits are told of in general: «يقوم بالزيارات».
  if text.within(sentence, cue, words.visit) and lead and not text.begins(lead.text, "خلال", "أثناء", "وخلال") then
    return nil
  end
  if not lead or distance > 0 or not is_known or text.ends(sentence:before(cue).text, "من خلال") then
    return nil
  end
  -- Whoever is named here must be named: cheaper asked than who met.
  if #sentence.entities == 0 and not sentence:has(words.office) then
    return nil
  end
  local list = last_meeting(sentence, judges)
  return list and names_any(sentence, list) and list or nil
end

return told

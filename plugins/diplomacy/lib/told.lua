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
  local all = sentence.article.sentences
  local at = #all
  while at > 1 and not (all[at].field == sentence.field and all[at].index <= sentence.index) do
    at = at - 1
  end
  for back = at - 1, math.max(1, at - reach), -1 do
    local list = meeting_of(all[back], judges)
    if list then
      return list
    end
  end
  return nil
end

--- «وجرى خلال الاجتماع بحث كذا»: whose meeting it is was told before.
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
  return last_meeting(sentence, judges)
end

return told

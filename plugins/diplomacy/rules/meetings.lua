-- The layer `meetings`: one item for each sentence that reports that parties met, talked, visited each
-- other, telephoned or will meet.
local judge = require "judge"
local words = require "words"

local kinds = {
  "meet", "receive", "visit", "phone", "discuss", "discussing", "meeting", "talks", "summit", "trip",
  "reception", "call", "attend",
}

--- The cue of a match, with its form, and its kind.
local function cue_of(found)
  for _, kind in ipairs(kinds) do
    if found[kind] then
      return found[kind], kind
    end
  end
  return nil
end

--- Whether a word shortly before the cue takes it back: asked for, wished, refused, only possible.
local function is_unreal(sentence, cue)
  if cue.polarity ~= "asserted" or cue.modality == "conditional" then
    return true
  end
  local part = sentence:before(cue)
  while part do
    local found = part:find(words.unreal)
    if not found then
      return false
    end
    part = part:after(found.span)
    if not part or part.words <= 3 then
      return true
    end
  end
  return false
end

local function item(sentence, cue, kind)
  if is_unreal(sentence, cue) then
    return nil
  end
  local parties = judge[kind](sentence, cue)
  if not parties then
    return nil
  end
  return {
    span = cue,
    participants = parties,
    place = sentence:place_near(cue),
    time = sentence:time_near(cue),
    kind = kind,
  }
end

return hilal.extractor {
  id = "meetings",
  provides = "meetings",
  on = "sentence",
  fields = { "participants", "place", "time", "kind" },
  match = words.first_cue,
  check = function(sentence)
    if sentence:has(words.sport) or sentence:has(words.not_official) then
      return nil
    end
    local rest, best = sentence, nil
    for _ = 1, 12 do
      local found = rest:find(words.cue)
      if not found then
        break
      end
      local one = item(sentence, cue_of(found))
      if one and (not best or #one.participants > #best.participants) then
        best = one
      end
      if best and #best.participants > 1 then
        break
      end
      rest = rest:after(found.span)
      if not rest then
        break
      end
    end
    return best
  end,
}

-- One threat told with two words counts once.
local util = require "util"

local once = {}

-- Whether what stands behind a word is still what it tells: near it, in its clause, no other saying or deed between.
local function is_content(sentence, head, cue, another, reach)
  return head.stop <= cue.start and cue.start - head.stop <= reach and util.same_clause(sentence, head, cue)
    and util.letter_before(sentence, cue) ~= "و" and not util.has_before(sentence:after(head), cue, another)
end

--- Whether a finding of another kind before a cue tells the threat of that cue. `kind` has its pattern and what decides.
function once.told(sentence, cue, kind, another, reach)
  local rest = sentence
  local found = rest:find(kind.pattern)
  while found and found.span.start < cue.start do
    local told = kind.decide(sentence, found)
    if told and is_content(sentence, told.span, cue, another, reach) then
      return true
    end
    rest = rest:after(found.span)
    found = rest and rest:find(kind.pattern)
  end
  return false
end

return once

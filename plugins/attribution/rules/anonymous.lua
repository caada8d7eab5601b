-- A source that is not named.
local words = require "words"

local kinds = {
  source = { "A source without a name", "medium", 0.9 },
  official = { "Somebody whose name is kept back", "medium", 0.9 },
  activist = { "Activists without a name", "medium", 0.8 },
  person = { "Somebody whose name is kept back", "medium", 0.9 },
  witness = { "Witnesses without a name", "medium", 0.8 },
  observers = { "Observers without a name", "medium", 0.8 },
  media = { "Reports that are not named", "low", 0.6 },
}

local function nameless(kind)
  return hilal.lexicon("anonymous_sources", { kind = kind })
end

local hidden = nameless "source" + nameless "witness" + nameless "observers" + nameless "media"
  + nameless "person"

return hilal.rule {
  id = "anonymous",
  title = "An anonymous source",
  on = "sentence",
  needs = { "citations" },
  fields = { "source", "kind" },
  match = hidden,
  check = function(sentence, m)
    local citation = words.citation(sentence, m)
    if not citation or not citation.nameless or citation.back then
      return nil
    end
    if not words.opens(sentence, citation, hidden, m) then
      return nil
    end
    local label, severity, score = table.unpack(kinds[citation.class] or kinds.source)
    return {
      span = citation, label = label, severity = severity, score = score,
      source = citation.who, kind = citation.class,
    }
  end,
}

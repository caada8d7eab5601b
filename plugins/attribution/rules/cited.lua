-- Each source that an article names, where it is first cited.
local words = require "words"

local labels = {
  person = "A person is cited", body = "A body is cited", state = "A state is cited",
  medium = "A medium is cited", document = "A document is cited",
}

return hilal.rule {
  id = "cited",
  title = "A source is cited",
  severity = "low",
  on = "sentence",
  needs = { "citations" },
  fields = { "source", "name", "kind", "side", "times" },
  match = words.saying,
  check = function(sentence, m)
    local citation = words.citation(sentence, m)
    -- Only the first of a source says how often it is cited.
    if not citation or citation.nameless or citation.class == "other" or not citation.times or citation.start ~= m.span.start then
      return nil
    end
    return {
      span = citation, label = labels[citation.class], source = citation.who, name = citation.name,
      kind = citation.class, side = citation.side, times = citation.times,
    }
  end,
}

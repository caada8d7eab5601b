-- "The same source": a citation that points back, with the source it means.
local words = require "words"

local again = hilal.lexicon "same_source"
  + hilal.word { "ذاته", "ذاتها", "نفسه", "نفسها", "نفسهم", "عينه", "عينها" }

return hilal.rule {
  id = "same-source",
  title = "The same source again",
  severity = "low",
  on = "sentence",
  needs = { "citations" },
  fields = { "source", "nameless", "link" },
  match = again,
  check = function(sentence, m)
    local citation = words.citation(sentence, m)
    if not citation or not citation.back then
      return nil
    end
    if not words.opens(sentence, citation, again, m) then
      return nil
    end
    return { span = citation, source = citation.who, nameless = citation.nameless or "no", link = citation.back }
  end,
}

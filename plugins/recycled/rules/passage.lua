-- Two or more sentences in a row repeat sentences in a row of the same article: a paragraph or a whole report
-- pasted in twice.
-- The finding's span is the passage's first sentence, `last` its last one.
local repeats = require "repeats"

return hilal.rule {
  id = "passage",
  title = "A passage repeats an earlier one of the article",
  severity = "medium",
  on = "article",
  fields = { "first", "last", "sentences", "kind" },
  check = function(article)
    local found = {}
    for _, run in ipairs(repeats.runs(article)) do
      if run.sentences > 1 then
        found[#found + 1] = {
          span = run.span, first = run.first, last = run.last, sentences = tostring(run.sentences), kind = run.kind,
        }
      end
    end
    return #found > 0 and found
  end,
}

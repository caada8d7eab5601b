-- A sentence says what an earlier one of the article says, in nearly the same words: padding, careless editing, a
-- text pasted together from two agencies' reports.
-- Left out are lines that lead elsewhere (lexicon/pointers.txt), set phrases of notices (lexicon/forms.txt),
-- headings and the text below them, items of lists, formulas with other people, bodies, countries, days or figures,
-- sentences of a longer repeated passage (rule `passage`). Of a sentence much longer than the earlier one the span is the
-- part that repeats it.
local parts = require "parts"
local repeats = require "repeats"

return hilal.rule {
  id = "sentence",
  title = "A sentence repeats an earlier one of the article",
  severity = "low",
  on = "article",
  fields = { "first", "kind" },
  check = function(article)
    local found = {}
    for _, run in ipairs(repeats.runs(article)) do
      if run.sentences == 1 then
        local part = parts.repeating(run.sentence, run.first_sentence)
        found[#found + 1] = {
          span = part or run.span, first = run.first, kind = part and "part" or run.kind,
          score = run.kind == "verbatim" and 1 or 0.8,
        }
      end
    end
    return #found > 0 and found
  end,
}

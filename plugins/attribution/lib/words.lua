-- The words without which nobody is cited.
local words = {}

--- A word that says, or that names a source: one match each.
words.saying = hilal.verb(hilal.lexicon "speech_verbs", { "perfect", "imperfect", "participle" })
  + hilal.lexicon "attribution_phrases" + hilal.lexicon "openers"

--- One match for a field: from its first such word to its end.
words.first_saying = words.saying * hilal.any () ^ 0

--- Whether a match of `first_saying` is the first of its article, which has a title and a content.
function words.is_first(article, match)
  if match.span.field == "title" then
    return true
  end
  local title = article.sentences[1]
  return not title or title.field ~= "title" or not title:has(words.saying)
end

--- The citation of a sentence that a match belongs to.
function words.citation(sentence, match)
  local at = match.span.start
  for _, citation in ipairs(sentence.citations) do
    if citation.start <= at and at < citation.stop then
      return citation
    end
  end
  return nil
end

--- Whether a match is the first of its pattern in a citation: of several the first reports it.
function words.opens(sentence, citation, pattern, match)
  local part = sentence:within(citation)
  local first = part and part:find(pattern)
  return first ~= nil and first.span.start == match.span.start
end

return words

-- The article's text copies that of an earlier article of the archive: agencies' reports that several papers
-- print, and articles that an archive holds twice.
-- The finding's span is the body's first sentence; `of` is the id of the first of the copies.
return hilal.rule {
  id = "copied",
  title = "The article copies an earlier one",
  severity = "low",
  on = "article",
  fields = { "of" },
  check = function(article)
    local first = article.duplicate_of
    if not first then return nil end
    for _, sentence in ipairs(article.sentences) do
      if sentence.field == "content" then return { span = sentence.span, of = first } end
    end
    return { of = first }
  end,
}

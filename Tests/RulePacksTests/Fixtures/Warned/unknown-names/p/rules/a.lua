local words = require "words"
return hilal.rule {
  id = "talks", fields = { "place" }, match = words.talks:as "cue",
  check = function(sentence, m)
    if m.cue.polrity ~= "asserted" then return nil end
    if limit and sentence.words > limit then return nil end
    return { place = sentence:place_ner(m.cue), score = words.score(sentance) }
  end,
}

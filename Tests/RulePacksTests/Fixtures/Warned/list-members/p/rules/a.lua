return hilal.rule {
  id = "talks", fields = { "place", "time" }, match = hilal.word "لقاء":as "cue",
  check = function(sentence, m)
    local people = sentence.entities
    local first = sentence.times[1]
    if sentence.article.quotes.speaker then return nil end
    if first.text.len(m.cue.text) > 9 or m.cue.text.kin then return nil end
    return { place = people.text, time = first.text .. m.cue.text }
  end,
}

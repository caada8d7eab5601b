return hilal.rule {
  id = "talks", fields = { "place", "time" }, match = hilal.word "لقاء":as "cue",
  check = function(sentence, m) return { place = sentence:place_near(m.cue) } end,
}

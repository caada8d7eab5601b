return hilal.rule {
  id = "talks", match = hilal.word "لقاء":as "cue", fields = { "place" },
  check = function(sentence, m) return { place = sentence:place_near(m.cue) } end,
}

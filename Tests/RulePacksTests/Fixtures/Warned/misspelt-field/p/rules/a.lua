return hilal.rule {
  id = "talks", fields = { "place" }, match = hilal.word "لقاء":as "cue",
  check = function(sentence, m)
    local found = { plcae = sentence:place_near(m.cue) }
    return found
  end,
}

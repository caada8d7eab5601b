return hilal.rule {
  id = "talks", match = hilal.word "لقاء":as "cue",
  check = function(sentence, m)
    if count and count > 3 then return nil end
    count = sentence.words
    function longer(other) return other > m.cue end
    return count > 2
  end,
}

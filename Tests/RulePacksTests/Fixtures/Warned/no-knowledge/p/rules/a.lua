return hilal.rule {
  id = "talks",
  match = hilal.word "لقاء",
  fields = { "actor" },
  check = function(sentence, m)
    return { actor = sentence:subject_of(m.span) }
  end,
}

return {
  hilal.extractor { provides = "a", needs = { "b" }, match = hilal.word "لقاء" },
  hilal.extractor { provides = "b", needs = { "a" }, match = hilal.word "لقاء" },
}

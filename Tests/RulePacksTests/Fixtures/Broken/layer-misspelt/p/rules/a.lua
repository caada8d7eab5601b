return {
  hilal.extractor { provides = "meetings", match = hilal.word "لقاء" },
  hilal.rule { id = "talks", needs = { "meeting" }, match = hilal.word "محادثات" },
}

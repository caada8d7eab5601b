return hilal.rule {
  id = "talks", needs = { "entities" }, match = hilal.word "محادثات",
}

return hilal.rule {
  id = "talks", needs = { "meetings" },
  match = hilal.word "محادثات",
}

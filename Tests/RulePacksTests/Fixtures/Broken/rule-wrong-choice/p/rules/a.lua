return hilal.rule {
  id = "talks", title = "on the talks", on = "sentense", match = hilal.word "محادثات",
}

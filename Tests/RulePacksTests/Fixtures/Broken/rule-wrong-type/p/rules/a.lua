return hilal.rule {
  id = "talks", match = hilal.word "محادثات", fields = "actor",
}

return hilal.rule {
  id = "talks", match = hilal.word "محادثات",
  codes = { cameo = 40 },
}

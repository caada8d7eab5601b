return hilal.rule {
  id = "talks",
  severty = "high", match = hilal.word "محادثات",
}

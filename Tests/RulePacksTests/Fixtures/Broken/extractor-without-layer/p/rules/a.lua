return hilal.extractor {
  id = "talks", match = hilal.word "محادثات",
}

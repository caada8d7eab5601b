return hilal.rule {
  id = "storm", title = "A storm",
  match = hilal.lexicon "storms",
}

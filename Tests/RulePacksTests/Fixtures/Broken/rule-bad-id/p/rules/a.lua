return hilal.rule {
  title = "Talks", id = "Big Talks",
  match = hilal.word "محادثات",
}

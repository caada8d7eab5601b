return hilal.rule {
  title = "Talks",
  match = hilal.word "محادثات",
}

return hilal.rule {
  id = "meeting", title = "A meeting",
  match = hilal.word "اجتماع",
}

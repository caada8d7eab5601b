-- Meetings again.
return hilal.rule {
  match = hilal.word "لقاء", id = "meeting",
}

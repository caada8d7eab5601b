local meeting = hilal.layer "meetings"
return hilal.rule {
  id = "talks", match = hilal.word "بعد" * meeting,
}

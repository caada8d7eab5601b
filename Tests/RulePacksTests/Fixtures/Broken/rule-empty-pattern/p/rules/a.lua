local talks = hilal.word "محادثات"
return hilal.rule {
  id = "talks",
  match = talks^0,
}

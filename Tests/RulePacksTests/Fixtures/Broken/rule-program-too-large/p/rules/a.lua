local word = hilal.word "محادثات"
return hilal.rule {
  id = "talks",
  match = word * (word^-200)^-200,
}

return hilal.rule {
  id = "talks",
}

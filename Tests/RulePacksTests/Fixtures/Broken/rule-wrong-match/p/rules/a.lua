return hilal.rule {
  id = "talks",
  match = { "محادثات" },
}

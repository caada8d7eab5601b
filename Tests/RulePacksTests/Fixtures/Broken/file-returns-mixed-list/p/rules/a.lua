local talks = hilal.rule { id = "talks", match = hilal.word "محادثات" }
return {
  talks,
  "talks",
}

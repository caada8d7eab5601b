local talks = hilal.rule {
  id = "talks", match = hilal.word "محادثات",
}
local more = hilal.rule {
  id = "talks", match = hilal.word "مباحثات",
}
return { talks, more }

local word = hilal.word "محادثات"
local all = word
for i = 1, 18 do all = all * all end
return hilal.rule {
  id = "talks",
  match = all,
}

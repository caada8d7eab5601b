local a = hilal.word "لقاء"
local b = (hilal.word "زيارة" + "رحلة")
local flood = a * b
local first = a:as "x" * hilal.gap(0, 3) * "قصير" or b:as "y" * "طويلة"
local second = flood:as "f" and hilal.gap(0, 6) * a
local third = (a * b) or b ^ 2 or -a
local hit = nil
return hilal.rule {
  id = "talks", match = first + second + third,
  check = function(sentence, m)
    local found = sentence:find(a) or sentence:find(b)
    hit = m.x and found and found.span
    return { span = found.span or hit }
  end,
}

--- a thousand rules that never end
--- at: load
--- ends: steps
local rules = {}
for i = 1, 1000 do
  rules[i] = hilal.rule { id = "bad" .. i, on = "article", check = function() while true do end end }
end
return rules
--- a thousand rules with a thousand findings each
--- at: load
--- ends: bound steps
local rules = {}
for i = 1, 1000 do
  rules[i] = hilal.rule { id = "bad" .. i, on = "article", check = function()
    local found = {}
    for k = 1, 1000 do found[k] = {} end
    return found
  end }
end
return rules
--- a thousand rules that raise long errors
--- at: load
--- ends: error
local text = ("e"):rep(5000)
local rules = {}
for i = 1, 1000 do
  rules[i] = hilal.rule { id = "bad" .. i, on = "article", check = function() error(text) end }
end
return rules
--- a thousand rules that use up the memory
--- at: load
--- ends: memory steps
local rules = {}
for i = 1, 1000 do
  rules[i] = hilal.rule { id = "bad" .. i, on = "article", check = function()
    local t = {}
    while true do t[#t + 1] = ("x"):rep(500000) .. #t end
  end }
end
return rules
--- a thousand rules that print empty lines
--- at: load
--- ends: harmless
local lines = ("\n"):rep(60000)
local rules = {}
for i = 1, 1000 do
  rules[i] = hilal.rule { id = "bad" .. i, on = "article", check = function() print(lines) end }
end
return rules
--- a thousand rules of one large pattern
--- at: load
--- ends: refused
local part = (hilal.word "من" ^ -100) ^ -90
local match = part * hilal.word "في"
local rules = {}
for i = 1, 1000 do rules[i] = hilal.rule { id = "bad" .. i, match = match } end
return rules
--- a hundred thousand rules
--- at: load
--- ends: refused
local rule = hilal.rule { id = "bad", match = hilal.any() }
local rules = {}
for i = 1, 100000 do rules[i] = rule end
return rules
--- layers that a thousand rules fill
--- at: load
--- ends: bound steps
local rules = {}
for i = 1, 1000 do
  rules[i] = hilal.extractor { id = "bad" .. i, provides = "crowd", on = "article", check = function()
    local found = {}
    for k = 1, 1000 do found[k] = {} end
    return found
  end }
end
return rules
--- patterns that are small to write and large to run, looked for one after the other
--- ends: steps time
local word, list = hilal.word "من", {}
for i = 1, 3000 do list[i] = (word ^ -100) ^ -90 end
--- check
while true do
  for i = 1, #list do unit.sentences[1]:has(list[i]) end
end
--- many names in one pattern
--- at: load
--- ends: refused
--- says: names of captures
local match
for i = 1, 100 do
  local part = hilal.any():as("n" .. i)
  match = match and match * part or part
end
return hilal.rule { id = "bad", match = match }
--- fields of thousands of short texts
--- ends: bound steps
local row = {}
for i = 1, 2000 do row[i] = "x" end
local all = {}
for i = 1, 15 do all[i] = row end
--- check
return { x = all }
--- a long chain of metatables looked through without end
--- ends: steps
local t = {}
for i = 1, 250 do t = setmetatable({}, { __index = t }) end
while true do local x = t.a end

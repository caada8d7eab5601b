--- arguments that grow with each tail call
--- ends: error steps
local function f(...) return f(1, ...) end
f()
--- many arguments handed on again and again
--- ends: steps
local function g() end
local function h(...) while true do g(...) g(...) g(...) end end
local function grow(n, ...) if n > 0 then return grow(n - 1, 1, ...) end h(...) end
grow(3000)
--- the largest of many, again and again
--- ends: steps
local function h(...) while true do math.max(...) math.min(...) end end
local t = {}
for i = 1, 4000 do t[i] = i end
h(table.unpack(t, 1, 4000))
--- the last of many, again and again
--- ends: steps
local function h(...) while true do select("#", ...) select(-1, ...) end end
local t = {}
for i = 1, 4000 do t[i] = i end
h(table.unpack(t, 1, 4000))
--- many arguments through pcall
--- ends: steps
local function h(...) while true do pcall(type, ...) end end
local t = {}
for i = 1, 4000 do t[i] = i end
h(table.unpack(t, 1, 4000))
--- more results than there may be
--- ends: error
--- says: too many results
local t = {}
for i = 1, 10000 do t[i] = i end
return #{ table.unpack(t) }
--- results between the two ends of all integers
--- ends: error
--- says: too many results
return table.unpack({}, math.mininteger, math.maxinteger)
--- bytes of a long text at once
--- ends: error
--- says: results
return ("x"):rep(100000):byte(1, -1)
--- code points of a long text at once
--- ends: error
--- says: results
return utf8.codepoint(("x"):rep(100000), 1, -1)
--- a table of many arguments
--- ends: steps
local function h(...) while true do local t = { ... } end end
local t = {}
for i = 1, 4000 do t[i] = i end
h(table.unpack(t, 1, 4000))
--- characters of many numbers
--- ends: steps
local t = {}
for i = 1, 4000 do t[i] = 65 end
while true do utf8.char(table.unpack(t)) string.char(table.unpack(t)) end

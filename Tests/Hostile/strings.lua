--- long texts compared
--- ends: steps
local a, b = ("a"):rep(1000000) .. "b", ("a"):rep(1000000) .. "c"
while true do local x = a < b end
--- long texts compared in order and equality
--- ends: steps
local a, b = ("a"):rep(1000000) .. "b", ("a"):rep(1000000) .. "c"
while true do local x = a <= b or a == b end
--- long texts compared by rawequal
--- ends: steps
local a, b = ("a"):rep(1000000) .. "b", ("a"):rep(1000000) .. "c"
while true do rawequal(a, b) end
--- long texts sorted
--- ends: steps
local a, b = ("a"):rep(900000) .. "b", ("a"):rep(900000) .. "c"
local t = {}
for i = 1, 30000 do t[i] = i % 2 == 0 and a or b end
table.sort(t)
--- long texts as keys
--- ends: steps
local a, b = ("a"):rep(1000000) .. "b", ("a"):rep(1000000) .. "b"
local t = { [a] = 1 }
while true do local x = t[b] end
--- texts of middle length compared through upvalues
--- ends: steps time
local a, b = ("a"):rep(60000) .. "b", ("a"):rep(60000) .. "c"
local function less() return a < b end
while true do less() end
--- joined again and again
--- ends: steps
local s = ("x"):rep(500000)
while true do local t = s .. "y" end
--- joined in one expression
--- ends: memory steps
local s = ("x"):rep(100000)
return s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s
--- a long separator
--- ends: steps memory
local t = {}
for i = 1, 1000 do t[i] = "" end
local s = ("x"):rep(900)
while true do table.concat(t, s) end
--- a separator of a megabyte
--- ends: memory
return table.concat({ 1, 2, 3, 4 }, ("x"):rep(1000000))
--- quoted text
--- ends: steps
local s = ("\0"):rep(200000)
while true do string.format("%q", s) end
--- a format of many parts
--- ends: error
local f = ("%99.99f"):rep(10000)
return string.format(f)
--- a wide format of one number
--- ends: steps
while true do string.format("%99.99f", 1e300) end
--- numbers of a megabyte as arguments
--- ends: steps
local s = ("9"):rep(1000000)
while true do pcall(string.sub, "x", s) math.floor(s) tonumber(s) end
--- a number of a megabyte in base 36
--- ends: steps
local s = ("z"):rep(1000000)
while true do tonumber(s, 36) end
--- repeated beyond all numbers
--- ends: memory
return ("abc"):rep(math.maxinteger, "xyz")
--- reversed, lowered and raised
--- ends: steps
local s = ("aB"):rep(250000)
while true do s = s:reverse():upper():lower() end
--- a name of a megabyte in messages
--- ends: steps
local t = setmetatable({}, { __name = ("x"):rep(900000) })
while true do pcall(function() return t + 1 end) end
--- an address by %p
--- ends: error
--- says: %p
return { x = string.format("%-20p", {}) }
--- an address by a number
--- ends: error
return string.format("%d", {})
--- a byte order mark and zeros in names
--- ends: error
--- says: is not available
return _G["load"], _G["\0"]

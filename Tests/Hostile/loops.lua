--- a loop whose instructions are all jumps
--- ends: steps
local n = 0
::top::
n = n + 1
if n > 0 then goto top end
--- a loop over a numeral of a megabyte
--- ends: steps time
local s = ("9"):rep(1000000)
while true do for i = 1, s do break end end
--- a loop backwards over all integers
--- ends: steps
for i = math.maxinteger, math.mininteger, -1 do local x = i end
--- loops within loops
--- ends: steps
for i = 1, 1e5 do for j = 1, 1e5 do for k = 1, 1e5 do end end end
--- a loop that catches its end again and again
--- ends: steps
local function spin() while true do end end
local function again() pcall(spin) return again() end
again()
--- an iterator that is a table
--- ends: steps
for x in setmetatable({}, { __call = function() return 1 end }) do local y = x end
--- a loop in a metamethod of a comparison
--- ends: steps
local m = { __lt = function() while true do end end }
return setmetatable({}, m) < setmetatable({}, m)
--- a loop in what is called to replace
--- ends: steps
return (("x"):gsub("x", setmetatable({}, { __index = function() while true do end end })))
--- a loop in a module
--- ends: error
--- says: there is no module
require("loop")

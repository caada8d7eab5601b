--- tables in tables, caught
--- ends: memory steps
local t = {}
while true do pcall(function() t = { { t }, { t } } end) end
--- memory used up, then on
--- ends: memory
pcall(function() return ("x"):rep(1 << 40) end)
return { label = "escaped" }
--- memory used up in a metamethod
--- ends: memory
local t = setmetatable({}, { __index = function() return ("x"):rep(1 << 40) end })
pcall(function() return t.x end)
while true do end
--- memory used up in a comparator
--- ends: memory
pcall(table.sort, { 2, 1 }, function() return ("x"):rep(1 << 40) end)
return { label = "escaped" }
--- memory used up in a closing variable
--- ends: memory steps
local m = {}
local guard = setmetatable({}, m)
m.__close = function() local s = ("x"):rep(1 << 40) end
pcall(function() local x <close> = guard end)
return { label = "escaped" }
--- closures over closures
--- ends: memory steps
local f = function() end
while true do local g = f f = function() return g end end
--- texts that are all different
--- ends: memory steps
local t = {}
for i = 1, 8000 do t[i] = ("x"):rep(3000) .. i end
for i = 1, 8000 do t[i] = t[i] .. t[i] end
--- one table of a million numbers
--- ends: memory
local t = {}
for i = 1, 1e6 do t[i] = i end
--- the same garbage again and again
--- ends: steps
while true do local t = { {}, {}, {}, "x" } end
--- errors of a megabyte
--- ends: steps
local s = ("x"):rep(500000)
while true do pcall(error, s .. "y") end

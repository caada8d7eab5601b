--- next on a table that was emptied
--- ends: steps
local t = {}
for i = 1, 60000 do t[i] = 1 end
for i = 1, 60000 do t[i] = nil end
while true do next(t) end
--- pairs on a table that was emptied
--- ends: steps
local t = {}
for i = 1, 8000 do t["k" .. i] = 1 end
for i = 1, 8000 do t["k" .. i] = nil end
while true do pairs(t) end
--- keys of a hundred kilobytes in order
--- ends: steps
local t = {}
for i = 1, 100 do t[("a"):rep(100000) .. i] = 1 end
while true do pairs(t) end
--- next by turns over two tables
--- ends: steps
local a, b = {}, {}
for i = 1, 5000 do a["k" .. i], b["k" .. i] = i, i end
local ka, kb
while true do ka, kb = next(a, ka), next(b, kb) end
--- keys that collide
--- ends: steps
local step = ((1 << 13) - 1) * ((1 << 12) - 1) * ((1 << 11) - 1)
local t = {}
for i = 1, 8000 do t[step * i] = i end
while true do local x = t[step * 8000] end
--- more keys than a table may have
--- ends: memory
--- says: more than 8192 keys
local t = {}
for i = 1, 1e6 do t[i * 1000003] = true end
--- a length that lies
--- ends: harmless
local t = setmetatable({}, { __len = function() return 1 << 60 end })
table.insert(t, 1)
table.remove(t)
table.concat(t)
table.sort(t)
--- moved over all integers
--- ends: steps
return table.move({}, 1, math.maxinteger - 1, 2)
--- moved onto itself without end
--- ends: error
--- says: elements to move
return table.move({}, math.mininteger, math.maxinteger, 1)
--- joined over all integers
--- ends: error
--- says: invalid value
return table.concat({}, ",", 1, math.maxinteger)
--- put in front
--- ends: steps
local t = {}
while true do table.insert(t, 1, 0) end
--- a comparator that lies
--- ends: harmless
local t = {}
for i = 1, 500 do t[i] = i * 7 % 501 end
table.sort(t, function() return true end)
table.sort(t, function() return false end)
--- a comparator that sorts
--- ends: error
local function f() table.sort({ 2, 1 }, f) return true end
return f()
--- a comparator that empties the table
--- ends: harmless
local t = {}
for i = 1, 500 do t[i] = i end
table.sort(t, function(a, b) for i = 1, #t do t[i] = nil end return a < b end)
--- a list with holes everywhere
--- ends: steps
local t = {}
for i = 1, 15 do t[1 << i] = i end
while true do local n = #t end
--- a key that is no number
--- ends: error
--- says: NaN
local t = {}
t[0 / 0] = 1
--- read-only tables in every writer
--- ends: error
--- says: read-only
for _, write in ipairs({ rawset, table.insert, table.sort }) do
  if pcall(write, string, 1, 2) then return { label = "escaped" } end
end
return table.move({ 1 }, 1, 1, 1, hilal)

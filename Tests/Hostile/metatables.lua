--- a long chain of __index
--- ends: steps
local t = {}
for i = 1, 250 do t = setmetatable({}, { __index = t }) end
while true do local x = t.y end
--- a chain of __index of two thousand
--- ends: error
--- says: more than 256 metatables
local t = {}
for i = 1, 1900 do t = setmetatable({}, { __index = t }) end
while true do local x = t.y end
--- a long chain of __call
--- ends: steps
local f = function() end
for i = 1, 250 do f = setmetatable({}, { __call = f }) end
while true do f() end
--- a __call that is the table itself
--- ends: error
--- says: nested too deep
local m = {}
local t = setmetatable({}, m)
m.__call = t
while true do pcall(t) end
--- an __index that is the table itself
--- ends: steps
local m = {}
local t = setmetatable({}, m)
m.__index = t
while true do pcall(function() return t.x end) end
--- a __newindex that is the table itself
--- ends: steps
local m = {}
local t = setmetatable({}, m)
m.__newindex = t
while true do pcall(function() t.x = 1 end) end
--- __concat that calls itself
--- ends: error
local m = {}
m.__concat = function(a, b) return a .. b end
return setmetatable({}, m) .. "x"
--- __eq that calls itself
--- ends: error
local m = {}
m.__eq = function(a, b) return a == b end
return setmetatable({}, m) == setmetatable({}, m)
--- __tostring that is no function
--- ends: error
return tostring(setmetatable({}, { __tostring = 1 }))
--- __tostring that answers a table
--- ends: error
--- says: must return a string
return tostring(setmetatable({}, { __tostring = function() return {} end }))
--- __pairs that answers itself
--- ends: steps
local t = setmetatable({}, { __pairs = function(t) return pairs(t) end })
while true do pcall(pairs, t) end
--- a weak table by the back door
--- ends: harmless
local m = {}
local weak = setmetatable({}, m)
m.__mode = "k"
weak[{}] = true
for i = 1, 20000 do local garbage = { i } end
if next(weak) == nil then return { label = "escaped: collections show" } end
--- thousands of weak keys that keep each other
--- ends: memory steps
local m = {}
local weak = setmetatable({}, m)
m.__mode = "k"
local keys = {}
for i = 1, 8000 do keys[i] = {} end
for i = 8000, 2, -1 do
  local j = math.random(i)
  keys[i], keys[j] = keys[j], keys[i]
end
for i = 1, 7999 do weak[keys[i]] = keys[i + 1] end
while true do local garbage = { {}, {} } end
--- a finalizer by the back door
--- ends: harmless
local m = {}
for i = 1, 1000 do setmetatable({}, m) end
m.__gc = function() while true do end end
for i = 1, 20000 do local garbage = { i } end
--- __close by the back door
--- ends: steps
local m = {}
local guard = setmetatable({}, m)
m.__close = function() while true do end end
local x <close> = guard
--- __close that goes on after the end
--- ends: steps
local m = {}
local guard = setmetatable({}, m)
m.__close = function() pcall(error) while true do pcall(error) end end
pcall(function()
  local x <close> = guard
  while true do end
end)
--- __close that raises again
--- ends: steps
local m = {}
local guard = setmetatable({}, m)
m.__close = function() error("mine") end
while true do pcall(function() local x <close> = guard while true do end end) end
--- the metatable of text
--- ends: error
--- says: index a boolean
getmetatable("").__index = function() return "poison" end
--- the metatable of an object
--- ends: error
--- says: index a boolean
getmetatable(unit).__index = function() return "poison" end
--- the metatable of a library
--- ends: error
--- says: protected
setmetatable(string, { __index = function() return "poison" end })
--- an object with a metatable of its own
--- ends: error
--- says: table expected
setmetatable(unit, { __index = print })

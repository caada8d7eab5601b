--- into itself
--- ends: error
--- says: nested too deep
local function f() return 1 + f() end
f()
--- into itself, caught at every level
--- ends: error steps
local function f() pcall(f) return 1 + f() end
f()
--- through tostring
--- ends: error
local m = {}
m.__tostring = function(t) return tostring(setmetatable({}, m)) end
return tostring(setmetatable({}, m))
--- through sort
--- ends: error
local function f() table.sort({ 3, 2, 1 }, f) return true end
f()
--- through gsub
--- ends: error
local function f() ("x"):gsub(".", f) end
f()
--- through pairs
--- ends: error
local m = {}
m.__pairs = function(t) return pairs(setmetatable({}, m)) end
pairs(setmetatable({}, m))
--- through require
--- ends: error
--- says: there is no module
local function f() require("f") f() end
f()
--- through operators of all kinds
--- ends: error
local m = {}
local function make() return setmetatable({}, m) end
m.__add = function(a, b) return -a end
m.__unm = function(a) return a .. a end
m.__concat = function(a) return a() end
m.__call = function(a) return a + a end
return make() + make()
--- a table nested without end, returned
--- ends: error
--- says: nested more than
local t = {}
for i = 1, 100 do t = { t } end
return { x = t }
--- a table that holds itself, returned
--- ends: error
--- says: nested more than
local t = {}
t[1] = t
return t
--- a table of shared tables, returned
--- ends: error
--- says: more than 65536 values
local t = { 1, 2, 3, 4, 5, 6, 7, 8 }
for i = 1, 8 do t = { t, t, t, t, t, t, t, t } end
return { x = t }

--- every library that is not there
--- ends: error
--- says: is not available
for _, name in ipairs({ "io", "os", "debug", "package", "coroutine" }) do
  local ok, value = pcall(function() return _G[name].x end)
  if ok and value then return { label = "escaped " .. name } end
end
return debug.getinfo(1)
--- every function that is not there
--- ends: error
--- says: is not available
for _, name in ipairs({ "load", "loadfile", "dofile", "loadstring", "xpcall", "collectgarbage", "warn" }) do
  if pcall(function() return _G[name] end) then return { label = "escaped " .. name } end
end
return string.dump(print)
--- raw access to what is hidden
--- ends: harmless
for _, t in ipairs({ _G, string, table, math, utf8, hilal }) do
  if rawget(t, "load") or rawget(t, "dump") or next(t, "zzz") then return { label = "escaped" } end
end
--- the globals replaced
--- ends: error
--- says: global
_ENV = setmetatable({}, { __index = _G })
x = 1
return _G.x == nil and missing.field
--- a global through _G
--- ends: error
--- says: declare it local
_G.poison = 1
--- a global through a function
--- ends: error
--- says: declare it local
local function f() poison = 1 end
f()
--- a function of a library replaced
--- ends: error
--- says: read-only
string.format = function() return "poison" end
--- hilal replaced
--- ends: error
--- says: declare it local
hilal = nil
--- a module outside of the pack
--- ends: error
--- says: there is no module
for _, name in ipairs({ "../secret", "/etc/passwd", "../../honest/lib/words", "./words", "lib.words", "secret\0" }) do
  if pcall(require, name) then return { label = "escaped " .. name } end
end
require("words")
--- a lexicon outside of the pack
--- ends: error
--- says: is for loading
return hilal.lexicon("../../secret")
--- the time
--- ends: error
--- says: os.time
return os.time()
--- a variable of the environment
--- ends: error
--- says: os.getenv
return os.getenv("HOME")
--- an iterator as a secret door
--- ends: harmless
local step, state = pairs(_G)
if type(state) == "table" and rawget(state, "print") == nil then
  local ok = pcall(rawset, state, "print", 1)
  if ok then return { label = "escaped" } end
end

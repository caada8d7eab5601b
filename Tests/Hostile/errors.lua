--- an error of nothing
--- ends: error
--- says: error object is a nil value
error()
--- an error that is a table with a text
--- ends: error
--- says: error object is a table value
error(setmetatable({}, { __tostring = function() while true do end end, __name = "poison" }))
--- an error that is an object of the host
--- ends: error
--- says: error object is a article value
error(unit)
--- an error of a megabyte
--- ends: error
error(("x"):rep(1000000))
--- an error that names another pack
--- ends: error
--- says: rules/honest.lua:1
error("rules/honest.lua:1: it was the honest pack", 0)
--- an error with line ends
--- ends: error
error("one\nerror: honest/count: two\n\27[2Jthree")
--- an error at a level that is not there
--- ends: error
error("far away", 1 << 60)
--- an error that is the end of steps
--- ends: error
--- says: the steps of this call are used up
error("the steps of this call are used up", 0)
--- an error in an error
--- ends: error
local m = {}
m.__index = function(t, k) error(t[k]) end
error(setmetatable({}, m).x)
--- a handler of one's own
--- ends: error
--- says: xpcall is not available
xpcall(error, function() while true do end end)
--- a broken finding
--- ends: result
return 42
--- a finding with a lying span
--- ends: result
--- says: span
return { span = {} }
--- a finding of functions
--- ends: result
return { x = print }
--- a score beyond one
--- ends: result
--- says: score
return { score = 1e308 }
--- a score that is no number
--- ends: result
--- says: score
return { score = 0 / 0 }
--- a field that is not declared
--- ends: result
--- says: check returned the field
return { [("y"):rep(100000)] = 1 }

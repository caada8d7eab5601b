--- nested lazy repetitions
--- ends: steps
return ("a"):rep(3000):find("a-a-a-a-a-b")
--- nested greedy repetitions
--- ends: steps
return ("a"):rep(2000):find(".*.*.*.*.*b")
--- optional letters
--- ends: steps
return ("a"):rep(28):find(("a?"):rep(28) .. ("a"):rep(28) .. "b")
--- too many optional letters
--- ends: error
--- says: pattern too complex
return ("a"):rep(300):find(("a?"):rep(300) .. "b")
--- balance over and over
--- ends: steps
local s = ("("):rep(60000)
while true do s:find("%b()") end
--- a frontier over and over
--- ends: steps
local s = ("a"):rep(100000)
while true do s:find("%f[%d]") end
--- a set of many members
--- ends: steps
local set = "[" .. ("x"):rep(5000) .. "]"
return ("a"):rep(100000):gsub(set, "")
--- captures that repeat themselves
--- ends: steps
return ("a"):rep(4000):find("(a*)%1%1b")
--- a plain search for what is nearly there
--- ends: steps
local s, n = ("a"):rep(1000000), ("a"):rep(250) .. "b"
while true do s:find(n, 1, true) end
--- nothing replaced a million times
--- ends: steps
local s = ("x"):rep(1000000)
while true do s:gsub("", "") end
--- replaced by what is longer
--- ends: memory steps
return (("x"):rep(100000):gsub("x", ("y"):rep(100)))
--- replaced by the whole match many times
--- ends: memory steps
return (("x"):rep(60000):gsub(".+", ("%0"):rep(60)))
--- a replacement that replaces
--- ends: error
local function f(s) return (s:gsub(".", f)) end
return f("x")
--- a walk over matches that never ends
--- ends: steps
for _ in string.gmatch(("x"):rep(1000000), "") do string.gmatch("x", "x") end
--- an unfinished set
--- ends: error
--- says: malformed pattern
return ("a"):find("[a")
--- an unfinished escape
--- ends: error
--- says: malformed pattern
return ("a"):find("%")
--- an unfinished balance
--- ends: error
--- says: malformed pattern
return ("a"):find("%b")
--- a capture that is not there
--- ends: error
--- says: invalid capture
return ("a"):find("%1")
--- too many captures
--- ends: error
--- says: too many captures
return ("a"):find(("()"):rep(40))

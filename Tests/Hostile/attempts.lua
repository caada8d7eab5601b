--- a loop whose limits overflow
--- ends: harmless
local n = 0
for i = math.maxinteger - 3, math.maxinteger do n = n + 1 end
for i = math.mininteger + 3, math.mininteger, -1 do n = n + 1 end
for i = 1, 0 do n = n + 1 end
assert(n == 8)
--- a loop of step nothing
--- ends: error
--- says: step is zero
for i = 1, 2, 0 do end
--- a goto backwards out of a closing variable
--- ends: error
do
  ::again::
  local x <close> = unit
  goto again
end
--- a closing variable of a table in every place
--- ends: error
for i = 1, 3 do
  local x <close> = {}
end
--- a table returned with a metatable that answers to all
--- ends: harmless result
return setmetatable({ x = "a" }, { __index = function() return "escaped" end, __len = function() return 1e9 end,
  __pairs = function() return function() return 1, 1 end end })
--- a list returned with a length that lies
--- ends: harmless result
return setmetatable({ { x = "a" } }, { __len = function() return math.maxinteger end })
--- an error in __index while a replacement looks
--- ends: error
return (("a"):rep(100):gsub("a", setmetatable({}, { __index = function() error("in between") end })))
--- a replacement that calls itself
--- ends: error steps
local function again(s) return (s:gsub(".", again)) end
again("ab")
--- utf8 over broken bytes
--- ends: error
for _ in utf8.codes("\xff\xfe\xed\xa0\x80") do end
--- offsets beyond all ends
--- ends: harmless
assert(utf8.offset("أ", math.maxinteger) == nil)
assert(not pcall(utf8.offset, "أ", 1, math.mininteger))
assert(utf8.len("\xff") == nil)
--- a format of the widest width
--- ends: error
return ("%99999d"):format(1)
--- a format of %s with a precision of thousands
--- ends: error
return ("%.99999s"):format("x")
--- an option of %q that is no constant
--- ends: error
return ("%q"):format(unit)
--- lots of results to select from
--- ends: error
return { x = select("#", table.unpack({}, 1, 1e7)) }
--- select beyond all places
--- ends: error
return select(math.mininteger, 1, 2)
--- a number and its float as two keys
--- ends: harmless
local t = {}
t[1] = "a"
t[1.0] = "b"
t[2 ^ 53] = "c"
assert(t[1] == "b" and t[1 << 53] == "c" and #t == 1)
--- not a number as a key by rawset
--- ends: error
rawset({}, 0 / 0, 1)
--- not a number as a score
--- ends: result
return { score = 0 / 0 }
--- an endless score
--- ends: result
return { score = math.huge }
--- a severity of control characters
--- ends: result
return { severity = "\27[31mhigh" }
--- a span that is a number
--- ends: result
return { span = -1 }
--- a span that is a table of places
--- ends: result
return { span = { start = -5, stop = 1e9 } }
--- the object of an article as a span
--- ends: result
return { span = unit }
--- a pattern as a field
--- ends: result
local p = hilal.any()
--- check
return { x = p }
--- a rule as a field
--- ends: result
local r = hilal.rule { id = "other", match = hilal.any() }
--- check
return { x = r }
--- a key that is an object of the host, returned
--- ends: error result
return { [unit] = "x" }
--- bytes that are no text in every place of a finding
--- ends: harmless
return { label = "\xff\0\27]0;x\7", x = "\xed\xa0\x80\xf5", codes = { ["\xfe"] = "\xff\0" } }
--- the field of another rule
--- ends: result
return { y = 1 }
--- a finding in a finding
--- ends: harmless result
return { x = { { { { "a" } } } } }
--- an error in the middle of a list of findings
--- ends: result
return { {}, {}, "escaped", {} }
--- a function of another rule called by its name
--- ends: error
return helper(unit)
--- an environment of one's own
--- ends: error
local _ENV = { }
return print("x")
--- an environment that is the globals in disguise
--- ends: error
local _ENV = setmetatable({}, { __index = _G })
string.upper = function() return "escaped" end
--- text compiled by every name it may have
--- ends: error
return load("return 1")()
--- bytecode in text
--- ends: error
return string.dump(function() end)
--- a module of nothing, of dots and of zeros
--- ends: harmless
for _, name in ipairs { "", ".", "..", "../secret", "/etc/passwd", "secret\0", "lib/../../secret", "rules/bad", "a.b",
  ("x"):rep(100000) } do
  local ok, value = pcall(require, name)
  assert(not ok, "escaped")
end
--- a lexicon of dots, of slashes and of zeros
--- at: load
--- ends: harmless
for _, name in ipairs { "", ".", "..", "../secret", "/etc/passwd", "link\0", "../lexicon/link", "link" } do
  local ok = pcall(hilal.lexicon, name)
  assert(not ok, "escaped")
end
return hilal.rule { id = "bad", match = hilal.any(), check = function() end }
--- a layer of another pack
--- ends: error
--- says: has no field
return { x = unit.words_of_honest }
--- a rule that needs the layer of another pack
--- at: load
--- ends: refused H014
return hilal.rule { id = "bad", needs = { "words_of_honest" }, on = "article", check = function() return true end }
--- a layer of every name in one rule
--- at: load
--- ends: refused
local needs = {}
for i = 1, 65 do needs[i] = "layer" .. i end
return hilal.rule { id = "bad", needs = needs, on = "article", check = function() return true end }
--- layers in a circle of three
--- at: load
--- ends: refused
local rules = {}
for i = 1, 3 do
  rules[i] = hilal.extractor { id = "bad" .. i, provides = "l" .. i, needs = { "l" .. i % 3 + 1 }, on = "article",
    check = function() return true end }
end
return rules
--- a pattern to the power of everything
--- at: load
--- ends: harmless
for _, n in ipairs { 1 << 62, math.mininteger, 201, -201, 1.5, 0 / 0, "3", {} } do
  assert(not pcall(function() return hilal.any() ^ n end), "escaped")
end
return hilal.rule { id = "bad", match = hilal.any(), check = function() end }
--- not upon not
--- at: load
--- ends: harmless refused
local p = hilal.word "من"
for i = 1, 60 do p = -(p * hilal.any()) end
return hilal.rule { id = "bad", match = p * hilal.any(), check = function() end }
--- gaps beyond all numbers
--- at: load
--- ends: harmless
for _, pair in ipairs { { -1, 2 }, { 3, 2 }, { 0, 1 << 62 }, { 0.5, 2 }, { 0, 201 }, { "0", "1" } } do
  assert(not pcall(hilal.gap, pair[1], pair[2]), "escaped")
end
return hilal.rule { id = "bad", match = hilal.any(), check = function() end }
--- a verb of everything
--- at: load
--- ends: harmless
for _, verb in ipairs { "", " ", "=", "هدّد=", "=|||", "\0", "\xff", ("ه"):rep(500), "ًٌٍ", "abc", "هدّد هدّد" } do
  pcall(hilal.verb, verb)
  pcall(hilal.noun, verb, { verb, verb })
end
return hilal.rule { id = "bad", match = hilal.any(), check = function() end }
--- an identifier of letters that look alike
--- at: load
--- ends: refused
return hilal.rule { id = "bаd", match = hilal.any() }
--- an identifier with a path
--- at: load
--- ends: refused
return hilal.rule { id = "../bad", match = hilal.any() }
--- a title that turns the text around
--- at: load
--- ends: harmless
return hilal.rule { id = "bad", title = "\u{202e}\27[2J\r\nerror: honest/rule", match = hilal.word "لقاء" }

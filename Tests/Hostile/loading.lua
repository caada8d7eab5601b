--- names looked up through many functions
--- at: load
--- ends: refused H012
--- makes: names
--- a chain of elseif
--- at: load
--- ends: refused H012
--- makes: elseif
--- brackets without end
--- at: load
--- ends: refused
--- makes: brackets
--- more constants than a source may have
--- at: load
--- ends: refused H012
--- makes: constants
--- a text of megabytes in the source
--- at: load
--- ends: refused H007
--- makes: text
--- bytecode
--- at: load
--- ends: refused
--- makes: bytecode
--- a loop while loading
--- at: load
--- ends: refused H012
while true do end
--- memory while loading
--- at: load
--- ends: refused H012
local t = {}
while true do t = { t, ("x"):rep(100) } end
--- a mistake repeated without end
--- at: load
--- ends: refused H012
local s = ("x"):rep(1000000)
while true do pcall(hilal.rule, { [s] = 1 }) end
--- verbs without end
--- at: load
--- ends: refused
local t = {}
for i = 1, 30000 do t[i] = "هدّد" end
return hilal.rule { id = "bad", match = hilal.verb(t) }
--- words of a megabyte
--- at: load
--- ends: refused H016
--- says: a word of more than 1024 bytes
local s, t = ("ع"):rep(400000), {}
for i = 1, 1000 do t[i] = s end
return hilal.rule { id = "bad", match = hilal.word(t) }
--- fields without end
--- at: load
--- ends: refused H014
--- says: more than 64 fields
local t = {}
for i = 1, 30000 do t[i] = "f" .. i end
return hilal.rule { id = "bad", fields = t, check = print }
--- a field with a long name
--- at: load
--- ends: refused H014
return hilal.rule { id = "bad", fields = { ("f"):rep(500) }, check = print }
--- needs without end
--- at: load
--- ends: refused H014
local t = {}
for i = 1, 30000 do t[i] = "l" .. i end
return hilal.rule { id = "bad", needs = t, check = print }
--- rules without end
--- at: load
--- ends: refused H014
--- says: at most 1000 rules
local t = {}
for i = 1, 12000 do t[i] = hilal.rule { id = "r" .. i, check = print } end
return t
--- the same rule many times
--- at: load
--- ends: refused H015
local r = hilal.rule { id = "bad", check = print }
local t = {}
for i = 1, 30000 do t[i] = r end
return t
--- a title of a megabyte
--- at: load
--- ends: refused H014
return hilal.rule { id = "bad", title = ("t"):rep(1000000), check = print }
--- gaps upon gaps
--- at: load
--- ends: refused H016
local p = hilal.any()
for i = 1, 100 do p = p * hilal.gap(0, 200) * hilal.any() end
return hilal.rule { id = "bad", match = p }
--- choices that double
--- at: load
--- ends: refused H016
local p = hilal.any()
for i = 1, 30 do p = (p + p * hilal.any())^1 end
return hilal.rule { id = "bad", match = p }
--- a name that is a path
--- at: load
--- ends: refused H015
return hilal.rule { id = "../../etc/passwd", check = print }
--- a lexicon that is a path
--- at: load
--- ends: refused
return hilal.rule { id = "bad", match = hilal.lexicon "../../secret" }
--- a lexicon that is a link out of the pack
--- at: load
--- ends: refused
return hilal.rule { id = "bad", match = hilal.lexicon "link" }
--- a layer of itself
--- at: load
--- ends: refused
return hilal.extractor { id = "bad", provides = "ring", needs = { "ring" }, check = print }
--- what is no rule
--- at: load
--- ends: refused
return setmetatable({}, { __index = hilal.rule { id = "bad", check = print } })

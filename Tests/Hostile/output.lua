--- a thousand and one findings
--- ends: bound
--- says: more than 1000 findings
local t = {}
for i = 1, 1001 do t[i] = { x = i } end
return t
--- a label of a megabyte
--- ends: bound
--- says: the label is over 1024 bytes
return { label = ("x"):rep(1000000) }
--- a field of a megabyte
--- ends: bound
--- says: the field x is over 8192 bytes
return { x = ("x"):rep(1000000) }
--- much in every finding
--- ends: bound
--- says: MiB of labels, fields and evidence
local s = ("x"):rep(8000)
local t = {}
for i = 1, 1000 do t[i] = { x = s } end
return t
--- spans in every finding
--- ends: harmless
local s = unit.sentences[1].span
local t = {}
for i = 1, 1000 do t[i] = { x = s } end
return t
--- a list of many texts
--- ends: bound
--- says: the field x is over 8192 bytes
local t = {}
for i = 1, 3000 do t[i] = "text " .. i end
return { x = t }
--- more values than may be handed over
--- ends: error
--- says: more than 65536 values
local t = {}
for i = 1, 40000 do t[i] = i end
return { x = t }
--- printed without end
--- ends: steps
while true do print(("x"):rep(100)) end
--- empty lines without end
--- ends: steps
while true do print() end
--- printed control characters
--- ends: harmless
print("\27[2J\27]0;poison\7\r\8\127")
--- printed as another
--- ends: harmless
print("x\nhonest/count: poison")
--- bytes that are no text
--- ends: harmless
return { x = "\xff\xfe\0\xd9", label = "\xed\xa0\x80" }
--- codes without end
--- ends: result
--- says: codes
local c = {}
for i = 1, 1000 do c["c" .. i] = "x" end
return { codes = c }

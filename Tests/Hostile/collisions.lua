--- whole numbers of one place, the one looked for not among them
--- ends: steps time
local step = ((1 << 13) - 1) * ((1 << 12) - 1) * ((1 << 11) - 1)
local t = {}
for i = 1, 8000 do t[step * i] = i end
while true do local x = t[step * 9000] end
--- whole numbers of one place, put in again and again
--- ends: steps memory time
local step = ((1 << 13) - 1) * ((1 << 12) - 1) * ((1 << 11) - 1)
while true do
  local t = {}
  for i = 1, 4000 do t[step * i] = i end
end
--- fractions of one place, the one looked for not among them
--- ends: steps time
local t = {}
for i = 1, 8000 do t[(1 << 30) + i / (1 << 20)] = i end
while true do local x = t[(1 << 30) + 9000 / (1 << 20)] end
--- texts of one hash made one after the other
--- ends: steps
local parts = {}
for a, b in ("abmacG acuaeh afmaiw acDae9 ahDah9 aadasY aalasw ag+ahY aaPaef aaBas3 afrail acIae2 aceaeX"):gmatch("(...)(...)") do
  parts[#parts + 1] = { a, b }
end
local t = {}
for i = 0, 8191 do
  local s = {}
  for k = 1, 13 do s[k] = parts[k][1 + (i >> (k - 1) & 1)] end
  t[table.concat(s)] = i
end
--- texts of one hash kept from loading, the one looked for not among them
--- ends: steps time
local parts = {}
for a, b in ("abmacG acuaeh afmaiw acDae9 ahDah9 aadasY aalasw ag+ahY aaPaef aaBas3 afrail acIae2 aceaeX"):gmatch("(...)(...)") do
  parts[#parts + 1] = { a, b }
end
local t, last = {}, nil
for i = 0, 4000 do
  local s = {}
  for k = 1, 13 do s[k] = parts[k][1 + (i >> (k - 1) & 1)] end
  last = table.concat(s)
  if i < 4000 then t[last] = i end
end
--- check
while true do local x = t[last] end
--- all texts of one hash made while loading
--- at: load
--- ends: refused
local parts = {}
for a, b in ("abmacG acuaeh afmaiw acDae9 ahDah9 aadasY aalasw ag+ahY aaPaef aaBas3 afrail acIae2 aceaeX"):gmatch("(...)(...)") do
  parts[#parts + 1] = { a, b }
end
for _ = 1, 100 do
  local t = {}
  for i = 0, 8191 do
    local s = {}
    for k = 1, 13 do s[k] = parts[k][1 + (i >> (k - 1) & 1)] end
    t[table.concat(s)] = i
  end
end
return hilal.rule { id = "bad", match = hilal.any() }
--- a walk over keys of one place
--- ends: steps time
local step = ((1 << 13) - 1) * ((1 << 12) - 1) * ((1 << 11) - 1)
local t = {}
for i = 1, 8000 do t[step * i] = i end
while true do for k in pairs(t) do local x = k end end
--- next on keys of one place
--- ends: steps time
local step = ((1 << 13) - 1) * ((1 << 12) - 1) * ((1 << 11) - 1)
local t = {}
for i = 1, 8000 do t[step * i] = i end
while true do next(t) end
--- keys of one place handed over
--- ends: result steps time
local step = ((1 << 13) - 1) * ((1 << 12) - 1) * ((1 << 11) - 1)
local t = {}
for i = 1, 8000 do t[step * i] = i end
return t
--- thousands of words of one length in patterns of their own
--- at: load
--- ends: refused
local p
for i = 100000, 400000 do p = hilal.word("x" .. i) end
return hilal.rule { id = "bad", match = p }
--- thousands of phrases with one beginning
--- at: load
--- ends: harmless
local list, n = {}, 10000
for k = 1, 4 do
  for i = 1, 4000 do n = n + 1 list[i] = "قال " .. n end
end
return hilal.rule { id = "bad", match = hilal.phrase(list) }

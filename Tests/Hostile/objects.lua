--- kept from article to article
--- ends: stale
local kept
--- check
if not kept then kept = unit return nil end
return { x = kept.content }
--- a sentence kept from article to article
--- ends: stale
local kept
--- check
if not kept then kept = unit.sentences[1] return nil end
return { span = kept.span }
--- a match kept from article to article
--- ends: stale
local word, kept = hilal.word "خبر", nil
--- check
if not kept then kept = unit.sentences[1]:find(word) return nil end
return { x = kept.text }
--- an iterator over what is gone
--- ends: stale
local step, list
--- check
if not step then step, list = ipairs(unit.sentences) return nil end
local _, sentence = step(list, 0)
return { x = sentence.text }
--- a method of another kind
--- ends: error
--- says: is called with ':'
local find = unit.sentences[1].find
return find(unit, unit)
--- a method with nothing
--- ends: error
--- says: is called with ':'
return unit.sentences[1].find()
--- a method with everything
--- ends: error
--- says: is called as
return unit.sentences[1]:find({}, print, unit, 1, nil, "x")
--- fields with odd names
--- ends: error
--- says: has no field
for _, key in ipairs({ 1, -1, 1 << 60, 0.5, true, print, {} }) do
  if pcall(function() return unit[key] end) and unit[key] then return { label = "escaped" } end
end
return unit["\0"]
--- a field with a name of a megabyte
--- ends: steps time
local name = ("x"):rep(1000000)
while true do pcall(function() return unit[name] end) end
--- written to
--- ends: error
--- says: read-only
unit.sentences[1].span.text = "poison"
--- spans without end
--- ends: steps
local sentence = unit.sentences[1]
while true do local s = sentence.span end
--- entities without end
--- ends: steps
while true do local e = unit.entities end
--- readers of every kind without end
--- ends: steps time
local s = unit.sentences[1]
while true do
  local span = s.span
  local _ = s:subject_of(span), s:target_of(span), s:place_near(span), s:time_near(span), s:parties_from(span)
end
--- polarity without end
--- ends: steps time
local s = unit.sentences[1]
while true do local _ = s.span.polarity, s.span.modality, s.span.source end
--- searched without end
--- ends: steps
local pattern = hilal.any()^1 * hilal.gap(0, 50) * hilal.word "لقاء"
--- check
while true do local _ = unit.sentences[1]:has(pattern) end
--- words around without end
--- ends: steps
local s = unit.sentences[1]
while true do local _ = s:before(s.span), s:after(s.span), s:within(s.span) end
--- an object as a key everywhere
--- ends: memory steps
local t = {}
for i = 1, 1e9 do t[unit.sentences[1]] = i end
--- an object in arithmetic
--- ends: error
--- says: attempt to perform arithmetic
return unit + unit
--- patterns made in check
--- ends: error
--- says: outside of `check`
local word = hilal.word "خبر"
--- check
return word * word
--- rules made in check
--- ends: error
--- says: is for loading
return hilal.rule { id = "late", check = print }

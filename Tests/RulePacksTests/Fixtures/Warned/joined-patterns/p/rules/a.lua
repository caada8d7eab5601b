local talks = hilal.word "لقاء"
local visit = hilal.word { "زيارة", "رحلة" }
local strict = false
-- A choice, not a mistake.
local chosen = strict and talks or visit
return hilal.rule {
  id = "talks",
  match = (hilal.word("محادثات"):as "cue" or visit) * (talks and visit) * chosen,
  check = function(sentence, m)
    return { score = (sentence:has(talks) and sentence:has(visit)) and m.cue and 1 or 0.5 }
  end,
}

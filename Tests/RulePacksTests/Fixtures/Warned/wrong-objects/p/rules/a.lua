local flood = hilal.word "فيضان":as "cue"
local one = hilal.rule {
  id = "flood", fields = { "place", "time" }, match = flood,
  check = function(sentence, m)
    if sentence:has "نفى" or sentence:find("عاجل") then return nil end
    -- A string has a method of that name.
    if sentence.text:find("x", 1, true) then return nil end
    return { place = sentence:place_near(m.cue.text), time = sentence:time_near() }
  end,
}
local two = hilal.rule {
  id = "whole", on = "article",
  check = function(article)
    if article:has(flood) or article.words > 9 then return true end
    if article.title == article.content then return nil end
    for _, sentence in ipairs(article.sentences) do
      if sentence:has(flood) then return true end
    end
  end,
}
return { one, two }

local meeting = hilal.word "لقاء":as "cue"
local text = string
return hilal.rule {
  id = "talks", fields = { "time", "rest" }, match = meeting,
  check = function(sentence, m)
    if sentence.after(m.cue) then return nil end
    if text.find(sentence.text, "x") or sentence.has(meeting) then return nil end
    -- What stands before the dot is given: the same as with a colon.
    if m.cue.text.find("x") or sentence.has(sentence, meeting) then return nil end
    local time = sentence:time_near(m.cue, "DAY") or sentence:time_near(m.cue, { "DATE", "TME" })
    return { time = time, rest = sentence:after(m.cue) }
  end,
}

return hilal.rule {
  id = "talks", fields = { "place" }, match = hilal.word "لقاء":as "cue",
  check = function(sentence, m)
    local known = { cue = true }
    local function name() return m.cue end
    if sentence.words > 40 then return known.cue end
    if sentence.words > 30 then return m.text end
    if sentence.words > 20 then return "لقاء" elseif sentence.words > 15 then return 1 end
    if sentence.words > 10 then return m.cue.text == "لقاء" end
    if sentence.words > 5 then return { place = name() } end
    return m.cue
  end,
}

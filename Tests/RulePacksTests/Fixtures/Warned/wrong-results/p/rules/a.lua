local function rise(sentence, m)
  if sentence.words > 40 then return { amount = sentence:after(m.cue), score = 7 } end
  local spans = { text = function() return { anything = 1 } end }
  if sentence.words > 30 then
    return { { place = m.cue, severity = "grave" }, { plcae = m.cue, score = -0.5 } }
  end
  if sentence.words > 20 then return { label = 3, codes = "0871", span = "here" } end
  if sentence.words > 10 then return { severity = m.cue.text, score = 1 / 2, label = "Rise" } end
  return { place = spans.text(), score = 0.5, severity = "high" }
end

return {
  hilal.rule { id = "rise", fields = { "place" }, match = hilal.verb "ارتفع":as "cue", check = rise },
  hilal.rule {
    id = "fall", match = hilal.verb "انخفض":as "cue",
    check = function(sentence, m)
      local word = hilal.word "سعر"
      if sentence:has(word) then return { severity = "low" } end
      return { place = m.cue }
    end,
  },
}

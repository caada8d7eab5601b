return hilal.rule {
  id = "talks", match = hilal.word "لقاء":as "cue",
  check = function(sentence, m)
    if m.cue.modality == "futre" or "negatd" ~= m.cue.polarity then return nil end
    if m.cue.modality ~= "" .. "x" or m.cue.text == "futre" then return nil end
    return sentence.entities[1].type ~= "PERSON" and m.cue.polarity == "asserted"
  end,
}

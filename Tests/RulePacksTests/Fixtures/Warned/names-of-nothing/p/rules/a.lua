return hilal.rule {
  id = "flood", match = hilal.word "فيضان",
  check = function(sentence)
    local file = io.open("x")
    return sentence.words > 3 and m.cue ~= nil and file ~= nil
  end,
}

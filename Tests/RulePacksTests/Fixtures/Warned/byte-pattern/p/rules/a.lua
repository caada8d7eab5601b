return hilal.rule {
  id = "talks", match = hilal.word "لقاء":as "cue",
  check = function(sentence, m)
    -- Whole letters: these are sound.
    if sentence.text:find("^ال") or string.find(m.cue.text, "ة$") then return nil end
    if string.find(sentence.text, "[اأ]ول") then return nil end
    if m.cue.text:match("قا?ل") then return nil end
    return not m.cue.text:find("ل.اء")
  end,
}

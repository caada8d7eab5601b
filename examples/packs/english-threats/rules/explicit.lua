-- A sentence of English in which a word of threatening is followed by one of armed force. A strike over wages is
-- none, nor a threat that stands in another sentence than its force.
local threaten = hilal.lexicon "threaten"
local force = hilal.lexicon "force"
local wages = hilal.word { "union", "unions", "wages", "workers" }

return hilal.rule {
  id = "explicit", title = "Threatens armed force (English)", severity = "high",
  codes = { cameo = "138", plover = "THREATEN" },
  on = "sentence", fields = { "means" },
  match = threaten:as "cue" * hilal.gap(0, 8) * force:as "force",
  check = function(sentence, m)
    if sentence:find(wages) then return nil end
    return { means = m.force, score = 0.7 }
  end,
}

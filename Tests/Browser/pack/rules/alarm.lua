-- Readiness and alarm. إنذار، تأهب
local alarm = hilal.lexicon "alarm"

return hilal.rule {
  id = "alarm",
  title = "An alarm is raised",
  severity = "high",
  codes = { plover = "MOBILIZE" },
  fields = { "actor", "place" },
  match = alarm:as "cue",
  check = function(sentence, m)
    return { span = m.cue, actor = sentence:subject_of(m.cue), place = sentence:place_near(m.cue), score = 0.8 }
  end,
}

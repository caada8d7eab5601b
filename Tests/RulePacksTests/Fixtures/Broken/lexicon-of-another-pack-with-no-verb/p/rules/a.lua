local threats = hilal.lexicon "threats"
return hilal.rule {
  id = "a",
  title = "Threats",
  match = hilal.verb(threats):as "cue",
}

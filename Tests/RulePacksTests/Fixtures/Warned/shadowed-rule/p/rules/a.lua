local talks, summit = hilal.word "لقاء", hilal.word "قمة"
return {
  hilal.rule { id = "any", match = talks + summit },
  hilal.rule { id = "summit", match = summit:as "cue" },
  hilal.rule { id = "again", match = talks + summit },
}

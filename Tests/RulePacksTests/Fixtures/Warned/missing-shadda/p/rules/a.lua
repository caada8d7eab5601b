local deed = hilal.verb { "دمر", "عين", "قصف", "نوى", "ليس", "سلم:I", "سلم=سلامة", "أكّد" }
local noun = hilal.word { "سلم" } + hilal.noun "سلم"
return hilal.rule {
  id = "deed",
  match = deed + noun + hilal.verb(hilal.lexicon "deeds", { "perfect" })
    + hilal.verb(hilal.lexicon("acts", { kind = "verb" })) + hilal.lexicon("acts", { kind = "noun" }),
}

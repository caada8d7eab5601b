-- Patterns of other tools, and a word that is none; «إف-16» is one with a mark in it.
local storms = hilal.word { "زوبعة|إعصار", "عاصف*", "", "إف-16" }
return hilal.rule { id = "storms", match = storms }

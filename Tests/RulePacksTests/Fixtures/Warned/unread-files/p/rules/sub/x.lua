return hilal.rule { id = "x", match = hilal.word "سيل" }

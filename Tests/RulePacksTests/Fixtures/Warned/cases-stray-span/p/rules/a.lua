return hilal.rule { id = "storms", match = hilal.word "إعصار" }

return hilal.rule { id = "floods", match = hilal.lexicon "floods" }

return hilal.rule { id = "floods", match = hilal.noun(hilal.lexicon "floods") }

return hilal.rule { id = "prices", match = hilal.noun(hilal.lexicon "prices") }

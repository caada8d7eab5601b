local force = hilal.lexicon "forse"
return hilal.rule { id = "force", match = force }

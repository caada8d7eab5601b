local force = hilal.lexicon("force", { sort = "noun" })
return hilal.rule { id = "force", match = force }

return hilal.rule { id = "floods", match = hilal.lexicon "floods" + hilal.lexicon("rains", { kind = "heavy" }) }

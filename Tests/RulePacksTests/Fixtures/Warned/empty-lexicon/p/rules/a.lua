return hilal.rule { id = "talks", match = hilal.word "لقاء" + hilal.lexicon "towns" }

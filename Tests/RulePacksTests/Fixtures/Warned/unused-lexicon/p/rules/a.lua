-- hilal.lexicon "towns" was used here once
return hilal.rule { id = "talks", match = hilal.word "لقاء" }

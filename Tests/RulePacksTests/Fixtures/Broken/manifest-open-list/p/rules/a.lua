return hilal.rule { id = "r", match = hilal.word "خبر" }

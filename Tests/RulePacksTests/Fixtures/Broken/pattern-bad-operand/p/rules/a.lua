local both = hilal.word "حشد" * 3
return hilal.rule { id = "r", match = both }

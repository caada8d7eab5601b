local kinds = { ميناء = "port" }
return hilal.rule { id = "port", match = hilal.word "ميناء" }

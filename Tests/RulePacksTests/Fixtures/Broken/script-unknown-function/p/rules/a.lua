local talks = hilal.wrod "محادثات"
return hilal.rule { id = "talks", match = talks }

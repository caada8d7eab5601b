local file = io.open("/etc/passwd")
return hilal.rule { id = "r", match = hilal.word(file:read()) }

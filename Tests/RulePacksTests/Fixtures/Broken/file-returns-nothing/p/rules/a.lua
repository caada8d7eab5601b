hilal.rule { id = "talks", match = hilal.word "محادثات" }

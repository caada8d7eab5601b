-- match = "no key"
return hilal.rule { title = "they rematch", match = 7, id = "talks" }

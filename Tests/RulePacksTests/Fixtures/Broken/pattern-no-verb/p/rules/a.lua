local threaten = hilal.verb { "هدّد", "threaten" }
return hilal.rule { id = "r", match = threaten }

local threaten = hilal.verb("هدّد", "perfct")
return hilal.rule { id = "r", match = threaten }

return hilal.rule { id = "meeting", match = hilal.word "اجتماع" }

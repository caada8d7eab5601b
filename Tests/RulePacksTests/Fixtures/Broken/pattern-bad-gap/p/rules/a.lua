local near = hilal.word "حشد" * hilal.gap(12, 0) * hilal.word "قوات"
return hilal.rule { id = "r", match = near }

local talks = hilal.word "لقاء"
return {
  hilal.rule { id = "a", codes = { cameo = "47" }, match = talks * hilal.word "أول" },
  hilal.rule { id = "b", codes = { cameo = "1399" }, match = talks * hilal.word "ثان" },
  hilal.rule { id = "c", codes = { plover = "CONSULTS" }, match = talks * hilal.word "ثالث" },
  hilal.rule { id = "d", codes = { camoe = "040" }, match = talks * hilal.word "رابع" },
  hilal.rule { id = "e", codes = { cameo = "0256", plover = "ASSAULT", own = "x1" }, match = talks },
}

return {
  hilal.rule { id = "talks", on = "sentence", check = function(s) return s.words > 2 end },
  hilal.rule { id = "people", match = hilal.entity "PER" + hilal.word "لقاء" },
}

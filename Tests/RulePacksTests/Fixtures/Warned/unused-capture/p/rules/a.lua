return hilal.rule {
  id = "talks", match = hilal.word "عقد":as "cue" * hilal.word "لقاء":as "talks" * hilal.word "في":as "where",
  check = function(_, m) return m.talks ~= nil end,
}

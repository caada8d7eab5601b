return hilal.rule {
  id = "talks", match = hilal.word "لقاء":as "text" * hilal.any():as "span",
  check = function(sentence, m) return sentence:has(m.text) or m.span end,
}

local talks = hilal.word "لقاء"
return {
  hilal.rule {
    id = "longer-last",
    match = hilal.word "عقد" * (talks + talks * hilal.word "قمة"),
  },
  hilal.rule {
    id = "twice",
    match = talks + hilal.word "قمة" + talks,
  },
  hilal.rule {
    id = "banned-and-wanted",
    match = hilal.word "عقد" * -talks * talks,
  },
  hilal.rule {
    id = "only-a-mark",
    match = hilal.word "عقد" * hilal.word "،" * talks,
  },
  hilal.rule {
    id = "found-before",
    match = hilal.word { "سعر", "رسم" } + hilal.word "السعر" + hilal.verb "رسم" + hilal.word "الرسم" * talks,
  },
  hilal.rule {
    id = "wider-last",
    match = hilal.word "السعر" + hilal.word "سعر",
  },
}

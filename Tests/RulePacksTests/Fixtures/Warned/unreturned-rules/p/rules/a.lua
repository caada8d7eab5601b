local one = hilal.rule { id = "one", match = hilal.word "لقاء" }
local two = hilal.rule {
  id = "two", match = hilal.word "زيارة",
}
hilal.extractor { provides = "three", match = hilal.word "رحلة" }
return one

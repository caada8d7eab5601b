local function where(sentence, match) return { place = match.plce or sentence:place_near(match.cue) } end
return {
  hilal.rule {
    id = "talks", fields = { "place", "actor" },
    match = hilal.word "لقاء":as "cue" * hilal.entity "PER":as "actor",
    check = function(sentence, m)
      if m.place then return nil end
      return { place = m.span, actor = m.actr }
    end,
  },
  hilal.rule {
    id = "places", fields = { "place" }, match = hilal.word "مدينة":as "cue" * hilal.any():as "place",
    check = where,
  },
}

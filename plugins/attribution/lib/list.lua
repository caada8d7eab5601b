-- Spans in the order of an article, searched by place.
local list = {}

--- The place of a span's start in the article: title before content.
local function place(span)
  return (span.field == "title" and 0 or 1e9) + span.start
end

list.place = place

--- Spans with their places, read once: each is { from, to, span }.
function list.placed(spans)
  local placed = {}
  for index, span in ipairs(spans) do
    local from = place(span)
    placed[index] = { from = from, to = from + span.stop - span.start, span = span }
  end
  return placed
end

--- The index of the last of some placed spans that begins at a place or before it; 0 where none does.
function list.last_at(placed, at)
  local low, high = 1, #placed
  while low <= high do
    local middle = (low + high) // 2
    if placed[middle].from <= at then
      low = middle + 1
    else
      high = middle - 1
    end
  end
  return high
end

--- The first of some placed spans, none within another, that overlaps a span.
function list.overlapping(placed, span)
  local from = place(span)
  local to = from + span.stop - span.start
  local index = list.last_at(placed, from)
  if index > 0 and placed[index].to > from then
    return placed[index]
  end
  local next = placed[index + 1]
  return next and next.from < to and next or nil
end

--- Sentences with their places.
function list.units(sentences)
  local units = {}
  for index, sentence in ipairs(sentences) do
    units[index] = { from = place(sentence.span), span = sentence }
  end
  return units
end

--- The sentence in which a span begins.
function list.sentence(units, span)
  local index = list.last_at(units, place(span))
  return index > 0 and units[index].span or nil
end

--- The words of a span, as a unit of the sentence in which it begins.
function list.phrase(units, span)
  local sentence = list.sentence(units, span)
  return sentence and sentence:within(span)
end

--- What follows a span in the sentence in which it begins.
function list.rest(units, span)
  local sentence = list.sentence(units, span)
  return sentence and sentence:after(span)
end

return list

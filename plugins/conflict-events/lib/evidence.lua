-- Weighing a sentence: kinds of evidence, each worth some points, whatever the number of times it occurs.
local evidence = {}

--- The points of a sentence. `list` holds { points, pattern } pairs.
function evidence.sum(sentence, list)
  local points = 0
  for _, item in ipairs(list) do
    if sentence:has(item[2]) then
      points = points + item[1]
    end
  end
  return points
end

--- The first of some patterns that occurs: what it names `cue`.
function evidence.cue(sentence, patterns)
  for _, pattern in ipairs(patterns) do
    local found = sentence:find(pattern)
    if found then
      return found.cue
    end
  end
  return nil
end

--- Whether the article vouches for an event: no denial, no condition, no wish.
function evidence.is_asserted(span)
  return span.polarity == "asserted" and span.modality == "fact"
end

--- A confidence between 0.5 and 0.99 from the points above the threshold.
function evidence.score(points, threshold)
  return math.min(0.99, 0.5 + 0.06 * (points - threshold))
end

return evidence

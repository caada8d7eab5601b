-- Weighing a sentence: kinds of evidence, each worth some points, whatever the number of times it occurs.
local evidence = {}

local function add(sentence, groups, points, sum, wanted)
  for _, group in ipairs(groups) do
    if not group.when or sentence:has(group.when) then
      for _, item in ipairs(group) do
        local worth = points[item[1]] or 0
        if worth * wanted > 0 and sentence:has(item[2]) then
          sum = sum + worth
        end
      end
    end
  end
  return sum
end

--- The points of a sentence, or nil where they stay below the threshold. `groups` hold { name, pattern } pairs, `points` say
--- what each name is worth, `others` names that the caller found by other means.
function evidence.weigh(sentence, groups, points, threshold, others)
  local sum = 0
  for _, name in ipairs(others) do
    sum = sum + (points[name] or 0)
  end
  sum = add(sentence, groups, points, sum, 1)
  if sum < threshold then
    return nil
  end
  sum = add(sentence, groups, points, sum, -1)
  return sum >= threshold and sum or nil
end

--- The names of all that occurs.
function evidence.names(sentence, groups)
  local names = {}
  for _, group in ipairs(groups) do
    if not group.when or sentence:has(group.when) then
      for _, item in ipairs(group) do
        if sentence:has(item[2]) then
          names[#names + 1] = item[1]
        end
      end
    end
  end
  return names
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

--- A confidence between 0.5 and 0.99 from the points above the threshold, `span` points for the whole way.
function evidence.score(points, threshold, span)
  return math.min(0.99, 0.5 + 0.5 * (points - threshold) / span)
end

return evidence

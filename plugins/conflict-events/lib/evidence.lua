-- Weighing a sentence: kinds of evidence, each worth some points, whatever the number of times it occurs.
--
-- Evidence is listed in groups of { name, pattern }; a group's `when` is a pattern without which nothing in it can occur.
local evidence = {}

local function append(list, item)
  list[#list + 1] = item
end

--- What speaks for a report and what speaks against it, with its points. A group's `potential` is all that it can give.
function evidence.prepare(groups, points)
  local prepared = { pro = {}, con = {}, potential = 0 }
  for _, group in ipairs(groups) do
    local pro = { when = group.when, potential = 0 }
    for _, item in ipairs(group) do
      local worth = points[item[1]] or 0
      if worth > 0 then
        append(pro, { worth, item[2] })
        pro.potential = pro.potential + worth
      elseif worth < 0 then
        append(prepared.con, { worth, item[2] })
      end
    end
    if #pro > 0 then
      append(prepared.pro, pro)
      prepared.potential = prepared.potential + pro.potential
    end
  end
  return prepared
end

--- The points for a report, or nil as soon as they cannot reach the threshold.
function evidence.pro(sentence, prepared, threshold)
  local sum, potential = 0, prepared.potential
  for _, group in ipairs(prepared.pro) do
    if sum + potential < threshold then
      return nil
    end
    potential = potential - group.potential
    if not group.when or sentence:has(group.when) then
      for _, item in ipairs(group) do
        if sentence:has(item[2]) then
          sum = sum + item[1]
        end
      end
    end
  end
  return sum >= threshold and sum or nil
end

--- What is left of the points after all that speaks against a report, or nil below the threshold.
function evidence.con(sentence, prepared, sum, threshold)
  for _, item in ipairs(prepared.con) do
    if sentence:has(item[2]) then
      sum = sum + item[1]
      if sum < threshold then
        return nil
      end
    end
  end
  return sum
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
function evidence.is_real(span)
  return span.polarity == "asserted" and span.modality == "fact"
end

local function year_of(value)
  return tonumber(string.match(tostring(value or ""), "^(%d%d%d%d)"))
end

-- Years back from which a date tells of another time.
local long_ago = 2

--- Whether a sentence is dated years before its article; «منذ 2011» reaches to the present.
function evidence.is_long_ago(sentence)
  local now = year_of(sentence.article.date)
  if not now then
    return false
  end
  for _, time in ipairs(sentence.times) do
    local year = year_of(time.value)
    local before = sentence:before(time)
    if year and year <= now - long_ago and not (before and string.find(before.text, "منذ%s*$")) then
      return true
    end
  end
  return false
end

--- The sum of the points of those signs that are there; a sign is whether it is, and its name.
function evidence.sum(points, signs)
  local sum = 0
  for _, sign in ipairs(signs) do
    if sign[1] then
      sum = sum + points[sign[2]]
    end
  end
  return sum
end

--- The check of a rule that weighs: `event` says how an event of its kind is read, `worth` what each sign counts for, `codes` the
-- codes of a sentence.
-- The points for a report come first, as far as they can reach the threshold; then its cue, what speaks against it, its fields.
function evidence.check(event, groups, worth, codes)
  local weights = evidence.prepare(groups, worth.points)
  local points, threshold = worth.points, worth.threshold
  return function(sentence, m)
    local sum = evidence.pro(sentence, weights, threshold - event.best_opening(points))
    sum = sum and sum + event.opening(sentence, m.first, points)
    local cue = sum and sum >= threshold and event.cue(sentence)
    if not cue then
      return nil
    end
    sum = evidence.con(sentence, weights, sum + event.doubt(sentence, m.first, cue, points), threshold)
    if not sum or sum < threshold then
      return nil
    end
    local actor, target = event.parties(sentence, cue)
    return {
      span = cue,
      actor = actor,
      target = target,
      place = sentence:place_near(cue),
      time = sentence:time_near(cue, { "DATE", "TIME" }),
      codes = codes(sentence),
      score = evidence.score(sum, threshold, worth.range),
    }
  end
end

--- A confidence from 0.5 to 0.99 by the points above the threshold; `range` of them are worth the whole way.
function evidence.score(points, threshold, range)
  return math.min(0.99, 0.5 + 0.5 * (points - threshold) / range)
end

return evidence

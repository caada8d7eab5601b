-- Weighing a sentence: kinds of evidence, each worth some points, whatever the number of times it occurs.
--
-- Evidence is listed in groups of { name, pattern }; a group's `when` is a pattern without which nothing in it can occur.
-- A group that is `dear` reads a layer that the article may not have yet (entities): it is looked for last.
local evidence = {}

local function append(list, item)
  list[#list + 1] = item
end

--- What speaks for a report, what of it is dear, and what speaks against it, with its points.
-- A group's `potential` is all that it can give.
function evidence.prepare(groups, points)
  local prepared = { pro = { potential = 0 }, dear = { potential = 0 }, con = {} }
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
      local list = group.dear and prepared.dear or prepared.pro
      append(list, pro)
      list.potential = list.potential + pro.potential
    end
  end
  return prepared
end

--- A sum with the points of some groups, or nil as soon as it cannot reach the threshold.
function evidence.pro(sentence, groups, sum, threshold)
  local potential = groups.potential
  for _, group in ipairs(groups) do
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
function evidence.con(sentence, items, sum, threshold)
  for _, item in ipairs(items) do
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

--- Whether the article tells of an event: no denial, no condition, no wish. What somebody is said to have done is told.
function evidence.is_real(span)
  return span.polarity == "asserted" and (span.modality == "fact" or span.modality == "report")
end

local function year_of(value)
  return tonumber(string.match(tostring(value or ""), "^(%d%d%d%d)"))
end

-- Years back from which a date tells of another time; the year that news without a date is taken to be of.
local long_ago, undated = 2, 2000

--- Whether a sentence is dated years before its article; «منذ 2011» reaches to the present.
function evidence.is_long_ago(sentence)
  local now = year_of(sentence.article.date) or undated
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

-- The points of a sentence with its cue, or nil below the threshold. What costs most is asked last: first words for a report and
-- where they stand, then words against it, then what is dear, its cue and what that says against it.
local function weigh(sentence, first, event, weights, worth)
  local points, threshold = worth.points, worth.threshold
  local within_reach = threshold - weights.dear.potential
  local sum = evidence.pro(sentence, weights.pro, 0, within_reach - event.best_opening(points))
  sum = sum and sum + event.opening(sentence, first, points)
  sum = sum and sum >= within_reach and evidence.con(sentence, weights.con, sum, within_reach)
  sum = sum and evidence.pro(sentence, weights.dear, sum, threshold)
  local cue = sum and event.cue(sentence)
  sum = cue and sum + event.doubt(sentence, first, cue, points)
  return sum and sum >= threshold and sum or nil, cue
end

--- The check of a rule that weighs: `event` says how an event of its kind is read, `worth` what each sign counts for, `codes` the
-- codes of a sentence.
function evidence.check(event, groups, worth, codes)
  local weights = evidence.prepare(groups, worth.points)
  return function(sentence, m)
    local sum, cue = weigh(sentence, m.first, event, weights, worth)
    if not sum then
      return nil
    end
    local actor, target = event.parties(sentence, cue)
    return {
      span = cue,
      actor = actor,
      target = target,
      place = event.place(sentence, cue),
      time = event.time(sentence, cue),
      codes = codes(sentence, cue, actor),
      score = evidence.score(sum, worth.threshold, worth.range),
    }
  end
end

--- A confidence from 0.5 to 0.99 by the points above the threshold; `range` of them are worth the whole way.
function evidence.score(points, threshold, range)
  return math.min(0.99, 0.5 + 0.5 * (points - threshold) / range)
end

return evidence

-- How many had to leave home, and who says so.
local claims = require "claims"
local losses = require "losses"
local spans = require "spans"

local cues = claims.cues("displacement", {
  { name = "displaced", forms = { "verb", "noun", "word", "victim" } },
  { name = "refugees", forms = { "verb", "noun", "victim" } },
  { name = "migrants", forms = { "victim" } },
  { name = "fled", forms = { "past", "noun", "word" } },
  { name = "evacuated", forms = { "past", "noun" } },
})

local labels = {
  displaced = "A number of people displaced", refugees = "A number of refugees",
  migrants = "A number of migrants", returned = "A number of people who came home", fled = "A number of people who fled",
  evacuated = "A number of people evacuated",
}

-- Fewer are an escape, a rescue or somebody's story.
local least = { fled = 100 }
local few = 10

local services = hilal.lexicon "services"
local ways = hilal.lexicon "ways"
local returning = hilal.verb(hilal.lexicon("returning", { form = "verb" }), { "perfect", "imperfect", "future" })
  + hilal.noun(hilal.lexicon("returning", { form = "noun" }))
-- Words between what says that they came home and their number, at most, and between their number and such a word.
local return_reach = 3
local provides = { ["وفر"] = true, ["وفرت"] = true }

local function is_service(sentence, figure)
  local part = sentence:within(figure)
  return part ~= nil and part:has(services)
end

--- Whether those counted come home: «عاد 1200 لاجئ إلى ديارهم», «1200 لاجئ عادوا».
local function is_return(sentence, figure)
  local earlier, between = spans.last_before(sentence, figure, returning, 4)
  if earlier and (not between or between.words <= return_reach) then
    return true
  end
  local rest = sentence:after(figure)
  local found = rest and rest:find(returning)
  local lead = found and rest:before(found.span)
  return found ~= nil and (not lead or lead.words <= 1)
end

--- Whether «وفر» is the verb to flee: its number stands beside it, and a direction behind.
local function is_flight(sentence, cue, figure)
  if not provides[sentence:within(cue).text] then
    return true
  end
  local rest = sentence:after(figure)
  local found = rest and rest:find(ways)
  local lead = found and rest:before(found.span)
  return found ~= nil and (not lead or lead.words <= 1) and claims.is_beside(sentence, cue, figure)
end

return hilal.rule {
  id = "displaced",
  title = "A number of people driven from home",
  severity = "medium",
  on = "sentence",
  fields = { "figure", "value", "unit", "approx", "kind", "claimant", "place", "time" },
  match = cues.any:as "cue",
  check = function(sentence, m)
    local form, kind = claims.read(sentence, cues, m.cue)
    local found = {}
    for _, figure in ipairs(claims.numbers(sentence, cues, m.cue, form)) do
      if figure.value >= (least[kind] or few) and not is_service(sentence, figure)
        and is_flight(sentence, m.cue, figure) and not losses.count(sentence, figure) then
        local what = is_return(sentence, figure) and "returned" or kind
        local finding = claims.people(sentence, figure, what, m.cue)
        finding.label = labels[what]
        found[#found + 1] = finding
      end
    end
    return #found > 0 and found
  end,
}

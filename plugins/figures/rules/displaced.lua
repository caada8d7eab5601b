-- How many had to leave home, and who says so.
local claims = require "claims"

local cues = claims.cues("displacement", {
  { name = "displaced", forms = { "verb", "noun", "word", "victim" } },
  { name = "refugees", forms = { "verb", "noun", "victim" } },
  { name = "migrants", forms = { "victim" } },
  { name = "fled", forms = { "past", "noun", "word" } },
  { name = "evacuated", forms = { "past", "noun" } },
})

local labels = {
  displaced = "A number of people displaced", refugees = "A number of refugees",
  migrants = "A number of migrants", fled = "A number of people who fled",
  evacuated = "A number of people evacuated",
}

-- Fewer are an escape, a rescue or somebody's story.
local least = { fled = 100 }
local few = 10

local services = hilal.lexicon "services"

local function is_service(sentence, figure)
  local part = sentence:within(figure)
  return part ~= nil and part:has(services)
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
      if figure.value >= (least[kind] or few) and not is_service(sentence, figure) then
        local finding = claims.people(sentence, figure, kind, m.cue)
        finding.label = labels[kind]
        found[#found + 1] = finding
      end
    end
    return #found > 0 and found
  end,
}

-- CAMEO and PLOVER codes of events, finer than the rule's own where the words say more.
local codes = {}

local lexicon, verb = hilal.lexicon, hilal.verb

local function terms(name, list)
  local patterns = {}
  for _, code in ipairs(list) do
    patterns[#patterns + 1] = { code, lexicon(name, { code = code }) }
  end
  return patterns
end

local function deeds(kind)
  return verb(lexicon("deed_verbs", { kind = kind }), "perfect")
end

local function first_of(sentence, patterns)
  for _, item in ipairs(patterns) do
    if sentence:has(item[2]) then
      return item[1]
    end
  end
  return nil
end

local arms = terms("deed_codes", { "1831", "1832", "1833", "185", "195", "194" })
local abuses = terms("deed_codes", { "1822", "1821", "182", "193", "183" })
local seized = deeds "seize"
local assassinated = verb({ "اغتال" }, "perfect")

--- The kind of force: 1831 suicide bombing, 1832 car bomb, 1833 roadside bomb, 185 attempt on a life, 195 from the air, 194 artillery
--- and tanks, 181 abduction, 186 assassination, 1822 torture, 1821 sexual assault, 182 assault, 193 small arms, 183 bombing, 180 other.
function codes.assault(sentence)
  local code = first_of(sentence, arms)
  if not code and sentence:has(seized) then
    code = "181"
  end
  if not code and sentence:has(assassinated) then
    code = "186"
  end
  return { cameo = code or first_of(sentence, abuses) or "180", plover = "ASSAULT" }
end

local kinds = terms("protest_codes", { "142", "143", "144", "145", "141" })
local struck_work = verb({ "أضرب" }, { "perfect", "imperfect" })
local marched = verb({ "تظاهر", "اعتصم" }, { "perfect", "imperfect" })

--- The kind of protest: 142 hunger strike, 143 strike, 144 roads blocked, 145 riot, 141 demonstration, 140 other.
function codes.protest(sentence)
  local code = first_of(sentence, kinds)
  if not code then
    code = sentence:has(struck_work) and "143" or sentence:has(marched) and "141" or "140"
  end
  return { cameo = code, plover = "PROTEST" }
end

return codes

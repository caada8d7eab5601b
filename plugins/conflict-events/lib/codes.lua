-- CAMEO and PLOVER codes of events, finer than the rule's own where the words say more.
local w = require "words"
local part = require "assault_part"
local phrases = require "phrases"

local codes = {}

local gap, lexicon, verb, word = hilal.gap, hilal.lexicon, hilal.verb, hilal.word

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
local suicide = { "1831", w.blew_oneself_up + verb({ "فجّر" }, "noun") * w.himself }
local small_arms = { "193", w.fired * gap(0, 8) * (lexicon("deed_codes", { code = "193" }) + word { "النار", "نار", "النيران", "نيران" }) }
-- What a deed is by its own word, whatever else the sentence tells of.
local deeds_alone = { suicide, { "181", deeds "seize" }, { "186", verb({ "اغتال" }, "perfect") } }
local blast = w.blast + w.blew_up
local aircraft = lexicon "aircraft"
-- «أغار», «شن الطيران»: who flies strikes from the air, and only what was struck from there is destroyed.
local air_raid = verb({ "أغار" }, { "perfect", "imperfect" })
local flown = aircraft * gap(0, 5) * (w.struck + w.hits) + (w.struck + w.shelling) * gap(0, 1) * aircraft + air_raid

local function first_kind(unit)
  return first_of(unit, arms) or unit:has(flown) and "195" or first_of(unit, deeds_alone)
    or first_of(unit, { small_arms }) or first_of(unit, abuses) or unit:has(blast) and "183"
end

--- The kind of force: 1831 suicide bombing, 1832 car bomb, 1833 roadside bomb, 185 attempt on a life, 195 from the air, 194 artillery
--- and tanks, 181 abduction, 186 assassination, 1822 torture, 1821 sexual assault, 182 assault, 193 small arms, 183 bombing, 180 other.
--- Read from the cue, then from the part of the sentence that tells of it.
function codes.assault(sentence, cue, actor)
  local word_of = sentence:within(cue)
  local code = word_of and first_of(word_of, deeds_alone)
  if not code and actor and phrases.has(sentence, actor, aircraft) then
    code = "195"
  end
  for _, kind in ipairs { "strict", "loose" } do
    local unit = not code and (kind == "strict" or part.is_cut(sentence, cue)) and part.of(sentence, cue, kind)
    code = code or unit and first_kind(unit)
  end
  return { cameo = code or "180", plover = "ASSAULT" }
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

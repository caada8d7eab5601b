-- Claims that count people: which number belongs to a word of harm or flight.
local circumstances = require "circumstances"
local spans = require "spans"

local claims = {}

local finite = { "perfect", "imperfect" }

--- Words between a cue and its number, at most.
local reach = 5
--- Words between a number and what may stand behind it, at most, by the form of that: «12 شخصا قتلوا», «لقي ستة من
--- رجال الشرطة على الأقل حتفهم».
local back_reach = { verb = 2, past = 2, word = 2, fate = 6 }
--- Numbers that one cue may have: «مقتل 3 جنود و5 مدنيين».
local most = 4

local things = hilal.noun(hilal.lexicon "things") + hilal.lexicon "currencies" + hilal.lexicon "units"
-- Of these one is no count: من عائلة واحدة.
local groups = hilal.lexicon "groups"
local sport = hilal.lexicon "sport"

-- Who or what may speak.
local speaks = hilal.entity "PER" + hilal.entity "ORG" + hilal.entity "GPE" + hilal.lexicon "anonymous_sources"
  + hilal.lexicon "offices" + hilal.lexicon "org_heads" + hilal.lexicon "institutions" + hilal.lexicon "speech_nouns"
  + hilal.noun(hilal.lexicon "speakers")

local of = hilal.word "من"
local about = hilal.lexicon "approximators"
local among = hilal.lexicon "among"
local other_roles = hilal.lexicon "other_roles"
local conjunction = "و"
-- قضى, قضوا: to perish, to spend.
local spends = "قض"
local counting = hilal.lexicon "counting"
local no_verbs = hilal.lexicon "no_verbs"
local spent = hilal.lexicon "spent"
local others_verb = hilal.verb(hilal.lexicon("others", { form = "verb" }), finite) - hilal.lexicon("others", { form = "noun" })
local others = others_verb + hilal.lexicon("others", { form = "word" })
-- Behind these the letters of a verb are a noun: «بعد غرق قاربهم», but not behind منهم.
local governing = hilal.word { "بعد", "قبل", "إثر", "جراء", "بسبب", "نتيجة", "عقب", "حادث", "حادثة", "في", "من", "عن", "على", "إلى", "عند" }
  - hilal.word { "منهم", "منهن", "منهما", "منها" }
-- «فقد أثر ما يزيد على 50».
local lead_limit = 4
-- Matches that a search for the last one looks at, at most.
local matches = 8
-- Words that tell more of those who act, at most: «شابتان انتحاريتان».
local agent_words = 2
local plural = { "ان", "تان", "ون", "ين", "ات" }

local as_they_stand = { phrase = true, word = true, beside = true, lost = true }
--- Forms that take only a number right behind.
local only_beside = { beside = true, lost = true }

local function pattern_of(name, form, kind)
  local rows = hilal.lexicon(name, { form = form, kind = kind })
  if form == "verb" or form == "past" then
    return hilal.verb(rows, form == "past" and "perfect" or finite) - no_verbs
  end
  return as_they_stand[form] and rows or hilal.noun(rows)
end

--- The cues of a lexicon: `any` of them as a pattern, and the list of their forms and kinds.
function claims.cues(name, kinds)
  local cues = {}
  for _, kind in ipairs(kinds) do
    for _, form in ipairs(kind.forms) do
      local pattern = pattern_of(name, form, kind.name)
      cues[#cues + 1] = { pattern = pattern, form = form, kind = kind.name }
      cues.any = cues.any and cues.any + pattern or pattern
    end
  end
  return cues
end

--- The form and the kind of a cue.
function claims.read(sentence, cues, cue)
  local word = sentence:within(cue)
  for _, one in ipairs(cues) do
    if word and word:has(one.pattern) then
      return one.form, one.kind
    end
  end
  return nil
end

--- Whether a number counts people: its noun is no thing, measure, money or share.
local function counts_people(sentence, quantity)
  local unit = quantity.unit or ""
  if unit == "%" or quantity.value ~= math.floor(quantity.value) then
    return false
  end
  local part = sentence:within(quantity)
  return not part or not part:has(things) and not (quantity.value == 1 and part:has(groups))
end

--- Whether a number's own noun is a cue: it speaks for itself.
local function is_cue(sentence, cues, quantity)
  local part = sentence:within(quantity)
  return part ~= nil and part:has(cues.any)
end

--- The words between two spans; nil where they touch.
local function between(sentence, first, second)
  local rest = sentence:after(first)
  return rest and rest:before(second)
end

--- Whether a noun of people is counted by the word before it: «عدد القتلى».
local function is_counted(sentence, cue)
  return spans.right_behind(sentence, cue, counting) ~= nil
end

--- Whether a number is joined to the one before: it is part of that («بينهم 5 أطفال»), or و is written with it and only
--- «على الأقل» or the like between.
local function is_joined(sentence, first, second)
  local part = between(sentence, first, second)
  if part and part.words > 0 then
    if part.words <= 3 and part:has(among) then
      return true
    end
    if part.words > 2 or not part:has(about) then
      return false
    end
  end
  local words = sentence:within(second)
  return words ~= nil and string.sub(words.text, 1, #conjunction) == conjunction
end

--- Whether only words that make a number rough stand between a cue and the number: «قضى ما لا يقل عن 12».
local function is_beside(sentence, cue, quantity)
  local part = between(sentence, cue, quantity)
  local found = part and part.words <= lead_limit and part:find(about)
  return quantity.unit ~= nil and (not part or found and not part:before(found.span)) or false
end

claims.is_beside = is_beside
claims.governing = governing

--- Whether a cue tells how somebody spent his time: «قضوا أسبوعا في المخيم».
local function is_spent(sentence, cue)
  if not spans.begins(cue.text, spends) then
    return false
  end
  local rest = sentence:after(cue)
  local found = rest and rest:find(spent)
  local lead = found and rest:before(found.span)
  return found ~= nil and (not lead or lead.words <= lead_limit)
end

--- Whether a number follows a cue, and no other cue or word that says what else it counts is nearer.
local function is_next(sentence, cues, cue, form, quantity)
  if only_beside[form] then
    return is_beside(sentence, cue, quantity)
  end
  local part = between(sentence, cue, quantity)
  local limit = form == "victim" and not is_counted(sentence, cue) and 0 or reach
  return not part or part.words <= limit and not part:has(cues.any) and not part:has(others)
    and not part:has(other_roles)
end

--- Whether words only describe those who act: «شابتان انتحاريتان».
local function describe(text)
  local words = 0
  for word in string.gmatch(text, "%S+") do
    words = words + 1
    if words > agent_words or not spans.ends(word, table.unpack(plural)) then
      return false
    end
  end
  return true
end

--- Whether a number right behind a verb counts those who act: another number of people follows with no mark between that is
--- none of theirs («قتلت شابتان 13 شخصا»).
local function acts(sentence, cue, quantity, next)
  if not next or between(sentence, cue, quantity) or is_joined(sentence, quantity, next) then
    return false
  end
  local part = between(sentence, quantity, next)
  local spaced = part and utf8.len(part.text) + 2 or 1
  if part and not describe(part.text) or next.start - quantity.stop > spaced then
    return false
  end
  local rest = sentence:after(next)
  local found = rest and rest:find(among)
  return counts_people(sentence, next) and not (found and not rest:before(found.span))
end

--- The numbers behind a cue that belong to it.
local function behind(sentence, cues, cue, form)
  local rest = sentence:after(cue)
  local found = {}
  local quantities = rest and rest.quantities or {}
  local first = 1
  if form == "verb" and quantities[1] and acts(sentence, cue, quantities[1], quantities[2]) then
    first = 2
  end
  for index = first, #quantities do
    local quantity = quantities[index]
    local last = found[#found]
    local belongs
    if last then
      belongs = #found < most and is_joined(sentence, last, quantity)
    else
      belongs = is_next(sentence, cues, cue, form, quantity)
    end
    if not belongs or is_cue(sentence, cues, quantity) or not counts_people(sentence, quantity) then
      break
    end
    found[#found + 1] = quantity
  end
  return found
end

-- Endings by which a verb means those counted before: «خطفوا ثلاثة وقتلوهم».
local of_those = { "هم", "هن", "هما", "وا", "ون" }

--- Whether و is written before a cue, or a word before it makes a noun of it: the number before belongs to something else
--- («19 شخصا قضوا وأصيب العشرات», «50 مهاجرا بعد غرق القارب»).
local function is_cut_off(sentence, cue)
  local word = sentence:within(cue).text
  if word ~= cue.text and spans.begins(word, conjunction) and not spans.ends(cue.text, table.unpack(of_those)) then
    return true
  end
  return spans.right_behind(sentence, cue, governing) ~= nil
end

--- Whether something else befell those counted: «أنقذت 13 حالة غرق», but not «خطفوا ثلاثة وقتلوهم».
local function befalls_others(sentence, quantity, cue)
  local found, rest = spans.last_before(sentence, quantity, others_verb, matches)
  return found ~= nil and (not rest or rest.words == 1 and rest:has(counting))
    and not spans.ends(cue.text, table.unpack(of_those))
end

--- The number before a cue: «12 شخصا قتلوا», «300 من الجرحى».
local function before(sentence, cues, cue, form)
  if only_beside[form] or (form == "verb" or form == "past") and is_cut_off(sentence, cue) then
    return {}
  end
  local part = sentence:before(cue)
  local quantities = part and part.quantities or {}
  local quantity = quantities[#quantities]
  if not quantity or is_cue(sentence, cues, quantity) or not counts_people(sentence, quantity) then
    return {}
  end
  local gap = between(sentence, quantity, cue)
  if gap and gap:has(cues.any) or befalls_others(sentence, quantity, cue) then
    return {}
  end
  if back_reach[form] then
    return gap and gap.words > back_reach[form] and {} or { quantity }
  end
  return form == "victim" and gap and gap.words == 1 and gap:has(of) and { quantity } or {}
end

--- The numbers that a cue says something of.
function claims.numbers(sentence, cues, cue, form)
  if sentence:has(sport) or is_spent(sentence, cue) then
    return {}
  end
  for _, quantity in ipairs(sentence.quantities) do
    if spans.overlap(quantity, cue) then
      return counts_people(sentence, quantity) and { quantity } or {}
    end
  end
  local found = behind(sentence, cues, cue, form)
  return #found > 0 and found or before(sentence, cues, cue, form)
end

local scores = { conditional = 0.4, future = 0.5, wish = 0.4 }

--- How surely a claim is made: denied, open and rough ones less.
function claims.score(figure)
  if figure.polarity ~= "asserted" then
    return 0.2
  end
  return scores[figure.modality] or figure.approx and 0.8 or 1
end

--- A number as a field's text: 9000, 2.5.
function claims.digits(value)
  local rounded = value < 1e6 and math.floor(value * 1e6 + 0.5) / 1e6 or math.floor(value + 0.5)
  local whole = math.tointeger(rounded)
  return whole and string.format("%d", whole) or string.format("%.10g", rounded)
end

--- Who makes a claim; nil where the article does, or where what is said to speak cannot. One named in another
--- sentence is believed.
function claims.claimant(sentence, figure)
  local source = figure.source
  local part = source and sentence:within(source)
  if part and (#part.quantities > 0 or not part:has(speaks)) then
    return nil
  end
  return source
end

--- A flag as a field's text.
function claims.flag(value)
  return value and "yes" or "no"
end

--- What every claim with a figure reports; rules add label, place and what else they know.
function claims.finding(sentence, figure, kind)
  return {
    span = figure,
    score = claims.score(figure),
    figure = figure,
    value = claims.digits(figure.value),
    unit = figure.unit,
    approx = claims.flag(figure.approx),
    kind = kind,
    claimant = claims.claimant(sentence, figure),
  }
end

--- The same for people: what happened to them stands beside its place and time.
function claims.people(sentence, figure, kind, cue)
  local finding = claims.finding(sentence, figure, kind)
  finding.place = circumstances.place(sentence, cue, figure)
  finding.time = circumstances.time(sentence, cue, figure)
  return finding
end

return claims

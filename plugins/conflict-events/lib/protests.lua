-- How a report of a protest is read: its event, its cue, whom it names, the points that no single pattern gives.
local p = require "protest_words"
local evidence = require "evidence"
local phrases = require "phrases"

local gap, word, lexicon = hilal.gap, hilal.word, hilal.lexicon
local protests = {}

protests.event = p.event

local frame = p.frame:as "frame"

--- The word that says what happened, the plainest first.
local cues = {
  p.camped:as "cue" * p.by.protesters,
  p.gathered:as "cue" * gap(0, 4) * p.protesters,
  p.went:as "cue" * gap(0, 4) * p.protesters,
  p.marched:as "cue",
  p.objected:as "cue" * gap(0, 12) * (p.streets + p.front),
  (p.began + p.held) * gap(0, 4) * p.protest:as "cue",
  p.gathered:as "cue" * gap(0, 4) * p.crowd,
  p.blocked:as "cue" * gap(0, 4) * (p.protesters + p.streets),
  p.rioted:as "cue" * gap(0, 4) * p.protesters,
  p.went:as "cue" * gap(0, 4) * p.crowd,
  p.gathered:as "cue" * gap(0, 24) * p.aim,
  p.went:as "cue" * gap(0, 24) * p.aim,
  p.took_to:as "cue" * gap(0, 3) * p.people,
  p.act:as "cue",
  p.protesters * gap(0, 3) * (p.gathered + p.rioted + p.went):as "cue",
  p.protest:as "cue",
  p.chanted:as "cue" * gap(0, 3) * p.people,
  p.protesters:as "cue",
  (p.blocked + p.rioted):as "cue" * p.by.crowd,
  p.stopped:as "cue" * gap(0, 10) * p.work,
  p.burning:as "cue",
  p.objected:as "cue",
}

function protests.cue(sentence)
  return evidence.cue(sentence, cues)
end

local named_people = lexicon "crowds" + p.protesters
local who = named_people:as "who"
local against = word { "احتجاجا", "للاحتجاج", "احتجاجات" } * word { "على" } * hilal.any():as "what"
  + word { "ضد" } * hilal.any():as "what"
  + word { "تنديدا", "للتنديد", "منددين", "منددة", "استنكارا", "رفضا", "لادانة", "لاستنكار", "لرفض" } * hilal.any():as "what"

local function phrase_from(sentence, span)
  return phrases.whole(sentence, sentence:parties_from(span)[1] or span)
end

local demand = lexicon "protest_reasons" - lexicon "anger"
-- Ahead of the people in their phrase: the verb of what they held («ونظم التجار»), what they did («تحركات السكان»).
local no_people = p.held + p.began + demand + word { "تحركات", "تحرك", "احتجاجات", "مسيرات", "مظاهرات", "تظاهرات", "مطالب", "غضب" }
local people_alone = ((hilal.any() - no_people) ^ 1):as "people"

-- The people of a subject; nil where it is what they demand: «مطالبة بحماية السكان».
local function people_of(sentence, subject)
  local words = subject and sentence:within(subject)
  local asked = words and words:find(demand)
  if not words or not words:has(named_people) or asked and asked.span.start == subject.start then
    return nil
  end
  local found = words:find(people_alone)
  return found and phrases.whole(sentence, found.people)
end

local favour = lexicon "protest_favours"
local holding = hilal.verb({ "نظّم", "أقام", "سيّر", "نفّذ" }, { "perfect", "imperfect" }):as "verb" * gap(0, 4)
local done_by = who * gap(0, 2) * (p.marched + (p.gathered - p.stand) + p.went + p.blocked + p.rioted):as "deed"
local named_protest = p.protest + p.act + p.stand
-- Words between a protest and the people whose it is.
local near = 8

-- Who protests: the subject where it names people, else people right before the cue, else the first behind it.
-- What stands behind the name of a protest is mostly no party of it («تظاهرات يومية»); the police never is.
local function actor_of(sentence, cue)
  local subject = sentence:subject_of(cue)
  local named = subject and sentence:within(subject)
  local people = people_of(sentence, subject)
  if people then
    return people
  end
  local doers = sentence:find(done_by)
  if doers and doers.deed.start == cue.start then
    return phrase_from(sentence, doers.who)
  end
  local rest = sentence:after(cue)
  local found = rest and rest:find(who)
  local between = found and rest:before(found.who)
  if found and (not between or between.words <= near and not between:has(demand) and not between:has(favour)) then
    return phrase_from(sentence, found.who)
  end
  -- «نظمت الرابطة مسيرة تضامنا مع العمال»: who holds it, not those for whom it is.
  if between and between:has(favour) then
    local front = sentence:before(cue)
    local held = front and front:find(holding)
    return held and sentence:subject_of(held.verb) or nil
  end
  -- «عائلات من القرى تظاهرت أمس مطالبة بحماية السكان»: of what is demanded nobody marched.
  local is_demand = named and named:has(demand)
  local ahead = is_demand and sentence:before(cue)
  local crowd = ahead and ahead:find(who)
  if is_demand then
    return crowd and phrase_from(sentence, crowd.who) or nil
  end
  local words = sentence:within(cue)
  local is_noun = words and words:has(named_protest)
  local is_other = is_noun or not subject or subject.start == cue.start or named and named:has(p.police)
  return not is_other and subject or nil
end

-- What they protest against, where the sentence says it with على, ضد or a word of condemning.
local function target_of(sentence)
  local found = sentence:find(against)
  -- «ضد ما وصفته بالصمت»: a pronoun alone is nothing.
  return found and found.what.text ~= "ما" and phrase_from(sentence, found.what) or nil
end

--- Who protests, and against what.
function protests.parties(sentence, cue)
  return actor_of(sentence, cue), target_of(sentence)
end

function protests.place(sentence, cue)
  return sentence:place_near(cue)
end

function protests.time(sentence, cue)
  return sentence:time_near(cue, { "DATE", "TIME" })
end

--- The most that `opening` gives.
function protests.best_opening(points)
  return points["opens"] + math.max(points["frame opens"], points["headline"])
end

-- Words before a headline: «سهلان: إضراب عام».
local ahead_of_headline = 1
local function is_headline(sentence)
  local head = sentence:find(p.headline)
  local before = head and sentence:before(head.span)
  return head ~= nil and (not before or before.words <= ahead_of_headline)
end

--- The points for where the event stands: news begins with it.
function protests.opening(sentence, first, points)
  local before = sentence:before(first)
  local found = sentence:find(frame)
  local ahead = found and sentence:before(found.frame)
  local is_frame = found and (not ahead or ahead.words < 5)
  return evidence.sum(points, {
    { not before or before.words < 4, "opens" },
    { is_frame, "frame opens" },
    { not is_frame and is_headline(sentence), "headline" },
  })
end

-- «ساروا» and «سار» are written like a future of verbs that nobody uses.
local walked = word { "سار", "ساروا", "سارت", "سرن" }
local function looks_to_come(sentence, span)
  local words = sentence:within(span)
  return words ~= nil and words:has(walked)
end

-- Whether a span is denied, wished or doubted; to refuse work is written as a denial and is the deed.
local function is_unreal(sentence, span)
  local words = sentence:within(span)
  return not evidence.is_real(span) and not (words and (words:has(walked) or words:has(p.stopped)))
end

local memory, ceremony = p.about "memory", p.about "ceremony"

local announced = p.announced * gap(0, 6) * (p.new_protest - p.reason) * -(gap(0, 3) * p.under_way)

local not_yet = p.coming + p.announced

-- Whether a sentence begins with a protest that took place; what is announced behind it is another.
local function has_happened(sentence)
  local found = sentence:find(frame)
  local ahead = found and sentence:before(found.frame)
  local happened = found and (not ahead or ahead.words < 5) and evidence.is_real(found.frame)
  return happened and found.frame.modality ~= "future" and not (ahead and ahead:has(not_yet))
end

--- The points against what is short, not real, or behind other news.
function protests.doubt(sentence, first, cue, points)
  local before, rest = sentence:before(first), sentence:before(cue)
  local happened = has_happened(sentence)
  return evidence.sum(points, {
    { sentence.words < 14, "short" },
    { evidence.is_long_ago(sentence), "long ago" },
    { not happened and sentence:has(p.coming), "coming" },
    { not happened and sentence:has(announced), "announced protest" },
    { is_unreal(sentence, first), "first unreal" },
    { is_unreal(sentence, cue), "cue unreal" },
    { cue.modality == "future" and not looks_to_come(sentence, cue), "to come" },
    { before and before.words > 15, "late" },
    { before and before:has(p.speakers), "speakers before" },
    { before and before:has(p.crackdown), "crackdown before" },
    { before and before:has(memory), "memory before" },
    { before and before:has(ceremony), "ceremony before" },
    { before and before.words < 4 and rest and rest.words > 3, "cue late" },
  })
end

return protests

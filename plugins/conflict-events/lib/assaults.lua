-- How a report of physical force is read: its event, its cue, the points that no single pattern gives.
local w = require "words"
local evidence = require "evidence"

local gap = hilal.gap
local assaults = {}

assaults.event = w.event

--- The word that says what happened, the plainest first.
local cues = {
  w.bodies:as "cue" * w.marks,
  (w.deed + w.harm):as "cue" * gap(0, 3) * (w.victims + w.armed),
  (w.victims + w.armed) * gap(0, 4) * w.deed:as "cue",
  w.met * w.fate:as "cue",
  w.blew_up:as "cue",
  w.fired:as "cue" * gap(0, 14) * w.weapon,
  w.launched * gap(0, 5) * w.attack:as "cue",
  (w.carried_out + w.launched) * gap(0, 4) * w.air_strike:as "cue",
  w.suffered:as "cue" * gap(0, 20) * w.abuses,
  w.deed:as "cue",
  w.attack:as "cue",
  w.air_strike:as "cue",
  w.deed_noun:as "cue",
  w.weapon:as "cue",
  w.event:as "cue",
}
local nature = w.about "nature" + w.crashed
-- What a sentence is about where it stands before the event; behind a report it is the report's background.
local topics = {
  { "wish before", w.about "wish" },
  { "captives", w.about "captives" },
  { "inquiry", w.about "inquiry" },
  { "memory", w.about "memory" },
  { "money", w.about "money" },
  { "arms", w.about "arms" },
}
local finding = w.about "found"
local force = w.means + w.gunmen
-- Verbs of a relative clause without its pronoun: «قرية تسيطر عليها القوات».
local relative_verb = hilal.verb({ "سيطر", "خضع=خضوع", "وقع=وقوع", "ضمّ", "تبع=تبع", "حمل=حمل", "نقل=نقل" }, { "perfect", "imperfect" })
local noun_phrase = ((hilal.any() - w.deed - relative_verb) ^ 1):as "phrase"

local no_party = w.weapon + w.attack + w.air_strike + w.led_to + w.launched + w.suffered + hilal.lexicon "no_parties"
-- Code points of an attached letter and the article.
local longest_prefix = 3
-- Words whose subject or genitive is always the one who was hurt.
local suffering_noun = w.bodies + hilal.word { "مقتل", "مصرع", "استشهاد", "اصابة", "حتفه", "حتفهم", "حتفها" }
  + hilal.phrase { "سقوط قتلى", "سقوط ضحايا", "سقوط جرحى", "سقوط شهداء" }
local always_suffered = suffering_noun + w.suffered
local victims = w.victims:as "who"
local victims_before = w.victims:as "who" * w.deed:as "deed"
local second_deed = hilal.verb(hilal.lexicon "deed_verbs", { "perfect", "noun" }) + hilal.word { "جرحى", "اعتقل", "اسر" }
local attack_did = w.means * gap(0, 4) * (w.struck + w.destroyed):as "verb"
local attack_noun = w.attack + w.air_strike
-- What comes behind these is another attack; and so is one so many words later.
local of_another = hilal.word { "بعد", "غداة", "ردا", "عقب", "كما", "فيما", "بينما" }
local same_news = 16
-- Code points between a cue and the victims that belong to it.
local near, right_behind = 25, 3
local hands = hilal.word { "برصاص", "بنيران", "بايدي" } + hilal.phrase { "على ايدي", "على يد", "من قبل", "على يدي" }
local by = hands * hilal.any():as "who" + w.means * gap(0, 3) * w.launched:as "launched"

function assaults.cue(sentence)
  return evidence.cue(sentence, cues)
end

-- The noun phrase that begins at a span, with the number that counts it: «19 شخصا».
local function phrase_at(sentence, span)
  for _, counted in ipairs(sentence.quantities) do
    if counted.start < span.stop and counted.stop > span.start then
      return counted
    end
  end
  return sentence:parties_from(span)[1] or span
end

-- A time of day is nobody.
local clock = "^%d+:%d"
-- What is left of «أحد أفراد القوة» where the phrase is cut too early.
local of_others = { ["أحد"] = true, ["احد"] = true, ["عدد"] = true, ["بعض"] = true }

-- A phrase that can be somebody, whole; nil for weapons, attacks, adjectives and a second verb («قتل وجرح»).
local function somebody(sentence, span)
  local phrase = span and phrase_at(sentence, span)
  if not phrase or phrase.type and not phrase.unit then
    return phrase
  end
  if of_others[phrase.text] then
    return nil
  end
  local words = sentence:within(phrase)
  local found = words and words:find(no_party)
  if found and (phrase.unit or found.span.start <= phrase.start + longest_prefix) then
    return nil
  end
  local other = words and string.find(phrase.text, "^و") and words:find(second_deed)
  if other and other.span.start <= phrase.start + 1 or string.find(phrase.text, clock) then
    return nil
  end
  local head = words and words:find(noun_phrase)
  return head and head.phrase.stop < phrase.stop and head.phrase or phrase
end

-- Who hurt the victims of whom only is told: «برصاص مسلحين», «في هجوم نفذته الجماعة».
local function by_whom(sentence, cue)
  local rest = sentence:after(cue)
  local found = rest and rest:find(by)
  local between = found and rest:before(found.span)
  if not found or between and (between:has(of_another) or between.words > same_news) then
    return nil
  end
  return somebody(sentence, found.launched and sentence:subject_of(found.launched) or found.who)
end

-- The people or numbers right behind the cue, or right before it.
local function victims_near(sentence, cue)
  local found = sentence:find(victims_before)
  if found and found.deed.start == cue.start then
    return somebody(sentence, found.who)
  end
  local rest = sentence:after(cue)
  found = rest and rest:find(victims)
  return found and found.who.start - cue.stop <= near and somebody(sentence, found.who) or nil
end

-- Of a cue whose own subject was hurt: who hurt whom. People right behind it are the victims beyond doubt.
local function hurt(sentence, cue, victim)
  if victim and victim.start < cue.stop and cue.start < victim.stop then
    victim = nil
  end
  local behind = victims_near(sentence, cue)
  local is_first = behind and behind.start >= cue.stop and behind.start - cue.stop <= right_behind
  return by_whom(sentence, cue), not is_first and somebody(sentence, victim) or behind
end

-- Whether an attack does what the verb says, and not who stands behind it: «غارات استهدفت المواقع».
local function is_by_attack(sentence, cue)
  local found = sentence:find(attack_did)
  return found ~= nil and found.verb.start == cue.start
end

-- قتل جندي: one of the people, unnamed and without the article, is mostly the one who was killed.
local function is_unarmed_one(phrase)
  return not string.find(phrase.text, "^ال") and phrase:has(w.people) and not phrase:has(w.gunmen)
end

--- Who did it and to whom. Arabic seldom writes whether قتل is active: who is counted, or bears no arms, is the victim;
--- of مقتل and تعرّض it always is; who stands before the verb with victims behind it is not.
function assaults.parties(sentence, cue)
  local actor, target = sentence:subject_of(cue), sentence:target_of(cue)
  local verb = sentence:within(cue)
  if is_by_attack(sentence, cue) then
    local hit = actor and actor.start >= cue.stop and actor or target
    return nil, somebody(sentence, hit)
  end
  if verb and verb:has(always_suffered) then
    -- «أفاد المرصد بمقتل اثنين»: who stands before the noun tells of it, unless a pronoun in it means him (مصرعهم).
    local own = string.find(cue.text, "ه$") or string.find(cue.text, "هم$") or string.find(cue.text, "ها$")
    local teller = not own and actor and actor.stop <= cue.start and verb:has(suffering_noun)
    return hurt(sentence, cue, not teller and actor or nil)
  end
  local phrase = actor and sentence:within(actor)
  local row = phrase and phrase:find(w.row)
  if row then
    return row.actor, somebody(sentence, row.target)
  end
  -- قصف الجيش: who stands behind the noun bombs, unless he bears no arms (قصف المدينة).
  local of = target and verb and verb:has(attack_noun) and target.start - cue.stop <= right_behind and sentence:within(target)
  if of and of:has(w.armed) and not actor then
    return somebody(sentence, target), nil
  end
  local suffered = verb and verb:has(w.suffering)
  local behind = actor and actor.stop <= cue.start and sentence:after(cue)
  local hit = behind and behind:find(victims)
  if hit and suffered and not (phrase and phrase:has(w.number)) and hit.who.start - cue.stop <= right_behind then
    return somebody(sentence, actor), somebody(sentence, hit.who)
  end
  local party = phrase and phrase:find(noun_phrase)
  actor = party and party.phrase or actor
  if suffered and (not phrase or phrase:has(w.number) or not phrase:has(w.armed) or is_unarmed_one(phrase)) then
    return hurt(sentence, cue, actor)
  end
  return somebody(sentence, actor), somebody(sentence, target)
end

local deed = (w.deed + w.died + w.carried_out * gap(0, 6) * w.deed_noun + w.fired * gap(0, 8) * w.weapon
  + (w.launched + w.carried_out) * gap(0, 4) * (w.attack + w.air_strike) + w.death * gap(0, 3) * w.victims):as "deed"

--- The most that `opening` gives.
function assaults.best_opening(points)
  return math.max(points["deed opens"], points["deed early"])
end

--- The points for where the report stands: news begins with it.
function assaults.opening(sentence, _, points)
  local found = sentence:find(deed)
  local before = found and sentence:before(found.deed)
  local words = before and before.words or 0
  if not found or words > 9 then
    return 0
  end
  return words < 3 and points["deed opens"] or points["deed early"]
end

--- The points against what is long, not real, behind another topic, or an accident in which nobody used force.
function assaults.doubt(sentence, first, cue, points)
  local is_accident = sentence:has(nature) and not sentence:has(w.gunmen)
  local signs = {
    { sentence.words > 45, "long" },
    { evidence.is_long_ago(sentence), "long ago" },
    { not evidence.is_real(first), "first unreal" },
    { not evidence.is_real(cue), "cue unreal" },
    { sentence:has(finding) and not sentence:has(w.marked_bodies), "found" },
    { is_accident, "nature" },
    { is_accident and not sentence:has(force), "accident" },
  }
  local before = sentence:before(cue)
  if before then
    for _, topic in ipairs(topics) do
      signs[#signs + 1] = { before:has(topic[2]), topic[1] }
    end
  end
  return evidence.sum(points, signs)
end

return assaults

-- Whose a deed is that the words beside it do not say: by the hands, the verb or the owner of the attack.
local w = require "words"
local phrases = require "phrases"
local names = require "assault_names"

local gap, word = hilal.gap, hilal.word
local attacker = names.attacker
local doers = {}

doers.attack_or_operation = w.means + hilal.lexicon "operations"
doers.hitting = w.struck + w.destroyed
-- What comes behind these is another attack; and so is one so many words later.
-- The wounded beside the dead («فيما جرح سبعة») are of the same.
local of_another = word { "بعد", "غداة", "ردا", "عقب" } + word { "كما", "فيما", "بينما" } * -w.wounded
local same_news = 16

local hands = word { "برصاص", "بنيران", "بايدي" } + hilal.phrase { "على ايدي", "على يد", "من قبل", "على يدي" }
local side = word "من" * word { "قبل", "جانب", "طرف" }
local by_hands = hands * side ^ -1 * hilal.any():as "who" + word "بواسطة" * w.armed:as "who"
local planted = hilal.verb({ "تبنّى", "زرع=زرع" }, "perfect")
local by_launcher = doers.attack_or_operation * gap(0, 4) * (w.launched + w.fired + planted):as "launched"
local by_owner = doers.attack_or_operation * gap(0, 2) * w.armed:as "who"
local by_genitive = (w.air_strike + word { "قصف", "هجوم", "هجمات" }) * (w.armed - names.kind):as "who"

-- What a pattern finds behind a cue, of the same attack.
local function beside(sentence, cue, pattern)
  local rest = sentence:after(cue)
  local found = rest and rest:find(pattern)
  local between = found and rest:before(found.span)
  return found and not (between and (between:has(of_another) or between.words > same_news)) and found or nil
end

--- Who hurt the victims of whom only is told: «برصاص مسلحين», «في هجوم نفذته الجماعة», «في عملية للمقاومة», «في قصف الجيش».
function doers.by_whom(sentence, cue)
  local found = beside(sentence, cue, by_hands)
  local who = found and attacker(sentence, found.who, cue)
  if who then
    return who
  end
  found = beside(sentence, cue, by_launcher)
  who = found and attacker(sentence, sentence:subject_of(found.launched), cue)
  if who then
    return who
  end
  found = beside(sentence, cue, by_owner)
  if found and string.find(found.who.text, "^ل") then
    return attacker(sentence, found.who, cue)
  end
  found = beside(sentence, cue, by_genitive)
  return found and attacker(sentence, found.who, cue)
end

local claimed = hilal.verb({ "تبنّى" }, "perfect")
local managed = hilal.verb({ "تمكّن", "نجح=نجاح", "حاول" }, { "perfect", "imperfect" })
local doing = (claimed + managed + w.launched + w.carried_out + w.kept_up):as "did"
local of_another_attack = w.attack_noun + of_another
local opened_fire = w.fired:as "did" * gap(0, 14) * w.weapon + w.launched:as "did" * gap(0, 5) * w.attack_noun + w.struck:as "did"
-- Words between a verb of launching and its attack, between an attack and what it led to.
doers.of_attack = 9
local to_harm = 30

-- The last place before a span that a pattern matches, and the words from there.
local function last_before(sentence, span, pattern)
  local unit = sentence:before(span)
  local last
  for _ = 1, names.tries do
    local found = unit and unit:find(pattern)
    if not found then
      break
    end
    last, unit = found.did, unit:after(found.did)
  end
  return last, unit
end

-- «غارات التحالف ودمرت»: a deed behind a comma and و is another.
local function is_joined(sentence, first, last)
  local between = phrases.between(sentence, first, last)
  return string.find(between, "و$") ~= nil and phrases.are_parted(sentence, first, last)
end

--- «شن الجيش غارات», «أقدم رجل على قتل زوجته»: whose deed a noun is, by the verb before it.
function doers.by_verb(sentence, cue)
  local did, between = last_before(sentence, cue, doing)
  if not did or between and (between.words > doers.of_attack or between:has(of_another_attack)) or is_joined(sentence, did, cue) then
    return nil
  end
  return attacker(sentence, sentence:subject_of(did), cue)
end

--- «فتح رجل النار على المارة ما أسفر عن إصابة اثنين»: who did what led to the harm.
function doers.by_cause(sentence, cue)
  local before = sentence:before(cue)
  if not before or not before:has(w.led_to) then
    return nil
  end
  local did, between = last_before(sentence, cue, opened_fire)
  if not did or not between or between.words > to_harm or not between:has(w.led_to) or between:has(of_another) then
    return nil
  end
  return attacker(sentence, sentence:subject_of(did), cue)
end

local no_preposition = hilal.any() - word { "على", "ضد", "في", "من", "عن", "الى", "مع", "بين" }
local owner = w.armed:as "who"
local owned = owner + no_preposition * (owner + no_preposition * owner)
local owner_did = doers.attack_or_operation * owned * gap(0, 3) * doers.hitting:as "verb"
local launcher_did = doers.attack_or_operation * gap(0, 3) * w.launched:as "launched" * gap(0, 8) * doers.hitting:as "verb"

--- Whose the attack is that does what the verb says: «كمين للمقاومة استهدف», «غارات شنها التحالف استهدفت».
function doers.by_attack(sentence, cue)
  local found = sentence:find(launcher_did)
  if found and found.verb.start == cue.start then
    return attacker(sentence, sentence:subject_of(found.launched), cue)
  end
  found = sentence:find(owner_did)
  if not found or found.verb.start ~= cue.start then
    return nil
  end
  return not is_joined(sentence, found.who, found.verb) and attacker(sentence, found.who, cue) or nil
end

return doers

-- Who hurt whom, in a report of physical force.
local w = require "words"
local phrases = require "phrases"
local names = require "assault_names"
local doers = require "assault_doers"
local whole = require "assault_whole"

local gap, word = hilal.gap, hilal.word
local has, attacker, victim = phrases.has, names.attacker, names.victim
local parties = {}

-- Words whose subject or genitive is always the one who was hurt.
local suffering_noun = w.bodies + word { "مقتل", "مصرع", "استشهاد", "اصابة", "حتفه", "حتفهم", "حتفها" }
  + hilal.phrase { "سقوط قتلى", "سقوط ضحايا", "سقوط جرحى", "سقوط شهداء" }
local always_suffered = suffering_noun + w.suffered
-- Whoever is killed or wounded is no country.
local bodily = w.hurt + w.harm + w.bodies + w.seized
local victims = w.victims:as "who"
local victims_before = w.victims:as "who" * w.deed:as "deed"
local attack_did = doers.attack_or_operation * gap(0, 4) * doers.hitting:as "verb"
-- «قتلى وجرحى من المتمردين», «في صفوف الجنود»
local of_ranks = (word "من" + word { "صفوف", "بصفوف", "بين" }) * (w.armed + w.people):as "who"
-- «لقيت امرأة مصرعها»: who died stands between the words of dying.
local counted = hilal.any() - hilal.lexicon "fillers" - word { "عن", "على", "من" }
local met = hilal.verb({ "لقي=لقاء" }, "perfect") * gap(0, 5) * counted:as "who" * gap(0, 8) * w.fate:as "fate"
-- «فتحوا النار باتجاه مراكب»
local fired_at = w.weapon * gap(0, 4) * word { "على", "باتجاه", "نحو", "صوب" } * (hilal.any() - hilal.time()):as "who"
-- Code points between a cue and the victims that belong to it.
local near, right_behind = 25, 3
-- Code points between a number and the last of the groups that it counts.
local groups = 40

local function overlap(one, other)
  return one ~= nil and other ~= nil and one.start < other.stop and other.start < one.stop
end

-- The people or numbers right behind the cue, or right before it.
local function victims_near(sentence, cue)
  local found = sentence:find(victims_before)
  local between = found and found.deed.start == cue.start and phrases.between(sentence, found.who, found.deed)
  local is_ahead = between and not string.find(between, "و$") and not phrases.are_parted(sentence, found.who, found.deed)
  local ahead = is_ahead and victim(sentence, found.who, cue)
  if ahead then
    -- «سبعة قتلى من الجنود»
    local is_count = has(sentence, cue, w.casualty) and not phrases.is_owned(cue)
    return is_count and phrases.whole(sentence, phrases.joined(sentence, ahead, cue)) or ahead
  end
  local rest = sentence:after(cue)
  found = rest and rest:find(victims)
  local behind = found and found.who.start - cue.stop <= near and victim(sentence, found.who, cue) or nil
  local ranks = not behind and has(sentence, cue, w.casualty) and rest and rest:find(of_ranks)
  local whose = ranks and ranks.who.start - cue.stop <= near and victim(sentence, ranks.who, cue)
  return behind or whose or nil
end

-- «نفذ التنظيم تفجيرا أوقع قتلى»: who stands before what led to the harm is not hurt, unless a pronoun means him (مقتله).
local function is_cause(sentence, who, cue)
  if not who or who.stop > cue.start or phrases.is_owned(cue) then
    return false
  end
  local between = sentence:after(who):before(cue)
  return between ~= nil and between:has(w.led_to)
end

-- Of a cue whose own subject was hurt: who hurt whom. People right behind it are the victims beyond doubt.
local function hurt(sentence, cue, who)
  if overlap(who, cue) or is_cause(sentence, who, cue) then
    who = nil
  end
  local died = sentence:find(met)
  if died and died.fate.start < cue.stop and cue.start < died.fate.stop then
    who = died.who
  end
  local behind = victims_near(sentence, cue)
  local is_first = behind and behind.start >= cue.stop and behind.start - cue.stop <= right_behind
  local whom = not is_first and victim(sentence, who, cue) or behind
  if whom and whom.type == "GPE" and has(sentence, cue, bodily) then
    whom = behind ~= whom and behind or nil
  end
  local who_did = doers.by_whom(sentence, cue) or doers.by_cause(sentence, cue)
  -- Of one phrase in both fields what stands beside the cue was hurt.
  if overlap(who_did, whom) and (whom.stop <= cue.start or whom.start - cue.stop <= near) then
    who_did = nil
  end
  return who_did, whom
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

local somebody = w.people + w.armed
local count = w.number:as "did"
local accusative = { "ا$", "ًا$", "اً$", "ين$" }
-- «طعن رجل شرطيا», «قتل جندي ثلاثة شبان»: whether somebody in the accusative or counted stands right behind the subject, so
-- that the verb is active.
local function is_active(sentence, cue, actor, target)
  if not actor or not target or target.type == "GPE" or actor.start < cue.stop or target.start < actor.stop
    or actor.start - cue.stop > right_behind or target.start - actor.stop > right_behind then
    return false
  end
  if has(sentence, actor, w.number) or string.find(phrases.between(sentence, actor, target), "%S") then
    return false
  end
  local head, number = string.match(target.text, "^%S+"), sentence:within(target):find(count)
  local is_counted = number and number.did.start == target.start
  return is_counted or phrases.is_any(head, accusative) and has(sentence, target, somebody)
end

-- «هاجم مسلح حارسا بسكين»: somebody in the accusative right behind the subject, where the layer takes him for an adverb.
local function behind_subject(sentence, cue, actor)
  local following = actor and actor.start >= cue.stop and actor.start - cue.stop <= right_behind and phrases.next(sentence, actor)
  return following and phrases.is_any(following.text, accusative) and has(sentence, following, w.people) and following or nil
end

-- What follows a verb without an object: «قتلوا في غارة», «أصيب برصاصة».
local without_object = word { "في", "خلال", "اثر", "جراء", "على", "من", "قبل", "بعد", "اثناء", "عندما", "حين", "لدى", "قرب" }

local within = word "في"
-- Whether a time begins with a word.
local function time_from(sentence, first)
  for _, time in ipairs(sentence.times) do
    if time.start == first.start then
      return true
    end
  end
  return false
end

-- Whether a verb has no object behind it: who stands before it suffered.
local function is_objectless(sentence, cue)
  local following = phrases.next(sentence, cue)
  -- «قتلت أمس سبعة مسلحين», «قتلت في 14 يوليو ثلاثة»: a time stands before the object.
  local inside = following and has(sentence, following, within) and phrases.next(sentence, following)
  if inside and time_from(sentence, inside) then
    following = inside
  end
  for _, time in ipairs(sentence.times) do
    if following and time.start <= following.start and following.stop <= time.stop then
      following = phrases.next(sentence, time)
    end
  end
  return not phrases.is_owned(cue)
    and (not following or has(sentence, following, without_object) or string.find(following.text, "^ب") ~= nil
      or has(sentence, following, w.hurt) and string.find(following.text, "^و") ~= nil)
end

-- «سبعة من المتمردين وأنصارهم قتلوا»: whom a number of several groups counts, from the number on.
local function with_count(sentence, group)
  local number = doers.last_before(sentence, group, count)
  if not number or group.start - number.stop > groups or phrases.are_parted(sentence, number, group) then
    return nil
  end
  local between = phrases.between(sentence, number, group)
  return string.find(between, " من .+ و$") and phrases.joined(sentence, number, group) or nil
end

-- Whether a verb's subject right before it makes it active: «مسلحون اغتالوا مديرا».
local function is_right_before(sentence, actor, cue)
  local rest = sentence:after(actor)
  local between = rest and rest:before(cue)
  return phrases.next(sentence, actor) ~= nil and (not between or between.words <= doers.of_attack)
end

-- «أسر خمسين مسلحا»: the cue holds the number of the captives.
local captive = w.number:as "who"
-- «نفذ حكم الإعدام في سبعة أسرى»
local executed = word { "الاعدام", "اعدام", "القتل" } * gap(0, 3) * word "في" * victims

local function read(sentence, cue)
  local actor, target = sentence:subject_of(cue), sentence:target_of(cue)
  target = target or behind_subject(sentence, cue, actor)
  local verb = sentence:within(cue)
  local taken = verb and verb:has(w.seized) and verb:find(captive)
  if taken then
    local is_taker = actor and actor.stop <= cue.start and is_right_before(sentence, actor, cue)
    local taker = doers.by_verb(sentence, cue) or is_taker and attacker(sentence, actor, cue) or doers.right_before(sentence, cue)
    return taker, victim(sentence, taken.who, cue) or victims_near(sentence, cue)
  end
  if is_by_attack(sentence, cue) then
    local hit = actor and actor.start >= cue.stop and actor or target
    return nil, victim(sentence, hit, cue)
  end
  if verb and verb:has(always_suffered) then
    -- «أفاد المرصد بمقتل اثنين»: who stands before the noun tells of it, unless a pronoun in it means him (مصرعهم).
    local own = phrases.is_owned(cue)
    local teller = not own and actor and actor.stop <= cue.start and verb:has(suffering_noun)
    return hurt(sentence, cue, not teller and actor or nil)
  end
  local phrase = actor and sentence:within(actor)
  local row = phrase and phrase:find(w.row)
  -- «مسلح سهلي»: an adjective is no target.
  if row and not string.find(row.target.text, "^%S+ي$") then
    return row.actor, victim(sentence, row.target, cue)
  end
  -- قصف الجيش: who stands behind the noun bombs, unless he bears no arms (قصف المدينة).
  local of = target and verb and verb:has(w.attack_noun) and target.start - cue.stop <= right_behind and sentence:within(target)
  if of and of:has(w.armed) and not actor then
    return attacker(sentence, target, cue), nil
  end
  local suffered = verb and verb:has(w.suffering)
  if suffered and is_active(sentence, cue, actor, target) then
    return attacker(sentence, actor, cue), victim(sentence, target, cue)
  end
  local before = actor and actor.stop <= cue.start
  if before and suffered and verb:has(w.hurt) and is_objectless(sentence, cue) then
    local who, whom = hurt(sentence, cue, actor)
    return who, overlap(whom, actor) and with_count(sentence, actor) or whom
  end
  local behind = before and sentence:after(cue)
  local hit = behind and behind:find(victims)
  if hit and suffered and not (phrase and phrase:has(w.number)) and hit.who.start - cue.stop <= right_behind then
    if not is_right_before(sentence, actor, cue) and verb:has(w.hurt) then
      return hurt(sentence, cue, nil)
    end
    return attacker(sentence, actor, cue), victim(sentence, hit.who, cue)
  end
  local party = phrase and phrase:find(names.noun_phrase)
  actor = party and party.phrase or actor
  if suffered and (not phrase or phrase:has(w.number) or not phrase:has(w.armed) or is_unarmed_one(phrase)) then
    return hurt(sentence, cue, actor)
  end
  -- «استهدفت نقطة تفتيش»: what stands behind the verb and cannot attack was hit.
  local attacks = attacker(sentence, actor, cue)
  local hit_instead = actor and not attacks and not target and actor.start >= cue.stop and verb and verb:has(doers.hitting)
  return attacks, victim(sentence, hit_instead and actor or target, cue)
end

local noun_of_deed = w.attack_noun + w.deed_noun
local those_of_clash = w.victims + w.armed

local hits = w.struck + w.hits + w.destroyed
-- The nominative of those who act.
local nominative = "^%S+ون$"

-- What the object of a verb should have been: whom its attack hurt, what stands further behind, the thing that was read as its
-- subject; of «استهدف التحالف مخازن» the armed right behind the verb act where something else is hit.
local function settled(sentence, cue, actor, target)
  if actor and not target and has(sentence, cue, w.hurt) and actor.start >= cue.stop and whole.is_several(sentence, actor) then
    return nil, actor
  end
  -- «فقتل حارسين»: who stands in the oblique right behind the verb is no subject.
  local is_object = actor and not target and actor.type ~= "PER" and has(sentence, cue, w.hurt) and actor.start >= cue.stop
  if is_object and actor.start - cue.stop <= right_behind and string.find(actor.text, "^%S+ين") then
    return doers.by_joined_verb(sentence, cue, actor), actor
  end
  -- «أصابت طائرات مستودعا»
  local is_flown = actor and has(sentence, cue, w.wounded) and has(sentence, actor, w.war_machine)
  local is_hitting = is_flown or has(sentence, cue, hits) and not has(sentence, cue, w.attack_noun)
  if is_hitting and actor and not target and actor.start >= cue.stop and whole.is_thing(sentence, actor) then
    actor, target = doers.by_joined_verb(sentence, cue, actor), actor
  end
  -- «الطائرة أسقطت»
  if actor and not target and actor.stop <= cue.start and has(sentence, cue, w.destroyed) and whole.is_thing(sentence, actor)
    and is_objectless(sentence, cue) then
    return nil, actor
  end
  local is_right_behind = target and target.start >= cue.stop and target.start - cue.stop <= right_behind
  local is_actor = is_right_behind and (string.find(target.text, nominative) or has(sentence, target, w.armed))
  if (is_hitting or has(sentence, cue, w.shelling)) and not actor and is_actor and not whole.is_unit(sentence, target) then
    local hit = whole.hit_behind(sentence, cue, target)
    if hit then
      actor, target = attacker(sentence, target, cue), hit
    end
  end
  target = target or is_hitting and whole.hit_behind(sentence, cue, actor) or whole.of_attack(sentence, cue)
    or whole.counted_behind(sentence, cue)
  return actor, target and whole.full(sentence, target)
end

--- Who did it and to whom. Arabic seldom writes whether قتل is active: who is counted, or bears no arms, is the victim;
--- of مقتل and تعرّض it always is; who stands before the verb with victims behind it is not.
function parties.of(sentence, cue)
  local actor, target = read(sentence, cue)
  if is_by_attack(sentence, cue) then
    actor = doers.by_announcing(sentence, cue) or doers.by_attack(sentence, cue) or doers.by_verb(sentence, cue, doers.of_its_deed)
  elseif has(sentence, cue, noun_of_deed) then
    local behind_target = actor and target and has(sentence, cue, w.attack_noun) and actor.start > target.start and target.start > cue.stop
    local is_right_behind = actor and actor.start >= cue.stop and actor.start - cue.stop <= right_behind
    if is_right_behind and not target and doers.is_done(sentence, cue) then
      return doers.by_whom(sentence, cue), actor
    end
    local by_verb = doers.by_announcing(sentence, cue)
      or has(sentence, cue, w.attack_noun) and doers.by_verb_behind(sentence, cue) or doers.by_verb(sentence, cue)
    actor = by_verb or not behind_target and actor or nil
    local found = not target and sentence:find(executed)
    target = target or found and found.span.start >= cue.start - names.longest_prefix and victim(sentence, found.who, cue) or nil
  end
  local rest = not target and has(sentence, cue, w.fired) and sentence:after(cue)
  local aimed = rest and rest:find(fired_at)
  target = target or aimed and victim(sentence, aimed.who, cue) or nil
  actor = actor or doers.by_joined_verb(sentence, cue, target)
  -- «مواجهات في المدينة بين السكان والشرطة»: of a clash only people are the target.
  if target and has(sentence, cue, w.clash) and not has(sentence, target, those_of_clash) then
    target = nil
  end
  -- «فجر نفسه في المدينة»: of a town nobody blows himself up.
  if target and target.type == "GPE" and has(sentence, cue, w.blew_oneself_up) then
    target = nil
  end
  actor, target = settled(sentence, cue, actor, target)
  return actor, not overlap(actor, target) and target or nil
end

return parties

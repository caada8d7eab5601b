-- Whose a deed is that the words beside it do not say: by the hands, the verb or the owner of the attack.
local w = require "words"
local phrases = require "phrases"
local names = require "assault_names"

local gap, word, lexicon = hilal.gap, hilal.word, hilal.lexicon
local attacker = names.attacker
local doers = {}

doers.attack_or_operation = w.means + lexicon "operations"
doers.hitting = w.struck + w.destroyed
-- What comes behind these is another attack; and so is one so many words later.
-- The wounded beside the dead («فيما جرح سبعة») are of the same.
local of_another = word { "بعد", "غداة", "ردا", "عقب", "ضمن", "المشاركة" } + word { "كما", "فيما", "بينما" } * -w.wounded
local same_news = 16

local hands = word { "برصاص", "بنيران", "بايدي" } + hilal.phrase { "على ايدي", "على يد", "من قبل", "على يدي" }
local side = word "من" * word { "قبل", "جانب", "طرف" }
local by_hands = hands * side ^ -1 * hilal.any():as "who" + word "بواسطة" * w.armed:as "who"
local planted = hilal.verb({ "تبنّى", "زرع=زرع" }, "perfect")
local by_launcher = doers.attack_or_operation * gap(0, 4) * (w.launched + w.fired + planted):as "launched"
local no_preposition = hilal.any() - word { "على", "ضد", "في", "من", "عن", "الى", "مع", "بين" }
local owner = (w.armed - names.kind + word { "لانتحاري", "لانتحارية", "لانتحاريين", "لانتحاريتين", "لمسلح" }):as "who"
local owned = owner + no_preposition * (owner + no_preposition * owner)
local by_owner = doers.attack_or_operation * owned
-- «تعرض لإطلاق نار من مسلحين»
local somebody = w.gunmen + w.armed + lexicon "people" - word { "قبل", "جانب", "طرف" }
local kin = word { "زوجها", "زوجته", "شقيقه", "شقيقها", "والده", "والدها", "ابنه", "ابنها", "قريبه", "قريبها" }
local by_source = w.means * gap(0, 1) * word "من" * (somebody + kin + w.number * lexicon "people"):as "who"
-- «قتلوا عندما فتح مسلحون النار»
local when = word { "عندما", "حينما", "بعدما" } + word "بعد" * word "ان"
local by_deed = when * (w.fired * gap(0, 14) * w.weapon + w.launched * gap(0, 5) * w.attack_noun + w.struck + w.blew_up):as "deed"
local first_word = hilal.any():as "verb"
local by_genitive = (w.air_strike + word { "قصف", "هجوم", "هجمات" }) * (w.armed - names.kind):as "who"

-- «قتلوا في مواجهات مع الجيش»
local by_clash = (w.clash + word { "تبادل" }) * gap(0, 3) * word "مع" * w.armed:as "who"

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
  found = beside(sentence, cue, by_deed)
  local verb = found and sentence:within(found.deed):find(first_word)
  who = verb and attacker(sentence, sentence:subject_of(verb.verb), cue)
  if who then
    return who
  end
  found = beside(sentence, cue, by_genitive) or beside(sentence, cue, by_source) or beside(sentence, cue, by_clash)
  return found and attacker(sentence, found.who, cue)
end

local claimed = hilal.verb({ "تبنّى" }, "perfect")
local managed = hilal.verb({ "تمكّن", "نجح=نجاح", "حاول" }, { "perfect", "imperfect" })
local doing = (claimed + managed + w.launched + w.carried_out + w.kept_up):as "did"
local of_another_attack = w.attack_noun + of_another
local opened_fire = hilal.verb({ "فجّر" }, "perfect"):as "did" * gap(0, 6) * w.himself
  + w.fired:as "did" * gap(0, 14) * w.weapon + w.launched:as "did" * gap(0, 5) * w.attack_noun + w.struck:as "did"
  + claimed:as "did" * gap(0, 8) * w.attack_noun + w.carried_out:as "did" * gap(0, 3) * (w.weapon + w.attack_noun + w.deed_noun)
local owner_led = doers.attack_or_operation * owned * gap(0, 12) * w.led_to:as "led"
-- «أدت غارة للتحالف إلى», «أدى قصف شنه المتمردون إلى»
local led_by_owned = w.led_to * gap(0, 1) * doers.attack_or_operation * owned
local led_by_launched = w.led_to * gap(0, 1) * doers.attack_or_operation * gap(0, 3) * w.launched:as "launched"
-- Words between a verb of launching and its attack, between an attack and what it led to.
doers.of_attack = 9
-- Between a verb with its subject and the noun of its deed: «أقدم رجل من سكان كذا على قتل».
doers.of_noun = 13
-- Between the verb and what its attack did: «نفذ الطيران غارات على كذا، استهدفت».
doers.of_its_deed = 16
local to_harm = 30

--- The last place before a span that a pattern matches, and the words from there.
function doers.last_before(sentence, span, pattern)
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

-- The owner of an attack that does what a verb says: behind ل, or the genitive of what has no object («غارات التحالف»).
local function owner_of(sentence, found, verb, cue)
  if not found or verb and phrases.are_parted(sentence, found.who, found[verb]) then
    return nil
  end
  local is_owner = string.find(found.who.text, "^ل") or phrases.has(sentence, found.span, by_genitive)
  return is_owner and attacker(sentence, found.who, cue) or nil
end

local finite = { "perfect", "imperfect" }
local earlier = (hilal.verb({ "فجّر" }, "perfect") + w.deed + w.launched + w.fired + w.carried_out + w.kept_up + claimed + managed
  + hilal.verb({ "اعتقل", "حاصر", "استغلّ", "دخل=دخول", "وصل=وصول", "ردّ=رد", "لاحق", "تسلّل", "اقتحم" }, finite)):as "did"
-- Words from one verb to the next of the same subject.
local of_sentence = 25

-- How a verb ends tells whose it can be: «هاجمت … وقتلت», «اقتحموا … وأحرقوا».
local function ending(text)
  return string.find(text, "ت$") and "ت" or string.find(text, "وا$") and "وا" or ""
end

-- Whose a verb is that و or ف joins to an earlier one: «هاجمت الجماعة قرية وأحرقت منازلها».
local function by_earlier_verb(sentence, verb)
  local did, between = doers.last_before(sentence, verb, earlier)
  if not did or not between or between.words > of_sentence then
    return nil
  end
  local ahead = phrases.between(sentence, did, verb)
  local is_next = string.find(ahead, " و$") or string.find(ahead, " ف$")
  local is_same = is_next and ending(did.text) == ending(verb.text)
  return is_same and attacker(sentence, sentence:subject_of(did), verb) or nil
end

local object_signs = { "ين$", "يا$", "ًا$", "اً$" }
-- «وقتل شرطيين»: whether an object says by its ending that the verb is active.
local function is_accusative(object)
  local head = string.match(object.text, "^%S+")
  for _, sign in ipairs(object_signs) do
    if string.find(head, sign) then
      return true
    end
  end
  return false
end

--- Whose a joined verb is, where what stands behind it can only be its object.
function doers.by_joined_verb(sentence, cue, object)
  if not object or object.start < cue.stop or phrases.has(sentence, cue, w.hurt) and not is_accusative(object) then
    return nil
  end
  return by_earlier_verb(sentence, cue)
end

-- «شنت مقاتلات»: the armed right behind a verb are its subject.
local function armed_behind(sentence, did, cue)
  local following = phrases.next(sentence, did)
  return following and phrases.has(sentence, following, w.armed) and attacker(sentence, following, cue) or nil
end

-- Who does what a verb of launching says.
local function doer(sentence, did, cue)
  return attacker(sentence, sentence:subject_of(did), cue) or armed_behind(sentence, did, cue) or by_earlier_verb(sentence, did)
end

local passive = word { "تم", "يتم", "جرى", "يجري" }:as "did"
--- «تم حرق رجل»: whether a deed is done, by nobody who is named.
function doers.is_done(sentence, cue)
  local did, between = doers.last_before(sentence, cue, passive)
  local words = between and between:before(cue)
  return did ~= nil and words == nil
end

-- «أعلن الجيش استهداف دورية» may tell what befell it.
local befalls = word { "استهداف", "خطف", "اختطاف", "احتجاز" }
--- «أعلنت الجماعة قصف القاعدة»: who tells of a deed of its own.
function doers.by_announcing(sentence, cue)
  local found = sentence:find(w.announced)
  if not found or found.cue.start ~= cue.start or phrases.has(sentence, cue, befalls) and not phrases.has(sentence, found.did, claimed) then
    return nil
  end
  return doers.by_whom(sentence, cue) or doer(sentence, found.did, cue)
end

local armed = w.armed:as "did"
--- «المقاومة أسرت ثلاثة»: the armed whose name ends right before a verb.
function doers.right_before(sentence, cue)
  local did = doers.last_before(sentence, cue, armed)
  local party = did and sentence:parties_from(did)[1]
  local following = party and party.stop <= cue.start and phrases.next(sentence, party)
  return following and following.start == cue.start and attacker(sentence, party, cue) or nil
end

--- «شن الجيش غارات», «أقدم رجل على قتل زوجته»: whose deed a noun is, by the verb before it, at most `reach` words.
function doers.by_verb(sentence, cue, reach)
  local did, between = doers.last_before(sentence, cue, doing)
  local is_far = between and (between.words > (reach or doers.of_noun) or between:has(of_another_attack))
  if not did or is_far or is_joined(sentence, did, cue) then
    return nil
  end
  return doer(sentence, did, cue)
end

--- «فتح رجل النار على المارة ما أسفر عن إصابة اثنين»: who did what led to the harm.
function doers.by_cause(sentence, cue)
  local before = sentence:before(cue)
  if not before or not before:has(w.led_to) then
    return nil
  end
  -- «غارة للتحالف أدت إلى مقتل قائد»
  local launched = before:find(led_by_launched)
  local who = owner_of(sentence, before:find(owner_led), "led", cue) or owner_of(sentence, before:find(led_by_owned), nil, cue)
    or launched and attacker(sentence, sentence:subject_of(launched.launched), cue)
  if who then
    return who
  end
  local did, between = doers.last_before(sentence, cue, opened_fire)
  if not did or not between or between.words > to_harm or not between:has(w.led_to) or between:has(of_another) then
    return nil
  end
  return doer(sentence, did, cue)
end

local launcher = w.launched:as "launched"
-- Adjectives between an attack and its verb.
local adjectives = 2
local owner_did = doers.attack_or_operation * owned * gap(0, 3) * doers.hitting:as "verb"
local launcher_did = doers.attack_or_operation * gap(0, 3) * w.launched:as "launched" * gap(0, 8) * doers.hitting:as "verb"

--- «قصف عنيف شنه المتمردون»: whose the attack is that the cue names, by the verb behind it.
function doers.by_verb_behind(sentence, cue)
  local found = beside(sentence, cue, launcher)
  local between = found and sentence:after(cue):before(found.launched)
  return found and (not between or between.words <= adjectives) and attacker(sentence, sentence:subject_of(found.launched), cue) or nil
end

--- Whose the attack is that does what the verb says: «كمين للمقاومة استهدف», «غارات شنها التحالف استهدفت».
function doers.by_attack(sentence, cue)
  local found = sentence:find(launcher_did)
  if found and found.verb.start == cue.start then
    return attacker(sentence, sentence:subject_of(found.launched), cue)
  end
  found = sentence:find(owner_did)
  return found and found.verb.start == cue.start and owner_of(sentence, found, "verb", cue) or nil
end

return doers

-- Who can be named as the one who attacks or is hurt.
local w = require "words"
local phrases = require "phrases"

local word, lexicon = hilal.word, hilal.lexicon
local whole = phrases.whole
local names = {}

-- Verbs of a relative clause without its pronoun: «قرية تسيطر عليها القوات».
local relative_verb = hilal.verb({ "سيطر", "خضع=خضوع", "وقع=وقوع", "ضمّ", "تبع=تبع", "حمل=حمل", "نقل=نقل" }, { "perfect", "imperfect" })
-- «تمكن الجنود من أسر»: what stands behind من is no part of them.
local taking = w.deed_noun + word { "اسر", "القاء" }
-- «قتلى» has the letters of a verb.
local phrase_end = (w.deed - w.casualty) + relative_verb + w.kept_up + w.carried_out + lexicon "phrase_ends" + word "من" * taking
names.noun_phrase = ((hilal.any() - phrase_end) ^ 1):as "phrase"

-- Guns act as armies do.
local guns = word { "المدفعية", "مدفعية" }
local no_party = (w.weapon - guns) + w.attack + w.air_strike + w.led_to + w.launched + w.fired + w.suffered
  + lexicon "no_parties"
-- «قاعدة الجبل» is a place, «القاعدة» are men.
local no_actor = lexicon "no_actors" + (word "قاعدة" - word { "القاعدة", "للقاعدة" })
-- «عدد من القذائف»
local thing = w.weapon + w.attack_noun
local counting = w.number + lexicon "fillers" + word { "اول", "اولى", "ثاني", "ثالث", "موجة" }
-- Code points of an attached letter and the article.
names.longest_prefix = 3
local second_deed = hilal.verb(lexicon "deed_verbs", { "perfect", "noun" }) + word { "جرحى", "اعتقل", "اسر" }

-- The noun phrase that begins at a span, with the number that counts it: «19 شخصا».
local function phrase_at(sentence, span)
  for _, counted in ipairs(sentence.quantities) do
    if counted.start < span.stop and counted.stop > span.start then
      -- «7 من أصل 9 قوارب»
      local share = not string.find(counted.text, " ") and sentence:parties_from(counted)[1]
      return share and share.start == counted.start and string.find(share.text, "^%S+ من ") and share or counted
    end
  end
  return sentence:parties_from(span)[1] or span
end

local any = hilal.any():as "word"
-- Places of a sentence that are looked at for one pattern.
names.tries = 4
-- «تفجير انتحاري», «هجوم مسلح» say of what kind it was.
names.kind = word { "انتحاري", "انتحارية", "انتحاريا", "انتحاريين", "انتحاريان", "مسلح", "مسلحة", "متطرف" }
local of_kind = w.attack_noun * names.kind:as "who"
local of_weapon = word { "قنابل", "قنبلة", "غاز", "قذائف", "قذيفة", "صواريخ" } * hilal.any():as "who"
-- A time of day is nobody.
local clock = "^%d+:%d"
-- Whether a phrase begins right behind words that make it a part of them: «هجوم انتحاري», «قنابل الصوت».
local function follows(sentence, phrase, pattern)
  local unit = sentence
  for _ = 1, names.tries do
    local found = unit and unit:find(pattern)
    if not found then
      return false
    elseif found.who.start == phrase.start then
      return true
    end
    unit = unit:after(found.who)
  end
  return false
end

-- Words ahead of the place that a report comes from.
local head_words = 5
-- «سهلان: قتلى في غارة», «سهلان - وكالات»: where the news comes from.
local function is_dateline(sentence, phrase, cue)
  local before = sentence:before(phrase)
  local is_ahead = phrase.stop <= cue.start and (not before or before.words <= head_words)
  local rest = is_ahead and sentence:after(phrase) or nil
  local following = rest and rest:find(any)
  local between = following and phrases.between(sentence, phrase, following.word)
  return between ~= nil and (string.find(between, "^%s*[:%-]") or string.find(between, "^%s*%.%.")) ~= nil
end

-- A phrase that can be somebody, whole; nil for weapons, attacks, adjectives, words that only count, a second verb («قتل وجرح»).
local function somebody(sentence, span, is_machine_hit)
  local phrase = span and phrase_at(sentence, span)
  if not phrase or phrase.type and not phrase.unit then
    return phrase
  end
  phrase = whole(sentence, phrase)
  local words = sentence:within(phrase)
  local found = words and words:find(no_party)
  local counts = words and words:has(thing) and words:find(counting)
  local is_thing = found and (phrase.unit or found.span.start <= phrase.start + names.longest_prefix)
  local is_count = counts and counts.span.start <= phrase.start
  if (is_thing or is_count) and not (is_machine_hit and words:has(w.war_machine)) then
    return nil
  end
  if follows(sentence, phrase, of_kind) then
    return nil
  end
  local other = words and string.find(phrase.text, "^و") and words:find(second_deed)
  if other and other.span.start <= phrase.start + 1 or string.find(phrase.text, clock) then
    return nil
  end
  local head = words and words:find(names.noun_phrase)
  phrase = head and sentence:within(head.phrase).words < words.words and head.phrase or phrase
  return not phrases.is_filler(sentence, phrase) and phrase or nil
end

-- Code points between a number and what fills it up: «خمسة جنود آخرين», «سبعة على الأقل».
local filled = 6
local function counted_before(sentence, span)
  for _, counted in ipairs(sentence.quantities) do
    if counted.stop <= span.start and span.start - counted.stop <= filled then
      return whole(sentence, counted)
    end
  end
  return nil
end

-- «الاثنين» is a day as well as two.
local function is_time(sentence, phrase)
  for _, time in ipairs(sentence.times) do
    if time.start <= phrase.start and phrase.stop <= time.stop then
      return true
    end
  end
  return false
end

--- Who was hurt or hit.
function names.victim(sentence, span, cue)
  -- «أسقط الدفاع الجوي طائرة مسيرة»
  local phrase = somebody(sentence, span, phrases.has(sentence, cue, w.destroyed))
  if span and not phrase and phrases.is_filler(sentence, span) then
    phrase = counted_before(sentence, span)
  end
  local is_nobody = phrase and (is_dateline(sentence, phrase, cue) or is_time(sentence, phrase))
  return not is_nobody and phrase or nil
end

-- «بنيران سهلية»: an adjective alone names nobody.
local adjective = "^%S+ية$"

--- Who attacks: nobody who only tells of it, no place, nothing that was done.
function names.attacker(sentence, span, cue)
  local phrase = somebody(sentence, span)
  local words = phrase and sentence:within(phrase)
  local found = words and words:find(no_actor)
  local is_other = found and found.span.start <= phrase.start + names.longest_prefix
  is_other = is_other or phrase and not phrase.type and string.find(phrase.text, adjective) and not words:has(w.armed)
  is_other = is_other or phrase and (follows(sentence, phrase, of_weapon) or is_dateline(sentence, phrase, cue))
  return not is_other and phrase or nil
end

return names

-- A victim's phrase in full, and victims that stand elsewhere than where verbs have their objects.
local w = require "words"
local phrases = require "phrases"
local names = require "assault_names"
local part = require "assault_part"

local gap, word, lexicon = hilal.gap, hilal.word, hilal.lexicon
local has, victim = phrases.has, names.victim
local victims = {}

local nation = lexicon "nationalities"
-- Duals and plurals of such adjectives.
local relational = { "يين$", "يان$", "يون$" }
local somebody = w.people + w.number + w.armed + word { "اخر", "اخرين", "اخرون", "اخرى" }
local thing = hilal.noun(lexicon "targets") + lexicon "buildings" + lexicon "vehicles"
local name = hilal.entity "PER"
local described = somebody + thing
local deed = w.any_deed + w.deed_noun + w.harm + w.injury + w.casualty
  + word { "اعتقال", "اعتقل", "اسر", "توقيف", "فقدان", "نزوح", "تشريد" }
local one_of = word { "احد", "احدى", "عشرات", "مئات", "بعض", "معظم", "غالبية", "جميع" }:as "head"
local number_of = word { "عدد", "عددا", "العديد", "الكثير", "كثير", "المزيد" }:as "head" * word "من"
local head = (one_of + number_of) * -hilal.any()
local several = word { "جميع", "كل", "معظم", "غالبية", "بعض", "كافة" }
-- Parts that are joined to one phrase, at most.
local many = 3
local any = hilal.any():as "word"

-- «أحد المقيمين», «عدد من الأشخاص»: the words that say how many of them, from their first on.
local function with_head(sentence, span)
  local before = sentence:before(span)
  local found = before and (before:find(head))
  -- «يوم الأحد», «أحدهما» are no such words.
  if not found or string.find(found.head.text, "^ال") and found.text == found.head.text or phrases.is_owned(found.head)
    or phrases.are_parted(sentence, found.head, span) then
    return span
  end
  local joined = phrases.joined(sentence, found.head, span)
  return joined.start == found.head.start and joined or span
end

local attached = { "^ال", "^و", "^لل", "^بال" }
-- «جنديين ليبيين»: whose they are.
local function with_nation(sentence, span)
  local following = phrases.next(sentence, span)
  if not following or not has(sentence, span, described) or phrases.is_any(following.text, attached) then
    return span
  end
  local is_nation = has(sentence, following, nation) or phrases.is_any(following.text, relational)
  return is_nation and phrases.joined(sentence, span, following) or span
end

-- «جندي وثلاثة مدنيين», «مواقع وتجمعات للمتمردين»: who or what و joins, no other deed («وإصابة آخر»).
local function with_joined(sentence, span)
  local following = phrases.next(sentence, span)
  local text = following and sentence:within(following).text
  if not text or not string.find(text, "^و") or has(sentence, following, deed) then
    return span
  end
  local is_like = span.type == "PER" and has(sentence, following, name) or has(sentence, span, thing) and has(sentence, following, thing)
    or has(sentence, span, somebody) and has(sentence, following, somebody)
  if not is_like then
    return span
  end
  local more = sentence:parties_from(following)[1] or following
  local cut = sentence:within(more):find(names.noun_phrase)
  return phrases.whole(sentence, phrases.joined(sentence, span, cut and cut.phrase or more))
end

-- «والده»: no و stands before «الده».
local function father(sentence, span)
  local whole = string.find(span.text, "^الد") and sentence:within(span)
  return whole and whole.text == "و" .. span.text and whole.span or span
end

local unit_number = word { "اللواء", "لواء", "الكتيبة", "كتيبة", "الفرقة" }
local number = w.number
-- «معسكر اللواء 55»
local function with_number(sentence, span)
  local following = has(sentence, span, unit_number) and phrases.next(sentence, span)
  return following and has(sentence, following, number) and phrases.joined(sentence, span, following) or span
end

--- Whether a phrase is a unit by its number: «اللواء 17 مشاة».
function victims.is_unit(sentence, span)
  local following = has(sentence, span, unit_number) and phrases.next(sentence, span)
  return following ~= nil and following ~= false and has(sentence, following, number)
end

--- A victim's phrase with all that belongs to it.
function victims.full(sentence, span)
  span = father(sentence, with_number(sentence, with_nation(sentence, span)))
  for _ = 1, many do
    local longer = with_joined(sentence, span)
    if longer.stop <= span.stop then
      break
    end
    span = with_nation(sentence, longer)
  end
  return with_head(sentence, span)
end

local harmed = w.led_to:as "led" * gap(0, 3) * (w.victims:as "who" + (w.death + w.injury) * gap(0, 2) * w.victims:as "who")
  + w.claimed:as "led" * gap(0, 1) * w.victims:as "who"
local kills = w.hurts * any
local attack = w.attack_noun + w.blew_up + w.weapon + w.deed_noun

--- «انفجرت قنبلة … ما أدى إلى مقتل ثلاثة», «غارة تقتل قياديا»: whom the attack of a cue hurt.
function victims.of_attack(sentence, cue)
  local unit = has(sentence, cue, attack) and part.of(sentence, cue, "strict")
  local rest = unit and unit:after(cue)
  local found = rest and rest:find(harmed)
  local who = found and found.led.polarity == "asserted" and victim(sentence, found.who, cue)
  if who then
    return who
  end
  found = rest and rest:find(kills)
  local lead = found and rest:before(found.span)
  return found and (not lead or lead.words <= names.tries) and victim(sentence, found.word, cue) or nil
end

local hit_only = thing + word { "البنية", "الطائرة", "طائرة" }
local who_acts = w.armed + w.people + w.gunmen
-- Words between a verb and what it hits, at most: «استهدفت القوات بالصواريخ والقذائف، بلدات كذا».
local reach = 12
local counted = w.number:as "who" * gap(0, 1) * (w.people + w.armed)

--- «قتل في الغارة ما لا يقل عن 18 من المتمردين»: those counted further behind a verb that hurts.
function victims.counted_behind(sentence, cue)
  local unit = has(sentence, cue, w.hurt) and part.of(sentence, cue, "strict")
  local rest = unit and unit:after(cue)
  local found = rest and rest:find(counted)
  local lead = found and rest:before(found.who)
  return found and (not lead or lead.words <= reach) and victim(sentence, found.who, cue) or nil
end

local preposition = word {
  "على", "ضد", "في", "من", "عن", "الى", "مع", "بين", "نحو", "تحت", "فوق", "قرب", "داخل", "خارج", "حول", "بعد", "قبل", "خلال",
}
local behind_preposition = preposition * -hilal.any()
local hittable = (thing + w.armed - w.war_machine):as "who"
-- Words of a weapon that stands between as the subject: «استهدفت صواريخ كاتيوشا المطار».
local weapon_words = 2

--- What a verb hits that stands further behind it, with no preposition before: its means may stand between.
function victims.hit_behind(sentence, cue, actor)
  local from = actor and actor.start >= cue.stop and actor or cue
  local unit = part.of(sentence, cue, "strict")
  local rest = unit and unit:after(from)
  local found = rest and rest:find(hittable)
  local lead = found and rest:before(found.who)
  local is_far = lead and (lead.words > reach or string.find(lead.text, "،%s*و") ~= nil)
  if not found or is_far or lead and (lead:has(behind_preposition) or lead:has(deed)) then
    return nil
  end
  -- A definite word behind others may be the genitive of one: only means may part it from the verb.
  local is_definite = string.find(found.who.text, "^ال") or has(sentence, found.who, w.armed)
  if lead and is_definite and not string.find(lead.text, "^ب") and lead.words > weapon_words then
    return nil
  end
  local text = sentence:within(found.who).text
  return text == found.who.text and not string.find(text, "^لل") and victim(sentence, found.who, cue) or nil
end

--- Whether a phrase can only have been hit: no armed, no people, no country.
function victims.is_thing(sentence, span)
  return span.type ~= "PER" and span.type ~= "GPE" and span.type ~= "ORG" and has(sentence, span, hit_only)
    and not has(sentence, span, who_acts)
end

--- «قتل جميع المسلحين»: who is told of as a whole was hurt.
function victims.is_several(sentence, span)
  local words = sentence:within(span)
  local found = words and words:find(several)
  return found ~= nil and found.span.start == span.start
end

return victims

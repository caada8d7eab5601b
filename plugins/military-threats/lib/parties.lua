-- The fields of a finding: who threatens whom, where, when.
local circumstances = require "circumstances"
local util = require "util"
local words = require "words"

local parties = {}

-- Singulars and names in ين that are no plurals.
local singular_in_een = {
  ["الأمين"] = true, ["السجين"] = true, ["الجنين"] = true, ["المسكين"] = true, ["اليمين"] = true, ["الرهين"] = true, ["الدين"] = true,
}

local messages = hilal.noun(hilal.lexicon "messages")
local telling = hilal.verb({ "قال", "أعلن", "حذّر", "أضاف", "أكّد", "صرّح", "كتب=كتابة" }, { "perfect", "imperfect" })
local according = hilal.word { "حسب", "وفق", "وفقا", "طبقا" }
local told = telling * messages * hilal.any():as "who"
  + telling:as "said"
  + according * messages * hilal.any():as "who"
  + according * hilal.any():as "who"
local letter = messages * messages ^ -1 * hilal.any():as "who"

local owned = hilal.noun(hilal.lexicon "positions") * hilal.any():as "owner"
local taken_from = hilal.gap(0, 4) * hilal.word "من" * hilal.any():as "holder"
local going = hilal.verb({ "استسلم", "انسحب", "خرج=خروج", "رحل=رحيل" }, "noun")
local preventing = hilal.verb({ "منع=منع", "ردع=ردع" }, "noun")
local kept_from = hilal.gap(0, 10) * preventing:as "masdar" * hilal.any() * hilal.gap(0, 3) * hilal.word "من"
local deed = (words.attack_masdar + words.kill_masdar + words.fight_masdar + words.free_masdar):as "deed"
local deed_behind = hilal.gap(0, 3) * deed
local deed_later = hilal.gap(0, 10) * deed
local freeing = (words.free_masdar + words.respond_masdar):as "masdar"
local striking = (words.attack_masdar + words.kill_masdar + words.fight_masdar + preventing):as "masdar"
local leaving = going:as "going"
local facing = hilal.phrase { "في وجه", "مواجهة مع" } * hilal.any():as "who"
local condition = hilal.word { "إذا", "لو", "بينما" } * hilal.word { "لم", "ما" } ^ -1 * hilal.any() * hilal.any():as "who"
local provided = (hilal.phrase { "في حال", "في حالة" } + hilal.word "إذا") * hilal.gap(0, 4) * words.armed:as "who"
local warning = hilal.verb({ "حذّر", "أنذر", "هدّد", "توعّد", "أمهل", "خاطب" }):as "warning"
local truce_with = hilal.noun "هدنة" * hilal.gap(0, 1) * hilal.word "مع" * hilal.any():as "who"
local rivals = hilal.lexicon "rivals"
local not_targets = hilal.word { "حدود", "مشارف", "تخوم", "أطراف", "جبهة", "جبهات", "طاولة", "درجة" }
  + hilal.word { "حزم", "قوة", "قسوة", "شدة", "هوادة", "عنف", "حد", "الآن" }
local campaigns = hilal.lexicon "campaigns" + hilal.word { "رد", "ردنا", "رده", "ردها" }
local campaign_word = campaigns - hilal.word "المقاومة"
local nobody = hilal.lexicon "no_parties" + campaign_word
  + hilal.verb({ "واصل", "استمرّ", "تابع", "ردّ=رد" }, "imperfect")
local border_of = hilal.word { "على", "إلى", "نحو", "قرب" } * hilal.word "حدود" * hilal.word "مع" ^ -1 * hilal.any():as "who"
local against = facing + hilal.word { "ضد", "إلى", "على" } * hilal.gap(0, 1) * words.armed:as "who"
  + hilal.word { "حرب", "معركة", "مواجهة", "قتال", "صدام", "حوار", "محادثات", "مفاوضات" } * hilal.gap(0, 2)
    * hilal.word "مع" * hilal.gap(0, 1) * words.armed:as "who"

local position = hilal.noun(hilal.lexicon "positions")
local medium = hilal.lexicon "media"
local official = hilal.word { "رسمي", "رسمية", "حكومي", "حكومية", "عسكري", "عسكرية", "أمني", "أمنية", "قيادي", "قيادية" }
local anonymous = hilal.lexicon "anonymous_sources" * -(hilal.gap(0, 2) * official)
local control = hilal.verb(hilal.lexicon "control_verbs"):as "verb"
local control_masdar = hilal.verb(hilal.lexicon "control_verbs", "noun")
local of_masdar = hilal.any():as "who"
local settled = hilal.word { "مدينة", "محافظة", "إقليم", "بلدة", "ولاية", "منطقة" }
local armed_party = ((hilal.number() + hilal.word { "مئات", "آلاف", "عشرات" }) ^ -1 * (words.armed + words.troop)):as "who"
-- Code points from a name to the verb of its relative clause: « - الذي », and from a verb to the verbal noun it governs.
local relative_reach, control_reach = 12, 60
-- Bytes before a word in which its relative pronoun stands: «التي يسيطر عليها ».
local relative_tail = 45

local campaign_on = hilal.gap(0, 1) * campaigns * hilal.gap(0, 1) * hilal.word { "على", "ضد" } * hilal.any()
local campaign_facing = hilal.gap(0, 4) * campaigns * hilal.gap(0, 4) * hilal.word "ضد" * hilal.any():as "who"
local campaign_against = campaigns * hilal.gap(0, 8) * hilal.word { "ضد", "على" } * hilal.gap(0, 1) * words.armed:as "who"

--- The noun phrase that begins at a span, or nil.
function parties.at(sentence, span)
  local found = span and sentence:parties_from(span)
  return found and found[1]
end

-- The match of a pattern that begins where a span begins.
local function opening(sentence, span, pattern)
  local part = sentence:within(span)
  local found = part and part:find(pattern)
  return found and found.span.start <= span.start and found or nil
end

-- The place that و joins to a span: الحديدة before وإب.
local function joined_place(sentence, span)
  if util.letter_before(sentence, span) == "و" then
    for _, entity in ipairs(sentence.entities) do
      if entity.stop < span.start and span.start - entity.stop <= 2 then
        return entity
      end
    end
  end
  return span
end

-- Where a place is, no state that acts: في عدن, مدينة عدن.
local function is_location(sentence, span)
  local is_place = span.type == "GPE" or span.type == "LOC" or span.type == "FAC"
  return opening(sentence, span, settled)
    or is_place and util.follows(sentence, joined_place(sentence, span), "في", "إلى", "من", "نحو", "العاصمة")
end

-- Whether a phrase names nobody: a deed, a quality, an adverb, an adjective alone.
local function is_nobody(sentence, span)
  if span.type then
    return false
  end
  local alone = not string.find(span.text, " ", 1, true) and not util.has_article(span)
  return opening(sentence, span, nobody) or alone and opening(sentence, span, position) or alone and util.ends(span.text, "ًا", "اً", "ية")
end

local function party_or_nil(sentence, span)
  local is_who = span and not is_nobody(sentence, span) and not is_location(sentence, span)
  return is_who and not util.within(sentence, span, medium) and not opening(sentence, span, anonymous) and span or nil
end

-- The party meant by a phrase: whose bases are bombed, from whom a town is retaken, who must leave.
local function meant(sentence, target)
  if not target or target.type then
    return target
  end
  local found = opening(sentence, target, freeing)
  if found then
    local from = util.next(sentence, found.masdar, taken_from)
    return from and parties.at(sentence, from.holder) or sentence:target_of(found.masdar)
  end
  found = opening(sentence, target, striking)
  if found then
    return sentence:target_of(found.masdar)
  end
  found = opening(sentence, target, leaving)
  if found then
    return sentence:subject_of(found.going)
  end
  found = opening(sentence, target, owned)
  -- القواعد العسكرية: an adjective, no owner.
  if found and not util.has_article(target) then
    return parties.at(sentence, found.owner) or target
  end
  return target
end

-- A span unless it shares words with others.
local function distinct(span, ...)
  if not span then
    return nil
  end
  for _, other in ipairs({ ... }) do
    if other and util.overlap(span, other) then
      return nil
    end
  end
  return span
end

-- The object of the verb, before what it is threatened with: «توعّد المهاجمين بردّ».
local function addressed(sentence, cue, force)
  local target = sentence:target_of(cue)
  if not target or util.follows(sentence, target, "على", "ضد", "إلى", "في", "نحو", "من") then
    return nil
  end
  if target.start >= cue.stop and target.stop <= force.start and util.letter_before(sentence, target) == "" then
    return target
  end
  return nil
end

-- Who is warned before the cue («محذرا المهاجمين بأنه سيرد»), or whose deed is the condition there.
local function addressee(sentence, cue)
  local before = sentence:before(cue)
  local found = before and before:find(warning)
  local warned = found and util.same_clause(sentence, found.warning, cue) and sentence:target_of(found.warning)
  if warned and warned.stop <= cue.start and (warned.type or util.is_armed(sentence, warned)) then
    return warned
  end
  found = before and before:find(provided)
  return found and parties.at(sentence, found.who)
end

-- Somebody faced or armed behind the cue, or whose deed is the condition, when no grammar tells whom it
-- is against.
local function opponent(sentence, cue)
  local found = util.behind(sentence, cue, condition)
  local who = found and parties.at(sentence, found.who)
  if who and (who.type or util.is_armed(sentence, who) or util.within(sentence, who, rivals)) then
    return who
  end
  found = util.next(sentence, cue, kept_from)
  if found then
    return sentence:target_of(found.masdar)
  end
  found = util.behind(sentence, cue, truce_with)
  if found then
    return parties.at(sentence, found.who)
  end
  found = util.behind(sentence, cue, border_of)
  if found and not util.has_article(found.who) then
    return parties.at(sentence, found.who)
  end
  found = util.behind(sentence, cue, against) or util.behind(sentence, cue, provided)
  if found then
    return parties.at(sentence, found.who)
  end
  return addressee(sentence, cue)
end

-- وتطهيرها: the second of two verbal nouns, nobody.
local function is_leftover(party)
  return not party.type and util.begins(party.text, "و") and util.ends(party.text, "ها", "هم", "ه")
end

-- A short word in و (وردع) is the second of two verbal nouns.
local function is_joined(target)
  return not target.type and #target.text <= 10 and util.begins(target.text, "و") or is_leftover(target)
end

-- A target that can be one: no deed, no border, nothing of ours.
local function possible(sentence, target)
  if target and is_nobody(sentence, target) then
    return nil
  end
  if not target or string.find(target.text, "^[^ ]+نا$") and not target.type or is_joined(target) then
    return nil
  end
  local found = opening(sentence, target, not_targets)
  return not found and target or nil
end

-- Whom the word of force hits, and where when a place is retaken from somebody.
local function aimed_at(sentence, force)
  local target = sentence:target_of(force)
  if util.within(sentence, force, words.free_masdar) then
    local from = util.next(sentence, force, taken_from)
    local holder = from and parties.at(sentence, from.holder)
    if holder then
      return holder, target
    end
  end
  return target, nil
end

--- Who says what the article does not: behind the words (قال فلان, بحسب بيان فلان), or by message before them.
function parties.teller(sentence, cue)
  local found = util.behind(sentence, cue, told)
  if found then
    return found.said and sentence:subject_of(found.said) or parties.at(sentence, found.who)
  end
  local rest = sentence:before(cue)
  found = rest and rest:find(letter)
  return found and parties.at(sentence, found.who) or cue.source
end

-- The name before «الذي»: «الرئيس فلان - الذي توعّد».
local function antecedent(sentence, cue)
  if not util.follows(sentence, cue, "الذي", "التي", "الذين") then
    return nil
  end
  local nearest
  for _, entity in ipairs(sentence.entities) do
    if entity.stop <= cue.start and cue.start - entity.stop < relative_reach then
      nearest = entity
    end
  end
  return nearest
end

-- Whether an armed body is told of as another's foe, source or means (ضد, من, على), or in a relative clause.
local function is_aside(sentence, who)
  if util.letter_before(sentence, who) == "ب" or util.follows(sentence, who, "ضد", "على", "من", "مع", "عن", "إلى", "عناصر", "مسلحي", "طيران", "قبضة", "سيطرة", "لدى") then
    return true
  end
  local before = sentence:before(who)
  local tail = before and before.text or ""
  for _, word in ipairs { " الذي ", " التي ", " الذين ", " حيث " } do
    local at = string.find(string.sub(tail, -relative_tail) .. " ", word, 1, true)
    if at then
      return true
    end
  end
  return false
end

--- The last armed body told of before a span, in its clause, that may act.
function parties.last_armed(sentence, cue)
  local rest, last = sentence:before(cue), nil
  while rest do
    local found = rest:find(armed_party)
    if not found then
      break
    end
    if not is_aside(sentence, found.who) then
      last = found.who
    end
    rest = rest:after(found.span)
  end
  local who = last and util.same_clause(sentence, last, cue) and parties.at(sentence, last)
  -- A verb right behind is no part of the phrase.
  return who and (who.stop <= cue.start and who or last) or nil
end

--- Who readies: of a noun («استعدادا») its genitive, or the armed body told of before it.
function parties.readier(sentence, cue)
  local actor = sentence:subject_of(cue)
  return actor and actor.start >= cue.stop and not is_leftover(actor) and party_or_nil(sentence, actor)
    or parties.governor(sentence, cue) or parties.last_armed(sentence, cue)
end

--- Who begins, goes on with or plans what a verbal noun says: «واصل الجيش حشد قواته».
function parties.governor(sentence, cue)
  local rest, last = sentence:before(cue), nil
  while rest do
    local found = rest:find(control)
    if not found then
      break
    end
    last = found.verb
    rest = rest:after(found.span)
  end
  if not last or cue.start - last.stop > control_reach or not util.same_clause(sentence, last, cue) then
    return nil
  end
  -- اعتزام الجيش التوجه: the genitive.
  local genitive = util.within(sentence, last, control_masdar) and util.next(sentence, last, of_masdar)
  local actor
  if genitive and genitive.who.stop < cue.start then
    actor = parties.at(sentence, genitive.who)
  else
    actor = sentence:subject_of(last)
  end
  return actor and not util.overlap(actor, cue) and party_or_nil(sentence, actor) or nil
end

-- «إنها ستتوجه»: the pronoun is the one who speaks, where their number agrees.
local function is_own_word(sentence, cue, teller)
  if util.follows(sentence, cue, "إنهم", "أنهم", "بأنهم") then
    return teller.type ~= "PER"
  end
  return util.follows(sentence, cue, "إنه", "إنها", "أنه", "أنها", "بأنه", "بأنها", "إننا", "أننا", "بأننا")
end

-- Whether a verb in the third person («تهدد») is told of, its subject a pronoun: not said of the one who tells it.
local function is_told_of(sentence, cue, teller)
  if util.has_article(cue) or not util.within(sentence, cue, words.finite) or string.find(cue.text, " ", 1, true) then
    return false
  end
  local first_person = util.begins(cue.text, "سن", "ن", "سأ", "أ", "ا") or util.ends(cue.text, "نا")
  return not first_person and not is_own_word(sentence, cue, teller)
end

-- «توعدت المغتربين»: a plural in ين is no subject.
local function is_object(actor)
  local head = string.match(actor.text, "^[^ ]+")
  return not actor.type and util.begins(head, "ال") and util.ends(head, "ين") and not singular_in_een[head]
end

--- Who does what the cue says; of «سنرد», «قواتنا» and «العملية ستستمر» the one who says so.
function parties.actor(sentence, cue)
  local actor = sentence:subject_of(cue)
  if actor and (util.overlap(actor, cue) or is_leftover(actor) or is_object(actor)) then
    actor = nil
  end
  local ours = actor and (string.find(actor.text, "نا$") or opening(sentence, actor, campaign_word)) and not actor.type
  if actor and not ours and party_or_nil(sentence, actor) then
    return actor
  end
  local teller = antecedent(sentence, cue)
  if teller then
    return teller
  end
  teller = party_or_nil(sentence, parties.teller(sentence, cue))
  return teller and (ours or not is_told_of(sentence, cue, teller)) and teller or nil
end

--- Whom a fight that the cue goes on with is against: «سنواصل عملياتنا ضد المتمردين».
function parties.foe(sentence, cue)
  local found = util.next(sentence, cue, campaign_facing)
  return found and parties.at(sentence, found.who)
end

--- Whom a campaign is against: «ستستمر حتى تدمير التنظيم»، «الحملة على التنظيم ستستمر».
function parties.campaign_target(sentence, cue)
  local own = util.next(sentence, cue, campaign_on)
  if own then
    return sentence:target_of(cue)
  end
  local later = util.next(sentence, cue, deed_later)
  if later then
    return sentence:target_of(later.deed)
  end
  local rest = sentence:before(cue)
  local found = rest and rest:find(campaign_against)
  return found and parties.at(sentence, found.who)
end

-- A span unless its words say what another's do: a place that is the target.
local function unlike(span, other)
  return span and other and span.text == other.text and nil or span
end

--- A finding. `force` is the word of force whose target counts when the cue has no object; `known` holds
--- fields that the rule knows better, and `objectless` where the cue's object is no target (حشد القوات).
function parties.finding(sentence, cue, force, score, known)
  known = known or {}
  local actor = distinct(party_or_nil(sentence, known.actor), cue, force) or distinct(parties.actor(sentence, cue), cue, force)
  local target, place = known.target, known.place
  local behind = not force and not target and util.next(sentence, cue, deed_behind)
  force = force or behind and behind.deed or nil
  if force and not target then
    target = not known.objectless and addressed(sentence, cue, force)
    if not target then
      target, place = aimed_at(sentence, force)
    end
  end
  target = distinct(possible(sentence, meant(sentence, target)), actor, force)
  if not target and not known.objectless then
    target = distinct(possible(sentence, meant(sentence, sentence:target_of(cue))), actor, force)
  end
  target = target or distinct(opponent(sentence, cue), actor, force)
  return {
    span = cue,
    actor = actor,
    target = target,
    place = unlike(distinct(place or circumstances.place(sentence, cue, force, known.objectless), actor, target), target),
    time = distinct(circumstances.time(sentence, cue, force), cue, force),
    cue = cue,
    score = score,
  }
end

return parties

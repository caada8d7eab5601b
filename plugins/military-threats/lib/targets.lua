-- Who is threatened.
local phrases = require "phrases"
local spans = require "spans"
local util = require "util"
local words = require "words"

local targets = {}

local revenge = hilal.verb({ "انتقم", "ثأر=ثأر" }, "noun")
local owned = hilal.noun(hilal.lexicon "positions") * hilal.any():as "owner"
local avenging = hilal.verb { "انتقم", "ثأر=ثأر" }
local answering = hilal.verb(hilal.lexicon("force_verbs", { kind = "respond" }))
-- What opens a condition, a cause or a time: who is told of there is not whom the deed before it hits.
local beyond = { " إذا ", " اذا ", " لو ", " إن لم ", " ما لم ", " في حال ", " في حالة ", " حال ", " كلما ", " عندما ", " بسبب ", " بعد ",
  " عقب ", " إثر ", " ردا على ", " احتجاجا على ", " دفاعا عن ", " حفاظا على " }
-- What force is used for, behind ل: «للدفاع عن الحدود».
local purpose = hilal.lexicon "purposes"
local taken_from = hilal.gap(0, 4) * hilal.word "من" * hilal.any():as "holder"
local going = hilal.verb({ "استسلم", "انسحب", "خرج=خروج", "رحل=رحيل" }, "noun")
local preventing = hilal.verb({ "منع=منع", "ردع=ردع" }, "noun")
local kept_from = hilal.gap(0, 10) * preventing:as "masdar" * hilal.any() * hilal.gap(0, 3) * hilal.word "من"
local deed = (words.attack_masdar + words.kill_masdar + words.fight_masdar + words.free_masdar):as "deed"
local deed_later = hilal.gap(0, 10) * deed
local freeing = (words.free_masdar + words.respond_masdar):as "masdar"
local striking = (words.attack_masdar + words.kill_masdar + words.fight_masdar + words.chase_masdar + preventing):as "masdar"
local answered_deed = hilal.gap(0, 1) * hilal.word "على" * hilal.gap(0, 1) * striking
local leaving = going:as "going"
local facing = hilal.phrase { "في وجه", "مواجهة مع" } * hilal.any():as "who"
local condition = hilal.word { "إذا", "لو", "بينما" } * hilal.word { "لم", "ما" } ^ -1 * hilal.any() * hilal.any():as "who"
-- «إذا لم يعد الرئيس إلى منصبه»: who is to be given back an office is no foe.
local restored = hilal.word { "إذا", "لو" } * hilal.word "لم"
  * (hilal.verb({ "عاد=عودة", "رجع=رجوع" }, "imperfect") + hilal.word { "يعاد", "تعاد" })
local provided = (hilal.phrase { "في حال", "في حالة" } + hilal.word "إذا") * hilal.gap(0, 4) * words.armed:as "who"
local warning = hilal.verb({ "حذّر", "أنذر", "هدّد", "توعّد", "أمهل", "خاطب" }):as "warning"
-- Whom one addresses, the object: it may stand behind an apposition to the subject.
local addressing = hilal.verb({ "أمهل", "أنذر", "هدّد", "توعّد", "حذّر", "طالب", "خيّر", "منح=منح", "أعطى", "دعا=دعوة" },
  { "perfect", "imperfect" })
local aggression = words.act + words.attack_masdar + hilal.noun { "عدوان", "اعتداء", "هجوم" }
local people = hilal.word { "سكان", "أهالي", "أهل", "أبناء", "مقاتلي", "مسلحي", "عناصر", "قوات", "جنود" }
-- Whom an aggression hits that is answered or warned of: «إزاء العدوان على المدينة».
local suffered = hilal.lexicon "in_the_face_of" * hilal.gap(0, 1) * aggression * hilal.gap(0, 3) * hilal.word "على" * hilal.any():as "whom"
  + hilal.word { "أي", "أية", "كل" } * aggression * hilal.gap(0, 2) * hilal.word { "على", "ضد" } * hilal.any():as "whom"
-- «إزاء قصف المدينة», «لن تقف متفرجة على اجتياحها»: a deed with its object.
local suffering = (hilal.lexicon "in_the_face_of" + hilal.lexicon "onlookers" * hilal.word "على")
  * hilal.verb({ "قصف=قصف", "اجتاح", "ضرب=ضرب", "غزا=غزو", "دمّر", "حاصر", "اقتحم", "احتلّ", "استهدف", "أباد" }, "noun")
  * (hilal.entity "GPE" + hilal.entity "LOC" + hilal.entity "FAC"):as "whom"
local place_between = hilal.word "في" * hilal.entity():as "place" * hilal.any():as "word"
local against_whom = hilal.gap(0, 3) * (hilal.word "ضد" * hilal.any():as "who" + hilal.word "على" * hilal.entity():as "who")
local one_word, comma = hilal.any():as "word", "،"
-- Bytes of an apposition between its commas.
local aside_length = 140
local truce_with = hilal.noun "هدنة" * hilal.gap(0, 1) * hilal.word "مع" * hilal.any():as "who"
local rivals = hilal.lexicon "rivals"
local not_targets = hilal.word { "حدود", "مشارف", "تخوم", "أطراف", "جبهة", "جبهات", "طاولة", "درجة" }
  + hilal.word { "حزم", "قوة", "قسوة", "شدة", "هوادة", "عنف", "حد", "الآن" }
not_targets = not_targets + hilal.word { "صدور", "كاهل", "عاتق", "أكتاف" }
local border_of = hilal.word { "على", "إلى", "نحو", "قرب" } * hilal.word "حدود":as "border" * hilal.word "مع" ^ -1 * hilal.any():as "who"
-- Who holds or uses what is to be hit: «الطرق التي تسيطر عليها الميليشيات».
local holding = hilal.word { "التي", "الذي" } * hilal.verb({ "استخدم", "سيطر", "احتلّ", "تمركز", "تحصّن", "استولى", "شغل=شغل", "اتّخذ" },
  { "perfect", "imperfect" }) * hilal.word { "عليها", "عليه", "فيها", "فيه", "بها", "به" } ^ -1 * words.armed:as "who"
local against = facing + holding + hilal.word { "ضد", "إلى", "على" } * hilal.gap(0, 1) * words.armed:as "who"
  + hilal.word { "حرب", "معركة", "مواجهة", "قتال", "صدام", "حوار", "محادثات", "مفاوضات" } * hilal.gap(0, 2)
    * hilal.word "مع" * hilal.gap(0, 1) * words.armed:as "who"
-- Code points behind a cue within which an opponent is named.
local opponent_reach = 120

local campaign_on = hilal.gap(0, 1) * phrases.campaigns * hilal.gap(0, 1) * hilal.word { "على", "ضد" } * hilal.any()
local campaign_facing = hilal.gap(0, 4) * phrases.campaigns * hilal.gap(0, 4) * hilal.word "ضد" * hilal.any():as "who"
local campaign_against = phrases.campaigns * hilal.gap(0, 8) * hilal.word { "ضد", "على" } * hilal.gap(0, 1) * words.armed:as "who"

-- Whether a letter ل stands before a phrase, merged with its article or not.
local function is_for(sentence, target)
  return util.letter_before(sentence, target) == "ل" or util.begins(target.text, "لل")
end

--- The verbal noun of the deed that a word answers: اغتيال behind «الرد على», or nil.
function targets.answered(sentence, span)
  local found = util.within(sentence, span, answering) and util.next(sentence, span, answered_deed)
  return found and found.masdar or nil
end

-- Whether a noun phrase can be the object that commas part from its verb: a name, an armed body, people of a place.
local function is_object(sentence, party)
  return util.letter_before(sentence, party) == "" and not phrases.is_nobody(sentence, party)
    and (party.type ~= nil or util.has_article(party) or util.is_armed(sentence, party)
      or phrases.opening(sentence, party, people) ~= nil)
end

-- The word behind what commas set off beside a subject, or behind a subject that is set off itself.
local function word_behind_aside(sentence, verb, subject)
  local rest = sentence:after(subject)
  if not rest or not util.begins(rest.text, comma) then
    return nil
  end
  local close = string.find(util.between(sentence, verb, subject), comma, 1, true) and 1 or string.find(rest.text, comma, #comma, true)
  if not close or close > aside_length then
    return nil
  end
  local start = rest.span.start + (utf8.len(string.sub(rest.text, 1, close + #comma - 1)) or 0)
  local found = rest:find(one_word)
  while found and found.word.start < start do
    rest = rest:after(found.word)
    found = rest and rest:find(one_word)
  end
  return found and found.word
end

-- The object behind the place of a subject: «أعطى المجلس العسكري في البلد القوات الأجنبية مهلة»; no adjective of the place.
local function behind_place(sentence, subject)
  local found = util.next(sentence, subject, place_between)
  local party = found and phrases.at(sentence, found.word)
  local is_who = party and util.letter_before(sentence, party) == "" and not phrases.is_nobody(sentence, party)
    and (party.type or util.is_armed(sentence, party) or phrases.opening(sentence, party, people))
  return is_who and party or nil
end

-- The object behind an apposition: «أمهلت الكتائب، الجناح العسكري للحركة، إسرائيل».
local function behind_aside(sentence, verb)
  local subject = util.within(sentence, verb, addressing) and sentence:subject_of(verb)
  local word = subject and subject.start >= verb.stop and word_behind_aside(sentence, verb, subject)
  local party = word and phrases.at(sentence, word)
  if party and is_object(sentence, party) then
    return party
  end
  return subject and subject.start >= verb.stop and behind_place(sentence, subject) or nil
end

--- Whether the words before a deed make it the condition or cause of another: «بعد اغتيال القائد»، «ردا على قصف المدينة».
function targets.is_aside(between)
  return spans.has_mark(between, beyond) or string.find(between, "رد[^ ]* على $") ~= nil
end

-- Whether a phrase behind a word is nobody whom it hits: one of the condition or cause behind it, one who is avenged.
local function is_beyond(sentence, span, target)
  local between = target.start >= span.stop and util.between(sentence, span, target) or ""
  return spans.has_mark(between, beyond)
    or util.within(sentence, span, avenging) and (is_for(sentence, target) or string.find(between, " ل[^ ]") ~= nil)
end

--- Whom a word hits, behind the word of force where one is given. Of a deed that is answered («الرد على اغتيال القائد») it is who
--- has done it, not the victim.
function targets.hit(sentence, span, force)
  local target = behind_aside(sentence, span) or sentence:target_of(span)
  if not target or is_beyond(sentence, span, target) or force and is_beyond(sentence, force, target) then
    return nil
  end
  local deed_done = targets.answered(sentence, force or span)
  if not deed_done or target.stop <= deed_done.start then
    return target
  end
  local doer = sentence:subject_of(deed_done)
  return doer and (doer.type and doer.type ~= "PER" or util.is_armed(sentence, doer)) and doer or nil
end

--- The party meant by a phrase: whose bases are bombed, from whom a town is retaken, who must leave.
function targets.meant(sentence, target)
  if not target or target.type then
    return target
  end
  local found = phrases.opening(sentence, target, freeing)
  if found then
    local from = util.next(sentence, found.masdar, taken_from)
    return from and phrases.at(sentence, from.holder) or sentence:target_of(found.masdar)
  end
  found = phrases.opening(sentence, target, striking)
  if found then
    return sentence:target_of(found.masdar)
  end
  found = phrases.opening(sentence, target, leaving)
  if found then
    return sentence:subject_of(found.going)
  end
  found = phrases.opening(sentence, target, owned)
  -- القواعد العسكرية: an adjective, no owner.
  if found and not util.has_article(target) then
    return phrases.at(sentence, found.owner) or target
  end
  return target
end

--- The object of the verb, before what it is threatened with: «توعّد المهاجمين بردّ».
function targets.addressed(sentence, cue, force)
  local target = targets.hit(sentence, cue)
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
  return found and phrases.at(sentence, found.who)
end

-- Whether somebody is the victim of an aggression that is answered or warned of.
local function is_victim(sentence, target)
  local found = sentence:find(suffered)
  if found and util.overlap(found.whom, target) then
    return true
  end
  found = sentence:find(suffering)
  local rest = found and util.overlap(found.whom, target) and sentence:after(found.whom)
  -- «إزاء قصف الدولة للمدينة»: who does it.
  return rest ~= nil and rest ~= false and not util.begins(rest.text, "ل", " ل")
end

-- The first match of a pattern not far behind a span.
local function close_behind(sentence, span, pattern)
  local found = util.behind(sentence, span, pattern)
  return found and found.span.start - span.stop < opponent_reach and found or nil
end

local function opponent(sentence, cue)
  local found = close_behind(sentence, cue, condition)
  local who = found and phrases.at(sentence, found.who)
  local is_restored = who and who.type == "PER" and close_behind(sentence, cue, restored)
  if who and not is_restored and (who.type or util.is_armed(sentence, who) or util.within(sentence, who, rivals)) then
    return who
  end
  found = util.next(sentence, cue, kept_from)
  if found then
    return sentence:target_of(found.masdar)
  end
  found = close_behind(sentence, cue, truce_with)
  if found then
    return phrases.at(sentence, found.who)
  end
  found = close_behind(sentence, cue, border_of)
  if found and not util.has_article(found.border) and not util.has_article(found.who) then
    return phrases.at(sentence, found.who)
  end
  found = close_behind(sentence, cue, against) or close_behind(sentence, cue, provided)
  if found then
    return phrases.at(sentence, found.who)
  end
  return addressee(sentence, cue)
end

--- Somebody faced or armed behind the cue, or whose deed is the condition, when no grammar tells whom it
-- is against.
function targets.opponent(sentence, cue)
  local who = opponent(sentence, cue)
  return who and not is_victim(sentence, who) and who or nil
end

-- واجتياح الوادي: another deed.
local function is_deed(sentence, party)
  local part = not party.type and util.begins(party.text, "و") and sentence:within(party)
  local found = part and part:find(deed)
  return found ~= nil and found ~= false and found.deed.start - party.start <= 1
end

-- A short word in و (وردع) is the second of two verbal nouns.
local function is_joined(target)
  return not target.type and #target.text <= 10 and util.begins(target.text, "و") or phrases.is_leftover(target)
end

--- A target that can be one: no deed, no border, nothing of ours.
function targets.possible(sentence, target)
  if target and phrases.is_nobody(sentence, target) then
    return nil
  end
  if not target or string.find(target.text, "^[^ ]+نا$") and not target.type or is_joined(target) or is_deed(sentence, target) then
    return nil
  end
  -- «ما دام هناك تهديد للبلاد»: who is in danger is no foe.
  if util.follows(sentence, target, "تهديد", "تهديدا", "خطر", "خطرا", "حماية", "دفاعا") then
    return nil
  end
  -- «لمغادرة البلاد»: what one is to leave.
  if is_victim(sentence, target) or not target.type and util.follows(sentence, target, "مغادرة", "لمغادرة", "بمغادرة", "ترك", "بترك") then
    return nil
  end
  if is_for(sentence, target) and phrases.opening(sentence, target, purpose) then
    return nil
  end
  local found = phrases.opening(sentence, target, not_targets)
  return not found and target or nil
end

-- Whom the verbal noun of an aim hits: «لاقتحام القلعة».
local function aim_of(sentence, force)
  local part = util.begins(force.text, "ل") and sentence:within(force)
  local found = part and part:find(deed)
  return found and targets.hit(sentence, found.deed) or nil
end

--- Whom the word of force hits, and where when a place is retaken from somebody.
function targets.aimed_at(sentence, force)
  local target = targets.hit(sentence, force) or aim_of(sentence, force)
  -- الثأر لمقتل القائد من المهاجمين
  local unknown = not target or phrases.is_nobody(sentence, target)
  local from_whom = unknown and util.within(sentence, force, revenge) and util.next(sentence, force, taken_from)
  local foe = from_whom and phrases.at(sentence, from_whom.holder)
  if foe and (foe.type or util.is_armed(sentence, foe)) then
    return foe, nil
  end
  local against_one = unknown and util.next(sentence, force, against_whom)
  if against_one then
    return phrases.at(sentence, against_one.who), nil
  end
  if util.within(sentence, force, words.free_masdar) then
    local from = util.next(sentence, force, taken_from)
    local holder = from and phrases.at(sentence, from.holder)
    if holder then
      return holder, target
    end
  end
  return target, nil
end

--- Whom a fight that the cue goes on with is against: «سنواصل عملياتنا ضد المتمردين».
function targets.foe(sentence, cue)
  local found = util.next(sentence, cue, campaign_facing)
  return found and phrases.at(sentence, found.who)
end

--- Whom a campaign is against: «ستستمر حتى تدمير التنظيم»، «الحملة على التنظيم ستستمر».
function targets.campaign_target(sentence, cue)
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
  return found and phrases.at(sentence, found.who)
end

return targets

-- Who threatens: the subject, or the one whose words the threat is.
local phrases = require "phrases"
local util = require "util"
local words = require "words"

local actors = {}

-- Singulars and names in ين that are no plurals.
local singular_in_een = {
  ["الأمين"] = true, ["السجين"] = true, ["الجنين"] = true, ["المسكين"] = true, ["اليمين"] = true, ["الرهين"] = true, ["الدين"] = true,
}

local messages = hilal.noun(hilal.lexicon "messages")
local telling = hilal.verb({ "قال", "أعلن", "حذّر", "أضاف", "أكّد", "صرّح", "كتب=كتابة", "تعهّد", "توعّد", "هدّد", "تحدّث", "ردّد",
    "خاطب", "أوضح", "شدّد", "هتف=هتاف", "صرخ=صراخ", "ذكر=ذكر", "أفاد", "أقسم", "لوّح", "أنذر", "جزم=جزم",
    "عقّب", "علّق", "ردّ=رد", "كشف=كشف", "أبلغ", "نبّه" },
  { "perfect", "imperfect" })
local according = hilal.word { "حسب", "وفق", "وفقا", "طبقا" }
-- «جاء في بيان لسرايا الجبل»
local written = hilal.word { "جاء", "ورد" } * hilal.word "في" * messages * messages ^ -1
local told = written * hilal.any():as "who" + telling * messages * hilal.any():as "who"
  + telling:as "said"
  + according * messages * hilal.any():as "who"
  + according * hilal.any():as "who"
local first_word = hilal.any():as "who"
-- «بيان صدر أمس» names nobody.
local issued = hilal.word { "صدر", "صدرت", "نشر", "نشره", "نشرت", "نشرته", "بث", "بثه", "بثته", "أصدره", "أصدرته", "وزع", "وزعته" }
local letter = messages * messages ^ -1 * (hilal.any() - issued):as "who"
local control = hilal.verb(hilal.lexicon "control_verbs"):as "verb"
local control_masdar = hilal.verb(hilal.lexicon "control_verbs", "noun")
local of_masdar = hilal.any():as "who"
local armed_party = ((hilal.number() + hilal.word { "مئات", "آلاف", "عشرات" }) ^ -1 * (words.armed + words.troop)):as "who"
-- Code points from a name to the verb of its relative clause: « - الذي », and from a verb to the verbal noun it governs.
local relative_reach, control_reach = 12, 60
-- Bytes before a word in which its relative pronoun stands: «التي يسيطر عليها ».
local relative_tail = 45

-- «الرئيس يتوعد الدولة: الحرب ستعود»: before the colon stands the one who is threatened, no speaker.
local threaten = hilal.verb(hilal.lexicon "threaten_verbs", { "perfect", "imperfect" }):as "verb"
local function threatener(sentence, cue)
  local before = cue.source and util.is_headed(sentence, cue) and sentence:before(cue)
  local found = before and before:find(threaten)
  return found and found.verb.stop <= cue.source.start and sentence:subject_of(found.verb) or nil
end

--- Who says what the article does not: behind the words (قال فلان, بحسب بيان فلان), or by message before them.
function actors.teller(sentence, cue)
  local found = util.behind(sentence, cue, told)
  if found then
    return found.said and sentence:subject_of(found.said) or phrases.at(sentence, found.who)
  end
  local rest = sentence:before(cue)
  found = rest and rest:find(letter)
  if found or cue.source or not util.is_headed(sentence, cue) then
    return found and phrases.at(sentence, found.who) or threatener(sentence, cue) or cue.source
  end
  found = sentence:find(first_word)
  return found and phrases.at(sentence, found.who)
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
  local governed = util.follows(sentence, who, "ضد", "على", "من", "مع", "عن", "إلى", "لدى", "عناصر", "مسلحي", "طيران", "قبضة", "سيطرة",
    "تنظيم", "حركة", "جماعة")
  if governed or util.letter_before(sentence, who) == "ب" then
    return true
  end
  local before = sentence:before(who)
  local tail = before and before.text or ""
  for _, word in ipairs { " الذي ", " التي ", " الذين ", " حيث ", " يسيطر ", " تسيطر " } do
    local at = string.find(string.sub(tail, -relative_tail) .. " ", word, 1, true)
    if at then
      return true
    end
  end
  return false
end

-- The last span that a pattern captures under a name before a cue, of those that are meant.
local function last_before(sentence, cue, pattern, name, is_meant)
  local rest, last = sentence:before(cue), nil
  while rest do
    local found = rest:find(pattern)
    if not found then
      break
    end
    if not is_meant or is_meant(found[name]) then
      last = found[name]
    end
    rest = rest:after(found.span)
  end
  return last
end

--- The last armed body told of before a span, in its clause, that may act.
function actors.last_armed(sentence, cue)
  local last = last_before(sentence, cue, armed_party, "who", function(who)
    return not is_aside(sentence, who)
  end)
  local who = last and util.same_clause(sentence, last, cue) and phrases.at(sentence, last)
  -- A verb right behind is no part of the phrase.
  return who and (who.stop <= cue.start and who or last) or nil
end

--- Who readies: of a noun («استعدادا») its genitive, or the armed body told of before it.
function actors.readier(sentence, cue)
  local actor = sentence:subject_of(cue)
  return actor and actor.start >= cue.stop and not phrases.is_leftover(actor) and phrases.party_or_nil(sentence, actor)
    or actors.governor(sentence, cue) or actors.last_armed(sentence, cue)
end

--- Who begins, goes on with or plans what a verbal noun says: «واصل الجيش حشد قواته».
function actors.governor(sentence, cue)
  local last = last_before(sentence, cue, control, "verb")
  if not last or cue.start - last.stop > control_reach or not util.same_clause(sentence, last, cue) then
    return nil
  end
  -- اعتزام الجيش التوجه: the genitive.
  local genitive = util.within(sentence, last, control_masdar) and util.next(sentence, last, of_masdar)
  local actor
  if genitive and genitive.who.stop < cue.start then
    actor = phrases.at(sentence, genitive.who)
  else
    actor = sentence:subject_of(last)
  end
  local may_act = actor and not util.overlap(actor, cue) and not is_aside(sentence, actor)
  return may_act and phrases.party_or_nil(sentence, actor) or nil
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

-- «توعدت المغتربين»: a plural in ين is no subject, but may be the agent of a passive: «من مسلحين».
local function is_object(sentence, actor)
  local head = string.match(actor.text, "^[^ ]+")
  return not actor.type and not util.follows(sentence, actor, "من", "قبل") and util.ends(head, "ين") and not singular_in_een[head]
end

-- «تحدث الأول عنهم: يقولون إنهم سيواصلون»: one person is not they.
local function is_one_of_many(sentence, cue, actor)
  return actor.type == "PER" and util.follows(sentence, cue, "إنهم", "أنهم", "بأنهم")
end

-- Of «سبق وأن هدّد» the name before سبق, of «… من أكثر الدول التي تهدد» the one before من.
local before_it = hilal.word "سبق" * hilal.word "أن" + hilal.word "من" * hilal.word { "أكثر", "أبرز", "أشد", "أول" }
local foremost = hilal.word { "أكثر", "أبرز", "أشد", "أول" }
local function named_before(sentence, cue, actor)
  if not util.follows(sentence, cue, "أن") and not (actor and phrases.opening(sentence, actor, foremost)) then
    return nil
  end
  local before = sentence:before(cue)
  local found = before and before:find(before_it)
  for _, entity in ipairs(found and sentence.entities or {}) do
    if entity.stop <= found.span.start and found.span.start - entity.stop <= 2 then
      return entity
    end
  end
  return nil
end

-- Who was taken and says so: «أسر القائد فلان مؤكدا أنه مستعد», not the captor.
local captive = hilal.lexicon "done_to_people" * hilal.gap(0, 4) * hilal.entity "PER":as "who"
local function taken(sentence, cue, actor)
  if not actor or actor.type == "PER" or not util.follows(sentence, cue, "أنه", "بأنه", "إنه")
    and not util.follows(sentence, cue, "على") then
    return nil
  end
  local before = sentence:before(cue)
  local found = before and before:find(captive)
  return found and found.who.start > actor.start and found.who or nil
end

-- Who has set a term or made a demand: «أمهلت الكتائب الحكومة يومين، وإلا فإنها ستقصف»، not the one who was told.
local or_else = hilal.word "وإلا"
local setting = hilal.verb({ "أمهل", "أنذر", "طالب", "خيّر", "هدّد", "حذّر", "منح=منح", "أعطى", "دعا=دعوة", "أمر=أمر", "وجّه",
  "أصدر" },
  { "perfect", "imperfect" }):as "verb"
-- Characters between «وإلا» and its verb: «فإنها ».
local else_reach = 9
local function setter(sentence, cue, actor)
  if actor and actor.start >= cue.stop or not util.has_close_before(sentence, cue, or_else, else_reach) then
    return nil
  end
  local before = sentence:before(cue)
  local found = before and before:find(setting)
  local who = found and sentence:subject_of(found.verb)
  -- «أمهل الجيش السكان وإلا فإنهم سيقتلون»: they are not he.
  return who and not (util.ends(cue.text, "ون") and (who.type == "PER" or not util.ends(who.text, "ون"))) and who or nil
end

--- Who does what the cue says; of «سنرد», «قواتنا» and «العملية ستستمر» the one who says so.
function actors.actor(sentence, cue)
  local actor = phrases.undergoer(sentence, sentence:subject_of(cue))
  if actor and (util.overlap(actor, cue) or phrases.is_leftover(actor) or is_object(sentence, actor)) then
    actor = nil
  end
  -- «لن نتردد في استخدام كل ما لدينا من قوة»: we, no noun behind.
  if actor and actor.start >= cue.stop and util.begins(cue.text, "سن", "لن ن", "لا ن") then
    actor = nil
  end
  local other = named_before(sentence, cue, actor) or taken(sentence, cue, actor) or setter(sentence, cue, actor)
  if other then
    return other
  end
  if actor and is_one_of_many(sentence, cue, actor) then
    return nil
  end
  local ours = actor and (string.find(actor.text, "نا$") or phrases.opening(sentence, actor, phrases.campaign_word)) and not actor.type
  if actor and not ours and phrases.party_or_nil(sentence, actor) then
    return actor
  end
  local teller = antecedent(sentence, cue)
  if teller then
    return teller
  end
  teller = phrases.party_or_nil(sentence, actors.teller(sentence, cue))
  return teller and (ours or not is_told_of(sentence, cue, teller)) and teller or nil
end

return actors

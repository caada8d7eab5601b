-- What a foe's deed will bring upon it: blows, like for like, a state that acts alone where talks fail.
local declaration = require "declaration"
local doubts = require "doubts"
local menace = require "menace"
local parties = require "parties"
local util = require "util"
local warnings = require "warnings"
local words = require "words"

local future = words.future

local function listed(kind)
  return hilal.lexicon("consequence_words", { kind = kind })
end

-- What only arms do: a blow, a raid, a war between states; no terror, no war of all against all.
local blow = hilal.noun(listed "blow") + listed "blow_word" + hilal.verb(listed "strike", "noun") + words.force_phrase
local own_end = listed "end" * hilal.gap(0, 1) * (hilal.entity "GPE" + hilal.word { "النظام", "الكيان" })
local brought = future(listed "bring", "brought") * hilal.gap(0, 3) * (blow + own_end):as "force"
  * -(hilal.gap(0, 1) * listed "no_blow")
-- Whose deed: a breach, arms given or used, what is done again.
local deed = words.hostile + hilal.noun(listed "deed") + listed "deed_word"
-- What it will bring, without a word of force: عواقبه ستكون وخيمة, لن يمر مرور الكرام, سيدفعنا إلى الرد.
local answered = future({ "كان=كون", "ترتّب" }, "answered") * hilal.gap(0, 2) * hilal.word { "عواقب", "تبعات", "نهاية" }
    * hilal.gap(0, 1) * listed "dire"
  + (hilal.word "لن" * hilal.verb({ "مرّ=مرور" }, "imperfect")):as "answered" * hilal.phrase { "مرور الكرام" }
  + future({ "دفع=دفع", "اضطرّ", "أجبر" }, "answered") * hilal.word "إلى" * hilal.gap(0, 1)
    * hilal.word { "الرد", "رد", "التحرك", "استخدام" }
  + future({ "جعل=جعل" }, "answered") * hilal.gap(0, 1) * hilal.verb({ "ردّ=رد", "ضرب=ضرب", "قصف=قصف" }, "imperfect")
  + future({ "ردّ=رد" }, "answered") * hilal.word { "عليه", "عليها" }
  + future({ "عنى=عناية" }, "answered") * hilal.word { "نهاية", "انهيار", "سقوط" } * hilal.word { "الهدنة", "التهدئة", "هدنة" }
  + hilal.phrase({ "خط أحمر" }) * hilal.gap(0, 1)
    * (hilal.word "لن" * hilal.verb({ "سمح=سماح", "قبل=قبول", "تهاون" }, "imperfect")):as "answered"
-- Told to the one who would be hit.
local told = hilal.verb({ "أبلغ", "أخطر", "نبّه", "أنذر", "أوضح" }, { "perfect", "imperfect" }) * hilal.gap(0, 2)
    * (hilal.entity() + words.armed + hilal.word { "جارتها", "جاره", "جارته", "خصومها" }) + hilal.word { "مفادها", "فحواها", "مفاده" }

-- Like for like: «من يضربنا نضربه», «إذا قصفونا قصفناهم».
local hurt = listed "hurt"
local whoever = hilal.word { "من", "ومن", "لمن" } * (hilal.verb(hurt, "imperfect")
  + hilal.verb(listed "offend", "imperfect")):as "offender"
local requited = whoever * hilal.gap(0, 4) * (future(hurt, "like") + future({ "وصل=وصول" }, "like") * hilal.word { "إليه", "إليهم" }
    + listed "requital":as "like")
  + hilal.word { "إذا", "إن", "لو", "كلما" } * hilal.gap(1, 4) * listed "requited":as "like"
-- Nobody's help waited for: «ستتحرك منفردة».
local alone = future(listed "act", "alone") * hilal.gap(0, 4) * listed "alone"
-- What is left where talks fail: «سنلجأ إلى خيارات أخرى».
local other_means = hilal.verb(listed "turn", { "imperfect", "future", "noun" }):as "alone" * hilal.gap(0, 2)
  * listed "means" * listed "other"
local talks_fail = hilal.verb(listed "fail") * hilal.gap(0, 2) * listed "talks"
local foe = words.armed + words.act + listed "atom"
  + hilal.word { "ضد", "تجاه", "أمام" } * hilal.gap(0, 1) * hilal.entity "GPE"
local civil = hilal.lexicon "civil_topics" - hilal.word { "العقوبات", "عقوبات", "الطاقة" }

-- Said by whoever commands arms or speaks for a state: their own blow.
local function said(sentence, cue, force)
  return parties.finding(sentence, cue, force, 0.6, { actor = parties.teller(sentence, cue), passive = true })
end

local ways = {
  -- «أبلغت الدولة جارتها أن تكرار القصف سيجر عليها ضربات»
  brought = function(sentence, cue, m)
    local may = util.has_before(sentence, cue, told) or parties.spoken_by_power(sentence, cue)
    return may and util.has_before(sentence, cue, deed) and not sentence:has(words.peaceful) and said(sentence, cue, m.force) or nil
  end,
  answered = function(sentence, cue)
    local may = util.has_before(sentence, cue, deed) and sentence:has(words.at_war) and parties.spoken_by_power(sentence, cue)
    return may and not sentence:has(words.peaceful) and not sentence:has(civil) and said(sentence, cue) or nil
  end,
  like = function(sentence, cue, m)
    local ours = not m.offender or util.begins(m.offender.text, "ي", "ت")
    local may = ours and (parties.spoken_by_power(sentence, cue) or sentence:has(words.armed))
    return may and not sentence:has(words.peaceful) and said(sentence, cue) or nil
  end,
  alone = function(sentence, cue)
    local actor = sentence:subject_of(cue)
    local may = util.is_state(sentence, actor) or parties.spoken_by_power(sentence, cue)
      or util.begins(cue.text, "سن") and sentence:has(talks_fail)
    if not may or sentence:has(civil) or not sentence:has(foe) or not (sentence:has(talks_fail) or util.is_announced(sentence, cue)) then
      return nil
    end
    return parties.finding(sentence, cue, nil, 0.6, { objectless = true })
  end,
}

return declaration.rule {
  id = "consequence",
  title = "Says what a foe's deed will bring upon it",
  severity = "medium",
  match = brought + answered + requited + alone + other_means,
  check = doubts.without({ "history", "fiction", "cyber", "comment", "guess", "private", "wanted" }, function(sentence, m)
    for _, name in ipairs { "brought", "answered", "like", "alone" } do
      local cue = m[name]
      if cue then
        local found = not sentence:has(words.police) and util.decide(ways[name], sentence, cue, m, name == "answered")
        return found and not menace.tells(sentence, cue) and not warnings.tells(sentence, cue) and found or nil
      end
    end
    return nil
  end),
}

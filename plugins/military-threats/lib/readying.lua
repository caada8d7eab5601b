-- Forces that get ready, said in more words: for a war, to go in, to repel whoever comes; units to be formed, reinforcements asked for.
local parties = require "parties"
local util = require "util"
local words = require "words"

local ready = hilal.verb({ "استعدّ", "تأهّب", "تجهّز", "تحضّر", "تهيّأ" }, { "perfect", "imperfect", "noun" })
  + hilal.word { "متأهب", "متأهبة", "متأهبون", "متأهبين", "جاهز", "جاهزة", "جاهزون", "جاهزين", "مستعد", "مستعدة", "مستعدون", "مستعدين",
    "جاهزية", "جهوزية", "تحضيرات", "استعدادات", "تجهيزات" }

-- Announced: «أعلن الجيش الاستعداد لاقتحام البلدة».
local announced = hilal.verb({ "أعلن", "أكّد", "أبدى" }, { "perfect", "imperfect" }):as "teller" * hilal.gap(0, 4)
  * hilal.word { "الاستعداد", "التأهب", "الجاهزية", "استعدادها", "استعداده", "جاهزيتها", "جاهزيته" }:as "cue":as "announced"
  * hilal.gap(0, 1) * hilal.lexicon "fighting_aims":as "force"
-- For a war: «تستعد المملكة لحرب جديدة». A fight (مواجهة، معركة) wants arms beside it: teams and parties have theirs.
local for_war = hilal.word { "لحرب", "للحرب", "لغزو", "لاجتياح", "للغزو" }:as "force" + hilal.word { "لخوض" } * hilal.word "حرب":as "force"
local for_fight = hilal.word { "لمعركة", "للمعركة", "لمعارك", "لمواجهة", "للمواجهة", "لمواجهات", "للمواجهات", "لهجوم", "لهجمات",
  "لجولة" }:as "force"
local war = ready:as "cue":as "war" * hilal.gap(0, 3) * for_war
local fight = ready:as "cue":as "fight" * hilal.gap(0, 4) * for_fight
-- To go in: «الاستعداد للدخول إلى وسط المدينة».
local going = hilal.word { "للدخول", "لدخول", "للتقدم", "للتوغل", "للزحف", "لاقتحام", "للعبور", "للوصول", "للتوجه" }:as "force"
local town = hilal.gap(0, 3) * (hilal.entity "GPE" + hilal.entity "FAC" + hilal.noun(hilal.lexicon "positions")
  + hilal.lexicon "place_nouns")
local entry = ready:as "cue":as "entry" * (hilal.gap(0, 3) * going * town + hilal.gap(0, 1) * hilal.word { "لدخولها", "لدخوله" }:as "force")
-- To free a place: no police does.
local freeing = (ready + hilal.phrase { "أهبة الاستعداد", "أتم الاستعداد" }):as "cue":as "freeing" * hilal.gap(0, 4)
  * (hilal.word { "لتحرير", "لاستعادة", "لاسترداد", "لتطهير", "لتحريرها", "لاستعادتها" }):as "force"
-- Readiness bettered by drill and aid is meant for nobody, and whom somebody deems ready readies nothing.
local deemed = hilal.verb({ "اعتبر", "صنّف" }) * hilal.gap(0, 2) * (words.armed + hilal.word { "منظمات", "جماعات" }) * hilal.gap(0, 1)
  * ready
-- To repel: «على استعداد للعمل مع الحلفاء لصد أي عدوان».
local repel = hilal.word { "للتعامل", "لردع", "للردع", "لصد", "للتصدي", "لدحر", "لمواجهة", "والتصدي", "للرد" }:as "force"
local repelling = ready:as "cue":as "repelling" * hilal.gap(0, 9) * repel * hilal.gap(0, 3) * hilal.word { "أي", "كل", "لأي", "لكل" }
  * hilal.gap(0, 1)
  * words.hostile
-- Ranks put in order, men massed: «ترتب صفوفها لشن هجوم», «حشد رجالها لمواجهة الغزاة».
local ordering = hilal.verb({ "رتّب", "نظّم", "رصّ=رص" }, { "perfect", "imperfect", "noun" }):as "cue":as "fitted"
  * hilal.gap(0, 2)
    * hilal.word { "صفوفها", "صفوفه", "صفوفهم", "الصفوف", "صفوف", "قواتها", "قواته" } * hilal.gap(0, 3)
      * hilal.lexicon "fighting_aims":as "force"
  + hilal.verb({ "حشد=حشد", "عبّأ", "جنّد", "سلّح" }, "noun"):as "cue":as "fitted" * hilal.gap(0, 1) * hilal.lexicon "followers"
    * hilal.gap(0, 3) * hilal.lexicon "fighting_aims":as "force"
-- The next step: «بدأت الاستعداد للمرحلة الثانية من عملية تحرير الوادي», «جاهزون لأي حرب».
local phase = ready:as "cue":as "phase" * hilal.gap(0, 3) * hilal.word { "للمرحلة", "لمرحلة" } * hilal.gap(0, 5)
    * (words.free_masdar + words.attack_masdar):as "force"
  + ready:as "cue":as "fight" * hilal.gap(0, 2) * hilal.word { "لأي", "لكل" } * (words.act + hilal.word "مواجهة"):as "force"
-- Not only against one: «استعدادا ليس فقط لمواجهة المتمردين».
local not_only = words.in_readiness:as "cue":as "only" * hilal.word "ليس" * hilal.gap(0, 1)
  * hilal.lexicon "fighting_aims":as "force"
-- Units to be formed: «تشكيل لواء يشارك في تحرير الوادي».
local unit = hilal.lexicon "troops" + hilal.word { "أفواج", "فوج", "فوجين", "لواءين", "كتيبتين", "سرايا", "ألوية", "وحدة" }
local formed = hilal.verb({ "شكّل", "كوّن" }, "noun"):as "cue":as "formed" * hilal.gap(0, 1) * unit
  * hilal.gap(0, 7)
  * (hilal.verb({ "شارك", "ساهم", "أسهم", "انضمّ" }, "imperfect") + hilal.word { "للمشاركة", "ليشاركوا", "لتشارك", "للمساهمة" })
    * hilal.gap(0, 2)
  * (words.deed + words.act + words.force_phrase):as "force"
-- Reinforcements sent or asked for: «تعزيزات إلى الجبهة في محاولة لاستعادة التلال».
local massing = hilal.verb({ "حشد=حشد", "استقدم" }, "perfect")
local reinforced = (massing + hilal.word { "تعزيزات", "التعزيزات", "حشود", "الحشود", "إمدادات" }):as "cue":as "reinforced"
  * hilal.gap(0, 14) * hilal.phrase { "في محاولة" } * hilal.gap(0, 2) * hilal.lexicon "fighting_aims":as "force"
-- Forces that come together for it: «احتشدت كتيبة على التخوم لاقتحام القلعة».
local coming = hilal.verb({ "احتشد", "تجمّع", "تمركز", "توافد", "اصطفّ", "تحشّد" }, { "perfect", "imperfect" })
local to_attack = hilal.lexicon "fighting_aims" - hilal.word { "لمواجهة", "للمواجهة", "للرد", "لصد", "للتصدي", "لردع", "لمطاردة",
  "لملاحقة", "لفك",
  "لحصار", "لكسر", "لتعقب", "لحسم", "لنزع سلاح" }
local gathered = coming:as "cue":as "gathered" * hilal.gap(0, 3) * (words.armed + hilal.lexicon "troops") * hilal.gap(0, 8)
  * (to_attack + hilal.word "للمشاركة" * hilal.word "في" * (hilal.word { "معركة", "معارك", "القتال", "قتال" } + words.deed)):as "force"
local arms = words.armed + words.military_word
local at_arms = hilal.gap(0, 3) * (words.military_word + words.armed + hilal.word { "مسلحة", "دامية", "مفتوحة", "شاملة" })

local to_free = hilal.gap(0, 1) * words.free_masdar

-- Who readies, where the cue is a noun or its subject a pronoun.
local function readier(sentence, cue)
  local subject = sentence:subject_of(cue)
  if subject and not util.overlap(subject, cue) then
    return subject
  end
  return parties.readier(sentence, cue) or parties.teller(sentence, cue)
end

local function is_state(actor)
  return actor ~= nil and actor.type == "GPE"
end

-- Each way: whether what is readied is force.
local ways = {
  war = function(sentence, _, _, actor)
    return is_state(actor) or util.is_armed(sentence, actor) or util.is_power(sentence, actor) and sentence:has(arms)
  end,
  fight = function(sentence, m, _, actor)
    return util.is_armed(sentence, actor) or is_state(actor) and util.next(sentence, m.force, at_arms)
      or util.next(sentence, m.force, to_free)
  end,
  entry = function(sentence, _, _, actor)
    return sentence:has(arms) and (util.is_armed(sentence, actor) or util.is_armed(sentence, parties.teller(sentence, actor
      or sentence.span)))
  end,
  freeing = function(sentence)
    return sentence:has(arms) or sentence:has(words.military)
  end,
  repelling = function(sentence, _, _, actor)
    return is_state(actor) or util.is_armed(sentence, actor)
  end,
  fitted = function(sentence)
    return sentence:has(arms)
  end,
  phase = function(sentence)
    return sentence:has(words.armed)
  end,
  only = function(sentence)
    return sentence:has(arms)
  end,
  formed = function(sentence)
    return sentence:has(arms)
  end,
  reinforced = function(sentence)
    return sentence:has(arms)
  end,
  announced = function(sentence, m)
    return util.is_power(sentence, sentence:subject_of(m.teller))
  end,
  gathered = function(sentence, _, cue)
    return not util.follows(sentence, cue, "بعد", "قبل", "عدم", "منع")
  end,
}
local beyond_police = { freeing = true, formed = true }

local function decide(sentence, m)
  local cue = m.cue
  for name, is_meant in pairs(ways) do
    if m[name] then
      if sentence:has(words.peaceful) or not beyond_police[name] and sentence:has(words.police)
        or not util.same_clause(sentence, cue, m.force)
        or util.is_denied(sentence, cue) or util.is_past(sentence, cue) and not m.freeing then
        return nil
      end
      if util.follows(sentence, cue, "درجة", "مستوى", "رفع", "زيادة", "تعزيز", "تطوير") or sentence:has(deemed) then
        return nil
      end
      local subjectless = m.reinforced and not util.within(sentence, cue, massing)
      local actor = m.teller and sentence:subject_of(m.teller) or subjectless and parties.last_armed(sentence, cue)
        or not subjectless and readier(sentence, cue) or nil
      local known = { actor = actor, objectless = true, passive = subjectless }
      return is_meant(sentence, m, cue, actor) and parties.finding(sentence, cue, m.force, 0.6, known) or nil
    end
  end
  return nil
end

local pattern = war + fight + entry + freeing + repelling + not_only + formed + reinforced + gathered + ordering + phase + announced

--- What else stands where the shorter patterns found no readiness.
local function again(sentence, cue, force)
  local found = sentence:find(pattern)
  local stop = force and force.stop or cue.stop
  return found and found.cue.start >= cue.start and found.cue.start < stop and decide(sentence, found) or nil
end

return { pattern = pattern, decide = decide, again = again }

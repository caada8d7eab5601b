-- A blow in the future tense: who will strike whom, said by an armed body or against one.
local parties = require "parties"
local util = require "util"
local words = require "words"

local future = words.future
local campaign, military = hilal.lexicon "campaigns", words.warlike
local verbs_of = {}
local will_strike = future({ "قضى=قضاء" }, "struck") * hilal.word "على"
  -- «ستغير» alone is a change.
  + future({ "أغار" }, "struck") * hilal.word { "على", "عليها", "عليه", "عليهم" }
  + future({ "أطلق", "فتح=فتح", "صبّ=صب" }, "struck") * -hilal.word "أبواب" * hilal.gap(0, 1)
    * hilal.word { "النار", "نار", "نيران", "الرصاص", "صواريخ", "حمم" }
  -- Of capture the future alone: «بأسرها» is "all of it".
  + future({ "أسر=أسر" }, "struck")
for _, kind in ipairs { "attack", "fight", "kill", "free", "chase" } do
  verbs_of[kind] = hilal.lexicon("force_verbs", { kind = kind })
  will_strike = will_strike + future(verbs_of[kind], "struck")
end
local opening_fire = hilal.verb({ "أطلق", "فتح=فتح", "صبّ=صب" }, "imperfect")
local attack = hilal.verb(verbs_of.attack, "imperfect")
-- What is done to markets and hopes, too.
local ambiguous = hilal.verb({ "ضرب=ضرب", "حارب", "حرّر", "أسقط", "استعاد", "استهدف", "هدم=هدم", "شنّ=شن", "قضى=قضاء", "حاصر", "دكّ=دك",
  "فجّر", "هزم=هزم", "طرد=طرد", "فتح=فتح", "لاحق" }, "imperfect")
local condition = words.condition
-- Weapons and units that strike: الطائرات, مدفعيتنا.
local weapons = words.troop + words.weapon + words.war_machine + hilal.word { "صواريخ", "مدافع", "رجالنا", "رجاله" }
  + hilal.noun { "سفينة=سفن", "زورق=زوارق", "فرقاطة", "مدمرة", "قاذفة", "مروحية", "مقاتلة", "طائرة", "بارجة=بوارج", "غواصة", "مسيرة",
    "أسطول=أساطيل" }
local culprits = hilal.word { "القتلة", "المجرمين", "الجناة", "المعتدين", "الخونة", "العملاء", "قتلة", "منفذي", "مرتكبي", "مدبري", "خلايا",
  "الخلايا" }
local culprits_next = hilal.gap(0, 2) * culprits
-- «ما إذا كنا سنقضي على التنظيم» is asked.
local whether = hilal.phrase { "ما إذا", "فيما إذا" }
local whoever = hilal.gap(0, 1) * hilal.word { "كل", "أي" } * hilal.gap(0, 1) * hilal.word "من"
local blow_done = hilal.gap(0, 1) * (words.attack_masdar + hilal.verb({ "تصدّى" }, "noun")):as "force"
  + hilal.word "التعامل":as "force" * hilal.gap(0, 2) * hilal.word { "حزم", "القوة", "قوة", "النار", "الرصاص" }
blow_done = blow_done + hilal.gap(0, 1) * hilal.word { "إطلاق", "بدء", "تنفيذ", "فتح" }:as "force" * hilal.gap(0, 1)
  * (words.force_phrase + hilal.word { "هجوم", "معركة", "جبهة" } + hilal.word { "عملية", "حملة" } * hilal.gap(0, 2)
    * hilal.lexicon "fighting_aims")
local foe_done = hilal.gap(0, 1) * words.deed:as "force"
  + hilal.gap(0, 1) * words.respond_masdar:as "force"
    * (hilal.word { "عليها", "عليه", "عليهم" } + hilal.word "على" * hilal.gap(0, 2) * (words.hostile + words.armed))

-- «سنلاحق التنظيم وسندمره»: the armed body told of before a verb with an object pronoun is the one it means.
local function struck_again(sentence, cue, actor)
  local foe = parties.last_armed(sentence, cue) or actor
  return util.is_armed(sentence, foe) and parties.finding(sentence, cue, nil, 0.7, {
    actor = util.overlap(foe, actor) and parties.teller(sentence, cue) or actor,
    target = foe,
    passive = true,
  }) or nil
end

-- «الحي سيقصف»: what is to be struck stands where the one who strikes would.
local military_target = hilal.noun { "رتل=أرتال", "قاعدة=قواعد", "ثكنة=ثكنات", "معسكر=معسكرات", "دورية" } + words.war_machine
local struck_place = hilal.lexicon "place_nouns" + hilal.noun(hilal.lexicon "positions")

local to_the_last = hilal.word "حتى" * hilal.word "آخر" * hilal.word { "رصاصة", "طلقة", "رجل", "مقاتل", "جندي", "قطرة", "نفس", "رمق" }

local enemy = hilal.word { "العدو", "عدونا", "الأعداء", "أعدائنا", "أعداءنا" }
local freed = hilal.gap(0, 1) * words.free_masdar:as "force" * hilal.gap(0, 1)
  * (hilal.entity "GPE" + hilal.entity "FAC" + hilal.noun(hilal.lexicon "positions") + hilal.lexicon "place_nouns")
-- Whether the one who says so commands force, or needs not: «سنقاتلهم», «إذا هوجمنا فسنحرق مواقعهم».
local function is_own_blow(sentence, cue, actor)
  local ours = util.begins(cue.text, "سن", "ن")
  if ours and util.next(sentence, cue, to_the_last) then
    return true
  end
  -- «سنشن عملية ونستعيد القاعدة من العدو»: who speaks of the enemy fights him.
  if ours and sentence:has(enemy) then
    return true
  end
  if ours and not util.within(sentence, cue, ambiguous) and (util.ends(cue.text, "هم", "كم") or sentence:has(condition)) then
    return true
  end
  local context = (util.within(sentence, cue, attack) or ours) and (sentence:has(military) or sentence:has(condition))
    or util.next(sentence, cue, words.until_end)
  context = context or not util.within(sentence, cue, ambiguous)
    and (sentence:has(words.armed_context) or util.next(sentence, cue, whoever))
  local who = ours and parties.teller(sentence, cue) or actor or cue.source
  return context and (util.is_power(sentence, who) or actor and util.within(sentence, actor, words.force_noun))
end

-- What is shot at whoever comes near is a reprisal: «ستهاجم قواتنا أي سفينة».
local shooting = hilal.verb({ "أغرق", "أسقط", "استهدف", "قصف=قصف", "دمّر", "ضرب=ضرب", "قتل=قتل", "أحرق", "هاجم", "أباد", "فجّر" },
  "imperfect")
local at_intruder = hilal.gap(0, 3) * words.intruder
local function is_reprisal(sentence, cue)
  return util.within(sentence, cue, shooting) and util.next(sentence, cue, at_intruder)
    and (sentence:has(words.wartime) or parties.spoken_by_power(sentence, cue))
end

-- What an armed body warns of is a warning: «حذر الجيش السكان من أنه سيقصف القرية».
local warning = hilal.verb({ "حذّر", "نبّه", "أنذر" }, { "perfect", "imperfect" }):as "verb"
local warning_reach = 60
local function is_warned_of(sentence, cue)
  local before = sentence:before(cue)
  local found = before and before:find(warning)
  local between = found and cue.start - found.verb.stop < warning_reach and util.between(sentence, found.verb, cue)
  return between and string.find(between, " من أن", 1, true) ~= nil and not sentence:has(words.police)
    and util.is_armed(sentence, sentence:subject_of(found.verb))
end

-- Where nobody speaks and no condition is set, a writer forecasts.
local function struck(sentence, cue)
  if util.has_before(sentence, cue, whether) or is_reprisal(sentence, cue) or is_warned_of(sentence, cue) then
    return nil
  end
  local relative = util.follows(sentence, cue, "التي", "الذين")
  if not relative and not util.is_announced(sentence, cue) then
    return nil
  end
  local actor = sentence:subject_of(cue)
  if actor and util.within(sentence, actor, words.danger) and not util.within(sentence, actor, campaign) then
    return nil
  end
  -- «أي سفينة تدخل ستغرق»: what is done to whoever comes is a reprisal.
  if actor and (util.follows(sentence, actor, "أي", "أية", "كل") or util.begins(actor.text, "أي ", "أية ", "كل ")) then
    return nil
  end
  local by_weapon = actor and util.within(sentence, actor, weapons)
  if not by_weapon and actor and actor.stop <= cue.start and util.ends(cue.text, "ه", "ها", "هم") then
    local again = struck_again(sentence, cue, actor)
    if again or not util.begins(cue.text, "سن") then
      return again
    end
    actor = nil
  end
  local target = sentence:target_of(cue)
  local between_states = actor and actor.type and target and target.type and target.type ~= "PER"
  local at_culprits = (target and util.within(sentence, target, culprits) or util.next(sentence, cue, culprits_next))
    and (util.is_power(sentence, actor) or parties.spoken_by_power(sentence, cue))
  -- «قالت الحركة إنها ستستهدف الأرتال»
  local at_arms = target and util.within(sentence, target, military_target) and (util.is_power(sentence, actor) or cue.source
    and util.is_power(sentence, cue.source))
  if by_weapon or between_states or at_arms or at_culprits or util.is_armed(sentence, target) or util.is_armed(sentence, actor) then
    return parties.finding(sentence, cue, nil, 0.7, { objectless = util.within(sentence, cue, opening_fire) })
  end
  -- «القوات التي ستقتحم المدينة»، «قال إن رجاله سيقاتلون إلى جانب الجيش».
  if util.follows(sentence, cue, "التي", "الذين", "الذي") and util.has_before(sentence, cue, words.armed) then
    return parties.finding(sentence, cue, nil, 0.6)
  end
  local by_speaker = cue.source and (not actor or not actor.type or util.overlap(actor, cue.source))
  if by_speaker and sentence:has(words.armed) and not util.within(sentence, cue, ambiguous) then
    return parties.finding(sentence, cue, nil, 0.6, { objectless = true })
  end
  if actor and actor.stop <= cue.start and not util.within(sentence, cue, ambiguous) and util.within(sentence, actor, struck_place)
    and sentence:has(words.wartime) then
    return parties.finding(sentence, cue, nil, 0.6, { target = actor, passive = true })
  end
  if not is_own_blow(sentence, cue, actor) then
    return nil
  end
  return parties.finding(sentence, cue, nil, 0.6, { actor = util.begins(cue.text, "سن") and parties.teller(sentence, cue) or nil })
end

-- A blow in a roundabout passive: سيجري تدمير, سيتم قصف.
local function undergone(sentence, cue)
  local found = util.next(sentence, cue, blow_done) or sentence:has(words.armed_context) and util.next(sentence, cue, foe_done)
    or util.next(sentence, cue, freed)
  if not found then
    return nil
  end
  local actor = sentence:subject_of(found.force)
  if actor and not actor.type and not util.is_armed(sentence, actor) then
    actor = parties.teller(sentence, cue)
  end
  return parties.finding(sentence, cue, found.force, 0.7, { actor = actor })
end

return {
  struck = { will_strike, struck },
  -- «سيتمكن» is written like «سيتم» with a pronoun.
  undergone = { future({ "جرى=جري", "تمّ" }, "undergone") - hilal.word { "سنتمكن", "سيتمكن", "ستتمكن" }, undergone },
}

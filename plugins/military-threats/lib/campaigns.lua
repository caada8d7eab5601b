-- Fighting that goes on: operations that last until, that do not stop, that are carried on, that somebody is set on.
local parties = require "parties"
local util = require "util"
local words = require "words"

local future = words.future
local until_end, campaign, fight, military = words.until_end, words.campaign, words.fighting, words.warlike
local own_campaign = hilal.word { "العمليات", "القصف", "الضربات", "الغارات", "القتال", "المعركة", "الحرب", "عملياتنا" }
local against_state = hilal.gap(0, 1) * campaign * hilal.word { "ضد", "على" } * hilal.gap(0, 1) * hilal.entity "GPE"
local killing = words.attack_masdar + words.kill_masdar
local stop = hilal.verb({ "توقّف", "انتهى", "تراجع" }, "imperfect")
local no_stop = hilal.word "لن" * stop
local cleansing = hilal.gap(0, 1) * words.until_end * hilal.gap(0, 1)
  * (words.force_imperfect + words.free_masdar + words.fight_masdar + hilal.word "القضاء")
-- «قواته ستبقى في الوادي حتى طرد آخر مسلح»
local until_gone = hilal.gap(0, 8) * words.until_end * hilal.gap(0, 1)
  * (words.free_masdar + words.fight_masdar + hilal.word { "طرد", "القضاء", "رحيل", "خروج" })
-- «مستمرة حتى تحرير كامل التراب»
local until_free = hilal.gap(0, 2) * words.until_end * hilal.gap(0, 2)
  * (words.free_masdar + hilal.verb(hilal.lexicon("force_verbs", { kind = "free" }), "imperfect")) * hilal.gap(0, 2)
  * (hilal.entity "GPE" + hilal.lexicon "place_nouns" + hilal.word { "التراب", "شبر", "البلاد", "الأراضي", "أراضي" })
local fighting_on = hilal.gap(0, 1) * words.force_imperfect
local going_on = hilal.word { "مستمرة", "مستمر", "متواصلة", "متواصل" }
local determined = hilal.word { "ماض", "ماضية", "مستمر", "مستمرة", "مستمرون", "مستمرين", "ماضون", "ماضين", "عازمون", "عازمة", "مصممون",
  "مصممة" }
local keeping = hilal.word {
  "استمرار", "مواصلة", "استئناف", "تكثيف", "تصعيد", "توسيع", "استمراره", "استمرارها", "استمرارهم", "مواصلته", "مواصلتها", "مضيها",
}
-- العمليات العسكرية, الحملة على التنظيم.
local military_campaign = campaign * hilal.gap(0, 1) * (words.military_word + hilal.word { "أمنية", "جوية", "برية" })
  + campaign * hilal.gap(0, 2) * hilal.word { "على", "ضد" } * hilal.gap(0, 2) * (words.armed + hilal.word "الإرهاب")
  + campaign * hilal.gap(0, 8) * (words.military_word + words.armed)
local told_campaign = military_campaign + campaign * hilal.gap(0, 1) * words.free_masdar
  + hilal.word { "الإجراءات", "إجراءاتها", "التدابير" } * hilal.word "ضد" * hilal.gap(0, 2)
    * (words.armed + hilal.word { "المتشددين", "المتطرفين" })
  + hilal.word { "الضربات", "الغارات", "القصف", "غاراتنا", "ضرباتنا" }
local go_on_with = hilal.word "في" * hilal.gap(0, 1) * (campaign + words.free_masdar + fight)

-- A campaign goes on: whose it is says so; «المقاومة ستستمر في العمليات» names its subject.
local function campaign_fields(sentence, cue)
  local target = parties.campaign_target(sentence, cue)
  if util.next(sentence, cue, go_on_with) then
    return { target = target }
  end
  return { actor = parties.teller(sentence, cue), target = target, objectless = true }
end

local withstanding = hilal.word { "التصدي", "مواجهة", "مكافحة" }
local posture = hilal.word { "انتشار", "نشر", "حشد", "إرسال" } * hilal.gap(0, 1) * (words.troop + hilal.word { "التعزيزات", "القوات" })
local cleansing_noun, near = hilal.word { "التطهير", "التمشيط", "الملاحقة", "المطاردة", "ملاحقة", "مطاردة", "تطهير", "تمشيط" }, 25
-- A campaign that will go on, said of one named before it.
local function prolonged(sentence, cue)
  local subject = sentence:subject_of(cue)
  local peaceful = subject and util.within(sentence, subject, words.no_campaign)
  -- «أكدت الرئاسة أن عملياتها ستستأنف إذا خرق المتمردون الهدنة»
  local own = util.has_before(sentence, cue, campaign) and sentence:has(words.armed) and util.is_power(sentence, cue.source)
  -- «التطهير والتمشيط سوف يستمران»
  own = own or util.has_close_before(sentence, cue, cleansing_noun, near) and sentence:has(words.armed)
  -- «نشر القوات على الحدود سيتواصل»
  own = own or util.has_before(sentence, cue, posture) and util.is_power(sentence, cue.source)
  own = own or util.has_before(sentence, cue, words.deed) and sentence:has(words.armed) and util.is_power(sentence, cue.source)
  if peaceful or not own and not util.has_before(sentence, cue, told_campaign) or util.follows(sentence, cue, "متى") then
    return nil
  end
  return parties.finding(sentence, cue, nil, 0.6, campaign_fields(sentence, cue))
end

-- Operations that will not stop before their end.
local function continued(sentence, cue)
  local threatened = sentence:has(military) or util.next(sentence, cue, words.bounded)
    or sentence:has(own_campaign) and util.is_power(sentence, cue.source)
  threatened = threatened or util.next(sentence, cue, until_free)
  local own = util.within(sentence, cue, no_stop) and sentence:has(military) and util.next(sentence, cue, cleansing)
  own = own or util.is_armed(sentence, sentence:subject_of(cue)) and util.next(sentence, cue, until_gone)
  own = own or util.next(sentence, cue, fighting_on) and util.is_power(sentence, sentence:subject_of(cue) or cue.source)
  if own then
    return parties.finding(sentence, cue, nil, 0.7, { objectless = true })
  end
  local subject = sentence:subject_of(cue)
  local goes_on = sentence:has(campaign) or subject ~= nil and util.within(sentence, subject, killing)
  if threatened and goes_on and not util.has_article(cue) then
    return parties.finding(sentence, cue, nil, 0.7, campaign_fields(sentence, cue))
  end
  return nil
end

-- A campaign of arrests goes on, too. Who stresses it or promises it will go on with it.
local function armed_campaign(sentence, cue, m)
  -- «شدد على ضرورة تكثيف الغارات»: what others should do.
  if util.follows(sentence, cue, "ضرورة", "أهمية", "وجوب") then
    return nil
  end
  local arms = sentence:has(words.military_word) or sentence:has(words.hard_force) or util.next(sentence, cue, words.bounded)
  if not arms and (sentence:has(words.police) or not sentence:has(military)) then
    return nil
  end
  return parties.finding(sentence, cue, nil, 0.7, { actor = cue.source or sentence:subject_of(m.pledge) })
end

-- «الوزير: الحملة على التنظيم مستمرة»: somebody says so, no writer.
local function headlined(sentence, cue)
  local before = sentence:before(cue)
  local colon = before and string.find(before.text, ":", 1, true)
  return colon and parties.finding(sentence, cue, nil, 0.6, campaign_fields(sentence, cue)) or nil
end

-- A fight that goes on: whom it is against stands behind it, «سنواصل عملياتنا ضد المتمردين».
local function carried(sentence, cue)
  local may = sentence:has(military) or util.next(sentence, cue, against_state)
  return may and parties.finding(sentence, cue, nil, 0.7, { target = parties.foe(sentence, cue) }) or nil
end

--- Each way to go on: its pattern under a name, and what decides.
return {
  lasting = { future({ "استمرّ", "تواصل", "بقي=بقاء", "مضى=مضي", "أكمل", "استكمل", "ظلّ", "صمد=صمود" }, "lasting") * hilal.gap(0, 8)
    * until_end, continued },
  ceaseless = { (hilal.word "لن" * stop):as "ceaseless" * hilal.gap(0, 10)
    * (hilal.word { "قبل", "إلا" } + until_end), continued },
  unended = { going_on:as "unended" * hilal.gap(0, 1) * until_end, continued },
  headlined = {
    campaign * hilal.gap(0, 3) * hilal.word { "على", "ضد" } * hilal.gap(0, 1) * words.armed * hilal.gap(0, 1) * going_on:as "headlined",
    headlined,
  },
  prolonged = {
    future({ "استمرّ", "تواصل", "توسّع", "تصاعد", "تكثّف", "استأنف", "استؤنف", "تضاعف", "اشتدّ", "ازداد", "طال=طول", "تكرّر" }, "prolonged")
      + (hilal.word "لن" * stop):as "prolonged",
    prolonged,
  },
  carried = {
    future({ "واصل", "استمرّ", "تواصل", "تابع", "ضاعف", "كثّف", "صعّد", "وسّع", "استأنف", "عاود", "كرّر", "جدّد" }, "carried")
      * hilal.gap(0, 3) * (campaign + fight + words.attack_masdar + withstanding * hilal.word { "للتطرف", "للإرهاب", "الإرهاب", "التطرف" }),
    carried,
  },
  stressed = {
    (words.stress + hilal.word { "تأكيده", "تأكيدها" }):as "pledge" * hilal.gap(0, 4)
      * keeping:as "stressed" * hilal.gap(0, 1) * (campaign + fight),
    armed_campaign,
  },
  -- «العمليات مستمرة لتطهير القرى»
  aimed = {
    (campaign + hilal.word { "العمليات", "الحملة", "العملية", "المعارك" }) * hilal.gap(0, 4) * going_on:as "aimed" * hilal.gap(0, 2)
      * hilal.word { "لتطهير", "لتحرير", "لاستعادة", "لطرد", "للقضاء", "لدحر", "لإخراج" },
    function(sentence, cue)
      return sentence:has(military) and cue.source ~= nil and not sentence:has(words.police)
        and parties.finding(sentence, cue, nil, 0.6, campaign_fields(sentence, cue)) or nil
    end,
  },
  -- «ماضون في معركتنا حتى طرد آخر معتد»: whoever commands arms says so of himself.
  bent = {
    determined:as "bent" * hilal.word { "في", "على" } ^ -1 * hilal.gap(0, 1) * (fight + campaign) * hilal.gap(0, 4)
      * (words.until_end + hilal.word { "ضد", "على" } * hilal.gap(0, 1) * words.armed),
    function(sentence, cue)
      local actor = sentence:subject_of(cue) or parties.teller(sentence, cue)
      local may = util.is_armed(sentence, actor) or util.is_power(sentence, actor) and sentence:has(military)
      return may and not util.has_article(cue) and parties.finding(sentence, cue, nil, 0.7, { target = parties.foe(sentence, cue) }) or nil
    end,
  },
  -- «مواصلة القتال حتى تحرير المدينة»
  kept_until = {
    (keeping + hilal.verb({ "واصل" }, "imperfect")):as "kept_until" * hilal.gap(0, 3) * (campaign + fight
      + hilal.word "الدفاع")
      * hilal.gap(0, 6)
      * words.until_end * hilal.gap(0, 2) * (words.deed + hilal.word { "طرد", "رحيل", "استسلام", "انسحاب" }),
    function(sentence, cue)
      return sentence:has(military) and parties.finding(sentence, cue, nil, 0.7, campaign_fields(sentence, cue)) or nil
    end,
  },
  determined = {
    words.armed * hilal.gap(0, 2) * determined:as "determined" * hilal.gap(0, 1)
      * (fight + words.free_masdar + campaign * hilal.gap(0, 1) * (hilal.word { "على", "ضد" } + words.until_end)),
    function(sentence, cue)
      return not util.has_article(cue) and sentence:has(military) and parties.finding(sentence, cue, nil, 0.7) or nil
    end,
  },
}

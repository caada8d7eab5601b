-- Force that is shown: sent as a message, put in place, kept for an answer, drilled, only waiting.
local words = require "words"

-- Shown as a warning: أرسلت سفينتين حربيتين في رسالة تحذير.
local shown = (hilal.verb({ "أرسل", "نشر=نشر", "حرّك", "دفع=دفع", "حشد=حشد", "وجّه" }, { "perfect", "imperfect" })
  + hilal.verb({ "أرسل", "نشر=نشر", "حرّك" }, "noun") + hilal.verb({ "وصل=وصول", "أبحر", "حلّق" }, "perfect")):as "cue"
  * hilal.gap(0, 7)
  * (words.troop + words.weapon + hilal.word { "حربيتين", "حربية", "حربيا", "أسطوله", "أسطولها" }):as "force" * hilal.gap(0, 8)
  * (hilal.word { "رسالة", "إشارة", "خطوة" } * hilal.gap(0, 1) * hilal.word { "تحذير", "تهديد", "ردع", "تحذيرية", "رادعة", "تهديدية" }
    + hilal.word { "تحذيرا", "تهديدا", "لترهيب", "لتخويف", "لإخافة" } + hilal.verb({ "لوّح" }, "participle")
    + hilal.phrase { "في تحذير", "في تهديد", "ردا على", "موجهة إلى", "موجهة نحو", "استعراض للقوة", "استعراض القوة",
      "استعراض قوة" }):as "shown"
-- Manoeuvres as a warning.
local drill = hilal.verb({ "أعلن", "أجرى", "بدأ=بدء", "نفّذ" }, { "perfect", "imperfect" }):as "cue" * hilal.gap(0, 6)
  * hilal.word { "مناورات", "مناورة", "تدريبات" }:as "force" * hilal.gap(0, 8)
  * hilal.phrase({ "في تحذير", "في تهديد", "رسالة تحذير" }):as "shown"
-- Forces kept for an answer: الإبقاء على قوات تكفي للرد على التهديد.
local kept = hilal.word { "إبقاء", "احتفاظ", "يبقي", "تبقي" }:as "cue" * hilal.gap(0, 1) * words.troop * hilal.gap(0, 5)
  * hilal.phrase({ "للرد", "لرد", "لردها", "لرده", "للردع", "لردع" }):as "force" * hilal.gap(0, 1)
  * hilal.word "على" * hilal.gap(0, 2) * words.hostile
-- Weapons that only wait: الصواريخ جاهزة للانطلاق.
local weapons_ready = (hilal.word { "صواريخ", "طائرات", "مقاتلات" } + words.troop) * hilal.gap(0, 2)
  * hilal.word { "جاهزة", "مستعدة", "جاهز", "مستعد" }:as "cue"
  * hilal.word { "للانطلاق", "للإطلاق", "للإقلاع", "للتحرك" }:as "force":as "shown"
-- Weapons put in place for it: ستنشر صواريخ قرب الحدود.
local placed = (words.future({ "نشر=نشر", "أرسل", "حشد=حشد" }, "sent") + hilal.word "قد"
    * hilal.verb({ "نشر=نشر", "أرسل", "نصب=نصب" }, "imperfect"):as "sent") * hilal.gap(0, 1) * (words.force_noun + words.troop)
  * hilal.gap(0, 7)
  * (hilal.word { "ردا", "لردع", "حدود", "حدودها" } + words.condition)

--- The words of it: `shown` where they are a message, `placed` where weapons are put in place.
return { pattern = shown + drill + weapons_ready + kept + placed:as "placed":as "force":as "cue" }

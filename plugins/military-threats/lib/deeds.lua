-- Deeds of arms that take more than one word, as verbal nouns: زرع الألغام, نزع سلاح الميليشيات بالقوة.
local by_force = hilal.word { "بالقوة", "عسكريا", "بالسلاح" }
local armed = hilal.lexicon "armed_actors"
local weapons = hilal.word { "صواريخ", "الصواريخ", "صواريخها", "صواريخه", "راجمات", "منصات", "بطاريات", "دفاعات", "رادارات" }

return hilal.word { "نزع", "تفكيك", "إخراج", "إبعاد", "كسر", "إزاحة", "معاقبة", "منع", "فك", "إجبار", "الدفاع" } * hilal.gap(1, 5)
    * by_force
  + hilal.word "فرض" * hilal.gap(0, 1) * hilal.word { "حصار", "طوق", "الحصار" } * hilal.gap(0, 1)
    * hilal.word { "بحري", "البحري", "بري", "جوي", "عسكري", "شامل", "كامل", "على" }
  + hilal.word "زرع" * hilal.word { "ألغام", "الألغام", "عبوات", "العبوات" }
  + hilal.word { "تحييد", "تقويض", "شل" } * hilal.gap(0, 2) * (armed + weapons + hilal.word { "الملاحة", "العسكرية" })
  + hilal.word "اعتراض" * hilal.noun { "سفينة=سفن", "زورق=زوارق", "ناقلة", "قافلة=قوافل" }
  + hilal.word { "الانقضاض", "التوغل" } * hilal.word { "على", "في", "داخل" }
  + hilal.word "تحويل" * hilal.gap(1, 3) * hilal.word "إلى" * hilal.gap(0, 1)
    * hilal.word { "ركام", "رماد", "جحيم", "مقبرة", "أنقاض", "محرقة" }
  + hilal.word "إمطار" * hilal.gap(1, 2) * hilal.word { "بالصواريخ", "بالقذائف", "بالنيران" }
  + hilal.word { "فتح", "إشعال" } * hilal.word { "جبهة", "جبهات" }
  + hilal.word "كسر" * hilal.word { "شوكة", "ظهر" } * hilal.gap(0, 1) * armed
  + hilal.word "أسر" * hilal.gap(0, 1) * hilal.word { "جنود", "جنودا", "ضباط", "مقاتلي", "مقاتلين", "بحارة" }
  + hilal.word "إنهاء" * hilal.word { "وجود", "سيطرة", "تواجد" } * armed
  + hilal.word { "نشر", "نصب", "إطلاق" } * hilal.gap(0, 1) * weapons
  + hilal.word { "إرسال" } * hilal.word { "قوات", "جنود", "مقاتلين", "قواتها", "قواته", "جيش" }
    * -(hilal.gap(0, 1) * hilal.word { "حفظ", "لحفظ", "سلام", "أممية", "دولية", "دولي" })
  + hilal.word "التدخل" * hilal.word "عسكريا"

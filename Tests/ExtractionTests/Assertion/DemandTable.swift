/// Demands and promises with the verb first, the preposition cut off or not, and sentences that look
/// like them: the words in brackets and how they are asserted.
let demandTable: [AssertionCase] = demandLines.split(separator: "\n").enumerated().map {
  let cells = $1.split(separator: "|")
  return AssertionCase(id: $0 + 1, text: String(cells[0]), expected: String(cells[1]), source: nil)
}

private let demandLines = """
  تطالب الجبهة بـ[الإفراج] عن المعتقلين.|asserted wish
  تطالب الجبهة ب[الإفراج] عن المعتقلين.|asserted wish
  تطالب الجبهة، بحسب بيانها، ب[الإفراج] عن المعتقلين.|asserted wish
  طالب النواب الحكومة ب[خفض] الأسعار.|asserted wish
  طالب النواب الحكومة بأن [تخفض] الأسعار.|asserted wish
  ويطالب المتظاهرون في العاصمة ب[رحيل] المحافظ.|asserted wish
  يطالب ب[الإفراج] عن أخيه.|asserted wish
  مسيرة تطالب السلطات ب[الكشف] عن مصير المفقودين.|asserted wish
  احتشد مئات الأشخاص مطالبين ب[إسقاط] الحكومة.|asserted wish
  طالبت النقابة ب[رفع] الأجور وصرف العلاوات.|asserted wish
  طالبت النقابة برفع الأجور و[إعادة] المفصولين.|asserted wish
  دعا حزب العمال إلى [مقاطعة] الانتخابات.|asserted wish
  تدعو النقابة العمال إلى [الإضراب] غدا.|asserted wish
  وحثت المنظمة الحكومة على [إطلاق] السجناء.|asserted wish
  ناشدت الأسرة السلطات [إنقاذ] ابنها.|asserted wish
  أوصت اللجنة ب[إغلاق] الجسر.|asserted wish
  اقترح الوسيط [عقد] جولة جديدة.|asserted wish
  وعدت الوزارة ب[بناء] مدارس جديدة.|asserted future
  وعدت الوزارة السكان ب[بناء] مدارس جديدة.|asserted future
  وعدت الوزارة أمس ب[صرف] الرواتب.|asserted future
  وعد المدير، الخميس، ب[صرف] الرواتب.|asserted future
  تعهدت الشركة ب[تسليم] المصنع قبل الصيف.|asserted future
  التزمت الحكومة ب[دفع] الديون.|asserted future
  هددت الجماعة المدينة ب[قصف] الجسر.|asserted future
  لم تطالب الجبهة ب[الإفراج] عنه.|negated wish
  رحب النواب ب[خفض] الأسعار.|asserted fact
  احتفلت الوزارة ب[بناء] المدرسة الألف.|asserted fact
  قام العمال ب[إغلاق] الجسر.|asserted fact
  قال طالب إن المدرسة [أغلقت].|asserted fact
  طالب في جامعة العاصمة [قتل] أمس.|asserted fact
  الطالب الذي [فاز] بالجائزة.|asserted fact
  طالب النواب الحكومة بخفض الأسعار و[غادروا] القاعة.|asserted fact
  بعد أن طالبت الجبهة بالإفراج عنهم [أفرجت] السلطات عن خمسة.|asserted fact
  طالبت الجبهة بالإفراج عن معتقلين [اعتقلوا] في أكتوبر.|asserted fact
  طالبت الجبهة بالإفراج عن المعتقلين الذين [اعتقلوا] في أكتوبر.|asserted fact
  وعدت الوزارة بصرف الرواتب التي [تأخرت] شهرين.|asserted fact
  دعا الحزب أنصاره، و[خرجوا] إلى الشوارع.|asserted fact
  يدعون أنهم [أسقطوا] طائرة.|asserted report
  سترد القوات على أي [خرق] للهدنة.|asserted conditional
  وحذر القائد من أن أي [هجوم] سيقابل بالرد.|asserted conditional
  لم يقع أي [خرق] للهدنة.|negated fact
  وصل الوفد في اليوم التالي، أي [عودة] الحراس.|asserted fact
  سترد القوات على [خرق] الهدنة.|asserted fact
  """

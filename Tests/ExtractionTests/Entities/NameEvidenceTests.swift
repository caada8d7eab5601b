import Testing

/// What unknown words must have, and must not have, to be taken for names.
@Suite struct NameEvidenceTests {
  static let places: [EntityCase] = [
    .init("in terms of", "الهاتف أفضل من ناحية السعر"),
    .init("in terms of, unknown noun", "الجهاز ممتاز من ناحية الخفوت"),
    .init("toward", "التفت ناحية الكاميرا"),
    .init("spending", "يحب قضاء العطلة في الجبل"),
    .init("unknown district behind in", "نزح السكان في ناحية {GPE برطولين} ليلا"),
    .init("adjective of a region", "عبروا منطقة قاحلة"),
    .init("adjective of a town", "هي مدينة متفلتة"),
    .init("perfect behind a region", "زاروا مناطق شملت الساحل"),
    .init("perfect of an unknown verb", "مناطق دبلت فيها الأشجار"),
    .init("imperfect behind a town", "هي بلدة تقع غرب النهر"),
    .init("imperfect with a long vowel", "وصلوا إلى منطقة تعيش فيها الغزلان"),
    .init("short imperfect", "هو إقليم يحد النهر"),
    .init("theme village", "افتتحت قرية الألعاب أمس"),
    .init("capital with its adjective", "نقل المصاب إلى مستشفى ب{GPE العاصمة المقدسة}"),
    .init("inspiration", "قصيدة من وحي القلم"),
    .init("port that is a word too", "وصلت السفينة إلى {GPE العقبة} أمس"),
    .init("port that is a word too, behind in", "يعمل الصيادون في {GPE العقبة}."),
    .init("port that is a word too, joined", "سافر من {GPE العقبة} إلى {GPE جدة}"),
    .init("obstacle with its adjective", "يبحثون في العقبة الأولى"),
    .init("obstacle with a relative clause", "نظروا في العقبة التي بقيت"),
    .init("obstacle with a demonstrative", "تجاوزوا هذه العقبة أمس"),
    .init("obstacle behind a verb", "كانت العقبة كبيرة"),
    .init("adjective of a class noun", "رسموا المدينة الزرقاء"),
  ]

  static let people: [EntityCase] = [
    .init("perfect behind a title", "كانت الملكة بقيت في القصر"),
    .init("perfect with a long vowel", "مع أن الفتاة ساهمت في العمل"),
    .init("imperfect behind a title", "رأت المصممة تجيد الرسم"),
    .init("future behind a title", "كلفة الموظف سترتفع بعد عام"),
    .init("purpose behind a title", "جاء الوزير ليتحدث معهم"),
    .init("dual behind a title", "أصدر الرئيس قرارين أمس"),
    .init("feminine dual", "سجل اللاعب مرتين"),
    .init("plural behind a verb of saying", "قال متضررون: إن الماء انقطع"),
    .init("plural behind a verb of saying and clause", "أكد مستهلكون أن السعر ارتفع"),
    .init("noun with its pronoun", "عزيزي المواطن حقوقك محفوظة"),
    .init("choice between two", "وضعوا الناس بين خيارين: البقاء أو الرحيل"),
    .init("participle behind an office", "استقبل الرئيس الأميركي المغادر الوفد"),
    .init("foreign name in ين", "يقول {PER مارتين كيلياس|مدير المعهد}، مدير المعهد، إن الثلج ذاب"),
    .init("names in ون and ين", "قال الوزير {PER ماكرون|الوزير} إن الأمر انتهى"),
  ]

  static let scripture: [EntityCase] = [
    .init("noun with tanwin", "في كل مدينة مواصلاتٍ جديدة"),
    .init("vocalised word behind a title", "قال الشيخ بُيَيْهَسُ ثم سكت"),
    .init("vocalised place behind ب", "آمن بِسَرَتِهِ الناس"),
  ]

  static let wholeNames: [EntityCase] = [
    .init("foreign family name behind a title", "صفق الناس للمخرج {PER دانتي ريلاموني|المخرج}."),
    .init(
      "family name like a noun", "يقول {PER بيتر شيف|مدير الصندوق}، مدير الصندوق، إن الأسعار سترتفع"
    ),
    .init(
      "family name like a noun behind a woman's",
      "قالت {PER خديجة حق|رئيسة القسم}، رئيسة القسم، إن النمو تراجع"),
    .init("family name like an adjective", "قال المهندس {PER وجدي ذكي|المهندس} إن العمل انتهى"),
    .init("family name like a future verb", "زار {PER توماس سيلونوف} المتحف"),
    .init("family name like an imperfect", "رسم {PER توماس يورلنتي} لوحة"),
    .init("verb behind a foreign given name", "عاد {PER سامر الزغبي} وجلس توماس يرتشف الماء"),
    .init("family name in وا", "زار {PER توماس بلتوا} المتحف"),
    .init("given name that begins like the article", "زار {PER ألكسيس مرتوكوس} المتحف"),
    .init("son of", "قال {PER عبد الإله بن حلي}: نعم. وأوضح {PER ابن حلي} أنه راض"),
    .init("particle", "وصل المدرب {PER لويس فان كاستل|المدرب}. وأضاف {PER فان كاستل} أنه سعيد"),
    .init("was born", "كتب الروائي {PER رأفت الميهي|الروائي} قصة. ولد {PER الميهي} في الريف"),
    .init("given name that is a word too", "جاء {PER سالم الزنيدي} ثم عاد {PER زكي الزنيدي}"),
  ]

  static let cut: [EntityCase] = [
    .init("noun in ف", "لا يوجد فتور بينهما"),
    .init("noun in ك", "يحتاج إلى غسيل كلوي"),
    .init("noun with an alif", "غطاء باب للعمود"),
    .init("place that stands elsewhere", "عاد إلى {GPE جدة}. المدن ك{GPE جدة} جميلة"),
    .init("place with an article of its own", "مدن ك{GPE الطائف} جميلة"),
    .init("full name behind ف", "أما الأول ف{PER عمر بن سالم} وحده"),
    .init("capital behind ك", "مدن ك{GPE دمشق} جميلة"),
  ]

  @Test(arguments: places + people + scripture + wholeNames + cut)
  func `names of a sentence`(_ test: EntityCase) {
    EntityTests().`entities of a sentence`(test)
  }
}

import Testing

/// A text and the quotes it holds, each as `kind|speaker|cue|words`; `-` for none.
struct QuoteCase: Sendable, CustomTestStringConvertible {
  let id: String
  let text: String
  let quotes: [String]

  var testDescription: String { id }

  init(_ id: String, _ text: String, _ quotes: String...) {
    self.id = id
    self.text = text
    self.quotes = quotes
  }
}

let quoteTable = reportedQuotes + speakerQuotes

/// What is reported, where it begins and ends.
private let reportedQuotes: [QuoteCase] = [
  // Marks and lines.
  QuoteCase(
    "a name in marks behind an office",
    "وأوضح المهندس سامر الزغبي أن الجسر متين. وقال المهندس \"الزغبي\": \"الطريق مغلق منذ الصباح\".",
    "indirect|سامر الزغبي|أوضح|الجسر متين", "direct|الزغبي|قال|الطريق مغلق منذ الصباح"),
  QuoteCase(
    "what stands behind the name of a kind of thing",
    "وأعلنت الجمعية بدء برنامجها الصحي \"زينة الحياة الدنيا\"."),
  QuoteCase(
    "letters of a channel's name", "وأشارت «سي إن إن» إلى أن الطريق مغلق.",
    "indirect|سي إن إن|أشارت|الطريق مغلق"),
  QuoteCase(
    "a verb in a title",
    "وقال سامر الزغبي إنه سعيد بدوره في مسرحية «قال الحكيم»، مشيرا إلى أن العرض مستمر.",
    "indirect|سامر الزغبي|قال|سعيد بدوره في مسرحية «قال الحكيم»",
    "indirect|سامر الزغبي|مشيرا|العرض مستمر"),
  QuoteCase("a heading of one word", "خاتمة: المدينة جميلة وأهلها كرام."),
  QuoteCase(
    "a name spelled out in marks",
    "وجاءت كلمات سامر الزغبي خلال مقابلة مع \"إن.تي.سي\" بثت أمس."),
  QuoteCase(
    "an office in marks",
    "وقالت الدكتورة سعاد العمري \"أستاذ بكلية الزراعة\" في محاضرتها إن التربة خصبة.",
    "indirect|سعاد العمري|قالت|التربة خصبة"),
  QuoteCase(
    "doubled brackets for marks",
    "وقال الوزير: ((الطريق مغلق أمام المارة منذ الصباح)).",
    "direct|الوزير|قال|الطريق مغلق أمام المارة منذ الصباح"),
  QuoteCase(
    "a heading between the paragraphs",
    "تفقد الوزير سامر الزغبي الطريق.\nالزغبي: الثلج يؤخر الافتتاح\nوعاد إلى العاصمة مساء.",
    "indirect|الزغبي|-|الثلج يؤخر الافتتاح"),
  QuoteCase(
    "a line that names nobody of the text",
    "تفقد الوزير سامر الزغبي الطريق.\nالسعر: عشرة ريالات للكتاب\nوعاد إلى العاصمة مساء."),
  // Indirect quotes: complementisers and where they end.
  QuoteCase(
    "inna", "قال سامر إن الطريق مغلق منذ الصباح.", "indirect|سامر|قال|الطريق مغلق منذ الصباح"),
  QuoteCase("anna", "أكد المدير أن العمل مستمر.", "indirect|المدير|أكد|العمل مستمر"),
  QuoteCase(
    "to that", "وأشار الطبيب إلى أن الحالة مستقرة.", "indirect|الطبيب|أشار|الحالة مستقرة"),
  QuoteCase(
    "upon that", "وشددت الوزارة على أن القرار نهائي.", "indirect|الوزارة|شددت|القرار نهائي"),
  QuoteCase(
    "with that", "وأفاد شاهد عيان بأن النار اشتعلت فجأة.",
    "indirect|شاهد عيان|أفاد|النار اشتعلت فجأة"),
  QuoteCase("of that", "وحذر الخبير من أن السد ضعيف.", "indirect|الخبير|حذر|السد ضعيف"),
  QuoteCase(
    "a pronoun on the complementiser", "وقالت الشركة إنها باعت مصنعين.",
    "indirect|الشركة|قالت|باعت مصنعين"),
  QuoteCase(
    "a colon", "وتابع المدرب: سنلعب بروح عالية.", "indirect|المدرب|تابع|سنلعب بروح عالية"),
  QuoteCase(
    "a colon before the complementiser", "وقالت الهيئة: إن الموسم ناجح.",
    "indirect|الهيئة|قالت|الموسم ناجح"),
  QuoteCase(
    "the next cue ends it", "قال سالم إن الماء وصل، مضيفا أن الكهرباء عادت.",
    "indirect|سالم|قال|الماء وصل", "indirect|سالم|مضيفا|الكهرباء عادت"),
  QuoteCase(
    "a coordinated verb ends it", "قال سالم إن الماء وصل، وأكد جابر أن الكهرباء عادت.",
    "indirect|سالم|قال|الماء وصل", "indirect|جابر|أكد|الكهرباء عادت"),
  QuoteCase(
    "it goes on with and that", "أكد الوزير أن الطريق آمن، وأن الجسر مفتوح.",
    "indirect|الوزير|أكد|الطريق آمن، وأن الجسر مفتوح"),
  QuoteCase(
    "an aside ends it", "وأكد الناطق أن الخط عاد للعمل، وهو الخط الذي توقف أمس.",
    "indirect|الناطق|أكد|الخط عاد للعمل"),
  QuoteCase(
    "a long way from verb to complementiser",
    "قال الوزير في مؤتمر صحفي عقده صباح أمس في مقر الوزارة إن المشروع اكتمل.",
    "indirect|الوزير|قال|المشروع اكتمل"),
  QuoteCase("a final mark stays out", "هل قال سالم إن الحفل ألغي؟", "indirect|سالم|قال|الحفل ألغي"),
  QuoteCase(
    "no final mark", "وأعلن النادي أن المباراة تأجلت", "indirect|النادي|أعلن|المباراة تأجلت"),
  QuoteCase(
    "a clause that a verb of asking opens", "ودعا المدير بأن يحضر الجميع مبكرين.",
    "indirect|المدير|دعا|يحضر الجميع مبكرين"),
  QuoteCase("denial", "ونفى الناطق أن الطائرة سقطت.", "indirect|الناطق|نفى|الطائرة سقطت"),
  QuoteCase("claim", "وزعم التنظيم أن مقاتليه انتصروا.", "indirect|التنظيم|زعم|مقاتليه انتصروا"),
  // What is no indirect quote.
  QuoteCase("must", "يجب أن يعود الجميع قبل الليل."),
  QuoteCase("before that", "قال الوزير كلمته قبل أن يغادر القاعة."),
  QuoteCase("nobody says it", "يذكر أن المدينة شهدت أمطارا غزيرة."),
  QuoteCase("an intention", "قرر المجلس أن يؤجل الجلسة."),
  QuoteCase("a source phrase alone", "ارتفعت الأسعار كثيرا، بحسب الوزارة."),
  QuoteCase("the writer's own", "لا أعتقد أن الأمر سهل علينا."),
  QuoteCase("an address", "زر الموقع التالي: http://www.example.org اليوم."),
  // Direct quotes.
  QuoteCase(
    "guillemets", "قال سامر: «سنعود إلى بيوتنا قريبا».", "direct|سامر|قال|سنعود إلى بيوتنا قريبا"),
  QuoteCase(
    "straight marks", "قال سامر \"سنعود إلى بيوتنا قريبا\".",
    "direct|سامر|قال|سنعود إلى بيوتنا قريبا"),
  QuoteCase(
    "curly marks", "وأضاف المدرب “اللاعبون جاهزون تماما للنهائي”.",
    "direct|المدرب|أضاف|اللاعبون جاهزون تماما للنهائي"),
  QuoteCase(
    "the mark before the dot", "وأضاف المدرب «اللاعبون جاهزون تماما للنهائي.»",
    "direct|المدرب|أضاف|اللاعبون جاهزون تماما للنهائي."),
  QuoteCase(
    "wholly inside marks is direct only", "وقال الحارس إن «الباب كان مفتوحا طوال الليل».",
    "direct|الحارس|قال|الباب كان مفتوحا طوال الليل"),
  QuoteCase(
    "part of an indirect quote", "وقال الحارس إن الباب كان «مفتوحا طوال الليل» أمس.",
    "indirect|الحارس|قال|الباب كان «مفتوحا طوال الليل» أمس", "direct|الحارس|قال|مفتوحا طوال الليل"),
  QuoteCase(
    "scare quotes", "وقال الحارس إن الباب كان «مفتوحا» أمس.",
    "indirect|الحارس|قال|الباب كان «مفتوحا» أمس"),
  QuoteCase(
    "several sentences", "قال سامر: «انتهت الحرب. سنعود إلى بيوتنا. هذا وعد».",
    "direct|سامر|قال|انتهت الحرب. سنعود إلى بيوتنا. هذا وعد"),
  QuoteCase(
    "unbalanced", "وقال المدير: «العمل مستمر في كل المواقع.\nوغادر بعدها.",
    "direct|المدير|قال|العمل مستمر في كل المواقع"),
  QuoteCase(
    "split", "«هذا يوم جميل جدا» قال سامر، وأضاف «سنحتفل به كل عام».",
    "direct|سامر|قال|هذا يوم جميل جدا", "direct|سامر|أضاف|سنحتفل به كل عام"),
  QuoteCase(
    "a verb far before it", "وعلق سامر على نتيجة اللقاء قائلا: «لعبنا أفضل مما توقعنا».",
    "direct|سامر|قائلا|لعبنا أفضل مما توقعنا"),
  QuoteCase(
    "an object behind a name in marks",
    "وتوعد قائد «كتيبة الميناء» جيرانه قائلا: «سنعود إليكم قريبا جدا».",
    "direct|قائد «كتيبة الميناء»|قائلا|سنعود إليكم قريبا جدا"),
  QuoteCase("a title", "عرض المخرج فيلم «رحلة إلى آخر الجبل» في المهرجان."),
  QuoteCase("a short name", "وصل فريق «نسور الجبل» إلى المدينة."),
  QuoteCase("marks without a speaker", "كتبت على الجدار عبارات منها «عاش الوطن حرا كريما»."),
  // Where a report opens and ends.
  QuoteCase(
    "bare that behind a verb with a preposition", "ونوه المدير أن العمل مستمر.",
    "indirect|المدير|نوه|العمل مستمر"),
  QuoteCase(
    "an imperfect with its subject", "ويقول سكان إن الماء مقطوع.", "indirect|سكان|يقول|الماء مقطوع"),
  QuoteCase("a passive far before that", "ويعتقد على نطاق واسع أن الجسر قديم."),
  QuoteCase(
    "one word behind a pronoun", "لكن الوزارة تقول إنه مغلق.", "indirect|الوزارة|تقول|مغلق"),
  QuoteCase("that before a verb is no report", "وكتب المدير عن إمكانية أن يتغير الموعد."),
  QuoteCase(
    "the writer's own, some words before that", "كتبت هذا لأنني أقول بكل ثقة إن الأمر سهل."),
  QuoteCase(
    "another one begins to speak", "قال سالم إن الماء وصل بينما يقول جابر عكس ذلك.",
    "indirect|سالم|قال|الماء وصل"),
  QuoteCase(
    "what the speaker left out ends it", "قال سالم إن الماء وصل، دون أن يوضح السبب.",
    "indirect|سالم|قال|الماء وصل"),
  QuoteCase(
    "a verb of what is reported", "قال سالم إن اللجنة، بعد جولتها، أعلنت النتائج.",
    "indirect|سالم|قال|اللجنة، بعد جولتها، أعلنت النتائج"),
  QuoteCase(
    "when somebody answered is reported too", "قال سالم إن القلق زال عندما أعلن الطبيب النتيجة.",
    "indirect|سالم|قال|القلق زال عندما أعلن الطبيب النتيجة"),
  QuoteCase(
    "a subject before the next verb", "يقول سالم إن الماء وصل، ولكن المدير قال إن الكهرباء مقطوعة.",
    "indirect|سالم|يقول|الماء وصل", "indirect|المدير|قال|الكهرباء مقطوعة"),
  QuoteCase(
    "a comma in place of the colon", "وأكد سالم أن الماء وصل، مضيفا، الكهرباء عادت أيضا.",
    "indirect|سالم|أكد|الماء وصل", "indirect|سالم|مضيفا|الكهرباء عادت أيضا"),
  QuoteCase(
    "a noun of saying", "وأعرب الوزير عن ارتياحه بالقول إن الماء وصل.",
    "indirect|الوزير|بالقول|الماء وصل"),
  // Marks.
  QuoteCase(
    "round brackets", "وتابع سالم بقوله (عملنا طوال الليل كي يصل الماء).",
    "direct|سالم|تابع|عملنا طوال الليل كي يصل الماء"),
  QuoteCase(
    "reversed marks between spaces",
    "وقال سالم : ” عملنا طوال الليل “. وأضاف : ” وصل الماء إلينا “.",
    "direct|سالم|قال|عملنا طوال الليل", "direct|سالم|أضاف|وصل الماء إلينا"),
  QuoteCase(
    "a double prime closes", "وصل سالم أمس ومعه هاتف “سهم 4″ الجديد. وقال “هذا هاتف جيد جدا”.",
    "direct|سالم|قال|هذا هاتف جيد جدا"),
  QuoteCase("a name with its title", "وشكر المدير \"الدكتور سالم الحربي\" على جهده."),
  QuoteCase(
    "a remark on the speaker in marks", "وأوضح سالم الحربي «والد الطفل المصاب» أن ابنه بخير.",
    "indirect|سالم الحربي|أوضح|ابنه بخير"),
]

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

let quoteTable: [QuoteCase] = [
  // Agreement, nouns that are no subjects, whose words they are.
  QuoteCase(
    "the one called upon is no speaker",
    "أوضحت الجمعية أن النهر ملوث. ودعت المجتمع المحلي إلى أن يحمي الضفاف.",
    "indirect|الجمعية|أوضحت|النهر ملوث", "indirect|الجمعية|دعت|يحمي الضفاف"),
  QuoteCase(
    "those told are no speakers",
    "أعلنت البلدية أن السوق مغلق. وأبلغت المزارعين أن البيع ينتقل إلى الساحة.",
    "indirect|البلدية|أعلنت|السوق مغلق", "indirect|البلدية|أبلغت|البيع ينتقل إلى الساحة"),
  QuoteCase(
    "a broken plural takes a feminine verb",
    "وذكرت المصادر المحلية أن النهر ملوث.",
    "indirect|المصادر المحلية|ذكرت|النهر ملوث"),
  QuoteCase(
    "a verbal noun has the subject of the verb before it",
    "وذهب سامر الزغبي إلى حد وصف الجسر بأنه «أجمل ما بنته المدينة منذ قرن».",
    "direct|سامر الزغبي|وصف|أجمل ما بنته المدينة منذ قرن"),
  QuoteCase(
    "what a clause says of a thing",
    "رفع المهندس سامر الزغبي شكره إلى الأهالي على الحديقة التي تعد إحدى المحميات، مشيرا إلى أن الأشجار بخير.",
    "indirect|سامر الزغبي|مشيرا|الأشجار بخير"),
  QuoteCase(
    "a pronoun between a verb and its subject",
    "أعلنت البلدية أن السوق مغلق. ونشر المتحف بيانا أكدت فيه باريس أنها تدفع الثمن.",
    "indirect|البلدية|أعلنت|السوق مغلق", "indirect|باريس|أكدت|تدفع الثمن"),
  QuoteCase(
    "the colon of a clock time opens nothing",
    "أعلنت البلدية إغلاق السوق عند الساعة 11:59 مساء الخميس."),
  QuoteCase(
    "a headquarters says nothing",
    "وقال سامر الزغبي إن الطريق مغلق. وزار اتحاد الكتاب ومقره باريس «معرض الكتاب الكبير في القرية».",
    "indirect|سامر الزغبي|قال|الطريق مغلق"),
  QuoteCase(
    "a name that heads a sentence speaks in the next",
    "الشاب سامر الزغبي تعود على بيع التمر في السوق. مشيرا إلى أنه يحب عمله.",
    "indirect|سامر الزغبي|مشيرا|يحب عمله"),
  QuoteCase(
    "Ali behind a verb is no pronoun", "وقال علي التميمي إن الطريق مغلق.",
    "indirect|علي التميمي|قال|الطريق مغلق"),
  QuoteCase(
    "where it was said is no speaker",
    "وكان دبلوماسي كبير قال على تويتر إن الطريق مغلق.", "indirect|دبلوماسي كبير|قال|الطريق مغلق"),
  QuoteCase(
    "a verb behind words that place the sentence",
    "من جهته، تفقد المهندس سامر الزغبي الطريق، مشيرا إلى أن الثلج كثيف.",
    "indirect|سامر الزغبي|مشيرا|الثلج كثيف"),
  QuoteCase(
    "her words are no speaker",
    "وقالت سعاد العمري إن الدواء متوفر. واختتمت حديثها، بقولها: «المرض ليس مخيفا كما يظن الناس».",
    "indirect|سعاد العمري|قالت|الدواء متوفر",
    "direct|سعاد العمري|اختتمت|المرض ليس مخيفا كما يظن الناس"),
  QuoteCase(
    "a noun of saying with its speaker's pronoun",
    "وعلى رأي سامر الزغبي في تغريدته: «من يفتح الطريق غدا إذا هطل الثلج».",
    "direct|سامر الزغبي|تغريدته|من يفتح الطريق غدا إذا هطل الثلج"),
  QuoteCase(
    "two words in marks before a comma and a verb of saying",
    "\"لن نتنازل\"، قالت المتحدثة سعاد العمري.", "direct|سعاد العمري|قالت|لن نتنازل"),
  QuoteCase(
    "two words in marks behind a colon far from the verb",
    "كتب سامر الزغبي على صفحته في موقع الهدف للرياضة: «الجسر انهار».",
    "direct|سامر الزغبي|كتب|الجسر انهار"),
  QuoteCase(
    "a name in marks before a comma and a verb of saying that goes on",
    "\"أخبار الوادي\"، قالت إن الطريق مغلق.", "indirect|أخبار الوادي|قالت|الطريق مغلق"),
  QuoteCase(
    "a name of two words in marks", "وأعلن الفريق «نسور الجبل» فوزه."),
  QuoteCase(
    "what a state does is no part of its name",
    "أعلنت إريتريا الحداد أسبوعا وقالت إن الطريق مغلق.",
    "indirect|إريتريا|قالت|الطريق مغلق"),
  QuoteCase(
    "a name behind that of a body",
    "وقال القيادي في حماس سامر الزغبي: «الطريق مغلق منذ أيام».",
    "direct|سامر الزغبي|قال|الطريق مغلق منذ أيام"),
  QuoteCase(
    "a name before the verb of a headline, and whom it warns",
    "سامر الزغبي يحذر الجيران: الطريق مغلق منذ أيام.",
    "indirect|سامر الزغبي|يحذر|الطريق مغلق منذ أيام"),
  QuoteCase(
    "two sources whom a site quotes",
    "ونقل موقع الهدف عن مصدرين مطلعين قولهما إن الطريق مغلق.",
    "indirect|مصدرين مطلعين|نقل|الطريق مغلق"),
  QuoteCase(
    "a verb that might be we say",
    "ونقل المراسل عن سامر الزغبي قوله إن الطريق مغلق.",
    "indirect|سامر الزغبي|نقل|الطريق مغلق"),
  QuoteCase(
    "to carry is not to pass on",
    "وقال سامر الزغبي الذي تولى نقل الرجل إلى المستشفى إن الطريق مغلق.",
    "indirect|سامر الزغبي|قال|الطريق مغلق"),
  QuoteCase(
    "not less than is no saying",
    "وقالت سعاد العمري، وقد غرست ما لا يقل عن ثلاثين شجرة، إن الطريق مغلق.",
    "indirect|سعاد العمري|قالت|الطريق مغلق"),
  QuoteCase(
    "we did not say", "وقال سامر الزغبي: لم نقل إن الطريق مغلق.",
    "indirect|سامر الزغبي|قال|لم نقل إن الطريق مغلق"),
  QuoteCase(
    "what is said within what is said",
    "وأضاف سامر الزغبي أن الجيران أكدوا له أن الطريق مغلق.",
    "indirect|سامر الزغبي|أضاف|الجيران أكدوا له أن الطريق مغلق",
    "indirect|الجيران|أكدوا|الطريق مغلق"),
  QuoteCase(
    "who passed it on is no part of it",
    "وقال الوزير إن الطريق مغلق، بحسب وكالة الأنباء القطرية.",
    "indirect|الوزير|قال|الطريق مغلق"),
  QuoteCase(
    "an office before a name that is a name too", "وقال المهندس سامر الزغبي إن الجسر متين.",
    "indirect|سامر الزغبي|قال|الجسر متين"),
  QuoteCase(
    "a verb of three letters behind words that place the sentence",
    "من جهته صرح العميد سامر الزغبي بأن الطريق آمن.",
    "indirect|سامر الزغبي|صرح|الطريق آمن"),
  QuoteCase(
    "a time of two words is no speaker",
    "كان سامر الزغبي توقع أمس الأول أن يهطل الثلج.",
    "indirect|سامر الزغبي|توقع|يهطل الثلج"),
  QuoteCase(
    "an office with its body before the verb",
    "لكن المدير العام للمكتب التنفيذي، أكد أن العمل مستمر.",
    "indirect|المدير العام|أكد|العمل مستمر"),
  QuoteCase(
    "where he is from is not his name",
    "أوضح مسؤول محلي في الميناء، جنوب البلاد، أن الحركة عادية.",
    "indirect|مسؤول محلي في الميناء|أوضح|الحركة عادية"),
  QuoteCase(
    "an adverb is no speaker", "وكانت الوزارة أكدت تزامنا مع الحملة أن الدواء متوفر.",
    "indirect|الوزارة|أكدت|الدواء متوفر"),
  QuoteCase(
    "the day is no part of a newspaper's name",
    "ذكرت صحيفة «الأفق» المحلية اليوم أن السوق مغلق.",
    "indirect|صحيفة «الأفق» المحلية|ذكرت|السوق مغلق"),
  QuoteCase(
    "what follows from what was told", "زاد الطلب على الماء مما يؤكد أن السدود لا تكفي."),
  QuoteCase(
    "what another verb takes", "وتعد أكبر حديقة في المدينة، وتتميز بأنها مفتوحة ليلا."),
  QuoteCase(
    "a name whose first letter a preposition might be",
    "أفاد المدير الإقليمي للحملة الأهلية الدكتور بدر السمحان أن البرنامج بدأ.",
    "indirect|بدر السمحان|أفاد|البرنامج بدأ"),
  QuoteCase(
    "a family name behind an abbreviated title", "وأكد د. البار أن الطريق آمن.",
    "indirect|البار|أكد|الطريق آمن"),
  QuoteCase(
    "all sorts of things say nothing",
    "وقال سامر الزغبي إن الطريق آمن. ثم زار حديقة تجمع كافة ألعاب الصغار. وأكد أن الجسر متين.",
    "indirect|سامر الزغبي|قال|الطريق آمن", "indirect|سامر الزغبي|أكد|الجسر متين"),
  QuoteCase(
    "what is described is no speaker",
    "وقال سامر الزغبي إن الطريق آمن. ووصف حديث الجيران بأنه «مبالغة لا أساس لها من الصحة».",
    "indirect|سامر الزغبي|قال|الطريق آمن",
    "direct|سامر الزغبي|وصف|مبالغة لا أساس لها من الصحة"),
  QuoteCase(
    "a day before what a newspaper says",
    "ويذكر أن صحيفة «الأفق» المحلية نشرت يوم الخميس الماضي أن السوق مغلق.",
    "indirect|صحيفة «الأفق» المحلية|نشرت|السوق مغلق"),
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
  // Who and what is no speaker, no verb of saying, no complementiser.
  QuoteCase(
    "an addressee behind the verb is no speaker",
    "أفاد سامر الزغبي أن الطريق مغلق. وقال لوكالة الأنباء الفرنسية إن الثلج كثيف.",
    "indirect|سامر الزغبي|أفاد|الطريق مغلق", "indirect|سامر الزغبي|قال|الثلج كثيف"),
  QuoteCase(
    "two who speak", "وقال محمد سالم وخالد العمري إن الطريق مغلق.",
    "indirect|محمد سالم وخالد العمري|قال|الطريق مغلق"),
  QuoteCase(
    "a place that looks like a preposition", "وأوضح مدير فنون أبها سامر الزغبي أن الملتقى بدأ.",
    "indirect|سامر الزغبي|أوضح|الملتقى بدأ"),
  QuoteCase(
    "some of a group, and the object behind them",
    "هاجم نواب من المعارضة سياسات البنك، معتبرين أن القرار خاطئ.",
    "indirect|نواب من المعارضة|معتبرين|القرار خاطئ"),
  QuoteCase("no longer", "لم يعد أمام التجار من حل إن أرادوا الربح."),
  QuoteCase(
    "a noun joined to a noun",
    "وأكد المدير أن العمل يجري بإشراف ومتابعة من الوزير الذي يرى أن الأمر مهم.",
    "indirect|المدير|أكد|العمل يجري بإشراف ومتابعة من الوزير الذي يرى أن الأمر مهم"),
  QuoteCase(
    "a name that is spelled out",
    "وقال سامر الزغبي لشبكة (إن.تي.سي) أمس إن الموسم انتهى.",
    "indirect|سامر الزغبي|قال|الموسم انتهى"),
  QuoteCase(
    "marks written as references",
    "وقال سامر الزغبي: &quot;الطريق مغلق منذ الصباح&quot;.",
    "direct|سامر الزغبي|قال|الطريق مغلق منذ الصباح"),
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
  // Speakers.
  QuoteCase(
    "title and name", "وقال وزير الخارجية المصري سامح فهمي إن اللقاء مهم.",
    "indirect|سامح فهمي|قال|اللقاء مهم"),
  QuoteCase(
    "name and title", "وقال سامح فهمي وزير الخارجية المصري إن اللقاء مهم.",
    "indirect|سامح فهمي|قال|اللقاء مهم"),
  QuoteCase(
    "a rank before the name", "وأوضح العقيد سالم الحربي أن الحادث انتهى.",
    "indirect|سالم الحربي|أوضح|الحادث انتهى"),
  QuoteCase(
    "a spokesman", "وقال المتحدث باسم الجيش العقيد سالم الحربي إن القوات تقدمت.",
    "indirect|سالم الحربي|قال|القوات تقدمت"),
  QuoteCase(
    "an office without a name", "وقال الرئيس التركي إن الحدود آمنة.",
    "indirect|الرئيس التركي|قال|الحدود آمنة"),
  QuoteCase(
    "a body", "وأعلنت وزارة الدفاع التركية أن القافلة وصلت.",
    "indirect|وزارة الدفاع التركية|أعلنت|القافلة وصلت"),
  QuoteCase(
    "a medium", "ذكرت وسائل إعلام محلية أن الجسر انهار.",
    "indirect|وسائل إعلام محلية|ذكرت|الجسر انهار"),
  QuoteCase(
    "a nameless source", "وقال مصدر أمني في المدينة أمس إن السوق أغلق.",
    "indirect|مصدر أمني في المدينة|قال|السوق أغلق"),
  QuoteCase(
    "the same source", "قال مصدر طبي إن الجرحى كثيرون. وأكد المصدر ذاته أن الدواء قليل.",
    "indirect|مصدر طبي|قال|الجرحى كثيرون", "indirect|المصدر ذاته|أكد|الدواء قليل"),
  QuoteCase(
    "a pronoun", "وصرح سالم بأن السوق مفتوح. وأضاف أن الأسعار ثابتة.",
    "indirect|سالم|صرح|السوق مفتوح", "indirect|سالم|أضاف|الأسعار ثابتة"),
  QuoteCase(
    "a pronoun that agrees with an earlier speaker",
    "قالت الوزارة إن العدد كبير. وقال الطبيب إن الدواء قليل. وأوضحت أن العلاج مجاني.",
    "indirect|الوزارة|قالت|العدد كبير", "indirect|الطبيب|قال|الدواء قليل",
    "indirect|الوزارة|أوضحت|العلاج مجاني"),
  QuoteCase(
    "before the verb", "وكانت وزارة الصحة قد أعلنت أن اللقاح متوفر.",
    "indirect|وزارة الصحة|أعلنت|اللقاح متوفر"),
  QuoteCase(
    "an adverb between", "وقال أمس المدير إن الدوام عاد.", "indirect|المدير|قال|الدوام عاد"),
  QuoteCase(
    "an addressee before", "وأكد لـ\"الصباح\" مصدر خاص أن العقد جاهز.",
    "indirect|مصدر خاص|أكد|العقد جاهز"),
  QuoteCase(
    "an addressee behind", "وقال المدير لصحيفة محلية إن الدوام عاد.",
    "indirect|المدير|قال|الدوام عاد"),
  QuoteCase(
    "the one whom a medium quotes", "ونقلت الصحيفة عن مسؤول كبير أن القرار صدر.",
    "indirect|مسؤول كبير|نقلت|القرار صدر"),
  QuoteCase(
    "set off by commas", "وأوضح رئيس البلدية، جابر العمري، أن الشارع افتتح.",
    "indirect|جابر العمري|أوضح|الشارع افتتح"),
  QuoteCase(
    "a participle after a verb that says nothing",
    "ولم يكشف المتحدث عن الموعد، مشيرا إلى أن الوقت مبكر.",
    "indirect|المتحدث|مشيرا|الوقت مبكر"),
  QuoteCase(
    "in the feminine", "وذكرت سعاد أن المعرض ناجح، مؤكدة أن الزوار كثر.",
    "indirect|سعاد|ذكرت|المعرض ناجح", "indirect|سعاد|مؤكدة|الزوار كثر"),
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
  // Subjects and antecedents.
  QuoteCase(
    "a body named before", "حققت شركة الماء ربحا كبيرا وقالت إنها ستوسع مصنعها.",
    "indirect|شركة الماء|قالت|ستوسع مصنعها"),
  QuoteCase(
    "the object is no part of the subject", "دعت مصر مجلس الأمن إلى التحرك. وقالت إن الوقت ضيق.",
    "indirect|مصر|قالت|الوقت ضيق"),
  QuoteCase(
    "an object in the plural", "وتوعد المحافظ المضاربين بالعملة، مشيرا إلى أن البنك سيطرح سندات.",
    "indirect|المحافظ|مشيرا|البنك سيطرح سندات"),
  QuoteCase(
    "an object of another gender",
    "قال سالم إن الماء وصل. وطالب بلدية المدينة بالصيانة. وأضاف أن الطريق ضيق.",
    "indirect|سالم|قال|الماء وصل", "indirect|سالم|أضاف|الطريق ضيق"),
  QuoteCase(
    "a noun before an office is no name", "وشدد اجتماع وزراء الخارجية على أن الحل قريب.",
    "indirect|اجتماع وزراء الخارجية|شدد|الحل قريب"),
  QuoteCase(
    "a thing named after a person", "وأكد مدير جامعة الملك خالد أن الدراسة بدأت.",
    "indirect|مدير جامعة الملك خالد|أكد|الدراسة بدأت"),
  QuoteCase(
    "a clause about the subject", "المسؤول الذي رفض ذكر اسمه قال إن القرار صدر.",
    "indirect|المسؤول|قال|القرار صدر"),
  QuoteCase(
    "a clause about a thing", "وحث سالم الحربي أعضاء اللجنة على رفض الاتفاق الذي قال إنه ظالم جدا.",
    "indirect|سالم الحربي|قال|ظالم جدا"),
  QuoteCase(
    "an aside between name and verb", "سالم الحربي (نائب القرية) أشار إلى أن الطريق ضيق.",
    "indirect|سالم الحربي|أشار|الطريق ضيق"),
  QuoteCase(
    "two offices before the name", "وأكد مدير الإدارة، رئيس اللجنة سالم الحربي أن العمل بدأ.",
    "indirect|سالم الحربي|أكد|العمل بدأ"),
  QuoteCase(
    "whom an attribution names", "جاء ذلك على لسان السفيرة سعاد العمري. وأوضحت أن الحل قريب.",
    "indirect|سعاد العمري|أوضحت|الحل قريب"),
  QuoteCase(
    "his counterpart does not speak",
    "وشدد الوزير في مؤتمر مع نظيره المصري سامح فهمي على أن الحل قريب.",
    "indirect|الوزير|شدد|الحل قريب"),
  QuoteCase(
    "the one whom a medium in marks quotes", "ونقلت «الصباح» عن سالم الحربي قوله إن القرار صدر.",
    "indirect|سالم الحربي|نقلت|القرار صدر"),
  QuoteCase(
    "a title with its full stop", "وأكد د. سالم الحربي أن العمل بدأ.",
    "indirect|سالم الحربي|أكد|العمل بدأ"),
  QuoteCase(
    "a verb with the letters of a preposition",
    "ورحب خالد العمري بالضيوف. كما عبر سالم الحربي عن سروره بالحضور، مشيرا إلى أن العمل بدأ.",
    "indirect|سالم الحربي|مشيرا|العمل بدأ"),
  QuoteCase(
    "a word that begins like a conjunction",
    "وروى والد الطفل أن الباب كان مفتوحا.",
    "indirect|والد الطفل|روى|الباب كان مفتوحا"),
  QuoteCase(
    "a title and a day behind it",
    "ودعا البابا الشهر الماضي إلى «وقف الحرب الآن».",
    "direct|البابا|دعا|وقف الحرب الآن"),
  QuoteCase(
    "two titles with full stops", "وأوضح أ.د. سالم الحربي أن العمل بدأ.",
    "indirect|سالم الحربي|أوضح|العمل بدأ"),
  QuoteCase(
    "an aside between body and verb",
    "وثمة اعتقاد بأن وزارة العدل (الجهة المعنية) ترى أن الحل قريب.",
    "indirect|وزارة العدل|ترى|الحل قريب"),
  QuoteCase(
    "a quote behind a colon, the verb far before it",
    "وكتب سالم الحربي على حسابه في تويتر: «سنعود قريبا إلى الملاعب».",
    "direct|سالم الحربي|كتب|سنعود قريبا إلى الملاعب"),
  QuoteCase(
    "a nameless one and his words", "ونقلت «الصباح» عن مصدر عسكري قوله إن القرار صدر.",
    "indirect|مصدر عسكري|نقلت|القرار صدر"),
  QuoteCase(
    "what a place announces is no part of its name",
    "وأعلنت إريتريا التعبئة العامة، مؤكدة أن القرار صدر.",
    "indirect|إريتريا|مؤكدة|القرار صدر"),
  QuoteCase("a question before a colon", "لماذا تكتب: السبب هو الأهم."),
]

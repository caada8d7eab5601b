/// Who says it, and who or what does not.
let speakerQuotes: [QuoteCase] = [
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

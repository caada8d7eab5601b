import Articles
import Extraction
import Testing

struct EntityCase: Sendable, CustomTestStringConvertible {
  var id: String
  var marked: String
  init(_ id: String, _ marked: String) {
    self.id = id
    self.marked = marked
  }
  var testDescription: String { id }
}

@Suite struct EntityTests {
  static let places: [EntityCase] = [
    .init("country", "تراجع الإنتاج في {GPE النرويج#NOR} هذا العام"),
    .init("country with waw", "اتفقت {GPE البرازيل#BRA} و{GPE الأرجنتين#ARG} على خفض الرسوم"),
    .init("country with ba", "أمطار غزيرة ب{GPE لبنان#LBN}"),
    .init("country merged with lam", "قرض جديد {GPE للعراق#IRQ} من البنوك"),
    .init("official name", "وصل الوفد إلى {GPE جمهورية مصر العربية#EGY}"),
    .init("city", "افتتح المعرض في {GPE طنجة} أمس"),
    .init("birthplace", "عاد الوزير إلى مسقط رأسه ثم سافر إلى {GPE مسقط#}"),
    .init("class noun outside", "انقطع التيار عن مدينة {GPE حمص}"),
    .init("province outside", "زلزال في محافظة {GPE نينوى}"),
    .init("unknown village", "احترقت مزرعة في قرية {GPE برطولين} ليلا"),
    .init("two unknown towns", "قصف على بلدتي {GPE كفرزون} و{GPE تلباسين}"),
    .init("village known later", "انهار جسر في بلدة {GPE كفرزون}. وقال سكان {GPE كفرزون} إنه قديم"),
    .init("border", "أغلق الجيش معبرا قرب {LOC الحدود السورية}"),
    .init("border of two", "دوريات على {LOC الحدود السعودية اليمنية}"),
    .init("region", "الاستقرار في {LOC الشرق الأوسط}"),
    .init("nationality alone", "ارتفعت الأسهم اليابانية والكورية"),
    .init("kingdom alone", "عاد الوفد إلى المملكة مساء"),
    .init("road", "حادث على {LOC طريق الزلفي} صباحا"),
    .init("state noun outside", "أكدت دولة {GPE بلجيكا} دعمها"),
    .init("month in brackets", "يبدأ الموسم في 12 أغسطس (آب) المقبل"),
    .init("noun with a pronoun", "سأل الناس عن مصيره أمس"),
    .init("row of countries", "ضمت المجموعة الأولى البلد المضيف {GPE المغرب} و{GPE البحرين}"),
    .init("country behind a noun without article", "قالوا إنه عميل {GPE السعودية#SAU}"),
    .init("park", "افتتح الأمير {LOC متنزه الشعلان العام} مساء"),
    .init("old road", "أزيل سور قرب {LOC طريق مكة القديم} أمس"),
    .init("blocked way", "وصلت المفاوضات إلى طريق مسدود"),
    .init("burnt building", "عثر على جثة في مبنى محترق"),
    .init("village of a common word", "زار قرية {GPE النصر} ثم وعد الناس بالنصر"),
  ]

  static let metonymy: [EntityCase] = [
    .init("acts", "أعلنت {GPE باريس#FRA} سحب قواتها"),
    .init("place", "عقد المؤتمر في {GPE باريس#}"),
    .init("travel", "سافر الوفد إلى {GPE برلين#} أمس"),
    .init("relations", "توترت العلاقات بين {GPE طهران#IRN} و{GPE الرياض#SAU}"),
    .init("stance", "تغير موقف {GPE لندن#GBR} من الاتفاق"),
    .init("toward", "سياسة أكثر مرونة تجاه {GPE بكين#CHN}"),
    .init("complementiser", "قال الناطق إن {GPE أنقرة#TUR} لن تنسحب"),
    .init("contact", "ما زالت على تواصل مع {GPE موسكو#RUS}"),
    .init("visit", "بدأ زيارة {GPE بغداد#} صباحا"),
  ]

  static let bodies: [EntityCase] = [
    .init("forces of a person", "هاجموا قوات الرئيس {PER سامر الزغبي|الرئيس} ليلا"),
    .init("security forces are no name", "وصلت قوات الأمن العراقية إلى المكان"),
    .init(
      "who leads is no body",
      "عقد الاجتماع برئاسة صاحب السمو الأمير {PER سعود الفيصل|صاحب السمو الأمير} في {GPE جدة}"),
    .init("ministry", "نفت {ORG وزارة الدفاع التركية#TURMIL} الخبر"),
    .init("ministry of two", "أصدرت {ORG وزارة التربية والتعليم} تعميما"),
    .init("foreign ministry", "استدعت {ORG الخارجية المصرية#EGYGOV} السفير"),
    .init("foreign policy", "تحدث عن السياسة الخارجية المصرية"),
    .init("government", "وافقت {ORG الحكومة السودانية#SDNGOV} على الخطة"),
    .init("government alone", "وافقت الحكومة على الخطة"),
    .init("army", "أحبط {ORG الجيش التونسي#TUNMIL} هجوما"),
    .init("forces", "انسحبت القوات العراقية من الموقع"),
    .init("authorities", "أفرجت السلطات المغربية عن الموقوفين"),
    .init("police of a place", "أوقفت {ORG شرطة دبي} سائقا"),
    .init("police of a governorate", "باشرت {ORG شرطة محافظة القطيف} التحقيق"),
    .init("adjective behind a body", "هي قوة إقليمية تطلب السلم"),
    .init("organisation", "حذرت {ORG الأمم المتحدة} من المجاعة"),
    .init("merged lam", "تقرير {ORG للأمم المتحدة} عن المناخ"),
    .init("group in quotes", "مواقع {ORG تنظيم «داعش»} في الصحراء"),
    .init("group", "تبنى {ORG تنظيم داعش} الهجوم"),
    .init("movement", "قيادي في {ORG حركة حماس}"),
    .init("party", "فاز {ORG حزب العدالة والتنمية} بالأغلبية"),
    .init("newspaper", "ذكرت {ORG صحيفة الغارديان البريطانية} ذلك"),
    .init("company of a nation", "أعلنت {ORG شركة نورماكس الألمانية} أرباحها"),
    .init("agency in marks of a nation", "نفت {ORG وكالة «نورماك» الروسية} الخبر"),
    .init("bank of a nation", "رفع {ORG بنك نورماكس الهندي} الفائدة"),
    .init("party of a nation", "فاز {ORG حزب سيريندا اليوناني} بالأغلبية"),
    .init("brigades of a nation", "نفت {ORG كتائب القسام الفلسطينية} الخبر"),
    .init("nationality of another noun", "استقال مدير {ORG شركة نورماكس} الألماني فجأة"),
    .init("market of money, not of Mali", "أعلنت {ORG شركة السوق المالية} الموعد"),
    .init("government of a person", "سقطت {ORG حكومة سامي الحلبوني} اليمنية أمس"),
    .init("no nation but a belief", "هاجم الجيش {ORG جماعة نورماك} الجهادية"),
    .init(
      "company without its nation later",
      "أعلنت {ORG شركة نورماكس الألمانية} أرباحها. وباعت {ORG نورماكس} المصنع"),
    .init("club", "تعاقد {ORG نادي ليفربول} الإنجليزي مع حارس"),
    .init(
      "a newspaper with a place's name",
      "قال مصدر لـ«{ORG الشرق الأوسط}» إن {LOC الشرق الأوسط} هادئ"),
    .init("a newspaper named after a town", "صرح لـ\"{ORG الرياض}\" بأن {GPE الرياض#SAU} سعيدة"),
    .init("spelled agency", "{GPE تونس} - {ORG أ.ف.ب}: نفى مصدر ذلك"),
    .init("unknown company", "أعلنت {ORG شركة نورماكس} أرباحها"),
    .init("committee alone", "اجتمعت اللجنة صباحا"),
    .init("parliament", "صوت {ORG البرلمان الألماني#DEULEG} على القانون"),
    .init("chamber", "جلسة في {ORG مجلس النواب}"),
    .init("local department", "أعلنت {ORG الإدارة العامة للتعليم بمنطقة القصيم} النتائج"),
    .init("society", "نظمت {ORG جمعية الثقافة والفنون بالدمام} أمسية"),
    .init("airport", "هبطت الطائرة في {FAC مطار بيروت}"),
    .init("airport with person", "إغلاق {FAC مطار الملك عبدالعزيز الدولي} ساعتين"),
    .init("base", "نقلوا إلى {FAC قاعدة الحبانية العسكرية}"),
    .init("acronym in brackets", "اجتمع {ORG الاتحاد الدولي لكرة القدم} ({ORG فيفا}) أمس"),
    .init("presidency of a club", "تنافسوا على رئاسة {ORG الفيفا} أمس"),
    .init("part of a body", "أصدرت {ORG الأمانة العامة لهيئة كبار العلماء} بيانا"),
    .init("spelled by the letters' names", "مقابلة مع «{ORG بي.بي.سي}» أمس"),
    .init("organising a fair", "شارك ألف شاب في تنظيم المهرجان"),
    .init("a society's board", "اجتمع مجلس إدارة الجمعية أمس"),
    .init("government without a nation", "وصل وفد من الحكومة الشرعية"),
    .init("purpose of the sentence", "تستعد {ORG وزارة التعليم} لبداية العام"),
    .init("hospital of a district", "نقل إلى {FAC مستشفى محافظة الزلفي} صباحا"),
    .init("adjective of a court", "مثل أمام {ORG محكمة بروكلين الفدرالية} أمس"),
    .init(
      "club by its first word",
      "تغلب {ORG ريال مدريد} على {ORG برشلونة} في مباراة الدوري بهدف من لاعب الوسط، وأضاف حارس {ORG الريال} أنه سعيد"
    ),
    .init("market of a trade", "تراجع الطلب في سوق العمل السعودي وفي السوق الأوروبية"),
    .init("market with a name", "أغلق التجار {FAC سوق كفرزون} ظهرا"),
    .init("training camp", "يبدأ الفريق معسكر إعدادي ثم ينتقل إلى المعسكر الخارجي"),
    .init("training camp in a country", "عاد اللاعبون من معسكر {GPE النمسا} أمس"),
    .init("military camp", "قصفت الطائرات {FAC معسكر لبوزين} ليلا"),
    .init("organising for a body", "افتتح المعرض بتنظيم {ORG جامعة دمشق} أمس"),
    .init("device", "اشترى جهاز «تابلين» وجهاز نوكستا من المتجر"),
    .init("agency by its noun", "نفى {ORG جهاز الأمن الوطني اليمني} الخبر"),
    .init("presidency of a federation", "ترشح لاعب سابق لرئاسة {ORG الاتحاد الآسيوي لكرة القدم}"),
    .init("presidency of a state", "أصدرت {ORG رئاسة الجمهورية} بيانا"),
    .init("in possession of", "وجدت الوثائق بحوزة {ORG الجيش العراقي#IRQMIL} أمس"),
    .init("political arena", "تغيرت الساحة اللبنانية كثيرا"),
    .init("set phrase", "حدثوا قاعدة البيانات العالمية أمس"),
    .init("collection of poems", "صدر للشاعر ديوان «نجوم الصحراء» هذا العام"),
    .init("ministry and another noun's adjective", "نفذت فرق {ORG وزارة النقل} التفتيشية حملة"),
    .init("ministry and an aim", "توجه إلى {ORG وزارة العمل} للتفتيش أمس"),
    .init("club and an aim", "سعى {ORG النادي الأهلي} للتعاقد مع حارس"),
    .init("body with a purpose", "أعلنت {ORG الهيئة العامة للطيران المدني السعودية} الموعد"),
    .init("ministry of a people", "نفت {ORG وزارة الزراعة الكردية} الخبر"),
    .init("class noun twice", "أعلنت بلدية {ORG بلدية طنجة} الموعد"),
    .init("district", "تقدمت القوات في مديرية {GPE لودين} صباحا"),
    .init("directorate", "أصدرت {ORG مديرية الجوازات} بيانا"),
    .init("directorate of a place", "نفت {ORG مديرية أمن طنجة} الخبر"),
    .init("ministry of two words joined", "أعلنت {ORG وزارة التخطيط والتعاون الدولي} الموعد"),
    .init("class noun and a verb", "فريق يضم عشرة لاعبين وقلعة تقع على تل ومدرسة يدعمها الناس"),
    .init("class noun and a verb with its object", "محكمة تدعمها الجهات ومدرسة تنظفها الفرق"),
    .init("class noun and a verb of the past", "لجنة ضمت ثلاثة خبراء ومجموعة ظهرت أمس"),
    .init("indefinite adjective", "دخل سجن انفرادي ثم أنشأ صندوق استثماري في شركة ألمانية"),
    .init("name that ends in relation's letter", "باعت {ORG شركة نوراكي} المصنع"),
    .init("name that wants its next word", "افتتح {FAC مسجد أبو عبيدة} مساء"),
    .init("letters' names", "أطلقت {ORG شركة إتش تي سي} هاتفا"),
    .init("holders and a person", "اجتمع {ORG لجنة الحكام} {PER عمر المهنا} أمس"),
    .init("name in marks with words behind", "بثت {ORG شبكة «الجزيرة الدولية»} المباراة"),
    .init("namesake of a party", "انتقد {ORG حزب المستقبل} السهلاني المعارض الخطة"),
  ]

  static let people: [EntityCase] = [
    .init("given and family name", "التقيت {PER محمد الزغبي} في المقهى"),
    .init(
      "family name before a clause",
      "وأوضح مدير المدرسة {PER سامر بن كريم الدهام|مدير المدرسة} أن الطلاب عادوا"),
    .init("a king's numeral", "استقبل الملك {PER عبد الله الثاني بن الحسين|الملك} الوفد"),
    .init("a pope's numeral", "عاد البابا {PER غوردينوس الثاني عشر|البابا}. والثاني بعده قديم"),
    .init("a noun behind a king's numeral", "أعلن الملك {PER محمد السادس|الملك} الحداد ثلاثة أيام"),
    .init("no numeral before a date", "حدد الملك {PER سلمان|الملك} الثاني من نوفمبر موعدا"),
    .init("an object in the accusative", "عقد ملك {GPE البحرين#BHR} اجتماعا مع الوفد"),
    .init("an article before a number", "اجتمع بزعماء دول {ORG الاتحاد الأوروبي} الـ27 صباحا"),
    .init("an office's word as family name", "قال {PER خالد القاضي} إن الجسر جاهز"),
    .init(
      "two that are joined", "حضر المدرب {PER كارلو بنسيرو|المدرب} و{PER إيلان مورتيدا} التدريب"),
    .init(
      "the office of the next one",
      "استقبل الملك {PER سلمان بن عبد العزيز|الملك} شيخ الأزهر {PER أحمد الطيب|شيخ الأزهر} صباحا"),
    .init("family names behind each other", "زار الشيخ {PER صباح الأحمد الجابر|الشيخ} المعرض"),
    .init("an article before digits", "حضر الأعضاء ال4025 الجلسة"),
    .init("a nationality before a day", "قال وزير الدفاع المصري اليوم إن الجسر مغلق"),
    .init("names joined to a name", "وفاز {PER سامر الزغبي} و{PER أسعد النقادي} بالجائزة"),
    .init("no name behind purpose", "وتوسع سمو أمير المنطقة ليصبح المعرض أكبر"),
    .init(
      "foreign name that is a place too",
      "وقال المدعي العام {PER جوردن ديلي|المدعي العام} إن الملف أغلق"),
    .init("chain", "توفي {PER عبد الله بن سالم القحطاني} أمس"),
    .init("chain behind a name that is a verb", "وصل {PER حسن بن سالم} إلى القرية"),
    .init("chain behind a common word", "عاد شقيقها {PER صالح بن كريم} أمس"),
    .init("kunya", "كتب {PER عمر أبو ريشة} هذا الكتاب"),
    .init(
      "directorates",
      "أوضح مدير {ORG إدارة شؤون المعلمين} أن {ORG إدارة تعليم حائل} و{ORG إدارة المرور} تعاونتا"),
    .init("kunya and family", "قتل {PER أبو حفص السوري} في الغارة"),
    .init(
      "the body in marks",
      "انتقد خطاب الأمين العام لـ«{ORG حزب الله}»، {PER سامر الحلبوني|الأمين العام لـ«حزب الله»}"),
    .init(
      "member of honour", "أكد عضو شرف النادي {PER سامر الحلبوني|عضو شرف النادي} أن الموعد قريب"),
    .init("a name of God", "وصل {PER عبد الحافظ سامر الزغبي} أمس"),
    .init("two verbs", "القرار ثابت سواء كبر أم صغر"),
    .init("kunya alone", "وقالت {PER أم حسين} إن الحي هادئ، وعاد {PER أبو طارق} أمس"),
    .init("kunya of a woman told of", "وأكدت الزائرة السودانية {PER أم حسين} أنها سعيدة"),
    .init("clan", "حضر {PER فيصل بن تركي آل سعود} الحفل"),
    .init("speech verb", "وقال {PER محمود الشريف} إن القرار نهائي"),
    .init("unknown speaker", "قال {PER هوفشتادر} إن التجربة نجحت"),
    .init("surname later", "وصل {PER سامي الحلبوني} باكرا. وقال {PER الحلبوني} إنه سعيد"),
    .init("surname earlier", "{PER الحلبوني} سعيد بالفوز. وكان {PER سامي الحلبوني} غائبا"),
    .init("surname with lam", "وصل {PER سامي الحلبوني}. والجائزة ل{PER الحلبوني} وحده"),
    .init(
      "spokesman in a governorate",
      "وأوضح المتحدث الإعلامي {ORG للدفاع المدني} بمحافظة {GPE القطيف} العقيد {PER ناصر الدوسري|المتحدث الإعلامي للدفاع المدني بمحافظة القطيف العقيد} أن الحريق أخمد"
    ),
    .init("a country that is an adjective too", "وصل الوفد إلى {GPE مالي} لبحث دعم مالي جديد"),
    .init("no name in ta marbuta", "وكانت خطط السفير مرتبطة بالزيارة"),
    .init("list", "حضر {PER خالد المرزوق} و{PER سعيد الحربي} و{PER ماجد العنزي} اللقاء"),
    .init(
      "name with a conjunction's letter at its head",
      "قال العقيد {PER عبدي ورسمي|العقيد} إن الطريق آمن"),
    .init("stops at a verb", "أكد {PER يوسف العثمان} أن العمل مستمر"),
    .init("byline", "{PER ناصر الدوسري} - {GPE الدمام}"),
    .init("speaker before a quotation", "وقال {PER ليسينكوف} «الوضع هادئ الليلة»"),
    .init("bearer of a nationality", "منح الكوستاريكي {PER كيلور نافادو} جائزة الحارس"),
    .init(
      "holder in quotation marks",
      "قرار رئيس الوزراء الهندي \"{PER نارندو مودين|رئيس الوزراء الهندي}\" أمس"),
    .init("each of", "حضر كل من {PER إنريكي موراتينو|رئيس النادي} رئيس النادي والمدرب"),
    .init("followers of a leader", "تقدمت قوات {PER صالح} ليلا"),
    .init("first name alone", "وصلت {PER مها الزغبي} أمس. وقد نفت {PER مها} الخبر"),
    .init("prepositions that look like names", "قام بأول زيارة له ولم يتعرض لأي أذى"),
    .init("God's name", "كما يقول رسول الله في الحديث"),
    .init(
      "family name that is a province", "أشاد {PER يوسف الضالع|مدير النشاط} مدير النشاط أمس"),
    .init("led by", "عزفت الفرقة بقيادة {PER عبدالعزيز الهتلان} أمس"),
  ]

  static let roles: [EntityCase] = [
    .init(
      "assistant for affairs",
      "وصل إلى {GPE القاهرة} مساعد وزير الدفاع لشؤون الأمن الدولي {PER سامر الوادعي|مساعد وزير الدفاع لشؤون الأمن الدولي}"
    ),
    .init("president", "استقبل الرئيس الروسي {PER فلاديمير بوتين|الرئيس الروسي} الوفد"),
    .init(
      "president of a country that no lexicon has",
      "هدد الرئيس السهلاني {PER ناصر الوادعي|الرئيس السهلاني} المسلحين"),
    .init(
      "minister of a country that no lexicon has, his names also other words",
      "أكد وزير الخارجية السهلاني {PER كريم الوادي|وزير الخارجية السهلاني} أن الجسر جاهز"),
    .init(
      "an unlisted nationality before a name of two words",
      "دعا وزير المياه الدرفوني {PER عبد الله الوادي|وزير المياه الدرفوني} إلى الحوار"),
    .init(
      "an unlisted nationality before a compound name",
      "دعا رئيس الحكومة الدرفوني {PER سعد الدين الوادي|رئيس الحكومة الدرفوني} إلى الحوار"),
    .init(
      "an unlisted nationality before a rank",
      "وصف وزير الدفاع الدرفوني اللواء {PER سامي حداد|وزير الدفاع الدرفوني اللواء} الجسر"),
    .init(
      "an unlisted nationality and another adjective",
      "عاد الرئيس الدرفوني السابق {PER سامي حداد|الرئيس الدرفوني السابق} إلى بيته"),
    .init(
      "an unlisted nationality before a foreign name",
      "قال وزير الري الدرفوني {PER أندروس بيرنوف|وزير الري الدرفوني} إن الجسر جاهز"),
    .init(
      "an unlisted nationality of a counterpart",
      "التقى وزير الري السوري {PER سامي حداد|وزير الري السوري} نظيره الدرفوني {PER كريم الوادي|وزير الري الدرفوني} صباحا"
    ),
    .init(
      "a counterpart of somebody of an unlisted nationality",
      "التقى وزير الري الدرفوني {PER سامي حداد|وزير الري الدرفوني} نظيره السوري {PER كريم الوادي|وزير الري السوري} صباحا"
    ),
    .init(
      "unlisted nationalities behind an office in the dual",
      "وصل وزيرا الري الدرفوني {PER سامي حداد|وزير الري الدرفوني} والسهلاني {PER كريم الوادي|وزير الري السهلاني} معا"
    ),
    .init(
      "a given name that is an adjective too",
      "رحب وزير الري {PER كريم الشاهوب|وزير الري} بالخطة ومنح المدير وسام الاستحقاق"),
    .init(
      "a foreign name with the letters of a conjunction and an article",
      "قال وزير الري {PER أندري فالكوف|وزير الري} إن الجسر جاهز، فالرجل واثق"),
    .init(
      "a family name before the given one",
      "قال الوزير {PER الغمراوي محمد|الوزير} إن الجسر جاهز"),
    .init("minister", "وصل وزير الدفاع الفرنسي {PER جان بيرنو|وزير الدفاع الفرنسي} أمس"),
    .init("minister with waw", "حضر ووزير الخارجية {PER سامح شكري|وزير الخارجية} الاجتماع"),
    .init(
      "minister of a country", "بحث مع وزير خارجية {GPE مصر} {PER سامح شكري|وزير خارجية مصر} الملف"),
    .init(
      "former president",
      "حوكم الرئيس التونسي الأسبق {PER زين العابدين بن علي|الرئيس التونسي الأسبق} غيابيا"),
    .init(
      "an office set off before a rank",
      "عاد رئيس الجهاز المركزي، العميد {PER صالح الجبوري|رئيس الجهاز المركزي}، ووزير الداخلية، اللواء {PER سامر الزغبي|وزير الداخلية}"
    ),
    .init("somebody's soldiers", "وقف الناس مع جنود {PER سلمان} على الحدود"),
    .init("rank", "أوضح العميد {PER صالح الجبوري|العميد} ذلك"),
    .init("doctor", "ألقى د. {PER سالم باعشن|د.} كلمة"),
    .init(
      "title and office",
      "افتتح معالي وزير التعليم الدكتور {PER عزام الدخيل|معالي وزير التعليم الدكتور} الملتقى"),
    .init(
      "behind the name",
      "أكد {PER حسام زكي|السفير المصري لدى تونس} السفير المصري لدى {GPE تونس} ذلك"),
    .init(
      "head of a body",
      "اتهم {PER راشد العلواني|رئيس حركة النهضة التونسية} رئيس {ORG حركة النهضة التونسية} خصومه"),
    .init(
      "office over honorific",
      "رعى صاحب السمو الملكي الأمير {PER طارق بن زياد|أمير منطقة تبوك} أمير منطقة {GPE تبوك} الحفل"
    ),
    .init(
      "spokesman",
      "قال المتحدث باسم {ORG وزارة الدفاع الأميركية} {PER جون ميلر|المتحدث باسم وزارة الدفاع الأميركية} ذلك"
    ),
    .init(
      "counterpart",
      "اتصل الرئيس التركي {PER رجب طيب أردوغان|الرئيس التركي} بنظيره الفرنسي {PER إيمانويل ماكرون|الرئيس الفرنسي}"
    ),
    .init(
      "counterpart of an unnamed holder",
      "بحث وزير الخارجية الروسي مع نظيره الأمريكي {PER جون كيري|وزير الخارجية الأمريكي} الأزمة"),
    .init(
      "two counterparts",
      "التقى وزير المالية الألماني {PER هانز كوهلر|وزير المالية الألماني} ونظيريه الفرنسي {PER بيير دوران|وزير المالية الفرنسي} والإيطالي {PER ماريو كونتي|وزير المالية الإيطالي}"
    ),
    .init(
      "dual office",
      "وصل وزيرا الخارجية المصري {PER سامح شكري|وزير الخارجية المصري} والأردني {PER أيمن الصفدي|وزير الخارجية الأردني} معا"
    ),
    .init(
      "shared nationality",
      "وصل وزير الدفاع ورئيس الأركان الفرنسيين {PER جان بيرنو|وزير الدفاع الفرنسي} و{PER بيير دوران|رئيس الأركان الفرنسي} ظهرا"
    ),
    .init(
      "king",
      "افتتح خادم الحرمين الشريفين الملك {PER سلمان بن عبدالعزيز|خادم الحرمين الشريفين الملك} أمس"
    ),
    .init(
      "list of ministers",
      "حضر وزير المالية {PER سعد العساف|وزير المالية} ووزير العدل {PER خالد الحربي|وزير العدل} الجلسة"
    ),
    .init(
      "office in the name's surname",
      "رحب الوزير {PER الحلبوني|الوزير} بالفكرة. وكان {PER سامي الحلبوني} أول الحاضرين"),
    .init("a woman's office behind a man", "هنأ الملك {PER سلمان|الملك} رئيسة الوزراء بفوزها"),
    .init(
      "office with a noun behind lam",
      "وأوضح المدير العام لفرع الهيئة بالمنطقة المهندس {PER سالم البنيان|المدير العام لفرع الهيئة بالمنطقة المهندس} أن العمل بدأ"
    ),
    .init(
      "office with a department behind lam",
      "قال المدير العام لإدارة التراخيص المهندس {PER سالم البنيان|المدير العام لإدارة التراخيص المهندس} ذلك"
    ),
    .init(
      "no future behind a name",
      "وصل المدرب {PER فيكتور بيتورن|المدرب} وسيصل الفريق غدا"),
  ]

  /// What looked like a name or hid one.
  static let contexts: [EntityCase] = [
    .init(
      "clubs in a text of sport",
      "فاز {ORG الشباب} على ضيفه، وسجل لاعب {ORG الشباب} هدف المباراة، بينما خسر {ORG فريق العروبة} لقاء الدوري"
    ),
    .init("the same words elsewhere", "يحتاج الشباب إلى فرص عمل بعد الفتح"),
    .init("club behind its class noun", "استعد {ORG نادي هجر} مبكرا"),
    .init("club behind its management", "انتقدت إدارة {ORG نادي الوفاق} الحكم"),
    .init("newspaper in a dateline", "{ORG سبق}- {GPE أبها}: أعلنت الأمانة فتح الطريق"),
    .init("campus", "تضم {FAC مدينة الأمير نايف الرياضية} ثلاثة ملاعب"),
    .init("centre named after a person", "افتتح {ORG مركز الأمير نايف الحضاري} أبوابه"),
    .init("adjective behind a village", "وصل إلى قرية تراثية في الجبل"),
    .init("adjective behind a state", "وصفتها بأنها دولة مارقة"),
    .init("by means of", "يباع عن طريق المحل الجديد"),
    .init("accusative that begins with kaf", "حققت الشركة نجاحا كبيرا في السوق"),
    .init("subject behind verb and object", "تقوده {GPE السعودية} منذ سنوات"),
    .init("group", "هرب زعيم {ORG الحوثيين} من المدينة"),
    .init("group as an adjective", "اعتقل المسلحون الحوثيون ثلاثة رجال"),
    .init("group beside another", "ضرب معاقل {ORG داعش} و{ORG القاعدة} في الجبال"),
    .init("God is no holder of a title", "حمد سموه الله على السلامة"),
    .init("given name that is an office", "وقع {PER سلطان البيشي} العقد"),
    .init("noun behind lam", "مشروع للعودة إلى القرية"),
    .init(
      "office behind a semicolon",
      "قال {PER سالم حمادة|وكيل وزارة المالية الكويتية}؛ وكيل {ORG وزارة المالية الكويتية} إن القرار نهائي"
    ),
    .init("a verb that is a title too", "وطالب {PER سالم الحربي} بتغيير القانون"),
    .init("clan closes the name", "أصدر الملك {PER سلمان بن عبد العزيز آل سعود|الملك} أمره الكريم"),
    .init(
      "unknown speaker with an office behind",
      "وقال {PER هولبر هوفشتادر|مدير المتحف}، مدير المتحف: نحن سعداء"),
    .init("player of a club", "أشاد لاعب الوفاق {PER محمد الحربي|لاعب الوفاق} بالجمهور"),
  ]

  @Test(arguments: places + metonymy + bodies + people + roles + contexts)
  func `entities of a sentence`(_ test: EntityCase) {
    let marked = MarkedSentence(test.marked)
    let analysis = EntityFixture.analysis(marked.text)
    let found = analysis.entities.map { entity -> String in
      let place = analysis.textSpan(entity.span)
      return "\(entity.kind.rawValue)@\(place.start) \(place.text)"
    }
    #expect(found == marked.marks.map { "\($0.kind)@\($0.start) \($0.text)" })
    for (entity, mark) in zip(analysis.entities, marked.marks) {
      if mark.kind == "PER" { #expect(entity.role?.text == mark.role, "\(mark.text)") }
      if let code = mark.code { #expect(entity.code ?? "" == code, "\(mark.text)") }
    }
  }

  @Test func `an office holder's code joins country and sector`() {
    let analysis = EntityFixture.analysis(
      "وصل وزير الدفاع الروسي سيرجي شويغو ونظيره التركي خلوصي أكار أمس")
    #expect(analysis.entities.map { $0.role?.code ?? "" } == ["RUSMIL", "TURMIL"])
  }

  @Test func `mentions of one person share a cluster whatever the spelling`() {
    let analysis = EntityFixture.analysis(
      "التقى سيرجي شويغو ضيفه خلوصي أكار. وقال شويجو إن آكار وافق. وغادر شويغو.")
    let clusters = analysis.entities.map(\.cluster)
    #expect(clusters.count == 5)
    guard clusters.count == 5 else { return }
    #expect(clusters[0] == clusters[2] && clusters[0] == clusters[4])
    #expect(clusters[1] == clusters[3] && clusters[0] != clusters[1])
  }

  @Test func `names in the title and the content meet`() {
    let analysis = EntityFixture.analysis(
      "وصل سامي الحلبوني إلى المطار", title: "الحلبوني يعود")
    #expect(analysis.entities.map(\.span.field) == [.title, .content])
    #expect(Set(analysis.entities.map(\.cluster)).count == 1)
  }

  @Test func `nothing is found where nothing is known`() {
    let article = Article(id: "1", content: Array("قال محمد إن روسيا بعيدة".utf8))
    #expect(Analysis(article, knowledge: Knowledge()).entities.isEmpty)
  }
}

import ArabicText
import Testing

/// A verb and words that it must and must not have.
struct VerbCase: CustomTestStringConvertible, Sendable {
  var citation: String
  var form: VerbForm
  var verbClass: VerbClass
  var has: String
  var lacks = ""
  var testDescription: String { citation }

  init(
    _ citation: String, _ form: VerbForm, _ verbClass: VerbClass, _ has: String, lacks: String = ""
  ) {
    self.citation = citation
    self.form = form
    self.verbClass = verbClass
    self.has = has
    self.lacks = lacks
  }
}

private let formOne: [VerbCase] = [
  VerbCase(
    "كتب", .i, .sound,
    "كتب كتبت كتبا كتبوا كتبتم يكتب أكتب نكتب يكتبون تكتبين اكتب اكتبوا كاتب مكتوبة",
    lacks: "تكتيب كتباا"),
  VerbCase("ثبت", .i, .sound, "ثبت ثبتنا يثبت ثابتون", lacks: "ثبتتم يثبثت"),
  VerbCase(
    "قال", .i, .hollow, "قال قالت قلت قلنا قالوا يقول يقل تقل يقولون يقلن قل قولوا قائل قيل يقال"),
  VerbCase("قال:u", .i, .hollow, "قال قلت يقول مقول", lacks: "يقيل مقيل قايل"),
  VerbCase("باع:i", .i, .hollow, "باع بعت يبيع يبع باعوا بائع مبيع بيعت يباع", lacks: "يبوع مبوع"),
  VerbCase("خاف:a", .i, .hollow, "خاف خفت يخاف يخف يخافون خائفة", lacks: "يخوف يخيف"),
  VerbCase(
    "رمى", .i, .defective,
    "رمى رمت رمينا رموا رميا يرمي يرم يرمون يرميان ارم ارموا رام راميا مرمية رما",
    lacks: "رميوا يرميون رمات"),
  VerbCase(
    "دعا", .i, .defective,
    "دعا دعت دعونا دعوا دعوت يدعو يدع يدعون يدعوان ادع ادعوا داع داعية مدعو يدعى دعي",
    lacks: "دعاوا"),
  VerbCase("بقي", .i, .defective, "بقي بقيت بقوا بقينا يبقى يبق يبقون يبقيان ابق باق باقية"),
  VerbCase("سعى:a", .i, .defective, "سعى سعت سعوا يسعى يسع يسعون ساع مسعي"),
  VerbCase("وعد", .i, .assimilated, "وعد وعدت يعد نعد يعدون عد واعد موعود يوعد", lacks: "يوعدد"),
  VerbCase("وضع", .i, .assimilated, "وضع يضع ضعوا موضوع يوضع"),
  VerbCase("وجِل:a", .i, .assimilated, "وجل يوجل ايجل", lacks: "يجل"),
  VerbCase("وصف", .i, .assimilated, "وصف يصف صف واصفا موصوفة"),
  VerbCase("رد", .i, .doubled, "رد ردت رددت ردوا يرد يردد يردون رد اردد راد مردود"),
  VerbCase("شنّ", .i, .doubled, "شن شنت شننا شنوا يشن تشن يشنون", lacks: "يشننون"),
  VerbCase(
    "قرأ", .i, .hamzated, "قرأ قرأت قرؤوا قرأوا قرءوا يقرأ يقرؤون يقرأون يقرءون قارئ مقروء قرئ يقرؤ"
  ),
  VerbCase("بدأ", .i, .hamzated, "بدأ بدأت بدأوا بدؤوا بدأا بدآ يبدآن تبدئين بادئة مبدوءة"),
  VerbCase("سأل", .i, .hamzated, "سأل سألت يسأل اسأل سائل مسؤول مسئول سئل"),
  VerbCase("أخذ", .i, .hamzated, "أخذ يأخذ آخذ خذ خذوا آخذ مأخوذ يؤخذ", lacks: "ااخذ ائخذ"),
  VerbCase("أمر", .i, .hamzated, "أمر يأمر مر آمر مأمور"),
  VerbCase("أتى", .i, .doublyWeak, "أتى أتت أتوا يأتي يأت آتي ائت آت آتية"),
  VerbCase(
    "جاء:i", .i, .doublyWeak, "جاء جاءت جئت جاؤوا جاءوا يجيء يجئ يجيئون جاء جائي جيئت",
    lacks: "جيأت يجوء"),
  VerbCase("شاء:a", .i, .doublyWeak, "شاء شئت شاؤوا يشاء يشأ يشاؤون يشاءون"),
  VerbCase(
    "رأى", .i, .doublyWeak, "رأى رأت رأوا رأيت يرى أرى نرى يرون ير ترين رأيا را",
    lacks: "يرأى يرأون"),
  VerbCase("وقى", .i, .doublyWeak, "وقى وقت وقوا يقي يقون يق واق موقي ق قوا"),
  VerbCase("روى", .i, .defective, "روى روت رووا يروي يرو راو مروية"),
]

private let derived: [VerbCase] = [
  VerbCase(
    "هدّد", .ii, .sound,
    "هدد هددت هددوا هددو يهدد تهدد نهدد أهدد يهددون يهددوا تهديد تهديدا تهديدات مهدد مهددا مهددة مهددون مهددين مهددات"
  ),
  VerbCase("هدد", .ii, .sound, "يهدد هددوا تهديد"),
  VerbCase("هدد:II", .ii, .sound, "يهدد تهديد"),
  VerbCase("أكّد", .ii, .hamzated, "أكد أكدت أكدوا يؤكد تؤكد أؤكد تأكيد مؤكدة"),
  VerbCase("صوّت", .ii, .sound, "صوت صوتوا صوتنا يصوت تصويت مصوت"),
  VerbCase(
    "سمّى", .ii, .defective, "سمى سمت سموا سمينا يسمي يسم يسمون يسمى تسمية تسميات مسم مسمي مسماة"),
  VerbCase("هنّأ", .ii, .hamzated, "هنأ هنأت يهنئ يهنئون تهنئة مهنئ"),
  VerbCase(
    "هاجم", .iii, .sound, "هاجم هاجموا يهاجم هوجم هوجمت مهاجمة مهاجم مهاجمات", lacks: "هجام"),
  VerbCase("لاقى", .iii, .defective, "لاقى لاقت لاقوا يلاقي يلاق ملاقاة ملاق"),
  VerbCase("حاجّ", .iii, .doubled, "حاج حاججت يحاج محاجة"),
  VerbCase("واجه", .iii, .assimilated, "واجه يواجه ووجه مواجهة مواجهات"),
  VerbCase("أنذر", .iv, .sound, "أنذر أنذرت ينذر أنذروا إنذار إنذارات منذر منذرين أنذر"),
  VerbCase("أعلن", .iv, .sound, "أعلن أعلنت أعلنا يعلن إعلان معلن"),
  VerbCase("أقام", .iv, .hollow, "أقام أقمت أقاموا يقيم يقم يقيمون أقيم يقام إقامة مقيم مقام أقم"),
  VerbCase("أعطى", .iv, .defective, "أعطى أعطت أعطوا يعطي يعط يعطون إعطاء معط معطى معطاة"),
  VerbCase("أعدّ", .iv, .doubled, "أعد أعددت يعد يعدون إعداد معد"),
  VerbCase("أوقف", .iv, .assimilated, "أوقف يوقف إيقاف موقف"),
  VerbCase("أيقن", .iv, .assimilated, "أيقن يوقن إيقان موقن", lacks: "ييقن"),
  VerbCase(
    "آمن", .iv, .hamzated, "آمن آمنوا آمنا يؤمن نؤمن إيمان مؤمن مؤمنون أومن أؤمن", lacks: "اامن"),
  VerbCase("أرى", .iv, .doublyWeak, "أرى أرت أروا يري يرون إراءة"),
  VerbCase("توعّد", .v, .assimilated, "توعد توعدت توعدوا يتوعد يتوعدون توعدا متوعد متوعدا"),
  VerbCase("تحدى", .v, .defective, "تحدى تحدت تحدوا يتحدى يتحد يتحدون تحد تحدي تحديات متحد متحدية"),
  VerbCase("تأخر", .v, .hamzated, "تأخر يتأخر متأخر تأخرات"),
  VerbCase("تعاون", .vi, .sound, "تعاون يتعاونون تعوون متعاون تعاونا"),
  VerbCase("تآمر", .vi, .hamzated, "تآمر تآمروا يتآمرون متآمر تؤومر"),
  VerbCase("تساءل", .vi, .hamzated, "تساءل يتساءلون تساؤل تساؤلات متسائل"),
  VerbCase("تلاقى", .vi, .defective, "تلاقى تلاقوا يتلاقون تلاق متلاق"),
  VerbCase("انسحب", .vii, .sound, "انسحب انسحبوا ينسحب انسحاب انسحابا منسحبة"),
  VerbCase("انحاز", .vii, .hollow, "انحاز انحزت ينحاز ينحز انحياز منحاز"),
  VerbCase("انضم", .vii, .doubled, "انضم انضممت انضموا ينضم انضمام منضمون"),
  VerbCase("انقضى", .vii, .defective, "انقضى انقضت ينقضي انقضاء منقض"),
  VerbCase("انتقم", .viii, .sound, "انتقم انتقموا ينتقم انتقام منتقم انتقموا"),
  VerbCase("اتخذ", .viii, .sound, "اتخذ اتخذت يتخذ نتخذ اتخاذ متخذ متخذة"),
  VerbCase("اتّفق", .viii, .sound, "اتفق يتفقون اتفاق اتفاقات متفق"),
  VerbCase("اضطرّ", .viii, .doubled, "اضطر اضطررت يضطر اضطروا اضطرار مضطر"),
  VerbCase("اصطدم", .viii, .sound, "اصطدم يصطدم اصطدام"),
  VerbCase("ازداد", .viii, .hollow, "ازداد ازددت يزداد يزدد ازدياد مزداد"),
  VerbCase("ادّعى", .viii, .defective, "ادعى ادعت ادعوا يدعي ادعاء ادعاءات مدع"),
  VerbCase("احتل", .viii, .doubled, "احتل احتلت احتللنا يحتل احتلال محتل"),
  VerbCase("ائتمن", .viii, .hamzated, "ائتمن يأتمن ائتمان مؤتمن اؤتمن"),
  VerbCase("التقى", .viii, .defective, "التقى التقت التقوا يلتقي يلتق التقاء ملتق"),
  VerbCase("احمرّ", .ix, .doubled, "احمر احمررت يحمر احمرار محمر"),
  VerbCase("استخدم", .x, .sound, "استخدم يستخدم استخدام مستخدم استخدمنا"),
  VerbCase("استعدّ", .x, .doubled, "استعد استعددت يستعد استعداد مستعدون يستعدون"),
  VerbCase("استعد", .x, .doubled, "استعددت استعداد مستعد"),
  VerbCase("استمع", .x, .doubled, "استمع استمعت يستمع استماع مستمع"),
  VerbCase("استفاد", .x, .hollow, "استفاد استفدنا يستفيد يستفد استفادة مستفيد استفيد"),
  VerbCase("استدعى", .x, .defective, "استدعى استدعت يستدعي استدعاء مستدع مستدعى مستدعاة استدعوا"),
  VerbCase("استولى", .x, .doublyWeak, "استولى يستولي استيلاء مستول"),
  VerbCase("استأنف", .x, .hamzated, "استأنف يستأنف استئناف مستأنف"),
  VerbCase("استهزأ", .x, .hamzated, "استهزأ يستهزئ استهزاء مستهزئ مستهزئون"),
  VerbCase("سيطر", .quadriliteral, .sound, "سيطر سيطرت يسيطر سيطرة مسيطر"),
  VerbCase("زلزل", .quadriliteral, .sound, "زلزل يزلزل زلزلة مزلزلة"),
  VerbCase("تدحرج", .quadriliteralReflexive, .sound, "تدحرج يتدحرج تدحرج متدحرجة"),
  VerbCase("اطمأنّ", .quadriliteralIntensive, .doublyWeak, "اطمأن اطمأننت يطمئن اطمئنان مطمئن"),
]

@Suite struct `conjugation by rule` {
  @Test(arguments: formOne + derived)
  func `a verb has the forms a reader expects`(of example: VerbCase) throws {
    let verb = try Verb(citation: example.citation)
    #expect(verb.form == example.form)
    #expect(verb.verbClass == example.verbClass)
    let forms = Set(verb.forms().map(\.letters))
    #expect(folded(example.has).filter { !forms.contains($0) } == [])
    #expect(folded(example.lacks).filter { forms.contains($0) } == [])
  }
}

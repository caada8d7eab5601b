import ArabicText
import Articles
import Extraction
import Testing

/// A sentence with an event's word in brackets, and what is found for it; "-" is nothing.
struct ArgumentCase: Sendable, CustomTestStringConvertible {
  let sentence: String
  let form: WordForm
  let expected: String

  init(_ sentence: String, _ form: WordForm, _ expected: String) {
    self.sentence = sentence
    self.form = form
    self.expected = expected
  }

  var testDescription: String { sentence }
}

@Suite struct `Arguments of an event` {
  private func arguments(
    _ row: ArgumentCase, _ find: (ArgumentReader, Span) -> Mention?
  ) throws -> String {
    let open = try #require(row.sentence.utf8.firstIndex(of: UInt8(ascii: "[")))
    let start = row.sentence.utf8.distance(from: row.sentence.startIndex, to: open)
    let parts = row.sentence.split(separator: "]", omittingEmptySubsequences: false)
    let end = (parts.first?.utf8.count ?? 0) - 1
    let analysis = analysis(row.sentence.filter { $0 != "[" && $0 != "]" })
    let mention = find(ArgumentReader(analysis), Span(.content, ByteRange(start, end)))
    return mention.map { analysis.words($0.span) } ?? "-"
  }

  @Test(arguments: [
    ArgumentCase(
      "[هدّد] رئيس كوراندا جوزيف باندو، الخميس، بهجوم بري على متمردي الشمال.", .perfect,
      "جوزيف باندو"),
    ArgumentCase(
      "[أمهلت] القيادة العسكرية «كتيبة النمر» ثلاثة أيام.", .perfect, "القيادة العسكرية"),
    ArgumentCase(
      "نفى قائد اللواء أنه هدد القرى المجاورة، لكنه [تعهد] بالرد.", .perfect, "قائد اللواء"),
    ArgumentCase(
      "ونقلت إذاعة محلية عن «لواء الفجر» [تهديده] بضرب الجسر.", .verbalNoun, "لواء الفجر"),
    ArgumentCase("وعدت القيادة بأن [تهزم] قواتها تنظيم «الشوك» عسكريا.", .imperfect, "قواتها"),
    ArgumentCase("كل من يعبر السياج [سيقابل] بالرصاص.", .imperfect, "كل من يعبر السياج"),
    ArgumentCase("حشدت تيلوريا عشرين ألف جندي و[دفعت] بهم إلى الحدود.", .perfect, "تيلوريا"),
    ArgumentCase("أكد الوزير أن جيشه [سيرد] على أي قصف.", .imperfect, "جيشه"),
    ArgumentCase("أكد الوزير أن بلاده [سترد] على أي قصف.", .imperfect, "بلاده"),
    // The object behind a noun with its pronoun or genitive.
    ArgumentCase("لن [تغادر] قواته الوادي قبل الفجر.", .imperfect, "قواته"),
    ArgumentCase("لن [تغادر] قواته المسلحة الوادي قبل الفجر.", .imperfect, "قواته المسلحة"),
    ArgumentCase("لن [تغادر] قوات الجيش الوادي قبل الفجر.", .imperfect, "قوات الجيش"),
    ArgumentCase("لن [تغادر] قوات الجيش السهلي الوادي قبل الفجر.", .imperfect, "قوات الجيش السهلي"),
    ArgumentCase("[سيقصف] جيشه المدينة غدا.", .imperfect, "جيشه"),
    // Of two of whom a verb in the dual tells, joined before it, the first.
    ArgumentCase("موسكو وطشقند [توقعان] اتفاقا.", .imperfect, "موسكو"),
    ArgumentCase("قال الحارس إن مصر والسعودية [تهددان] بقصف الجزيرة.", .imperfect, "مصر"),
    ArgumentCase("مصر والسعودية [وقعتا] اتفاقا.", .perfect, "مصر"),
    ArgumentCase("الحارس والحاكم [يوقعان] اتفاقا.", .imperfect, "الحارس"),
    ArgumentCase("الحارس والحاكم [وقعا] اتفاقا.", .perfect, "الحارس"),
    ArgumentCase("و[وقّعا] في كفرنار مذكرة صداقة.", .perfect, "-"),
    ArgumentCase("و[وقعا] اتفاقية في القرية.", .perfect, "-"),
    ArgumentCase("و[استهدفهما] الطيران المروحي أمس.", .perfect, "الطيران المروحي"),
    ArgumentCase("[أحيا] الحارس ذكرى الحريق.", .perfect, "الحارس"),
    ArgumentCase("[أنشأ] الوزير جسرا.", .perfect, "الوزير"),
    ArgumentCase("[دعا] الحاكم إلى الهدوء.", .perfect, "الحاكم"),
    ArgumentCase("الدولتان [توقعان] اتفاقا.", .imperfect, "الدولتان"),
    ArgumentCase("الجيش والشرطة والمتطوعون [هاجموا] المخبأ.", .perfect, "الجيش"),
    // Behind a word in tanwin and behind the adjectives of a feminine stands no genitive.
    ArgumentCase("قال الحارس إن ملثما دخل صالة الأفراح و[فتح] النار.", .perfect, "ملثما"),
    ArgumentCase("[قصفت] طائرات حربية سهلية مواقع للمتمردين.", .perfect, "طائرات حربية سهلية"),
    ArgumentCase("[تعهدت] جماعة مسلحة أخرى بالرد.", .perfect, "جماعة مسلحة أخرى"),
    // Nor one behind a nationality or an adjective and nothing else; what stands there is the object.
    ArgumentCase("[قصفت] طائرات سورية مبنى سكنيا في القرية.", .perfect, "طائرات سورية"),
    ArgumentCase("[قصف] طيران معاد مبنى سكنيا في القرية.", .perfect, "طيران معاد"),
    ArgumentCase("[قصف] طيران سوري مدرسة في القرية.", .perfect, "طيران سوري"),
    ArgumentCase("[قتل] قناص سوري طفلة في القرية.", .perfect, "قناص سوري"),
    ArgumentCase("[طعن] رجل شرطيا في السوق.", .perfect, "رجل"),
    ArgumentCase("[أعلن] ضابط سوري رفيع أن الجسر مغلق.", .perfect, "ضابط سوري رفيع"),
    ArgumentCase("[هاجمت] قوات سورية القرية.", .perfect, "قوات سورية"),
    ArgumentCase("[قصفت] طائرات عسكرية القرية.", .perfect, "طائرات عسكرية"),
    ArgumentCase("[هاجم] طيران سوري القرية.", .perfect, "طيران سوري"),
    ArgumentCase("[هاجمت] طائرة سورية الصنع القرية.", .perfect, "طائرة سورية الصنع"),
    ArgumentCase("[أعلن] وزراء مالية الإقليم أن الجسر مغلق.", .perfect, "وزراء مالية الإقليم"),
    ArgumentCase("[هاجم] طلاب كلية الطب القرية.", .perfect, "طلاب كلية الطب"),
    // An object that the verb behind it describes.
    ArgumentCase("أوقفت الشرطة شابا [هدد] عبر الهاتف بقصف المتجر.", .perfect, "شابا"),
    // A time between commas parts no clause.
    ArgumentCase(
      "منحت الجبهة، الإثنين، السفن الأجنبية مهلة يومين لمغادرة الميناء، و[هددت] بقصف كل من يبقى.",
      .perfect,
      "الجبهة"),
    ArgumentCase("وصل الوفد، أمس، وهاجم القائد التل، ثم [هدد] بقصف الجسر.", .perfect, "القائد"),
    // A deed and the one whom it befalls: the verb's gender says whom it describes.
    ArgumentCase("محاكمة ضابط [هدد] بقصف العاصمة.", .perfect, "ضابط"),
    ArgumentCase("وفاة الضابط الذي [هدد] بقصف العاصمة.", .perfect, "الضابط"),
    ArgumentCase("قافلة الجيش التي [هددت] بقصف التل.", .perfect, "قافلة الجيش"),
    // Behind a preposition with a pronoun, behind a conjunction, behind brackets.
    ArgumentCase("فر الرجلان بعدما [صدر] ضدهما حكم بالسجن لمدة عامين.", .perfect, "حكم"),
    ArgumentCase("بعدما [أوقفت] الشرطة شقيقه، غادر الناشط البلاد.", .perfect, "الشرطة"),
    ArgumentCase("[هدد] (12 يناير 2020) قائد اللواء بقصف المدينة.", .perfect, "قائد اللواء"),
    ArgumentCase("[أعلن] (في 3 مارس) قائد اللواء أن الجسر مغلق.", .perfect, "قائد اللواء"),
    ArgumentCase("[أعلن] (صباح أمس) الحارس أن الجسر مغلق.", .perfect, "الحارس"),
    // A definite noun behind a whole phrase is its object, an adjective belongs to it.
    ArgumentCase(
      "[أطلقت] قوات الأمن الغاز المسيل للدموع على الحشد.", .perfect, "قوات الأمن"),
    ArgumentCase(
      "[أطلقت] قوات الأمن السهلية الغاز المسيل للدموع على الحشد.", .perfect, "قوات الأمن السهلية"),
    ArgumentCase(
      "[أطلقت] قوات الأمن المركزي الغاز المسيل للدموع.", .perfect, "قوات الأمن المركزي"),
    ArgumentCase("[أغلق] رجال الدرك الشارع أمس.", .perfect, "رجال الدرك"),
    ArgumentCase("[أغلق] رجال القبائل الطريق أمس.", .perfect, "رجال القبائل"),
    ArgumentCase("[أعلن] رئيس اللجنة الخاص أن الجسر مغلق.", .perfect, "رئيس اللجنة الخاص"),
    // Where it is.
    ArgumentCase("غرب اليمن [شنت] طائرات التحالف غارات.", .perfect, "طائرات التحالف"),
    ArgumentCase("شمال صنعاء، [شن] الطيران غارات.", .perfect, "الطيران"),
    ArgumentCase("جنوب السودان [تهدد] بقصف الجسر.", .imperfect, "جنوب السودان"),
    // A body with the town it is in.
    ArgumentCase("[حكمت] محكمة جنايات القاهرة بسجن الكاتب.", .perfect, "محكمة جنايات القاهرة"),
    // More belongs to the noun behind أن than stands right before the verb.
    ArgumentCase(
      "قال الحارس إن دوريات الساحل بقيادة ضابط متقاعد [ستقصف] التلال.", .imperfect, "دوريات الساحل"),
    ArgumentCase(
      "قال الحارس إن الدورية التي تراقب التلال [ستقصف] المخبأ.", .imperfect, "الدورية"),
    ArgumentCase(
      "قال الحارس إن الحاكم يساعد جماعة تهاجم القرى و[تهدد] بقصف الجزيرة.", .imperfect, "جماعة"),
    ArgumentCase(
      "قال الحارس إن الحاكم يبيع السلاح لجماعة تهاجم القرى و[تهدد] بقصف الجزيرة.", .imperfect,
      "جماعة"),
    ArgumentCase(
      "قال الحارس إن سيارة صغيرة على جانب الطريق [انفجرت] ظهرا.", .perfect, "سيارة صغيرة"),
    ArgumentCase("هرب الحارس بعدما ألقى القنبلة لكنه [فجر] أخرى.", .perfect, "الحارس"),
    ArgumentCase("قال الحارس إن رجالا من القرية [اعتقلوا] جنودا.", .perfect, "رجالا"),
    ArgumentCase("كما [قصفت] الدوريات التلال، حسبما قال الحارس.", .perfect, "الدوريات"),
    ArgumentCase(
      "قال الحارس إن الحاكم يساعد دولة تخرق الهدنة و[تهدد] بقصف الجزيرة.", .imperfect, "دولة"),
    ArgumentCase("ميدانيا [قتل] نحو 30 مسلحا في الغارة.", .perfect, "30 مسلحا"),
    ArgumentCase("قال الحارس إن رجالا [هاجموا] التل.", .perfect, "رجالا"),
    ArgumentCase("[قتل] نحو 30 مسلحا في الغارة.", .perfect, "30 مسلحا"),
    ArgumentCase("[أصيب] حوالي عشرين رجلا في الغارة.", .perfect, "عشرين رجلا"),
    ArgumentCase("كما شنت الدوريات عدة [غارات] على التلال.", .other, "الدوريات"),
    ArgumentCase("دوريات الساحل تنفذ 27 [غارة] على التلال.", .other, "دوريات الساحل"),
    ArgumentCase("قال الحارس إن الدورية وصلت وإن التلال [قصفت] أمس.", .perfect, "التلال"),
  ])
  func `the subject is found`(row: ArgumentCase) throws {
    let found = try arguments(row) { $0.subject(of: $1, form: row.form) }
    #expect(found == row.expected)
  }

  @Test(arguments: [
    ArgumentCase(
      "ونشرت الجبهة بيانا على موقعها هاجمت فيه الحكومة، [متوعدة] بضرب القصر.", .participle, "الجبهة"
    ),
    ArgumentCase(
      "دعت الجبهة التي تعارض الحكومة إلى القتال، [متوعدة] بضرب القصر.", .participle, "الجبهة"),
    ArgumentCase("القائد هاجم المواقع، [متوعدا] بالمزيد.", .participle, "القائد"),
    ArgumentCase(
      "كتب القائد وحارسه، فقد تصاعدت أصوات في القرية، [متوعدة] بالمزيد.", .participle, "أصوات"),
    ArgumentCase(
      "تأتي الهجمات بعد أن نشرت الجبهة شريطا أعلنت فيه أنها باقية، [متوعدة] بالمزيد.", .participle,
      "الجبهة"),
    ArgumentCase("بدأ القائد يهاجم الوزراء، [متوعدا] بالمزيد.", .participle, "القائد"),
    ArgumentCase("خرج القائد وهاجم حراسها التل، [متوعدين] بالمزيد.", .participle, "حراسها"),
  ])
  func `a participle takes the subject of the clause it belongs to`(row: ArgumentCase) throws {
    let found = try arguments(row) { $0.subject(of: $1, form: row.form) }
    #expect(found == row.expected)
  }

  @Test(arguments: [
    ArgumentCase("[اعتقل] الحرس شابا قضى عامين في السجن، في 5 مارس.", .perfect, "5 مارس"),
    ArgumentCase("[اعتقل] الحرس شابا يواجه السجن عامين.", .perfect, "-"),
    // A newspaper named by a day; how long.
    ArgumentCase("وقال مصدر لـ«اليوم» إن الحرس [اعتقل] شابا.", .perfect, "-"),
    ArgumentCase("وقالت صحيفة \"الغد\" إن الحرس [اعتقل] شابا.", .perfect, "-"),
    ArgumentCase("[اعتقل] الحرس حتى الآن أربعين شابا.", .perfect, "-"),
    ArgumentCase("[اعتقل] الحرس شابا يوم الاثنين (أمس) في الميناء.", .perfect, "يوم الاثنين"),
  ])
  func `a date is found among other expressions of time`(row: ArgumentCase) throws {
    let found = try arguments(row) { reader, cue in
      reader.time(near: cue, of: [.date, .time]).map { Mention(span: $0.span) }
    }
    #expect(found == row.expected)
  }

  @Test(arguments: [
    ArgumentCase("[انفجرت] سيارة بالموصل أمس.", .perfect, "الموصل"),
    ArgumentCase("[انفجرت] سيارة بمدينة الموصل أمس.", .perfect, "مدينة الموصل"),
    ArgumentCase("[انفجرت] سيارة في الموصل أمس.", .perfect, "الموصل"),
    // A definite class noun with its name in apposition.
    ArgumentCase("[انفجرت] سيارة في العاصمة الخرطوم أمس.", .perfect, "العاصمة الخرطوم"),
    ArgumentCase("[انفجرت] سيارة بالعاصمة الخرطوم أمس.", .perfect, "العاصمة الخرطوم"),
    ArgumentCase(
      "[انفجرت] سيارة بالعاصمة السورية دمشق أمس.", .perfect, "العاصمة السورية دمشق"),
    ArgumentCase("[سلمت] المدينة الأسرى أمس.", .perfect, "-"),
    ArgumentCase("[طالب] النواب بالاعتراف بإسرائيل.", .perfect, "-"),
    ArgumentCase("[هدد] القائد بقصف الموصل.", .perfect, "-"),
    // Right before حيث.
    ArgumentCase("وصل الوفد إلى الموصل، حيث [التقى] الحاكم.", .perfect, "الموصل"),
    ArgumentCase("وصل الوفد إلى حدود العراق مع سوريا، حيث [التقى] الحاكم.", .perfect, "-"),
    ArgumentCase("زار الوفد مدينة الموصل حيث [التقى] الحاكم.", .perfect, "مدينة الموصل"),
    ArgumentCase(
      "زار الوفد الموصل حيث ألقى كلمة طويلة ثم [التقى] الحاكم في بغداد.", .perfect, "بغداد"),
    // و and ف on the preposition.
    ArgumentCase("وفي بيروت [اعتقل] الحرس شابا.", .perfect, "بيروت"),
    ArgumentCase("ففي مدينة الرياض [انفجرت] سيارة.", .perfect, "مدينة الرياض"),
    ArgumentCase("[انفجرت] سيارة أمس، وقرب الموصل حافلة.", .perfect, "الموصل"),
  ])
  func `the place is found behind a preposition of its own or one written on to it`(
    row: ArgumentCase
  ) throws {
    let found = try arguments(row) { reader, cue in reader.place(near: cue) }
    #expect(found == row.expected)
  }

  @Test(arguments: [
    ArgumentCase("[ضربت] العاصفة الرياض.", .perfect, "الرياض"),
    ArgumentCase("[غمرت] المياه مدينة درنة.", .perfect, "مدينة درنة"),
    ArgumentCase("[اجتاحت] عاصفة رملية سوريا.", .perfect, "سوريا"),
    ArgumentCase("[اجتاحت] عاصفة رملية مدينة الرياض.", .perfect, "مدينة الرياض"),
    ArgumentCase("[تضرب] العاصفة الرياض غدا.", .imperfect, "الرياض"),
    // Another place stands near.
    ArgumentCase("[ضربت] العاصفة الرياض في السعودية.", .perfect, "السعودية"),
    // A country to which a party does something, and one that acts itself.
    ArgumentCase("[انتقد] الوزير سوريا.", .perfect, "-"),
    ArgumentCase("[هددت] مصر سوريا.", .perfect, "-"),
    ArgumentCase("[طالبت] سوريا بالرحيل.", .perfect, "-"),
    ArgumentCase("مصر [أطلقت] قمرا.", .perfect, "-"),
  ])
  func `a place that is the verb's object is the event's where no other stands near`(
    row: ArgumentCase
  ) throws {
    let found = try arguments(row) { reader, cue in reader.place(near: cue, form: row.form) }
    #expect(found == row.expected)
  }

  @Test(arguments: [
    ArgumentCase("[اعتقل] الحرس أمس شابا عمره 26 عاما.", .perfect, "أمس"),
    ArgumentCase("[اعتقل] الحرس شابا يبلغ 26 من العمر.", .perfect, "-"),
    ArgumentCase("[اعتقل] الحرس شابا يبلغ من العمر 26 عاما.", .perfect, "-"),
  ])
  func `an age is no time of an event`(row: ArgumentCase) throws {
    let found = try arguments(row) { reader, cue in
      reader.time(near: cue).map { Mention(span: $0.span) }
    }
    #expect(found == row.expected)
  }

  @Test(arguments: [
    // The cue itself is nobody, and no part of anybody's name.
    ArgumentCase("وأفاد [موقع] «المرفأ» بأن الجسر مغلق.", .participle, "-"),
    ArgumentCase("تنمو المدينة في [مستقبل] المنطقة كلها.", .participle, "-"),
    ArgumentCase("وأضافت أن الفريق [التقى] في المخيم مدربا جديدا.", .perfect, "الفريق"),
    // A verb's form cut out of another word.
    ArgumentCase("استقبل و[زير] المياه وفد القرية.", .perfect, "-"),
    // A verb that heads its clause.
    ArgumentCase("تسبب هجوم سيبراني في تعطيل أنظمة [التسجيل] أمس.", .verbalNoun, "-"),
    // The genitive may be the object.
    ArgumentCase("أعلن القائد أن [قصف] المدينة بدأ.", .verbalNoun, "-"),
    ArgumentCase("أعلن القائد أن [انسحاب] القوات بدأ.", .verbalNoun, "القوات"),
    ArgumentCase("أعلن القائد أن [وصول] الوفد تأخر.", .verbalNoun, "الوفد"),
    ArgumentCase("أعلن القائد أن [تهديد] الجماعة جدي.", .verbalNoun, "الجماعة"),
    ArgumentCase("أكد الشاهد [قصف] المدينة من قبل المسلحين.", .verbalNoun, "المسلحين"),
    ArgumentCase("وأضاف أن الجيش [دفع] بتعزيزات إلى الحدود.", .verbalNoun, "الجيش"),
    // Another clause's.
    ArgumentCase("اشترى الرجل السيارة، وأشار إلى أن الطريق إلى [الفوز] طويل.", .verbalNoun, "-"),
    ArgumentCase("كانت الشركة تمنح فرصة [الفوز] بواحدة من السيارات.", .verbalNoun, "-"),
    ArgumentCase("تجمع عدد من [الزائرين] أمام المتحف.", .participle, "-"),
    // The object.
    ArgumentCase("[عيّن] سفيرا لدى كوراندا بعد عام.", .perfect, "-"),
    ArgumentCase("وصل المنسق إلى المدينة و[التقى] وزيرا سابقا.", .perfect, "المنسق"),
    ArgumentCase("[التقى] وزيرا خارجية البلدين أمس.", .perfect, "وزيرا خارجية البلدين"),
    ArgumentCase("وصل المنسق إلى المدينة و[التقى] عددا من النواب.", .perfect, "المنسق"),
    ArgumentCase("وصل المنسق إلى المدينة و[التقى] وفدًا محليًا.", .perfect, "المنسق"),
    // The rest of a phrase that opens a sentence.
    ArgumentCase("من ناحية أخرى، [يصل] اللاعب إلى المعسكر غدا.", .imperfect, "اللاعب"),
  ])
  func `where it is not sure there is no subject`(row: ArgumentCase) throws {
    let found = try arguments(row) { $0.subject(of: $1, form: row.form) }
    #expect(found == row.expected)
  }

  @Test(arguments: [
    ArgumentCase(
      "هددت جماعة مسلحة ب[إعدام] أربع رهائن تحتجزهم في الصحراء.", .verbalNoun, "أربع رهائن"),
    ArgumentCase("هددوا المدينة ب[القصف] الجوي إن لم تسلّم المطلوبين.", .verbalNoun, "-"),
    ArgumentCase("خرج القائد [متوعدا] الجيش بضربات موجعة.", .participle, "الجيش"),
    ArgumentCase("[أمهلت] القيادة العسكرية «كتيبة النمر» ثلاثة أيام.", .perfect, "كتيبة النمر"),
    ArgumentCase(
      "ألقت الطائرات منشورات [تحذر] مقاتلي التنظيم من غارات وشيكة على مخابئهم.", .imperfect,
      "مقاتلي التنظيم"),
    ArgumentCase("وقالت إن القوات [ستتصدى] لأي محاولة.", .imperfect, "أي محاولة"),
    ArgumentCase("[قصفت] الدوريات بالمدفعية الثقيلة مناطق في الريف.", .perfect, "مناطق"),
    // The accusative ends with its adjectives.
    ArgumentCase("[قصفت] طائرات سورية مبنى سكنيا في القرية.", .perfect, "مبنى سكنيا"),
    ArgumentCase("[قصف] الجيش مستشفى ميدانيا في القرية.", .perfect, "مستشفى ميدانيا"),
    ArgumentCase("[هاجم] الحرس حاجزا أمنيا كبيرا.", .perfect, "حاجزا أمنيا كبيرا"),
    ArgumentCase("[طعن] رجل شرطيا في السوق.", .perfect, "شرطيا"),
    ArgumentCase("[هاجم] رجل شرطيا بسكين في السوق.", .perfect, "شرطيا"),
    ArgumentCase("[قتل] الحرس شابا ميدانيا أمس.", .perfect, "شابا"),
    ArgumentCase("[أعدم] الحرس رميا بالرصاص شابا.", .perfect, "شابا"),
    ArgumentCase("[هدد] الحارس مجددا بقصف الجسر.", .perfect, "الجسر"),
    ArgumentCase("[هدد] الحارس بعملية في الوادي.", .perfect, "-"),
    // Whom و joins to the subject is none.
    ArgumentCase(
      "[وقّع] في كفرنار وزير النفط ونظيره الإيراني مذكرة صداقة.", .perfect, "مذكرة صداقة"),
    ArgumentCase(
      "[وقع] وزراء الخارجية المصري والأردني والعراقي ميثاقا.", .perfect, "ميثاقا"),
    ArgumentCase("[أسقط] الحرس 52 من أصل 58 منطادا.", .perfect, "52 من أصل 58 منطادا"),
    // An indefinite accusative behind a verb whose subject is not told.
    ArgumentCase("[عيّن] سفيرا لدى كوراندا بعد عام.", .perfect, "سفيرا"),
    ArgumentCase("والتقى الوالي ثم [كرّم] لاعبا شابا في الحفل.", .perfect, "لاعبا"),
    ArgumentCase("[سجنت] المحكمة المتهم الأول عاما.", .perfect, "المتهم الأول"),
    ArgumentCase("[اعتقل] الحرس الجنود الثلاثة أمس.", .perfect, "الجنود الثلاثة"),
    ArgumentCase("[اعتقل] الحرس ثلاثة متهمين بالسرقة.", .perfect, "ثلاثة متهمين"),
    ArgumentCase("ثم [هاجمت] موكبا للحرس عند الجسر.", .perfect, "موكبا"),
    ArgumentCase("[هاجم] جنود الحرس العديد من القرى.", .perfect, "العديد"),
    // What و joins is another clause.
    ArgumentCase("[قتل] سبعة مدنيين وجرح آخرون.", .perfect, "-"),
    // A term is nobody.
    ArgumentCase("وقضت المحكمة ب[سجن] الكاتب لمدة عامين.", .verbalNoun, "الكاتب"),
    ArgumentCase("تخلى الحارس عن خيار [استخدام] القوة منذ أن لحقت به الهزيمة.", .other, "-"),
    ArgumentCase("لم يعد الحارس إلى [القصف] منذ أن لحقت به الهزيمة.", .verbalNoun, "-"),
    ArgumentCase("وقضت المحكمة ب[السجن] لمدة عامين.", .verbalNoun, "-"),
    ArgumentCase("وقضت المحكمة ب[السجن] خمسة أعوام.", .verbalNoun, "-"),
    ArgumentCase("[حكمت] المحكمة بالسجن لمدة عامين.", .perfect, "-"),
  ])
  func `the target is found`(row: ArgumentCase) throws {
    let found = try arguments(row) { $0.target(of: $1, form: row.form) }
    #expect(found == row.expected)
  }

  @Test(arguments: [
    ("التقى [الرئيسان الأمريكي والروسي في جنيف.", "الرئيسان الأمريكي/USAGOV الروسي/RUSGOV"),
    ("محادثات بين [الرئيسين التركي والإيراني أمس.", "الرئيسين التركي/TURGOV الإيراني/IRNGOV"),
    (
      "بحث [وزيرا الدفاع المصري والسعودي وقائد الحرس ملفات المنطقة.",
      "وزيرا الدفاع المصري/EGYMIL السعودي/SAUMIL قائد الحرس/-"
    ),
    (
      "بحث [وزيرا الزراعة والري السوداني والتونسي ملف المياه.",
      "وزيرا الزراعة والري السوداني/SDNGOV التونسي/TUNGOV"
    ),
    ("افتتح [وزير التجارة والصناعة السوداني الجسر.", "وزير التجارة والصناعة السوداني/-"),
    (
      "عقد [وزراء الخارجية السعودي والإماراتي والبحريني اجتماعا.",
      "وزراء الخارجية السعودي/SAUGOV الإماراتي/AREGOV البحريني/BHRGOV"
    ),
    ("قصف مواقع «[تنظيم الليل» أمس.", "تنظيم الليل/-"),
    ("التقى [نظيريه الروسي والفرنسي في باريس.", "نظيريه الروسي/RUSGOV الفرنسي/FRAGOV"),
    // One adjective for both, or adjectives of no country, say of no holder which he is.
    ("التقى [الوزيران المصريان أمس.", "الوزيران المصريان/-"),
    ("التقى [الرئيسان السابق والحالي أمس.", "الرئيسان السابق/- الحالي/-"),
  ])
  func `nationalities joined behind an office of several are a party each`(
    sentence: String, expected: String
  ) throws {
    let open = try #require(sentence.utf8.firstIndex(of: UInt8(ascii: "[")))
    let start = sentence.utf8.distance(from: sentence.startIndex, to: open)
    let analysis = analysis(sentence.filter { $0 != "[" })
    let parties = ArgumentReader(analysis).parties(
      from: Span(.content, ByteRange(start, start + 1)))
    let found = parties.map { "\(analysis.words($0.span))/\($0.code ?? "-")" }
    #expect(found.joined(separator: " ") == expected)
  }
}

import Articles
import Extraction
import Testing

/// A sentence with the only quantity in it.
struct QuantityCase: Sendable, CustomTestStringConvertible {
  var text: String
  var span: String
  var value: Double
  var unit: String
  var isApproximate: Bool

  init(_ text: String, _ span: String, _ value: Double, _ unit: String, approx: Bool = false) {
    self.text = text
    self.span = span
    self.value = value
    self.unit = unit
    isApproximate = approx
  }

  var testDescription: String { text }
}

@Suite struct `Quantities` {
  private func check(_ example: QuantityCase) {
    let analysis = NumbersFixture.analysis(example.text)
    let found = analysis.quantities
    #expect(found.count == 1, "\(found.map { analysis.words($0.span) })")
    guard let first = found.first else { return }
    #expect(analysis.words(first.span) == example.span)
    #expect(abs(first.value - example.value) <= 1e-9 * max(1, example.value))
    #expect(first.unit == example.unit)
    #expect(first.isApproximate == example.isApproximate)
  }

  @Test(arguments: [
    QuantityCase("احترقت 12 سيارة", "12 سيارة", 12, "سيارة"),
    QuantityCase("احترقت ١٢ سيارة", "١٢ سيارة", 12, "سيارة"),
    QuantityCase("عرضت الحلقات الثلاث", "الحلقات الثلاث", 3, "الحلقات"),
    QuantityCase("اجتمعت القوى الدولية الست", "القوى الدولية الست", 6, "القوى"),
    QuantityCase("تنمو القطاعات الخمسة عشر", "القطاعات الخمسة عشر", 15, "القطاعات"),
    QuantityCase("صد ركلات الترجيح السبع", "ركلات الترجيح السبع", 7, "ركلات"),
    QuantityCase("سأل عن العشرين طالبا", "العشرين طالبا", 20, "طالبا"),
    QuantityCase("دفع أكثر من المليوني ريال", "المليوني ريال", 2_000_000, "ريال", approx: true),
    QuantityCase("وعشرين طالبا إلى المعهد", "عشرين طالبا", 20, "طالبا"),
    QuantityCase("حضر 1,250 ضيفا", "1,250 ضيفا", 1250, "ضيفا"),
    QuantityCase("حضر 1.250.000 زائر", "1.250.000 زائر", 1_250_000, "زائر"),
    QuantityCase("باع 4.6 أطنان", "4.6 أطنان", 4.6, "أطنان"),
    QuantityCase("باع ٤٫٦ أطنان", "٤٫٦ أطنان", 4.6, "أطنان"),
    QuantityCase("باع 4,6 أطنان", "4,6 أطنان", 4.6, "أطنان"),
    QuantityCase("تضرر 5ر1 مليون شخص", "5ر1 مليون شخص", 1_500_000, "شخص"),
    QuantityCase("باع 25.\u{200F}48 طنا", "25.\u{200F}48 طنا", 48.25, "طنا"),
    QuantityCase("ارتفع 7.\u{200F}0 في المئة", "7.\u{200F}0 في المئة", 0.7, "%"),
    QuantityCase("باع 7.\u{200F}2 مليون كتاب", "7.\u{200F}2 مليون كتاب", 2.7e6, "كتاب"),
    QuantityCase("كلف 32.5 مليون جنيه إسترليني", "32.5 مليون جنيه", 32_500_000, "جنيه"),
    QuantityCase("كلف 26.809 مليار ريال", "26.809 مليار ريال", 26_809_000_000, "ريال"),
    QuantityCase("نزح 15 ألف أسرة", "15 ألف أسرة", 15_000, "أسرة"),
    QuantityCase("نزح 3 ملايين و500 ألف شخص", "3 ملايين و500 ألف شخص", 3_500_000, "شخص"),
    QuantityCase("ارتفع 32.5%", "32.5%", 32.5, "%"),
    QuantityCase("ارتفع ٣٢٪", "٣٢٪", 32, "%"),
    QuantityCase("ارتفع %7 فقط", "%7", 7, "%"),
    QuantityCase("ارتفع 3.125% فقط", "3.125%", 3.125, "%"),
    QuantityCase("عين 25 قاضيا جديدا", "25 قاضيا", 25, "قاضيا"),
    QuantityCase("ارتفع عدد القتلى إلى 38 في الانفجار", "38", 38, ""),
    QuantityCase("مقتل 7 مقارنة بالعام الماضي", "7", 7, ""),
    QuantityCase("مقتل 70 إضافة إلى الجرحى", "70", 70, ""),
    QuantityCase("ارتفع عدد القتلى إلى 2012 قتيلا", "2012 قتيلا", 2012, "قتيلا"),
    QuantityCase("ارتفع عدد الجرحى إلى 1980", "1980", 1980, ""),
    QuantityCase("ارتفعت الحصيلة إلى 1945 شخصا", "1945 شخصا", 1945, "شخصا"),
    QuantityCase("زاد فوصل إلى 2005 قتلى", "2005 قتلى", 2005, "قتلى"),
    QuantityCase("ارتفع 8 في المئة", "8 في المئة", 8, "%"),
    QuantityCase("ارتفع 3.8 في المائة عام 2014", "3.8 في المائة", 3.8, "%"),
    QuantityCase("مسدس من عيار 40 ملليمترا", "40 ملليمترا", 40, "ملليمترا"),
    QuantityCase("رصد 90 نوعا من النبات", "90 نوعا", 90, "نوعا"),
    QuantityCase("ارتفع خمسة بالمائة", "خمسة بالمائة", 5, "%"),
    QuantityCase("دفع 500$ نقدا", "500$", 500, "$"),
    QuantityCase("يبعد 400/كم عن البحر", "400/كم", 400, "كم"),
    QuantityCase("ضبط (16) قطعة", "(16) قطعة", 16, "قطعة"),
    QuantityCase("سجل «12» ألف زائر", "«12» ألف زائر", 12_000, "زائر"),
    QuantityCase("اعتقل 42 من عناصر الشبكة", "42 من عناصر", 42, "عناصر"),
    QuantityCase("بمساحة 3 كيلومترات مربعة", "3 كيلومترات مربعة", 3, "كيلومترات مربعة"),
  ]) func `numerals count what follows`(_ example: QuantityCase) { check(example) }

  @Test(arguments: [
    QuantityCase("جرح ثلاثة جنود", "ثلاثة جنود", 3, "جنود"),
    QuantityCase("جرح أحد عشر جنديا", "أحد عشر جنديا", 11, "جنديا"),
    QuantityCase("غرقت اثنتا عشرة سفينة", "اثنتا عشرة سفينة", 12, "سفينة"),
    QuantityCase("غرقت خمس عشرة سفينة", "خمس عشرة سفينة", 15, "سفينة"),
    QuantityCase("غرقت إحدى وعشرون سفينة", "إحدى وعشرون سفينة", 21, "سفينة"),
    QuantityCase("جرح ثمانية وأربعون عاملا", "ثمانية وأربعون عاملا", 48, "عاملا"),
    QuantityCase("جرح مئة عامل", "مئة عامل", 100, "عامل"),
    QuantityCase("جرح مئتا عامل", "مئتا عامل", 200, "عامل"),
    QuantityCase("جرح ثلاثمئة عامل", "ثلاثمئة عامل", 300, "عامل"),
    QuantityCase("جرح خمس مائة عامل", "خمس مائة عامل", 500, "عامل"),
    QuantityCase(
      "حضر ألفين وثلاثمئة وخمسة وعشرين ضيفا", "ألفين وثلاثمئة وخمسة وعشرين ضيفا", 2325, "ضيفا"),
    QuantityCase("حضر أربعة آلاف ضيف", "أربعة آلاف ضيف", 4000, "ضيف"),
    QuantityCase("حضر خمسة وعشرون ألف ضيف", "خمسة وعشرون ألف ضيف", 25_000, "ضيف"),
    QuantityCase("كلف مليوني دولار", "مليوني دولار", 2_000_000, "دولار"),
    QuantityCase("كلف مليون ونصف المليون دولار", "مليون ونصف المليون دولار", 1_500_000, "دولار"),
    QuantityCase("كلف نصف مليون دولار", "نصف مليون دولار", 500_000, "دولار"),
    QuantityCase("وزع النصف مليار درهم كلها", "النصف مليار درهم", 500_000_000, "درهم"),
    QuantityCase("دفع من الربع مليون دينار", "الربع مليون دينار", 250_000, "دينار"),
    QuantityCase(
      "كلف ثلاثة مليارات وربع المليار يورو", "ثلاثة مليارات وربع المليار يورو", 3_250_000_000,
      "يورو"),
    QuantityCase("اعتقل ستة من مقاتلي الجماعة", "ستة من مقاتلي", 6, "مقاتلي"),
    QuantityCase("دمر خلية واحدة", "خلية واحدة", 1, "خلية"),
    QuantityCase("وبثماني بنادق", "ثماني بنادق", 8, "بنادق"),
  ]) func `number words are added up`(_ example: QuantityCase) { check(example) }

  @Test(arguments: [
    QuantityCase("جرح جنديين في الهجوم", "جنديين", 2, "جنديين"),
    QuantityCase("فازت امرأتان بالجائزة", "امرأتان", 2, "امرأتان"),
    QuantityCase("اعتقلت مواطنين اثنين", "مواطنين اثنين", 2, "مواطنين"),
    QuantityCase("قاد السيارة رجلان سعوديان", "رجلان", 2, "رجلان"),
    QuantityCase("سجلت حالتي وفاة", "حالتي", 2, "حالتي"),
    QuantityCase("باع طنين بدولارين", "طنين", 2, "طنين"),
  ]) func `a dual states two`(_ example: QuantityCase) {
    let analysis = NumbersFixture.analysis(example.text)
    let first = analysis.quantities.first
    #expect(first.map { analysis.words($0.span) } == example.span)
    #expect(first?.value == 2)
    #expect(first?.unit == example.unit)
  }

  @Test(arguments: [
    QuantityCase("جرح نحو 20 شخصا", "20 شخصا", 20, "شخصا", approx: true),
    QuantityCase("جرح أكثر من مئة شخص", "مئة شخص", 100, "شخص", approx: true),
    QuantityCase("جرح 20 شخصا على الأقل", "20 شخصا", 20, "شخصا", approx: true),
    QuantityCase("جرح بحوالي 20 شخصا", "20 شخصا", 20, "شخصا", approx: true),
    QuantityCase("جرح ما لا يقل عن عشرة أشخاص", "عشرة أشخاص", 10, "أشخاص", approx: true),
    QuantityCase("جرح عشرة أشخاص تقريبا", "عشرة أشخاص", 10, "أشخاص", approx: true),
    QuantityCase("آلات تجاوز ثمنها 7 ملايين درهم", "7 ملايين درهم", 7e6, "درهم", approx: true),
    QuantityCase(
      "بضائع تتجاوز قيمتها 40 مليون دينار", "40 مليون دينار", 4e7, "دينار", approx: true),
    QuantityCase("يتعدى عدد الصيادين 300 صياد", "300 صياد", 300, "صياد", approx: true),
    QuantityCase("ناهز عدد الزوار 5000 زائر", "5000 زائر", 5000, "زائر", approx: true),
    QuantityCase("فاقت أرباح المتجر 3 ملايين درهم", "3 ملايين درهم", 3e6, "درهم", approx: true),
    QuantityCase("يزيد عدد القوارب على 70 قاربا", "70 قاربا", 70, "قاربا", approx: true),
    QuantityCase("يقل وزن الطرد عن 9 كيلوغرامات", "9 كيلوغرامات", 9, "كيلوغرامات", approx: true),
  ]) func `approximators make it rough`(_ example: QuantityCase) { check(example) }

  @Test(arguments: [
    QuantityCase("باع التاجر بواقع 22 مليون درهم", "22 مليون درهم", 22e6, "درهم"),
    QuantityCase("ارتفع سعر الصندوق ليصل إلى 22 درهما", "22 درهما", 22, "درهما"),
    QuantityCase("تفوق مبيعات المتجر غيرها بنسبة 30%", "30%", 30, "%"),
    QuantityCase("زاد عدد القوارب 70 قاربا", "70 قاربا", 70, "قاربا"),
    QuantityCase("تجاوز الراعي التل، ومعه 70 خروفا", "70 خروفا", 70, "خروفا"),
  ]) func `what reaches or differs by a number is exact`(_ example: QuantityCase) { check(example) }

  @Test(arguments: [
    "قرار مجلس الأمن رقم 2216", "المادة 14 من الدستور", "فاز الفريق 3-1", "فاز الفريق 2 - 0",
    "اتصل على 0501234567", "مقاتلة إف-16", "عشرات القتلى", "آلاف النازحين", "ملايين الناس",
    "الذكرى الـ«63» للثورة", "في عام 2013", "منذ ثلاثة أيام", "عمره 30 عاما", "الساعة 14:30",
    "المرتبة الثالثة", "الجنديين المخطوفين", "في الدقيقة 87", "مؤتمر جنيف 1", "أحد الجنود",
    "لست أدري", "كمية الدم", "محافظة أبين", "سلطنة عمان", "زار بلدان كثيرة", "مسلحين موالين",
    "هذا العام", "الدورة التاسعة عشرة", "زيارة أفغانستان", "زارتني ابنتي سعاد",
    "انخفضت أسعار عيد 2015 كثيرا", "السنوات المالية الثلاث", "المجتمعون الأوائل",
  ]) func `what names, orders or dates is no quantity`(_ text: String) {
    let analysis = NumbersFixture.analysis(text)
    #expect(analysis.quantities.isEmpty, "\(analysis.quantities.map { analysis.words($0.span) })")
  }

  @Test func `a range shares scale and unit`() {
    let analysis = NumbersFixture.analysis("تراوح السعر بين 100 و300 ألف ريال، وحضر 20-30 شخصا")
    #expect(analysis.quantities.map(\.value) == [100_000, 300_000, 20, 30])
    #expect(analysis.quantities.map(\.unit) == ["ريال", "ريال", "شخصا", "شخصا"])
    #expect(analysis.quantities.prefix(2).map(\.isApproximate) == [true, true])
  }

  @Test func `a share has the unit of the whole`() {
    let analysis = NumbersFixture.analysis("أعيد 52 من أصل 58 منطادا، وحضر 3 من بين 9 آلاف مدعو")
    #expect(analysis.quantities.map(\.value) == [52, 58, 3, 9000])
    #expect(analysis.quantities.map(\.unit) == ["منطادا", "منطادا", "مدعو", "مدعو"])
    #expect(analysis.words(analysis.quantities[0].span) == "52")
  }

  @Test func `bare numbers count behind words of loss`() {
    let analysis = NumbersFixture.analysis(
      "مقتل 30 وإصابة 20 بجروح، واعتقل 171 خلال يوم واحد، 5 منهم أطفال")
    #expect(analysis.quantities.map(\.value) == [30, 20, 171, 5])
  }

  @Test func `title and content are read each for itself`() {
    let analysis = NumbersFixture.analysis("جرح 3 جنود", title: "مقتل 4 جنود")
    #expect(analysis.quantities.map(\.span.field) == [.title, .content])
    #expect(analysis.quantities.map(\.value) == [4, 3])
  }
}

import Articles
import Extraction
import Testing

/// A sentence with the only time in it.
struct TimeCase: Sendable, CustomTestStringConvertible {
  var text: String
  var span: String
  var type: TimeExpression.Kind
  var value: String

  init(_ text: String, _ span: String, _ type: TimeExpression.Kind, _ value: String) {
    self.text = text
    self.span = span
    self.type = type
    self.value = value
  }

  var testDescription: String { text }
}

@Suite struct `Times` {
  private func check(_ example: TimeCase) {
    let analysis = NumbersFixture.analysis(example.text)
    let found = analysis.times.map { (analysis.words($0.span), $0.kind, $0.value) }
    #expect(found.count == 1, "\(found)")
    guard let first = found.first else { return }
    #expect(first.0 == example.span)
    #expect(first.1 == example.type)
    #expect(first.2 == example.value)
  }

  @Test func `to nobody is no Sunday`() {
    #expect(NumbersFixture.analysis("ولم يكن لأحد أن يعرف").times.isEmpty)
    #expect(NumbersFixture.analysis("وتأجل اللقاء للأحد المقبل").times.count == 1)
  }

  @Test func `the first days of a month are dates of its calendar`() throws {
    let time = try #require(NumbersFixture.analysis("وكان ذلك أول أيام شهر رجب").times.first)
    #expect(time.value == "HIJRI-1437-07-01")
  }

  @Test(arguments: [
    TimeCase("وصل الوفد أمس إلى المدينة", "أمس", .date, "2016-03-08"),
    TimeCase("وأمس وصل الوفد", "أمس", .date, "2016-03-08"),
    TimeCase("يصل الوفد غداً", "غداً", .date, "2016-03-10"),
    TimeCase("يصل الوفد بعد غد", "بعد غد", .date, "2016-03-11"),
    TimeCase("وصل الوفد أول من أمس", "أول من أمس", .date, "2016-03-07"),
    TimeCase("وصل الوفد أمس الأول", "أمس الأول", .date, "2016-03-07"),
    TimeCase("وصل الوفد يوم أمس", "يوم أمس", .date, "2016-03-08"),
    TimeCase("ارتفع الناتج في الربع الأول قليلا", "الربع الأول", .date, "2016-Q1"),
    TimeCase("ارتفع الناتج في الربع الرابع قليلا", "الربع الرابع", .date, "2015-Q4"),
    TimeCase("يفتح المتحف في أبريل أمام الزوار", "أبريل", .date, "2016-04"),
    TimeCase("غادر المدينة منذ سنوات عدة", "سنوات عدة", .duration, "PXY"),
    TimeCase("وصل الوفد أمس الثلاثاء", "أمس الثلاثاء", .date, "2016-03-08"),
    TimeCase("وصل الوفد أمس (الثلاثاء) برا", "أمس (الثلاثاء)", .date, "2016-03-08"),
    TimeCase("افتتح الوزير اليوم الأحد المعرض", "اليوم الأحد", .date, "2016-03-06"),
    TimeCase("يلتقيان يوم غد الخميس", "يوم غد الخميس", .date, "2016-03-10"),
    TimeCase("افتتح الوزير اليوم المعرض", "اليوم", .date, "2016-03-09"),
    TimeCase("عاد الفريق الاثنين", "الاثنين", .date, "2016-03-07"),
    TimeCase("عاد الفريق يوم الأربعاء", "يوم الأربعاء", .date, "2016-03-09"),
    TimeCase("عاد الفريق الجمعة الماضية", "الجمعة الماضية", .date, "2016-03-04"),
    TimeCase("يعود الفريق يوم الأحد المقبل", "يوم الأحد المقبل", .date, "2016-03-13"),
    TimeCase("يعود الفريق السبت القادم", "السبت القادم", .date, "2016-03-12"),
    TimeCase("وشمل مران الفريق مساء الأمس الركض", "مساء الأمس", .time, "2016-03-08TEV"),
  ]) func `days count from the article`(_ example: TimeCase) { check(example) }

  @Test(arguments: [
    TimeCase("زادت الأسعار الأسبوع الماضي", "الأسبوع الماضي", .date, "2016-W09"),
    TimeCase("تجتمع اللجنة الأسبوع المقبل", "الأسبوع المقبل", .date, "2016-W11"),
    TimeCase("زادت الأسعار هذا الأسبوع", "هذا الأسبوع", .date, "2016-W10"),
    TimeCase("زادت الأسعار الشهر الماضي", "الشهر الماضي", .date, "2016-02"),
    TimeCase("زادت الأسعار الشهر الجاري", "الشهر الجاري", .date, "2016-03"),
    TimeCase("زادت الأسعار الشهر قبل الماضي", "الشهر قبل الماضي", .date, "2016-01"),
    TimeCase("زادت الأسعار العام المنصرم", "العام المنصرم", .date, "2015"),
    TimeCase("تزيد الأسعار السنة القادمة", "السنة القادمة", .date, "2017"),
    TimeCase("زادت الأسعار هذا العام", "هذا العام", .date, "2016"),
    TimeCase("تنتهي الأشغال نهاية الشهر", "نهاية الشهر", .date, "2016-03"),
    TimeCase("بدأت الأشغال مطلع العام الحالي", "مطلع العام الحالي", .date, "2016"),
    TimeCase("بدأت الأشغال في منتصف العام 2014", "منتصف العام 2014", .date, "2014"),
    TimeCase("في صيف العام الماضي", "صيف العام الماضي", .date, "2015-SU"),
    TimeCase("في شتاء 2010", "شتاء 2010", .date, "2010-WI"),
    TimeCase("تكثر الطيور في فصل الشتاء", "فصل الشتاء", .date, "XXXX-WI"),
    TimeCase("تفتح المدارس العام الدراسي المقبل", "العام الدراسي المقبل", .date, "FUTURE_REF"),
    TimeCase("فازوا في العام الدراسي الماضي", "العام الدراسي الماضي", .date, "PAST_REF"),
    TimeCase(
      "يقام المعرض في 15 نيسان من الشهر المقبل", "15 نيسان من الشهر المقبل", .date, "2016-04-15"),
    TimeCase("كانت القرية في ذلك الوقت صغيرة", "ذلك الوقت", .date, "PAST_REF"),
    TimeCase("كانت القرية في الأمس القريب صغيرة", "الأمس القريب", .date, "PAST_REF"),
    TimeCase("تكبر القرية يومًا بعد يوم", "يومًا بعد يوم", .set, "P1D"),
    TimeCase("تكبر القرية عاما بعد آخر", "عاما بعد آخر", .set, "P1Y"),
    TimeCase("وفي اليوم الثاني زار الوفد القرية", "اليوم الثاني", .date, "XXXX-XX-XX"),
    TimeCase("خلال النصف الأول من العام الماضي", "النصف الأول من العام الماضي", .date, "2015-H1"),
    TimeCase("في الربع الثالث من 2015", "الربع الثالث من 2015", .date, "2015-Q3"),
    TimeCase("منذ القرن الماضي", "القرن الماضي", .date, "19"),
    TimeCase("في القرن الثامن عشر", "القرن الثامن عشر", .date, "17"),
    TimeCase("في ثمانينيات القرن الماضي", "ثمانينيات القرن الماضي", .date, "198"),
    TimeCase("منذ السبعينات", "السبعينات", .date, "197"),
    TimeCase("للعام الدراسي المقبل", "للعام الدراسي المقبل", .date, "FUTURE_REF"),
    TimeCase("يفتح في عام 2017 المقبل", "عام 2017 المقبل", .date, "2017"),
    TimeCase("هبطت أرباح الشركة للعام الحالي", "للعام الحالي", .date, "2016"),
    TimeCase("نما الناتج سبعة في المئة العام الجاري", "العام الجاري", .date, "2016"),
    TimeCase(
      "هبطت أرباح النصف الأول للعام الحالي", "النصف الأول للعام الحالي", .date, "2016-H1"),
    TimeCase("ففي الربع الأول زادت الأرباح", "الربع الأول", .date, "2016-Q1"),
    TimeCase("تسافر الطيور في فترة الشتاء جنوبا", "فترة الشتاء", .date, "XXXX-WI"),
    TimeCase("يزيد الطلب خلال أشهر الصيف", "أشهر الصيف", .date, "XXXX-SU"),
    TimeCase("غاب عن الملاعب في الفترة السابقة", "الفترة السابقة", .date, "PAST_REF"),
    TimeCase("يزيد الطلب خلال الصيف", "الصيف", .date, "2016-SU"),
    TimeCase("يبدأ العمل في الفترة القليلة المقبلة", "الفترة القليلة المقبلة", .date, "FUTURE_REF"),
    TimeCase("تغيرت القرية مطلع هذا القرن", "مطلع هذا القرن", .date, "20"),
    TimeCase("بني الجسر في القرن السابع الهجري", "القرن السابع الهجري", .date, "HIJRI-06"),
    TimeCase(
      "تفتتح الكلية للعام الدراسي القادم 1438هـ", "للعام الدراسي القادم 1438هـ", .date, "HIJRI-1438"
    ),
    TimeCase("تعود أغاني جيل الثمانينيات إلى المسرح", "الثمانينيات", .date, "198"),
    TimeCase("زار القرية في الأسبوع الثاني للمعرض", "الأسبوع الثاني", .date, "XXXX-WXX"),
    TimeCase("واصل المعرض في يومه الرابع أنشطته", "يومه الرابع", .date, "XXXX-XX-XX"),
    TimeCase("تزاحم الزوار في ثاني أيام المعرض", "ثاني أيام", .date, "XXXX-XX-XX"),
  ]) func `weeks, months and years count from the article`(_ example: TimeCase) { check(example) }

  @Test(arguments: [
    TimeCase("ولد في 3 نوفمبر 1975", "3 نوفمبر 1975", .date, "1975-11-03"),
    TimeCase(
      "ولد في 3 تشرين الثاني/نوفمبر 1975", "3 تشرين الثاني/نوفمبر 1975", .date, "1975-11-03"),
    TimeCase(
      "ولد في الخامس من أيار/مايو من عام 1980م", "الخامس من أيار/مايو من عام 1980م", .date,
      "1980-05-05"),
    TimeCase("ولد يوم 12 أبريل (نيسان) الماضي", "يوم 12 أبريل (نيسان) الماضي", .date, "2015-04-12"),
    TimeCase("عاد الخميس 3 مارس/آذار", "الخميس 3 مارس/آذار", .date, "2016-03-03"),
    TimeCase(
      "ولد في الحادي والعشرين من يناير ١٩٩٠", "الحادي والعشرين من يناير ١٩٩٠", .date, "1990-01-21"),
    TimeCase("ولد بتاريخ 23/7/2015", "23/7/2015", .date, "2015-07-23"),
    TimeCase("ولد بتاريخ 2015-07-23", "2015-07-23", .date, "2015-07-23"),
    TimeCase("ولد بتاريخ 23.7.2015", "23.7.2015", .date, "2015-07-23"),
    TimeCase("عاد في فبراير شباط", "فبراير شباط", .date, "2016-02"),
    TimeCase("عاد في يوليو (تموز) الماضي", "يوليو (تموز) الماضي", .date, "2015-07"),
    TimeCase("عاد في شهر مايو", "شهر مايو", .date, "2015-05"),
    TimeCase("سيعود في شهر مايو", "شهر مايو", .date, "2016-05"),
    TimeCase("سيعقد اللقاء في مايو", "مايو", .date, "2016-05"),
    TimeCase("منذ نهاية أكتوبر 2012", "نهاية أكتوبر 2012", .date, "2012-10"),
    TimeCase("في العام 2011 تغير كل شيء", "العام 2011", .date, "2011"),
    TimeCase("في سنة ٢٠٠٥ تغير كل شيء", "سنة ٢٠٠٥", .date, "2005"),
    TimeCase("تحتلها منذ 1974", "1974", .date, "1974"),
    TimeCase("عاد التاريخ إلى 1974 وبقي", "1974", .date, "1974"),
    TimeCase("انتخب في 2014 رئيسا للنادي", "2014", .date, "2014"),
    TimeCase("1952 - افتتاح أول مدرسة في القرية", "1952", .date, "1952"),
    TimeCase("توفي الشاعر بعدما توفي 1954 أبوه", "1954", .date, "1954"),
    TimeCase("غيرت ثورة 1952 وجه القرية", "1952", .date, "1952"),
    TimeCase("في الخامس من الشهر الجاري", "الخامس من الشهر الجاري", .date, "2016-03-05"),
  ]) func `dates are read in every naming`(_ example: TimeCase) { check(example) }

  @Test(arguments: [
    TimeCase("صدر في 7 شوال 1436هـ", "7 شوال 1436هـ", .date, "HIJRI-1436-10-07"),
    TimeCase("صدر في 7/10/1436هـ", "7/10/1436هـ", .date, "HIJRI-1436-10-07"),
    TimeCase("صدر عام 1436هـ", "عام 1436هـ", .date, "HIJRI-1436"),
    TimeCase("يصدر بحلول العام 1440", "العام 1440", .date, "HIJRI-1440"),
    TimeCase("صام شهر رمضان", "شهر رمضان", .date, "HIJRI-1437-09"),
    TimeCase("في العاشر من محرم", "العاشر من محرم", .date, "HIJRI-1437-01-10"),
    TimeCase("طوال أيام عيد الأضحى المبارك", "أيام عيد الأضحى المبارك", .date, "HIJRI-1437-12-10"),
    TimeCase("الأحد 10 جمادى الآخرة", "الأحد 10 جمادى الآخرة", .date, "HIJRI-1437-06-10"),
    TimeCase("يكثر المصلون في الشهر الفضيل", "الشهر الفضيل", .date, "HIJRI-1437-09"),
    TimeCase("يكثر المصلون ليالي رمضان", "رمضان", .date, "HIJRI-1437-09"),
    TimeCase("صام شهر رمضان من العام 2014", "شهر رمضان من العام 2014", .date, "HIJRI-1435-09"),
    TimeCase(
      "فتح السوق في اليوم الثاني من عيد الفطر", "اليوم الثاني من عيد الفطر", .date,
      "HIJRI-1437-10-02"),
    TimeCase("زار القرية في أحد أيام شهر رمضان", "شهر رمضان", .date, "HIJRI-1437-09"),
    TimeCase("اجتمعت الأسرة صباح العيد", "صباح العيد", .time, "HIJRI-1437-10-01TMO"),
    TimeCase(
      "فتح السوق عصر أول أيام العيد", "عصر أول أيام العيد", .time, "HIJRI-1437-10-01TAF"),
  ]) func `Hijri dates keep their calendar`(_ example: TimeCase) { check(example) }

  @Test(arguments: [
    ("صدر في 7 شوال 1436هـ", "2015-07-23"), ("صدر في 1 محرم 1437هـ", "2015-10-14"),
    ("صدر في 12 ربيع الأول 1300هـ", "1883-01-21"),
  ]) func `Hijri dates are converted by Umm al-Qura, outside it by arithmetic`(
    _ text: String, _ gregorian: String
  ) {
    #expect(NumbersFixture.analysis(text).times.map(\.gregorian) == [gregorian])
  }

  @Test(arguments: [
    TimeCase("دام القتال 3 أيام", "3 أيام", .duration, "P3D"),
    TimeCase("دام القتال ثلاثة أسابيع", "ثلاثة أسابيع", .duration, "P3W"),
    TimeCase("دام القتال يومين", "يومين", .duration, "P2D"),
    TimeCase("يهدد منذ أسابيع", "أسابيع", .duration, "PXW"),
    TimeCase("يهدد خلال «أشهر» قليلا", "أشهر", .duration, "PXM"),
    TimeCase("يقاتل منذ ست سنوات", "ست سنوات", .duration, "P6Y"),
    TimeCase("يقاتل منذ أكثر من سنة", "سنة", .duration, "P1Y"),
    TimeCase("كان عمره 30 عاما", "30 عاما", .duration, "P30Y"),
    TimeCase("وارتفعت في النصف الثاني من مايو الماضي", "مايو الماضي", .date, "2015-05"),
    TimeCase("وله ابن يبلغ 17 من العمر", "17 من العمر", .duration, "P17Y"),
    TimeCase("أقفل المصنع قبل سنوات خلت", "سنوات خلت", .duration, "PXY"),
    TimeCase("وهو في الأربعين من العمر", "الأربعين من العمر", .duration, "P40Y"),
    TimeCase("وهو في الخامسة والعشرين من عمره", "الخامسة والعشرين من عمره", .duration, "P25Y"),
    TimeCase("بعمر (7) سنوات", "(7) سنوات", .duration, "P7Y"),
    TimeCase("خلال الأيام الثلاثة الماضية", "الأيام الثلاثة الماضية", .duration, "P3D"),
    TimeCase("خلال الأشهر الماضية", "الأشهر الماضية", .duration, "PXM"),
    TimeCase("في اليومين المقبلين", "اليومين المقبلين", .duration, "P2D"),
    TimeCase("انتظر نصف ساعة", "نصف ساعة", .duration, "PT30M"),
    TimeCase("انتظر ساعتين ونصف الساعة", "ساعتين ونصف الساعة", .duration, "PT2H30M"),
    TimeCase("غاب عامين ونصف", "عامين ونصف", .duration, "P2Y6M"),
    TimeCase("قضى مع الفريق 10 مواسم", "10 مواسم", .duration, "P10Y"),
    TimeCase("عاقبته المحكمة بالسجن شهرا", "شهرا", .duration, "P1M"),
    TimeCase("سُجن الحارس سنة وستة أشهر", "سنة وستة أشهر", .duration, "P1Y6M"),
    TimeCase("دامت الرحلة ثلاثة أيام و5 ساعات", "ثلاثة أيام و5 ساعات", .duration, "P3DT5H"),
    TimeCase("انتظر ساعتين وعشرين دقيقة", "ساعتين وعشرين دقيقة", .duration, "PT2H20M"),
    TimeCase("غاب أربع سنوات وشهرين", "أربع سنوات وشهرين", .duration, "P4Y2M"),
    TimeCase("انتظر ثواني معدودة", "ثواني معدودة", .duration, "PTXS"),
    TimeCase("غاب عدة أيام", "عدة أيام", .duration, "PXD"),
    TimeCase("قاد الشركة لثلاثين عاما", "ثلاثين عاما", .duration, "P30Y"),
    TimeCase("غاب يوما واحدا", "يوما واحدا", .duration, "P1D"),
    TimeCase("غاب خمسة وعشرين يوما", "خمسة وعشرين يوما", .duration, "P25D"),
    TimeCase("خلال العشرين سنة الماضية", "العشرين سنة الماضية", .duration, "P20Y"),
    TimeCase("غاب منذ سنوات للعلاج", "سنوات", .duration, "PXY"),
    TimeCase("امتد قرابة الساعتين", "الساعتين", .duration, "PT2H"),
    TimeCase("يعمل منذ أكثر من عقد", "عقد", .duration, "P1DE"),
    TimeCase("قاد الشركة لثلاثة عقود متتالية", "ثلاثة عقود", .duration, "P3DE"),
    TimeCase("عاش القوم هنا منذ مئات السنين", "مئات السنين", .duration, "PXY"),
    TimeCase("عاد إلى القرية بعدها بأيام", "أيام", .duration, "PXD"),
    TimeCase("سافر قبل السباق بأسبوع", "أسبوع", .duration, "P1W"),
    TimeCase("يتدرب منذ فترة طويلة", "فترة طويلة", .duration, "PX"),
    TimeCase("انتقل إلى النادي لمدة موسم واحد", "موسم واحد", .duration, "P1Y"),
    TimeCase("أعير اللاعب لموسمين", "موسمين", .duration, "P2Y"),
    TimeCase(
      "خلال الساعات الأربع والعشرين الماضية", "الساعات الأربع والعشرين الماضية", .duration, "PT24H"),
    TimeCase("ركزوا على اللياقة في الأيام الأولى", "الأيام الأولى", .duration, "PXD"),
  ]) func `lengths of time and ages are durations`(_ example: TimeCase) { check(example) }

  @Test(arguments: [
    TimeCase("تنطلق الساعة الرابعة عصرا", "الساعة الرابعة عصرا", .time, "2016-03-09T16:00"),
    TimeCase("تنطلق الساعة 10:30 مساء", "الساعة 10:30 مساء", .time, "2016-03-09T22:30"),
    TimeCase("تنطلق عند 14:30", "14:30", .time, "2016-03-09T14:30"),
    TimeCase(
      "تنطلق الساعة العاشرة إلا عشر دقائق صباحا", "الساعة العاشرة إلا عشر دقائق صباحا", .time,
      "2016-03-09T09:50"),
    TimeCase("تنطلق الساعة 9.30 مساء", "الساعة 9.30 مساء", .time, "2016-03-09T21:30"),
    TimeCase("هبط السهم بحلول الساعة 0745", "الساعة 0745", .time, "2016-03-09T07:45"),
    TimeCase("هبط السهم بحلول الساعة 47ر09", "الساعة 47ر09", .time, "2016-03-09T09:47"),
    TimeCase(
      "تنطلق عند الثامنة من صباح يوم غد", "الثامنة من صباح يوم غد", .time, "2016-03-10T08:00"),
    TimeCase(
      "تنطلق الساعة الخامسة والنصف فجرا", "الساعة الخامسة والنصف فجرا", .time, "2016-03-09T05:30"),
    TimeCase(
      "تنطلق الساعة التاسعة إلا ربعا مساء", "الساعة التاسعة إلا ربعا مساء", .time,
      "2016-03-09T20:45"),
    TimeCase("وصل مساء أمس", "مساء أمس", .time, "2016-03-08TEV"),
    TimeCase("وصل فجر الجمعة", "فجر الجمعة", .time, "2016-03-04TMO"),
    TimeCase("وصل ليل الأحد", "ليل الأحد", .time, "2016-03-06TNI"),
    TimeCase("وصل صباحا", "صباحا", .time, "2016-03-09TMO"),
    TimeCase("وصل ليل أمس الثلاثاء", "ليل أمس الثلاثاء", .time, "2016-03-08TNI"),
    TimeCase("وصل الليلة الماضية", "الليلة الماضية", .time, "2016-03-08TNI"),
    TimeCase("وصل بعد ظهر أمس", "بعد ظهر أمس", .time, "2016-03-08TAF"),
    TimeCase("وصل عند منتصف النهار", "منتصف النهار", .time, "2016-03-09TMI"),
    TimeCase(
      "وصل في ساعة متأخرة من مساء أمس", "ساعة متأخرة من مساء أمس", .time, "2016-03-08TEV"),
    TimeCase("وصل في وقت مبكر الثلاثاء", "وقت مبكر الثلاثاء", .time, "2016-03-08TMO"),
  ]) func `clock times and parts of the day are times`(_ example: TimeCase) { check(example) }

  @Test(arguments: [
    TimeCase("يتدرب يوميا", "يوميا", .set, "P1D"),
    TimeCase("يتدرب كل أسبوع", "كل أسبوع", .set, "P1W"),
    TimeCase("تعقد سنوياً", "سنوياً", .set, "P1Y"),
    TimeCase("يتدرب كل ثلاثة أيام", "كل ثلاثة أيام", .set, "P3D"),
    TimeCase("يتدرب كل يوم خميس", "كل يوم خميس", .set, "XXXX-WXX-4"),
    TimeCase("يدرس الآن الخطة", "الآن", .date, "PRESENT_REF"),
    TimeCase("ينتشر حاليا", "حاليا", .date, "PRESENT_REF"),
    TimeCase("وقع الاتفاق مؤخرا", "مؤخرا", .date, "PAST_REF"),
    TimeCase("تغير ذلك في الآونة الأخيرة", "الآونة الأخيرة", .date, "PAST_REF"),
    TimeCase("قديما كانت القرية ميناء", "قديما", .date, "PAST_REF"),
    TimeCase("أعلن الوزير سابقا خطة كبيرة", "سابقا", .date, "PAST_REF"),
    TimeCase("أعلن في وقت سابق", "وقت سابق", .date, "PAST_REF"),
    TimeCase("أعلن الوزير سابقا عن خطة", "سابقا", .date, "PAST_REF"),
    TimeCase("ينشر التقرير قريبا", "قريبا", .date, "FUTURE_REF"),
    TimeCase("فاز في الموسم الماضي", "الموسم الماضي", .date, "PAST_REF"),
    TimeCase("يزرعون القمح منذ القدم", "القدم", .date, "PAST_REF"),
    TimeCase("زار القرية ذات يوم شاعر", "ذات يوم", .date, "PAST_REF"),
    TimeCase("تابع النادي المنضم حديثا للدوري تدريباته", "حديثا", .date, "PAST_REF"),
    TimeCase("نحتاج إلى ذلك في العصر الحاضر", "العصر الحاضر", .date, "PRESENT_REF"),
  ]) func `sets and references have their values`(_ example: TimeCase) { check(example) }

  @Test(arguments: [
    "جرف السيل جسرا قديما", "كان البيت قديما", "انتخبوا وزيرا سابقا", "عينوا ضابطا كبيرا سابقا",
    "الأمين العام الحالي", "صلاة الجمعة", "اليوم الوطني", "خلال اليوم", "رجب طيب",
    "بشكل عام", "مارس ضغوطا على الحكومة", "وقع عقد الشراكة", "أحد الجنود",
    "قبل الفجر الكاذب بقليل حكى",
    "وجهة ثانية", "صباح الخير", "عند باب المسجد", "فاز 2-صفر", "في المائة تقريبا", "قريبا من البحر",
    "كل عام وأنتم بخير", "محمد رمضان نجم المسلسل",
    "إحدى أشهر المدارس", "أدوا الصلاة في وقتها المحدد", "أجرى حديثا عن الشعر", "لعبة كرة القدم",
    "من أمسيات الليلة الشعرية", "شارك في الليلة الشعبية", "وقت مبكر جدا",
    "أحد ثوار من الربيع العربي", "السنة الأولى من الجامعة",
  ]) func `words that look like times are none`(_ text: String) {
    let analysis = NumbersFixture.analysis(text)
    let found = analysis.times.map { analysis.words($0.span) }
    #expect(found.allSatisfy { $0 == "الفجر" }, "\(found)")
  }

  @Test func `several times in a sentence keep apart`() {
    let analysis = NumbersFixture.analysis(
      "بين سبتمبر ويناير الماضيين، وعامي 2012 و2013، ومن 20 إلى 25 فبراير")
    #expect(
      analysis.times.map(\.value) == [
        "2015-09", "2016-01", "2012", "2013", "2016-02-20", "2016-02-25",
      ])
  }

  @Test func `a year behind a year stays one before a noun`() {
    let analysis = NumbersFixture.analysis("عمل من 1990 إلى 2012 مديرا للمصنع")
    #expect(analysis.times.map(\.value) == ["1990", "2012"])
  }

  @Test(arguments: ["(1990 إلى 2012)", "1990 - 2012", "(1990-2012)"])
  func `both years of a span are found`(_ span: String) {
    let analysis = NumbersFixture.analysis("عمل مديرا للمصنع \(span)، ثم تقاعد")
    #expect(analysis.times.map(\.value) == ["1990", "2012"])
  }

  @Test(arguments: [
    ("يلعب يومي الأحد والاثنين المقبلين", ["2016-03-13", "2016-03-14"]),
    ("يفتح من الخامسة حتى العاشرة مساء", ["2016-03-09T17:00", "2016-03-09T22:00"]),
    ("يفتح من 9 إلى 11 صباحا", ["2016-03-09T09:00", "2016-03-09T11:00"]),
    ("لعب عام 2002 أو 2003 هنا", ["2002", "2003"]),
    ("فاز الحزب. 1952 - استقلال البلاد", ["1952"]),
  ]) func `two times share what stands once`(_ text: String, _ values: [String]) {
    #expect(NumbersFixture.analysis(text).times.map(\.value) == values)
  }

  @Test func `days that share a month may be three`() {
    let analysis = NumbersFixture.analysis("تقام الدورة في 12 و13 و14 أبريل المقبل")
    #expect(analysis.times.map(\.value) == ["2016-04-12", "2016-04-13", "2016-04-14"])
  }

  @Test func `a weekday follows Friday, and a nationality`() {
    let analysis = NumbersFixture.analysis(
      "قصف الجيش المصري السبت الجبال، والجمعة والسبت على الطريق")
    #expect(analysis.times.map(\.value) == ["2016-03-05", "2016-03-04", "2016-03-05"])
  }

  @Test func `a second length is no part of the first`() {
    let analysis = NumbersFixture.analysis("بين ثلاث سنوات وسبع سنوات، وبين 4 و22 عاما")
    #expect(analysis.times.map(\.value) == ["P3Y", "P7Y", "P4Y", "P22Y"])
    let words = NumbersFixture.analysis("تتراوح العقوبة بين ثلاث وخمس سنوات")
    #expect(words.times.map(\.value) == ["P3Y", "P5Y"])
  }

  @Test func `a part of day takes the day last spoken of`() {
    let analysis = NumbersFixture.analysis("وصل أمس إلى المدينة. والتقى مساء بالوزير.")
    #expect(analysis.times.map(\.value) == ["2016-03-08", "2016-03-08TEV"])
  }

  @Test func `a day named in full lends its year to its repetition`() {
    let analysis = NumbersFixture.analysis(
      "ثورة 14 يناير 2011 غيرت البلاد. ومنذ ثورة 14 يناير تغيرت.")
    #expect(analysis.times.map(\.value) == ["2011-01-14", "2011-01-14"])
  }

  @Test func `without a date values stay open`() {
    let analysis = NumbersFixture.analysis(
      "أمس والأسبوع الماضي وفي الساعة الرابعة عصرا وعام 2013 وفي 3 مايو", date: nil)
    #expect(
      analysis.times.map(\.value) == ["XXXX-XX-XX", "XXXX-WXX", "T16:00", "2013", "XXXX-05-03"])
  }

  @Test(arguments: ["2016-03-09", "2016-03-09 02:51:32", "2016-03-09T02:51:32Z"])
  func `every form of the article's date counts`(_ date: String) {
    #expect(NumbersFixture.analysis("أمس", date: date).times.map(\.value) == ["2016-03-08"])
  }
}

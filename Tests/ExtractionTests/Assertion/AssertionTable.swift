import Testing

/// What the assertion reader should say: the words in brackets, their polarity and modality
/// (`asserted fact` where left out) and the source's words.
struct AssertionCase: Sendable, CustomTestStringConvertible {
  let id: Int
  let text: String
  let expected: String
  let source: String?

  var testDescription: String { "\(id): \(text)" }
}

/// 124 sentences, the first 120 written before the reader.
let assertionTable: [AssertionCase] = {
  let lines = assertionLines.split(separator: "\n").map { $0.split(separator: "|") }
  return lines.enumerated().map { index, cells in
    AssertionCase(
      id: index + 1, text: String(cells[0]), expected: cells.count > 1 ? String(cells[1]) : "",
      source: cells.count > 2 ? String(cells[2]) : nil)
  }
}()

private let assertionLines = """
  [هاجم] المسلحون القرية ليلا.|asserted fact
  [وصل] الوفد إلى العاصمة صباح اليوم.|asserted fact
  [قصفت] الطائرات مواقع قرب الحدود.|asserted fact
  لم [يهاجم] المسلحون القرية.|negated fact
  ولم [تعلن] أي جهة مسؤوليتها عن التفجير.|negated fact
  لن [نقبل] بأي اعتداء على أرضنا.|negated future
  لا [تملك] الوزارة أرقاما دقيقة.|negated fact
  ما [زار] الوزير المدينة قط.|negated fact
  ليس [الهجوم] من فعل جماعة معروفة.|negated fact
  ليست [المفاوضات] سهلة.|negated fact
  الوضع غير [مستقر] في الجنوب.|negated fact
  أكد عدم [وجود] ضحايا.|negated fact
  غادر القاعة دون [الإدلاء] بأي تصريح.|negated fact
  خرج من دون أن [يتحدث] إلى الصحافة.|negated fact
  لم يصل الوفد، لكن [الاجتماع] عقد في موعده.|asserted fact
  نفى القائد أنه انسحب، لكنه [تعهد] بالعودة.|asserted fact
  لم تتوقف المعارك و[سقط] عشرات القتلى.|asserted fact
  قال سالم إنه لم [يوقع] الاتفاق.|negated fact|سالم
  نفى المتحدث أن [تكون] القوات قد انسحبت.|denied fact|المتحدث
  نفت الوزارة [مقتل] أي جندي.|denied fact|الوزارة
  وأنكر المتهم [مشاركته] في الهجوم.|denied fact|المتهم
  لا صحة ل[الأنباء] عن انسحاب القوات.|denied fact
  لا أساس لما تردد عن [إغلاق] المعبر.|denied fact
  استبعد الوزير [شن] عملية برية.|denied fact|الوزير
  استبعد الخبير أن [ترتفع] الأسعار.|denied fact|الخبير
  كذبت الشركة أنباء [إفلاسها].|denied fact|الشركة
  قال مسؤول إن بلاده تنفي [تورطها] في الحادث.|denied fact|مسؤول
  نافيا [وجود] أي خلاف، قال الوزير إن العلاقات جيدة.|denied fact|الوزير
  ولم ينف المتحدث [وقوع] الانفجار.|asserted fact|المتحدث
  إذا [هاجمونا] فسندافع عن أنفسنا.|asserted conditional
  إذا هاجمونا [فسنرد] بقوة.|asserted conditional
  سنرد بقوة إذا [تكرر] القصف.|asserted conditional
  [سنرد] بقوة إذا تكرر القصف.|asserted conditional
  في حال [فشلت] المحادثات ستعود الحرب.|asserted conditional
  في حال فشلت المحادثات [ستعود] الحرب.|asserted conditional
  [ستنسحب] القوات ما لم يوقع الاتفاق.|asserted conditional
  لو [وصلت] المساعدات لنجا كثيرون.|asserted conditional
  إن لم [ينسحبوا] فستكون الحرب.|negated conditional
  هدد القائد [بقصف] المدينة إذا لم تفتح الطرق.|asserted conditional|القائد
  وحذر من أن بلاده [سترد] في حال تعرضها لهجوم.|asserted conditional
  سيدرس المجلس ما إذا [كان] القرار قانونيا.|asserted conditional
  اشترط وقف النار شريطة أن [يفرج] عن الأسرى.|asserted conditional
  [سيصل] الوفد غدا.|asserted future
  سوف [تبدأ] العملية قريبا.|asserted future
  [وستشارك] خمس دول في المناورات.|asserted future
  من المقرر أن [يلتقي] الوزيران غدا.|asserted future
  من المتوقع أن [تنخفض] الحرارة.|asserted future
  تعتزم الحكومة [رفع] الرسوم.|asserted future
  يعتزم الجيش [شن] هجوم واسع.|asserted future
  تستعد القوات [لاقتحام] المدينة.|asserted future
  قال كمال إن القوات [ستقتحم] المدينة قريبا.|asserted future|كمال
  قد [تشن] القوات هجوما جديدا.|asserted future
  ربما [تتأخر] الرحلة.|asserted future
  لن [تتراجع] القوات عن مواقعها.|negated future
  لن تتراجع القوات، و[ستبقى] في مواقعها.|asserted future
  وتوقع الخبير أن [يتراجع] الإنتاج.|asserted future|الخبير
  توقع الخبراء بعد أن توقع الوزير أن [ينجح] الموسم.|asserted future|الوزير
  شركة النخيل توقع [عقدا] لبناء جسر.|asserted fact
  هيئة السدود توقع مذكرة تفاهم ل[بناء] جسر.|asserted fact
  ووقع وزيرا الزراعة ميثاقا. من المتوقع أن توقع الشركة غدا [عقدا].|asserted future
  توقع شركة النخيل [عقدا] مع البلدية.|asserted fact
  توقع تركيا وإيران بروتوكولا ل[تسهيل] التجارة.|asserted fact
  وتوقع هيئة السدود مع البلدية مذكرة ل[بناء] جسر.|asserted fact
  شركة النخيل توقع مع البلدية عقد [إنشاء] جسر.|asserted fact
  شركة النخيل توقع اليوم مذكرة ل[بناء] جسر.|asserted fact
  توقع الخبراء اتفاقا [ينهي] الحرب.|asserted future|الخبراء
  توقع السودان اتفاقا [ينهي] الحرب.|asserted future|السودان
  توقع زيادة صفقات [بيع] النفط.|asserted future
  تعهد الرئيس [بمحاربة] الفساد.|asserted future|الرئيس
  نأمل أن [يعود] السلام.|asserted wish
  يأمل السكان أن [تفتح] الطرق.|asserted wish
  وتمنى الوزير أن [تنجح] المفاوضات.|asserted wish|الوزير
  نتمنى [عودة] الهدوء سريعا.|asserted wish
  ليت الحرب [تنتهي] اليوم.|asserted wish
  يجب أن [ينسحب] الجيش من المدينة.|asserted wish
  ينبغي [وقف] القتال فورا.|asserted wish
  طالب النائب [بإقالة] المحافظ.|asserted wish|النائب
  دعا المبعوث إلى [وقف] إطلاق النار.|asserted wish|المبعوث
  لا بد من [محاسبة] المسؤولين.|asserted wish
  قال سامي: «نأمل أن [تنجح] الهدنة في كل المناطق».|asserted wish|سامي
  زعم التنظيم أنه [أسقط] طائرة.|asserted report|التنظيم
  زعمت الجماعة أن مقاتليها [سيطروا] على البلدة.|asserted report|الجماعة
  ادعى المتهم أنه [كان] خارج البلاد.|asserted report|المتهم
  يقال إن الاجتماع [عقد] سرا.|asserted report
  يتردد أن الوزير [استقال].|asserted report
  [انسحب] المقاتلون من القرية، على حد زعم التنظيم.|asserted report|التنظيم
  وفق مزاعم الجماعة [قتل] ثلاثة جنود.|asserted report|الجماعة
  قال سمير إن الطريق [مفتوح].|asserted fact|سمير
  وأكدت الوزارة أن الحدود [مغلقة].|asserted fact|الوزارة
  [قتل] ثلاثة جنود، بحسب مصدر عسكري.|asserted fact|مصدر عسكري
  بحسب الوزارة [أصيب] عشرة أشخاص.|asserted fact|الوزارة
  وفقا لوكالة الأنباء الرسمية، [انتهت] المعركة.|asserted fact|وكالة الأنباء الرسمية
  أعلن الجيش أنه [دمر] مخزنا للسلاح.|asserted fact|الجيش
  ذكرت وسائل إعلام محلية أن القافلة [وصلت].|asserted fact|وسائل إعلام محلية
  أوضح مصدر أمني أن الانفجار [وقع] قرب السوق.|asserted fact|مصدر أمني
  قال العميد حسن: «[دخلت] قواتنا المدينة هذا الصباح».|asserted fact|حسن
  قال الوزير إن بلاده لن [تشارك] في الحرب.|negated future|الوزير
  وأضاف أن المفاوضات لم [تتوقف] يوما، بحسب الوكالة.|negated fact|الوكالة
  أكد الرئيس أن الجيش [سينتصر].|asserted future|الرئيس
  هدد الرئيس [بشن] هجوم على القواعد.|asserted future|الرئيس
  وهدد بأنه [سيقصف] المطار.|asserted future
  وعد الوزير بأن [تصرف] الرواتب قريبا.|asserted future|الوزير
  حذر من أن الحرب [قادمة].|asserted fact
  نقلت الصحيفة عن مسؤول أن الاتفاق [وقع] أمس.|asserted fact|مسؤول
  وقال إن الجماعة لا [تعترف] بالقرار ولن تنفذه.|negated fact
  وقال إن الجماعة لا تعترف بالقرار ولن [تنفذه].|negated future
  لم يكن [الهجوم] مفاجئا.|negated fact
  لا يمكن [قبول] هذا العرض.|negated fact
  لا تزال المعارك [مستمرة] في الضواحي.|asserted fact
  لم يعد [الطريق] آمنا.|negated fact
  ما زال الوفد [ينتظر] الرد.|asserted fact
  لم يصب أحد إلا [سائق] الحافلة.|asserted fact
  لم يقتل في القصف سوى [جندي] واحد.|asserted fact
  وما [حدث] أمس جريمة.|asserted fact
  رحب بما [أعلنه] المجلس.|asserted fact
  رفض الوزير [لقاء] الوفد.|negated fact
  فشلت القوات في [دخول] المدينة.|negated fact
  قال المدير إنه لا يستبعد [تأجيل] المباراة.|asserted future|المدير
  وقال شاهد عيان إن المسلحين [أطلقوا] النار.|asserted fact|شاهد عيان
  لو لم [يتدخل] الجيش لسقطت المدينة.|negated conditional
  قال القائد: إن هاجمتنا أي قوة [فسنرد] عليها.|asserted conditional|القائد
  رغم أن القصف [توقف] لم يعد السكان.|asserted fact
  حتى لو [توقف] القصف فلن نعود.|asserted conditional
  وقال الناطق إن القصف [توقف] وإن السكان عادوا.|asserted fact|الناطق
  وقال الناطق إن القصف توقف وإن السكان لم [يعودوا].|negated fact|الناطق
  لم يهاجم الجيش القرية، بل [دافع] عنها.|asserted fact
  وليس صحيحا أن الوزير [استقال].|denied fact
  من غير المتوقع أن [يشارك] اللاعب.|negated future
  ليس من المقرر أن [يزور] الرئيس المدينة.|negated future
  بدون [اتفاق] ستستمر الأزمة.|negated fact
  عقد الاجتماع رغم عدم [حضور] المندوب.|negated fact
  وقالت الشرطة إنها [اعتقلت] مشتبها به ولم تكشف اسمه.|asserted fact|الشرطة
  وقالت الشرطة إنها اعتقلت مشتبها به ولم [تكشف] اسمه.|negated fact|الشرطة
  لم يصل الوفد، غير أن [الاجتماع] عقد في موعده.|asserted fact
  نفى القائد أنه انسحب، غير أنه [تعهد] بالعودة.|asserted fact|القائد
  قال القائد: إن هاجم العدو المدينة [فسنرد] عليه.|asserted conditional|القائد
  """

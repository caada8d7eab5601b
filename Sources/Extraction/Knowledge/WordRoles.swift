internal import ArabicText

/// What a closed-class word does where a reader asks for it by its part in the clause, not by its kind. Which words do
/// so is data: the rows of `word_roles.tsv`, whose roles have these names.
enum WordRole: UInt8, CaseIterable, Sendable {
  // Of clauses.
  /// لكن، بل: another statement begins.
  case adversative
  /// غير، بيد before أن: another statement begins.
  case adversativeBeforeAnna
  /// قط، سوى: stands in negated clauses only.
  case negativePolarity
  /// عندما، إذا: a clause that belongs to what is reported.
  case subordinator
  /// بينما، كما: another one speaks, or of another thing.
  case contrast
  /// رغم، إلا before أن.
  case concessive
  /// وهو، وهي: the article's own remark.
  case aside
  /// مما: what was told before has what follows as its consequence.
  case consequence
  /// دون، بدون
  case without
  /// أن، إنه: opens a clause behind a name.
  case complementiser
  /// أن، لأن: a noun stands behind it, no verb.
  case beforeNoun
  /// في، كل: the word right behind it is its noun, whatever verb has the same letters.
  case governing
  /// أي، بأي: governs too, and says of its noun that there may be none.
  case anyOne
  /// لم: what the verb behind it says did not happen.
  case didNot
  /// لم، ألم: the verb right behind it is shortened, as it may be nowhere else.
  case shortening
  /// أو، ثم: goes on with a sentence.
  case continuing
  /// توقع: "expected", and "signs" of a feminine.
  case signing
  /// عقدا، اتفاقية: what is signed.
  case signed
  /// عقد، وثيقة: what a feminine signs; right behind the verb it is something else («توقع عقد اجتماع»).
  case signable
  /// السودان، العراق: a country that is masculine.
  case masculine

  /// اعتبار، بحجة before أن: why something is done, not what is said.
  case ground

  /// تبين: "it turned out", where nobody is named who makes it clear.
  case turningOut

  // Of speakers and parties.
  /// تسمى behind ما, المسماة: a name stands behind it.
  case naming
  /// والد، قريب before a definite noun: a person by whose kin he or she is.
  case kin
  /// المقربة، التابعة before a preposition: to whom a body belongs, which is no part of its name.
  case tying
  /// قوله، قولها
  case saying
  /// ذاته، نفسه: "the same" behind a noun.
  case reflexive
  /// قبل، جانب behind من: who acts.
  case side
  /// ضد
  case against
  /// على
  case on
  /// عن
  case about
  /// مقارنة: begins something else behind a number, which does not count it
  case uncounted
  /// وردت: has the letters of "and she answered"
  case comingIn
  /// تقارير: comes in, and answers nobody
  case whatComesIn
  /// الصادر: what is issued, by whom stands behind عن
  case issued
  /// رفيع: an adjective that the noun behind it completes, «رفيع المستوى»
  case partOfAdjective
  /// عدد: how many, a noun before what is counted
  case howMany
  /// إلى
  case to
  /// من
  case of
  /// عن
  case from
  /// لأي، بأي
  case toAny
  /// الصنع، الأصل behind an adjective: as what somebody is so.
  case respect

  // Of places and offices.
  /// في
  case `in`
  /// في، داخل، قرب: places what is done.
  case placing
  /// حيث: what is done behind it is done in the place before it.
  case `where`
  /// غرب، شمالي before a place: where something is.
  case direction
  /// العاصمة: a capital's name stands behind it.
  case capital
  /// لدى، باسم: belongs to the office before it.
  case ofOffice
  /// في، إلى: may belong to the office before it, or begin something else.
  case perhapsOfOffice

  // Of numbers and times.
  /// كل، لكل before واحد: no number.
  case distributive
  /// واحد
  case one
  /// منهم، بينها: of those counted before.
  case ofThem
  /// أصل، بين behind من: the number behind it is all of whom the one before counts some.
  case total
  /// هما، أحدهما: what was counted is named.
  case enumerating
  /// تقريبا
  case roughly
  /// أو between two numbers.
  case or
  /// إلا before a part of an hour.
  case except
  /// هو, هي between a subject and the clause that says what it is.
  case copula
  /// السجن: the length of time right behind it is how long it lasts.
  case lasting
  /// في، عند before a time.
  case atTime
  /// في، من inside an expression of time.
  case inTime
  /// الموافق: the same day by another calendar.
  case agreeing
  /// حتى before الآن: how long, not when.
  case upTo
  /// السابق
  case former
  /// الدراسي behind العام: a year that is none of the calendar.
  case ofSchool
  /// كل before a unit of time.
  case every
  /// الزمن behind من.
  case time
  /// العمر، عمره behind من.
  case age

  // Of verbs.
  /// دمّر: whoever cites its letters without the shadda means it all the same, for the other verb is rare.
  case doubled
}

/// The words of each role.
struct WordRoles: Sendable {
  private var forms = [[String]](repeating: [], count: WordRole.allCases.count)
  /// Hashes of the folded forms: so few that a look at each is quicker than a set's hashing.
  private let hashes: [[UInt64]]

  init(_ table: LexiconTable) {
    let roles = Dictionary(uniqueKeysWithValues: WordRole.allCases.map { ("\($0)", $0) })
    for row in table.rows.indices {
      guard let role = roles[table.cell(row, "role")] else { continue }
      forms[Int(role.rawValue)].append(table.cell(row, "form"))
    }
    hashes = forms.map { $0.map { TermHash.hash($0.folded) } }
  }

  /// The words of a role as they are written.
  func words(_ role: WordRole) -> [String] { forms[Int(role.rawValue)] }

  /// Whether a word, by its hash, has a role.
  func has(_ role: WordRole, _ word: UInt64) -> Bool { hashes[Int(role.rawValue)].contains(word) }
}

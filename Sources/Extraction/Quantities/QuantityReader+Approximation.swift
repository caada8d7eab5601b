internal import ArabicText

/// What makes a quantity rough: نحو before it, تقريبا behind it, a verb of exceeding whose object it is.
extension QuantityReader {
  func isApproximate(_ first: Int, _ next: Int) -> Bool {
    approximator(before: first) != nil || isExceeded(at: first) || approximator(behind: next)
  }

  func approximator(before index: Int) -> NumericHit? {
    let kinds = KindSet(.approximator, .between)
    for back in 1...4 where index >= back {
      if numbers.hit(KindSet(.exact), at: index - back, where: { $0.next == index }) != nil {
        return nil
      }
      if let hit = numbers.hit(
        kinds, at: index - back,
        where: { $0.next == index && ($0.term.kind == .approximator || self.isBetween($0)) })
      {
        return hit
      }
    }
    return nil
  }

  /// «تتجاوز قيمتها 40 مليون دينار», «يزيد عدد الصيادين على 300»: a verb of exceeding a few words before, over its
  /// subject. Behind ب stands by how much: «تفوق غيرها بنسبة 30 %».
  private func isExceeded(at index: Int) -> Bool {
    var at = index - 1
    if isArticle(at) { at -= 1 }
    let takesOn = numbers.isWord(at, .on) || numbers.isWord(at, .about)
    if takesOn { at -= 1 }
    guard numbers.letter(0, of: at) != Alphabet.ba || isKnown(at) else { return false }
    let lower = max(0, at - Self.longestSubject)
    while at >= lower, isOfSubject(at) {
      let verb = numbers.hit(
        takesOn ? KindSet(.exceeding) : KindSet(.approximator), at: at - 1,
        where: { ($0.term.kind == .exceeding || $0.has(.verb)) && $0.next == at })
      if verb != nil { return true }
      at -= 1
    }
    return false
  }

  /// A subject between a verb of exceeding and the number has so many words at most.
  private static let longestSubject = 4

  private func isOfSubject(_ index: Int) -> Bool {
    numbers.isWord(index) && numbers.tokens[index].letters > 1
      && (numbers.isWord(index, .howMany)
        || !numbers.has([.cardinals, KindSet(.function, .exceeding)], at: index))
  }

  private func isBetween(_ hit: NumericHit) -> Bool { !isOf(hit.tokens.lowerBound) }

  /// «على الأقل» and «تقريبا» a few words behind.
  private func approximator(behind index: Int) -> Bool {
    for at in index..<min(index + 5, numbers.tokens.count) {
      guard numbers.isWord(at) else { return false }
      if let hit = numbers.hit(
        KindSet(.approximator), at: at,
        where: { hit in
          hit.tokens.count > 1 || numbers.isWord(at, .roughly)
        })
      {
        return numbers.number(at: hit.next) == nil
      }
    }
    return false
  }
}

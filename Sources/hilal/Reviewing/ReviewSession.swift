import Archives
import ArgumentParser
import Foundation
import RulePacks

/// One sitting: shows what is not judged yet and writes each answer as it comes.
struct ReviewSession {
  private let items: [ReviewItem]
  private let gold: GoldFile
  private let usesColor: Bool
  private let keys = Keys()

  init(_ items: [ReviewItem], _ gold: GoldFile, usesColor: Bool) {
    self.items = items
    self.gold = gold
    self.usesColor = usesColor
  }

  var isDone: Bool { next == nil }

  /// The first sentence that is not judged.
  private var next: Int? { items.firstIndex { gold.labels[$0.id] == nil } }

  /// Asks until everything is judged or the user has enough; false when there was nobody to ask.
  mutating func run() throws -> Bool {
    var hasAnswers = false
    do throws(ArchivesError) {
      while let index = next {
        if keys.isTerminal { show(index) }
        guard let answer = keys.next() else { break }
        if !keys.isTerminal { show(index) }
        hasAnswers = true
        if answer == .quit {
          print("quit\n")
          break
        }
        try take(answer, items[index])
      }
    } catch {
      throw error.exit()
    }
    return hasAnswers
  }

  private func show(_ index: Int) {
    let item = items[index]
    let about = ["\(index + 1) of \(items.count)", item.id, item.date].compactMap(\.self)
    print("\n" + about.joined(separator: "  "))
    let isolates = Console.shared.outputIsTerminal
    for line in item.lines(usesColor: usesColor, isolates: isolates) { print(line) }
    if keys.isTerminal {
      print("y right, n wrong, s skip, u undo, q quit? ", terminator: "")
    }
    fflush(nil)
  }

  private func take(_ answer: Keys.Answer, _ item: ReviewItem) throws(ArchivesError) {
    switch answer {
    case .yes: try gold.add(id: item.id, text: item.text, label: "yes")
    case .no: try gold.add(id: item.id, text: item.text, label: "no")
    case .skip: try gold.add(id: item.id, text: item.text, label: "unsure")
    case .undo:
      let undone = try gold.undo()
      print(undone.map { "undone: \($0)" } ?? "nothing to undo in this sitting")
      return
    case .quit: return
    }
    print("\(answer.rawValue)  \(precision)")
  }

  // MARK: Counts

  private func count(_ labels: String...) -> Int {
    items.count { gold.labels[$0.id].map(labels.contains) ?? false }
  }

  private var precision: String {
    let right = count("yes")
    let left = count("unsure", "ambiguous")
    let judged = items.count { gold.labels[$0.id] != nil } - left
    if judged == 0 { return "nothing judged yet" }
    let range = Evaluation.interval(right, of: judged)
    let share = String(
      format: "precision %.3f  (%.3f–%.3f of %d)", Double(right) / Double(judged),
      range.lowerBound, range.upperBound, judged)
    return share
  }

  /// What was judged in this and earlier sittings.
  var summary: String {
    let right = count("yes")
    let skipped = count("unsure", "ambiguous")
    let left = items.count { gold.labels[$0.id] == nil }
    let wrong = items.count - right - skipped - left
    return "\(precision)\n\(right) right, \(wrong) wrong, \(skipped) skipped, \(left) left"
  }
}

import ArabicText
import Testing

@testable import Extraction

@Suite struct `Roles of words` {
  private let table = NumbersFixture.knowledge.table(.wordRoles)

  @Test(arguments: WordRole.allCases)
  func `each role has a word in the lexicon`(_ role: WordRole) {
    #expect(!WordRoles(table).words(role).isEmpty)
  }

  @Test func `each word of the lexicon has a role that is read`() {
    let named = Set(WordRole.allCases.map { "\($0)" })
    let unread = table.rows.indices.map { table.cell($0, "role") }.filter { !named.contains($0) }
    #expect(unread == [])
  }

  @Test func `a word is known by its folded letters, and only in its roles`() {
    let roles = WordRoles(table)
    let word = TermHash.hash("إلى".folded)
    #expect(roles.has(.to, word))
    #expect(!roles.has(.adversative, word))
  }
}

import Articles
import Foundation
import Testing

@Suite struct ArticleDayTests {
  @Test(arguments: [
    "2024-05-31", "2024-05-31 10:00:00", "2024-05-31T23:59:59+03:00", "2024-05-31T10:00Z",
    "2024-5-31",
    "2024/05/31", "2024.05.31", "20240531", "20240531T100000Z", "20240531100000",
    "Fri, 31 May 2024 10:00:00 +0300", "31 May 2024", "31 May, 2024", "May 31, 2024",
    "Friday 31 May 2024",
    "31/05/2024", "31-05-2024 10:00", "31.5.2024", "1717142400", "1717142400000", "1717142400.5",
  ])
  func `the day of a date is read in all usual forms`(_ date: String) {
    #expect(ArticleDay.read(date) == "2024-05-31")
  }

  @Test(arguments: [
    "31 مايو 2024", "٣١ مايو ٢٠٢٤", "٢٠٢٤-٠٥-٣١", "۲۰۲۴/۰۵/۳۱", "31 أيار 2024", "31 أيّار، 2024",
    "الجمعة، ٣١ أيار ٢٠٢٤ - 10:00", "31 أيار/مايو 2024", "31 مايو (أيار) 2024", "31 ماي 2024",
    "مايو 31, 2024", "\u{200F}٣١\u{200F}/٥\u{200F}/٢٠٢٤", "نشر في: 31 مايو 2024 م",
    "٢٠٢٤-٠٥-٣١T١٠:٠٠:٠٠+٠٣:٠٠",
  ])
  func `the day of a date in Arabic is read`(_ date: String) {
    #expect(ArticleDay.read(date) == "2024-05-31")
  }

  @Test(arguments: [
    ("كانون الثاني", "يناير", "01"), ("شباط", "فبراير", "02"), ("آذار", "مارس", "03"),
    ("نيسان", "إبريل", "04"), ("أيار", "مايو", "05"), ("حزيران", "يونية", "06"),
    ("تموز", "يوليو", "07"), ("آب", "أغسطس", "08"), ("أيلول", "سبتمبر", "09"),
    ("تشرين الأول", "أكتوبر", "10"), ("تشرين ثاني", "نوفمبر", "11"),
    ("كانون الأول", "ديسمبر", "12"),
  ])
  func `each month is known by its names`(_ east: String, _ west: String, _ number: String) {
    #expect(ArticleDay.read("3 \(east) 2024") == "2024-\(number)-03")
    #expect(ArticleDay.read("٣ \(west) ٢٠٢٤") == "2024-\(number)-03")
  }

  @Test func `each month of the lexicon is known by its name there`() throws {
    let lexicon = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../plugins/arabic/lexicon/months.tsv").standardized
    let rows = try String(contentsOf: lexicon, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    var unknown: [String] = []
    for row in rows where row.count > 2 && row[1] == "gregorian" {
      let number = (row[2].count == 1 ? "0" : "") + row[2]
      if ArticleDay.read("3 \(row[0]) 2024") != "2024-\(number)-03" { unknown.append(row[0]) }
    }
    #expect(unknown.isEmpty)
    #expect(rows.count > 30)
  }

  @Test(arguments: [
    "", "yesterday", "2024", "2024-05", "05/06/2024", "2024-13-01", "2024-02-30", "2023-02-29",
    "31/13/2024",
    "17171424", "1717142400123456", "31 رمضان 2024", "May 2024", "0000000000000", "مايو 2024",
    "٠٥/٠٦/٢٠٢٤",
    "٣١/٠٥/٢٠٢٤ هـ", "1445-09-14 هـ", "1445/11/23", "١٤٤٥/١١/٢٣", "23/11/1445", "14451123",
    "1300-01-01", "1500-12-29", "14 رمضان 1445",
    "31 Foo 2024", "-1",
  ])
  func `what may be another day or none is not read`(_ date: String) {
    let day = ArticleDay.read(date)
    #expect(day == nil || date == "0000000000000" && day == "1970-01-01")
  }

  @Test(arguments: [
    ("0951782400", "2000-02-29"), ("1709251199", "2024-02-29"), ("1709251200", "2024-03-01"),
    ("4102444799", "2099-12-31"),
  ])
  func `seconds since 1970 are days in Greenwich`(_ date: String, _ day: String) {
    #expect(ArticleDay.read(date) == day)
  }
}

import Articles
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
    "", "yesterday", "2024", "2024-05", "05/06/2024", "2024-13-01", "2024-02-30", "2023-02-29",
    "31/13/2024",
    "17171424", "1717142400123456", "31 مايو 2024", "May 2024", "0000000000000", "٢٠٢٤-٠٥-٣١",
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

import Archives
import Articles
import BatchRunner
import Foundation
import GRDB
import HTTPTypes
import Synchronization
import Testing

@testable import Studio

extension StudioTests {
  @Suite struct ArchiveTests {
    @Test func `findings come newest first, each with a key that stays`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let answer = try await desk.send(.get, "/api/findings")
      #expect(try answer.object()["total"] as? Int == 2)
      let ids = try answer.items.map { ($0["article"] as? [String: Any])?["id"] as? String }
      #expect(ids == ["a3", "a1"])
      let keys = try answer.items.compactMap { $0["key"] as? String }
      let other = try StudioDesk()
      try await other.open()
      let again = try await other.send(.get, "/api/findings").items
      #expect(again.compactMap { $0["key"] as? String } == keys)
    }

    @Test func `only the articles that are chosen are opened`() async throws {
      let told = Mutex<SelectionCount?>(nil)
      let desk = try StudioDesk { options in
        options.reading.selection.since = "2024-05-02"
        options.articlesRead = { count in told.withLock { $0 = count } }
      }
      try await desk.open()
      let articles = try await desk.send(.get, "/api/articles")
      #expect(try articles.object()["total"] as? Int == 2)
      let ids = try await desk.send(.get, "/api/findings").items.map {
        ($0["article"] as? [String: Any])?["id"] as? String
      }
      #expect(ids == ["a3"])
      let count = try #require(told.withLock { $0 })
      #expect(count.taken == 2 && count.skipped == 1)
      #expect(count.days.first == "2024-05-01")
    }

    @Test func `a sample comes in the order of keys, whatever the days`() async throws {
      let lines = (1...12).map { day in
        #"{"id":"a\#(day)","date":"2024-05-\#(day + 10)","title":"","content":"هدّد الجيش بالرد."}"#
      }
      let desk = try StudioDesk(articles: lines.joined(separator: "\n"))
      try await desk.open()
      func keys(_ query: String) async throws -> [String] {
        try await desk.send(.get, "/api/findings?\(query)").items.compactMap {
          $0["key"] as? String
        }
      }
      let newest = try await keys("")
      let sample = try await keys("order=sample")
      #expect(sample.count == 12)
      #expect(sample == newest.sorted())
      #expect(sample != newest)
      #expect(try await keys("order=sample&offset=5&limit=3") == Array(sample[5..<8]))
    }

    @Test(arguments: [
      ("rule=threat", 2), ("rule=alarm/threat", 2), ("rule=other", 0), ("pack=alarm", 2),
      ("source=first", 2), ("source=second", 0), ("since=2024-05-02", 1), ("until=2024-05-02", 1),
      ("actor=%D8%A7%D9%84%D8%AC%D9%8A%D8%B4", 2), ("actor=x", 0), ("label=none", 2),
      ("label=yes", 0), ("q=%D9%87%D8%AF%D8%AF", 2), ("q=%D9%88%D9%87%D8%AF%D8%AF", 1),
      ("q=%D8%AC%D9%8A%D8%B4", 2), ("q=%3D%D8%AC%D9%8A%D8%B4", 0),
      ("q=One", 1), ("q=%22", 0), ("q=*", 0), ("q=a+OR+b", 0), ("limit=1&offset=1", 2),
      ("source=%27+OR+1%3D1--", 0), ("q=%FF", 2),
    ])
    func `filters narrow the findings`(_ query: String, _ total: Int) async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let answer = try await desk.send(.get, "/api/findings?\(query)")
      #expect(answer.status == 200)
      #expect(try answer.object()["total"] as? Int == total)
    }

    @Test(arguments: [
      ("findings?colour=1", 400, "colour"), ("findings?q=x&sourc=y", 400, "sourc"),
      ("findings?%26=", 400, "&"),
      ("findings?pack=nopack", 404, "nopack"), ("charts?pack=alarms", 404, "alarms"),
      ("export.csv?rule=nopack/threat", 404, "nopack"), ("articles?rule=threat", 400, "rule"),
      ("state?x", 400, "x"), ("labels?rule=threat", 400, "rule"),
      ("packs/alarm/files?path=a", 400, "path"),
    ])
    func `a parameter or a pack that is not there is named`(
      _ call: String, _ status: Int, _ named: String
    ) async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let answer = try await desk.send(.get, "/api/\(call)")
      #expect(answer.status == status)
      #expect(try answer.error?.contains("`\(named)`") == true)
    }

    @Test(arguments: [
      "findings?pack=&rule=alarm/threat&order=sample&offset=0&limit=5",
      "labels.jsonl?pack=elsewhere",
      "articles?q=x&offset=0", "packs/alarm/file?path=pack.toml", "charts?",
    ])
    func `what calls take is let through`(_ call: String) async throws {
      let desk = try StudioDesk()
      try await desk.open()
      #expect(try await desk.send(.get, "/api/\(call)").status == 200)
    }

    @Test(arguments: [
      "since=yesterday", "limit=many", "limit=-1", "offset=-9", "label=perhaps", "offset=1e9",
      "order=best",
    ])
    func `a filter that cannot be meant is told`(_ query: String) async throws {
      let answer = try await StudioDesk().send(.get, "/api/findings?\(query)")
      #expect(answer.status == 400)
      #expect(try answer.error?.contains(String(query.prefix { $0 != "=" })) == true)
    }

    @Test func `articles are searched by folded words, with what was found marked`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      // هدد finds هدّد, and what it is written together with.
      let all = try await desk.send(.get, "/api/articles?q=%D9%87%D8%AF%D8%AF")
      #expect(try all.items.map { $0["id"] as? String } == ["a3", "a1"])
      let first = try #require(try all.items.first?["snippet"] as? [[String: Any]]).first
      #expect(first?["text"] as? String == "وهدد" && first?["hit"] as? Bool == true)
      let answer = try await desk.send(.get, "/api/articles?q=%3D%D9%87%D8%AF%D8%AF")
      #expect(try answer.items.map { $0["id"] as? String } == ["a1"])
      let parts = try #require(try answer.items.first?["snippet"] as? [[String: Any]])
      #expect(parts.first?["text"] as? String == "هدّد")
      #expect(parts.first?["hit"] as? Bool == true)
      #expect(try answer.items.first?["findings"] as? Int == 1)
    }

    @Test func `an article comes with its layers and its findings`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let article = try await desk.send(.get, "/api/article?id=a1").object()
      let analysis = try #require(article["analysis"] as? [String: Any])
      #expect((analysis["sentences"] as? [Any])?.count == 3)
      #expect((article["findings"] as? [Any])?.count == 1)
      #expect(try await desk.send(.get, "/api/article?id=none").status == 404)
      #expect(try await desk.send(.get, "/api/article").status == 400)
    }

    @Test func `values and pictures count what was found`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let actors = try await desk.send(.get, "/api/values?field=actor").list()
      #expect(actors.first?["value"] as? String == "الجيش")
      #expect(actors.first?["count"] as? Int == 2)
      let sources = try await desk.send(.get, "/api/values?field=source").list()
      #expect(sources.map { $0["count"] as? Int } == [2, 1])
      #expect(try await desk.send(.get, "/api/values?field=secret").status == 400)
      let charts = try await desk.send(.get, "/api/charts").object()
      #expect((charts["days"] as? [Any])?.count == 2)
      #expect((charts["sources"] as? [Any])?.count == 1)
    }

    @Test func `texts that would be scripts stay data`() async throws {
      let evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\\u2028\\\"'"
      let articles = """
        {"id":"\(evil)","date":"\(evil)","source":"\(evil)","url":"javascript:alert(1)","title":"\(evil)",\
        "content":"هدد الجيش \(evil)"}
        """
      let desk = try StudioDesk(articles: articles)
      try await desk.open()
      let given = "<script>alert(1)</script><img src=x onerror=alert(1)>\u{2028}\"'"
      for address in ["findings", "articles", "values?field=source", "charts", "state"] {
        let answer = try await desk.send(.get, "/api/\(address)")
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
      }
      let finding = try #require(try await desk.send(.get, "/api/findings").items.first)
      let article = try #require(finding["article"] as? [String: Any])
      for field in ["id", "date", "source", "title"] { #expect(article[field] as? String == given) }
      let csv = try await desk.send(.get, "/api/export.csv")
      #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
      #expect(csv.headers[.contentDisposition]?.hasPrefix("attachment") == true)
    }

    @Test func `the table of findings is that of a run, with the judgement behind`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let table = try await desk.send(.get, "/api/export.csv").text
      let page = try await desk.send(.get, "/api/findings?order=sample").text
      struct Page: Decodable { var items: [Finding] }
      let findings = try JSONDecoder().decode(Page.self, from: Data(page.utf8)).items
      let format = FindingFormat.csv(fields: ["cue", "actor"])
      let rows = findings.map { finding in
        var bytes: [UInt8] = []
        format.encode(finding, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
      }
      let header = String(decoding: format.header, as: UTF8.self)
      let lines = table.split(separator: "\r\n").map(String.init)
      #expect(rows.count == 2)
      #expect(lines.first == header.dropLast() + ",verdict")
      #expect(Set(lines.dropFirst()) == Set(rows.map { $0.dropLast() + "," }))
    }

    @Test(arguments: ["=1+1", "+x", "-cmd|x", "@sum", "\t=1", " =1", "\u{200F}=1", "＝1"])
    func `a cell that a spreadsheet would calculate is made harmless`(_ cell: String) {
      let line = String(decoding: CSVTable(header: ["a", cell]).bytes, as: UTF8.self)
      #expect(line.hasPrefix(#"a,'"#))
    }

    @Test func `cells keep what they say`() {
      var table = CSVTable(header: ["a"])
      table.add([#"say "no", please"#, "-12.5", "plain"])
      #expect(
        String(decoding: table.bytes, as: UTF8.self)
          == "a\r\n\"say \"\"no\"\", please\",-12.5,plain\r\n")
    }

    @Test func `what a killed program has left is removed, what another one uses is not`() throws {
      let place = FileManager.default.temporaryDirectory.appending(
        path: "hilal-desk-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: place) }
      let used = try ScratchFolder(in: place)
      // Of a program that is gone nobody holds the lock.
      let abandoned = place.appending(path: "hilal-studio-abandoned")
      try StudioDesk.write("", abandoned.path + "/lock")
      try StudioDesk.write("much", abandoned.path + "/archive.sqlite")
      // Of the same name, and not a studio's.
      let foreign = place.appending(path: "hilal-studio-notes")
      try StudioDesk.write("mine", foreign.path + "/notes.txt")
      let next = try ScratchFolder(in: place)
      #expect(!FileManager.default.fileExists(atPath: abandoned.path))
      for kept in [used.url, next.url, foreign] {
        #expect(FileManager.default.fileExists(atPath: kept.path))
      }
      used.remove()
      #expect(!FileManager.default.fileExists(atPath: used.url.path))
    }

    @Test func `nothing is left on the disk`() throws {
      let store = try ArchiveStore()
      let path = store.pool.path
      #expect(FileManager.default.fileExists(atPath: path))
      store.close()
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }
}

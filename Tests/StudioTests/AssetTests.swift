import Foundation
import Hummingbird
import Testing

@testable import Studio

extension StudioTests {
  @Suite struct AssetTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Studio/Assets").standardized

    @Test func `every file of the page is part of the program`() async throws {
      let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      #expect(names.contains("index.html"))
      let desk = try StudioDesk()
      for name in names where !name.hasPrefix(".") {
        let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        let answer = try await desk.send(.get, "/\(name)")
        #expect(answer.text == text, "\(name): name it in Sources/CStudioAssets/assets.c")
      }
    }

    @Test func `the page loads nothing from elsewhere`() throws {
      for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) {
        let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        for way in [
          "src=\"http", "href=\"http", "url(http", "import \"http", "from \"http", "eval(",
        ] {
          #expect(!text.contains(way), "\(name) holds \(way)")
        }
      }
    }
  }
}

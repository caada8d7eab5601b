internal import Foundation

/// A script that does what it should not, with what must become of it: a case of a file beside this one.
///
/// A case begins with `--- its name`; lines with `--- key: value` follow:
/// - `ends`: how: a kind of `RuleFailure`, `harmless`, `stale` (the first article is well, every later one an error) or
///   `refused`, with or without the code of the diagnostic; several where the machine decides.
/// - `says`: a part of the message.
/// - `at: load`: the text is a whole rule file and not the body of `check`.
/// - `makes`: the file is made by `HostileSource`.
///
/// What stands above a line `--- check` is run while the pack loads.
public struct HostileScript: Sendable, CustomStringConvertible {
  /// The file: what the script has to do with.
  public let group: String
  public let name: String
  public private(set) var ends: [String] = []
  public private(set) var message = ""
  /// The whole rule file.
  public private(set) var source = ""

  public var description: String { "\(group): \(name)" }
  /// It does its worst while its pack loads.
  public private(set) var isLoading = false

  /// All cases of all files, by file and then in order.
  public static let all: [HostileScript] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return files.filter { $0.pathExtension == "lua" }.sorted { $0.path < $1.path }.flatMap { file in
      cases(
        of: file.deletingPathExtension().lastPathComponent,
        (try? String(contentsOf: file, encoding: .utf8)) ?? "")
    }
  }()

  private static func cases(of group: String, _ text: String) -> [HostileScript] {
    var blocks: [[Substring]] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isHead = line.hasPrefix("--- ") && line != "--- check" && key(line) == nil
      if isHead {
        blocks.append([line])
      } else if !blocks.isEmpty {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks.map { HostileScript(group, $0) }
  }

  private static func key(_ line: Substring) -> (key: String, value: String)? {
    for key in ["ends", "says", "at", "makes"] where line.hasPrefix("--- \(key): ") {
      return (key, String(line.dropFirst(key.count + 6)))
    }
    return nil
  }

  private init(_ group: String, _ lines: [Substring]) {
    self.group = group
    name = String(lines[0].dropFirst(4))
    var above: [Substring] = []
    var body: [Substring] = []
    for line in lines.dropFirst() {
      switch Self.key(line) {
      case ("ends", let value)?: ends = value.split(separator: " ").map(String.init)
      case ("says", let value)?: message = value
      case ("at", _)?: isLoading = true
      case ("makes", let value)?: source = HostileSource.make(value)
      default:
        if line == "--- check" {
          above = body
          body = []
        } else {
          body.append(line)
        }
      }
    }
    if !source.isEmpty { return }
    let text = body.joined(separator: "\n")
    source =
      isLoading
      ? text
      : above.joined(separator: "\n") + "\n"
        + "return hilal.rule { id = \"bad\", on = \"article\", fields = { \"x\" }, check = function(unit)\n"
        + "do\n\(text)\nend end }\n"
  }
}

/// Sources too long to be written down.
enum HostileSource {
  static func make(_ name: String) -> String {
    switch name {
    case "names":
      // Each name is looked up through 150 functions of 190 locals.
      let depths = 0..<150
      let heads = depths.map { depth in
        "local function f\(depth)()\nlocal \((0..<190).map { "a\(depth)_\($0)" }.joined(separator: ","))\n"
      }
      return heads.joined() + String(repeating: "b=b ", count: 100_000)
        + String(repeating: "end ", count: depths.count)
    case "elseif": return "if x then " + String(repeating: "elseif x then ", count: 60_000) + " end"
    case "brackets": return "return " + String(repeating: "(", count: 100_000)
    case "constants":
      return "return {" + (0..<40_000).map { "\"s\($0)\"" }.joined(separator: ",") + "}"
    case "text": return "local x = [[" + String(repeating: "a", count: 3_000_000) + "]]"
    case "bytecode": return "\u{1B}Lua" + String(repeating: "\u{0}", count: 100)
    default: return ""
    }
  }
}

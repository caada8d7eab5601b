internal import FoundationEssentials
internal import Glibc

/// Writes a new pack: a manifest, a commented rule, a lexicon, cases, a README and what editors need.
/// It passes `hilal check` and `hilal test` as it is.
public enum PackScaffold {
  /// Why a pack was not written.
  public struct ScaffoldError: Error, Sendable {
    /// What is in the way, and what can be done.
    public var message: String
    /// The disk said no; else the name was wrong or taken.
    public var isOfDisk = false
  }

  /// The packs that a new one needs.
  public static let needs = ["arabic"]

  /// Writes the pack `name` into the folder `parent`; returns the pack's path. No name of a pack that `locator` finds is
  /// taken: a second one would hide the first from those that need it.
  ///
  /// - Throws: `ScaffoldError` when the name is none or another pack's, something is there already, or the disk says no.
  public static func write(
    name: String, into parent: String, locator: PackLocator = PackLocator(places: [])
  ) throws(ScaffoldError) -> String {
    guard Identifier.isValid(name) else {
      throw ScaffoldError(
        message: "`\(name)` is no pack name; use small Latin letters, digits and hyphens")
    }
    let path = "\(parent)/\(name)"
    guard !FileManager.default.fileExists(atPath: path) else {
      throw ScaffoldError(message: "\(path) is there already; choose another name")
    }
    if needs.contains(name) {
      throw ScaffoldError(
        message:
          "`\(name)` is the pack that a new one needs: it would need itself; choose another name")
    }
    if let other = locator.path(of: name, neededBy: path) {
      throw ScaffoldError(
        message: "\(other) has the name `\(name)`, and of two packs of a name one is not found; "
          + "choose another name")
    }
    for (file, text) in files(name) {
      let url = URL(filePath: "\(path)/\(file)")
      do {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      } catch {
        throw ScaffoldError(
          message: "\(path)/\(file) cannot be written: \(reason(error, parent: parent))",
          isOfDisk: true)
      }
    }
    return path
  }

  /// Why a file of the pack could not be written, and what to do.
  private static func reason(_ error: any Error, parent: String) -> String {
    if let file = FolderPath.fileInTheWay(of: parent) {
      return "\(file) is a file; name a folder with --into"
    }
    guard let code = ((error as? CocoaError)?.underlying as? POSIXError)?.code else {
      return "\(error)"
    }
    // SAFETY: the text is copied at once.
    return unsafe String(cString: strerror(code.rawValue)) + "; name another folder with --into"
  }

  private static func files(_ name: String) -> [(String, String)] {
    [
      ("pack.toml", manifest(name)), ("rules/first.lua", rule), ("lexicon/storms.txt", lexicon),
      ("tests/first.toml", cases), ("README.md", readme(name)), (".luarc.json", luarc),
      (".luals/hilal.lua", ScriptAPI.luaStub + "\n"),
    ]
  }

  private static func manifest(_ name: String) -> String {
    """
    name = "\(name)"
    version = "0.1.0"
    title = "What this pack finds"
    license = "Apache-2.0"
    languages = ["ar"]
    hilal = ">=1.0"
    # Packs whose lexicons and layers the rules use:
    needs = [\(needs.map { "\"\($0)\"" }.joined(separator: ", "))]

    """
  }

  private static let rule = """
    -- A rule: what to look for (`match`), and what to make of it (`check`).
    -- Try it: hilal test, hilal show INPUT, hilal run INPUT.

    -- lexicon/storms.txt, one term a line. The letters و ف ب ك ل ال and pronouns may be attached.
    local storm = hilal.lexicon "storms"

    -- All forms of the verb: يضرب، ضربت، ستضرب، ضربها … Cite it in the perfect, with its shadda.
    local strike = hilal.verb { "ضرب", "اجتاح" }

    return hilal.rule {
      id = "storm",
      title = "A storm strikes",
      severity = "low",
      on = "sentence",
      fields = { "storm", "place", "time" },

      -- The verb, up to four words, the storm; or the storm first. Captures are named with :as.
      match = strike:as "cue" * hilal.gap(0, 4) * storm:as "storm"
        + storm:as "storm" * hilal.gap(0, 4) * strike:as "cue",

      -- Called for each match. Return nil for nothing, or the finding's fields.
      check = function(sentence, m)
        -- No storm that is denied, and only one that has struck: no forecast, wish or condition.
        if m.cue.polarity ~= "asserted" or m.cue.modality ~= "fact" then return nil end
        return {
          storm = m.storm,
          place = sentence:place_near(m.cue),
          time = sentence:time_near(m.cue),
          score = 0.8,
        }
      end,
    }

    """

  private static let lexicon = """
    # One term a line; lines that begin with # are comments.
    عاصفة
    إعصار
    عاصفة رملية

    """

  private static let cases = """
    # What the rules must find, and what they must leave alone.

    [[case]]
    name = "a storm strikes a coast"
    text = "اجتاحت عاصفة رملية مدينة الرياض مساء أمس."
    [[case.expect]]
    rule = "storm"
    span = "عاصفة رملية"
    fields = { place = "مدينة الرياض" }

    [[case]]
    name = "the storm comes before its verb"
    text = "وأكد السكان أن الإعصار ضرب الجزيرة فجر الخميس."
    [[case.expect]]
    rule = "storm"
    fields = { storm = "الإعصار", time = "فجر الخميس" }

    [[case]]
    name = "a forecast is no storm yet"
    text = "ومن المتوقع أن تضرب العاصفة الساحل غدا."
    none = true

    [[case]]
    name = "applause is no storm"
    text = "صفق الجمهور طويلا في ختام الحفل."
    none = true

    """

  private static func readme(_ name: String) -> String {
    """
    # \(name)

    What it flags, with an example; how well it does (`hilal eval`), and what it misses.

    """
  }

  private static let luarc = """
    {
      "runtime.version": "Lua 5.4",
      "workspace.library": [".luals"],
      "runtime.builtin": {
        "io": "disable", "os": "disable", "debug": "disable", "package": "disable",
        "coroutine": "disable"
      }
    }

    """
}

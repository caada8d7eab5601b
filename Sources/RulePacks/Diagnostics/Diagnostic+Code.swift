extension Diagnostic {
  /// Stable codes: errors below H100, warnings of `hilal check` from there. A number is never used
  /// again for something else.
  public enum Code: String, Sendable, CaseIterable {
    /// A folder named as a pack has no pack.toml.
    case manifestMissing = "H001"
    /// pack.toml is not valid TOML.
    case manifestSyntax = "H002"
    /// A field of pack.toml is missing, misspelt or of the wrong type.
    case manifestField = "H003"
    /// A pack that this one needs is nowhere to be found.
    case packNotFound = "H004"
    /// The pack asks for a newer hilal.
    case hostVersion = "H005"
    /// Packs, or the layers of rules, need each other in a circle.
    case needsCycle = "H006"
    /// A file of the pack cannot be read or written, or lies outside of it.
    case fileUnreadable = "H007"
    /// A script is not valid Lua.
    case scriptSyntax = "H010"
    /// A script failed while the pack loaded.
    case scriptError = "H011"
    /// A script used up its steps, memory or time while the pack loaded.
    case scriptLimit = "H012"
    /// A rule file returns no rule.
    case scriptResult = "H013"
    /// A key of a rule is missing, misspelt or of the wrong type, or a layer that it needs has no
    /// provider.
    case ruleField = "H014"
    /// A rule's `id` is missing, is no name, or stands twice.
    case ruleIdentifier = "H015"
    /// A pattern is made of what cannot make one.
    case pattern = "H016"
    /// A script names a lexicon that neither the pack nor one that it needs has.
    case lexiconMissing = "H020"
    /// A lexicon file cannot be read.
    case lexiconSyntax = "H021"
    /// A script requires a module that the pack does not have.
    case moduleMissing = "H022"
    /// A lexicon is there twice, as a .tsv and as a .txt.
    case lexiconTwice = "H023"
    /// A file of cases is not valid TOML.
    case casesSyntax = "H030"
    /// A key of a case is missing, misspelt or of the wrong type.
    case casesField = "H031"
    /// No rule names a lexicon of the pack.
    case unusedLexicon = "H101"
    /// A capture is never read by `check`.
    case unusedCapture = "H102"
    /// No word can be required for a rule, so it is tried on every article: slow on an archive.
    case runsEverywhere = "H103"
    /// A part of a pattern can never match, or an alternative is never reached.
    case neverMatches = "H104"
    /// Another rule of the pack finds all that this one finds.
    case shadowedRule = "H105"
    /// No case expects anything of a rule.
    case untestedRule = "H106"
    /// A code is not in CAMEO or PLOVER, or its scheme is misspelt.
    case unknownCode = "H107"
    /// A declared field is never set.
    case unusedField = "H108"
    /// A Lua pattern can cut an Arabic letter in two.
    case bytePattern = "H109"
    /// The pack has no README.md.
    case noReadme = "H110"
    /// A script uses a name that is declared nowhere: it is nil, and setting it fails.
    case unknownGlobal = "H111"
    /// A script uses a method or field that nothing has.
    case unknownMember = "H112"
    /// The pack has no rules, and nothing that it could lend.
    case noRules = "H113"
    /// A call that fails whenever it is reached: a method with a dot, or an argument that it refuses.
    case wrongCall = "H114"
    /// A field is compared with a string that it never holds.
    case wrongValue = "H115"
    /// `check` reads a capture that the rule's pattern does not have.
    case missingCapture = "H116"
    /// Rules read names, times or speech, and no pack that they need has the words by which these are known.
    case noKnowledge = "H117"
    /// `and` or `or` between patterns, which leaves one of them.
    case joinedPatterns = "H118"
    /// `check` returns what is no finding, or a table with a key that the rule does not declare or a value that no finding has.
    case wrongResult = "H119"
    /// A capture is named as what every match has.
    case shadowingCapture = "H120"
    /// A lexicon is there and is not read: it leads out of the pack, or is no plain file.
    case unreadLexicon = "H121"
    /// A rule is made and its file does not return it.
    case unreturnedRule = "H122"
    /// A term of a lexicon holds a mark that one would put between terms or before a comment.
    case termMark = "H123"
    /// A word that is to be inflected is cited with the article.
    case articleInCitation = "H124"
    /// A file or folder in a folder of the pack is not read.
    case unreadFile = "H125"
    /// A verb is cited without the shadda by which it is another one.
    case missingShadda = "H126"

    /// Warnings are what works but is probably not meant.
    public var isWarning: Bool { rawValue >= "H100" }

    /// What it says of a pack.
    public var summary: String { texts.summary }

    /// What to do about it, where nothing more exact can be said.
    public var advice: String { texts.advice }

    private var texts: (summary: String, advice: String) {
      switch self {
      case .manifestMissing:
        (
          "A folder named as a pack has no pack.toml.",
          "name a pack's folder, or make one with `hilal new pack NAME`"
        )
      case .manifestSyntax:
        (
          "pack.toml is not valid TOML.",
          "correct the line; strings stand in quotes"
        )
      case .manifestField:
        (
          "A field of pack.toml is missing, misspelt or of the wrong type.",
          "see the manifest that `hilal new pack` writes"
        )
      case .packNotFound:
        (
          "A pack that this one needs is nowhere to be found.",
          "put it beside this pack or into ./plugins, or say where it is: export HILAL_PLUGINS=/path/to/plugins"
        )
      case .hostVersion:
        (
          "The pack asks for a newer hilal.",
          "install a newer hilal or an older version of the pack"
        )
      case .needsCycle:
        (
          "Packs, or the layers of rules, need each other in a circle.",
          "take one of the needs away, or move what both need into a third"
        )
      case .fileUnreadable:
        (
          "A file of the pack cannot be read or written, or lies outside of it.",
          "check that it exists, lies within the pack and may be read"
        )
      case .scriptSyntax:
        (
          "A script is not valid Lua.",
          "correct the line; a `(`, `{`, `end` or comma may be missing before it"
        )
      case .scriptError:
        (
          "A script failed while the pack loaded.",
          "correct the line; the frames below it say who called it"
        )
      case .scriptLimit:
        (
          "A script used up its steps, memory or time while the pack loaded.",
          "look for an endless loop; what is heavy belongs into a lexicon"
        )
      case .scriptResult:
        (
          "A rule file returns no rule.",
          "end it with `return hilal.rule { … }` or a list of rules"
        )
      case .ruleField:
        (
          "A key of a rule is missing, misspelt or of the wrong type, or a layer that it needs has no provider.",
          "see the keys of a rule in `hilal list api --format markdown`"
        )
      case .ruleIdentifier:
        (
          "A rule's `id` is missing, is no name, or stands twice.",
          "give it a name of its own of small letters, digits and hyphens: id = \"explicit\""
        )
      case .pattern:
        (
          "A pattern is made of what cannot make one.",
          "see what the function takes in `hilal list api --format markdown`"
        )
      case .lexiconMissing:
        (
          "A script names a lexicon that neither the pack nor one that it needs has.",
          "lexicons are the files of lexicon/, named without their ending"
        )
      case .lexiconSyntax:
        (
          "A lexicon file cannot be read.",
          "a .txt has a term a line; a .tsv names its columns in the first line, parted by tabs, and has a cell for each in every row"
        )
      case .moduleMissing:
        (
          "A script requires a module that the pack does not have.",
          "modules are the pack's lib/*.lua, named without folder and ending"
        )
      case .lexiconTwice:
        (
          "A lexicon is there twice, as a .tsv and as a .txt.",
          "keep one of them, or give one another name"
        )
      case .casesSyntax:
        (
          "A file of cases is not valid TOML.",
          "correct the line; strings stand in quotes"
        )
      case .casesField:
        (
          "A key of a case is missing, misspelt or of the wrong type.",
          "a case has a name, a text or an article, and [[case.expect]], none, never or snapshot"
        )
      case .unusedLexicon:
        (
          "No rule names a lexicon of the pack.",
          "use it with hilal.lexicon, or remove it"
        )
      case .unusedCapture:
        (
          "A capture is never read by `check`.",
          "read it as `m.name`, or take the `:as` away"
        )
      case .runsEverywhere:
        (
          "No word can be required for a rule, so it is tried on every article: slow on an archive.",
          "make a word, verb or lexicon a required part of the pattern, in every alternative"
        )
      case .neverMatches:
        (
          "A part of a pattern can never match, or an alternative is never reached.",
          "fill the lexicon, reorder the alternatives, or remove the part"
        )
      case .shadowedRule:
        (
          "Another rule of the pack finds all that this one finds.",
          "make one rule of the two"
        )
      case .untestedRule:
        (
          "No case expects anything of a rule.",
          "add a [[case]] with [[case.expect]] that names it to tests/*.toml"
        )
      case .unknownCode:
        (
          "A code is not in CAMEO or PLOVER, or its scheme is misspelt.",
          "look the code up in the scheme's codebook"
        )
      case .unusedField:
        (
          "A declared field is never set.",
          "set it in the table that `check` returns, or take it out of `fields`"
        )
      case .bytePattern:
        (
          "A Lua pattern can cut an Arabic letter in two.",
          "use hilal.word, hilal.verb or sentence:has(pattern)"
        )
      case .noReadme:
        (
          "The pack has no README.md.",
          "say what it flags, with an example, and how well it does"
        )
      case .unknownGlobal:
        (
          "A script uses a name that is declared nowhere: it is nil, and setting it fails.",
          "declare it with local, or correct its spelling"
        )
      case .noRules:
        (
          "The pack has no rules, and nothing that it could lend.",
          "write rules/first.lua, which returns hilal.rule { … }"
        )
      case .wrongCall:
        (
          "A call that fails whenever it is reached: a method with a dot, or an argument that it refuses.",
          "call methods with a colon; see what they take in `hilal list api --format markdown`"
        )
      case .wrongValue:
        (
          "A field is compared with a string that it never holds.",
          "see what the field holds in `hilal list api --format markdown`"
        )
      case .missingCapture:
        (
          "`check` reads a capture that the rule's pattern does not have.",
          "name a part of the pattern with :as, or correct the spelling"
        )
      case .noKnowledge:
        (
          "Rules read names, times, amounts or speech, and no pack that this one needs has the words by which these are known.",
          "write needs = [\"arabic\"] into pack.toml"
        )
      case .joinedPatterns:
        (
          "Lua's `and` or `or` joins patterns, which leaves one of them.",
          "a * b is one behind the other, a + b either of them; for both anywhere, ask sentence:has(b) in check"
        )
      case .wrongResult:
        (
          "`check` returns what is no finding, or a table with a key that the rule does not declare or a value that no finding has: it fails.",
          "declare the key in `fields`; beside these there are label, score, severity, codes and span"
        )
      case .shadowingCapture:
        (
          "A capture is named `text` or `span`, as what every match has.",
          "give the capture another name"
        )
      case .unreadLexicon:
        (
          "A lexicon is there and is not read: it leads out of the pack, or is no plain file.",
          "copy it into the pack's lexicon/, or remove it"
        )
      case .unreturnedRule:
        (
          "A rule is made and its file does not return it: it never runs.",
          "return it with the others: return { one, two }"
        )
      case .termMark:
        (
          "A term of a lexicon holds `#`, a comma, `|` or `*`, as between terms, before a comment or in a pattern: no text has it so.",
          "write one term a line; a comment has a line of its own that begins with #"
        )
      case .articleInCitation:
        (
          "A word that is to be inflected is cited with the article.",
          "cite it without ال, which its forms have by themselves; letters of the word's own are written with their hamza (إلغاء)"
        )
      case .missingShadda:
        (
          "A verb is cited without its shadda: it is conjugated as another, rare one (`doubled` in word_roles.tsv).",
          "write the shadda (دمّر), or :I behind the verb where the one without it is meant (دمر:I)"
        )
      case .unreadFile:
        (
          "A file or folder in a folder of the pack is not read.",
          "rules and lib hold .lua files, lexicon .txt and .tsv, tests .toml, in no folders of their own"
        )
      case .unknownMember:
        (
          "A script uses a method or field that nothing has.",
          "see the names in `hilal list api --format markdown`"
        )
      }
    }
  }
}

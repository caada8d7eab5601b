internal import Archives
internal import Articles
internal import BatchRunner

/// A run over the archive as the page sees it.
struct RunState: Sendable {
  enum Phase: String, Sendable {
    case running
    case done
    case failed
  }

  /// Failures of rules that are told.
  private static let limit = 20

  var id: Int
  /// Names of the packs that run.
  var packs: [String]
  var state = Phase.running
  /// Records so far.
  var read = 0
  /// Records of the inputs, where they have been counted.
  var total: Int?
  var seconds = 0.0
  var gained = 0
  var lost = 0
  var failures: [String] = []
  /// When its progress was last told.
  var told = ContinuousClock.now

  init(id: Int, packs: [String], total: Int?) {
    self.id = id
    self.packs = packs
    self.total = total
  }

  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("id", id)
      json.field("packs", packs)
      json.field("state", state.rawValue)
      json.field("read", read)
      json.field("total", total)
      json.field("seconds", seconds)
      json.field("gained", gained)
      json.field("lost", lost)
      json.field("failures", Array(failures.prefix(Self.limit)))
    }
  }
}

/// What a run of a pack has changed; a finding that only says something else counts as lost and gained.
struct ChangeReport: Sendable {
  /// Findings that are told of each kind.
  private static let limit = 200

  var pack: String
  var seconds: Double
  private(set) var gained: [Finding] = []
  private(set) var lost: [Finding] = []
  private(set) var gainedCount = 0
  private(set) var lostCount = 0

  init(pack: String, _ changes: FindingChanges, seconds: Double) {
    self.pack = pack
    self.seconds = seconds
    for change in changes.changes {
      switch change {
      case .gained(let finding): gain(finding)
      case .lost(let finding): lose(finding)
      case .changed(let old, let new), .moved(let old, let new):
        lose(old)
        gain(new)
      }
    }
  }

  private mutating func gain(_ finding: Finding) {
    gainedCount += 1
    if gained.count < Self.limit { gained.append(finding) }
  }

  private mutating func lose(_ finding: Finding) {
    lostCount += 1
    if lost.count < Self.limit { lost.append(finding) }
  }

  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("pack", pack)
      json.field("seconds", seconds)
      json.field("gainedTotal", gainedCount)
      json.field("lostTotal", lostCount)
      for (name, findings) in [("gained", gained), ("lost", lost)] {
        json.field(name, findings) { json, finding in
          ArchiveStore.Item(name: finding.name, json: finding.text, verdict: nil).write(&json)
        }
      }
    }
  }
}

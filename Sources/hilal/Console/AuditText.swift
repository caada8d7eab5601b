import Archives
import RulePacks

/// What a pack reads, needs and may use, for people and for programs.
struct AuditText {
  let audit: PackAudit

  init(_ audit: PackAudit) { self.audit = audit }

  var lines: [String] {
    let manifest = audit.manifest
    let bytes = audit.files.reduce(0) { $0 + $1.bytes }
    let license = manifest.license.isEmpty ? "no license named" : manifest.license
    let parts: [(String, String)] = [
      ("hash", "sha256:\(audit.hash)"),
      ("files", "\(Text.plural(audit.files.count, "file")), \(Text.grouped(bytes)) bytes"),
      ("not read", list(audit.passedOver)),
      ("needs packs", list(manifest.needs)),
      ("needs layers", list(audit.layersNeeded)),
      ("provides", list(Set(audit.rules.compactMap(\.provides)).sorted())),
      ("lexicons", list(audit.lexicons)),
      (
        "knowledge",
        audit.knowledge.isEmpty ? "none" : "\(list(audit.knowledge)), for all packs of a run"
      ),
      ("makes", list(audit.functions)),
      ("reads", list(audit.members)),
      ("libraries", list(audit.libraries)),
      ("steps", "\(Text.grouped(audit.steps)) for a rule and article, and 4 for each of its bytes"),
      ("memory", "\(audit.memory) MiB"),
    ]
    return ["\(manifest.name) \(manifest.version), \(license)  \(audit.path)"]
      + parts.map { name, value in
        "  \(name)\(String(repeating: " ", count: 14 - name.count))\(value)"
      } + audit.rules.map { "  rule          \(rule($0))" }
  }

  private func rule(_ rule: PackAudit.RuleEntry) -> String {
    let when = rule.runsEverywhere ? "on every article" : "where one of its words stands"
    let who = rule.hasCheck ? "its function decides" : "its pattern decides alone"
    return "\(rule.id): by \(rule.unit), \(when); \(who)"
  }

  private func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }

  /// One object, without line end.
  var json: String {
    let manifest = audit.manifest
    var json = JSONWriter()
    json.beginObject()
    json.field("pack", manifest.name)
    json.field("version", manifest.version)
    json.field("license", manifest.license)
    json.field("path", audit.path)
    json.field("hash", "sha256:\(audit.hash)")
    json.field("files", audit.files) { json, file in
      json.object { json in
        json.field("name", file.name)
        json.field("bytes", file.bytes)
        json.field("sha256", file.hash)
      }
    }
    json.field("not_read", audit.passedOver)
    json.field("needs_packs", manifest.needs)
    json.field("needs_layers", audit.layersNeeded)
    json.field("lexicons", audit.lexicons)
    json.field("knowledge", audit.knowledge)
    json.field("makes", audit.functions)
    json.field("reads", audit.members)
    json.field("libraries", audit.libraries)
    json.field("steps", audit.steps)
    json.field("memory_mib", audit.memory)
    json.field("rules", audit.rules) { json, rule in
      json.object { json in
        json.field("id", rule.id)
        json.field("on", rule.unit)
        json.field("every_article", rule.runsEverywhere)
        json.field("check", rule.hasCheck)
        json.field("provides", rule.provides)
      }
    }
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

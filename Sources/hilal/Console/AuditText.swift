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
      ("provides", list(audit.rules.compactMap(\.provides))),
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
    func strings(_ key: String, _ values: [String]) {
      json.key(key)
      json.beginArray()
      for value in values { json.string(value) }
      json.endArray()
    }
    func string(_ key: String, _ value: String) {
      json.key(key)
      json.string(value)
    }
    json.beginObject()
    string("pack", manifest.name)
    string("version", manifest.version)
    string("license", manifest.license)
    string("path", audit.path)
    string("hash", "sha256:\(audit.hash)")
    json.key("files")
    json.beginArray()
    for file in audit.files {
      json.beginObject()
      string("name", file.name)
      json.key("bytes")
      json.int(file.bytes)
      string("sha256", file.hash)
      json.endObject()
    }
    json.endArray()
    strings("not_read", audit.passedOver)
    strings("needs_packs", manifest.needs)
    strings("needs_layers", audit.layersNeeded)
    strings("lexicons", audit.lexicons)
    strings("knowledge", audit.knowledge)
    strings("makes", audit.functions)
    strings("reads", audit.members)
    strings("libraries", audit.libraries)
    json.key("steps")
    json.int(audit.steps)
    json.key("memory_mib")
    json.int(audit.memory)
    json.key("rules")
    json.beginArray()
    for rule in audit.rules {
      json.beginObject()
      string("id", rule.id)
      string("on", rule.unit)
      json.key("every_article")
      json.bool(rule.runsEverywhere)
      json.key("check")
      json.bool(rule.hasCheck)
      json.key("provides")
      json.string(rule.provides)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

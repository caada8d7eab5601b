import Foundation

/// Checks values against a JSON Schema (draft 2020-12), as far as the project's own schemas go: an
/// unknown keyword is an error, so that none is passed over.
struct JSONSchema {
  private let root: [String: Any]
  private static let known: Set = [
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "properties", "required",
    "additionalProperties", "items", "enum", "const", "anyOf", "oneOf", "minimum", "maximum",
    "pattern",
  ]

  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What is wrong with a value; nil when nothing is.
  func fault(in value: Any) -> String? { fault(value, root, "") }

  private func fault(_ value: Any, _ schema: [String: Any], _ place: String) -> String? {
    if let unknown = schema.keys.first(where: { !Self.known.contains($0) }) {
      return "\(place): the schema says \(unknown), which is not checked"
    }
    if let reference = schema["$ref"] as? String {
      let name = String(reference.split(separator: "/").last ?? "")
      let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
      return target.map { fault(value, $0, place) } ?? "\(place): no definition \(reference)"
    }
    let names = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    if !names.isEmpty, !names.contains(where: { Self.isOf($0, value) }) {
      return "\(place): \(value) is not \(names)"
    }
    if let constant = schema["const"], !Self.isSame(constant, value) {
      return "\(place): \(value) is not \(constant)"
    }
    if let choices = schema["enum"] as? [Any],
      !choices.contains(where: { Self.isSame($0, value) })
    {
      return "\(place): \(value) is none of \(choices)"
    }
    if let number = value as? NSNumber, let least = schema["minimum"] as? NSNumber,
      number.doubleValue < least.doubleValue
    {
      return "\(place): \(number) is below \(least)"
    }
    if let number = value as? NSNumber, let most = schema["maximum"] as? NSNumber,
      number.doubleValue > most.doubleValue
    {
      return "\(place): \(number) is above \(most)"
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      return "\(place): \(text) is not like \(pattern)"
    }
    return fault(ofParts: value, schema, place) ?? fault(ofChoices: value, schema, place)
  }

  private func fault(ofParts value: Any, _ schema: [String: Any], _ place: String) -> String? {
    if let items = schema["items"] as? [String: Any], let array = value as? [Any] {
      for (index, item) in array.enumerated() {
        if let fault = fault(item, items, "\(place)[\(index)]") { return fault }
      }
    }
    guard let object = value as? [String: Any] else { return nil }
    for name in schema["required"] as? [String] ?? [] where object[name] == nil {
      return "\(place): \(name) is missing"
    }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    for (name, member) in object {
      let inner = "\(place).\(name)"
      if let known = properties[name] {
        if let fault = fault(member, known, inner) { return fault }
      } else if let other = schema["additionalProperties"] as? [String: Any] {
        if let fault = fault(member, other, inner) { return fault }
      } else if schema["additionalProperties"] as? Bool == false {
        return "\(inner) is not in the schema"
      }
    }
    return nil
  }

  private func fault(ofChoices value: Any, _ schema: [String: Any], _ place: String) -> String? {
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let faults = choices.compactMap { fault(value, $0, place) }
      if faults.count == choices.count { return faults.joined(separator: ", or ") }
    }
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let fitting = choices.count { fault(value, $0, place) == nil }
      if fitting != 1 { return "\(place): fits \(fitting) of the choices, not one" }
    }
    return nil
  }

  private static func isSame(_ a: Any, _ b: Any) -> Bool { (a as? NSObject) == (b as? NSObject) }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "string": value is String
    case "array": value is [Any]
    case "object": value is [String: Any]
    case "null": value is NSNull
    case "boolean": value is Bool
    case "number": value is NSNumber
    case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    default: false
    }
  }
}

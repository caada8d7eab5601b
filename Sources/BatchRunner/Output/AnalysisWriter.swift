internal import ArabicText
package import Archives
internal import Articles
package import Extraction
package import RulePacks

/// Writes analyses as `hilal annotate` gives them (contract `hilal.analysis/1`).
package enum AnalysisWriter {
  /// Appends one line: the core's layers and those that packs provide.
  package static func write(
    _ analysis: Analysis, layers: [ProvidedLayer], to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("schema", "hilal.analysis/1")
      json.field("id", analysis.article.id)
      json.field("date", analysis.article.date)
      writeSentences(analysis, &json)
      writeEntities(analysis, &json)
      writeQuotes(analysis, &json)
      writeTimes(analysis, &json)
      writeQuantities(analysis, &json)
      writeAttributions(analysis, &json)
      writeDuplicates(analysis, &json)
      for layer in layers {
        json.field(layer.name, layer.items) { json, item in writeItem(item, of: layer, &json) }
      }
    }
    json.newline()
  }

  /// `field`, `start`, `end`, `text` of an item.
  private static func place(_ span: TextSpan, _ json: inout JSONWriter) {
    json.field("field", span.field.rawValue)
    range(span, &json)
  }

  private static func range(_ span: TextSpan, _ json: inout JSONWriter) {
    json.field("start", span.start)
    json.field("end", span.end)
    json.field("text", span.text)
  }

  /// An item of a provided layer: its place, all fields that the layer declares, the words it was found
  /// by and its code.
  private static func writeItem(
    _ item: Finding, of layer: ProvidedLayer, _ json: inout JSONWriter
  ) {
    json.object { json in
      place(item.span, &json)
      for field in item.fields {
        json.key(field.name)
        writeField(field, &json)
      }
      let held = item.fields.map(\.name)
      let cue = held.contains("cue") ? nil : item.evidence.first { $0.name == "cue" }
      if let cue { json.field("cue") { range(cue.span, &$0) } }
      for name in layer.fields where !held.contains(name) && !(name == "cue" && cue != nil) {
        json.key(name)
        json.null()
      }
      json.field("code", item.codes.first { $0.scheme == "cameo" }?.code)
    }
  }

  private static func writeField(_ field: Finding.Field, _ json: inout JSONWriter) {
    if !field.items.isEmpty {
      return json.array(field.items) { json, item in writeField(item, &json) }
    }
    guard let span = field.span else { return json.string(field.text) }
    json.object { json in
      range(span, &json)
      json.field("code", field.code)
      if let value = field.value { json.field("value", value) }
    }
  }

  private static func mention(
    _ name: String, _ span: Span?, _ analysis: Analysis, _ json: inout JSONWriter
  ) {
    json.key(name)
    guard let span else { return json.null() }
    json.object { range(analysis.textSpan(span), &$0) }
  }

  private static func writeSentences(_ analysis: Analysis, _ json: inout JSONWriter) {
    let sentences = TextField.allCases.flatMap { field in
      let text = analysis.text(field)
      return text.sentences.map { text.textSpan(ByteRange($0.start, $0.end)) }
    }
    json.field("sentences", sentences) { json, span in json.object { place(span, &$0) } }
  }

  private static func writeEntities(_ analysis: Analysis, _ json: inout JSONWriter) {
    json.field("entities", analysis.entities) { json, entity in
      json.object { json in
        place(analysis.textSpan(entity.span), &json)
        json.field("type", entity.kind.rawValue)
        json.field("code", entity.code)
        json.key("role")
        guard let role = entity.role else { return json.null() }
        let words = analysis.textSpan(role.span)
        json.object { json in
          json.field("text", role.text)
          json.field("start", words.start)
          json.field("end", words.end)
          json.field("code", role.code)
        }
      }
    }
  }

  private static func writeQuotes(_ analysis: Analysis, _ json: inout JSONWriter) {
    json.field("quotes", analysis.quotes) { json, quote in
      json.object { json in
        place(analysis.textSpan(quote.span), &json)
        json.field("kind", quote.kind.rawValue)
        mention("speaker", quote.speaker, analysis, &json)
        mention("cue", quote.cue, analysis, &json)
      }
    }
  }

  private static func writeTimes(_ analysis: Analysis, _ json: inout JSONWriter) {
    json.field("times", analysis.times) { json, time in
      json.object { json in
        place(analysis.textSpan(time.span), &json)
        json.field("type", time.kind.rawValue)
        json.field("value", time.value)
        if let gregorian = time.gregorian { json.field("gregorian", gregorian) }
      }
    }
  }

  private static func writeQuantities(_ analysis: Analysis, _ json: inout JSONWriter) {
    json.field("quantities", analysis.quantities) { json, quantity in
      json.object { json in
        place(analysis.textSpan(quantity.span), &json)
        json.field("value", quantity.value)
        json.field("unit", quantity.unit)
        json.field("approx", quantity.isApproximate)
      }
    }
  }

  private static func writeAttributions(_ analysis: Analysis, _ json: inout JSONWriter) {
    json.field("attributions", analysis.attributions) { json, attribution in
      json.object { json in
        place(analysis.textSpan(attribution.span), &json)
        mention("source", attribution.source, analysis, &json)
        json.field("anonymous", attribution.isAnonymous)
      }
    }
  }

  private static func writeDuplicates(_ analysis: Analysis, _ json: inout JSONWriter) {
    json.field("duplicates", analysis.duplicates) { json, duplicate in
      json.object { json in
        for (name, span) in [("first", duplicate.first), ("second", duplicate.second)] {
          let words = analysis.textSpan(span)
          json.field(name) { json in
            json.field("field", words.field.rawValue)
            json.field("start", words.start)
            json.field("end", words.end)
          }
        }
      }
    }
  }
}

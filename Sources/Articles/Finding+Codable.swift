/// As the host keeps findings for itself; what others read is `hilal.finding/1`.
extension Finding: Codable {
  private enum Key: String, CodingKey {
    case article, pack, version, rule, label, severity, score, codes, attribution, span, sentence
    case fields, evidence
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    // Schemes and codes in turn: an object would lose their order.
    let codes = try values.decode([String].self, forKey: .codes)
    self.init(
      article: try values.decode(ArticleReference.self, forKey: .article),
      pack: try values.decode(String.self, forKey: .pack),
      version: try values.decode(String.self, forKey: .version),
      rule: try values.decode(String.self, forKey: .rule),
      label: try values.decode(String.self, forKey: .label),
      severity: try values.decode(Severity.self, forKey: .severity),
      score: try values.decode(Double.self, forKey: .score),
      codes: stride(from: 0, to: codes.count - 1, by: 2).map { (codes[$0], codes[$0 + 1]) },
      attribution: try values.decode(Attribution.self, forKey: .attribution),
      span: try values.decode(TextSpan.self, forKey: .span),
      sentence: try values.decode(TextSpan.self, forKey: .sentence),
      fields: try values.decode([Field].self, forKey: .fields),
      evidence: try values.decode([Evidence].self, forKey: .evidence))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(article, forKey: .article)
    try values.encode(pack, forKey: .pack)
    try values.encode(version, forKey: .version)
    try values.encode(rule, forKey: .rule)
    try values.encode(label, forKey: .label)
    try values.encode(severity, forKey: .severity)
    try values.encode(score, forKey: .score)
    try values.encode(codes.flatMap { [$0.scheme, $0.code] }, forKey: .codes)
    try values.encode(attribution, forKey: .attribution)
    try values.encode(span, forKey: .span)
    try values.encode(sentence, forKey: .sentence)
    try values.encode(fields, forKey: .fields)
    try values.encode(evidence, forKey: .evidence)
  }
}

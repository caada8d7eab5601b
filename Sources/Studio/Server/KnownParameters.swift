internal import HTTPTypes
internal import Hummingbird
internal import RulePacks

/// Refuses calls with parameters that they do not take, and with packs that are not there: a filter that is misspelt
/// would otherwise find everything, or nothing.
struct KnownParameters: RouterMiddleware {
  /// What the calls take, by the last part of their path; the others take none.
  private static let names: [Substring: [String]] = [
    "findings": FindingFilter.names + ["order", "offset", "limit"],
    "charts": FindingFilter.names,
    "export.csv": FindingFilter.names,
    "articles": FindingFilter.articleNames + ["offset", "limit"],
    "article": ["id"],
    "values": ["field"],
    "file": ["path"],
    "labels.jsonl": ["pack", "rule"],
  ]
  /// Judgements may be of packs that are not open.
  private static let withAnyPack: Set<Substring> = ["labels.jsonl"]

  let workshop: Workshop

  func handle(
    _ request: Request, context: StudioContext,
    next: (Request, StudioContext) async throws -> Response
  ) async throws -> Response {
    let call = request.uri.path.split(separator: "/").last ?? ""
    let known = Self.names[call] ?? []
    if let other = request.parameterNames.first(where: { !known.contains($0) }) {
      throw StudioError(
        .badRequest, "this call has no parameter `\(other)`",
        hint: known.isEmpty ? "it takes none" : Suggestion.hint(for: other, in: known))
    }
    if known.contains("pack"), !Self.withAnyPack.contains(call) { try checkPack(request) }
    return try await next(request, context)
  }

  /// - Throws: a `StudioError` for a pack that is not there, also before the name of a rule. While the packs are being
  ///   loaded any may be.
  private func checkPack(_ request: Request) throws(StudioError) {
    let known = workshop.read { $0.packs.map(\.name) }
    if known.isEmpty { return }
    let rule = request.parameter("rule")?.split(separator: "/", omittingEmptySubsequences: false)
    let ofRule = rule.flatMap { $0.count > 1 ? String($0[0]) : nil }
    for name in [request.parameter("pack"), ofRule].compactMap(\.self) where !known.contains(name) {
      throw .notFound("pack `\(name)`", hint: Suggestion.hint(for: name, in: known))
    }
  }
}

public import Archives
internal import RulePacks

extension Runner {
  /// Runs the rules over the inputs to their end, from their beginning or where an earlier run
  /// stopped.
  ///
  /// - Parameters:
  ///   - version: the program's; a run is resumed by the version that began it.
  ///   - report: receives what scripts print, a line at a time.
  ///   - progress: called after each batch that was written.
  /// - Throws: `ArchivesError` for inputs that do not exist, for output that cannot be written, and
  ///   for a run that cannot be resumed.
  public func run(
    _ request: RunRequest, version: String, report: @escaping @Sendable (String) -> Void,
    progress: @escaping @Sendable (Progress) -> Void
  ) throws(ArchivesError) -> RunSummary {
    let files = try InputFile.all(of: request.inputs, filter: options.filter)
    let canResume = files.allSatisfy { $0.size != nil }
    let saved = request.resumes ? try request.checkpoint() : nil
    if saved != nil, !canResume {
      throw ArchivesError(
        .resumeRefused, place: request.output.place,
        message: "standard input and pipes cannot be read again; run without --resume")
    }
    var options = options
    let seenBytes = saved?.identity.options[RunIdentity.seenBytes].flatMap { Int($0) }
    if let path = request.seen {
      options.selection.seen = try SeenArticles(path: path, bytes: seenBytes)
    }
    let identity =
      request.output == .standardOutput || !canResume
      ? nil
      : RunIdentity(
        book, identifyingOptions(request, seenBytes: seenBytes), files, version: version)
    if let identity, let changes = saved?.identity.changes(to: identity), !changes.isEmpty {
      throw ArchivesError(
        .resumeRefused, place: request.output.place,
        message: "cannot be resumed: \(changes.joined(separator: "; ")); repeat the first command "
          + "with --resume, name another --output, or run without --resume to begin this one again")
    }
    if let saved, saved.isFinished {
      var summary = OrderedWriter.complete(saved.tally, book, excluding: excluded)
      summary.wasComplete = true
      return summary
    }
    // What cannot be had is told of before an output is touched.
    for path in [request.quarantine, request.seen].compactMap({ $0 }) {
      try ByteOutput.requireFolder(of: path)
    }
    let reader = try reader(of: request.inputs, from: saved?.position ?? ReadPosition())
    let sink = try request.sink(options.format, saved)
    let quarantine = try request.quarantine.map { path throws(ArchivesError) in
      QuarantineWriter(try ByteOutput(path: path, keeping: saved?.quarantine ?? 0))
    }
    // An article has been seen when all packs have looked at it.
    let seenPath = book.diagnostics.isEmpty ? request.seen : nil
    let seen = try seenPath.map { path throws(ArchivesError) in
      try SeenLog(path: path, position: saved?.seen)
    }
    let journal = (sink.isDurable ? identity : nil).map {
      Journal($0, interval: options.checkpointInterval)
    }
    return try run(
      reader, options,
      OrderedWriter.Outputs(
        sink: sink, quarantine: quarantine, seen: seen, journal: journal,
        wantsOne: options.selection.id != nil),
      saved, try copyFinder(request.inputs, options, resuming: saved),
      report: report, progress: progress)
  }

  /// The options that the output depends on, by name.
  private func identifyingOptions(_ request: RunRequest, seenBytes: Int?) -> [String: String] {
    var named: [String: String] = [
      "max-record": "\(options.limits.record)", "max-member": "\(options.limits.member)",
      "max-ratio": "\(options.limits.ratio)",
    ]
    if case .database = request.output {
      named["format"] = "sqlite"
    } else {
      named["format"] = options.format == .jsonLines ? "jsonl" : "csv"
    }
    named["encoding"] = options.encoding
    let fields = options.fieldNames
    if fields != FieldNames() {
      named["field"] = fields.names.map { "\($0.field)=\($0.name)" }.joined(separator: " ")
    }
    for (name, values) in [
      ("include", options.filter.include), ("exclude", options.filter.exclude),
      ("source", options.selection.sources), ("rule", options.rules),
    ] where !values.isEmpty {
      named[name] = values.joined(separator: " ")
    }
    if options.isLines { named["lines"] = "given" }
    if options.clusters { named["clusters"] = "given" }
    named["id"] = options.selection.id
    named["since"] = options.selection.since
    named["until"] = options.selection.until
    named["quarantine"] = request.quarantine
    named["seen"] = request.seen
    if let seen = request.seen {
      let size = InputFile.size(of: seen) ?? 0
      named[RunIdentity.seenBytes] = "\(min(seenBytes ?? size, size))"
    }
    return named
  }

  /// The finder of copies, where findings of copies are left out or a pack asks for them. For a run
  /// that goes on it has taken in the articles before.
  func copyFinder(
    _ inputs: [String] = [], _ settings: Options? = nil, resuming checkpoint: Checkpoint? = nil
  ) throws(ArchivesError) -> CopyFinder? {
    guard options.clusters || book.readsCopies else { return nil }
    let finder = CopyFinder()
    guard let checkpoint, let settings else { return finder }
    let reader = try reader(of: inputs)
    let source = RecordSource(settings)
    var left = checkpoint.tally.summary.read
    while left > 0, let batch = reader.nextBatch() {
      finder.learn(source.entries(of: batch))
      left -= batch.count
    }
    return finder
  }
}

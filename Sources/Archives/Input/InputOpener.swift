/// One input, opened layer by layer: decompressed, archives entered, character sets converted; what
/// comes out are streams of text.
final class InputOpener {
  enum Next {
    case stream(any ByteSource, RecordOrigin, NameHint)
    case failure(ReadFailure, RecordOrigin)
    case end
  }

  private struct Level {
    var archive: any MemberContainer
    /// The path of the archive within the input; nil for the input itself.
    var name: String?
    /// Damage has been told already: the archive's end because of it is no second record.
    var isDamaged = false
  }

  /// Compressions of one stream in one another.
  private static let layerLimit = 4

  private let file: String
  private let limits: ReadingLimits
  private let encoding: String?
  private let filter: InputFilter
  /// The file was named as an input itself.
  private let isNamed: Bool
  private let meter: InputMeter
  private var levels: [Level] = []
  private var hasBegun = false

  init(
    _ path: InputPath, isNamed: Bool, limits: ReadingLimits, encoding: String?, filter: InputFilter,
    cancellation: ReadCancellation
  ) throws(ReadFailure) {
    self.isNamed = isNamed
    self.filter = filter
    file = path.name
    self.limits = limits
    self.encoding = encoding
    meter = InputMeter(root: try DescriptorSource.open(path, cancellation), limits: limits)
  }

  /// Bytes read, at most the file's size: an archive may be read in places more than once.
  var bytesRead: Int {
    guard let file = meter.root as? FileSource else { return meter.root.bytesRead }
    return min(file.bytesRead, file.size)
  }

  /// The current stream was damaged: when its archives cannot go on, that has been said.
  func noteDamage() {
    for level in levels.indices { levels[level].isDamaged = true }
  }

  /// The next stream of text.
  func next() -> Next {
    while !meter.isExhausted {
      guard let level = levels.last else {
        if hasBegun { return .end }
        hasBegun = true
        if let next = enter(meter.root, member: nil, name: file) { return next }
        continue
      }
      do throws(ReadFailure) {
        guard let name = try level.archive.next() else {
          levels.removeLast()
          continue
        }
        if isPassedOver(member: name) || filter.excludes(name) { continue }
        levels[levels.count - 1].isDamaged = false
        if let next = open(name, in: level) { return next }
      } catch {
        levels.removeLast()
        if !level.isDamaged {
          return .failure(error, RecordOrigin(file: file, member: level.name))
        }
      }
    }
    return .end
  }

  private func open(_ name: String, in level: Level) -> Next? {
    let path = level.name.map { $0 + "/" + name } ?? name
    do throws(ReadFailure) {
      let source = GuardedSource(try level.archive.member(), meter)
      return enter(source, member: path, name: name)
    } catch {
      return .failure(error, RecordOrigin(file: file, member: path))
    }
  }

  /// Takes layers off a stream until text comes out; nil when it is an archive, now entered.
  private func enter(
    _ stream: any ByteSource, member: String?, name: String
  ) -> Next? {
    let origin = RecordOrigin(file: file, member: member)
    do throws(ReadFailure) {
      var source = stream
      var outermost = stream as? GuardedSource
      for _ in 0...Self.layerLimit {
        let peeked = try source.peeking(1024)
        source = peeked.source
        if isWanted(member), let failure = ForeignFormat.failure(peeked.head, name: name) {
          throw failure
        }
        switch Packing(peeked.head) {
        case .none:
          guard isWanted(member) else { return nil }
          outermost?.holdsText = true
          var text = decode(source, peeked.head)
          if text is CharsetSource {
            // In units of two bytes a format showed no mark.
            let decoded = try text.peeking(1024)
            if let failure = ForeignFormat.failure(decoded.head, name: name) { throw failure }
            text = decoded.source
          }
          return .stream(text, origin, NameHint(name: name))
        case .zip:
          try enterArchive(.zip, source, member)
          return nil
        case .tar:
          try enterArchive(.tar, source, member)
          return nil
        case .gzip:
          outermost = GuardedSource(DeflateSource(source, .gzip), meter)
        case .other:
          let archive = try Archive(.compressed, source)
          guard try archive.next() != nil else { return nil }
          outermost = GuardedSource(archive.member(), meter)
        }
        source = outermost ?? source
      }
      throw ReadFailure(reason: .nestedTooDeep, message: "compressed too many times over")
    } catch {
      return .failure(error, origin)
    }
  }

  /// Whether a text is among those that the filter includes.
  private func isWanted(_ member: String?) -> Bool {
    if member == nil, isNamed { return true }
    let outer = isNamed ? [] : [file]
    return filter.includes(outer + levels.compactMap(\.name) + [member].compactMap { $0 })
  }

  private func enterArchive(
    _ kind: Archive.Kind, _ source: any ByteSource, _ member: String?
  ) throws(ReadFailure) {
    guard levels.count < limits.archiveDepth else {
      throw ReadFailure(
        reason: .nestedTooDeep, message: "archives are read when nested once, not deeper; unpack it"
      )
    }
    levels.append(Level(archive: try container(kind, source), name: member))
  }

  private func container(
    _ kind: Archive.Kind, _ source: any ByteSource
  ) throws(ReadFailure) -> any MemberContainer {
    if kind == .zip, let file = source as? any SeekableSource, let zip = try ZipFile(file) {
      return zip
    }
    return try Archive(kind, source)
  }

  /// The text as UTF-8 where a mark, the caller or its beginning says that it is of wider units.
  private func decode(_ source: any ByteSource, _ head: [UInt8]) -> any ByteSource {
    let named = encoding.flatMap { name in unitWidth(name).map { (name: name, unit: $0) } }
    guard let charset = markedCharset(head) ?? named ?? unmarkedCharset(head),
      let converter = CharsetConverter(charset.name)
    else { return source }
    return CharsetSource(source, converter, unit: charset.unit)
  }
}

/// How a stream is packed, read off its first bytes.
enum Packing {
  case none
  case zip
  case tar
  case gzip
  /// bzip2, xz or zstd.
  case other

  init(_ head: [UInt8]) {
    if head.starts(with: [0x50, 0x4b, 3, 4]) || head.starts(with: [0x50, 0x4b, 5, 6]) {
      self = .zip
    } else if head.starts(with: [0x1f, 0x8b]) {
      self = .gzip
    } else if head.starts(with: [0x42, 0x5a, 0x68])
      && head.dropFirst(4).starts(with: [0x31, 0x41, 0x59])
      || head.starts(with: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])
      || head.starts(with: [0x28, 0xb5, 0x2f, 0xfd])
    {
      self = .other
    } else if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) {
      self = .tar
    } else {
      self = .none
    }
  }
}

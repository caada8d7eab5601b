public import BatchRunner
internal import Foundation
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
public import RulePacks
internal import ServiceLifecycle
internal import UnixSignals

/// What a studio opens.
public struct StudioOptions: Sendable {
  /// Folders of packs.
  public var packs: [String]
  /// Where packs that those need are looked for.
  public var locator: PackLocator
  /// Files and folders of articles, as a run takes them; no standard input, which can be read only once.
  public var inputs: [String]
  /// How they are read, and by how many workers.
  public var reading: Runner.Options
  /// 0 lets the system choose.
  public var port = 0
  /// The file that judgements are kept in.
  public var labels = "hilal-labels.jsonl"
  /// A folder whose files are served instead of those in the program, for those who write the page.
  public var assets: String?
  /// Told of the articles that were chosen when all have been read.
  public var articlesRead: @Sendable (SelectionCount) -> Void = { _ in }
  /// The packs as they have been loaded already.
  public var book: RuleBook?
  /// The program's version.
  public var version: String

  /// A `/` at the end of a pack's folder is dropped.
  public init(
    packs: [String], locator: PackLocator, inputs: [String], reading: Runner.Options,
    version: String
  ) {
    // A folder has one name here.
    self.packs = packs.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    self.locator = locator
    self.inputs = inputs
    self.reading = reading
    self.version = version
  }
}

/// Another program listens on the port.
public struct PortInUse: Error, CustomStringConvertible {
  public var description: String { "another program listens there" }
}

/// The local page on which an archive is read, rules are written and findings are judged.
public final class Studio: Sendable {
  /// Connections at once; more wait until one is closed.
  private static let connections = 256

  let options: StudioOptions
  let access: Access
  let store: ArchiveStore
  let events = EventHub()
  let workshop: Workshop
  let labels: LabelFile
  /// Where articles are analysed.
  let reading = WorkQueue(width: 2)
  /// Where scripts of the page run, which may take seconds.
  let trying = WorkQueue(width: 2)

  /// - Throws: an error where the temporary database cannot be made or the file of labels cannot be read.
  public convenience init(_ options: StudioOptions) throws {
    try self.init(options, access: Access(port: options.port))
  }

  init(_ options: StudioOptions, access: Access) throws {
    self.options = options
    self.access = access
    labels = try LabelFile(path: options.labels)
    store = try ArchiveStore()
    try store.setVerdicts(labels.verdicts)
    workshop = Workshop(options, store: store, events: events)
  }

  /// Serves until SIGINT or SIGTERM.
  ///
  /// - Parameter started: told the address to open.
  /// - Throws: an error where the port cannot be listened on.
  public func run(started: @escaping @Sendable (String) -> Void) async throws {
    defer { close() }
    workshop.start()
    let application = application(started: started)
    // The last one is ended first: the server waits for its connections, and streams of events do not end by themselves.
    var configuration = ServiceGroupConfiguration(
      services: [application, EventService(events: events)],
      gracefulShutdownSignals: [.sigint, .sigterm],
      logger: application.logger)
    // A client that is slow over its last request keeps nobody waiting.
    configuration.maximumGracefulShutdownDuration = .seconds(3)
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw PortInUse()
    }
  }

  /// Ends the runs and removes what lies on the disk.
  func close() {
    workshop.stop()
    events.close()
    store.close()
  }

  /// What answers requests; the tests send them to it without a network.
  var responder: StudioResponder {
    StudioResponder(access: access, router: router().buildResponder())
  }

  private func application(
    started: @escaping @Sendable (String) -> Void
  ) -> some ApplicationProtocol {
    var logger = Logger(label: "hilal")
    logger.logLevel = .critical
    let access = access
    return Application(
      responder: responder,
      server: .http1(
        configuration: .init(additionalChannelHandlers: [RequestDeadline(RequestDeadline.Limits())])
      ),
      configuration: ApplicationConfiguration(
        address: .hostname("127.0.0.1", port: options.port),
        availableConnectionsDelegate: MaximumAvailableConnections(Self.connections)),
      onServerRunning: { channel in
        access.port = channel.localAddress?.port ?? access.port
        started(access.address)
      },
      logger: logger)
  }
}

internal import ServiceLifecycle

/// Keeps the streams of events alive, and ends them when the studio is closed: a stream that goes on would keep the
/// server from ending.
struct EventService: Service {
  let events: EventHub

  func run() async throws {
    await withGracefulShutdownHandler {
      await cancelWhenGracefulShutdown {
        while !Task.isCancelled {
          try? await Task.sleep(for: .seconds(15))
          events.beat()
        }
      }
    } onGracefulShutdown: {
      events.close()
    }
  }
}

import BatchRunner
import Dispatch
import Glibc

/// Ends a run in good order on SIGINT and SIGTERM; a second signal ends the process at once.
final class Interrupts {
  private var sources: [any DispatchSourceSignal] = []

  init(_ runner: Runner) {
    // A closed pipe is an error of writing, not the end of the process.
    _ = signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM] {
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue.global(qos: .userInteractive))
      source.setEventHandler {
        runner.interrupt()
        _ = signal(number, SIG_DFL)
      }
      source.resume()
      sources.append(source)
    }
  }

  deinit { for source in sources { source.cancel() } }
}

import Articles
import Extraction
import Glibc
import LayerChecks

/// CPU seconds of this thread.
func cpuSeconds() -> Double {
  var time = timespec()
  // SAFETY: the call fills the struct given.
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Runs some work and gives its CPU seconds.
func measure(_ work: () -> Void) -> Double {
  let start = cpuSeconds()
  work()
  return cpuSeconds() - start
}

/// CPU seconds of the scan and of each layer when all are asked for in order, each for what the
/// earlier ones have not computed.
struct Shares {
  var scan = 0.0
  var layers = [Double](repeating: 0, count: Layer.allCases.count)
  var all: Double { layers.reduce(scan, +) }

  mutating func add(_ article: Article) {
    var analysis: Analysis?
    scan += measure { analysis = Analysis(article, knowledge: Inputs.knowledge) }
    guard let analysis else { return }
    for (index, layer) in Layer.allCases.enumerated() {
      layers[index] += measure { layer.ask(analysis) }
    }
  }
}

extension Double {
  /// With so many digits behind the point, in a column of 9.
  func column(_ digits: Int = 1) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = Int((self * scale).rounded())
    var text = "\(rounded)"
    if digits > 0 {
      while text.count <= digits { text = "0" + text }
      text.insert(".", at: text.index(text.endIndex, offsetBy: -digits))
    }
    return String(repeating: " ", count: max(0, 9 - text.count)) + text
  }
}

extension String {
  /// Filled up with spaces.
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

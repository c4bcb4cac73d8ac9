// How a time is taken, and how figures of several runs are told as one.

/// Times of the same thing, done several times.
struct Times {
  private let sorted: [Duration]

  init(_ times: [Duration]) { sorted = times.sorted() }

  var median: Duration { at(0.5) }

  /// The time that all but `1 - share` of the runs stay below.
  func at(_ share: Double) -> Duration {
    sorted.isEmpty ? .zero : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}

/// Does something `count` times, and says how long each took.
func times(_ count: Int, of work: () throws -> Void) rethrows -> Times {
  let clock = ContinuousClock()
  return Times(try (0..<count).map { _ in try clock.measure(work) })
}

extension Duration {
  /// Seconds, with their fraction.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }

  /// As people read it: "38 µs", "12.4 ms", "3.20 s".
  var text: String {
    switch seconds {
    case ..<0.001: "\(Int((seconds * 1e6).rounded())) µs"
    case ..<1: "\(tenths(seconds * 1e3)) ms"
    default: "\(tenths(seconds)) s"
    }
  }
}

/// A number with one decimal.
func tenths(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

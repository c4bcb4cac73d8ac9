// How long the guard looks at what people type and import, and that no text makes it look longer than
// in step with its length.

import Glibc
import Guard
import Synchronization

/// Measures the guard: the processor's time, the least of several runs, so that what else the machine is
/// doing does not count.
struct GuardRows {
  /// 120 characters of ordinary text, of numbers that are none, and of numbers that nearly are.
  private static let lines = [
    "Vi mødes ved kantinen på EUC torsdag kl. 9.30, og bagefter går vi sammen over til Zahra på 1. sal i bygning C til venstre.",
    "Ring 12 34 56 78 eller +45 87 65 43 21 inden 12.03.2026 kl. 14:30, ellers 2026-03-13 08:15; lokale 1.23, hold 4, uge 10-14",
    "31 04 99 1 2 3 4 5 6 7 8 9 0 32-13-40 0000 99.99.99-9999 4040404040 1234-5678-9012-3456 192.168.10.11 O1O1 lIlI cpr nr 12",
  ]

  /// Texts made to be slow: endless digits, groups, look-alikes, keywords, combining marks.
  private static let slow: [(name: String, piece: String)] = [
    ("digits", "4"), ("groups", "1 "), ("look-alikes", "O1lI"), ("keywords", "cpr "), ("dates", "01.01."),
    ("plus", "+4 "), ("combining", "e\u{301}"), ("full width", "４ "), ("year", "2026-"),
    ("IBAN", "DK50 0040 "), ("addresses", "a@"),
    ("unfolding", "ﷺ"), ("births", "født 1 "), ("networks", "ig a "), ("telephones", "tlf 1 "),
    ("written dates", "12 maj 47 "), ("exempt", "p-nr 1 "), ("weeks", "uge 1 "), ("hosts", "at a.dk "),
  ]

  func rows() -> [Row] {
    let line = Self.lines.map { String($0.prefix(120)) }.map { line in
      least(of: 20) { for _ in 0..<200 { keep(Guard.check(line, scope: .aboutYoungPerson)) } } / 200
    }
    let text = String(repeating: Self.lines.joined(separator: "\n") + "\n", count: (1 << 20) / 366)
    let lines = text.split(separator: "\n").map(String.init)
    let imported = least(of: 5) { for line in lines { keep(Guard.check(line)) } }
    let whole = least(of: 5) { keep(Guard.check(text)) }
    return [
      Row(
        what: "guard, a line of 120 characters (slowest of \(line.count) kinds)",
        figure: Duration.seconds(line.max() ?? 0).text, goal: "≤ 20 µs"),
      Row(
        what: "guard, 1 MB of import, line by line; as one text",
        figure: "\(Duration.seconds(imported).text); \(Duration.seconds(whole).text)", goal: "≤ 100 ms"),
      doubling(),
    ]
  }

  /// The worst factor when a slow text is made twice as long; 2 is linear.
  private func doubling() -> Row {
    let factors = Self.slow.map { name, piece in
      let times = [1, 2, 4].map { factor in
        let text = String(repeating: piece, count: factor * 40_000 / piece.unicodeScalars.count)
        return measured(text)
      }
      return (name, (times[2] / times[0]).squareRoot())
    }
    let worst = factors.max { $0.1 < $1.1 } ?? ("", 0)
    return Row(
      what: "guard, time when the length doubles, worst of \(factors.count) kinds of text (40–160 kB)",
      figure: "× \(tenths(worst.1)) (\(worst.0))", goal: "× 2")
  }

  private func measured(_ text: String) -> Double {
    least(of: 9) { keep(Guard.check(text, scope: .aboutYoungPerson)) }
  }

  /// Seconds of this thread's own processor time.
  private func least(of count: Int, _ work: () -> Void) -> Double {
    (0..<count).map { _ in
      let start = Self.spent()
      work()
      return Self.spent() - start
    }.min() ?? 0
  }

  private static func spent() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Uses a verdict, so that it is really made.
  private func keep(_ verdict: Guard.Verdict) {
    if verdict == .ok { Self.kept.withLock { $0 += 1 } }
  }

  private static let kept = Mutex(0)
}

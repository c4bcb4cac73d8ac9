// The table of kinds: what each is called in the log, where it stands, and what is known of it.

import Domain

/// One kind of record. A new one is its type, the description of its body, a row here, and its fold.
package struct LogKind: Sendable {
  /// What forgetting keeps of a record.
  package enum Retention: Sendable {
    case nothing
    /// What it adds to the sums of its week and school.
    case sums
    /// The record itself, as long as something rests on it.
    case whole
  }

  /// Its name in the log.
  package let name: String
  /// The streams it stands in; in others it is not known.
  package let streams: [Stream]
  /// The version that its lines carry.
  package let version: Int
  package let retention: Retention
  let read: @Sendable (inout BodyCoder) throws(BodyFault) -> RecordBody
  /// False when the record is of another kind.
  let write: @Sendable (RecordBody, inout BodyCoder) throws(BodyFault) -> Bool

  private init<Body: BodyValue & Sendable>(
    _ name: String, _ streams: [Stream], version: Int = 1, keeps retention: Retention,
    _ whole: @escaping @Sendable (Body) -> RecordBody, _ part: @escaping @Sendable (RecordBody) -> Body?
  ) {
    self.name = name
    self.streams = streams
    self.version = version
    self.retention = retention
    read = { (coder) throws(BodyFault) in whole(try Body.read(&coder)) }
    write = { (record, coder) throws(BodyFault) in
      guard var body = part(record) else { return false }
      try body.code(&coder)
      return true
    }
  }

  /// A kind of event.
  private init<Body: BodyValue & Sendable>(
    _ name: String, _ stream: Stream, version: Int = 1, keeps retention: Retention,
    _ event: @escaping @Sendable (Body) -> Event, _ body: @escaping @Sendable (Event) -> Body?
  ) {
    self.init(name, [stream], version: version, keeps: retention, { .event(event($0)) }) {
      if case .event(let event) = $0 { body(event) } else { nil }
    }
  }

  /// All kinds that this program knows; of each stream the most frequent first.
  package static let table: [LogKind] = [
    LogKind("visit", .visits, keeps: .sums, Event.visit) { if case .visit(let it) = $0 { it } else { nil } },
    LogKind("sparring", .visits, keeps: .sums, Event.sparring) {
      if case .sparring(let it) = $0 { it } else { nil }
    },
    LogKind("zero", .visits, keeps: .sums, Event.zero) { if case .zero(let it) = $0 { it } else { nil } },
    LogKind("void", .visits, keeps: .sums, Event.void) { if case .void(let it) = $0 { it } else { nil } },
    LogKind("handover", .chain, keeps: .sums, Event.handover) {
      if case .handover(let it) = $0 { it } else { nil }
    },
    LogKind("door", .duty, keeps: .sums, Event.door) { if case .door(let it) = $0 { it } else { nil } },
    LogKind("cell", .duty, keeps: .sums, Event.cell) { if case .cell(let it) = $0 { it } else { nil } },
    LogKind("swap", .duty, keeps: .sums, Event.swap) { if case .swap(let it) = $0 { it } else { nil } },
    LogKind("pattern", .duty, keeps: .whole, Event.pattern) {
      if case .pattern(let it) = $0 { it } else { nil }
    },
    LogKind("release", .duty, keeps: .whole, Event.release) {
      if case .release(let it) = $0 { it } else { nil }
    },
    LogKind("week", .duty, version: 2, keeps: .whole, Event.week) {
      if case .week(let it) = $0 { it } else { nil }
    },
    LogKind(segment, Stream.allCases, keeps: .whole, RecordBody.segment) {
      if case .segment(let it) = $0 { it } else { nil }
    },
    LogKind(tally, Stream.allCases, keeps: .whole, RecordBody.tally) {
      if case .tally(let it) = $0 { it } else { nil }
    },
  ]

  /// The kinds of a file's own records.
  static let segment = "segment"
  static let tally = "tally"

  private static let visits = table.filter { $0.streams.contains(.visits) }
  private static let chain = table.filter { $0.streams.contains(.chain) }
  private static let duty = table.filter { $0.streams.contains(.duty) }

  /// The kind of that name in a stream, if it is known.
  static func named(_ name: some Collection<UInt8>, in stream: Stream) -> LogKind? {
    let kinds =
      switch stream {
      case .visits: visits
      case .chain: chain
      case .duty: duty
      }
    return kinds.first { $0.name.utf8.elementsEqual(name) }
  }
}

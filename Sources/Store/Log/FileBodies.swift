// The bodies of the two records that are about their file: its head, and what remains of a forgotten one.

import Domain

extension Segment: BodyObject {
  static let blank = Segment(continues: nil, program: "", name: .blank, writer: .blank)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    var (stream, period) = (name.stream, name.periodText)
    try coder("continues", &continues)
    try coder("program", &program)
    try coder("stream", &stream)
    try coder.require(stream == coder.stream)
    if stream != .duty { try coder("week", &period) }
    try coder("writer", &writer)
    if stream == .duty { try coder("year", &period) }
    guard let name = SegmentName(stream: stream, period: period) else { throw coder.fault }
    self.name = name
  }
}

extension Segment.Continuation: BodyObject {
  static let blank = Segment.Continuation(bytes: 0, file: "")
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("bytes", &bytes)
    try coder("file", &file)
  }
}

// MARK: Sums

extension Tally: BodyObject {
  static let blank = Tally(hash: .zero, missing: 0, gone: [], content: .visits([]))
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    if coder.isReading { content = .blank(in: coder.stream) }
    gone.sort()
    try coder("gone", &gone)
    try coder("h", &hash)
    switch content {
    case .visits(var weeks):
      try coder("missing", &missing)
      try coder("weeks", &weeks)
      content = .visits(weeks)
    case .chain(var weeks):
      try coder("missing", &missing)
      try coder("weeks", &weeks)
      content = .chain(weeks)
    case .duty(var weeks, var kept):
      try coder("kept", &kept, as: { $0.map { KeptEvent(event: $0) } }, back: { $0.compactMap(\.event) })
      try coder("missing", &missing)
      try coder("weeks", &weeks)
      content = .duty(weeks, kept: kept)
    }
  }
}

extension Tally {
  /// The hash of the last record that a tally of a later program stands for: there the next file goes on.
  static func lastHash(in body: UnsafeRawBufferPointer) -> RecordHash? {
    var reader = BodyReader(body, isTolerant: true)
    do throws(BodyFault) {
      try reader.open()
      try reader.key("h")
      return try reader.hex()
    } catch {
      return nil
    }
  }
}

extension Tally.Content {
  fileprivate static func blank(in stream: Stream) -> Tally.Content {
    switch stream {
    case .visits: .visits([])
    case .chain: .chain([])
    case .duty: .duty([], kept: [])
    }
  }
}

/// An event of a kind that is kept whole.
private struct KeptEvent: BodyObject {
  static let blank = KeptEvent(event: nil)
  /// Nil where a later program wrote it.
  var event: Event?

  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    let encoded = try event.map { (event) throws(BodyFault) in try EventCoding.encode(event) }
    var kind = encoded?.kind ?? ""
    let body = try coder.object("b", encoded?.body ?? [])
    try coder("k", &kind)
    if coder.isReading { event = try EventCoding.event(kind, body, of: .duty, &coder) }
    if event != nil, LogKind.named(kind.utf8, in: .duty)?.retention != .whole { throw coder.fault }
  }
}

extension Tally.VisitWeek: BodyObject {
  static let blank = Tally.VisitWeek(
    week: .blank, school: .blank, visits: 0, sparring: 0, counted: [], recorded: [], topics: [:],
    outcomes: [:])
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("counted", &counted)
    try coder("outcomes", &outcomes)
    try coder("recorded", &recorded)
    try coder("school", &school)
    try coder("sparring", &sparring)
    try coder("topics", &topics)
    try coder("visits", &visits)
    try coder("week", &week)
  }
}

extension Tally.ChainWeek: BodyObject {
  static let blank = Tally.ChainWeek(week: .blank, school: .blank, steps: [:], days: [:])
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder(
      "days", &days, as: { $0.sorted { $0.key < $1.key }.map { [$0.key, $0.value] } },
      back: { pairs in
        guard pairs.allSatisfy({ $0.count == 2 }) else { return nil }
        return Dictionary(pairs.map { ($0[0], $0[1]) }) { $1 }
      })
    try coder("school", &school)
    try coder("steps", &steps)
    try coder("week", &week)
  }
}

extension Tally.DutyWeek: BodyObject {
  static let blank = Tally.DutyWeek(week: .blank, school: .blank, opened: [], minutes: 0)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("minutes", &minutes)
    try coder("opened", &opened)
    try coder("school", &school)
    try coder("week", &week)
  }
}

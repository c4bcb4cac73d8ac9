// The bodies of all events, each described once. Their keys stand in Format.md.

import Domain

// MARK: Visits: day only, no clock, no person

extension Visit: BodyObject {
  static let blank = Visit(id: .zero, day: .blank, school: .blank, topic: .blank, outcome: .blank)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("day", &day)
    try coder("id", &id)
    try coder.flag("late", &isLate)
    try coder("outcome", &outcome)
    try coder("school", &school)
    try coder("topic", &topic)
  }
}

extension Visit {
  /// What the description reads, for the one kind there are a million lines of.
  init(quickly reader: inout BodyReader) throws(BodyFault) {
    self = .blank
    try reader.open()
    try reader.key("day")
    day = try reader.date()
    try reader.key("id")
    id = try reader.hex()
    isLate = reader.takeKey("late")
    if isLate, try !reader.bool() { throw reader.fault }
    try reader.key("outcome")
    guard let outcome = Outcome(rawValue: try reader.text()) else { throw reader.fault }
    self.outcome = outcome
    try reader.key("school")
    school = try reader.name()
    try reader.key("topic")
    topic = try reader.name()
    try reader.close()
    try reader.end()
  }
}

extension Tick: BodyObject {
  static let blank = Tick(id: .zero, day: .blank, school: .blank)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("day", &day)
    try coder("id", &id)
    try coder("school", &school)
  }
}

extension TakeBack: BodyObject {
  static let blank = TakeBack(id: .zero, day: .blank, of: .zero)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("day", &day)
    try coder("id", &id)
    try coder("of", &of)
  }
}

// MARK: Chain: the steps of handovers, without the people

extension HandoverStep: BodyObject {
  static let blank = HandoverStep(
    id: .zero, after: .zero, day: .blank, handover: .zero, hop: 0, school: .blank, step: .offered)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    var parts = StepParts(step)
    try coder("after", &after)
    try coder("day", &day)
    try coder.optional("days", &parts.days)
    try coder("handover", &handover)
    try coder("hop", &hop)
    try coder("id", &id)
    try coder.optional("reason", &parts.reason)
    try coder("school", &school)
    try coder("step", &parts.name)
    try coder.flag("told", &parts.isTold)
    // A step that is not known may have other keys.
    if !coder.isReading || coder.reader.isNewer { return }
    guard let step = parts.step else { throw coder.fault }
    self.step = step
  }
}

/// A step as it stands among the keys: its name, and what belongs to it.
private struct StepParts {
  enum Name: String, BodyWord {
    case offered, withdrawn, declined, missed, takenOver, undone, closed
    static let blank = offered
  }

  var name: Name
  var days: Int?
  var reason: ClosingReason?
  var isTold = false

  init(_ step: HandoverStep.Step) {
    switch step {
    case .offered: name = .offered
    case .withdrawn: name = .withdrawn
    case .declined: name = .declined
    case .missed: name = .missed
    case .takenOver(let days, let isTold): (name, self.days, self.isTold) = (.takenOver, days, isTold)
    case .undone: name = .undone
    case .closed(let reason): (name, self.reason) = (.closed, reason)
    }
  }

  /// The step, if exactly the keys that belong to it are there.
  var step: HandoverStep.Step? {
    switch (name, days, reason, isTold) {
    case (.offered, nil, nil, false): .offered
    case (.withdrawn, nil, nil, false): .withdrawn
    case (.declined, nil, nil, false): .declined
    case (.missed, nil, nil, false): .missed
    case (.takenOver, let days?, nil, let isTold): .takenOver(daysSinceOffer: days, isTold: isTold)
    case (.undone, nil, nil, false): .undone
    case (.closed, nil, let reason?, false): .closed(reason)
    case (.offered, _, _, _), (.withdrawn, _, _, _), (.declined, _, _, _), (.missed, _, _, _),
      (.takenOver, _, _, _), (.undone, _, _, _), (.closed, _, _, _):
      nil
    }
  }
}

// MARK: Duty: roster, doors and releases, with times and colleague ids

extension DoorChange: BodyObject {
  static let blank = DoorChange(
    id: .zero, at: .blank, by: nil, day: .blank, isOpen: false, school: .blank)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("at", &at)
    try coder("by", &by)
    try coder("day", &day)
    try coder("id", &id)
    try coder("open", &isOpen)
    try coder("school", &school)
  }
}

extension Rhythm: BodyObject {
  static let blank = Rhythm(every: 1, week: .blank)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("every", &every)
    try coder("week", &week)
  }
}

extension PatternChange: BodyObject {
  static let blank = PatternChange(
    id: .zero, after: .zero, at: .blank, by: nil, from: .blank, rhythm: .blank, school: .blank, spans: [],
    weekday: .blank)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("after", &after)
    try coder("at", &at)
    try coder("by", &by)
    try coder("from", &from)
    try coder("id", &id)
    try coder("rhythm", &rhythm)
    try coder("school", &school)
    try coder("spans", &spans)
    try coder("weekday", &weekday)
  }
}

extension CellChange: BodyObject {
  static let blank = CellChange(
    id: .zero, after: .zero, asked: nil, at: .blank, by: nil, cause: .blank, day: .blank, school: .blank,
    spans: [])
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("after", &after)
    try coder("asked", &asked)
    try coder("at", &at)
    try coder("by", &by)
    try coder("cause", &cause)
    try coder("day", &day)
    try coder("id", &id)
    try coder("school", &school)
    try coder("spans", &spans)
  }
}

extension SwapStep: BodyObject {
  static let blank = SwapStep(
    id: .zero, after: .zero, at: .blank, by: nil, cells: [], offer: .zero, step: .blank)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("after", &after)
    try coder("at", &at)
    try coder("by", &by)
    try coder("cells", &cells)
    try coder("id", &id)
    try coder("offer", &offer)
    try coder("step", &step)
  }
}

extension SwapStep.Cell: BodyObject {
  static let blank = SwapStep.Cell(after: .zero, day: .blank, school: .blank, spans: [])
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("after", &after)
    try coder("day", &day)
    try coder("school", &school)
    try coder("spans", &spans)
  }
}

extension ReleaseRecord: BodyObject {
  static let blank = ReleaseRecord(id: .zero, at: .blank, by: nil, file: "", period: "", sha256: "")
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("at", &at)
    try coder("by", &by)
    try coder("file", &file)
    try coder("id", &id)
    try coder("period", &period)
    try coder("sha256", &sha256)
    try coder.require(sha256.utf8.count == 64)
  }
}

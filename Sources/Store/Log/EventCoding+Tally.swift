// The body of what remains of a forgotten file: sums per week and school.

import Domain

extension EventCoding {
  /// The kind and body of a forgotten file's second record.
  package static func encode(_ tally: Tally) throws(BodyFault) -> (kind: String, body: [UInt8]) {
    var writer = BodyWriter()
    writer.open()
    try writer.list("gone", tally.gone.sorted()) { (writer, id) throws(BodyFault) in writer.hex(id) }
    writer.hex("h", tally.hash)
    if case .duty(_, let kept) = tally.content {
      try writer.list("kept", kept) { (writer, event) throws(BodyFault) in
        let (kind, body) = try encode(event)
        writer.open()
        writer.object("b", body)
        try writer.text("k", kind)
        writer.close()
      }
    }
    try writer.number("missing", tally.missing)
    switch tally.content {
    case .visits(let weeks): try writer.list("weeks", weeks, encode)
    case .chain(let weeks): try writer.list("weeks", weeks, encode)
    case .duty(let weeks, _): try writer.list("weeks", weeks, encode)
    }
    writer.close()
    return ("tally", writer.bytes)
  }

  static func tally(_ reader: inout BodyReader, stream: Stream) throws(BodyFault) -> Tally {
    try reader.open()
    try reader.key("gone")
    let gone = try reader.list { (reader) throws(BodyFault) -> RecordID in try reader.hex() }
    try reader.key("h")
    let hash: RecordHash = try reader.hex()
    var kept: [Event] = []
    if stream == .duty {
      try reader.key("kept")
      kept = try reader.list { (reader) throws(BodyFault) in try keptEvent(&reader) }
    }
    try reader.key("missing")
    let missing = try reader.number()
    try reader.key("weeks")
    let content: Tally.Content
    switch stream {
    case .visits: content = .visits(try reader.list(visitWeek))
    case .chain: content = .chain(try reader.list(chainWeek))
    case .duty: content = .duty(try reader.list(dutyWeek), kept: kept)
    }
    try reader.close()
    return Tally(hash: hash, missing: missing, gone: gone, content: content)
  }

  private static func keptEvent(_ reader: inout BodyReader) throws(BodyFault) -> Event {
    try reader.open()
    try reader.key("b")
    let body = try reader.object()
    try reader.key("k")
    let kind = try reader.string()
    try reader.close()
    guard case .event(let event) = try decode(kind: kind, body: body, stream: .duty) else {
      throw reader.fault
    }
    return event
  }

  private static func encode(_ writer: inout BodyWriter, _ week: Tally.VisitWeek) throws(BodyFault) {
    writer.open()
    try writer.weekdays("counted", week.counted)
    try writer.counts("outcomes", named(week.outcomes) { $0.rawValue })
    try writer.weekdays("recorded", week.recorded)
    try writer.id("school", week.school)
    try writer.number("sparring", week.sparring)
    try writer.counts("topics", named(week.topics) { $0.text })
    try writer.number("visits", week.visits)
    try writer.plain("week", week.week)
    writer.close()
  }

  private static func visitWeek(_ reader: inout BodyReader) throws(BodyFault) -> Tally.VisitWeek {
    try reader.open()
    try reader.key("counted")
    let counted = try reader.weekdays()
    try reader.key("outcomes")
    var outcomes: [Outcome: Int] = [:]
    for (name, count) in try reader.counts() {
      guard let outcome = Outcome(rawValue: name) else { throw reader.fault }
      outcomes[outcome] = count
    }
    try reader.key("recorded")
    let recorded = try reader.weekdays()
    try reader.key("school")
    let school: School.ID = try reader.name()
    try reader.key("sparring")
    let sparring = try reader.number()
    try reader.key("topics")
    var topics: [Topic.ID: Int] = [:]
    for (name, count) in try reader.counts() { topics[Topic.ID(name)] = count }
    try reader.key("visits")
    let visits = try reader.number()
    try reader.key("week")
    let week = try reader.week()
    try reader.close()
    return Tally.VisitWeek(
      week: week, school: school, visits: visits, sparring: sparring, counted: counted,
      recorded: recorded, topics: topics, outcomes: outcomes)
  }

  private static func encode(_ writer: inout BodyWriter, _ week: Tally.ChainWeek) throws(BodyFault) {
    writer.open()
    try writer.list("days", week.days.sorted { $0.key < $1.key }) { (writer, pair) throws(BodyFault) in
      try writer.pair(pair.key, pair.value)
    }
    try writer.id("school", week.school)
    try writer.counts("steps", week.steps)
    try writer.plain("week", week.week)
    writer.close()
  }

  private static func chainWeek(_ reader: inout BodyReader) throws(BodyFault) -> Tally.ChainWeek {
    try reader.open()
    try reader.key("days")
    var days: [Int: Int] = [:]
    for pair in try reader.list({ (reader) throws(BodyFault) in
      try reader.list { (reader) throws(BodyFault) in try reader.number() }
    }) {
      guard pair.count == 2 else { throw reader.fault }
      days[pair[0]] = pair[1]
    }
    try reader.key("school")
    let school: School.ID = try reader.name()
    try reader.key("steps")
    let steps = Dictionary(try reader.counts().map { ($0.key, $0.count) }) { $1 }
    try reader.key("week")
    let week = try reader.week()
    try reader.close()
    return Tally.ChainWeek(week: week, school: school, steps: steps, days: days)
  }

  private static func encode(_ writer: inout BodyWriter, _ week: Tally.DutyWeek) throws(BodyFault) {
    writer.open()
    try writer.number("minutes", week.minutes)
    try writer.weekdays("opened", week.opened)
    try writer.id("school", week.school)
    try writer.plain("week", week.week)
    writer.close()
  }

  private static func dutyWeek(_ reader: inout BodyReader) throws(BodyFault) -> Tally.DutyWeek {
    try reader.open()
    try reader.key("minutes")
    let minutes = try reader.number()
    try reader.key("opened")
    let opened = try reader.weekdays()
    try reader.key("school")
    let school: School.ID = try reader.name()
    try reader.key("week")
    let week = try reader.week()
    try reader.close()
    return Tally.DutyWeek(week: week, school: school, opened: opened, minutes: minutes)
  }

  private static func named<Key>(_ counts: [Key: Int], _ name: (Key) -> String) -> [String: Int] {
    Dictionary(counts.map { (name($0.key), $0.value) }) { $0 + $1 }
  }
}

// The body of the record that ends a week: numbers and ids only.

import Domain

extension EventCoding {
  static func encode(_ week: WeekRecord, to writer: inout BodyWriter) throws(BodyFault) {
    writer.open()
    writer.hex("after", week.after)
    if let at = week.at {
      try writer.plain("at", at)
      try writer.id("by", week.by)
    }
    let reaches = week.covers.writers.sorted { $0.key < $1.key }.flatMap { name, streams in
      streams.sorted { $0.key.rawValue < $1.key.rawValue }.map { (name, $0.key, $0.value) }
    }
    try writer.list("covers", reaches) { (writer, entry) throws(BodyFault) in
      writer.open()
      try writer.list("missing", entry.2.missing) { (writer, range) throws(BodyFault) in
        try writer.pair(range.lowerBound, range.upperBound)
      }
      try writer.number("s", entry.2.last)
      try writer.text("stream", entry.1.rawValue)
      try writer.text("writer", entry.0)
      writer.close()
    }
    writer.hex("id", week.id)
    try writer.number("missing", week.missing)
    try writer.list("rows", week.rows) { (writer, row) throws(BodyFault) in
      writer.open()
      if let closed = row.closed { try writer.text("closed", closed.rawValue) } else { writer.null("closed") }
      try writer.number("counted", row.counted)
      try writer.number("extra", row.extra)
      try writer.number("minutes", row.minutes)
      try writer.number("opening", row.opening)
      try writer.id("school", row.school)
      writer.bool("small", row.isSmall)
      try writer.number("sparring", row.sparring)
      try writer.number("staffed", row.staffed)
      try writer.number("visits", row.visits)
      writer.close()
    }
    try writer.plain("week", week.week)
    writer.close()
  }

  static func week(_ reader: inout BodyReader) throws(BodyFault) -> WeekRecord {
    try reader.open()
    try reader.key("after")
    let after: RecordID = try reader.hex()
    var at: UTCTime?
    var by: Colleague.ID?
    if reader.takeKey("at") {
      at = try reader.utc()
      try reader.key("by")
      by = try reader.nameOrNull()
    }
    try reader.key("covers")
    var covers = WeekCoverage()
    let reaches = try reader.list { (reader) throws(BodyFault) -> (String, Stream, WeekCoverage.Reach) in
      try reader.open()
      try reader.key("missing")
      let missing = try reader.list { (reader) throws(BodyFault) -> ClosedRange<Int> in
        let pair = try reader.list { (reader) throws(BodyFault) in try reader.number() }
        guard pair.count == 2, pair[0] <= pair[1] else { throw reader.fault }
        return pair[0]...pair[1]
      }
      try reader.key("s")
      let last = try reader.number()
      try reader.key("stream")
      let stream: Stream = try reader.word()
      try reader.key("writer")
      let writer = try reader.text()
      try reader.close()
      return (writer, stream, WeekCoverage.Reach(last: last, missing: missing))
    }
    for (writer, stream, reach) in reaches { covers.writers[writer, default: [:]][stream] = reach }
    try reader.key("id")
    let id: RecordID = try reader.hex()
    try reader.key("missing")
    let missing = try reader.number()
    try reader.key("rows")
    let rows = try reader.list { (reader) throws(BodyFault) in try row(&reader) }
    try reader.key("week")
    let week = try reader.week()
    try reader.close()
    return WeekRecord(
      id: id, after: after, at: at, by: by, covers: covers, missing: missing, rows: rows, week: week)
  }

  private static func row(_ reader: inout BodyReader) throws(BodyFault) -> WeekRow {
    try reader.open()
    try reader.key("closed")
    let closed: WeekRow.Closed? = reader.takeNull() ? nil : try reader.word()
    try reader.key("counted")
    let counted = try reader.number()
    try reader.key("extra")
    let extra = try reader.number()
    try reader.key("minutes")
    let minutes = try reader.number()
    try reader.key("opening")
    let opening = try reader.number()
    try reader.key("school")
    let school: School.ID = try reader.name()
    try reader.key("small")
    let isSmall = try reader.bool()
    try reader.key("sparring")
    let sparring = try reader.number()
    try reader.key("staffed")
    let staffed = try reader.number()
    try reader.key("visits")
    let visits = try reader.number()
    try reader.close()
    return WeekRow(
      school: school, closed: closed, opening: opening, staffed: staffed, counted: counted, extra: extra,
      visits: visits, sparring: sparring, minutes: minutes, isSmall: isSmall)
  }
}

// Bodies of the duty stream: roster changes, doors and releases, with times and colleague ids.

import Domain

extension EventCoding {
  static func encode(_ door: DoorChange, to writer: inout BodyWriter) throws(BodyFault) {
    writer.open()
    try writer.plain("at", door.at)
    try writer.id("by", door.by)
    try writer.plain("day", door.day)
    writer.hex("id", door.id)
    writer.bool("open", door.isOpen)
    try writer.id("school", door.school)
    writer.close()
  }

  static func door(_ reader: inout BodyReader) throws(BodyFault) -> DoorChange {
    try reader.open()
    try reader.key("at")
    let at = try reader.utc()
    try reader.key("by")
    let by: Colleague.ID? = try reader.nameOrNull()
    try reader.key("day")
    let day = try reader.date()
    try reader.key("id")
    let id: RecordID = try reader.hex()
    try reader.key("open")
    let isOpen = try reader.bool()
    try reader.key("school")
    let school: School.ID = try reader.name()
    try reader.close()
    return DoorChange(id: id, at: at, by: by, day: day, isOpen: isOpen, school: school)
  }

  static func encode(_ pattern: PatternChange, to writer: inout BodyWriter) throws(BodyFault) {
    writer.open()
    writer.hex("after", pattern.after)
    try writer.plain("at", pattern.at)
    try writer.id("by", pattern.by)
    try writer.plain("from", pattern.from)
    writer.hex("id", pattern.id)
    writer.key("rhythm")
    writer.open()
    try writer.number("every", pattern.rhythm.every)
    try writer.plain("week", pattern.rhythm.week)
    writer.close()
    try writer.id("school", pattern.school)
    try writer.spans("spans", pattern.spans)
    try writer.number("weekday", pattern.weekday.rawValue)
    writer.close()
  }

  static func pattern(_ reader: inout BodyReader) throws(BodyFault) -> PatternChange {
    try reader.open()
    try reader.key("after")
    let after: RecordID = try reader.hex()
    try reader.key("at")
    let at = try reader.utc()
    try reader.key("by")
    let by: Colleague.ID? = try reader.nameOrNull()
    try reader.key("from")
    let from = try reader.date()
    try reader.key("id")
    let id: RecordID = try reader.hex()
    try reader.key("rhythm")
    try reader.open()
    try reader.key("every")
    let every = try reader.number()
    try reader.key("week")
    let week = try reader.week()
    try reader.close()
    try reader.key("school")
    let school: School.ID = try reader.name()
    try reader.key("spans")
    let spans = try reader.spans()
    try reader.key("weekday")
    let weekday = try reader.weekday()
    try reader.close()
    return PatternChange(
      id: id, after: after, at: at, by: by, from: from, rhythm: Rhythm(every: every, week: week),
      school: school, spans: spans, weekday: weekday)
  }

  static func encode(_ cell: CellChange, to writer: inout BodyWriter) throws(BodyFault) {
    writer.open()
    writer.hex("after", cell.after)
    try writer.id("asked", cell.asked)
    try writer.plain("at", cell.at)
    try writer.id("by", cell.by)
    try writer.text("cause", cell.cause.rawValue)
    try writer.plain("day", cell.day)
    writer.hex("id", cell.id)
    try writer.id("school", cell.school)
    try writer.spans("spans", cell.spans)
    writer.close()
  }

  static func cell(_ reader: inout BodyReader) throws(BodyFault) -> CellChange {
    try reader.open()
    try reader.key("after")
    let after: RecordID = try reader.hex()
    try reader.key("asked")
    let asked: Colleague.ID? = try reader.nameOrNull()
    try reader.key("at")
    let at = try reader.utc()
    try reader.key("by")
    let by: Colleague.ID? = try reader.nameOrNull()
    try reader.key("cause")
    let cause: CellChange.Cause = try reader.word()
    try reader.key("day")
    let day = try reader.date()
    try reader.key("id")
    let id: RecordID = try reader.hex()
    try reader.key("school")
    let school: School.ID = try reader.name()
    try reader.key("spans")
    let spans = try reader.spans()
    try reader.close()
    return CellChange(
      id: id, after: after, asked: asked, at: at, by: by, cause: cause, day: day, school: school,
      spans: spans)
  }
}

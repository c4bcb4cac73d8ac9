// Bodies of the visits stream: day only, no clock, no person.

import Domain

extension EventCoding {
  static func encode(_ visit: Visit, to writer: inout BodyWriter) throws(BodyFault) {
    writer.open()
    try writer.plain("day", visit.day)
    writer.hex("id", visit.id)
    if visit.isLate { writer.bool("late", true) }
    try writer.text("outcome", visit.outcome.rawValue)
    try writer.id("school", visit.school)
    try writer.id("topic", visit.topic)
    writer.close()
  }

  static func visit(_ reader: inout BodyReader) throws(BodyFault) -> Visit {
    try reader.open()
    try reader.key("day")
    let day = try reader.date()
    try reader.key("id")
    let id: RecordID = try reader.hex()
    let isLate = reader.takeKey("late")
    if isLate, try !reader.bool() { throw reader.fault }
    try reader.key("outcome")
    let outcome: Outcome = try reader.word()
    try reader.key("school")
    let school: School.ID = try reader.name()
    try reader.key("topic")
    let topic: Topic.ID = try reader.name()
    try reader.close()
    return Visit(id: id, day: day, school: school, topic: topic, outcome: outcome, isLate: isLate)
  }

  static func encode(_ tick: Tick, to writer: inout BodyWriter) throws(BodyFault) {
    writer.open()
    try writer.plain("day", tick.day)
    writer.hex("id", tick.id)
    try writer.id("school", tick.school)
    writer.close()
  }

  static func tick(_ reader: inout BodyReader) throws(BodyFault) -> Tick {
    try reader.open()
    try reader.key("day")
    let day = try reader.date()
    try reader.key("id")
    let id: RecordID = try reader.hex()
    try reader.key("school")
    let school: School.ID = try reader.name()
    try reader.close()
    return Tick(id: id, day: day, school: school)
  }

  static func encode(_ takeBack: TakeBack, to writer: inout BodyWriter) throws(BodyFault) {
    writer.open()
    try writer.plain("day", takeBack.day)
    writer.hex("id", takeBack.id)
    writer.hex("of", takeBack.of)
    writer.close()
  }

  static func takeBack(_ reader: inout BodyReader) throws(BodyFault) -> TakeBack {
    try reader.open()
    try reader.key("day")
    let day = try reader.date()
    try reader.key("id")
    let id: RecordID = try reader.hex()
    try reader.key("of")
    let of: RecordID = try reader.hex()
    try reader.close()
    return TakeBack(id: id, day: day, of: of)
  }
}

// Bodies of swaps and releases, the rarer kinds of the duty stream.

import Domain

extension EventCoding {
  static func encode(_ swap: SwapStep, to writer: inout BodyWriter) throws(BodyFault) {
    writer.open()
    writer.hex("after", swap.after)
    try writer.plain("at", swap.at)
    try writer.id("by", swap.by)
    try writer.list("cells", swap.cells) { (writer, cell) throws(BodyFault) in
      writer.open()
      writer.hex("after", cell.after)
      try writer.plain("day", cell.day)
      try writer.id("school", cell.school)
      try writer.spans("spans", cell.spans)
      writer.close()
    }
    writer.hex("id", swap.id)
    writer.hex("offer", swap.offer)
    try writer.text("step", swap.step.rawValue)
    writer.close()
  }

  static func swap(_ reader: inout BodyReader) throws(BodyFault) -> SwapStep {
    try reader.open()
    try reader.key("after")
    let after: RecordID = try reader.hex()
    try reader.key("at")
    let at = try reader.utc()
    try reader.key("by")
    let by: Colleague.ID? = try reader.nameOrNull()
    try reader.key("cells")
    let cells = try reader.list { (reader) throws(BodyFault) in
      try reader.open()
      try reader.key("after")
      let after: RecordID = try reader.hex()
      try reader.key("day")
      let day = try reader.date()
      try reader.key("school")
      let school: School.ID = try reader.name()
      try reader.key("spans")
      let spans = try reader.spans()
      try reader.close()
      return SwapStep.Cell(after: after, day: day, school: school, spans: spans)
    }
    try reader.key("id")
    let id: RecordID = try reader.hex()
    try reader.key("offer")
    let offer: RecordID = try reader.hex()
    try reader.key("step")
    let step: SwapStep.Step = try reader.word()
    try reader.close()
    return SwapStep(id: id, after: after, at: at, by: by, cells: cells, offer: offer, step: step)
  }

  static func encode(_ release: ReleaseRecord, to writer: inout BodyWriter) throws(BodyFault) {
    writer.open()
    try writer.plain("at", release.at)
    try writer.id("by", release.by)
    try writer.text("file", release.file)
    writer.hex("id", release.id)
    try writer.text("period", release.period)
    try writer.text("sha256", release.sha256)
    writer.close()
  }

  static func release(_ reader: inout BodyReader) throws(BodyFault) -> ReleaseRecord {
    try reader.open()
    try reader.key("at")
    let at = try reader.utc()
    try reader.key("by")
    let by: Colleague.ID? = try reader.nameOrNull()
    try reader.key("file")
    let file = try reader.text()
    try reader.key("id")
    let id: RecordID = try reader.hex()
    try reader.key("period")
    let period = try reader.text()
    try reader.key("sha256")
    let sha256 = try reader.text()
    guard sha256.utf8.count == 64 else { throw reader.fault }
    try reader.close()
    return ReleaseRecord(id: id, at: at, by: by, file: file, period: period, sha256: sha256)
  }
}

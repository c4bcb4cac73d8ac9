// Bodies of the chain stream: the steps of handovers, without the people.

import Domain

extension EventCoding {
  static func encode(_ step: HandoverStep, to writer: inout BodyWriter) throws(BodyFault) {
    writer.open()
    writer.hex("after", step.after)
    try writer.plain("day", step.day)
    if case .takenOver(let days, _) = step.step { try writer.number("days", days) }
    writer.hex("handover", step.handover)
    try writer.number("hop", step.hop)
    writer.hex("id", step.id)
    if case .closed(let reason) = step.step { try writer.text("reason", reason.rawValue) }
    try writer.id("school", step.school)
    try writer.text("step", step.step.name)
    if case .takenOver(_, isTold: true) = step.step { writer.bool("told", true) }
    writer.close()
  }

  static func handover(_ reader: inout BodyReader) throws(BodyFault) -> HandoverStep {
    try reader.open()
    try reader.key("after")
    let after: RecordID = try reader.hex()
    try reader.key("day")
    let day = try reader.date()
    let days = reader.takeKey("days") ? try reader.number() : nil
    try reader.key("handover")
    let handover: Handover.ID = try reader.hex()
    try reader.key("hop")
    let hop = try reader.number()
    try reader.key("id")
    let id: RecordID = try reader.hex()
    let reason: ClosingReason? = reader.takeKey("reason") ? try reader.word() : nil
    try reader.key("school")
    let school: School.ID = try reader.name()
    try reader.key("step")
    let name = try reader.text()
    let isTold = reader.takeKey("told")
    if isTold, try !reader.bool() { throw reader.fault }
    guard let step = step(name, days: days, reason: reason, isTold: isTold) else { throw reader.fault }
    try reader.close()
    return HandoverStep(
      id: id, after: after, day: day, handover: handover, hop: hop, school: school, step: step)
  }

  /// The step of a name, if exactly the keys that belong to it are there.
  private static func step(
    _ name: String, days: Int?, reason: ClosingReason?, isTold: Bool
  ) -> HandoverStep.Step? {
    switch (name, days, reason, isTold) {
    case ("offered", nil, nil, false): .offered
    case ("withdrawn", nil, nil, false): .withdrawn
    case ("declined", nil, nil, false): .declined
    case ("missed", nil, nil, false): .missed
    case ("takenOver", let days?, nil, let isTold): .takenOver(daysSinceOffer: days, isTold: isTold)
    case ("undone", nil, nil, false): .undone
    case ("closed", nil, let reason?, false): .closed(reason)
    default: nil
    }
  }
}

// The first question: "Du er … i dag". One key, and the day begins.

import Canvas
import Domain

extension Desk {
  /// I have duty at this school today, and the day is not over.
  private var opensMyDoor: Bool {
    guard let school, let me, !isDoorOpen, readOnlyReason == nil else { return false }
    return picture.roster.shifts(at: school, on: now.day)
      .contains { $0.colleague == me.id && now.time < $0.hours.to }
  }

  func drawStart(on canvas: inout Canvas, in area: Area) {
    drawToday(on: &canvas, in: area)
    let (question, hint) = startTexts
    let waits = whatWaits
    let row = area.bottom - 3 - waits.count
    for blank in (row - 1)..<area.bottom { canvas.fill(row: blank) }
    canvas.rule(row: row - 1)
    canvas.put(question, column: 3, row: row, style: .strong, width: area.width - 4)
    canvas.put(hint, column: 3, row: row + 1, style: .dim, width: area.width - 4)
    for (index, text) in waits.enumerated() {
      canvas.put(text, column: 3, row: row + 2 + index, style: .strong, width: area.width - 4)
    }
    canvas.cursor = Point(column: 3, row: row)
  }

  /// What the day begins with: the answers I owe, and those of mine that have waited too long. Numbers
  /// only, because students can see it.
  private var whatWaits: [String] {
    let waiting = waitingForMe.count
    let old = heldByMe.count { picture.isReminded($0, on: now.day) }
    let parts = [
      waiting == 0 ? nil : words.counted(waiting, one: "start.waiting.one", many: "start.waiting.many"),
      old == 0 ? nil : words.counted(old, one: "start.unanswered.one", many: "start.unanswered.many"),
    ]
    return parts.compactMap { $0 }
  }

  /// What is asked, and what the keys mean.
  private var startTexts: (String, String) {
    if picture.documents.colleagues.isEmpty { return (words("today.empty"), "") }
    guard let me else { return (words("start.nobody"), words("start.choose")) }
    let question = words("start.question", ["name": me.name, "school": school?.name ?? "–"])
    return (question, words(opensMyDoor ? "start.opensDoor" : "start.onlyName"))
  }

  mutating func takeStart(_ key: Key) -> [Request] {
    switch key {
    case .enter, .character("j"), .character("y"):
      guard me != nil else { return picture.documents.colleagues.isEmpty ? [] : perform(.identity) }
      let opens = opensMyDoor
      screens.reset()
      let remember = schoolID.map { [Request.rememberSchool($0)] } ?? []
      return remember + (opens ? moveDoor(open: true) : [])
    case .character("n"): return perform(.identity)
    case .escape:
      screens.reset()
      return []
    case .character, .tab, .backtab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .function, .control, .resize:
      return takeBinding(key)
    }
  }
}

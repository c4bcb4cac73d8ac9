// The first question: "Du er … i dag". One key, and the day begins.

import Canvas
import Domain

extension Desk {
  /// I have duty at this school today, and the day is not over.
  private var opensMyDoor: Bool {
    guard let school, let me, !isMyDoorOpen, readOnlyReason == nil else { return false }
    return picture.roster.shifts(at: school, on: now.day)
      .contains { $0.colleague == me.id && now.time < $0.hours.to }
  }

  func drawStart(on canvas: inout Canvas, in area: Area) {
    drawToday(on: &canvas, in: area)
    let question =
      me.map { words("start.question", ["name": $0.name, "school": school?.name ?? "–"]) }
      ?? words("start.nobody")
    let hint = opensMyDoor ? words("start.opensDoor") : words("start.onlyName")
    let row = area.bottom - 3
    for blank in (row - 1)...area.bottom { canvas.fill(row: blank) }
    canvas.rule(row: row - 1)
    canvas.put(question, column: 3, row: row, style: .strong, width: area.width - 4)
    canvas.put(hint, column: 3, row: row + 1, style: .dim, width: area.width - 4)
    canvas.cursor = Point(column: 3, row: row)
  }

  mutating func takeStart(_ key: Key) -> [Request] {
    switch key {
    case .enter, .character("j"), .character("y"):
      guard me != nil else {
        screens.push(.who(WhoState(picture: picture, school: schoolID, now: now)))
        return []
      }
      let opens = opensMyDoor
      screens.reset()
      let remember = schoolID.map { [Request.rememberSchool($0)] } ?? []
      guard opens, let school else {
        greet()
        return remember
      }
      return remember + moveDoor(of: school, open: true)
    case .character("n"), .character("w"):
      screens.push(.who(WhoState(picture: picture, school: schoolID, now: now)))
      return []
    case .escape:
      screens.reset()
      return []
    case .character("!"), .character("?"), .character("h"), .character("q"), .control("l"), .function(1):
      return takeBinding(key)
    case .character, .tab, .backtab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .function, .control, .resize:
      return []
    }
  }

  private mutating func greet() {
    toast = waitingForMe.isEmpty ? nil : Toast(text: words("start.waiting"), tone: .plain)
  }
}

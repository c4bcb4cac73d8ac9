// Questions about what cannot be undone: j or n, never Enter, and n is what happens otherwise.

import Canvas
import Domain

/// What is asked.
enum Question: Equatable, Sendable {
  case close(Handover, ClosingReason)
  case withdraw(Handover)
  case told(Handover)
  case closeDoor
  case quit
}

extension Desk {
  /// Opens a question. Keys typed before it was seen must not answer it.
  mutating func ask(_ question: Question) -> [Request] {
    screens.push(.question(question))
    return [.discardTypedKeys]
  }

  func drawQuestion(_ question: Question, on canvas: inout Canvas, in area: Area) {
    var row = area.top + 1
    for line in DisplayWidth.wrap(text(of: question), to: area.width - 6) {
      canvas.put(line, column: 3, row: row, style: .strong)
      row += 1
    }
    canvas.cursor = Point(column: 3, row: area.top + 1)
    row += 1
    for handover in listed(in: question).prefix(max(0, area.bottom - row - 4)) {
      canvas.put(chainLine(of: handover), column: 5, row: row, width: area.width - 6)
      row += 1
    }
    if !listed(in: question).isEmpty { row += 1 }
    let (yes, no) = answers(to: question)
    canvas.put("j", column: 3, row: row, style: .key)
    canvas.put(yes, column: 6, row: row, width: area.width - 7)
    canvas.put("n", column: 3, row: row + 1, style: .key)
    canvas.put(no, column: 6, row: row + 1, width: area.width - 7)
  }

  private func text(of question: Question) -> String {
    switch question {
    case .close(let handover, let reason):
      words(
        "question.close", ["what": chainLine(of: handover), "reason": words("reason.\(reason.rawValue)")])
    case .withdraw(let handover): words("question.withdraw", ["what": chainLine(of: handover)])
    case .told(let handover): words("question.told", ["name": colleagueName(handover.entry?.receiver)])
    case .closeDoor: words("question.closeDoor", ["count": String(heldByMe.count)])
    case .quit:
      words(
        isMyDoorOpen ? "question.quitDoor" : "question.quitHeld",
        ["school": school?.name ?? "", "count": String(heldByMe.count)])
    }
  }

  private func listed(in question: Question) -> [Handover] {
    switch question {
    case .close, .withdraw, .told: []
    case .closeDoor, .quit: heldByMe
    }
  }

  private func answers(to question: Question) -> (yes: String, no: String) {
    switch question {
    case .close, .withdraw: (words("question.yesEnd"), words("question.noKeep"))
    case .told: (words("question.yesTold"), words("question.noTold"))
    case .closeDoor: (words("question.yesKeepHeld"), words("question.noDoor"))
    case .quit:
      isMyDoorOpen
        ? (words("question.yesQuitDoor"), words("question.noQuitDoor"))
        : (words("question.yesQuit"), words("question.noQuit"))
    }
  }

  mutating func takeQuestion(_ question: Question, _ key: Key) -> [Request] {
    switch key {
    case .character("j"), .character("y"): return agree(to: question)
    case .character("n"): return refuse(question)
    case .escape, .character("!"), .control("l"): return takeBinding(key)
    case .character, .enter, .tab, .backtab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .function, .control, .resize:
      return []
    }
  }

  private mutating func agree(to question: Question) -> [Request] {
    switch question {
    case .close(let handover, let reason):
      return take(.close, .closed(reason), of: handover)
    case .withdraw(let handover): return take(.withdraw, .withdrawn, of: handover)
    case .told(let handover):
      let days = now.day.days(since: handover.offered)
      return take(.recordTold, .takenOver(daysSinceOffer: days, isTold: true), of: handover)
    case .closeDoor:
      guard let school else { return [] }
      return moveDoor(of: school, open: false)
    case .quit:
      guard isMyDoorOpen, let school else { return [.quit] }
      return moveDoor(of: school, open: false, thenQuit: true)
    }
  }

  /// "No" to ending the day with the door open still ends it; every other "no" leaves all as it is.
  private mutating func refuse(_ question: Question) -> [Request] {
    screens.pop()
    switch question {
    case .quit: return isMyDoorOpen ? [.quit] : []
    case .close, .withdraw, .told, .closeDoor: return []
    }
  }

  /// Meanwhile another desk may have been quicker: ask the rules again.
  private mutating func take(
    _ action: HandoverAction, _ kind: HandoverStep.Step, of before: Handover
  ) -> [Request] {
    guard let current = handoverNow(before.id), allows(action, on: current) else {
      screens.reset()
      screens.push(.handovers(HandoversState(preselectedIn: self)))
      toast = Toast(text: words("handovers.changed"), tone: .refused)
      return []
    }
    let next = step(kind, of: current)
    return save(.step(next), .step(next, action))
  }
}

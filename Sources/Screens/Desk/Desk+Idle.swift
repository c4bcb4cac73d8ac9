// A public desk that nobody is at: back to I dag, forms out of sight, a new day begun with a question.

import Canvas
import Domain

extension Desk {
  /// Nobody has pressed a key for two minutes.
  private var isIdle: Bool { now.utc.seconds - lastKey.seconds >= 120 }

  /// A public desk shows I dag when nobody is at it; a form under way is kept out of sight.
  mutating func hideAfterTwoMinutes() {
    guard isIdle else { return }
    if toast?.tone != .failed { toast = nil }
    switch screens.current {
    case .today, .start, .blank: return
    case .who, .visit, .receivers, .consent, .receipt, .handovers, .closing, .question, .directory, .roster,
      .substitutes, .planning, .figures, .meeting, .log, .acute, .help, .commands, .entries, .form:
      if let form = screens.withFormOnTop { hidden = form }
      // The first question stays unanswered until somebody answers it.
      screens.reset(to: screens.bottom == .start ? .start : .today)
    }
  }

  /// After midnight nothing of yesterday is offered.
  mutating func beginDay() {
    hidden = nil
    undoable = []
    refusedUndos = []
    notTold = nil
  }

  /// On a new day whoever comes says who they are; whoever works past midnight is asked when they have
  /// gone. Keys that were pressed before the question stood there are no answer to it.
  mutating func askWhoSitsHere() -> [Request] {
    guard askedOn != now.day, isIdle else { return [] }
    askedOn = now.day
    hidden = nil
    let identity = Identity.proposed(by: claim, at: schoolID, in: picture, now: now)
    colleagueID = identity.colleague
    schoolID = identity.school ?? schoolID
    screens.reset(to: .start)
    return [.discardTypedKeys]
  }

  /// The answer to "Fortsæt påbegyndt besøg?"; nil when the key is no answer.
  mutating func takeResume(_ key: Key) -> [Request]? {
    guard let form = hidden else { return nil }
    switch key {
    case .character("j"), .character("y"): screens = form
    case .character("n"), .escape: break
    case .character, .enter, .tab, .backtab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .function, .control, .resize:
      return nil
    }
    hidden = nil
    return []
  }
}

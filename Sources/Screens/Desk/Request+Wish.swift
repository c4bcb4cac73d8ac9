// Two requests that want the same, whatever ids and times they carry: how a second try is known.

import Domain

extension Request {
  /// The request without its ids and times.
  var wish: Request {
    switch self {
    case .record(let events): .record(events.map(\.wish))
    case .step(let step): .step(step.wish)
    case .offer, .export, .release, .read, .save, .rememberSchool, .discardTypedKeys, .redraw, .quit: self
    }
  }
}

extension Event {
  fileprivate var wish: Event {
    switch self {
    case .visit(var visit):
      visit.id = .zero
      return .visit(visit)
    case .sparring(var tick):
      tick.id = .zero
      return .sparring(tick)
    case .zero(var tick):
      tick.id = .zero
      return .zero(tick)
    case .void(var takeBack):
      takeBack.id = .zero
      return .void(takeBack)
    case .handover(let step): return .handover(step.wish)
    case .door(var door):
      door.id = .zero
      door.at = UTCTime(seconds: 0)
      return .door(door)
    case .cell(var cell):
      cell.id = .zero
      cell.at = UTCTime(seconds: 0)
      return .cell(cell)
    case .pattern(var pattern):
      pattern.id = .zero
      pattern.after = .zero
      pattern.at = UTCTime(seconds: 0)
      return .pattern(pattern)
    case .swap(var swap):
      swap.id = .zero
      swap.at = UTCTime(seconds: 0)
      if swap.step == .offered { swap.offer = .zero }
      return .swap(swap)
    case .week(var week):
      week.id = .zero
      week.at = nil
      return .week(week)
    case .release: return self
    }
  }
}

extension HandoverStep {
  fileprivate var wish: HandoverStep {
    var step = self
    step.id = .zero
    return step
  }
}

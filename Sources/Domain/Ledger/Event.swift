// Everything that can be recorded, in one list.

/// A fact for the log. The stream it goes to follows from what it is.
package enum Event: Equatable, Sendable {
  case visit(Visit)
  /// A colleague's question turned over with another profession; a tally without content.
  case sparring(Tick)
  /// "Nobody came", counted.
  case zero(Tick)
  case void(TakeBack)
  case handover(HandoverStep)
  case door(DoorChange)
  case pattern(PatternChange)
  case cell(CellChange)
  case swap(SwapStep)
  case release(ReleaseRecord)
  case week(WeekRecord)

  /// The event's own random id.
  package var id: RecordID {
    switch self {
    case .visit(let visit): visit.id
    case .sparring(let tick), .zero(let tick): tick.id
    case .void(let takeBack): takeBack.id
    case .handover(let step): step.id
    case .door(let door): door.id
    case .pattern(let pattern): pattern.id
    case .cell(let cell): cell.id
    case .swap(let swap): swap.id
    case .release(let release): release.id
    case .week(let week): week.id
    }
  }

  /// The stream the event is written to.
  package var stream: Stream {
    switch self {
    case .visit, .sparring, .zero, .void: .visits
    case .handover: .chain
    case .door, .pattern, .cell, .swap, .release, .week: .duty
    }
  }
}

/// The three streams of the log. They are apart so that no time and no person stands beside a visit.
package enum Stream: String, CaseIterable, Sendable {
  /// Day only, no clock, no person.
  case visits
  /// Steps of handovers: day only, no clock, no person.
  case chain
  /// Roster and doors: exact times, colleague ids.
  case duty
}

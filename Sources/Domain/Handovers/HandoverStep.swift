// One step of a handover as the log knows it: no person, no clock.

/// A step that was taken in a handover.
package struct HandoverStep: Chained {
  package enum Step: Hashable, Sendable {
    case offered
    case withdrawn
    case declined
    /// The young person did not come.
    case missed
    /// `daysSinceOffer` counts calendar days; `isTold`: the sender recorded the receiver's spoken yes.
    case takenOver(daysSinceOffer: Int, isTold: Bool)
    case undone
    case closed(ClosingReason)
  }

  package var id: RecordID
  package var after: RecordID
  package var day: CivilDate
  package var handover: Handover.ID
  /// How many times the chain was handed on, 1 for the first offer.
  package var hop: Int
  package var school: School.ID
  package var step: Step

  package init(
    id: RecordID, after: RecordID, day: CivilDate, handover: Handover.ID, hop: Int, school: School.ID,
    step: Step
  ) {
    self.id = id
    self.after = after
    self.day = day
    self.handover = handover
    self.hop = hop
    self.school = school
    self.step = step
  }
}

/// Why a handover ended.
package enum ClosingReason: String, CaseIterable, Sendable {
  case underway = "igang"
  case unwilling = "vilikke"
  case caseSystem = "fagsystem"
  case nowhere = "intet"
  case didNotCome = "kom-ikke"
  case other = "andet"
}

extension HandoverStep.Step {
  /// Which of two steps made upon the same one holds: the greater rank.
  package var rank: Int {
    switch self {
    case .takenOver: 6
    case .closed: 5
    case .offered: 4
    case .declined: 3
    case .missed: 2
    case .undone: 1
    case .withdrawn: 0
    }
  }

  /// Nothing follows it.
  package var isTerminal: Bool {
    switch self {
    case .closed, .withdrawn: true
    case .takenOver, .declined, .missed, .offered, .undone: false
    }
  }

  /// The step's name, without what belongs to it.
  package var name: String {
    switch self {
    case .offered: "offered"
    case .withdrawn: "withdrawn"
    case .declined: "declined"
    case .missed: "missed"
    case .takenOver: "takenOver"
    case .undone: "undone"
    case .closed: "closed"
    }
  }
}

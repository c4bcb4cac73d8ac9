// A handover as the desk sees it: the steps from the log joined with the people from its own file.

/// What stands in an open handover's own file for one offer. It disappears when the handover ends.
package struct HandoverEntry: Equatable, Sendable {
  /// The named colleague who is to take over.
  package var receiver: Colleague.ID
  /// Who sends, and holds until the receiver has taken over.
  package var sender: Colleague.ID
  package var mode: Handover.Mode
  /// The day agreed on, if one was.
  package var agreedDay: CivilDate?
  /// Two plain words on a slip, for one who comes alone.
  package var codeWord: String?
  /// A practical message, only where the settings allow it.
  package var message: String?
  /// The writer whose log holds the offer.
  package var writer: String

  package init(
    receiver: Colleague.ID, sender: Colleague.ID, mode: Handover.Mode, agreedDay: CivilDate? = nil,
    codeWord: String? = nil, message: String? = nil, writer: String
  ) {
    self.receiver = receiver
    self.sender = sender
    self.mode = mode
    self.agreedDay = agreedDay
    self.codeWord = codeWord
    self.message = message
    self.writer = writer
  }
}

/// A handover of a young person to a named colleague.
package struct Handover: Equatable, Sendable {
  package typealias ID = Hex128<Handover>

  /// How the young person gets from one colleague to the other.
  package enum Mode: String, CaseIterable, Sendable {
    case walkedOver = "fulgt"
    case calledTogether = "ringet"
    case comesAlone = "selv"
  }

  package enum State: Hashable, Sendable {
    case offered, declined, missed
    case takenOver(isTold: Bool)
    case closed(ClosingReason)
    case withdrawn

    /// Somebody still holds it.
    package var isOpen: Bool {
      switch self {
      case .offered, .declined, .missed, .takenOver: true
      case .closed, .withdrawn: false
      }
    }

    /// Nobody has taken over yet: the sender holds.
    package var isWithSender: Bool {
      switch self {
      case .offered, .declined, .missed: true
      case .takenOver, .closed, .withdrawn: false
      }
    }
  }

  package var id: ID
  package var school: School.ID
  package var state: State
  /// The first offer's day.
  package var begun: CivilDate
  /// Since when it waits to be taken over: the first offer, or the one that handed it on.
  package var waitingSince: CivilDate
  /// The last offer's day.
  package var offered: CivilDate
  /// The day of the last step.
  package var changed: CivilDate
  package var hop: Int
  /// The id of the last offer; it says which entry of the file counts.
  package var offer: RecordID
  /// The id of the last step; the next one is made upon it.
  package var last: RecordID
  /// The people, as far as the file tells.
  package var entry: HandoverEntry?

  package init(
    id: ID, school: School.ID, state: State, begun: CivilDate, offered: CivilDate, changed: CivilDate,
    hop: Int,
    offer: RecordID, last: RecordID, entry: HandoverEntry? = nil
  ) {
    self.id = id
    self.school = school
    self.state = state
    self.begun = begun
    waitingSince = begun
    self.offered = offered
    self.changed = changed
    self.hop = hop
    self.offer = offer
    self.last = last
    self.entry = entry
  }

  /// Who holds it now; nil when it ended or the file does not tell.
  package var holder: Colleague.ID? {
    switch state {
    case .offered, .declined, .missed: entry?.sender
    case .takenOver: entry?.receiver
    case .closed, .withdrawn: nil
    }
  }

  /// Open, not taken over, and waiting for more than that many days, however often it was offered.
  package func isLongWait(on day: CivilDate, limitDays: Int) -> Bool {
    state.isWithSender && day.days(since: waitingSince) > limitDays
  }
}

// What a change of documents brings with it, as facts: what is lost, who is concerned, on which days.

/// One thing that a change of documents does, or has left behind.
package enum Consequence: Hashable, Sendable {
  /// Duties of one colleague at one school that are no longer.
  case lostDuties(LostDuties)
  /// Duties that stay and lose their makker.
  case lostBuddies(LostBuddies)
  /// A swap that is offered and has no shift any more.
  case lapsedSwap(Swap)
  /// An open handover of somebody who leaves.
  case handover(LeftHandover)
  /// A week that has not ended and whose figures become others.
  case changedWeek(ChangedWeek)
  /// Weeks that have ended: their figures stay as they are.
  case withoutEffect(WithoutEffect)
  /// No profession is left that helps with the topic.
  case topicWithoutProfessions(Topic.ID)
  /// Several entries of one list are called the same.
  case sameLabel(SameLabel)

  /// A stable name for scripts.
  package var kind: String {
    switch self {
    case .lostDuties: "lost-duty"
    case .lostBuddies: "lost-buddy"
    case .lapsedSwap: "lapsed-swap"
    case .handover: "handover-of-leaver"
    case .changedWeek: "changed-week"
    case .withoutEffect: "without-effect"
    case .topicWithoutProfessions: "topic-without-professions"
    case .sameLabel: "same-label"
    }
  }

  /// The days it is about; empty when it is about none in particular.
  package var days: [CivilDate] {
    switch self {
    case .lostDuties(let lost): lost.days
    case .lostBuddies(let lost): lost.days
    case .lapsedSwap(let swap): swap.offer.cells.map(\.day)
    case .changedWeek(let change): change.days
    case .handover, .withoutEffect, .topicWithoutProfessions, .sameLabel: []
    }
  }
}

/// Duties that one colleague had at one school, for one reason no longer.
package struct LostDuties: Hashable, Sendable {
  /// What took the duties.
  package enum Cause: Hashable, Sendable {
    /// The door is closed on these days.
    case closed(Closure)
    /// No document knows the school any more.
    case schoolRemoved
    /// The colleague has left, has not begun, is away or unknown.
    case colleague(Unavailability)
  }

  package var school: School.ID
  package var colleague: Colleague.ID
  package var buddy: Colleague.ID?
  package var cause: Cause
  package var days: [CivilDate]

  package init(
    school: School.ID, colleague: Colleague.ID, buddy: Colleague.ID?, cause: Cause, days: [CivilDate]
  ) {
    self.school = school
    self.colleague = colleague
    self.buddy = buddy
    self.cause = cause
    self.days = days
  }
}

/// Duties of one colleague at one school that lose their makker, for one reason.
package struct LostBuddies: Hashable, Sendable {
  package var school: School.ID
  package var colleague: Colleague.ID
  package var buddy: Colleague.ID
  package var cause: Unavailability
  package var days: [CivilDate]
}

/// An open handover, and who of its people leaves.
package struct LeftHandover: Hashable, Sendable {
  /// What the colleague is to the handover; the holder is named as that alone.
  package enum Role: String, CaseIterable, Sendable {
    case holder, receiver, sender
  }

  package var handover: Handover.ID
  package var school: School.ID
  package var role: Role
  package var colleague: Colleague.ID
  package var why: Unavailability
}

/// The figures of a week that is not final, before and after; of whole weeks, also days to come.
package struct ChangedWeek: Hashable, Sendable {
  package struct Figures: Hashable, Sendable {
    package var openingDays: Int
    package var dutyMinutes: Int

    package init(openingDays: Int = 0, dutyMinutes: Int = 0) {
      self.openingDays = openingDays
      self.dutyMinutes = dutyMinutes
    }
  }

  package var week: ISOWeek
  /// All schools together.
  package var before: Figures
  package var after: Figures
  /// The schools and days that differ.
  package var schools: [School.ID]
  package var days: [CivilDate]

  package init(
    week: ISOWeek, before: Figures = Figures(), after: Figures = Figures(), schools: [School.ID] = [],
    days: [CivilDate] = []
  ) {
    self.week = week
    self.before = before
    self.after = after
    self.schools = schools
    self.days = days
  }
}

/// Entries of one list with one label, in one of the two languages.
package struct SameLabel: Hashable, Sendable {
  /// The lists whose entries are told apart by their labels.
  package enum List: String, CaseIterable, Sendable {
    case topics, schools, colleagues
  }

  package var list: List
  package var label: String
  package var ids: [String]

  package init(list: List, label: String, ids: [String]) {
    self.list = list
    self.label = label
    self.ids = ids
  }
}

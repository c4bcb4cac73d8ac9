// The colleagues: the only people the program knows.

/// A profession by its code, such as `psykolog`; the list is data.
package struct Profession: Equatable, Sendable {
  package typealias ID = Domain.ID<Profession>

  package var id: ID
  package var label: Label

  package init(id: ID, label: Label) {
    self.id = id
    self.label = label
  }
}

/// A text in both languages of the interface.
package struct Label: Hashable, Sendable {
  package var danish: String
  package var english: String

  package init(danish: String, english: String) {
    self.danish = danish
    self.english = english
  }
}

/// Who pays a colleague: the municipality or a school.
package enum Employer: String, CaseIterable, Sendable {
  case municipality = "kommune"
  case school = "skole"
}

/// What the screen offers a colleague. It is no access control.
package enum Role: String, CaseIterable, Sendable {
  case staff, coordinator
}

/// Whole days from–to, both included.
package struct DateSpan: Hashable, Sendable {
  package var from: CivilDate
  package var to: CivilDate

  package init(from: CivilDate, to: CivilDate) {
    self.from = from
    self.to = to
  }

  package func contains(_ day: CivilDate) -> Bool { from <= day && day <= to }

  /// How many days it is; one when it begins and ends on the same day.
  package var length: Int { to.days(since: from) + 1 }
}

/// Ages from–to, both included; nil is open.
package struct AgeRange: Hashable, Sendable {
  package var from: Int?
  package var to: Int?

  package init(from: Int?, to: Int?) {
    self.from = from
    self.to = to
  }

  /// Whether the range has any age of the group.
  package func reaches(_ group: AgeGroup) -> Bool {
    switch group {
    case .under18: (from ?? 0) < 18
    case .from18: (to ?? 200) >= 18
    }
  }
}

/// The two sides of eighteen. It filters a list and is stored nowhere.
package enum AgeGroup: CaseIterable, Sendable {
  case under18, from18
}

/// A member of staff: of the municipality or of a school.
package struct Colleague: Equatable, Sendable {
  package typealias ID = Domain.ID<Colleague>

  package var id: ID
  package var name: String
  package var profession: Profession.ID
  package var employer: Employer
  /// The school that employs the colleague, if one does.
  package var school: School.ID?
  package var competences: [String]
  /// A floater ("flyver") has no fixed shift and fills gaps.
  package var isFloater: Bool
  package var role: Role
  /// The login name at which the program takes the user for this colleague.
  package var login: String?
  package var workPhone: String?
  package var workMail: String?
  package var place: String?
  package var ages: AgeRange?
  package var weekdays: Set<Weekday>
  package var away: [DateSpan]
  package var from: CivilDate?
  package var to: CivilDate?
  /// When the entry was last confirmed.
  package var confirmed: CivilDate?

  package init(
    id: ID, name: String, profession: Profession.ID, employer: Employer = .municipality,
    school: School.ID? = nil, competences: [String] = [], isFloater: Bool = false, role: Role = .staff,
    login: String? = nil, workPhone: String? = nil, workMail: String? = nil, place: String? = nil,
    ages: AgeRange? = nil, weekdays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday],
    away: [DateSpan] = [], from: CivilDate? = nil, to: CivilDate? = nil, confirmed: CivilDate? = nil
  ) {
    self.id = id
    self.name = name
    self.profession = profession
    self.employer = employer
    self.school = school
    self.competences = competences
    self.isFloater = isFloater
    self.role = role
    self.login = login
    self.workPhone = workPhone
    self.workMail = workMail
    self.place = place
    self.ages = ages
    self.weekdays = weekdays
    self.away = away
    self.from = from
    self.to = to
    self.confirmed = confirmed
  }

  /// Employed on that day: begun and not left.
  package func isEmployed(on day: CivilDate) -> Bool {
    (from ?? day) <= day && day <= (to ?? day)
  }

  /// Away that day, by the absences in the colleague's own entry.
  package func isAway(on day: CivilDate) -> Bool { away.contains { $0.contains(day) } }

  /// Employed and not away.
  package func isAvailable(on day: CivilDate) -> Bool { isEmployed(on: day) && !isAway(on: day) }
}

extension Colleague {
  /// Without absences that are over: why somebody was away is nobody's business afterwards.
  package func withoutPastAbsences(on today: CivilDate) -> Colleague {
    var colleague = self
    colleague.away.removeAll { $0.to < today }
    return colleague
  }
}

extension Documents {
  /// Without absences that are over, of any colleague.
  package func withoutPastAbsences(on today: CivilDate) -> Documents {
    var documents = self
    documents.colleagues = colleagues.map { $0.withoutPastAbsences(on: today) }
    return documents
  }
}

// What the tallies of forgotten files say of one school in one week.

/// The sums that stand in for records that are not there any more.
package struct ForgottenWeek: Equatable, Sendable {
  package var visits = 0
  package var sparring = 0
  package var counted: Set<Weekday> = []
  package var recorded: Set<Weekday> = []
  package var opened: Set<Weekday> = []
  /// The week's duty, from the whole fold as it was; nil where no duty was forgotten.
  package var minutes: Int?
  package var topics: [Topic.ID: Int] = [:]
  package var outcomes: [Outcome: Int] = [:]
  package var steps: [String: Int] = [:]
  package var days: [Int: Int] = [:]

  package init() {}
}

extension Ledger {
  /// What is forgotten of a week at a school, added up.
  package func forgotten(_ week: ISOWeek, at school: School.ID) -> ForgottenWeek {
    (forgottenWeeks[WeekPlace(week: week, school: school)] ?? [:]).values.reduce(into: ForgottenWeek()) {
      $0.add($1)
    }
  }
}

extension Tally {
  /// The rows by their place.
  var weeks: [(place: WeekPlace, row: ForgottenWeek)] {
    switch content {
    case .visits(let rows):
      rows.map { (WeekPlace(week: $0.week, school: $0.school), ForgottenWeek($0)) }
    case .chain(let rows):
      rows.map { row in
        var sum = ForgottenWeek()
        (sum.steps, sum.days) = (row.steps, row.days)
        return (WeekPlace(week: row.week, school: row.school), sum)
      }
    case .duty(let rows, _):
      rows.map { row in
        var sum = ForgottenWeek()
        (sum.opened, sum.minutes) = (row.opened, row.minutes)
        return (WeekPlace(week: row.week, school: row.school), sum)
      }
    }
  }
}

/// One school in one week.
struct WeekPlace: Hashable, Comparable {
  var week: ISOWeek
  var school: School.ID

  static func < (left: WeekPlace, right: WeekPlace) -> Bool {
    (left.week, left.school) < (right.week, right.school)
  }
}

extension ForgottenWeek {
  fileprivate init(_ row: Tally.VisitWeek) {
    visits = row.visits
    sparring = row.sparring
    counted = row.counted
    recorded = row.recorded
    topics = row.topics
    outcomes = row.outcomes
  }

  /// Of several sums of the duty, each over the whole fold, the greatest counts.
  fileprivate mutating func add(_ other: ForgottenWeek) {
    visits += other.visits
    sparring += other.sparring
    counted.formUnion(other.counted)
    recorded.formUnion(other.recorded)
    opened.formUnion(other.opened)
    minutes = [minutes, other.minutes].compactMap { $0 }.max()
    topics.merge(other.topics, uniquingKeysWith: +)
    outcomes.merge(other.outcomes, uniquingKeysWith: +)
    steps.merge(other.steps, uniquingKeysWith: +)
    days.merge(other.days, uniquingKeysWith: +)
  }
}

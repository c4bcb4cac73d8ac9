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
    var sum = ForgottenWeek()
    for tally in tallies.values {
      switch tally.content {
      case .visits(let rows):
        for row in rows where row.week == week && row.school == school { sum.add(row) }
      case .chain(let rows):
        for row in rows where row.week == week && row.school == school {
          sum.steps.merge(row.steps, uniquingKeysWith: +)
          sum.days.merge(row.days, uniquingKeysWith: +)
        }
      case .duty(let rows, _):
        for row in rows where row.week == week && row.school == school {
          sum.opened.formUnion(row.opened)
          sum.minutes = max(sum.minutes ?? 0, row.minutes)
        }
      }
    }
    return sum
  }
}

extension ForgottenWeek {
  fileprivate mutating func add(_ row: Tally.VisitWeek) {
    visits += row.visits
    sparring += row.sparring
    counted.formUnion(row.counted)
    recorded.formUnion(row.recorded)
    topics.merge(row.topics, uniquingKeysWith: +)
    outcomes.merge(row.outcomes, uniquingKeysWith: +)
  }
}

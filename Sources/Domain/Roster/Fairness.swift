// How duties are shared: shifts and hours per colleague over a term, and who has too many or none.

/// Everybody's share of the duties in some days.
package struct Fairness: Equatable, Sendable {
  /// One colleague's share.
  package struct Share: Equatable, Sendable {
    package var colleague: Colleague.ID
    package var shifts: Int
    package var minutes: Int
    /// Shifts on which the colleague is the makker.
    package var buddyShifts: Int
    /// Days on which a door opens and the colleague is there to take a duty.
    package var workdays: Int

    package init(colleague: Colleague.ID, shifts: Int, minutes: Int, buddyShifts: Int, workdays: Int) {
      self.colleague = colleague
      self.shifts = shifts
      self.minutes = minutes
      self.buddyShifts = buddyShifts
      self.workdays = workdays
    }
  }

  package let days: DateSpan
  /// In the order of the colleagues' document; those who are never there and have no duty are left out.
  package private(set) var shares: [Share]
  /// Coordinators draw up the roster; without a duty they are not called unused.
  private let coordinators: Set<Colleague.ID>

  package init(_ roster: Roster, in days: DateSpan) {
    self.days = days
    let documents = roster.documents
    coordinators = Set(documents.colleagues.filter { $0.role == .coordinator }.map(\.id))
    var shares = documents.colleagues.map {
      Share(colleague: $0.id, shifts: 0, minutes: 0, buddyShifts: 0, workdays: 0)
    }
    let places = Dictionary(shares.enumerated().map { ($1.colleague, $0) }) { first, _ in first }
    for day in days.all {
      let plan = roster.plan(on: day)
      guard !plan.hours.isEmpty else { continue }
      for (index, colleague) in documents.colleagues.enumerated()
      where colleague.unavailability(on: day) == nil {
        shares[index].workdays += 1
      }
      for school in plan.hours.keys {
        for span in plan.present(at: school, documents) {
          if let index = places[span.colleague] {
            shares[index].shifts += 1
            shares[index].minutes += span.hours.minutes
          }
          if let index = span.buddy.flatMap({ places[$0] }) { shares[index].buddyShifts += 1 }
        }
      }
    }
    self.shares = shares.filter { $0.workdays > 0 || $0.shifts > 0 }
  }

  package func share(of colleague: Colleague.ID) -> Share? { shares.first { $0.colleague == colleague } }

  /// Those with more than one and a half times the average for the days they are there, most first.
  package var overloaded: [Share] {
    shares.filter { $0.shifts > 1 && isAboveShare($0.colleague) }
      .sorted { ($0.minutes, $1.colleague) > ($1.minutes, $0.colleague) }
  }

  /// Those who are there and have no duty.
  package var unused: [Share] {
    shares.filter { $0.shifts == 0 && !coordinators.contains($0.colleague) }
  }

  /// More than one and a half times the average of all who take part, for the days they are there.
  package func isAboveShare(_ colleague: Colleague.ID) -> Bool {
    guard let share = share(of: colleague) else { return false }
    let taking = shares.filter { $0.shifts > 0 || !coordinators.contains($0.colleague) }
    let minutes = taking.reduce(0) { $0 + $1.minutes }
    let workdays = taking.reduce(0) { $0 + $1.workdays }
    return 2 * share.minutes * workdays > 3 * minutes * share.workdays
  }

  /// Counts one more shift for a colleague.
  mutating func add(_ hours: TimeSpan, to colleague: Colleague.ID) {
    guard let index = shares.firstIndex(where: { $0.colleague == colleague }) else { return }
    shares[index].shifts += 1
    shares[index].minutes += hours.minutes
  }
}

extension ISOWeek {
  /// The half of the school year that a day lies in, August to December or January to July, in whole
  /// weeks that count to the month of their Thursday.
  package static func term(containing day: CivilDate) -> ClosedRange<ISOWeek> {
    let thursday = ISOWeek(containing: day).date(of: .thursday)
    let isAutumn = thursday.month >= 8
    let first = CivilDate(year: thursday.year, month: isAutumn ? 8 : 1, day: 1) ?? thursday
    let last = CivilDate(year: thursday.year, month: isAutumn ? 12 : 7, day: 31) ?? thursday
    func week(_ date: CivilDate) -> ISOWeek { ISOWeek(containing: date) }
    let start = week(first).date(of: .thursday) < first ? week(first).adding(weeks: 1) : week(first)
    let end = week(last).date(of: .thursday) > last ? week(last).adding(weeks: -1) : week(last)
    return start...max(start, end)
  }
}

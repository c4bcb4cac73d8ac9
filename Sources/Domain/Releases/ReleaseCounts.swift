// The true counts behind a release: visits, topics, outcomes and steps, by quarter and school. They
// leave this program only rounded.

/// What was counted in a period. What remains of forgotten files is counted like what is still there.
package struct ReleaseCounts: Equatable, Sendable {
  /// One school in one quarter, or sums of such.
  package struct Counts: Equatable, Sendable {
    package var visits = 0
    package var cells: [ReleaseVector: [String: Int]] = [:]

    package init() {}

    mutating func add(_ count: Int, to code: String, of vector: ReleaseVector) {
      cells[vector, default: [:]][code, default: 0] += count
    }

    static func + (left: Counts, right: Counts) -> Counts {
      var sum = left
      sum.visits += right.visits
      for (vector, cells) in right.cells {
        sum.cells[vector, default: [:]].merge(cells, uniquingKeysWith: +)
      }
      return sum
    }
  }

  package let period: Period
  /// By quarter and school.
  package private(set) var quarters: [Period: [School.ID: Counts]] = [:]

  /// Of weeks that have ended, exactly the visits that were counted then.
  package init(period: Period, ledger: Ledger, at now: Moment? = nil) {
    self.period = period
    var ended: [ISOWeek: WeekCoverage] = [:]
    if let now {
      for week in ledger.weeks.keys where period.weeks.contains(week) {
        ended[week] = ledger.ended(week, at: now)?.record.covers
      }
    }
    for (day, book) in ledger.days {
      let week = ISOWeek(containing: day)
      guard let quarter = quarter(of: week) else { continue }
      let counted = ended[week].map(book.covered) ?? book
      for visit in counted.standingVisits {
        quarters[quarter, default: [:]][visit.school, default: Counts()].count(visit)
      }
    }
    for id in ledger.chains.keys {
      for step in ledger.countedSteps(of: id) {
        guard let quarter = quarter(of: ISOWeek(containing: step.day)) else { continue }
        quarters[quarter, default: [:]][step.school, default: Counts()].count(step.step)
      }
    }
    for tally in ledger.tallies.values { count(tally) }
  }

  private mutating func count(_ tally: Tally) {
    switch tally.content {
    case .visits(let weeks):
      for week in weeks {
        guard let quarter = quarter(of: week.week) else { continue }
        quarters[quarter, default: [:]][week.school, default: Counts()].count(week)
      }
    case .chain(let weeks):
      for week in weeks {
        guard let quarter = quarter(of: week.week) else { continue }
        quarters[quarter, default: [:]][week.school, default: Counts()].count(week)
      }
    case .duty: break
    }
  }

  private func quarter(of week: ISOWeek) -> Period? {
    period.weeks.contains(week) ? Period(quarterOf: week) : nil
  }

  /// The sum over schools and quarters.
  package func sum(of wanted: [Period], at school: School.ID? = nil) -> Counts {
    wanted.compactMap { quarters[$0] }
      .flatMap { rows in school.map { id in rows[id].map { [$0] } ?? [] } ?? Array(rows.values) }
      .reduce(Counts(), +)
  }
}

extension ReleaseCounts.Counts {
  fileprivate mutating func count(_ visit: Visit) {
    visits += 1
    add(1, to: visit.topic.text, of: .topics)
    add(1, to: visit.outcome.rawValue, of: .outcomes)
  }

  fileprivate mutating func count(_ step: HandoverStep.Step) {
    switch step {
    case .takenOver(let days, _): add(1, to: ChainCode(days: days).rawValue, of: .chain)
    case .declined: add(1, to: ChainCode.declined.rawValue, of: .chain)
    case .missed: add(1, to: ChainCode.missed.rawValue, of: .chain)
    case .withdrawn: add(1, to: ChainCode.withdrawn.rawValue, of: .chain)
    // How many were offered is an outcome; how they ended would tell of single ones.
    case .offered, .undone, .closed: break
    }
  }

  fileprivate mutating func count(_ week: Tally.VisitWeek) {
    visits += week.visits
    for (topic, count) in week.topics { add(count, to: topic.text, of: .topics) }
    for (outcome, count) in week.outcomes { add(count, to: outcome.rawValue, of: .outcomes) }
  }

  fileprivate mutating func count(_ week: Tally.ChainWeek) {
    for (days, count) in week.days { add(count, to: ChainCode(days: days).rawValue, of: .chain) }
    let codes: [String: ChainCode] = [
      "declined": .declined, "missed": .missed, "withdrawn": .withdrawn,
    ]
    for (name, count) in week.steps {
      if let code = codes[name] { add(count, to: code.rawValue, of: .chain) }
    }
  }
}

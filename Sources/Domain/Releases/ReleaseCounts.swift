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
  /// By quarter and school; the schools that the documents know.
  package private(set) var quarters: [Period: [School.ID: Counts]] = [:]

  package init(period: Period, picture: FolderPicture) {
    self.init(period: period, ledger: picture.ledger, schools: picture.documents.schools)
  }

  package init(period: Period, ledger: Ledger, schools: [School]) {
    self.period = period
    let schools = Set(schools.map(\.id))
    for (day, book) in ledger.days {
      guard let quarter = quarter(of: ISOWeek(containing: day)) else { continue }
      for visit in book.standingVisits where schools.contains(visit.school) {
        quarters[quarter, default: [:]][visit.school, default: Counts()].count(visit)
      }
    }
    for chain in ledger.chains.values {
      for step in chain.changes.values.map(\.body) where schools.contains(step.school) {
        guard let quarter = quarter(of: ISOWeek(containing: step.day)) else { continue }
        quarters[quarter, default: [:]][step.school, default: Counts()].count(step.step)
      }
    }
    for tally in ledger.tallies.values {
      switch tally.content {
      case .visits(let weeks):
        for week in weeks where schools.contains(week.school) {
          guard let quarter = quarter(of: week.week) else { continue }
          quarters[quarter, default: [:]][week.school, default: Counts()].count(week)
        }
      case .chain(let weeks):
        for week in weeks where schools.contains(week.school) {
          guard let quarter = quarter(of: week.week) else { continue }
          quarters[quarter, default: [:]][week.school, default: Counts()].count(week)
        }
      case .duty: break
      }
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

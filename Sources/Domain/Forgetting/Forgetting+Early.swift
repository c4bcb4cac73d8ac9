// Forgetting one file before it is due, because something stands in it that must not stand there.

extension Forgetting {
  /// Why a file is not forgotten early.
  package enum EarlyRefusal: Error, Equatable, Sendable {
    /// The folder has no log file of that path.
    case noSuchFile
    /// A later program, or another writer, wrote something in it that cannot be summed up.
    case notUnderstood
    /// It holds steps of handovers that are still open: they would be lost.
    case openHandovers(Int)
    /// Its week or year is not over, and another machine may be writing to it just now.
    case stillWritten
    /// Only sums are left of it already, and nothing in them is to go.
    case nothingLeft
  }

  /// The file at a path as one that is due. `isOwn`: this machine writes, or wrote, as its writer.
  package static func early(
    _ path: String, among files: [LoggedFile], ledger: Ledger, isOwn: Bool, today: CivilDate,
    isRefused: (String) -> Bool
  ) throws(EarlyRefusal) -> Due {
    guard let file = files.first(where: { $0.path == path }) else { throw .noSuchFile }
    guard file.isUnderstood else { throw .notUnderstood }
    if let tally = file.tally, file.copies.isEmpty, tally.without(isRefused) == tally { throw .nothingLeft }
    let open = Set(ledger.openHandovers(entries: [:]).map(\.id)).intersection(file.handovers)
    if !open.isEmpty { throw .openHandovers(open.count) }
    if file.lastDay >= today, !isOwn { throw .stillWritten }
    return Due(file: file, reason: .asked, since: nil)
  }
}

extension Tally {
  /// The same sums without codes that are refused: a topic becomes "andet"; a school or a colleague becomes
  /// `ukendt-1`, `ukendt-2`, so that two of them are not taken for one.
  package func without(_ isRefused: (String) -> Bool) -> Tally {
    let refused = codes.filter(isRefused).sorted()
    guard !refused.isEmpty else { return self }
    let numbers = Dictionary(refused.enumerated().map { ($1, "ukendt-\($0 + 1)") }) { $1 }
    func neutral<Entity>(_ id: ID<Entity>) -> ID<Entity> { numbers[id.text].map { ID($0) } ?? id }
    var tally = self
    switch content {
    case .visits(let rows):
      tally.content = .visits(
        rows.map { row in
          var row = row
          row.school = neutral(row.school)
          row.topics = Dictionary(
            row.topics.map { (numbers[$0.key.text] == nil ? $0.key : Topic.other, $0.value) },
            uniquingKeysWith: +)
          return row
        })
    case .chain(let rows):
      tally.content = .chain(
        rows.map { row in
          var row = row
          row.school = neutral(row.school)
          return row
        })
    case .duty(let rows, let kept):
      let duty = rows.map { row in
        var row = row
        row.school = neutral(row.school)
        return row
      }
      tally.content = .duty(duty, kept: kept.map { $0.with(school: neutral, colleague: neutral) })
    }
    return tally
  }

  /// Every code of a topic, a school or a colleague in it.
  package var codes: Set<String> {
    switch content {
    case .visits(let rows):
      rows.reduce(into: []) { codes, row in
        codes.insert(row.school.text)
        codes.formUnion(row.topics.keys.map(\.text))
      }
    case .chain(let rows): Set(rows.map(\.school.text))
    case .duty(let rows, let kept):
      kept.reduce(into: Set(rows.map(\.school.text))) { $0.formUnion($1.codes) }
    }
  }
}

extension Event {
  /// Every code of a topic, a school or a colleague that stands in it.
  package var codes: Set<String> {
    switch self {
    case .visit(let visit): [visit.school.text, visit.topic.text]
    case .sparring(let tick), .zero(let tick): [tick.school.text]
    case .void: []
    case .handover(let step): [step.school.text]
    case .door(let door): Set([door.school.text] + [door.by?.text].compactMap { $0 })
    case .pattern(let pattern): pattern.spans.codes.union([pattern.school.text]).union(pattern.by)
    case .cell(let cell): cell.spans.codes.union([cell.school.text]).union(cell.by).union(cell.asked)
    case .swap(let swap):
      swap.cells.reduce(into: Set<String>().union(swap.by)) {
        $0.formUnion($1.spans.codes.union([$1.school.text]))
      }
    case .release(let release): Set<String>().union(release.by)
    case .week(let week): Set(week.rows.map(\.school.text)).union(week.by)
    }
  }

  /// The same event with other ids of schools and colleagues, as forgetting keeps it.
  fileprivate func with(
    school: (School.ID) -> School.ID, colleague: (Colleague.ID) -> Colleague.ID
  ) -> Event {
    switch self {
    case .pattern(var pattern):
      pattern.school = school(pattern.school)
      pattern.by = pattern.by.map(colleague)
      pattern.spans = pattern.spans.map { span in
        DutySpan(
          colleague: colleague(span.colleague), buddy: span.buddy.map(colleague), hours: span.hours)
      }
      return .pattern(pattern)
    case .release(var release):
      release.by = release.by.map(colleague)
      return .release(release)
    case .week(var week):
      week.by = week.by.map(colleague)
      for index in week.rows.indices { week.rows[index].school = school(week.rows[index].school) }
      return .week(week)
    // Forgetting keeps none of these.
    case .visit, .sparring, .zero, .void, .handover, .door, .cell, .swap: return self
    }
  }
}

extension [DutySpan] {
  fileprivate var codes: Set<String> {
    reduce(into: []) { $0 = $0.union($1.colleague).union($1.buddy) }
  }
}

extension Set<String> {
  fileprivate func union(_ colleague: Colleague.ID?) -> Set<String> {
    colleague.map { union([$0.text]) } ?? self
  }
}

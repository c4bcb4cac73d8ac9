// What is stored about one colleague, for the colleague who asks. Nothing about young people is in it.

/// The colleague's own entry, and every record and open handover that names the colleague.
package struct Insight: Equatable, Sendable {
  package var colleague: Colleague.ID
  /// Nil where the list of colleagues has the id no more.
  package var entry: Colleague?
  /// In the order of their days.
  package var items: [Item]

  /// One place where the colleague's id stands.
  package struct Item: Equatable, Sendable {
    package var kind: Kind
    /// The day it is about; of a place in the base roster the day from which it holds.
    package var day: CivilDate?
    /// When it was recorded; handovers and weeks that forgetting has kept have no time.
    package var at: UTCTime?
    package var school: School.ID?
    package var hours: TimeSpan?
    /// Of a place in the base roster.
    package var weekday: Weekday?
    /// What the colleague is in it.
    package var parts: [Part]
    package var kept: Keeping
    /// The handover, the period or the week that it is about.
    package var about: String?
  }

  package enum Kind: String, CaseIterable, Sendable {
    case base, duty, swap, doorOpened, doorClosed, handover, release, week
  }

  package enum Part: String, CaseIterable, Sendable {
    /// On duty, or the makker.
    case duty, buddy
    /// Asked to step in.
    case asked
    /// Made the record.
    case author
    case sender, receiver, holder
  }

  /// For how long it stays.
  package enum Keeping: Equatable, Sendable {
    /// Its file may be forgotten from that day on.
    case until(CivilDate)
    /// Until the handover ends.
    case handoverEnds
    /// While later weeks rest on this place in the base roster; else as its file.
    case baseHolds
    /// As long as the figures stand.
    case releaseStands
  }
}

extension FolderPicture {
  /// What is stored about a colleague. `local` gives the day and time at the school. Only a picture of the
  /// whole duty stream tells all.
  package func insight(into id: Colleague.ID, local: @escaping (UTCTime) -> Moment) -> Insight {
    let search = InsightSearch(id: id, local: local)
    var items = search.roster(ledger) + search.doors(ledger) + search.figures(ledger)
    let open = Dictionary(openHandovers.map { ($0.id, $0) }) { $1 }
    for (handover, entries) in handoverEntries {
      if let item = search.item(handover, Array(entries.values), open[handover]) { items.append(item) }
    }
    return Insight(
      colleague: id, entry: documents.colleague(id), items: items.sorted { $0.order < $1.order })
  }

  /// Every id of a colleague that stands anywhere, be it of one who has left the list.
  package var namedColleagues: Set<Colleague.ID> {
    var named = Set(documents.colleagues.map(\.id))
    func take(_ ids: Colleague.ID?...) { named.formUnion(ids.compactMap { $0 }) }
    func take(_ spans: [DutySpan]) { for span in spans { take(span.colleague, span.buddy) } }
    for change in ledger.patterns.values.flatMap(\.changes.values).map(\.body) {
      take(change.by)
      take(change.spans)
    }
    for change in ledger.cells.values.flatMap(\.changes.values).map(\.body) {
      take(change.by, change.asked)
      take(change.spans)
    }
    for step in ledger.swaps.values.flatMap(\.changes.values).map(\.body) {
      take(step.by)
      for cell in step.cells { take(cell.spans) }
    }
    for door in ledger.doors.values.flatMap(\.values) { take(door.body.by) }
    for release in ledger.releases.values { take(release.body.by) }
    for week in ledger.weeks.values.flatMap(\.changes.values) { take(week.body.by) }
    for entry in handoverEntries.values.flatMap(\.values) { take(entry.sender, entry.receiver) }
    return named
  }
}

extension Insight.Item {
  /// By day, then by time; the rest only makes the order the same each time.
  fileprivate var order: (Int, Int, String, String) {
    (
      day?.dayNumber ?? 0, at?.seconds ?? 0, kind.rawValue,
      (school?.text ?? "") + "\(weekday?.rawValue ?? 0)" + (about ?? "")
    )
  }
}

/// Looks for one colleague in what was recorded.
private struct InsightSearch {
  let id: Colleague.ID
  let local: (UTCTime) -> Moment

  /// Base roster, single days and swaps.
  func roster(_ ledger: Ledger) -> [Insight.Item] {
    let base = ledger.patterns.values.flatMap(\.changes.values).map(\.body)
      .compactMap { change -> Insight.Item? in
        var found = item(
          .base, change.from, change.at, change.school, change.spans, by: change.by, .baseHolds)
        found?.weekday = change.weekday
        return found
      }
    let days = ledger.cells.flatMap { place, chain in
      chain.changes.values.map(\.body).compactMap { change -> Insight.Item? in
        // What an accepted swap changed is told as the swap.
        guard case .changed = change.source else { return nil }
        return item(
          .duty, place.day, change.at, place.school, change.spans, by: change.by, asked: change.asked)
      }
    }
    let swaps = ledger.swaps.values.flatMap(\.changes.values).map(\.body).flatMap { step in
      step.cells.compactMap { cell in
        item(.swap, cell.day, step.at, cell.school, cell.spans, by: step.by)
      }
    }
    return base + days + swaps
  }

  func doors(_ ledger: Ledger) -> [Insight.Item] {
    ledger.doors.values.flatMap(\.values).map(\.body).compactMap { door in
      item(door.isOpen ? .doorOpened : .doorClosed, door.day, door.at, door.school, [], by: door.by)
    }
  }

  /// Releases and ended weeks that the colleague made.
  func figures(_ ledger: Ledger) -> [Insight.Item] {
    let releases = ledger.releases.values.map(\.body).compactMap { release in
      item(.release, nil, release.at, nil, [], by: release.by, .releaseStands, about: release.period)
    }
    let weeks = ledger.weeks.values.flatMap(\.changes.values).map(\.body).compactMap { week in
      week.at.flatMap {
        item(.week, week.week.monday, $0, nil, [], by: week.by, about: week.week.description)
      }
    }
    return releases + weeks
  }

  /// What a handover's file says, also of an earlier offer in it; `open` is how the log tells it.
  func item(_ handover: Handover.ID, _ entries: [HandoverEntry], _ open: Handover?) -> Insight.Item? {
    var parts: [Insight.Part] = []
    if entries.contains(where: { $0.sender == id }) { parts.append(.sender) }
    if entries.contains(where: { $0.receiver == id }) { parts.append(.receiver) }
    if open?.holder == id { parts.append(.holder) }
    guard !parts.isEmpty else { return nil }
    return Insight.Item(
      kind: .handover, day: open?.begun, at: nil, school: open?.school, hours: nil, parts: parts,
      kept: .handoverEnds, about: handover.description)
  }

  private func item(
    _ kind: Insight.Kind, _ day: CivilDate?, _ at: UTCTime, _ school: School.ID?, _ spans: [DutySpan],
    by: Colleague.ID?, asked: Colleague.ID? = nil, _ kept: Insight.Keeping? = nil, about: String? = nil
  ) -> Insight.Item? {
    var parts: [Insight.Part] = []
    if spans.contains(where: { $0.colleague == id }) { parts.append(.duty) }
    if spans.contains(where: { $0.buddy == id }) { parts.append(.buddy) }
    if asked == id { parts.append(.asked) }
    if by == id { parts.append(.author) }
    guard !parts.isEmpty else { return nil }
    let recorded = local(at).day
    let until = Forgetting.dutyDueDay(recordedIn: recorded.year).map(Insight.Keeping.until)
    return Insight.Item(
      kind: kind, day: day ?? recorded, at: at, school: school,
      hours: spans.first { $0.colleague == id || $0.buddy == id }?.hours, parts: parts,
      kept: kept ?? until ?? .releaseStands, about: about)
  }
}

// What a file's sums are computed from: the whole fold before anything goes, and where each record stands.

/// The whole log as it was read, and the files that are still there.
package struct ForgettingBasis: Sendable {
  /// A record's place: visits are told apart within their day, all others by their id.
  struct Line: Hashable {
    var id: RecordID
    var day: CivilDate?
  }

  package let ledger: Ledger
  package let documents: Documents
  let released: Set<Period>
  /// In how many files that are still there each record stands.
  private var lines: [Line: Int] = [:]
  /// In how many files that are still there each handover has steps.
  private var chains: [Handover.ID: Int] = [:]
  /// Records that a file forgotten just now has counted, though others have them too.
  private(set) var counted: Set<RecordID> = []

  package init(ledger: Ledger, documents: Documents) {
    self.ledger = ledger
    self.documents = documents
    released = ledger.releasedSchoolYears()
  }

  /// Enters what stands in a file, its copies included.
  package mutating func enter(_ events: [Event]) {
    for line in Self.lines(events) { lines[line, default: 0] += 1 }
    for handover in Self.handovers(events) { chains[handover, default: 0] += 1 }
  }

  /// Takes out what stood in a file that is forgotten now.
  package mutating func forget(_ events: [Event], as tally: Tally) {
    for line in Self.lines(events) { lines[line] = left(lines[line]) }
    for handover in Self.handovers(events) { chains[handover] = left(chains[handover]) }
    counted.formUnion(tally.gone)
  }

  /// Whether another file has the record, besides one that has these.
  func isElsewhere(_ line: Line, than own: Set<Line>) -> Bool {
    lines[line, default: 0] > (own.contains(line) ? 1 : 0)
  }

  /// Whether another file has steps of the handover, besides one that has these.
  func isElsewhere(_ handover: Handover.ID, than own: Set<Handover.ID>) -> Bool {
    chains[handover, default: 0] > (own.contains(handover) ? 1 : 0)
  }

  /// Those of the ids, of records or handovers, that a file which is still there has lines of.
  func stillThere(_ ids: [RecordID]) -> [RecordID] {
    if ids.isEmpty { return [] }
    let known = Set(lines.keys.map(\.id))
    return ids.filter { known.contains($0) || chains[Handover.ID(high: $0.high, low: $0.low)] != nil }
  }

  private func left(_ count: Int?) -> Int? { (count ?? 0) > 1 ? (count ?? 0) - 1 : nil }

  static func lines(_ events: [Event]) -> Set<Line> {
    Set(events.map { Line(id: $0.id, day: $0.countedDay) })
  }

  static func handovers(_ events: [Event]) -> Set<Handover.ID> { Set(events.compactMap(\.handover)) }
}

extension Event {
  /// The day within which the event counts once; nil when its id counts once everywhere.
  var countedDay: CivilDate? {
    switch self {
    case .visit(let visit): visit.day
    case .sparring(let tick), .zero(let tick): tick.day
    case .void(let takeBack): takeBack.day
    case .handover, .door, .pattern, .cell, .swap, .release, .week: nil
    }
  }

  /// The handover that the event is a step of.
  package var handover: Handover.ID? {
    if case .handover(let step) = self { step.handover } else { nil }
  }

  /// The newest day that the event tells of; a change of the base roster and a release tell of none.
  package var newestDay: CivilDate? {
    switch self {
    case .visit, .sparring, .zero, .void: countedDay
    case .handover(let step): step.day
    case .door(let door): door.day
    case .cell(let cell): cell.day
    case .swap(let swap): swap.cells.map(\.day).max()
    case .pattern, .release, .week: nil
    }
  }
}

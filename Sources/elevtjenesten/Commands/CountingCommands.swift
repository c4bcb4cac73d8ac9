// Visits, zeros and sparrings from the command line, the door, and taking back.

import Domain
import Store

extension Context {
  /// `besøg`, `nul`, `sparring`.
  func count(_ order: CountOrder) throws(Failure) {
    let desk = try openDesk()
    let day = order.day ?? desk.now.day
    let school = try school(in: desk.folder.documents, for: order.what.command).id
    try desk.tellSaved(try desk.count(counted(order.what, desk), at: school, on: day, by: nil))
  }

  private func counted(_ what: CountOrder.What, _ desk: CommandDesk) throws(Failure) -> Counted {
    switch what {
    case .visit(let code, let outcome):
      .visit(
        try code.map { (typed) throws(Failure) in try desk.folder.documents.find(topic: typed) }
          ?? Topic.notGiven, outcome)
    case .zero: .zero
    case .sparring: .sparring
    }
  }

  /// `åbn`, `luk-dør`.
  func door(isOpen: Bool) throws(Failure) {
    let desk = try openDesk()
    let school = try school(in: desk.folder.documents, for: isOpen ? .openDoor : .closeDoor).id
    let by = try colleague(in: desk.folder.documents)?.id
    try desk.tellSaved(try desk.moveDoor(isOpen: isOpen, at: school, by: by))
  }

  /// `fortryd`.
  func undo(_ typed: String) throws(Failure) {
    let desk = try openDesk()
    let by = try colleague(in: desk.folder.documents)?.id
    var picture = try desk.folder.picture(DataFolder.recentWeeks(around: desk.now.day))
    var found = try picture.ledger.countedRecord(typed)
    if found == nil {
      // Older than what can be corrected, or not there at all: the whole log knows which.
      picture = try desk.folder.picture(.all)
      found = try picture.ledger.countedRecord(typed)
    }
    guard let found else { throw .usage(.unknownID(typed, kind: .record, suggestion: nil)) }
    try desk.tellSaved(try desk.takeBack(found.id, at: found.school, by: by, picture))
  }
}

extension CountOrder.What {
  fileprivate var command: CommandName {
    switch self {
    case .visit: .visit
    case .zero: .zero
    case .sparring: .sparring
    }
  }
}

extension ClosedRange<ISOWeek> {
  /// The week of a day, and its neighbours, in whose files records of that day can stand.
  static func around(_ day: CivilDate) -> ClosedRange<ISOWeek> {
    let week = ISOWeek(containing: day)
    return week.adding(weeks: -1)...week.adding(weeks: 2)
  }
}

extension Ledger {
  /// A visit, sparring or zero by its id, or by the beginning of it.
  func countedRecord(_ typed: String) throws(Failure) -> (id: RecordID, school: School.ID)? {
    guard let prefix = IDPrefix(typed) else {
      throw .usage(.badValue(typed, of: "ID", expected: .recordID))
    }
    var found: [RecordID: School.ID] = [:]
    for book in days.values {
      for (id, visit) in book.visits where prefix.fits(id) { found[id] = visit.body.school }
      for (id, tick) in book.sparrings where prefix.fits(id) { found[id] = tick.body.school }
      for (id, tick) in book.zeros where prefix.fits(id) { found[id] = tick.body.school }
    }
    if found.count > 1 { throw .usage(.ambiguousID(typed)) }
    return found.first.map { (id: $0.key, school: $0.value) }
  }
}

/// The beginning of an id, six digits at least.
struct IDPrefix {
  private let digits: [UInt8]

  init?(_ typed: String) {
    let digits = Array(typed.lowercased().utf8)
    let isHexadecimal = digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isHexadecimal, (6...32).contains(digits.count) else { return nil }
    self.digits = digits
  }

  func fits<Tag>(_ id: Hex128<Tag>) -> Bool { id.hexBytes.starts(with: digits) }
}

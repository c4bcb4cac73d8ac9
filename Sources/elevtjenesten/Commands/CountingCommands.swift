// Visits, zeros and sparrings from the command line, the door, and taking back.

import Domain
import Store

extension Context {
  /// `besøg`, `nul`, `sparring`.
  func count(_ order: CountOrder) throws(Failure) {
    let desk = try openDesk()
    let day = order.day ?? desk.now.day
    let school = try school(in: desk.folder.documents, for: order.what.command).id
    let event = try event(order.what, at: school, on: day, desk)
    let picture = try desk.folder.picture(LogScope(visitWeeks: .around(day)), isForDesk: true)
    try refusing { () throws(CountingRefusal) in
      if order.what == .zero {
        try picture.checkZero(at: school, on: day, now: desk.now)
      } else {
        _ = try picture.checkCounting(at: school, on: day, now: desk.now)
      }
    }
    try desk.save([event], at: school, picture)
    try desk.tellSaved(event)
  }

  private func event(
    _ what: CountOrder.What, at school: School.ID, on day: CivilDate, _ desk: CommandDesk
  ) throws(Failure) -> Event {
    switch what {
    case .visit(let code, let outcome):
      let topic = if let code { try desk.folder.documents.find(topic: code) } else { Topic.notGiven }
      return .visit(
        Visit(
          id: machine.id(), day: day, school: school, topic: topic, outcome: outcome,
          isLate: day != desk.now.day))
    case .zero: return .zero(Tick(id: machine.id(), day: day, school: school))
    case .sparring: return .sparring(Tick(id: machine.id(), day: day, school: school))
    }
  }

  /// `åbn`, `luk-dør`.
  func door(isOpen: Bool) throws(Failure) {
    let desk = try openDesk()
    let school = try school(in: desk.folder.documents, for: isOpen ? .openDoor : .closeDoor).id
    let by = try colleague(in: desk.folder.documents)?.id
    if isOpen, let by { try desk.checkGiving(to: by) }
    let door = DoorChange(
      id: machine.id(), at: desk.now.utc, by: by, day: desk.now.day, isOpen: isOpen, school: school)
    let picture = try desk.folder.picture(LogScope(visitWeeks: .around(desk.now.day)), isForDesk: true)
    try desk.save([.door(door)], at: school, picture)
    try desk.tellSaved(.door(door))
  }

  /// `fortryd`.
  func undo(_ typed: String) throws(Failure) {
    let desk = try openDesk()
    let isCoordinator = try colleague(in: desk.folder.documents)?.role == .coordinator
    var picture = try desk.folder.picture(DataFolder.recentWeeks(around: desk.now.day))
    var found = try picture.ledger.countedRecord(typed)
    if found == nil {
      // Older than what can be corrected, or not there at all: the whole log knows which.
      picture = try desk.folder.picture(.all)
      found = try picture.ledger.countedRecord(typed)
    }
    guard let found else { throw .usage(.unknownID(typed, kind: .record, suggestion: nil)) }
    let day = try refusing { () throws(CountingRefusal) in
      try picture.checkTakingBack(found.id, byCoordinator: isCoordinator, now: desk.now)
    }
    let takeBack = TakeBack(id: machine.id(), day: day, of: found.id)
    try desk.save([.void(takeBack)], at: found.school, picture)
    try desk.tellSaved(.void(takeBack))
  }

  private func refusing<Value>(_ check: () throws(CountingRefusal) -> Value) throws(Failure) -> Value {
    do throws(CountingRefusal) { return try check() } catch { throw .counting(error) }
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

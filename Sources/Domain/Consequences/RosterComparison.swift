// Two versions of the documents with one and the same plan: which duties and makkere the newer one loses.

/// A comparison of the places that a change of documents can have changed, and of no others: with many
/// schools most days are as they were.
struct RosterComparison {
  private let before: Roster
  private let after: Roster
  private let days: DateSpan
  private var duties = ByDay<LostDuties>()
  private var buddies = ByDay<LostBuddies>()

  init(before: Documents, after: Documents, ledger: Ledger, days: DateSpan) {
    self.before = Roster(documents: before, ledger: ledger)
    self.after = Roster(documents: after, ledger: ledger)
    self.days = days
    for place in closedPlaces.union(placesOfChangedColleagues).sorted() { compare(place) }
  }

  var consequences: [Consequence] { duties.consequences + buddies.consequences }

  // MARK: Where to look

  /// Days on which a school was to be open and is not.
  private var closedPlaces: Set<SchoolDay> {
    let (old, new) = (before.documents, after.documents)
    let (oldCalendar, newCalendar) = (old.schoolCalendar, new.schoolCalendar)
    let entries =
      old.calendar.filter { !new.calendar.contains($0) }
      + new.calendar.filter { !old.calendar.contains($0) }
    var places: Set<SchoolDay> = []
    for school in old.schools {
      let known = new.school(school.id)
      let spans =
        known == school
        ? entries.filter { $0.schools?.contains(school.id) ?? true }.compactMap { $0.days.common(with: days) }
        : [days]
      for day in spans.flatMap(\.all) where oldCalendar.isOpeningDay(day, at: school) {
        if known.map({ newCalendar.isOpeningDay(day, at: $0) }) == true { continue }
        places.insert(SchoolDay(day: day, school: school.id))
      }
    }
    return places
  }

  /// Places whose plan speaks of somebody whose time here, or absences, become others.
  private var placesOfChangedColleagues: Set<SchoolDay> {
    let kept = Dictionary(after.documents.colleagues.map { ($0.id, $0) }) { first, _ in first }
    let changed = Set(
      before.documents.colleagues.filter { old in
        guard let new = kept[old.id] else { return true }
        return (new.from, new.to) != (old.from, old.to) || new.away != old.away
      }.map(\.id))
    return changed.isEmpty ? [] : before.ledger.places(of: changed, in: days)
  }

  // MARK: What is lost

  private mutating func compare(_ place: SchoolDay) {
    guard let school = before.documents.school(place.school) else { return }
    let new = after.documents.school(place.school)
    let left = new.map { after.shifts(at: $0, on: place.day) } ?? []
    let shifts = before.shifts(at: school, on: place.day)
    for (index, shift) in shifts.enumerated() {
      // Hours may be others that day; of several duties of one colleague the first is the first.
      let number = shifts.prefix(index).count { $0.colleague == shift.colleague }
      guard let kept = left.filter({ $0.colleague == shift.colleague }).dropFirst(number).first else {
        lose(shift, cause(of: shift, at: new))
        continue
      }
      if let buddy = shift.buddy, kept.buddy == nil { lose(buddy, of: shift) }
    }
  }

  private func cause(of shift: Shift, at school: School?) -> LostDuties.Cause {
    guard let school else { return .schoolRemoved }
    switch after.documents.schoolCalendar.day(shift.day, at: school) {
    case .closed(let closure): return .closed(closure)
    case .open: return .colleague(after.documents.unavailability(of: shift.colleague, on: shift.day))
    }
  }

  private mutating func lose(_ shift: Shift, _ cause: LostDuties.Cause) {
    let lost = LostDuties(
      school: shift.school, colleague: shift.colleague, buddy: shift.buddy, cause: cause, days: [])
    duties.add(lost, on: shift.day)
  }

  private mutating func lose(_ buddy: Colleague.ID, of shift: Shift) {
    let why = after.documents.unavailability(of: buddy, on: shift.day)
    let lost = LostBuddies(
      school: shift.school, colleague: shift.colleague, buddy: buddy, cause: why, days: [])
    buddies.add(lost, on: shift.day)
  }
}

extension Documents {
  /// Why somebody is not at work on a day.
  fileprivate func unavailability(of id: Colleague.ID, on day: CivilDate) -> Unavailability {
    colleague(id)?.unavailability(on: day) ?? .unknown
  }
}

/// Things that happen on several days and are told once, in the order of their first days.
struct ByDay<Thing: Hashable> {
  private(set) var things: [(thing: Thing, days: [CivilDate])] = []
  private var places: [Thing: Int] = [:]

  /// Adds a day; days come in order.
  mutating func add(_ thing: Thing, on day: CivilDate) {
    guard let place = places[thing] else {
      places[thing] = things.count
      things.append((thing, [day]))
      return
    }
    if things[place].days.last != day { things[place].days.append(day) }
  }
}

extension ByDay<LostDuties> {
  var consequences: [Consequence] {
    things.map { thing, days in
      var lost = thing
      lost.days = days
      return .lostDuties(lost)
    }
  }
}

extension ByDay<LostBuddies> {
  var consequences: [Consequence] {
    things.map { thing, days in
      var lost = thing
      lost.days = days
      return .lostBuddies(lost)
    }
  }
}

extension DateSpan {
  /// The days that both have; nil when there are none.
  func common(with other: DateSpan) -> DateSpan? {
    let both = DateSpan(from: max(from, other.from), to: min(to, other.to))
    return both.length > 0 ? both : nil
  }
}

// One row of I dag: what is true at a school on a day, at a time.

/// What the screen says of a school's door.
package enum DoorStatus: Equatable, Sendable {
  /// Somebody opened the door.
  case open
  /// The hours are over and nobody has closed the door.
  case stillOpen
  /// Something was recorded, the door was not opened.
  case staffed
  /// Before the hours.
  case opens(ClockTime)
  /// Within the hours, and neither opened nor anything recorded.
  case notOpened
  case nobodyOnDuty(asked: Colleague.ID?)
  /// After the hours, or closed by hand.
  case over
  case closed(Closure)
}

/// A school on a day.
package struct SchoolToday: Equatable, Sendable {
  package var school: School
  package var coverage: Shift.Coverage
  /// When the door is to be open that day; empty when it is closed.
  package var hours: [TimeSpan]
  package var status: DoorStatus
  /// Nil when nothing was counted: neither a visit nor a zero.
  package var visits: Int?
  package var sparrings: Int

  /// The shifts of the day, earliest first.
  package var shifts: [Shift] {
    switch coverage {
    case .staffed(let shifts): shifts
    case .nobody, .closed: []
    }
  }

  /// The shift to show at a time: the one on now, before the day the first, after it the last. In a gap
  /// of the opening hours there is none: the last person's name would be a lie.
  package func shift(at time: ClockTime) -> Shift? {
    if let now = shifts.first(where: { $0.hours.contains(time) }) { return now }
    if hours.contains(where: { $0.contains(time) }) { return nil }
    return shifts.last { $0.hours.to <= time } ?? shifts.first
  }

  /// The status for those who pass by: whether the door is open or not, never that something was recorded.
  package func status(forEverybody time: ClockTime) -> DoorStatus {
    guard status == .staffed else { return status }
    if let first = shifts.first, time < first.hours.from { return .opens(first.hours.from) }
    return .notOpened
  }

  /// The day had an open door and its visits were not counted.
  package var isNotCounted: Bool {
    guard visits == nil else { return false }
    switch coverage {
    case .staffed: return status == .over
    case .nobody, .closed: return false
    }
  }
}

extension FolderPicture {
  /// All schools on a day as they stand at a time, in the order of the document. One that takes part no more
  /// is shown with the others until its last week is over, and where something was recorded all the same.
  package func today(at now: Moment) -> [SchoolToday] {
    let (roster, book) = (roster, ledger.book(of: now.day))
    let listed = documents.schools.filter { school in
      !school.hasEnded(before: now.week.monday) || book.isRecorded(at: school.id)
    }
    return listed.map { school in
      var today = SchoolToday(
        school: school, coverage: roster.coverage(at: school, on: now.day),
        hours: openingHours(of: school, on: now.day), status: .notOpened,
        visits: book.isCounted(at: school.id) ? book.visits(at: school.id) : nil,
        sparrings: book.sparrings(at: school.id))
      today.status = status(of: today, isRecorded: book.isRecorded(at: school.id), now: now)
      return today
    }
  }

  private func openingHours(of school: School, on day: CivilDate) -> [TimeSpan] {
    switch documents.schoolCalendar.day(day, at: school) {
    case .open(let hours): hours
    case .closed: []
    }
  }

  /// Who opened the door was taken off the roster, or the school closed, after that: the newer word counts.
  private func isOvertaken(_ door: DoorChange, at today: SchoolToday) -> Bool {
    guard today.shifts.isEmpty else { return false }
    let exception = ledger.exception(at: SchoolDay(day: door.day, school: door.school))
    return exception.map { $0.at > door.at } ?? false
  }

  private func status(of today: SchoolToday, isRecorded: Bool, now: Moment) -> DoorStatus {
    let door = ledger.door(at: today.school.id, on: now.day)
    if let door, door.isOpen, !isOvertaken(door, at: today) {
      let ends = today.shifts.map(\.hours.to) + today.hours.map(\.to)
      return ends.max().map { now.time >= $0 } == true ? .stillOpen : .open
    }
    switch today.coverage {
    case .closed(let closure): return .closed(closure)
    case .nobody(let asked): return .nobodyOnDuty(asked: asked)
    case .staffed(let shifts):
      if door != nil { return .over }
      if today.shift(at: now.time) == nil { return .nobodyOnDuty(asked: nil) }
      if let first = shifts.first, now.time < first.hours.from {
        return isRecorded ? .staffed : .opens(first.hours.from)
      }
      if let last = shifts.last, now.time >= last.hours.to { return .over }
      return isRecorded ? .staffed : .notOpened
    }
  }
}

// Which visits may be recorded and taken back, and until when.

/// Why something that would be counted is refused.
package enum CountingRefusal: Error, Equatable, Sendable {
  /// The week is final since Wednesday 12.00 of the next week.
  case weekIsFinal(ISOWeek)
  case dayIsAhead(CivilDate)
  case schoolNotYetOpened(School.ID, CivilDate)
  /// The school took part until that day.
  case schoolEnded(School.ID, CivilDate)
  case unknownSchool(String)
  case unknownTopic(String)
  case unknownColleague(String)
  /// The record does not stand: never recorded, or already taken back.
  case nothingToTakeBack
  /// Only a coordinator may, after the day itself.
  case onlySameDay(CivilDate)
  /// A zero was asked for, but visits stand.
  case visitsStand(Int)
  /// A zero is already counted.
  case zeroStands
  /// A zero was asked for on a day on which the school is closed.
  case closed(Closure)
}

extension ISOWeek {
  /// A week can be corrected until Wednesday 12.00 of the next one; after that it is final.
  package func isFinal(at now: Moment) -> Bool {
    let deadline = correctableUntil
    return now.day > deadline || (now.day == deadline && now.time.hour >= 12)
  }
}

extension FolderPicture {
  /// Whether something may be counted at a school for a day; throws why not.
  package func checkCounting(
    at school: School.ID, on day: CivilDate, now: Moment
  ) throws(CountingRefusal) -> School {
    guard let known = documents.school(school) else { throw .unknownSchool(school.text) }
    guard day <= now.day else { throw .dayIsAhead(day) }
    guard day >= known.opened else { throw .schoolNotYetOpened(school, known.opened) }
    if let closed = known.closed, day > closed { throw .schoolEnded(school, closed) }
    let week = ISOWeek(containing: day)
    guard !week.isFinal(at: now) else { throw .weekIsFinal(week) }
    return known
  }

  /// Whether a zero may be counted; throws why not.
  package func checkZero(at school: School.ID, on day: CivilDate, now: Moment) throws(CountingRefusal) {
    let known = try checkCounting(at: school, on: day, now: now)
    let book = ledger.book(of: day)
    // Where the door did open, the calendar is not the whole truth.
    if case .closed(let closure) = roster.coverage(at: known, on: day),
      ledger.door(at: school, on: day)?.isOpen != true, !book.isRecorded(at: school)
    {
      throw .closed(closure)
    }
    let visits = book.visits(at: school)
    guard visits == 0 else { throw .visitsStand(visits) }
    guard !book.isCounted(at: school) else { throw .zeroStands }
  }

  /// The day of a record that stands and may be taken back: by anybody on the day itself, by a
  /// coordinator until the week is final.
  package func checkTakingBack(
    _ id: RecordID, byCoordinator: Bool, now: Moment
  ) throws(CountingRefusal) -> CivilDate {
    guard let day = ledger.dayOfStandingRecord(id) else { throw .nothingToTakeBack }
    guard day == now.day || byCoordinator else { throw .onlySameDay(day) }
    let week = ISOWeek(containing: day)
    guard !week.isFinal(at: now) else { throw .weekIsFinal(week) }
    return day
  }
}

extension Ledger {
  /// The day of a visit, sparring or zero that was recorded and not taken back.
  package func dayOfStandingRecord(_ id: RecordID) -> CivilDate? {
    days.first { _, book in
      guard !book.takenBack.contains(id) else { return false }
      return book.visits[id] != nil || book.sparrings[id] != nil || book.zeros[id] != nil
    }?.key
  }
}

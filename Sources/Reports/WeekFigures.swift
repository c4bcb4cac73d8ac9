// Ugetal: what was open, staffed, counted and visited in one week, school by school. Exact numbers.

import Domain

/// The figures of one week.
package struct WeekFigures: Equatable, Sendable {
  /// One school, or all of them together.
  package struct Row: Equatable, Sendable {
    package var openingDays = 0
    /// Days with an opened door, or with anything recorded.
    package var staffedDays = 0
    /// Days with a visit or a counted zero.
    package var countedDays = 0
    /// Opening days on which nothing was counted, so their number of visits is not known. Not the opening
    /// days less the counted ones: a closed day may be counted too.
    package var uncountedDays = 0
    package var visits = 0
    package var sparring = 0
    package var dutyMinutes = 0

    package init() {}

    package static func + (left: Row, right: Row) -> Row {
      var sum = left
      sum.openingDays += right.openingDays
      sum.staffedDays += right.staffedDays
      sum.countedDays += right.countedDays
      sum.uncountedDays += right.uncountedDays
      sum.visits += right.visits
      sum.sparring += right.sparring
      sum.dutyMinutes += right.dutyMinutes
      return sum
    }
  }

  /// A school's row, and why it was closed all week if it was.
  package struct SchoolRow: Equatable, Sendable {
    package var school: School
    package var closure: Closure?
    package var row: Row
    /// Opening days on which nothing was counted; nobody knows how many came.
    package var uncounted: [CivilDate]
  }

  package let week: ISOWeek
  package let isFinal: Bool
  /// Its first day has come.
  package let isBegun: Bool
  /// What is known to be missing from the whole folder.
  package let completeness: Completeness
  package let schools: [SchoolRow]

  /// The sum of all schools.
  package var total: Row { schools.map(\.row).reduce(Row(), +) }

  package init(week: ISOWeek, picture: FolderPicture, now: Moment) {
    self.week = week
    isFinal = week.isFinal(at: now)
    isBegun = week.monday <= now.day
    completeness = picture.completeness
    let days = Weekday.allCases.map { week.date(of: $0) }.filter { $0 <= now.day }
    let roster = picture.roster
    schools = picture.documents.schools.compactMap { school in
      let (row, uncounted) = Self.row(of: school, on: days, week: week, picture: picture, roster: roster)
      // What was recorded outside the time it takes part is counted all the same.
      if !school.takesPart(in: week), row == Row() { return nil }
      return SchoolRow(
        school: school, closure: Self.closure(of: school, week, picture.documents), row: row,
        uncounted: uncounted)
    }
  }

  private static func row(
    of school: School, on days: [CivilDate], week: ISOWeek, picture: FolderPicture, roster: Roster
  ) -> (Row, uncounted: [CivilDate]) {
    let (ledger, calendar) = (picture.ledger, picture.documents.schoolCalendar)
    let forgotten = ledger.forgotten(week, at: school.id)
    var row = Row()
    var uncounted: [CivilDate] = []
    row.visits = forgotten.visits
    row.sparring = forgotten.sparring
    for day in days {
      let (book, place) = (ledger.book(of: day), SchoolDay(day: day, school: school.id))
      let (visits, sparrings) = (book.visits(at: school.id), book.sparrings(at: school.id))
      let isCounted = book.isCounted(at: school.id) || forgotten.counted.contains(day.weekday)
      let wasOpened = ledger.doors[place]?.values.contains(where: \.body.isOpen) ?? false
      let isStaffed =
        isCounted || sparrings > 0 || wasOpened || forgotten.recorded.contains(day.weekday)
        || forgotten.opened.contains(day.weekday)
      if calendar.isOpeningDay(day, at: school) {
        row.openingDays += 1
        if !isCounted { uncounted.append(day) }
      }
      row.countedDays += isCounted ? 1 : 0
      row.staffedDays += isStaffed ? 1 : 0
      row.visits += visits
      row.sparring += sparrings
      row.dutyMinutes += roster.shifts(at: school, on: day).map(\.hours.minutes).reduce(0, +)
    }
    row.uncountedDays = uncounted.count
    // What was summed up had the whole week's changes to go by; of them not all may be left.
    row.dutyMinutes = forgotten.minutes ?? row.dutyMinutes
    return (row, uncounted)
  }

  /// The week's first named closure when no day of it is an opening day.
  private static func closure(of school: School, _ week: ISOWeek, _ documents: Documents) -> Closure? {
    var reasons: [Closure] = []
    for weekday in Weekday.allCases {
      switch documents.schoolCalendar.day(week.date(of: weekday), at: school) {
      case .open: return nil
      case .closed(let closure): reasons.append(closure)
      }
    }
    return reasons.first { $0.ownName != nil } ?? reasons.first
  }
}

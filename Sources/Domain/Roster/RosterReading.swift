// Reads the rows of a roster's table, in each of its three layouts, and notes every fault on the way.

/// A table being read.
struct RosterReading {
  let table: CellTable
  let roster: Roster
  let today: CivilDate
  let start: CivilDate?
  let weeks: ClosedRange<ISOWeek>?
  var faults: [RosterImport.Fault] = []
  var unusedColumns: [String] = []
  /// What was said of each school and day, and on which line first.
  var days: [SchoolDay: (value: RosterImport.DayValue, line: Int)] = [:]
  var base: [PatternPlace: [RosterImport.BaseValue]] = [:]
  /// On which line each place was last spoken of.
  var baseLines: [PatternPlace: Int] = [:]

  init(
    table: CellTable, roster: Roster, today: CivilDate, start: CivilDate?, weeks: ClosedRange<ISOWeek>?
  ) {
    self.table = table
    self.roster = roster
    self.today = today
    self.start = start
    self.weeks = weeks
  }

  /// Reads all rows, and tells how the table is laid out.
  mutating func read() -> RosterImport.Layout? {
    let weekdays = table.headings.enumerated().compactMap { index, heading in
      Weekday(named: heading).map { (column: index, weekday: $0) }
    }
    if let date = table.column("dato", "date") {
      readShifts(day: date)
      return .days
    }
    if let weekday = table.column("ugedag", "weekday") {
      readBase(weekday: weekday)
      return .base
    }
    guard !weekdays.isEmpty else {
      note(.unknownLayout, line: 1, nil)
      return nil
    }
    readMatrix(weekdays)
    return .matrix
  }

  // MARK: A row for each shift

  private mutating func readShifts(day: Int) {
    let columns = ShiftColumns(table)
    guard let school = need(columns.school, "skole"), need(columns.colleague, "kollega") != nil
    else { return }
    noteUnused(columns.all + [day], ["uge", "ugedag", "week", "weekday", "bemaerkning", "note"])
    for row in table.rows {
      guard let place = self.school(row, school), let date = self.date(row, day) else { continue }
      guard let status = RowStatus(row.text(columns.status)) else {
        note(.badStatus, line: row.line, columns.status)
        continue
      }
      let cell = SchoolDay(day: date, school: place.id)
      var said = days[cell]
      switch status {
      case .closed, .nobody, .asked:
        var value = RosterImport.DayValue()
        value.isClosed = status == .closed
        if status == .asked { value.asked = colleague(row, columns.colleague) }
        if said != nil { note(.contradiction, line: row.line, nil) }
        said = (value, row.line)
      case .duty(let isSubstitute):
        let spans = duties(row, columns, hours: hours(at: place, on: date))
        if spans.isEmpty { continue }
        var value = said?.value ?? RosterImport.DayValue()
        value.spans = said.map { joined($0.value.spans, spans, row.line) } ?? spans
        if columns.status != nil { value.isSubstituted = value.isSubstituted == true || isSubstitute }
        said = (value, said?.line ?? row.line)
      }
      days[cell] = said
    }
  }

  /// The opening hours of a day; those of its weekday where the door is closed.
  private func hours(at school: School, on day: CivilDate) -> [TimeSpan] {
    switch roster.documents.schoolCalendar.day(day, at: school) {
    case .open(let hours): hours
    case .closed: school.hours(on: day)
    }
  }

  // MARK: A row for each place of the base roster

  private mutating func readBase(weekday: Int) {
    let columns = ShiftColumns(table)
    let (from, every) = (table.column("gaelderfra", "validfrom"), table.column("hver", "every"))
    let week = table.column("uge", "week")
    guard let school = need(columns.school, "skole"), need(columns.colleague, "kollega") != nil
    else { return }
    noteUnused(columns.all + [weekday, from, every, week].compactMap { $0 }, ["status"])
    for row in table.rows {
      let day = Weekday(named: row.text(weekday))
      if day == nil { note(.badWeekday, line: row.line, weekday) }
      guard let place = self.school(row, school), let day else { continue }
      var begins = start ?? today
      if !row.text(from).isEmpty {
        guard let date = date(row, from) else { continue }
        begins = date
      }
      guard let rhythm = rhythm(row, every, week, from: begins) else { continue }
      let isEmpty = row.text(columns.colleague).isEmpty && row.text(columns.from).isEmpty
      let spans = isEmpty ? [] : duties(row, columns, hours: place.hours(on: day, asOf: begins))
      if spans.isEmpty, !isEmpty { continue }
      add(
        RosterImport.BaseValue(from: begins, rhythm: rhythm, spans: spans),
        at: PatternPlace(school: place.id, weekday: day), row.line)
    }
  }

  /// Shares of the same day and rhythm are one value. Of several values the last one that fits a day
  /// decides, so one for every week may not stand below what begins then or later.
  private mutating func add(_ value: RosterImport.BaseValue, at place: PatternPlace, _ line: Int) {
    var values = base[place] ?? []
    if let index = values.lastIndex(where: { $0.from == value.from && $0.rhythm == value.rhythm }) {
      values[index].spans = joined(values[index].spans, value.spans, line)
    } else {
      let isLast = value.rhythm.every > 1 || values.allSatisfy { $0.from < value.from }
      if !isLast { note(.overtakes, line: line, nil) }
      values.append(value)
    }
    base[place] = values
    baseLines[place] = line
  }

  /// The shares of two rows: nobody has two at once, and where nobody has the duty no row has another.
  private mutating func joined(_ said: [DutySpan], _ spans: [DutySpan], _ line: Int) -> [DutySpan] {
    let isTwice = spans.contains { said.hasDuty(of: $0.colleague, in: $0.hours) }
    if isTwice || said.isEmpty || spans.isEmpty { note(.contradiction, line: line, nil) }
    return (said + spans).inOrder
  }

  /// `2` with a week, `ulige`, `lige`, or every week.
  private mutating func rhythm(
    _ row: CellTable.Row, _ every: Int?, _ week: Int?, from day: CivilDate
  ) -> Rhythm? {
    let first = ISOWeek(containing: day)
    switch FoldedText(row.text(every)).text {
    case "", "1": return .weekly(from: first)
    case "ulige", "odd": return Rhythm(isOdd: true, from: first)
    case "lige", "even": return Rhythm(isOdd: false, from: first)
    case let text:
      guard let number = Digits.value(text.utf8), (2...53).contains(number) else {
        note(.badRhythm, line: row.line, every)
        return nil
      }
      guard let anchor = row.text(week).isEmpty ? first : ISOWeek(row.text(week)) else {
        note(.badRhythm, line: row.line, week)
        return nil
      }
      return Rhythm(every: number, week: anchor)
    }
  }

  // MARK: Schools by weekdays

  private mutating func readMatrix(_ weekdays: [(column: Int, weekday: Weekday)]) {
    let school = table.column("skole", "school") ?? 0
    noteUnused([school] + weekdays.map(\.column), [])
    var said: Set<School.ID> = []
    for row in table.rows {
      guard let place = self.school(row, school) else { continue }
      guard said.insert(place.id).inserted else {
        note(.contradiction, line: row.line, school)
        continue
      }
      for (column, weekday) in weekdays {
        let text = row.text(column)
        let first = weeks?.lowerBound.date(of: weekday) ?? start ?? today
        let usual = place.hours(on: weekday, asOf: first)
        if text.isEmpty, usual.isEmpty { continue }
        if ["lukket", "closed"].contains(FoldedText(text).text) { continue }
        guard let spans = matrixCell(text, row.line, column, hours: usual) else { continue }
        guard let weeks else {
          let begins = start ?? today
          let rhythm = Rhythm.weekly(from: ISOWeek(containing: begins))
          add(
            RosterImport.BaseValue(from: begins, rhythm: rhythm, spans: spans),
            at: PatternPlace(school: place.id, weekday: weekday), row.line)
          continue
        }
        for offset in 0...weeks.upperBound.weeks(since: weeks.lowerBound) {
          let day = weeks.lowerBound.adding(weeks: offset).date(of: weekday)
          // A matrix of an ordinary week says nothing of the days on which the door is closed.
          guard roster.documents.schoolCalendar.isOpeningDay(day, at: place) else { continue }
          var value = RosterImport.DayValue()
          // The hours may change within these weeks.
          let own = place.hours(on: day)
          let isUsual = own.isEmpty || own == usual
          value.spans = isUsual ? spans : matrixCell(text, row.line, column, hours: own) ?? spans
          days[SchoolDay(day: day, school: place.id)] = (value, row.line)
        }
      }
    }
  }

  /// `Malene Smedelyng / Preben Jernurt`, with hours before the name where they differ; several shares
  /// are parted by a line break or `+`.
  private mutating func matrixCell(
    _ text: String, _ line: Int, _ column: Int, hours: [TimeSpan]
  ) -> [DutySpan]? {
    if ["", "-", "–", "ingen", "nobody"].contains(text.lowercased()) { return [] }
    var spans: [DutySpan] = []
    for share in text.split(whereSeparator: { $0 == "+" || $0.isNewline }) {
      let words = share.split(separator: " ")
      let own = words.first.flatMap { TimeSpan(danish: $0) }
      let names = (own == nil ? words[...] : words.dropFirst()).joined(separator: " ")
      let people = names.split(whereSeparator: { "/()".contains($0) }).map(String.init)
        .filter { $0.contains { $0 != " " } }
      guard let first = people.first, people.count <= 2,
        let colleague = colleague(named: first, line, column)
      else {
        if people.isEmpty || people.count > 2 { note(.missing, line: line, column) }
        return nil
      }
      var buddy: Colleague.ID?
      if people.count == 2 {
        guard let found = self.colleague(named: people[1], line, column) else { return nil }
        buddy = found
      }
      if buddy == colleague { note(.ownBuddy, line: line, column) }
      let times = own.map { [$0] } ?? hours
      if times.isEmpty { note(.badTime, line: line, column) }
      if times.contains(where: { spans.hasDuty(of: colleague, in: $0) }) {
        note(.contradiction, line: line, column)
      }
      spans += times.map { DutySpan(colleague: colleague, buddy: buddy, hours: $0) }
    }
    return spans.inOrder
  }
}

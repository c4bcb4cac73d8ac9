// Commands that only read: today, figures, roster, calendar, the duty log.

import Domain
import Reports
import Resources
import Store

extension Context {
  /// `i-dag`.
  func today() throws(Failure) {
    let folder = try openFolder()
    let words = speaking(for: folder).words
    let picture = try folder.picture(LogScope(visitWeeks: .around(now.day)), isForDesk: true)
    let report = TodayReport(picture: picture, now: now)
    if options.isJSON { return try console.print(report.json.description) }
    guard !folder.documents.schools.isEmpty else {
      return console.say(words("cli.today.none", ["path": folder.path + "/schools.json"]))
    }
    let counts = report.handoverCounts
    let waiting = words(
      "cli.today.handovers",
      [
        "open": String(counts.open), "long": String(counts.longWait),
        "days": String(folder.documents.settings.longWaitDays),
      ])
    let head = words.longDate(now.day) + " · " + words.week(now.week)
    try console.print([head, "", report.table(words).text, "", waiting].joined(separator: "\n"))
    sayFaults(of: folder, words)
  }

  /// `tal --uge`.
  func figures(_ order: FiguresOrder) throws(Failure) {
    let folder = try openFolder()
    let words = speaking(for: folder).words
    let scope = order.first.adding(weeks: -1)...order.last.adding(weeks: 2)
    let picture = try folder.picture(LogScope(visitWeeks: scope))
    let weeks = (0...order.last.weeks(since: order.first)).map { offset in
      WeekFigures(week: order.first.adding(weeks: offset), picture: picture, now: now)
    }
    switch order.format {
    case .json:
      let isOne = order.first == order.last
      let json = isOne ? weeks.first?.json : .list(weeks.map(\.json))
      try deliver((json ?? .null).description, to: order.out)
    case .csv:
      let rows = weeks.flatMap { $0.csvRows(joinsSmall: order.joinsSmall) }
      try deliver(CSV.bytes([WeekFigures.csvHeadings] + rows), to: order.out)
    case .table:
      let texts = weeks.map { week in
        let head = words(
          "cli.figures.week",
          [
            "week": String(week.week.week), "year": String(week.week.year),
            "first": words.dayAndMonth(week.week.monday), "last": words.dayAndMonth(week.week.sunday),
          ])
        return [head, week.headline(words), "", week.table(words).text].joined(separator: "\n")
      }
      try deliver(texts.joined(separator: "\n\n"), to: order.out)
    }
  }

  /// `vagtplan`.
  func roster(_ week: ISOWeek?) throws(Failure) {
    let folder = try openFolder()
    let words = speaking(for: folder).words
    let picture = try folder.picture(LogScope(visitWeeks: .around(now.day)))
    let report = RosterReport(week: week ?? now.week, picture: picture)
    if options.isJSON { return try console.print(report.json.description) }
    try console.print(report.table(words).text)
  }

  /// `kalender --år`.
  func calendar(_ year: Int) throws(Failure) {
    let folder = try openFolder()
    let words = speaking(for: folder).words
    let report = CalendarReport(year: year, entries: folder.documents.calendar)
    try console.print(options.isJSON ? report.json.description : report.table(words).text)
  }

  /// `log`.
  func log(since day: CivilDate?) throws(Failure) {
    let folder = try openFolder()
    let words = speaking(for: folder).words
    let picture = try folder.picture(LogScope(visitWeeks: .around(now.day)))
    let start = day.map { clock.utc(day: $0, time: ClockTime(clamping: 0)) }
    let table = DutyLogReport(picture: picture).table(since: start, local: clock.moment, words)
    if table.rows.isEmpty { return console.say(words("cli.log.empty")) }
    try console.print(table.text)
  }

  /// Documents with faults do not stop a command, but they are not kept quiet either.
  func sayFaults(of folder: DataFolder, _ words: Words) {
    let count = folder.loaded.faults.count
    if count > 0 { console.say(words("cli.folder.faults", ["count": String(count)])) }
  }
}

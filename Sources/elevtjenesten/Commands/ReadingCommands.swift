// Commands that only read: today, roster, calendar, the duty log.

import Domain
import Reports
import Resources
import Store

extension Context {
  /// `i-dag`.
  func today() throws(Failure) {
    let folder = try openFolder()
    if folder.loaded.isUnread(.schools) { throw .folder(.broken(.schools, path: folder.path)) }
    let context = speaking(for: folder)
    let words = context.words
    let picture = try folder.picture(LogScope(visitWeeks: .around(now.day)), isForDesk: true)
    let report = TodayReport(picture: picture, now: now)
    if options.isJSON {
      try console.print(report.json.description)
      return context.sayShortfall(of: picture)
    }
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
    let head = [words.longDate(now.day) + " · " + words.week(now.week)] + report.shortfall(words)
    try console.print((head + ["", report.table(words).text, "", waiting]).joined(separator: "\n"))
    context.sayFaults(of: picture)
  }

  /// `vagtplan`.
  func roster(_ week: ISOWeek?) throws(Failure) {
    let folder = try openFolder()
    let words = speaking(for: folder).words
    let picture = try folder.picture(LogScope(visitWeeks: .around(now.day)))
    let report = RosterReport(week: week ?? now.week, picture: picture)
    if options.isJSON { return try console.print(report.json(words).description) }
    try console.print(report.table(words).text)
    let faults = report.faults.map { words.ruleLine($0, in: folder.documents) }
    if !faults.isEmpty { console.say(([words("cli.roster.faults")] + faults).joined(separator: "\n")) }
  }

  /// `ugemøde`.
  func meeting(_ order: MeetingOrder) throws(Failure) {
    let folder = try openFolder()
    let words = speaking(for: folder).words
    let week = order.week ?? now.week
    let picture = try folder.picture(LogScope(visitWeeks: week.adding(weeks: -1)...week.adding(weeks: 2)))
    let sheet = MeetingSheet(week: week, picture: picture, now: now)
    switch order.format {
    case .table: try deliver(sheet.text(words), to: order.out)
    case .html: try deliver(Array(sheet.page(words).utf8), to: order.out)
    case .json: try deliver(sheet.json.description, to: order.out)
    }
  }

  /// `kalender --år`.
  func calendar(_ year: Int) throws(Failure) {
    let folder = try openFolder()
    let words = speaking(for: folder).words
    let report = CalendarReport(year: year, entries: folder.documents.calendar)
    if options.isJSON { return try console.print(report.json.description) }
    try console.print(report.table(words).text)
    for line in report.sources(words) { console.say(line) }
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

  /// Faults do not stop a command, but they are not kept quiet either.
  func sayFaults(of picture: FolderPicture) {
    if let faults = words.faults(of: picture) { console.say(faults) }
  }

  /// What sums were made without, beside output that other programs read.
  func sayShortfall(of picture: FolderPicture) {
    if let shortfall = words.shortfall(picture.completeness) {
      console.say(shortfall + " " + words("notice.check"))
    }
  }
}

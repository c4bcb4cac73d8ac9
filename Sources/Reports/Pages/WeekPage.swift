// The page of one week: exact visits school by school, what was staffed and counted, what was not.

import Domain
import Resources

extension ReportPage {
  /// The page of a week. Small schools are joined in what leaves the house; ages of open handovers are for
  /// the screen alone.
  package init(
    _ figures: WeekFigures, settings: Settings, joinsSmall: Bool, ages: OpenHandoverAges? = nil,
    words: Words
  ) {
    let week = words.weekAndYear(figures.week)
    let isComplete = figures.completeness.isComplete
    let state = words.state(of: figures)
    // Of a week that has not begun there is nothing to show.
    var sections =
      figures.isBegun
      ? [
        Section(
          words("report.visits"),
          .table(FiguresTable(figures.rows(joinsSmall: joinsSmall, words), words, caption: week)))
      ] : []
    if let ages { sections.append(Section(openHandovers: ages, settings: settings, words: words)) }
    self.init(
      title: words("report.week.title", ["week": week]),
      subtitle: Self.owner(settings, words.days(of: figures.week), words),
      facts: [Fact(figures.headline(words), isWarning: figures.isBegun && !isComplete)]
        + (figures.isBegun ? [Fact(state)] : [])
        + (words.late(figures.late).map { [Fact($0, isWarning: true)] } ?? []),
      sections: sections)
  }

  /// The pages of several weeks as one.
  package init(_ weeks: [WeekFigures], settings: Settings, joinsSmall: Bool, words: Words) {
    let pages = weeks.map { ReportPage($0, settings: settings, joinsSmall: joinsSmall, words: words) }
    guard let first = weeks.first, let last = weeks.last, weeks.count > 1 else {
      self = pages.first ?? ReportPage(title: "", subtitle: "", facts: [], sections: [])
      return
    }
    let total = weeks.map(\.total).reduce(WeekFigures.Row(), +)
    self.init(
      title: words("report.week.title", ["week": words.weeks(first.week...last.week)]),
      subtitle: Self.owner(settings, words.weeks(first.week...last.week), words),
      facts: [
        Fact(total.headline(words, last.completeness), isWarning: !last.completeness.isComplete)
      ],
      sections: zip(weeks, pages).map { week, page in
        Section(
          "\(words.weekAndYear(week.week)) · \(words.days(of: week.week))", lead: page.facts.map(\.text),
          page.sections.first?.content ?? .none)
      })
  }

  /// `Prøvekommunen · 2. marts – 8. marts 2026`, marked where the numbers are made up.
  static func owner(_ settings: Settings, _ days: String, _ words: Words) -> String {
    let name = settings.isDemo ? "\(settings.name) (\(words("report.demo")))" : settings.name
    return name.isEmpty ? days : "\(name) · \(days)"
  }
}

extension ReportPage.Section {
  /// How long the open handovers have waited, at this moment.
  init(openHandovers ages: OpenHandoverAges, settings: Settings, words: Words) {
    let waiting = words(
      "report.ages.waiting",
      [
        "young": String(ages.young), "waiting": String(ages.waiting), "long": String(ages.long),
        "days": String(settings.longWaitDays),
      ])
    let taken = words("report.ages.takenOver", ["count": String(ages.takenOver)])
    self.init(words("report.ages"), lead: [waiting, taken])
  }
}

/// One row of exact figures, whatever it is a sum of.
struct ExactRow {
  var name: String
  var row: WeekFigures.Row
  var remark = ""
  var isClosed = false
  var isSum = false
}

extension WeekFigures {
  /// The schools, the small ones joined if asked for, and the sum.
  fileprivate func rows(joinsSmall: Bool, _ words: Words) -> [ExactRow] {
    let apart = schools.filter { !joinsSmall || !$0.school.isSmall }
    let small = schools.filter { joinsSmall && $0.school.isSmall }
    var rows = apart.map { entry in
      let isClosed = entry.isClosed && entry.row.visits == 0
      let days = entry.uncounted.map(words.weekdayAndDay).joined(separator: ", ")
      let uncounted = days.isEmpty ? "" : words("report.uncounted", ["days": days])
      return ExactRow(
        name: entry.school.name, row: entry.row,
        remark: isClosed ? words.closure(of: entry) : uncounted, isClosed: isClosed)
    }
    if !small.isEmpty {
      let sum = small.map(\.row).reduce(Row(), +)
      rows.append(ExactRow(name: words("report.small"), row: sum, remark: words.uncounted(sum)))
    }
    return rows + [ExactRow(name: words("report.total"), row: total, isSum: true)]
  }
}

extension Words {
  /// Whether the figures can still change, and until when; with their edition where they were revised.
  fileprivate func state(of figures: WeekFigures) -> String {
    guard figures.isFinal else {
      let day = weekdayAndDay(figures.week.correctableUntil)
      return figures.isOver ? self("report.overdue") : self("report.open", ["day": day])
    }
    let text = self("report.final")
    guard let edition = figures.edition, edition > 1, let name = self.edition(figures) else { return text }
    return text + " " + name.prefix(1).uppercased() + name.dropFirst() + "."
  }

  /// Why a school was closed all week, as a remark.
  fileprivate func closure(of row: WeekFigures.SchoolRow) -> String {
    if let closure = row.closure { return self.closure(closure) }
    return row.closed.map { self("closure.named", ["name": self("closed.\($0.rawValue)")]) } ?? ""
  }

  /// `3 dage ikke talt`; empty when all were.
  func uncounted(_ row: WeekFigures.Row) -> String {
    row.uncountedDays == 0
      ? "" : counted(row.uncountedDays, one: "report.uncounted.one", many: "report.uncounted.many")
  }
}

extension FiguresTable {
  /// The table of exact figures; the same columns for a week, a quarter and a year.
  init(_ rows: [ExactRow], _ words: Words, of kind: String? = nil, caption: String) {
    self.init(
      caption: words("report.visits.caption", ["period": caption]),
      columns: [
        .init(kind ?? words("cli.figures.school"), isNumber: false),
        .init(words("cli.figures.visits")),
        .init(words("cli.figures.opening"), short: words("figures.opening"), rank: 1),
        .init(words("cli.figures.staffed"), short: words("figures.staffed"), rank: 1),
        .init(words("cli.figures.counted"), short: words("figures.counted"), rank: 1),
        .init(words("cli.figures.sparring"), short: words("figures.sparring"), rank: 3),
        .init(words("cli.figures.hours"), short: words("figures.hours"), rank: 2),
        .init(words("released.perHour"), short: words("report.perHour.short"), rank: 4),
      ],
      rows: rows.map { entry in
        Row(
          Self.cells(entry, words), value: entry.isClosed ? nil : entry.row.visits, remark: entry.remark,
          isClosed: entry.isClosed, isWarning: !entry.isSum && Self.isUncounted(entry.row),
          isSum: entry.isSum)
      }, barColumn: 1)
  }

  /// Open, and nobody knows how many came. Days that have not come are not forgotten.
  private static func isUncounted(_ row: WeekFigures.Row) -> Bool {
    row.countedDays == 0 && row.visits == 0 && row.openingDays > 0
  }

  private static func cells(_ entry: ExactRow, _ words: Words) -> [String] {
    let row = entry.row
    let nothing = row.countedDays == 0 && row.visits == 0
    let visits =
      nothing ? (row.openingDays == 0 ? "–" : words("status.notCounted")) : words.number(row.visits)
    let days = [row.openingDays, row.staffedDays, row.countedDays, row.sparring].map(words.number)
    let perHour = nothing ? nil : row.visitsPerDutyHour
    return [entry.name, visits] + days
      + [words.decimal(minutes: row.dutyMinutes), perHour.map { words.decimal(hundredths: $0) } ?? "–"]
  }
}

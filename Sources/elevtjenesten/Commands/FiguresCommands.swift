// `tal`: the exact figures of weeks, and with them what was released of a quarter or a school year.

import Canvas
import Domain
import Reports
import Resources
import Store

extension Context {
  /// `tal`. A period that is not released is a finding, not a table.
  func figures(_ order: FiguresOrder) throws(Failure) -> ExitCode {
    let folder = try openFolder()
    let context = speaking(for: folder)
    switch order.what {
    case .weeks(let weeks): try context.weekFigures(weeks, order, folder)
    case .period(let period): return try context.periodFigures(period, order, folder)
    }
    return .done
  }

  private func weekFigures(
    _ span: ClosedRange<ISOWeek>, _ order: FiguresOrder, _ folder: DataFolder
  ) throws(Failure) {
    let scope = span.lowerBound.adding(weeks: -1)...span.upperBound.adding(weeks: 2)
    // What became of handovers is told of released periods only.
    let picture = try folder.picture(LogScope(visitWeeks: scope, hasChain: false))
    let weeks = (0...span.upperBound.weeks(since: span.lowerBound)).map { offset in
      WeekFigures(week: span.lowerBound.adding(weeks: offset), picture: picture, now: now)
    }
    func files() -> FigureFiles {
      FigureFiles(
        weeks, documents: picture.documents, joinsSmall: order.joinsSmall, now: now, words: words)
    }
    switch order.format {
    case .html: try deliver(files().html, to: order.out)
    case .text: try deliver(files().mail, to: order.out)
    case .json:
      let json = span.lowerBound == span.upperBound ? weeks.first?.json : .list(weeks.map(\.json))
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
        let facts = [week.headline(words)] + week.remarks(words)
        return ([head] + facts + ["", week.table(words).text]).joined(separator: "\n")
      }
      return try deliver(texts.joined(separator: "\n\n"), to: order.out)
    }
    sayShortfall(of: picture)
  }

  private func periodFigures(
    _ period: Period, _ order: FiguresOrder, _ folder: DataFolder
  ) throws(Failure) -> ExitCode {
    let picture = try folder.picture(LogScope(visitWeeks: PeriodFigures.weeksToRead(of: period)))
    if let lost = picture.lostRelease(of: period) { throw .release(lost, period) }
    guard let released = picture.release(of: period) else {
      let option: OptionName = period.isSchoolYear ? .schoolYear : .quarter
      console.say(
        words(
          "cli.release.not",
          [
            "period": words.periodTitle(period), "option": option.written, "name": period.description,
          ]))
      return .findings
    }
    let figures = PeriodFigures(period: period, picture: picture, now: now)
    let documents = folder.documents
    func files() throws(Failure) -> FigureFiles {
      FigureFiles(
        figures, released, documents: documents, joinsSmall: order.joinsSmall,
        trend: try trend(of: period, folder), now: now, words: words)
    }
    switch order.format {
    case .html: try deliver(files().html, to: order.out)
    case .text: try deliver(files().mail, to: order.out)
    case .json:
      let json = figures.json(released, words: words)
      try deliver(json.description, to: order.out)
    case .csv:
      // The headings are Danish, and so is the file.
      let rows = figures.csvRows(
        released, words: Words(.danish), joinsSmall: order.joinsSmall)
      try deliver(CSV.bytes([PeriodFigures.csvHeadings] + rows), to: order.out)
    case .table:
      try deliver(text(figures, released), to: order.out)
      return .done
    }
    sayShortfall(of: picture)
    return .done
  }

  /// A school year is shown beside the one before it.
  private func trend(of period: Period, _ folder: DataFolder) throws(Failure) -> Trend? {
    guard period.isSchoolYear else { return nil }
    let last = period.weeks.upperBound
    let picture = try folder.picture(LogScope(visitWeeks: Trend.weeksToRead(through: last)))
    return Trend(through: last, picture: picture, now: now)
  }

  private func text(
    _ figures: PeriodFigures, _ released: ReleasedFigures
  ) -> String {
    let weeks = figures.period.weeks
    let day = released.released.map { words.longDate(clock.moment(of: $0).day) } ?? "–"
    let head = words(
      "cli.release.head",
      [
        "period": words.periodTitle(figures.period),
        "first": words.weekAndYear(weeks.lowerBound), "last": words.weekAndYear(weeks.upperBound),
        "day": day, "version": String(released.topicsVersion),
      ])
    let composition = [released.composition(words), words.late(figures.late)].compactMap { $0 }
    var blocks = [
      ([head, figures.headline(words)] + composition).joined(separator: "\n"), figures.table(words).text,
    ]
    func add(_ table: ReleasedTable) {
      for vector in ReleaseVector.allCases {
        let rows = ReleasedRows(vector, of: table, topics: figures.topics, words: words)
        blocks.append(
          ((rows.rows.isEmpty ? [] : [rows.table(words).text])
            + DisplayWidth.wrap(rows.explanation, to: 78)).joined(separator: "\n"))
      }
    }
    add(released.all)
    for (school, table) in figures.publishedSchools(released, joinsSmall: false) {
      blocks.append(school.name)
      add(table)
    }
    return blocks.joined(separator: "\n\n")
  }
}

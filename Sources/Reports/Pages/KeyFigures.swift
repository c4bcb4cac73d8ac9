// The few figures a steering group asks for, each with the goal that was set for it.

import Domain
import Resources

/// A figure that a goal can be set for; the raw value is the goal's code in the settings.
package enum KeyFigure: String, CaseIterable, Sendable {
  /// Staffed days of opening days, in per cent.
  case staffed = "bemandet"
  /// Counted days of opening days, in per cent.
  case counted = "talt"
  case visits = "besoeg"
  /// Visits guided on to a colleague, in per cent.
  case guidedOn = "guidet"
  /// Take-overs within five days of the offer, in per cent.
  case withinFiveDays = "taget-over-5"
  /// Taken over only after more than 14 days: "faldet på gulvet".
  case late = "faldet"
  /// Visits where no offer fitted.
  case nowhere = "intet"

  /// Whether the goal is to stay at or below it.
  package var isLimit: Bool {
    switch self {
    case .staffed, .counted, .visits, .guidedOn, .withinFiveDays: false
    case .late, .nowhere: true
    }
  }

  /// Whether it is a share, not a number.
  var isPercent: Bool {
    switch self {
    case .staffed, .counted, .guidedOn, .withinFiveDays: true
    case .visits, .late, .nowhere: false
    }
  }

  /// Its value in a period; nil until the period is released, or where there is nothing to divide by.
  func value(in figures: PeriodFigures) -> (number: Int, text: String?)? {
    let total = figures.total
    switch self {
    case .staffed: return share(total.staffedDays, of: total.openingDays)
    case .counted: return share(total.countedDays, of: total.openingDays)
    case .visits: return (total.visits, nil)
    case .guidedOn:
      guard let all = figures.release?.all, let cell = all.cell("guidet", of: .outcomes) else { return nil }
      return share(cell.count.count, of: all.visits)
    case .withinFiveDays:
      guard let taken = figures.release?.all.takenOver else { return nil }
      let codes = [ChainCode.withinADay, .withinFiveDays].map(\.rawValue)
      let early = taken.filter { codes.contains($0.code) }.map(\.count.count).reduce(0, +)
      return share(early, of: taken.map(\.count.count).reduce(0, +))
    case .late: return count(figures.release?.all.cell(ChainCode.later.rawValue, of: .chain))
    case .nowhere: return count(figures.release?.all.cell(Outcome.nowhere.rawValue, of: .outcomes))
    }
  }

  private func share(_ part: Int, of whole: Int) -> (Int, String?)? {
    whole > 0 ? (Words.percent(part, of: whole), nil) : nil
  }

  private func count(_ cell: ReleasedCell?) -> (Int, String?)? {
    cell.map { ($0.count.count, $0.count.text) }
  }
}

extension ReleasedTable {
  /// The rows of handovers that were taken over, quickest first.
  var takenOver: [ReleasedCell] {
    [ChainCode.withinADay, .withinFiveDays, .withinTwoWeeks, .later].compactMap {
      cell($0.rawValue, of: .chain)
    }
  }

  /// The row in which the median take-over lies, as far as rounded counts can tell.
  var medianTakeOver: ReleasedCell? {
    let sum = takenOver.map(\.count.count).reduce(0, +)
    guard sum > 0 else { return nil }
    var reached = 0
    return takenOver.first {
      reached += $0.count.count
      return 2 * reached >= sum
    }
  }
}

extension ReportPage.Section {
  /// Target and actual. What is not released yet says so.
  init(keyFigures figures: PeriodFigures, settings: Settings, words: Words) {
    let goals = Dictionary(settings.goals.map { ($0.code, $0.target) }) { first, _ in first }
    let rows = KeyFigure.allCases.map { figure in
      Self.row(figure, figure.value(in: figures), goal: goals[figure.rawValue], words)
    }
    var notes: [String] = []
    if let median = figures.release?.all.medianTakeOver {
      notes.append(words("report.median", ["days": words("chain.\(median.code)")]))
    }
    if settings.goals.isEmpty { notes.append(words("report.noGoals")) }
    if figures.release != nil { notes.append(words("report.roundedMark")) }
    var columns: [FiguresTable.Column] = [
      .init(words("report.figure"), isNumber: false), .init(words("report.actual")),
    ]
    if !settings.goals.isEmpty {
      columns += [
        .init(words("report.target"), rank: 1), .init(words("report.reached"), isNumber: false, rank: 1),
      ]
    }
    let caption = "\(words("report.keyFigures")), \(words.period(figures.period))"
    self.init(
      words("report.keyFigures"),
      .table(
        FiguresTable(
          caption: caption, columns: columns,
          rows: rows.map { row in
            var row = row
            row.cells = Array(row.cells.prefix(columns.count))
            return row
          })), notes: notes)
  }

  private static func row(
    _ figure: KeyFigure, _ value: (number: Int, text: String?)?, goal: Int?, _ words: Words
  ) -> FiguresTable.Row {
    func shown(_ number: Int) -> String {
      figure.isPercent ? words("report.percent", ["number": String(number)]) : words.number(number)
    }
    let isReached = goal.flatMap { goal in
      value.map { figure.isLimit ? $0.number <= goal : $0.number >= goal }
    }
    let target = goal.map {
      words(figure.isLimit ? "report.atMost" : "report.atLeast", ["number": shown($0)])
    }
    return FiguresTable.Row(
      [
        words("report.key.\(figure.rawValue)"),
        value.map { $0.number == 0 ? $0.text ?? shown(0) : shown($0.number) }
          ?? words("report.notReleased.short"), target ?? "–",
        isReached.map { words($0 ? "report.yes" : "report.no") } ?? "–",
      ], isWarning: isReached == false)
  }
}

// A report as plain text for an e-mail: no columns, because mail programs do not keep them.

import Resources

extension ReportPage {
  /// Lines of text under headings, one row of a table a line.
  package func mailText(_ words: Words) -> String {
    var lines = [title, subtitle, ""] + facts.map(\.text)
    for section in sections {
      lines += ["", section.heading.uppercased()] + section.lead
      switch section.content {
      case .none: break
      case .table(let table): lines += table.rows.map { Self.line($0, of: table) }
      case .trend(let trends): lines += trends.map { Self.line($0, words) }
      }
      lines += section.notes
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  /// `- EUC: Besøg 14, Åbningsdage 5, …`
  private static func line(_ row: FiguresTable.Row, of table: FiguresTable) -> String {
    let name = "- \(row.cells[0]): "
    if row.isClosed { return name + row.remark }
    let numbers = zip(table.columns, row.cells).dropFirst().filter { $0.1 != "–" }
    let cells =
      table.columns.count == 2
      ? row.cells[1] : numbers.map { "\($0.heading) \($1)" }.joined(separator: ", ")
    return name + cells + (row.remark.isEmpty ? "" : ". " + row.remark)
  }

  private static func line(_ trend: TrendLine, _ words: Words) -> String {
    let values: KeyValuePairs = ["sum": words.number(trend.sum), "last": words.number(trend.sumLastYear)]
    return "- \(trend.name): " + words(trend.hasLastYear ? "report.legend.both" : "report.legend", values)
  }
}

// A report as one HTML file that needs nothing else: no scripts, no fonts, no pictures from elsewhere.

import Resources

/// Prints a page as HTML.
package struct HTMLPage {
  private let page: ReportPage
  private let words: Words
  /// When it was made, as text.
  private let made: String

  package init(_ page: ReportPage, made: String, words: Words) {
    self.page = page
    self.made = made
    self.words = words
  }

  /// The whole file.
  package var text: String {
    let language = words.language == .danish ? "da" : "en"
    var text = "<!DOCTYPE html>\n"
    text += HTMLText.open("html", ["lang": language, "xmlns": "http://www.w3.org/1999/xhtml"]) + "\n<head>\n"
    text += HTMLText.empty("meta", ["charset": "utf-8"]) + "\n"
    text += HTMLText.empty(
      "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    text += "\n" + HTMLText.element("title", page.title)
    text += "<style>\n" + Self.style + "</style>\n</head>\n<body>\n<main>\n<header>\n"
    text += HTMLText.element("p", "Elevtjenesten", ["class": "brand"])
    text += HTMLText.element("h1", page.title) + HTMLText.element("p", page.subtitle, ["class": "sub"])
    text += "<ul class=\"facts\">\n"
    for fact in page.facts {
      text += HTMLText.element("li", fact.text, ["class": fact.isWarning ? "warning" : "fact"])
    }
    text += "</ul>\n</header>\n"
    for (index, section) in page.sections.enumerated() { text += html(section, number: index + 1) }
    text += "<footer>\n" + HTMLText.element("p", words("report.made", ["day": made])) + "</footer>\n"
    return text + "</main>\n</body>\n</html>\n"
  }

  private func html(_ section: ReportPage.Section, number: Int) -> String {
    let id = "s\(number)"
    let style = section.startsPage ? "page" : "part"
    var text = HTMLText.open("section", ["aria-labelledby": id, "class": style]) + "\n"
    text += HTMLText.element("h2", section.heading, ["id": id])
    for line in section.lead { text += HTMLText.element("p", line) }
    switch section.content {
    case .none: break
    case .table(let table): text += html(table, id: id)
    case .trend(let lines):
      for (index, line) in lines.enumerated() { text += html(line, id: "\(id)-\(index)") }
    }
    for note in section.notes { text += HTMLText.element("p", note, ["class": "note"]) }
    return text + "</section>\n"
  }

  // MARK: Tables

  private func html(_ table: FiguresTable, id: String) -> String {
    let hasRemarks = table.rows.contains { !$0.remark.isEmpty }
    // A name and a number leave room for the bar in the row itself: half as long, and read once.
    let hasBars = table.columns.count == 2 && table.barColumn == 1 && table.greatest > 0
    var text = hasBars ? "" : HTMLChart.bars(table, id: "\(id)-c", words)
    text += "<div class=\"wide\"><table>\n"
    text += HTMLText.element("caption", table.caption) + "<thead><tr>"
    let headings = table.columns.map { ($0.heading, $0.isNumber) }
    for (heading, isNumber) in headings + (hasRemarks ? [(words("report.remark"), false)] : []) {
      let columns = hasBars && isNumber ? "2" : "1"
      text += HTMLText.element(
        "th", heading, ["scope": "col", "class": isNumber ? "n" : "t", "colspan": columns])
    }
    text += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      text += html(row, of: table, hasRemarks: hasRemarks, hasBars: hasBars)
    }
    return text + "</tbody>\n</table></div>\n"
  }

  private func html(_ row: FiguresTable.Row, of table: FiguresTable, hasRemarks: Bool, hasBars: Bool)
    -> String
  {
    let kind = row.isSum ? "sum" : row.isWarning ? "warning" : row.isClosed ? "closed" : "row"
    var text = HTMLText.open("tr", ["class": kind])
    for (index, cell) in row.cells.enumerated() {
      let style = table.columns[index].isNumber ? "n" : "t"
      if hasBars, index == 1 { text += HTMLChart.bar(row.value ?? 0, of: table.greatest) }
      text +=
        index == 0
        ? HTMLText.element("th", cell, ["scope": "row", "class": style])
        : HTMLText.element("td", cell, ["class": style])
    }
    if hasRemarks { text += HTMLText.element("td", row.remark, ["class": "t"]) }
    return text + "</tr>\n"
  }

  // MARK: Trends

  /// A line through the weeks, and under it the same numbers as a table that can be unfolded.
  private func html(_ line: TrendLine, id: String) -> String {
    var text = HTMLText.element("h3", line.name) + HTMLChart.line(line, id: "\(id)-c", words)
    text += "<details>" + HTMLText.element("summary", words("report.numbers", ["name": line.name]))
    text += "<div class=\"wide\"><table>\n"
    text += HTMLText.element("caption", words("report.weekly.caption", ["name": line.name]))
    text += "<thead><tr>" + HTMLText.element("th", words("report.week"), ["scope": "col", "class": "t"])
    text += HTMLText.element("th", words("cli.figures.visits"), ["scope": "col", "class": "n"])
    if line.hasLastYear {
      text += HTMLText.element("th", words("report.lastYear"), ["scope": "col", "class": "n"])
    }
    text += "</tr></thead>\n<tbody>\n"
    for point in line.points {
      text += "<tr>" + HTMLText.element("th", words.weekAndYear(point.week), ["scope": "row", "class": "t"])
      text += HTMLText.element("td", point.visits.map(String.init) ?? "–", ["class": "n"])
      if line.hasLastYear {
        text += HTMLText.element("td", point.lastYear.map(String.init) ?? "–", ["class": "n"])
      }
      text += "</tr>\n"
    }
    return text + "</tbody>\n</table></div></details>\n"
  }
}

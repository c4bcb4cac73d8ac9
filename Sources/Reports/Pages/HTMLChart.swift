// Charts as inline SVG. Each has a title for those who hear it, and its numbers stand in a table beside it.

import Resources

/// The two kinds of chart a report has.
enum HTMLChart {
  private static let width = 720

  // MARK: Bars

  /// A bar for each row that has a value; nothing where no row has.
  static func bars(_ table: FiguresTable, id: String, _ words: Words) -> String {
    guard let column = table.barColumn, table.greatest > 0 else { return "" }
    let rows = table.rows.filter { !$0.isSum }
    // So many pixels need about so many letters; the longest name must not be cut off.
    let longest = rows.map(\.cells[0].count).max() ?? 0
    let (left, step) = (min(320, max(150, longest * 7 + 16)), 26)
    var text = open(height: rows.count * step + 4, id: id)
    text += HTMLText.element("title", words("report.chart", ["what": table.caption]), ["id": id])
    for (index, row) in rows.enumerated() {
      let middle = index * step + 17
      text += svgText(row.cells[0], x: left - 10, y: middle, anchor: "end")
      guard let value = row.value else {
        text += svgText(row.remark, x: left, y: middle, style: "soft")
        continue
      }
      let room = width - left - 110
      let length = (value * room * 10 / table.greatest + 5) / 10
      text += HTMLText.empty(
        "rect",
        [
          "class": "back", "x": String(left), "y": String(index * step + 4), "width": String(room),
          "height": "18", "rx": "2",
        ])
      text += HTMLText.empty(
        "rect",
        [
          "class": "bar", "x": String(left), "y": String(index * step + 4), "width": String(length),
          "height": "18", "rx": "2",
        ])
      text += svgText(row.cells[column], x: left + room + 8, y: middle)
    }
    return text + "</svg>\n"
  }

  /// A bar in the row of a table, where its number stands beside it.
  static func bar(_ value: Int, of greatest: Int) -> String {
    let length = value * 1_000 / max(1, greatest)
    return HTMLText.open("td", ["class": "b"])
      + HTMLText.open(
        "svg",
        [
          "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 1000 10", "preserveAspectRatio": "none",
          "aria-hidden": "true",
        ])
      + HTMLText.empty("rect", ["class": "back", "width": "1000", "height": "10"])
      + HTMLText.empty("rect", ["class": "bar", "width": String(length), "height": "10"]) + "</svg></td>\n"
  }

  // MARK: Lines

  /// Visits week by week; last year is dashed. A week without a number leaves a gap.
  static func line(_ line: TrendLine, id: String, _ words: Words) -> String {
    let (left, right, top, bottom) = (34, 8, 10, 120)
    let greatest = max(1, line.greatest)
    let last = max(1, line.points.count - 1)
    func place(_ index: Int, _ value: Int) -> (x: Int, y: Int) {
      (left + index * (width - left - right) / last, bottom - value * (bottom - top) / greatest)
    }
    var text = open(height: bottom + 24, id: id)
    let what = words("report.weekly.caption", ["name": line.name])
    text += HTMLText.element("title", words("report.chart", ["what": what]), ["id": id])
    text += HTMLText.empty(
      "path", ["class": "axis", "d": "M\(left) \(top)V\(bottom)H\(width - right)"])
    text += svgText(words.number(greatest), x: left - 6, y: top + 5, style: "soft", anchor: "end")
    text += svgText("0", x: left - 6, y: bottom + 4, style: "soft", anchor: "end")
    let every = max(1, line.points.count / 6)
    for (index, point) in line.points.enumerated() where index % every == 0 {
      text += svgText(
        words.week(point.week), x: place(index, 0).x, y: bottom + 18, style: "soft",
        anchor: index == 0 ? "start" : index == last ? "end" : "middle")
    }
    text += path(line.points.map(\.lastYear), style: "then", place)
    text += path(line.points.map(\.visits), style: "now", place)
    return text + "</svg>\n" + legend(line, words)
  }

  /// A path through the numbers there are; a number between two gaps is a dot.
  private static func path(_ values: [Int?], style: String, _ place: (Int, Int) -> (x: Int, y: Int)) -> String
  {
    var (path, dots, isDrawing) = ("", "", false)
    for (index, value) in values.enumerated() {
      guard let value else {
        isDrawing = false
        continue
      }
      let (x, y) = place(index, value)
      path += "\(isDrawing ? "L" : "M")\(x) \(y)"
      let isLast = index + 1 == values.count || values[index + 1] == nil
      if !isDrawing && isLast {
        dots += HTMLText.empty("circle", ["class": "dot", "cx": String(x), "cy": String(y), "r": "2"])
      }
      isDrawing = true
    }
    return path.isEmpty ? "" : HTMLText.empty("path", ["class": style, "d": path]) + dots
  }

  private static func legend(_ line: TrendLine, _ words: Words) -> String {
    let values: KeyValuePairs = ["sum": words.number(line.sum), "last": words.number(line.sumLastYear)]
    let text = words(line.hasLastYear ? "report.legend.both" : "report.legend", values)
    return HTMLText.element("p", text, ["class": "note"])
  }

  // MARK: Parts

  private static func open(height: Int, id: String) -> String {
    HTMLText.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)", "role": "img",
        "aria-labelledby": id,
      ])
  }

  private static func svgText(
    _ text: String, x: Int, y: Int, style: String = "ink", anchor: String = "start"
  ) -> String {
    HTMLText.element(
      "text", text, ["class": style, "x": String(x), "y": String(y), "text-anchor": anchor])
  }
}

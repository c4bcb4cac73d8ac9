// The weekly meeting's sheet as lines, as JSON and as a page for print.

import Domain
import Resources

extension MeetingSheet {
  /// For people, in lines.
  package func text(_ words: Words) -> String {
    let sections = sections(words)
    let width = sections.flatMap(\.rows).map(\.name.count).max() ?? 0
    let parts = sections.map { section in
      let lines = section.rows.map { row in
        "  \(row.name)" + String(repeating: " ", count: width - row.name.count) + "  \(row.value)"
      }
      return ([section.heading] + lines.map(Self.trimmed)).joined(separator: "\n")
    }
    return ([title(words), figures.headline(words)] + parts + [words("meeting.note")])
      .joined(separator: "\n\n")
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// For other programs.
  package var json: JSON {
    .object(
      [.init("week", .text(week.description))] + figures.completeness.members + [
        .init("holes", .list(holes.map(json))), .init("nextHoles", .list(nextHoles.map(json))),
        .init(
          "handovers",
          [
            "young": .integer(ages.young), "waiting": .integer(ages.waiting), "longWait": .integer(ages.long),
            "takenOver": .integer(ages.takenOver), "unanswered": .integer(unanswered),
            "mustMoveOn": .integer(mustMoveOn),
          ]),
        .init("total", figures.totalJSON),
      ])
  }

  private func json(_ hole: Hole) -> JSON {
    [
      "date": .text(hole.day.description), "school": .text(hole.school.id.text), "asked": .bool(hole.isAsked),
    ]
  }

  /// A page for print, whole in itself: no script, nothing fetched.
  package func page(_ words: Words) -> String {
    let sections = sections(words).map { section in
      let rows = section.rows.map { row in
        "<tr><td>\(HTMLText.escaped(row.name))</td><td>\(HTMLText.escaped(row.value))</td></tr>"
      }
      let heading = "<h2>\(HTMLText.escaped(section.heading))</h2>"
      return heading + "\n<table>\n\(rows.joined(separator: "\n"))\n</table>"
    }
    return """
      <!DOCTYPE html>
      <html lang="\(words.language.rawValue)">
      <head><meta charset="utf-8"><title>\(HTMLText.escaped(title(words)))</title>
      <style>
      body { font: 11pt/1.45 sans-serif; max-width: 17cm; margin: 1.5cm auto; color: #111; }
      h1 { font-size: 17pt; margin: 0 0 .2em; } h2 { font-size: 12pt; margin: 1.4em 0 .3em; }
      table { border-collapse: collapse; width: 100%; } tr { break-inside: avoid; }
      td { border-bottom: 1px solid #ccc; padding: .2em 0; } td + td { text-align: right; }
      p.note { color: #555; margin-top: 2em; font-size: 9.5pt; } @page { margin: 1.5cm; }
      </style></head>
      <body>
      <h1>\(HTMLText.escaped(title(words)))</h1>
      <p>\(HTMLText.escaped(figures.headline(words)))</p>
      \(sections.joined(separator: "\n"))
      <p class="note">\(HTMLText.escaped(words("meeting.note")))</p>
      </body>
      </html>

      """
  }

  /// The page as a file.
  package func file(_ words: Words) -> ExportedFile {
    ExportedFile(name: "\(words("meeting.file"))-\(week).html", bytes: Array(page(words).utf8))
  }
}

// Akut og underretning: whom to call. Nothing is recorded here, and the card says so.

import Canvas
import Domain
import Reports

extension Desk {
  func drawAcute(on canvas: inout Canvas, in area: Area) {
    canvas.put(words("acute.title"), column: 1, row: area.top, style: .alarm)
    canvas.cursor = Point(column: 1, row: area.top)
    let settings = picture.documents.settings
    let numbers = settings.emergencyNumbers.map { number in
      "\(number.name): \(number.number)" + (number.hours.isEmpty ? "" : ", \(number.hours)")
    }
    let confirmed =
      settings.emergencyConfirmed.map { words("acute.confirmed", ["day": words.longDate($0)]) }
      ?? words("acute.unconfirmed")
    let style: Style = settings.emergencyConfirmed == nil ? .warning : .dim
    // Whom to call first comes first; in a small window the end is what is left out.
    let lines =
      [(words("acute.danger"), Style.strong), (words("acute.closed"), .normal)]
      + numbers.map { ($0, .normal) } + [(confirmed, style), ("", .normal)]
      + [(words("acute.duty"), .normal), (words("acute.nothing"), .normal)]
    var row = area.top + 1
    for (text, style) in lines {
      for line in DisplayWidth.wrap(text, to: area.width - 4) where row < area.bottom {
        canvas.put(line, column: 3, row: row, style: style)
        row += 1
      }
    }
  }
}

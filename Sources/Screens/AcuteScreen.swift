// Akut og underretning: whom to call. Nothing is recorded here, and the card says so.

import Canvas
import Domain

extension Desk {
  func drawAcute(on canvas: inout Canvas, in area: Area) {
    canvas.put(words("acute.title"), column: 1, row: area.top, style: .alarm)
    canvas.cursor = Point(column: 1, row: area.top)
    var row = area.top + 2
    let paragraphs = ["acute.danger", "acute.closed", "acute.duty", "acute.nothing"]
    for key in paragraphs {
      for line in DisplayWidth.wrap(words(key), to: area.width - 6) where row < area.bottom {
        canvas.put(line, column: 3, row: row, style: key == "acute.danger" ? .strong : .normal)
        row += 1
      }
    }
    row += 1
    let settings = picture.documents.settings
    for number in settings.emergencyNumbers where row < area.bottom - 1 {
      canvas.put(
        "\(number.name): \(number.number)  \(number.hours)", column: 3, row: row, width: area.width - 4)
      row += 1
    }
    let confirmed =
      settings.emergencyConfirmed.map { words("acute.confirmed", ["day": words.longDate($0)]) }
      ?? words("acute.unconfirmed")
    if row < area.bottom {
      let style: Style = settings.emergencyConfirmed == nil ? .warning : .dim
      canvas.put(confirmed, column: 3, row: row, style: style, width: area.width - 4)
    }
  }
}

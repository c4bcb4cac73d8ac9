// Vagtplan: the week as it is planned, schools by weekdays. Holes say INGEN PÅ VAGT.

import Canvas
import Domain

extension Desk {
  func drawRoster(_ week: ISOWeek, on canvas: inout Canvas, in area: Area) {
    let title = words("roster.title", ["week": words.weekAndYear(week)])
    canvas.put(title, column: 1, row: area.top, style: .strong)
    let days = shownDays(of: week)
    let isWide = area.width >= 100
    let nameWidth = isWide ? 24 : 6
    let cell = (area.width - nameWidth - 2) / max(1, days.count)
    for (index, day) in days.enumerated() {
      let column = nameWidth + 2 + index * cell
      let style: Style = day == now.day ? .strong : .dim
      canvas.put(words.weekdayAndDate(day), column: column, row: area.top + 1, style: style, width: cell - 1)
    }
    let step = (area.rows - 2) / max(1, picture.documents.schools.count) >= 2 ? 2 : 1
    for (index, school) in picture.documents.schools.enumerated() {
      let row = area.top + 2 + index * step
      guard row < area.bottom else { break }
      let isOwn = school.id == schoolID
      if isOwn {
        canvas.put(">", column: 0, row: row, style: .strong)
        canvas.cursor = Point(column: 0, row: row)
      }
      let name = isWide ? school.name : school.id.text
      canvas.put(name, column: 1, row: row, style: isOwn ? .strong : .normal, width: nameWidth)
      for (place, day) in days.enumerated() {
        draw(
          picture.roster.coverage(at: school, on: day), column: nameWidth + 2 + place * cell, row: row,
          width: cell - 1, hasSecondRow: step == 2, on: &canvas)
      }
    }
  }

  /// Monday to Friday, and other days on which a school is open.
  private func shownDays(of week: ISOWeek) -> [CivilDate] {
    Weekday.allCases.map(week.date(of:)).filter { day in
      day.weekday <= .friday
        || picture.documents.schools.contains { picture.documents.schoolCalendar.isOpeningDay(day, at: $0) }
    }
  }

  private func draw(
    _ coverage: Shift.Coverage, column: Int, row: Int, width: Int, hasSecondRow: Bool,
    on canvas: inout Canvas
  ) {
    let (text, style) = words.coverage(coverage, name: { shortName($0, width: width) })
    canvas.put(text, column: column, row: row, style: style, width: width)
    guard hasSecondRow, case .staffed(let shifts) = coverage, let buddy = shifts.first?.buddy else { return }
    canvas.put(shortName(buddy, width: width), column: column, row: row + 1, style: .dim, width: width)
  }

  /// The whole name where there is room, else the first name and an initial.
  private func shortName(_ id: Colleague.ID, width: Int) -> String {
    let name = colleagueName(id)
    guard DisplayWidth.of(name) > width else { return name }
    let parts = name.split(separator: " ")
    guard parts.count > 1, let initial = parts.last?.first else { return name }
    return "\(parts.dropLast().joined(separator: " ")) \(initial)."
  }
}

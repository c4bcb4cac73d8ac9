// I dag, the home screen: every school's door today. No topics and no receivers: students can see it.

import Canvas
import Domain

/// Where the columns of the table stand in a window of some width.
private struct TodayColumns {
  let school = 3
  let duty: Int
  let hours: Int
  /// The column after the last digit of the visits.
  let visitsEnd: Int
  let status: Int
  let end: Int

  init(width: Int) {
    end = width >= 110 ? 92 : width
    status = end - 16
    visitsEnd = status - 1
    duty = width < 80 ? 22 : 27
    hours = width < 80 ? visitsEnd - 5 : visitsEnd - 17
  }

  var showsHours: Bool { visitsEnd - hours > 5 }
}

extension Desk {
  func drawToday(on canvas: inout Canvas, in area: Area) {
    let columns = TodayColumns(width: area.width)
    drawTodayHead(columns, row: area.top, on: &canvas)
    let rows = picture.today(at: now)
    let room = max(1, area.rows - 4)
    for (index, today) in rows.prefix(room).enumerated() {
      draw(today, columns, row: area.top + 1 + index, on: &canvas)
    }
    let own = rows.firstIndex { $0.school.id == schoolID } ?? 0
    canvas.cursor = Point(column: 1, row: area.top + 1 + min(own, room - 1))
    drawAroundOwnSchool(rows, row: area.top + min(rows.count, room) + 2, area, on: &canvas)
    if area.width >= 110 { drawTodayPane(rows, column: 96, in: area, on: &canvas) }
  }

  private func drawTodayHead(_ columns: TodayColumns, row: Int, on canvas: inout Canvas) {
    canvas.put(words("today.school"), column: columns.school, row: row, style: .dim)
    canvas.put(words("today.duty"), column: columns.duty, row: row, style: .dim)
    if columns.showsHours { canvas.put(words("today.hours"), column: columns.hours, row: row, style: .dim) }
    canvas.putRight(words("today.visits"), endColumn: columns.visitsEnd, row: row, style: .dim)
    canvas.put(words("today.status"), column: columns.status, row: row, style: .dim)
  }

  private func draw(_ today: SchoolToday, _ columns: TodayColumns, row: Int, on canvas: inout Canvas) {
    let isOwn = today.school.id == schoolID
    let (status, style) = words.status(today)
    let isClosed = today.hours.isEmpty && today.shifts.isEmpty
    let plain: Style = isClosed ? .dim : (isOwn ? .strong : .normal)
    if isOwn { canvas.put(">", column: 1, row: row, style: .strong) }
    canvas.put(
      today.school.name, column: columns.school, row: row, style: plain,
      width: columns.duty - columns.school - 1)
    let shift = isClosed ? nil : today.shift(at: now.time)
    canvas.put(
      shift.map { dutyName($0) } ?? "–", column: columns.duty, row: row, style: plain,
      width: columns.hours - columns.duty - 1)
    if columns.showsHours, !isClosed, let hours = shift?.hours ?? today.hours.first {
      canvas.put(words.span(hours), column: columns.hours, row: row, style: plain)
    }
    // A long reason, such as the name of a break, begins further left; the row has no number then.
    let start = min(columns.status, columns.end - 1 - DisplayWidth.of(status))
    if start >= columns.visitsEnd {
      let visits = today.visits.map(String.init) ?? "–"
      canvas.putRight(visits, endColumn: columns.visitsEnd, row: row, style: plain)
    }
    canvas.put(status, column: max(columns.duty + 2, start), row: row, style: style)
  }

  /// The name on the door; a substitute is marked as one.
  private func dutyName(_ shift: Shift) -> String {
    let name = colleagueName(shift.colleague)
    return shift.isSubstitute ? "\(name) *" : name
  }

  /// Two calm lines under the table: the own school's makker and break, and what waits for me.
  private func drawAroundOwnSchool(
    _ rows: [SchoolToday], row: Int, _ area: Area, on canvas: inout Canvas
  ) {
    var lines: [(String, Style)] = []
    if hidden != nil { lines.append((words("today.resume"), .strong)) }
    if let own = rows.first(where: { $0.school.id == schoolID }) {
      let line = ownSchoolLine(own)
      if !line.isEmpty { lines.append((line, .normal)) }
    }
    if rows.contains(where: { $0.shift(at: now.time)?.isSubstitute == true }) {
      lines.append((words("today.substitute"), .dim))
    }
    if !waitingForMe.isEmpty {
      lines.append((words("today.waiting", ["count": String(waitingForMe.count)]), .strong))
    }
    for (index, line) in lines.enumerated() where row + index < area.bottom {
      canvas.put(line.0, column: 3, row: row + index, style: line.1, width: area.width - 4)
    }
    if hidden != nil { canvas.cursor = Point(column: 3, row: row) }
  }

  private func ownSchoolLine(_ own: SchoolToday) -> String {
    var parts: [String] = []
    if let buddy = own.shift(at: now.time)?.buddy {
      parts.append(words("today.buddy", ["name": colleagueName(buddy)]))
    }
    if let pause = own.school.teacherBreak, !own.hours.isEmpty {
      parts.append(words("today.break", ["hours": words.span(pause)]))
    }
    if own.sparrings > 0 { parts.append(words("today.sparring", ["count": String(own.sparrings)])) }
    return parts.joined(separator: " · ")
  }

  /// In a wide window: what the coming days look like at the own school.
  private func drawTodayPane(
    _ rows: [SchoolToday], column: Int, in area: Area, on canvas: inout Canvas
  ) {
    guard let school else { return }
    let width = area.width - column - 1
    canvas.put(
      words("today.ahead", ["school": school.name]), column: column, row: area.top, style: .dim, width: width)
    for offset in 1...min(10, max(1, area.rows - 2)) {
      let day = now.day.adding(days: offset)
      let (text, style) = words.coverage(
        picture.roster.coverage(at: school, on: day), name: { colleagueName($0) })
      let row = area.top + offset
      canvas.put(words.weekdayAndDay(day), column: column, row: row, style: .dim, width: 14)
      canvas.put(text, column: column + 15, row: row, style: style, width: width - 15)
    }
  }
}

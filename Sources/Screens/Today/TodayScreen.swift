// I dag, the home screen: every school's door today. No topics and no receivers: students can see it.

import Canvas
import Domain
import Reports

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
    let own = rows.firstIndex { $0.school.id == schoolID }
    let room = max(1, area.rows - 5)
    // In a window too small for all schools the own one is still there.
    let first = max(0, min((own ?? 0) - room + 1, rows.count - room))
    let shown = rows.dropFirst(first).prefix(room)
    for (offset, today) in shown.enumerated() {
      draw(today, columns, row: area.top + 1 + offset, on: &canvas)
    }
    canvas.cursor = Point(column: 1, row: area.top + 1 + max(0, (own ?? 0) - first))
    var below = area.top + 1 + shown.count
    if rows.isEmpty, screens.current != .start {
      canvas.put(words("today.empty"), column: 3, row: below + 1, style: .strong, width: area.width - 4)
    }
    if rows.count > room {
      let more = words.counted(rows.count - room, one: "today.more.one", many: "today.more.many")
      canvas.put(more, column: 3, row: below, style: .dim)
      below += 1
    }
    drawAroundOwnSchool(rows, row: below + 1, area, on: &canvas)
    if area.width >= 110 { drawTodayPane(column: 96, in: area, on: &canvas) }
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
    var (status, style) = words.status(today)
    let isClosed = today.hours.isEmpty && today.shifts.isEmpty
    let plain: Style = isOwn ? .strong : (isClosed ? .dim : .normal)
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
    // A long reason, such as the name of a break, begins further left where there is no number.
    var start = min(columns.status, columns.end - 1 - DisplayWidth.of(status))
    if let visits = today.visits {
      canvas.putRight(String(visits), endColumn: columns.visitsEnd, row: row, style: plain)
      start = columns.status
      if case .nobodyOnDuty = today.status { status = words("status.nobody") }
    } else if start >= columns.visitsEnd {
      canvas.putRight("–", endColumn: columns.visitsEnd, row: row, style: plain)
    }
    start = max(columns.duty + 2, start)
    canvas.put(status, column: start, row: row, style: style, width: columns.end - 1 - start)
  }

  /// The name on the door; a substitute is marked as one.
  private func dutyName(_ shift: Shift) -> String {
    let name = colleagueName(shift.colleague)
    return shift.isSubstitute ? "\(name) *" : name
  }

  /// A few calm lines under the table: what waits for me, the own school's makker and break, who is
  /// here next.
  private func drawAroundOwnSchool(
    _ rows: [SchoolToday], row: Int, _ area: Area, on canvas: inout Canvas
  ) {
    var lines: [(String, Style)] = []
    if let hidden { lines.append((resumeText(hidden), .strong)) }
    let waiting = waitingForMe.count
    if waiting > 0 {
      lines.append(
        (words.counted(waiting, one: "today.waiting.one", many: "today.waiting.many"), .strong))
    }
    lines += swapNews + lostByMe
    if let own = rows.first(where: { $0.school.id == schoolID }) {
      lines += ownSchoolLines(own).map { ($0, .normal) }
    }
    if rows.contains(where: { $0.shift(at: now.time)?.isSubstitute == true }) {
      lines.append((words("today.substitute"), .dim))
    }
    for (index, line) in lines.enumerated() where row + index < area.bottom {
      canvas.put(line.0, column: 3, row: row + index, style: line.1, width: area.width - 4)
    }
    if hidden != nil { canvas.cursor = Point(column: 3, row: row) }
  }

  private func resumeText(_ form: ScreenStack) -> String {
    if case .form = form.current { return words("today.resumeEdit") }
    if form.has(where: { if case .roster = $0 { true } else { false } }) {
      return words("today.resumeRoster")
    }
    let isHandover = form.earlier.contains { screen in
      if case .handovers = screen { return true }
      return false
    }
    return words(isHandover ? "today.resumeHandover" : "today.resume")
  }

  private func ownSchoolLines(_ own: SchoolToday) -> [String] {
    var parts: [String] = []
    if let buddy = own.shift(at: now.time)?.buddy {
      parts.append(words("today.buddy", ["name": colleagueName(buddy)]))
    }
    if let pause = own.school.teacherBreak, !own.hours.isEmpty {
      parts.append(words("today.break", ["hours": words.span(pause)]))
    }
    if own.sparrings > 0 { parts.append(words("today.sparring", ["count": String(own.sparrings)])) }
    let next = nextDuty(at: own.school.id).map { words("today.next", ["duty": $0]) }
    return [parts.isEmpty ? nil : parts.joined(separator: " · "), next].compactMap { $0 }
  }

  /// In a wide window: what the coming school days look like at the own school.
  private func drawTodayPane(column: Int, in area: Area, on canvas: inout Canvas) {
    guard let school else { return }
    let width = area.width - column - 1
    canvas.put(
      words("today.ahead", ["school": school.name]), column: column, row: area.top, style: .dim, width: width)
    let days = (1...21).map { now.day.adding(days: $0) }
      .map { ($0, picture.roster.coverage(at: school, on: $0)) }
      .filter { $1 != .closed(.notThisWeekday) }
    for (offset, (day, coverage)) in days.prefix(min(10, area.rows - 2)).enumerated() {
      let (text, style) = words.coverage(coverage, name: { colleagueName($0) })
      let row = area.top + 1 + offset
      canvas.put(words.weekdayAndDay(day), column: column, row: row, style: .dim, width: 14)
      canvas.put(text, column: column + 15, row: row, style: style, width: width - 15)
    }
  }
}

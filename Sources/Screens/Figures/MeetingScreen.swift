// Ugemødet: what the team looks at once a week, and a page of it for print.

import Canvas
import Domain
import Reports

/// Which week, and how far the sheet is scrolled.
struct MeetingState: Equatable, Sendable {
  var week: ISOWeek
  var first = 0
}

extension Desk {
  private func sheet(of week: ISOWeek) -> MeetingSheet {
    MeetingSheet(week: week, picture: picture, now: now)
  }

  /// The lines of the sheet: a heading stands alone.
  private func lines(of sheet: MeetingSheet) -> [(name: String, value: String?)] {
    sheet.sections(words).flatMap { section in
      [(section.heading, nil)] + section.rows.map { ($0.name, $0.value) }
    }
  }

  func drawMeeting(_ state: MeetingState, on canvas: inout Canvas, in area: Area) {
    if let first = picture.visitsFrom, state.week < first {
      let text = words("figures.notRead", ["week": state.week.description])
      canvas.put(text, column: 3, row: area.top + 2, style: .dim, width: area.width - 4)
      return
    }
    let sheet = sheet(of: state.week)
    canvas.put(sheet.title(words), column: 1, row: area.top, style: .strong, width: area.width - 2)
    canvas.cursor = Point(column: 1, row: area.top)
    canvas.put(sheet.figures.headline(words), column: 3, row: area.top + 1, width: area.width - 4)
    let lines = lines(of: sheet)
    let room = max(1, area.rows - 4)
    let first = min(state.first, max(0, lines.count - room))
    let end = min(area.width - 1, 72)
    for (offset, line) in lines.dropFirst(first).prefix(room).enumerated() {
      let row = area.top + 3 + offset
      guard let value = line.value else {
        canvas.put(line.name, column: 1, row: row, style: .dim, width: area.width - 2)
        continue
      }
      let isHole = value == words("meeting.nobody") || value == words("meeting.asked")
      canvas.put(line.name, column: 3, row: row, width: end - 3 - DisplayWidth.of(value) - 1)
      canvas.putRight(value, endColumn: end, row: row, style: isHole ? .alarm : .normal)
    }
    guard lines.count > room else { return }
    canvas.put(words("meeting.more"), column: 3, row: area.bottom - 1, style: .dim, width: area.width - 4)
  }

  mutating func takeMeeting(_ state: MeetingState, _ key: Key) -> [Request] {
    let last = lines(of: sheet(of: state.week)).count - 1
    // Whole pages are weeks here.
    guard key != .pageUp, key != .pageDown, let first = key.scrolling(from: state.first, last: last) else {
      return takeBinding(key)
    }
    var state = state
    state.first = first
    screens.replace(with: .meeting(state))
    return []
  }

  /// The sheet of the week that is on the screen, else of this one.
  mutating func openMeeting() {
    if case .figures(let state) = screens.current, case .week(let week) = state.view {
      screens.push(.meeting(MeetingState(week: week)))
    } else {
      screens.push(.meeting(MeetingState(week: now.week)))
    }
  }

  /// The sheet as a page, for print.
  mutating func printMeeting() -> [Request] {
    guard case .meeting(let state) = screens.current else { return [] }
    return [.export([sheet(of: state.week).file(words)], replacing: false)]
  }
}

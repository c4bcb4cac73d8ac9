// Mine vagter: a colleague's own weeks, also those as makker.

import Canvas
import Domain
import Reports

/// The shifts of some weeks. The list is made once, so that it does not move while it is open.
struct OwnShiftsState: Equatable, Sendable {
  /// How many weeks are listed at once.
  static let weeks = 8

  var colleague: Colleague.ID
  var first: ISOWeek
  var shifts: [Shift]
  var picker = Picker()

  var last: ISOWeek { first.adding(weeks: Self.weeks - 1) }
}

extension Desk {
  func ownShifts(of colleague: Colleague.ID, from week: ISOWeek) -> OwnShiftsState {
    let days = DateSpan(weeks: week...week.adding(weeks: OwnShiftsState.weeks - 1)).all
    let shifts = days.flatMap { day in
      picture.documents.schools.flatMap { picture.roster.shifts(at: $0, on: day) }
        .filter { $0.colleague == colleague || $0.buddy == colleague }
    }
    return OwnShiftsState(colleague: colleague, first: week, shifts: shifts)
  }

  /// What the colleague is in each stands first in the note, so that own shifts and those as makker
  /// are told apart at a glance. A narrow window has no room for the week, a medium one for the school.
  private func rows(of state: OwnShiftsState, width: Int = .max) -> [PickerRow] {
    let kinds = [words("ownShifts.duty"), words("ownShifts.buddy")]
    let kindWidth = kinds.map { DisplayWidth.of($0) }.max() ?? 0
    return state.shifts.map { shift in
      let isOwn = shift.colleague == state.colleague
      let other =
        isOwn
        ? shift.buddy.map { words("ownShifts.with", ["name": colleagueName($0)]) }
          ?? words("ownShifts.noBuddy")
        : words("ownShifts.asBuddy", ["name": colleagueName(shift.colleague)])
      let week = width >= 72 ? words.week(ISOWeek(containing: shift.day)) + " · " : ""
      let kind = DisplayWidth.pad(kinds[isOwn ? 0 : 1], to: kindWidth)
      return PickerRow(
        title: week + words.weekdayAndDay(shift.day),
        detail: width >= 100 ? schoolName(shift.school) : shift.school.text,
        note: "\(kind)  \(words.span(shift.hours)) \(other)",
        isProposed: isOwn && shift.day >= now.day)
    }
  }

  private func texts(of state: OwnShiftsState) -> [FoldedText] {
    rows(of: state).map { FoldedText("\($0.title) \($0.detail) \($0.note)") }
  }

  func drawOwnShifts(_ state: OwnShiftsState, on canvas: inout Canvas, in area: Area) {
    let isMine = state.colleague == colleagueID
    let who =
      isMine ? words("ownShifts.mine") : words("ownShifts.of", ["name": colleagueName(state.colleague)])
    canvas.put(
      "\(who) · \(words.week(state.first))–\(state.last.week), \(state.last.year)", column: 1, row: area.top,
      style: .strong, width: area.width - 2)
    let own = state.shifts.filter { $0.colleague == state.colleague }
    let hours = words.decimal(minutes: own.reduce(0) { $0 + $1.hours.minutes })
    canvas.put(
      words(
        "ownShifts.sum",
        [
          "count": String(own.count), "hours": hours, "buddy": String(state.shifts.count - own.count),
        ]), column: 3, row: area.top + 1, style: .dim, width: area.width - 4)
    if isMine, let lapsed = swapsLapsed.first {
      canvas.put(
        lapsedText(lapsed), column: 3, row: area.top + 2, style: .warning, width: area.width - 4)
    }
    var list = area
    list.top += 3
    if state.shifts.isEmpty {
      canvas.put(words("ownShifts.none"), column: 3, row: list.top, style: .dim)
      canvas.cursor = Point(column: 1, row: list.top)
    } else {
      let columns = PickerColumns(title: area.width >= 72 ? 24 : 15, detail: area.width >= 100 ? 24 : 5)
      draw(
        state.picker, rows: rows(of: state, width: area.width), texts: texts(of: state), columns: columns,
        inFull: true, on: &canvas, in: list)
    }
  }

  mutating func takeOwnShifts(_ state: OwnShiftsState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: texts(of: state)) {
    case .passed: return takeBinding(key)
    case .moved: replace(.ownShifts(state))
    case .chosen(let index):
      guard state.shifts.indices.contains(index) else { return [] }
      showRoster(RosterState(day: state.shifts[index].day, school: state.shifts[index].school))
    }
    return []
  }
}

// Eksport of the roster: posters for the doors, calendars, a spreadsheet.

import Canvas
import Domain
import Reports

/// What can leave the house, for the week and the school that are marked.
struct ExportsState: Equatable, Sendable {
  enum Kind: String, CaseIterable, Equatable, Sendable {
    case poster, posters, ownCalendar, calendar, sheet
  }

  var week: ISOWeek
  var school: School.ID?
  var kinds: [Kind]
  var picker = Picker()
}

extension Desk {
  func exports(of state: RosterState) -> ExportsState {
    let kinds = ExportsState.Kind.allCases.filter { kind in
      switch kind {
      case .poster: state.school != nil
      case .ownCalendar: me != nil
      case .posters, .calendar, .sheet: true
      }
    }
    return ExportsState(week: state.week, school: state.school, kinds: kinds)
  }

  private func rows(of state: ExportsState) -> [PickerRow] {
    state.kinds.map { kind in
      PickerRow(
        title: words(
          "export.\(kind.rawValue)", ["school": state.school.map { schoolName($0) } ?? ""]),
        detail: kind.ending, note: period(of: kind, state))
    }
  }

  private func weeks(of kind: ExportsState.Kind, _ state: ExportsState) -> ClosedRange<ISOWeek> {
    switch kind {
    case .poster, .posters, .sheet: state.week...state.week
    case .ownCalendar, .calendar:
      state.week...max(state.week, ISOWeek.term(containing: state.week.date(of: .thursday)).upperBound)
    }
  }

  private func period(of kind: ExportsState.Kind, _ state: ExportsState) -> String {
    let weeks = weeks(of: kind, state)
    let last = weeks.upperBound
    return last == state.week ? words.week(last) : "\(words.week(state.week))–\(last.week)"
  }

  private func texts(of state: ExportsState) -> [FoldedText] {
    rows(of: state).map { FoldedText($0.title) }
  }

  func drawExports(_ state: ExportsState, on canvas: inout Canvas, in area: Area) {
    canvas.put(
      words("export.title", ["week": words.weekAndYear(state.week)]), column: 1, row: area.top,
      style: .strong)
    var list = area
    list.top += 2
    let columns = PickerColumns(title: area.width >= 80 ? 44 : 32, detail: 6)
    draw(
      state.picker, rows: rows(of: state), texts: texts(of: state), columns: columns, on: &canvas, in: list)
  }

  mutating func takeExports(_ state: ExportsState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: texts(of: state)) {
    case .passed: return takeBinding(key)
    case .moved: replace(.exports(state))
    case .chosen(let index):
      guard state.kinds.indices.contains(index) else { return [] }
      screens.pop()
      return [.export(files(of: state.kinds[index], state), replacing: false)]
    }
    return []
  }

  private func files(of kind: ExportsState.Kind, _ state: ExportsState) -> [ExportedFile] {
    let weeks = weeks(of: kind, state)
    func poster(_ school: School) -> ExportedFile {
      let page = DoorPoster(school, week: state.week, picture: picture).html(words)
      return ExportedFile(name: "vagtplan-\(state.week)-\(school.id).html", bytes: Array(page.utf8))
    }
    switch kind {
    case .poster: return state.school.flatMap(picture.documents.school).map { [poster($0)] } ?? []
    case .posters: return picture.documents.schools(from: state.week).map(poster)
    case .calendar:
      let calendar = RosterCalendar(picture, weeks: weeks)
      return [
        ExportedFile(name: "vagtplan-\(state.week).ics", bytes: calendar.file(words, now: now.utc))
      ]
    case .ownCalendar:
      guard let me else { return [] }
      let calendar = RosterCalendar(picture, weeks: weeks, colleague: me.id)
      return [
        ExportedFile(
          name: "vagtplan-\(state.week)-\(me.id).ics", bytes: calendar.file(words, now: now.utc))
      ]
    case .sheet:
      return [
        ExportedFile(name: "vagtplan-\(state.week).csv", bytes: RosterSheet(picture, weeks: weeks).csv)
      ]
    }
  }
}

extension ExportsState.Kind {
  fileprivate var ending: String {
    switch self {
    case .poster, .posters: ".html"
    case .calendar, .ownCalendar: ".ics"
    case .sheet: ".csv"
    }
  }
}

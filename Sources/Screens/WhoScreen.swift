// Who sits here, and at which school. A word, no login: the program checks no identity.

import Canvas
import Domain

/// Choosing a colleague, then, where the roster does not tell it, a school.
struct WhoState: Equatable, Sendable {
  var colleagues: [Colleague.ID]
  var picker = Picker()
  /// True when the list is of schools.
  var choosesSchool = false

  /// Those on duty today first (at this school before the others), then everybody by name.
  init(picture: FolderPicture, school: School.ID?, now: Moment) {
    let shifts = picture.documents.schools.flatMap { picture.roster.shifts(at: $0, on: now.day) }
    let here = shifts.filter { $0.school == school }
    let first =
      here.map(\.colleague) + here.compactMap(\.buddy) + shifts.map(\.colleague) + shifts.compactMap(\.buddy)
    let known = picture.documents.colleagues.filter { $0.isEmployed(on: now.day) }
      .sorted { DanishOrder.precedes($0.name, $1.name) }
    var seen: Set<Colleague.ID> = []
    colleagues = (first + known.map(\.id)).filter { seen.insert($0).inserted }
  }
}

extension Desk {
  private func texts(of state: WhoState) -> [FoldedText] {
    if state.choosesSchool { return picture.documents.schools.map { FoldedText($0.name) } }
    return state.colleagues.map { id in
      let colleague = picture.documents.colleague(id)
      return FoldedText("\(colleague?.name ?? id.text) \(colleague?.profession.text ?? "")")
    }
  }

  func drawWho(_ state: WhoState, on canvas: inout Canvas, in area: Area) {
    let title = words(state.choosesSchool ? "who.school" : "who.title")
    canvas.put(title, column: 1, row: area.top, style: .strong)
    canvas.put(words("who.noLogin"), column: 1, row: area.top + 1, style: .dim, width: area.width - 2)
    let texts = texts(of: state)
    let rows: [PickerRow] =
      state.choosesSchool
      ? picture.documents.schools.map { PickerRow(title: $0.name) }
      : state.colleagues.map { id in
        let colleague = picture.documents.colleague(id)
        let profession = colleague.map { words.profession($0.profession, in: picture.documents) } ?? ""
        return PickerRow(title: colleague?.name ?? id.text, detail: profession, note: dutyNote(of: id))
      }
    var list = area
    list.top += 3
    draw(state.picker, rows: rows, texts: texts, on: &canvas, in: list)
  }

  private func dutyNote(of id: Colleague.ID) -> String {
    picture.roster.shifts(of: id, on: now.day).first.map {
      words("who.duty", ["school": schoolName($0.school)])
    }
      ?? ""
  }

  mutating func askForSchool() {
    guard case .who(var state) = screens.current else { return }
    state.choosesSchool.toggle()
    state.picker = Picker()
    screens.replace(with: .who(state))
  }

  mutating func takeWho(_ state: WhoState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: texts(of: state)) {
    case .passed: return takeBinding(key)
    case .moved:
      screens.replace(with: .who(state))
      return []
    case .chosen(let index):
      if state.choosesSchool {
        guard picture.documents.schools.indices.contains(index) else { return [] }
        return settle(at: picture.documents.schools[index].id)
      }
      colleagueID = state.colleagues[index]
      let own = picture.roster.shifts(of: state.colleagues[index], on: now.day).first?.school
      guard let school = own ?? schoolID ?? me?.school else {
        askForSchool()
        return []
      }
      return settle(at: school)
    }
  }

  /// The school is known; if the day has not begun, the first question is asked with the new name.
  private mutating func settle(at school: School.ID) -> [Request] {
    schoolID = school
    let isFirst = screens.earlier.contains(.start)
    screens.reset(to: isFirst && me != nil ? .start : .today)
    return [.rememberSchool(school)]
  }
}

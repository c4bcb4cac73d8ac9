// Who sits here, and at which school. By one's own word: the program checks no identity.

import Canvas
import Domain
import Reports

/// Choosing a colleague, then, where the roster does not tell it, a school. Both lists are made once,
/// so that they do not move while they are open.
struct WhoState: Equatable, Sendable {
  var colleagues: [Colleague.ID]
  var schools: [School.ID]
  var picker = Picker()
  /// True when the list is of schools.
  var choosesSchool: Bool

  /// Those on duty today first (at this school before the others), then everybody by name.
  init(in desk: Desk, choosesSchool: Bool = false) {
    let (documents, roster, day) = (desk.picture.documents, desk.picture.roster, desk.now.day)
    let shifts = documents.schools.flatMap { roster.shifts(at: $0, on: day) }
    let here = shifts.filter { $0.school == desk.schoolID }
    let onDuty = here.map(\.colleague) + here.compactMap(\.buddy) + shifts.map(\.colleague)
    let known = documents.colleagues.filter { $0.isEmployed(on: day) }
      .sorted { DanishOrder.precedes($0.name, $1.name) }
    var seen: Set<Colleague.ID> = []
    colleagues = (onDuty + known.map(\.id)).filter { seen.insert($0).inserted }
    schools = documents.schools(from: desk.now.week).map(\.id)
    self.choosesSchool = choosesSchool
  }
}

extension Desk {
  private func rows(of state: WhoState) -> [PickerRow] {
    if state.choosesSchool { return state.schools.map { PickerRow(title: schoolName($0)) } }
    return state.colleagues.map { id in
      let profession = picture.documents.colleague(id).map {
        words.profession($0.profession, in: picture.documents)
      }
      return PickerRow(title: colleagueName(id), detail: profession ?? "", note: dutyNote(of: id))
    }
  }

  func drawWho(_ state: WhoState, on canvas: inout Canvas, in area: Area) {
    let title = words(state.choosesSchool ? "who.school" : "who.title")
    canvas.put(title, column: 1, row: area.top, style: .strong)
    var list = area
    list.top += 1
    for line in DisplayWidth.wrap(words("who.noLogin"), to: area.width - 4) {
      canvas.put(line, column: 3, row: list.top, style: .dim)
      list.top += 1
    }
    draw(state.picker, rows: rows(of: state), texts: rows(of: state).map(\.searched), on: &canvas, in: list)
  }

  private func dutyNote(of id: Colleague.ID) -> String {
    picture.roster.shifts(of: id, on: now.day).first
      .map { words("who.duty", ["school": schoolName($0.school)]) } ?? ""
  }

  mutating func askForSchool() {
    guard case .who(var state) = screens.current else { return }
    state.choosesSchool.toggle()
    state.picker = Picker()
    screens.replace(with: .who(state))
  }

  mutating func takeWho(_ state: WhoState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: rows(of: state).map(\.searched)) {
    case .passed: return takeBinding(key)
    case .moved:
      screens.replace(with: .who(state))
      return []
    case .chosen(let index):
      if state.choosesSchool { return settle(at: state.schools[index]) }
      become(state.colleagues[index])
      guard let school = likelySchool(of: state.colleagues[index]) else {
        askForSchool()
        return []
      }
      return settle(at: school)
    }
  }

  /// Whoever sits down now does not take back what another one did.
  private mutating func become(_ colleague: Colleague.ID) {
    askedOn = now.day
    guard colleague != colleagueID else { return }
    colleagueID = colleague
    hidden = nil
    undoable.removeAll { undo in
      switch undo {
      case .deed(.counted): false
      case .deed(.door), .deed(.offer), .deed(.takeOver), .roster, .nothing: true
      }
    }
  }

  /// Where the desk stands, unless the colleague has duty today, and only elsewhere.
  private func likelySchool(of id: Colleague.ID) -> School.ID? {
    let duties = picture.roster.shifts(of: id, on: now.day).map(\.school)
    if let schoolID, duties.isEmpty || duties.contains(schoolID) { return schoolID }
    return duties.first ?? picture.documents.colleague(id)?.school
  }

  /// The school is known; if the day has not begun, the first question is asked with the new name.
  private mutating func settle(at school: School.ID) -> [Request] {
    schoolID = school
    screens.reset(to: screens.bottom == .start && me != nil ? .start : .today)
    return [.rememberSchool(school)]
  }
}

// Who has a duty of the base roster, or is its makker: all colleagues, and nobody.

import Canvas
import Domain
import Reports

/// Choosing a colleague for the form.
struct PeopleState: Equatable, Sendable {
  var isBuddy: Bool
  var colleagues: [Colleague.ID]
  var picker = Picker()
}

extension Desk {
  func people(isBuddy: Bool) -> PeopleState {
    let known = picture.documents.colleagues.filter { $0.to.map { $0 >= now.day } ?? true }
      .sorted { DanishOrder.precedes($0.name, $1.name) }
    return PeopleState(isBuddy: isBuddy, colleagues: known.map(\.id))
  }

  private func rows(of state: PeopleState) -> [PickerRow] {
    [PickerRow(title: words("basePlan.nobody"))]
      + state.colleagues.map { id in
        let colleague = picture.documents.colleague(id)
        return PickerRow(
          title: colleagueName(id),
          detail: colleague.map { words.profession($0.profession, in: picture.documents) } ?? "",
          note: colleague.map { words("substitutes.works", ["days": words.weekdays($0.weekdays)]) } ?? "")
      }
  }

  func drawPeople(_ state: PeopleState, on canvas: inout Canvas, in area: Area) {
    canvas.put(
      words(state.isBuddy ? "form.buddy" : "form.colleague"), column: 1, row: area.top, style: .strong)
    var list = area
    list.top += 2
    draw(
      state.picker, rows: rows(of: state), texts: rows(of: state).map(\.searched), inFull: true, on: &canvas,
      in: list)
  }

  mutating func takePeople(_ state: PeopleState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: rows(of: state).map(\.searched)) {
    case .passed: return takeBinding(key)
    case .moved: replace(.people(state))
    case .chosen(let row):
      screens.pop()
      guard case .planning(.dutyForm(var form)) = screens.current else { return [] }
      let chosen = row == 0 ? nil : state.colleagues[row - 1]
      if state.isBuddy {
        form.shares[form.share].buddy = chosen
      } else {
        form.shares[form.share].colleague = chosen
      }
      form.isChanged = true
      replace(.dutyForm(form))
    }
    return []
  }
}

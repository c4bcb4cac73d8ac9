// Afbud: who steps in for a duty. Nobody is shown on duty who has not said yes.

import Canvas
import Domain
import Reports

/// The list of those who can step in. It is made once, so that it does not move while it is open.
struct SubstitutesState: Equatable, Sendable {
  var cell: Substitution
  var candidates: [Colleague]
  var picker = Picker()
}

/// A duty that somebody else is to take.
struct Substitution: Equatable, Sendable {
  var school: School.ID
  var day: CivilDate
  var hours: TimeSpan
  /// Who cannot come; nil when nobody had the duty.
  var absent: Colleague.ID?
  var buddy: Colleague.ID?
  /// Who steps in; nil while nobody does.
  var substitute: Colleague.ID?
}

extension Desk {
  /// The duty at the marked place of the roster, as it is planned now.
  private var markedDuty: Substitution? {
    guard case .roster(let state) = screens.subject,
      let school = state.school.flatMap(picture.documents.school)
    else { return nil }
    let planned = picture.ledger.pattern(at: school.id, on: state.day)?.spans.first
    switch picture.roster.coverage(at: school, on: state.day) {
    case .closed: return nil
    case .staffed(let shifts):
      return shifts.first.map {
        Substitution(
          school: school.id, day: state.day, hours: $0.hours, absent: $0.colleague, buddy: $0.buddy)
      }
    case .nobody:
      guard case .open(let hours) = picture.documents.schoolCalendar.day(state.day, at: school),
        let hours = planned?.hours ?? hours.first
      else { return nil }
      return Substitution(
        school: school.id, day: state.day, hours: hours, absent: planned?.colleague, buddy: planned?.buddy)
    }
  }

  var reasonAgainstAbsence: String? {
    if let readOnlyReason { return readOnlyReason }
    if me == nil { return words("reason.nobody") }
    guard let duty = markedDuty else { return words("roster.closedCell") }
    return duty.day < now.day ? words("roster.pastDay") : nil
  }

  mutating func askForSubstitute() {
    guard let duty = markedDuty else { return }
    let candidates = picture.substitutes(
      for: duty.absent, buddy: duty.buddy, at: duty.school, on: duty.day, in: duty.hours)
    screens.push(.substitutes(SubstitutesState(cell: duty, candidates: candidates)))
  }

  private func texts(of state: SubstitutesState) -> [FoldedText] {
    rows(of: state).map { FoldedText("\($0.title) \($0.detail)") }
  }

  /// The candidates, and last that nobody steps in.
  private func rows(of state: SubstitutesState) -> [PickerRow] {
    let candidates = state.candidates.map { colleague in
      PickerRow(
        title: colleague.name, detail: words.profession(colleague.profession, in: picture.documents),
        note: colleague.id == state.cell.buddy
          ? words("substitutes.buddy") : (colleague.isFloater ? words("place.floater") : ""))
    }
    return candidates + [PickerRow(title: words("substitutes.nobody"))]
  }

  func drawSubstitutes(_ state: SubstitutesState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("substitutes.title"), column: 1, row: area.top, style: .strong)
    let cell = state.cell
    let facts = [
      schoolName(cell.school), words.weekdayAndDay(cell.day), words.span(cell.hours),
      cell.absent.map { words("substitutes.absent", ["name": colleagueName($0)]) },
    ]
    canvas.put(
      facts.compactMap { $0 }.joined(separator: " · "), column: 3, row: area.top + 1, style: .dim,
      width: area.width - 4)
    var list = area
    list.top += 3
    draw(state.picker, rows: rows(of: state), texts: texts(of: state), on: &canvas, in: list)
  }

  mutating func takeSubstitutes(_ state: SubstitutesState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: texts(of: state)) {
    case .passed: return takeBinding(key)
    case .moved:
      screens.replace(with: .substitutes(state))
      return []
    case .chosen(let index):
      var cell = state.cell
      guard state.candidates.indices.contains(index) else { return record(cell, saidYes: false) }
      cell.substitute = state.candidates[index].id
      return ask(.substitute(cell))
    }
  }

  /// With a yes the substitute has the duty; without, the place stays empty and says who was asked.
  mutating func record(_ wanted: Substitution, saidYes: Bool) -> [Request] {
    let place = SchoolDay(day: wanted.day, school: wanted.school)
    let others = spans(at: place).filter { $0.colleague != wanted.absent }
    var spans = others
    if saidYes, let substitute = wanted.substitute {
      let buddy = wanted.buddy == substitute ? nil : wanted.buddy
      spans.append(DutySpan(colleague: substitute, buddy: buddy, hours: wanted.hours))
    }
    let change = CellChange(
      id: newID(), after: picture.ledger.cellLine(at: place).last?.body.id ?? .zero,
      asked: saidYes ? nil : wanted.substitute, at: now.utc, by: colleagueID,
      cause: saidYes ? .substitute : .absent, day: wanted.day, school: wanted.school, spans: spans)
    return save(.record([.cell(change)]))
  }

  /// Who has the duty at a place now, exception or base roster.
  private func spans(at place: SchoolDay) -> [DutySpan] {
    picture.ledger.cellLine(at: place).last?.body.spans
      ?? picture.ledger.pattern(at: place.school, on: place.day)?.spans ?? []
  }

  /// A change of a day's roster is on disk: back to the roster, at the same place.
  mutating func cellSaved(_ cell: CellChange) {
    let line = picture.ledger.cellLine(at: SchoolDay(day: cell.day, school: cell.school))
    let before =
      line.last { $0.body.id == cell.after }?.body.spans
      ?? picture.ledger.pattern(at: cell.school, on: cell.day)?.spans ?? []
    did(.cell(cell, before: before))
    screens.reset()
    screens.push(.roster(RosterState(day: cell.day, school: cell.school)))
    let name = colleagueName(cell.spans.last?.colleague)
    switch cell.cause {
    case .substitute: say("saved.substitute", ["name": name, "school": schoolName(cell.school)])
    case .absent, .plan, .closed, .undo: say("saved.absent", ["school": schoolName(cell.school)])
    }
  }

  /// The change that leads back to who had the duty before.
  func change(_ cell: CellChange, backTo before: [DutySpan]) -> CellChange {
    CellChange(
      id: newID(), after: cell.id, asked: nil, at: now.utc, by: colleagueID, cause: .undo, day: cell.day,
      school: cell.school, spans: before)
  }
}

// A change of the roster is on disk: say what it is, and remember how to take it back.

import Domain
import Reports

extension Desk {
  /// Cells that one act changed: back to the roster, at the first of them.
  mutating func cellsSaved(_ cells: [CellChange]) {
    guard let first = cells.first else { return }
    did(.roster(.cells(cells.map { CellUndo(place: $0.place, change: $0.id) })))
    let wasFilling = rosterState.isFilling
    goOn(from: cells.map(\.place), isChanged: true)
    sayChanged(cells, first)
    if wasFilling, !rosterState.isFilling { add(" · " + holesLeft(in: ISOWeek(containing: first.day))) }
  }

  private mutating func sayChanged(_ cells: [CellChange], _ first: CellChange) {
    let school = schoolName(first.school)
    let before = Set(picture.ledger.spans(after: first.after, at: first.place).map(\.colleague))
    let taker = first.spans.map(\.colleague).first { !before.contains($0) }
    let empty = cells.filter { $0.cause == .absent }
    if cells.count == 1, let duty = buddyChanged(by: first) {
      let name = colleagueName(duty.colleague)
      return duty.buddy.map { say("saved.buddy", ["buddy": colleagueName($0), "name": name]) }
        ?? say("saved.noBuddy", ["name": name])
    }
    switch first.cause {
    case .substitute:
      if cells.count == 1 {
        say("saved.substitute", ["name": colleagueName(taker), "school": school])
      } else {
        say("saved.substitutes", ["name": colleagueName(taker), "count": String(cells.count - empty.count)])
        if !empty.isEmpty {
          add(". " + words("saved.without", ["places": places(of: empty)]))
          toast?.tone = .refused
        }
      }
    case .absent:
      if cells.count == 1 {
        say("saved.absent", ["school": school])
      } else {
        say("saved.absents", ["places": places(of: cells)])
      }
    case .plan:
      let filled = cells.map(newDuties).reduce(0, +)
      if filled > 1 {
        say("saved.fills", ["count": String(filled)])
      } else {
        say("saved.planned", ["name": colleagueName(taker), "school": school])
      }
    case .closed: say("saved.closedDay", ["school": school, "day": words.weekdayAndDay(first.day)])
    case .undo: say("saved.reopened", ["school": school, "day": words.weekdayAndDay(first.day)])
    }
  }

  /// How many duties stand in a cell that did not before.
  private func newDuties(by cell: CellChange) -> Int {
    let before = picture.ledger.spans(after: cell.after, at: cell.place)
    return cell.spans.count { !before.contains($0) }
  }

  /// More of the same news.
  private mutating func add(_ text: String) { toast?.text += text }

  private func places(of cells: [CellChange]) -> String {
    cells.map { "\(words.shortDate($0.day)) \(schoolName($0.school))" }.joined(separator: ", ")
  }

  /// A step of a swap is on disk.
  mutating func swapSaved(_ step: SwapStep) {
    let place = step.cells.first?.place
    let swap = picture.swap(step.offer, on: now.day)
    if let place {
      var state = RosterState(day: place.day, school: place.school)
      state.isChanged = true
      showRoster(state)
    }
    switch step.step {
    case .offered:
      did(.roster(.offer(step.offer)))
      say("saved.swap.offered", ["name": colleagueName(swap?.receiver)])
    case .accepted:
      did(.roster(.cells(step.cells.map { CellUndo(place: $0.place, change: step.id) })))
      say("saved.swap.accepted", ["name": colleagueName(swap?.sender)])
    case .declined: say("saved.swap.declined", ["name": colleagueName(swap?.sender)])
    case .withdrawn: say("saved.swap.withdrawn")
    }
  }

  /// The base roster is changed: the days that keep their own plan are named.
  mutating func patternSaved(_ change: PatternChange) {
    did(.roster(.patterns([change])))
    screens.pop()
    let kept = picture.ledger.exceptions(at: change.place, from: max(change.from, now.day)).map(\.day)
    say(
      "saved.pattern",
      ["school": schoolName(change.school), "weekday": words.weekday(change.weekday)])
    if !kept.isEmpty { add(". " + keptText(kept)) }
  }

  /// Which days keep their own plan when the base roster changes.
  func keptText(_ days: [CivilDate]) -> String {
    let names = days.prefix(8).map(words.shortDate).joined(separator: ", ")
    return words("basePlan.kept", ["days": names + (days.count > 8 ? " …" : "")])
  }
}

extension CellChange {
  /// The cell that it changes.
  var place: SchoolDay { SchoolDay(day: day, school: school) }
}

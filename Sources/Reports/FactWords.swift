// Facts of the domain as words: doors, closures, professions, states of a handover. Screens and
// commands take them from here, so that they say the same.

import Domain
import Resources

extension Words {
  /// A label in the chosen language.
  package func label(_ label: Label) -> String {
    switch language {
    case .danish: label.danish
    case .english: label.english
    }
  }

  /// A profession's name; its code where the list does not know it.
  package func profession(_ id: Profession.ID, in documents: Documents) -> String {
    documents.profession(id).map { label($0.label) } ?? id.text
  }

  /// Why a door is closed: `Lukket: Vinterferie`.
  package func closure(_ closure: Closure) -> String {
    switch closure {
    case .holiday(let holiday): self("closure.named", ["name": self("holiday.\(holiday.rawValue)")])
    case .entry(_, let name): self("closure.named", ["name": name])
    case .closedForTheDay: self("closure.today")
    case .notThisWeekday: self("closure.weekday")
    case .notYetOpened(let day): self("closure.opens", ["day": shortDay(day)])
    case .ended(let day): self("closure.ended", ["day": shortDateAndYear(day)])
    }
  }

  /// What is said of a door: `Åben`, `INGEN PÅ VAGT`, `Lukket: Vinterferie`.
  package func doorStatus(_ status: DoorStatus) -> String {
    switch status {
    case .open: self("status.open")
    case .stillOpen: self("status.stillOpen")
    case .staffed: self("status.staffed")
    case .opens(let time): self("status.opens", ["time": self.time(time)])
    case .notOpened: self("status.notOpened")
    case .nobodyOnDuty(let asked): self(asked == nil ? "status.nobody" : "status.asked")
    case .over: self("status.over")
    case .closed(let why): closure(why)
    }
  }

  /// How far a handover has come: `Venter på svar`.
  package func handoverState(_ state: Handover.State) -> String {
    switch state {
    case .offered: self("state.offered")
    case .declined: self("state.declined")
    case .missed: self("state.missed")
    case .takenOver(let isTold): self(isTold ? "state.told" : "state.takenOver")
    case .closed: self("state.closed")
    case .withdrawn: self("state.withdrawn")
    }
  }

  /// A sentence about a number: the one for one thing, or the one for more.
  package func counted(_ count: Int, one: String, many: String) -> String {
    self(count == 1 ? one : many, ["count": number(count)])
  }
}

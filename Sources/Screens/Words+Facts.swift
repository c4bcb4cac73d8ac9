// Facts of the domain as words: doors, coverage, professions, states of a handover.

import Canvas
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

  /// How a key is called; the space bar has no sign that can be read aloud.
  func keyName(_ shown: String) -> String { shown == "space" ? self("key.space") : shown }

  /// A profession's name; its code where the list does not know it.
  package func profession(_ id: Profession.ID, in documents: Documents) -> String {
    documents.profession(id).map { label($0.label) } ?? id.text
  }

  /// Why a door is closed: the name of the day or the break.
  package func closure(_ closure: Closure) -> String {
    switch closure {
    case .holiday(let holiday): self("closure.named", ["name": self("holiday.\(holiday.rawValue)")])
    case .entry(_, let name): self("closure.named", ["name": name])
    case .closedForTheDay: self("closure.today")
    case .notThisWeekday: self("closure.weekday")
    case .notYetOpened(let day): self("closure.opens", ["day": shortDay(day)])
    }
  }

  /// The status word of a school today, and how much it matters.
  func status(_ today: SchoolToday) -> (String, Style) {
    switch today.status {
    case .open: return (self("status.open"), .good)
    case .staffed: return (self("status.staffed"), .good)
    case .opens(let time): return (self("status.opens", ["time": self.time(time)]), .normal)
    case .notOpened: return (self("status.notOpened"), .warning)
    case .nobodyOnDuty(nil): return (self("status.nobody"), .alarm)
    case .nobodyOnDuty: return (self("status.asked"), .alarm)
    case .over:
      return today.isNotCounted ? (self("status.notCounted"), .warning) : (self("status.over"), .dim)
    case .closed(let why): return (closure(why), .dim)
    }
  }

  /// Who is on duty, or why nobody is.
  func coverage(_ coverage: Shift.Coverage, name: (Colleague.ID) -> String) -> (String, Style) {
    switch coverage {
    case .closed(let why): return (closure(why), .dim)
    case .nobody(nil): return (self("status.nobody"), .alarm)
    case .nobody: return (self("status.asked"), .alarm)
    case .staffed(let shifts):
      let names = shifts.map { name($0.colleague) }.joined(separator: ", ")
      return (shifts.contains(where: \.isSubstitute) ? "\(names) *" : names, .normal)
    }
  }

  /// How far a handover has come, in the words of the list.
  func state(of handover: Handover, on day: CivilDate, limit: Int) -> String {
    if handover.isLongWait(on: day, limitDays: limit) {
      return self("state.longWait", ["days": String(limit)])
    }
    switch handover.state {
    case .offered: return self("state.offered")
    case .declined: return self("state.declined")
    case .missed: return self("state.missed")
    case .takenOver(let isTold): return self(isTold ? "state.told" : "state.takenOver")
    case .closed: return self("state.closed")
    case .withdrawn: return self("state.withdrawn")
    }
  }

  /// `EUC i dag: 3 besøg`.
  func visitCount(_ count: Int, at school: String) -> String {
    self(count == 1 ? "count.one" : "count.many", ["school": school, "count": String(count)])
  }
}

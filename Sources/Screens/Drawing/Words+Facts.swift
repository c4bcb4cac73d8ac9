// How the screens colour what is said of doors and duties, and names of keys.

import Canvas
import Domain
import Reports
import Resources

extension Words {
  /// How a key is called; the space bar has no sign that can be read aloud.
  func keyName(_ shown: String) -> String { shown == "space" ? self("key.space") : shown }

  /// The status word of a school today, and how much it matters.
  func status(_ today: SchoolToday) -> (String, Style) {
    let text = doorStatus(today.status)
    switch today.status {
    case .open, .staffed: return (text, .good)
    case .opens, .stillOpen: return (text, .normal)
    case .notOpened: return (text, .warning)
    case .nobodyOnDuty: return (text, .alarm)
    case .over: return today.isNotCounted ? (self("status.notCounted"), .warning) : (text, .dim)
    case .closed: return (text, .dim)
    }
  }

  /// Who is on duty, or why nobody is.
  func coverage(_ coverage: Shift.Coverage, name: (Colleague.ID) -> String) -> (String, Style) {
    switch coverage {
    case .closed(let why): return (closure(why), .dim)
    case .nobody(let asked): return (doorStatus(.nobodyOnDuty(asked: asked)), .alarm)
    case .staffed(let shifts):
      let names = shifts.map { name($0.colleague) }.joined(separator: ", ")
      return (shifts.contains(where: \.isSubstitute) ? "\(names) *" : names, .normal)
    }
  }

  /// `13–29 år`; nil where every age is meant.
  func ages(_ range: AgeRange) -> String? {
    switch (range.from, range.to) {
    case (let from?, let to?): self("directory.ages", ["from": String(from), "to": String(to)])
    case (let from?, nil): self("directory.agesFrom", ["from": String(from)])
    case (nil, let to?): self("directory.agesTo", ["to": String(to)])
    case (nil, nil): nil
    }
  }

  /// `EUC: 3 besøg`.
  func visitCount(_ count: Int, at school: String) -> String {
    self(count == 1 ? "count.one" : "count.many", ["school": school, "count": String(count)])
  }
}

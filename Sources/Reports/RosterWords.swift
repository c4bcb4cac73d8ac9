// The rules of the roster as sentences: screens and commands take them from here.

import Domain
import Resources

extension Words {
  /// Which rule a plan breaks: `Ali Rugmark har vagt to steder samtidig: HHX og VUC`.
  package func rule(_ fault: RosterFault, in documents: Documents) -> String {
    func name(_ id: Colleague.ID) -> String { documents.colleague(id)?.name ?? id.text }
    func name(_ id: School.ID) -> String { documents.school(id)?.name ?? id.text }
    switch fault.rule {
    case .twoPlaces(let who, let other) where other == fault.place.school:
      return self("rule.twice", ["name": name(who), "school": name(other)])
    case .twoPlaces(let who, let other):
      return self(
        "rule.twoPlaces", ["name": name(who), "school": name(fault.place.school), "other": name(other)])
    case .buddyOnDuty(let who, let other):
      return self("rule.buddyOnDuty", ["name": name(who), "school": name(other)])
    case .noBuddy(let who): return self("rule.noBuddy", ["name": name(who)])
    case .nobody(let hours, asked: nil): return self("rule.nobody", ["hours": span(hours)])
    case .nobody(let hours, let asked?):
      return self("rule.asked", ["hours": span(hours), "name": name(asked)])
    case .unavailable(let who, let why, let isBuddy):
      return self(
        isBuddy ? "rule.buddyUnavailable" : "rule.unavailable",
        ["name": name(who), "why": unavailability(why)])
    case .closedDay(let who, let why):
      return self("rule.closedDay", ["name": name(who), "why": closure(why)])
    }
  }

  /// The same with day and school before it.
  package func ruleLine(_ fault: RosterFault, in documents: Documents) -> String {
    let school = documents.school(fault.place.school)?.name ?? fault.place.school.text
    return self(
      "rule.line",
      ["day": weekdayAndDay(fault.place.day), "school": school, "rule": rule(fault, in: documents)])
  }

  /// Why somebody cannot have a duty: `er væk til og med fre. 13. mar. 2026`.
  package func unavailability(_ why: Unavailability) -> String {
    switch why {
    case .unknown: self("unavailable.unknown")
    case .notYetBegun(let day): self("unavailable.notYetBegun", ["day": shortDay(day)])
    case .left(let day): self("unavailable.left", ["day": shortDay(day)])
    case .away(let day): self("unavailable.away", ["day": shortDay(day)])
    case .notThisWeekday(let weekday): self("unavailable.weekday", ["weekday": self.weekday(weekday)])
    }
  }

  /// What keeps somebody from a duty: `har vagt på VUC`.
  package func obstacle(_ obstacle: Obstacle, in documents: Documents) -> String {
    switch obstacle {
    case .unavailable(let why): unavailability(why)
    case .onDuty(let school):
      self("obstacle.onDuty", ["school": documents.school(school)?.name ?? school.text])
    }
  }

  /// Where somebody is the makker at that time: `er makker på VUC`.
  package func buddyElsewhere(_ school: School.ID, in documents: Documents) -> String {
    self("obstacle.buddy", ["school": documents.school(school)?.name ?? school.text])
  }

  /// How somebody fits a duty: `makker`, `flyver`.
  package func suitability(_ suitability: Suitability) -> String {
    switch suitability {
    case .buddy: self("suited.buddy")
    case .floaterOfProfession: self("suited.floaterOfProfession")
    case .floater: self("suited.floater")
    case .ofSchool: self("suited.ofSchool")
    case .ofMunicipality: self("suited.ofMunicipality")
    }
  }
}

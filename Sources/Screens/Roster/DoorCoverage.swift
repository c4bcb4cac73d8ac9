// How many of the doors that are to be open have somebody, and why others are closed.

import Domain
import Reports

/// How many of the doors that are to be open have somebody.
struct DoorCoverage {
  var open = 0
  var staffed = 0
  /// A door has somebody, but not in all its hours.
  var hasGap = false
  /// A door is to be open and has no base roster yet.
  var isUnplanned = false
  /// Why doors are closed, each with those schools.
  var closures: [(closure: Closure, schools: [School])] = []

  mutating func close(_ school: School, _ closure: Closure) {
    if let index = closures.firstIndex(where: { $0.closure == closure }) {
      if !closures[index].schools.contains(where: { $0.id == school.id }) {
        closures[index].schools.append(school)
      }
    } else {
      closures.append((closure, [school]))
    }
  }

  var hasHole: Bool { staffed < open || hasGap }
}

extension Desk {
  func coverage(of schools: [School], on days: [CivilDate]) -> DoorCoverage {
    var sum = DoorCoverage()
    for day in days {
      for school in schools {
        switch picture.roster.coverage(at: school, on: day) {
        case .closed(.notThisWeekday), .closed(.notYetOpened), .closed(.ended): break
        case .closed(let closure): sum.close(school, closure)
        case .nobody where picture.ledger.isBeforeBasePlan(at: school.id, day): sum.isUnplanned = true
        case .nobody: sum.open += 1
        case .staffed:
          sum.open += 1
          sum.staffed += 1
          let plan = picture.roster.holes(in: DateSpan(from: day, to: day))
          if plan.contains(where: { $0.place.school == school.id }) { sum.hasGap = true }
        }
      }
    }
    return sum
  }
}

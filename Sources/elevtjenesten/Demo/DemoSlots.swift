// The days on which doors were open: the roster of the made-up weeks, with a few absences.

import Domain

/// One school's open door on one day.
struct DemoSlot: Sendable {
  /// How the base roster was departed from.
  enum Exception: Sendable {
    case none
    case substitute(Colleague.ID)
    case nobody
  }

  var school: School
  var day: CivilDate
  var hours: TimeSpan
  var duty: DemoDuty
  var exception = Exception.none
  var visits = 0
  /// Open handovers of the script that began with a visit on this day.
  var scripted: [DemoScript.Scene] = []

  /// Who sat at the door.
  var colleague: Colleague.ID? {
    switch exception {
    case .none: duty.colleague
    case .substitute(let other): other
    case .nobody: nil
    }
  }

  var isStaffed: Bool { colleague != nil }
}

extension DemoWorld {
  /// All open doors of the days, in order; about one in fifty has a substitute, one in eighty nobody.
  func slots(from first: CivilDate, through last: CivilDate, random: inout DemoRandom) -> [DemoSlot] {
    guard first <= last else { return [] }
    var slots: [DemoSlot] = []
    for offset in 0...last.days(since: first) {
      let day = first.adding(days: offset)
      for school in documents.schools {
        guard var slot = slot(at: school, on: day) else { continue }
        if random.chance(0.0325) {
          let floaters = documents.colleagues.filter { $0.isFloater && $0.isEmployed(on: day) }
          let floater = random.chance(0.62) ? random.pick(floaters) : nil
          slot.exception = floater.map { .substitute($0.id) } ?? .nobody
        }
        slots.append(slot)
      }
    }
    return slots
  }

  /// The open door of a school on a day by calendar and base roster.
  func slot(at school: School, on day: CivilDate) -> DemoSlot? {
    guard let duty = duty(at: school.id, on: day.weekday) else { return nil }
    switch documents.schoolCalendar.day(day, at: school) {
    case .closed: return nil
    case .open(let hours):
      return hours.first.map { DemoSlot(school: school, day: day, hours: $0, duty: duty) }
    }
  }
}

/// How the visits are spread over the open doors.
enum DemoVolume {
  /// As many as chance brings: Poisson numbers around each school's mean.
  static func byChance(_ slots: inout [DemoSlot], random: inout DemoRandom) {
    for index in slots.indices where slots[index].isStaffed {
      slots[index].visits = random.poisson(DemoWorld.meanVisits(at: slots[index].school.id))
    }
  }

  /// Exactly `total`, by the schools' means. False when no door was open on any day.
  static func exactly(_ total: Int, _ slots: inout [DemoSlot], random: inout DemoRandom) -> Bool {
    var ends: [Double] = []
    var sum = 0.0
    for slot in slots {
      if slot.isStaffed { sum += DemoWorld.meanVisits(at: slot.school.id) }
      ends.append(sum)
    }
    guard sum > 0 else { return total == 0 }
    for _ in 0..<total {
      let place = random.unit() * sum
      var (low, high) = (0, ends.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] > place { high = middle } else { low = middle + 1 }
      }
      slots[low].visits += 1
    }
    return true
  }
}

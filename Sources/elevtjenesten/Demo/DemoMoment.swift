// When the demo is: now, if a visitor would find the doors open; else a morning that was.

import Domain

extension DemoWorld {
  /// The time the demo pretends it is; nil is the real one.
  func pretendedStart(_ now: Moment) -> LocalTime? {
    if hasOpenDoors(at: now) { return nil }
    // Within a year there is always a school day.
    for offset in 0..<400 {
      let day = now.day.adding(days: -offset)
      let isPast = offset > 0 || now.time >= Self.morning
      if isPast, openSchools(on: day) >= 5 { return LocalTime(day: day, time: Self.morning) }
    }
    return LocalTime(day: now.day, time: Self.morning)
  }

  private static let morning = ClockTime(clamping: 10 * 60 + 12)

  private func hasOpenDoors(at now: Moment) -> Bool {
    guard openSchools(on: now.day) >= 5 else { return false }
    return documents.schools.contains { school in
      slot(at: school, on: now.day)?.hours.contains(now.time) ?? false
    }
  }

  private func openSchools(on day: CivilDate) -> Int {
    documents.schools.count { slot(at: $0, on: day) != nil }
  }

  /// Who sits at the demo's own desk on a day: Malene when she has duty or is makker there.
  func identity(on day: CivilDate) -> Colleague.ID {
    guard let duty = duty(at: Self.home, on: day.weekday) else { return Self.mentor }
    return duty.buddy == Self.mentor ? Self.mentor : duty.colleague
  }
}

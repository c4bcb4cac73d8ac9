// Days, times and weeks written out in tests; a wrong one stops the test at once.

import Domain

/// The date written `2026-03-05`.
package func date(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("no date: \(text)") }
  return date
}

/// The time written `09:30`.
package func time(_ text: String) -> ClockTime {
  guard let time = ClockTime(text) else { preconditionFailure("no time: \(text)") }
  return time
}

/// The week written `2026-W10`.
package func week(_ text: String) -> ISOWeek {
  guard let week = ISOWeek(text) else { preconditionFailure("no week: \(text)") }
  return week
}

// Times: of a day (roster, doors) and of the world (the log's `at`), and the moment that is now.

/// A time of day in whole minutes, 00:00–24:00, written `09:30`.
package struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since midnight, 0–1440.
  package let minutes: Int

  /// The time, or nil outside the day.
  package init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// The time nearest to that many minutes since midnight.
  package init(clamping minutes: Int) {
    self.minutes = min(max(minutes, 0), 1440)
  }

  /// Reads `09:30`; anything else is nil.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == 0x3a, let hour = Digits.value(bytes[0..<2]),
      let minute = Digits.value(bytes[3..<5]), minute < 60
    else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  package var hour: Int { minutes / 60 }
  package var minute: Int { minutes % 60 }

  package static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

  package var description: String { "\(Digits.padded(hour, 2)):\(Digits.padded(minute, 2))" }
}

/// A second of world time, written as ISO 8601 in UTC: `2026-03-05T09:12:00Z`. For display and ties only.
package struct UTCTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  /// Reads `2026-03-05T09:12:00Z`; anything else is nil.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == 0x54, bytes[13] == 0x3a, bytes[16] == 0x3a, bytes[19] == 0x5a,
      let date = CivilDate(String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = Digits.value(bytes[11..<13]), let minute = Digits.value(bytes[14..<16]),
      let second = Digits.value(bytes[17..<19]), hour < 24, minute < 60, second < 60
    else { return nil }
    seconds = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second
  }

  package static func < (left: UTCTime, right: UTCTime) -> Bool { left.seconds < right.seconds }

  package var description: String {
    let dayNumber = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - dayNumber * 86_400
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { Digits.padded($0, 2) }
    return "\(CivilDate(dayNumber: dayNumber))T\(time[0]):\(time[1]):\(time[2])Z"
  }
}

/// What "now" is: the civil day and time at the school, and the same moment in world time.
package struct Moment: Hashable, Sendable {
  package var day: CivilDate
  package var time: ClockTime
  package var utc: UTCTime

  package init(day: CivilDate, time: ClockTime, utc: UTCTime) {
    self.day = day
    self.time = time
    self.utc = utc
  }

  package var week: ISOWeek { ISOWeek(containing: day) }

  /// The day at the school of another moment in world time, as clocks go now: in the nights between summer
  /// and winter time an hour may count to the day beside.
  package func day(of other: UTCTime) -> CivilDate {
    let ahead = day.dayNumber * 86_400 + time.minutes * 60 - utc.seconds / 60 * 60
    let local = other.seconds + ahead
    return CivilDate(dayNumber: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }
}

// What time it is at the schools: Danish local time, real or pretended.

import Domain
import Foundation
import Glibc

/// A day and a time of day as somebody in Denmark reads them off the wall.
struct LocalTime: Equatable {
  var day: CivilDate
  var secondOfDay: Int

  init(day: CivilDate, time: ClockTime, second: Int = 0) {
    self.day = day
    secondOfDay = time.minutes * 60 + second
  }

  /// Reads `2026-03-05T10:12` and `2026-03-05T23:59:50`; anything else is nil.
  init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CivilDate(parts[0]), let time = ClockTime(parts[1].prefix(5)),
      time.minutes < 1440
    else { return nil }
    let rest = parts[1].dropFirst(5)
    guard let second = rest.isEmpty ? 0 : Self.second(rest) else { return nil }
    self.init(day: day, time: time, second: second)
  }

  private static func second(_ text: Substring) -> Int? {
    guard text.hasPrefix(":"), text.utf8.count == 3 else { return nil }
    return Parse.number(String(text.dropFirst()), in: 0...59)
  }
}

/// Why there is no clock.
enum ClockError: Error, Equatable {
  /// The system does not know the time zone; any other one would be wrong.
  case unknownZone(String)
}

/// Tells the moment. A pretended time starts where it was set and runs on.
struct Clock: Sendable {
  private let zone: TimeZone
  /// What to add to the monotonic clock; nil is real time.
  private let pretendedOffset: Int?

  /// The zone of all schools.
  static let zoneName = "Europe/Copenhagen"

  init(pretending start: LocalTime? = nil) throws(ClockError) {
    guard let zone = TimeZone(identifier: Self.zoneName) else { throw .unknownZone(Self.zoneName) }
    self.zone = zone
    pretendedOffset = start.map { Self.utc(of: $0, in: zone).seconds - Self.monotonicSeconds() }
  }

  /// The same clock, pretending another time.
  func pretending(_ start: LocalTime) -> Clock {
    Clock(zone: zone, pretendedOffset: Self.utc(of: start, in: zone).seconds - Self.monotonicSeconds())
  }

  private init(zone: TimeZone, pretendedOffset: Int?) {
    self.zone = zone
    self.pretendedOffset = pretendedOffset
  }

  /// Whether the time is made up.
  var isPretended: Bool { pretendedOffset != nil }

  func now() -> Moment {
    if let pretendedOffset { return moment(of: UTCTime(seconds: pretendedOffset + Self.monotonicSeconds())) }
    return moment(of: UTCTime(seconds: time(nil)))
  }

  /// The day and time of day at the schools at a moment of the world.
  func moment(of utc: UTCTime) -> Moment {
    let local = utc.seconds + Self.offset(at: utc.seconds, in: zone)
    let dayNumber = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let time = ClockTime(clamping: (local - dayNumber * 86_400) / 60)
    return Moment(day: CivilDate(dayNumber: dayNumber), time: time, utc: utc)
  }

  /// When the day of a moment began at the schools.
  func startOfDay(of utc: UTCTime) -> UTCTime {
    self.utc(day: moment(of: utc).day, time: ClockTime(clamping: 0))
  }

  /// The moment of the world at a local time.
  func utc(day: CivilDate, time: ClockTime, second: Int = 0) -> UTCTime {
    Self.utc(of: LocalTime(day: day, time: time, second: second), in: zone)
  }

  /// An hour that comes twice is the first of the two; one that is left out is read as if the
  /// clock had not been put forward yet.
  private static func utc(of local: LocalTime, in zone: TimeZone) -> UTCTime {
    let seconds = local.day.dayNumber * 86_400 + local.secondOfDay
    let before = offset(at: seconds - 86_400, in: zone)
    let after = offset(at: seconds + 86_400, in: zone)
    for candidate in [before, after] where offset(at: seconds - candidate, in: zone) == candidate {
      return UTCTime(seconds: seconds - candidate)
    }
    return UTCTime(seconds: seconds - before)
  }

  private static func offset(at utcSeconds: Int, in zone: TimeZone) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utcSeconds)))
  }

  private static func monotonicSeconds() -> Int {
    var reading = timespec()
    clock_gettime(CLOCK_MONOTONIC, &reading)
    return reading.tv_sec
  }
}

// Danish local time against the hours on which the clocks are known to change.
import Domain
import Testing

@testable import elevtjenesten

@Suite struct ClockTests {
  private func utc(_ text: String) throws -> String {
    let local = try #require(LocalTime(text))
    let time = ClockTime(clamping: local.secondOfDay / 60)
    return try Clock().utc(day: local.day, time: time, second: local.secondOfDay % 60).description
  }

  @Test(arguments: [
    ("2026-03-05T10:12", "2026-03-05T09:12:00Z"), ("2026-07-01T10:12:07", "2026-07-01T08:12:07Z"),
    // The hour that is left out, and the one that comes twice.
    ("2026-03-29T01:59", "2026-03-29T00:59:00Z"), ("2026-03-29T02:30", "2026-03-29T01:30:00Z"),
    ("2026-03-29T03:00", "2026-03-29T01:00:00Z"), ("2026-10-25T02:30", "2026-10-25T00:30:00Z"),
    ("2026-10-25T03:00", "2026-10-25T02:00:00Z"), ("2027-01-01T00:00", "2026-12-31T23:00:00Z"),
  ]) func localTimeIsDanish(local: String, expected: String) throws {
    #expect(try utc(local) == expected)
  }

  @Test func aMomentIsReadOffTheWall() throws {
    let clock = try Clock()
    let moment = clock.moment(of: try #require(UTCTime("2026-12-31T23:05:00Z")))
    #expect(moment.day == CivilDate("2027-01-01") && moment.time == ClockTime("00:05"))
    let gap = clock.moment(of: try #require(UTCTime("2026-03-29T01:30:00Z")))
    #expect(gap.time == ClockTime("03:30"))
  }

  @Test func aPretendedTimeStartsWhereItIsToldAndRunsOn() async throws {
    let start: LocalTime = try #require(LocalTime("2026-03-05T23:59:58"))
    let clock = try Clock(pretending: start)
    #expect(clock.isPretended)
    #expect(clock.now().day == CivilDate("2026-03-05"))
    try await Task.sleep(for: .seconds(3))
    #expect(clock.now().day == CivilDate("2026-03-06"))
  }

  @Test(arguments: [
    "2026-03-05", "2026-03-05T24:00", "2026-03-05T1:12", "2026-03-05 10:12", "2026-03-05T10:12:60",
  ])
  func otherTextsAreNoTimes(text: String) {
    #expect(LocalTime(text) == nil)
  }
}

@Suite struct DemoMomentTests {
  private let world = DemoWorld.embedded(.init(.danish))

  private func start(_ day: String, _ time: String) throws -> LocalTime? {
    let now = Moment(
      day: try #require(CivilDate(day)), time: try #require(ClockTime(time)), utc: UTCTime(seconds: 0))
    return world.pretendedStart(now)
  }

  @Test func withOpenDoorsItIsNow() throws {
    #expect(try start("2026-03-05", "10:40") == nil)
  }

  @Test(arguments: [
    // After hours, on a Sunday, in a break, and before the doors open in the morning.
    ("2026-03-05", "20:00", "2026-03-05"), ("2026-11-22", "12:00", "2026-11-20"),
    ("2026-02-12", "10:40", "2026-02-06"), ("2026-03-05", "07:00", "2026-03-04"),
    ("2026-07-20", "10:00", "2026-06-26"),
  ]) func otherwiseItIsTheLatestSchoolDayThatWas(day: String, time: String, expected: String) throws {
    let start = try #require(try start(day, time))
    #expect(start.day == CivilDate(expected) && start.secondOfDay == (10 * 60 + 12) * 60)
  }

  @Test(arguments: [
    ("2026-03-02", "MAL"), ("2026-03-03", "NAD"), ("2026-03-04", "MIK"), ("2026-03-05", "MAL"),
    ("2026-03-06", "MAL"), ("2026-03-07", "MAL"),
  ]) func theDemoBelongsToWhoeverIsAtTheDesk(day: String, expected: String) throws {
    #expect(world.identity(on: try #require(CivilDate(day))).text == expected)
  }

  @Test(arguments: [("opert", "opret", 1), ("besøk", "besøg", 1), ("", "abc", 3), ("abc", "abc", 0)])
  func distances(left: String, right: String, expected: Int) {
    #expect(Spelling.distance(Array(left), Array(right)) == expected)
  }
}

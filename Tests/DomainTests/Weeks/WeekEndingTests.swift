// What stands against ending a week, which weeks are due, and what a week is counted to.

import Testing

@testable import Domain

@Suite("Ending weeks") struct WeekEndingTests {
  /// EUC and VUC with a visit by each of two machines on a day.
  private func picture(own: [String] = [], others: [String] = []) -> FolderPicture {
    var picture = DomainTests.picture(schools: [school("EUC"), school("VUC")], colleagues: [])
    picture.ownWriters = ["euc-1"]
    for (index, day) in own.enumerated() {
      picture.ledger.apply(visit(index + 1, "EUC", on: day), origin: origin(index + 1, writer: "euc-1"))
    }
    for (index, day) in others.enumerated() {
      picture.ledger.apply(visit(index + 500, "VUC", on: day), origin: origin(index + 1, writer: "vuc-2"))
    }
    return picture
  }

  @Test func aWeekIsDueFromWednesdayNoon() {
    let picture = picture(own: ["2026-03-02"], others: ["2026-03-06"])
    let early = moment("2026-03-11", "11:59")
    #expect(picture.weeksToEnd(at: early) == [])
    #expect(picture.obstacle(toEnding: tenth, at: early) == .notOver(day("2026-03-11")))
    #expect(picture.weeksToEnd(at: afterTenth) == [tenth])
    #expect(picture.obstacle(toEnding: tenth, at: afterTenth) == nil)
  }

  /// From the first week that anything was recorded of, holidays too; an ended one is not due again.
  @Test func allWeeksOfAHolidayAreDueOldestFirst() {
    var picture = picture(others: ["2026-02-06", "2026-03-11"])
    #expect(
      picture.weeksToEnd(at: afterTenth).map(\.description)
        == ["2026-W06", "2026-W07", "2026-W08", "2026-W09", "2026-W10"])
    let record = picture.ending(week("2026-W08"), id: id(900), by: nil, at: afterTenth)
    picture.ledger.apply(.week(record), origin: origin(900))
    #expect(
      picture.weeksToEnd(at: afterTenth).map(\.description)
        == ["2026-W06", "2026-W07", "2026-W09", "2026-W10"])
    #expect(picture.weeksToEnd(from: week("2026-W05"), at: afterTenth).first == week("2026-W05"))
    // Nothing was recorded: nothing is due.
    #expect(self.picture().weeksToEnd(at: afterTenth) == [])
  }

  // MARK: Clocks

  /// Others recorded last on Thursday of week 10. A clock that is three weeks ahead believes that weeks 10, 11
  /// and 12 are over.
  @Test(arguments: [15, 21, 60, 400]) func aClockThatIsAheadEndsNothing(days: Int) {
    let thursday = day("2026-03-05")
    let ahead = thursday.adding(days: days)
    let now = Moment(
      day: ahead, time: clock("13:00"), utc: UTCTime(seconds: ahead.dayNumber * 86_400 + 43_200))
    // Its own records of that day are no sign that the day has come.
    let picture = picture(own: ["2026-03-05", ahead.description], others: ["2026-03-05"])
    for week in picture.weeksToEnd(at: now) {
      #expect(picture.obstacle(toEnding: week, at: now) == .aheadOfOthers(thursday), "\(week)")
    }
    #expect(!picture.weeksToEnd(at: now).isEmpty)
    // What others have recorded after the noon it ended at is over by any clock.
    #expect(picture.obstacle(toEnding: week("2026-W08"), at: now) == nil)
    // They come back: now all may end.
    let back = self.picture(own: [ahead.description], others: ["2026-03-05", ahead.description])
    for week in back.weeksToEnd(at: now) { #expect(back.obstacle(toEnding: week, at: now) == nil) }
  }

  /// In a holiday nobody records anything; the last week before it ends in time.
  @Test func theLastWeekBeforeAHolidayEnds() {
    let picture = picture(others: ["2026-06-26"])
    let (last, first) = (week("2026-W26"), week("2026-W27"))
    #expect(picture.obstacle(toEnding: last, at: moment("2026-07-01", "12:00")) == nil)
    #expect(picture.obstacle(toEnding: first, at: moment("2026-07-08", "12:00")) == nil)
    #expect(
      picture.obstacle(toEnding: first, at: moment("2026-07-15", "12:00"))
        == .aheadOfOthers(day("2026-06-26")))
    #expect(WeekObstacle.aheadOfOthers(nil).canBeAccepted)
  }

  @Test func whereThereIsOneMachineItsOwnNewestDayCounts() {
    #expect(picture(own: ["2026-03-09"]).obstacle(toEnding: tenth, at: afterTenth) == nil)
    #expect(
      picture(own: ["2026-02-02"]).obstacle(toEnding: tenth, at: afterTenth)
        == .aheadOfOthers(day("2026-02-02")))
    #expect(picture().obstacle(toEnding: tenth, at: afterTenth) == .aheadOfOthers(nil))
    // Doors are records too.
    var picture = picture()
    picture.ledger.apply(
      door(1, "EUC", on: "2026-03-06", isOpen: true), origin: origin(1, writer: "euc-1"))
    #expect(picture.obstacle(toEnding: tenth, at: afterTenth) == nil)
  }

  /// What this machine wrote as before it lost its state is its own, so nobody else vouches for the day.
  @Test func ownEarlierEpochsAreOwn() {
    let ahead = moment("2026-03-26", "13:00")
    var picture = picture(others: ["2026-03-05"])
    picture.ledger.apply(visit(1, "EUC", on: "2026-03-26"), origin: origin(1, writer: "euc-0"))
    #expect(picture.obstacle(toEnding: tenth, at: ahead) == nil)
    picture.ownWriters.insert("euc-0")
    #expect(picture.obstacle(toEnding: tenth, at: ahead) == .aheadOfOthers(day("2026-03-05")))
  }

  // MARK: What is missing

  @Test func whatIsMissingOrUnreadStandsAgainstIt() {
    var picture = picture(others: ["2026-03-06"])
    func obstacle() -> WeekObstacle? { picture.obstacle(toEnding: tenth, at: afterTenth) }
    picture.missing = MissingRecords(weeks: [tenth: 2, week("2026-W11"): 1, week("2026-W12"): 7])
    #expect(obstacle() == .missing(3) && obstacle()?.canBeAccepted == true)
    picture.missing = MissingRecords(years: [2026: 4, 2024: 9], unplaced: 1)
    #expect(obstacle() == .missing(5))
    picture.missing = MissingRecords(weeks: [week("2026-W09"): 2], years: [2025: 1])
    #expect(obstacle() == nil)
    for (gap, canBeAccepted): (FolderPicture.Gap, Bool) in [
      (.unreadLog("log/x"), true), (.brokenDocument(.schools), false), (.newerFormat(9), false),
      (.newerRecords, false),
    ] {
      picture.gaps = [.unreadLog("log/x"), gap]
      #expect(obstacle() == .gap(gap) && obstacle()?.canBeAccepted == canBeAccepted, "\(gap)")
    }
  }

  /// Week 1 of 2026 begins on 29 December 2025; doors of its Monday stand in the file of 2025.
  @Test func aWeekOfTwoYearsHasRecordsInBoth() {
    let first = week("2026-W01")
    let missing = MissingRecords(years: [2025: 3, 2026: 4, 2024: 100])
    #expect(missing.touching(first) == 7)
    #expect(missing.touching(week("2026-W02")) == 4)
    #expect(missing.touching(week("2020-W53")) == 0)
    #expect(MissingRecords(years: [2021: 1, 2020: 2]).touching(week("2020-W53")) == 3)
  }

  // MARK: What is counted

  private func rows(_ picture: FolderPicture, _ name: String, at now: Moment) -> [WeekRow] {
    picture.ending(week(name), id: id(900), by: nil, at: now).rows
  }

  /// Skærtorsdag 2 April 2026 is in a week whose Thursday and Friday are holidays, and the days before are a
  /// break.
  @Test func aVisitOnAHolidayIsOutsideOpeningDays() {
    var picture = DomainTests.picture(
      schools: [school("EUC")], colleagues: [], events: [visit(1, "EUC", on: "2026-04-02")],
      calendar: [
        CalendarEntry(
          schoolYear: "2025/26", name: "Påskeferie", kind: .schoolBreak,
          days: days("2026-03-28", "2026-04-06"),
          schools: nil, hours: nil, source: "")
      ])
    let now = moment("2026-04-08", "12:00")
    let rows = rows(picture, "2026-W14", at: now)
    #expect(rows.map(\.opening) == [0] && rows.map(\.staffed) == [0] && rows.map(\.counted) == [0])
    #expect(rows.map(\.extra) == [1] && rows.map(\.visits) == [1])
    #expect(rows.first?.closed != nil)
    picture.documents.calendar = []
    #expect(self.rows(picture, "2026-W14", at: now).map(\.opening) == [3])
  }

  @Test func aFridayAtASchoolWithTwoDaysIsExtra() {
    let picture = DomainTests.picture(
      schools: [school("FGU", on: [.tuesday, .thursday])], colleagues: [],
      events: ["2026-03-03", "2026-03-05", "2026-03-06"].enumerated().map { visit($0 + 1, "FGU", on: $1) })
    #expect(
      rows(picture, "2026-W10", at: afterTenth)
        == [WeekRow(school: "FGU", opening: 2, staffed: 2, counted: 2, extra: 1, visits: 3)])
  }

  /// One that the documents do not know, and one that opened in April, are counted all the same.
  @Test func schoolsThatAreNotThereAreCounted() {
    let picture = DomainTests.picture(
      schools: [school("EUC"), school("SOSU", opened: "2026-04-13"), school("ABS", opened: "2026-05-04")],
      colleagues: [],
      events: [visit(1, "VÆK", on: "2026-03-03"), visit(2, "SOSU", on: "2026-03-05")])
    let rows = rows(picture, "2026-W10", at: afterTenth)
    #expect(
      rows == [
        WeekRow(school: "EUC", opening: 5),
        WeekRow(school: "SOSU", closed: .notOpened, extra: 1, visits: 1),
        WeekRow(school: "VÆK", extra: 1, visits: 1),
      ])
  }

  /// The preview of a release shows what it will be; nothing that cannot end is ended for it.
  @Test func aPreviewEndsWhatCanBe() throws {
    var picture = picture(others: ["2026-01-07", "2026-03-06"])
    let now = moment("2026-04-02", "12:00")
    let quarter = Period.quarter(year: 2026, number: 1)
    picture.missing = MissingRecords(weeks: [week("2026-W05"): 1])
    let preview = picture.endingWeeks(of: quarter, at: now)
    #expect(preview.ended(week("2026-W02"), at: now)?.record.visits == 1)
    #expect(preview.ended(week("2026-W05"), at: now) == nil)
    #expect(picture.ended(week("2026-W02"), at: now) == nil)
  }
}

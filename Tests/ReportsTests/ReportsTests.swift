// Reports as values: JSON and CSV to the byte, and weekly figures against counting by hand.
import Domain
import Foundation
import Resources
import Testing

@testable import Reports

@Suite struct FormatTests {
  @Test func jsonKeepsTheOrderOfKeysAndEscapes() throws {
    let value: JSON = [
      "b": .integer(2), "a": .list([.null, .bool(true), .hundredths(2_050), .hundredths(-5)]),
      "t": .text("å \"q\" \\ \n \u{1}"),
    ]
    #expect(value.description == #"{"b":2,"a":[null,true,20.5,-0.05],"t":"å \"q\" \\ \n \u0001"}"#)
    let parsed = try JSONSerialization.jsonObject(with: Data(value.description.utf8)) as? [String: Any]
    #expect(parsed?["t"] as? String == "å \"q\" \\ \n \u{1}")
  }

  @Test func csvIsForADanishSpreadsheet() {
    let bytes = CSV.bytes([["a;b", "\"", "=SUM(A1)", "-1", "å"], ["1,5"]])
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(text == "\"a;b\";\"\"\"\";'=SUM(A1);'-1;å\r\n1,5\r\n")
  }

  @Test func datesAreWrittenAsDanesDo() throws {
    let day = try #require(CivilDate("2026-03-05"))
    let time = try #require(ClockTime("09:05"))
    #expect(Words(.danish).longDate(day) == "torsdag den 5. marts 2026")
    #expect(Words(.danish).time(time) == "9.05")
    #expect(Words(.english).longDate(day) == "Thursday 5 March 2026")
    #expect(Words(.english).time(time) == "9:05")
    #expect(Words(.danish).week(ISOWeek(containing: day)) == "uge 10")
    #expect(
      Words(.danish).shortDay(day) == "tors. 5. mar. 2026"
        && Words(.english).shortDay(day) == "Thu 5 Mar 2026")
    let christmas = DateSpan(
      from: try #require(CivilDate("2025-12-22")), to: try #require(CivilDate("2026-01-02")))
    #expect(Words(.danish).shortDates(christmas) == "22. dec.–2. jan. 2026")
    let winter = DateSpan(
      from: try #require(CivilDate("2026-02-07")), to: try #require(CivilDate("2026-02-15")))
    #expect(Words(.danish).shortDates(winter) == "7.–15. feb. 2026")
    #expect(Words(.english).shortDates(winter) == "7–15 Feb 2026")
    #expect(Words(.english).shortDates(DateSpan(from: day, to: day)) == "5 Mar 2026")
  }

  @Test func thousandsAreApartForPeople() {
    for (count, danish, english) in [
      (0, "0", "0"), (999, "999", "999"), (1_279, "1.279", "1,279"), (12_040, "12.040", "12,040"),
      (1_000_000, "1.000.000", "1,000,000"), (-1_204, "-1.204", "-1,204"),
    ] {
      #expect(Words(.danish).number(count) == danish && Words(.english).number(count) == english)
    }
    #expect(Words(.danish).decimal(minutes: 72_240) == "1.204,0")
    #expect(Words(.english).decimal(minutes: 72_243) == "1,204.1")
    #expect(Words(.danish).rounded(RoundedCount(count: 1_205, base: 5)) == "1.205")
    #expect(Words(.danish).rounded(RoundedCount(count: 0, base: 5)) == "0–4")
  }

  @Test func oneIsSaidAsOne() {
    #expect(Words(.danish).shortfall(Completeness(missing: 1)) == "Ufuldstændig: én post mangler.")
    let many = Completeness(missing: 1_279)
    #expect(Words(.english).shortfall(many) == "Incomplete: 1,279 records are missing.")
  }
}

@Suite struct FigureTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func hours() throws -> TimeSpan {
    TimeSpan(from: try #require(ClockTime("09:30")), to: try #require(ClockTime("13:30")))
  }

  /// One school, open every weekday, with duty on Monday to Wednesday of week 10 of 2026.
  private func picture(_ events: [Event]) throws -> FolderPicture {
    let hours = try hours()
    let school = School(
      id: "EUC", name: "EUC", opened: try day("2017-09-04"),
      hours: Weekday.allCases.filter { $0 <= .friday }.map { OpeningHours(weekday: $0, span: hours) })
    let colleague = Colleague(id: "MAL", name: "Malene", profession: "mentor")
    var ledger = Ledger()
    let patterns = try [Weekday.monday, .tuesday, .wednesday].enumerated().map { index, weekday in
      Event.pattern(
        PatternChange(
          id: RecordID(high: 9, low: UInt64(index)), after: .zero, at: UTCTime(seconds: 0), by: nil,
          from: try day("2026-01-01"),
          rhythm: Rhythm(every: 1, week: ISOWeek(containing: try day("2026-01-01"))), school: "EUC",
          spans: [DutySpan(colleague: "MAL", buddy: nil, hours: hours)], weekday: weekday))
    }
    for (index, event) in (patterns + events).enumerated() {
      let hash = RecordHash(high: 1, low: UInt64(index))
      ledger.apply(event, origin: Origin(writer: "euc-0000000000000001", sequence: index + 1, hash: hash))
    }
    return FolderPicture(
      documents: Documents(
        settings: Settings(name: "Prøve"), schools: [school], colleagues: [colleague]), ledger: ledger)
  }

  private func visit(_ id: UInt64, _ text: String) throws -> Event {
    .visit(
      Visit(
        id: RecordID(high: 0, low: id), day: try day(text), school: "EUC", topic: "bolig", outcome: .doneHere)
    )
  }

  private func now(_ text: String) throws -> Moment {
    Moment(day: try day(text), time: try #require(ClockTime("10:00")), utc: UTCTime(seconds: 0))
  }

  @Test func daysAreOpenStaffedAndCounted() throws {
    let events: [Event] = try [
      visit(1, "2026-03-02"), visit(2, "2026-03-02"), visit(3, "2026-03-03"),
      .void(TakeBack(id: RecordID(high: 0, low: 4), day: day("2026-03-03"), of: RecordID(high: 0, low: 3))),
      .sparring(Tick(id: RecordID(high: 0, low: 5), day: day("2026-03-03"), school: "EUC")),
      .zero(Tick(id: RecordID(high: 0, low: 6), day: day("2026-03-04"), school: "EUC")),
      .door(
        DoorChange(
          id: RecordID(high: 0, low: 7), at: UTCTime(seconds: 1), by: nil, day: day("2026-03-05"),
          isOpen: true, school: "EUC")),
    ]
    let week = try #require(ISOWeek("2026-W10"))
    let figures = WeekFigures(week: week, picture: try picture(events), now: try now("2026-03-12"))
    let row = try #require(figures.schools.first?.row)
    #expect(row.openingDays == 5)
    // Two visits, a sparring, a zero, a door: Monday to Thursday.
    #expect(row.staffedDays == 4)
    // Visits on Monday, a zero on Wednesday; Tuesday's visit was taken back.
    #expect(row.countedDays == 2)
    #expect(row.visits == 2 && row.sparring == 1)
    #expect(row.dutyMinutes == 3 * 240)
    #expect(figures.isOver && !figures.isFinal)
    #expect(figures.headline(Words(.danish)) == "Bemandet 4 af 5 dage. Talt 2 af 4.")
  }

  /// Nobody counted on Monday, and a visit on the Saturday does not make up for it.
  @Test func aCountedClosedDayHidesNoUncountedOne() throws {
    let events: [Event] = try [
      visit(1, "2026-03-03"), visit(2, "2026-03-04"), visit(3, "2026-03-05"), visit(4, "2026-03-06"),
      visit(5, "2026-03-07"),
    ]
    let week = try #require(ISOWeek("2026-W10"))
    let figures = WeekFigures(week: week, picture: try picture(events), now: try now("2026-03-12"))
    let row = try #require(figures.schools.first?.row)
    #expect(row.openingDays == 5 && row.countedDays == 4 && row.uncountedDays == 1)
    #expect(row.extraDays == 1 && row.visits == 5)
    #expect(
      figures.headline(Words(.danish)) == "Bemandet 4 af 5 dage og 1 dag uden for åbningstid. Talt 4 af 4.")
    // The same over two weeks.
    #expect((row + row).uncountedDays == 2)
    #expect(Words(.danish).uncounted(row) == "1 dag ikke talt")
  }

  @Test func aWeekUnderWayCountsTheDaysSoFar() throws {
    let week = try #require(ISOWeek("2026-W10"))
    let figures = WeekFigures(week: week, picture: try picture([]), now: try now("2026-03-03"))
    #expect(figures.total.openingDays == 2 && !figures.isFinal)
    #expect(figures.total.dutyMinutes == 2 * 240)
  }

  @Test func aClosedWeekSaysWhy() throws {
    var picture = try picture([])
    picture.documents.calendar = [
      CalendarEntry(
        schoolYear: "2025/26", name: "Vinterferie", kind: .schoolBreak,
        days: DateSpan(from: try day("2026-02-07"), to: try day("2026-02-15")))
    ]
    let week = try #require(ISOWeek("2026-W07"))
    let figures = WeekFigures(week: week, picture: picture, now: try now("2026-03-03"))
    #expect(
      figures.csvRows(joinsSmall: true) == [
        ["2026-W07", "2026-02-09", "EUC", "EUC", "Vinterferie", "0", "0", "0", "0", "0", "0,0"]
      ])
    #expect(figures.json.description.contains(#""status":"Vinterferie""#))
  }

  @Test func whatIsMissingIsSaid() throws {
    var picture = try picture([])
    picture.missingRecords = 3
    let figures = WeekFigures(
      week: try #require(ISOWeek("2026-W10")), picture: picture, now: try now("2026-03-12"))
    #expect(figures.headline(Words(.danish)).hasSuffix("Ufuldstændig: 3 poster mangler."))
    #expect(figures.json.description.contains(#""complete":false,"missing":3"#))
  }
}

// The roster as files for others: calendar lines to the octet, spreadsheets, the door poster; and each
// rule's sentence in both languages.

import Domain
import Foundation
import Resources
import Testing

@testable import Reports

@Suite struct RosterOutputTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
  private func span(_ text: String) throws -> TimeSpan { try #require(TimeSpan(danish: text)) }

  private func picture(_ changes: [CellChange] = [], name: String = "Åse, \"Ø\"; =Kornvang") throws
    -> FolderPicture
  {
    let hours = OpeningHours(weekday: .thursday, span: try span("9.30-13.30"))
    let school = School(
      id: "EUC", name: "EUC", opened: try day("2017-09-04"), hours: [hours])
    var ledger = Ledger()
    for (index, change) in changes.enumerated() {
      let origin = Origin(
        writer: "euc-1111111111111111", sequence: index + 1, hash: RecordHash(high: 0, low: UInt64(index)))
      ledger.apply(.cell(change), origin: origin)
    }
    let psychologist = Profession(
      id: "psykolog", label: Label(danish: "Psykolog & rådgiver", english: "Psychologist"))
    return FolderPicture(
      documents: Documents(
        settings: Settings(name: "Prøve", professions: [psychologist]), schools: [school],
        colleagues: [
          Colleague(id: "ASE", name: name, profession: "psykolog"),
          Colleague(id: "PRE", name: "Preben", profession: "mentor"),
        ]),
      ledger: ledger)
  }

  private func change(
    _ number: UInt64, _ who: [Colleague.ID], _ cause: CellChange.Cause = .plan
  ) throws -> CellChange {
    let hours = try span("9.30-13.30")
    return CellChange(
      id: RecordID(high: 0, low: number), after: RecordID(high: 0, low: number - 1), asked: nil,
      at: UTCTime(seconds: 1_772_000_000 + Int(number)), by: nil, cause: cause, day: try day("2026-03-05"),
      school: "EUC", spans: who.map { DutySpan(colleague: $0, buddy: nil, hours: hours) })
  }

  private var week: ClosedRange<ISOWeek> {
    get throws {
      let week = try #require(ISOWeek("2026-W10"))
      return week...week
    }
  }

  @Test func calendarLinesAreFoldedAndEscaped() throws {
    let long = String(repeating: "Åse Ørredbæk, ", count: 12)
    let picture = try picture([try change(1, ["ASE"])], name: long)
    let bytes = RosterCalendar(picture, weeks: try week)
      .file(Words(.danish), now: UTCTime(seconds: 1_772_700_000))
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.last == "" && !text.replacing("\r\n", with: "").contains { $0.isNewline })
    for line in lines { #expect(line.utf8.count <= 75, "\(line)") }
    let unfolded = text.replacing("\r\n ", with: "")
    let name = long.trimmingCharacters(in: .whitespaces).replacing(",", with: "\\,")
    #expect(unfolded.contains("SUMMARY:Elevtjenesten EUC: " + name))
    #expect(
      text.contains("TZID:Europe/Copenhagen") && text.contains("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"))
    #expect(text.contains("DTSTART;TZID=Europe/Copenhagen:20260305T093000"))
  }

  /// Taken, given back, closed for the day: one identity, and a number that only rises.
  @Test func theSequenceRisesWithEveryChange() throws {
    let steps: [([Colleague.ID], CellChange.Cause)] = [
      (["ASE"], .plan), (["PRE"], .substitute), (["ASE"], .undo), ([], .closed),
    ]
    let changes = try steps.enumerated().map { try change(UInt64($0 + 1), $1.0, $1.1) }
    var last = -1
    for count in 1...changes.count {
      let calendar = RosterCalendar(try picture(Array(changes.prefix(count))), weeks: try week)
      let own = try #require(calendar.events.first { $0.span.colleague == "ASE" })
      #expect(own.isCancelled == (count % 2 == 0))
      #expect(own.sequence > last)
      last = own.sequence
    }
  }

  /// Each share has an identity of its own, and each is cancelled when it goes.
  @Test func everyShareThatGoesIsCancelled() throws {
    func shared(_ number: UInt64, _ hours: [String]) throws -> CellChange {
      var cell = try change(number, ["ASE"])
      cell.spans = try hours.map { DutySpan(colleague: "ASE", buddy: nil, hours: try span($0)) }
      return cell
    }
    func told(_ changes: [CellChange]) throws -> [String] {
      RosterCalendar(try picture(changes), weeks: try week).events.filter { $0.span.colleague == "ASE" }
        .map { "\($0.number) \($0.span.hours.from)-\($0.span.hours.to)\($0.isCancelled ? " x" : "")" }
    }
    let three = try shared(1, ["9.30-10.30", "11-12", "12.30-13.30"])
    #expect(try told([three]) == ["1 09:30-10:30", "2 11:00-12:00", "3 12:30-13:30"])
    let one = try shared(2, ["11-12"])
    #expect(try told([three, one]) == ["1 11:00-12:00", "2 11:00-12:00 x", "3 12:30-13:30 x"])
    let none = try shared(3, [])
    #expect(
      try told([three, one, none]) == ["1 11:00-12:00 x", "2 11:00-12:00 x", "3 12:30-13:30 x"])
    let two = try shared(4, ["9.30-10.30", "12.30-13.30"])
    #expect(
      try told([three, one, none, two]) == ["1 09:30-10:30", "2 12:30-13:30", "3 12:30-13:30 x"])
  }

  @Test func theSheetGuardsAgainstFormulas() throws {
    let sheet = RosterSheet(try picture([try change(1, ["ASE"])], name: "=HYPERLINK(1)"), weeks: try week)
    let text = String(decoding: sheet.csv, as: UTF8.self)
    #expect(text.contains(";'=HYPERLINK(1);") && sheet.rows.count == 1)
    let hole = RosterSheet(try picture(), weeks: try week)
    #expect(hole.rows.map { $0[11] } == ["ingen"])
  }

  @Test func thePosterIsEscapedAndFits() throws {
    let picture = try picture([try change(1, ["ASE"])], name: "<b>Åse</b>")
    let school = try #require(picture.documents.schools.first)
    let html = DoorPoster(school, week: try week.lowerBound, picture: picture).html(Words(.danish))
    #expect(html.contains("&lt;b&gt;Åse&lt;/b&gt;") && !html.contains("<b>"))
    #expect(html.contains("Psykolog &amp; rådgiver") && html.contains("Torsdag"))
    // One name a day is large; two a day on all seven days still fit.
    #expect(DoorPoster.size(of: ["Malene Smedelyng"], rows: 5) == 13)
    for rows in 1...7 {
      for people in 1...2 {
        let size = DoorPoster.size(of: Array(repeating: "Malene Smedelyng", count: people), rows: rows)
        #expect(size >= DoorPoster.smallest && Double(people) * (size * 1.05 + 8.4) <= 205 / Double(rows))
      }
    }
  }

  // MARK: Sentences

  @Test func everyRuleHasItsSentenceInBothLanguages() throws {
    let place = SchoolDay(day: try day("2026-03-05"), school: "EUC")
    let hours = try span("9.30-13.30")
    let later = try day("2026-03-06")
    let table: [(RosterFault.Rule, String, String)] = [
      (
        .twoPlaces("PRE", other: "HHX"), "Preben har vagt to steder på samme tid: EUC og HHX",
        "Preben is in two places at the same time: EUC and HHX"
      ),
      (
        .twoPlaces("PRE", other: "EUC"), "Preben står to gange på samme tid på EUC",
        "Preben has two shifts at the same time at EUC"
      ),
      (
        .buddyOnDuty("PRE", at: "HHX"), "Makkeren Preben har selv vagt på HHX",
        "The buddy Preben is on duty at HHX"
      ),
      (.noBuddy("PRE"), "Preben har ingen makker", "Preben has no buddy"),
      (.nobody(hours, asked: nil), "INGEN PÅ VAGT 9.30–13.30", "NOBODY ON DUTY 9:30–13:30"),
      (
        .nobody(hours, asked: "PRE"), "INGEN PÅ VAGT 9.30–13.30 (spurgt: Preben)",
        "NOBODY ON DUTY 9:30–13:30 (asked: Preben)"
      ),
      (
        .unavailable("PRE", .left(later), isBuddy: false), "Preben stoppede fre. 6. mar. 2026",
        "Preben left on Fri 6 Mar 2026"
      ),
      (
        .unavailable("PRE", .notYetBegun(later), isBuddy: false),
        "Preben begynder først fre. 6. mar. 2026", "Preben does not begin until Fri 6 Mar 2026"
      ),
      (
        .unavailable("PRE", .away(later), isBuddy: true),
        "Makkeren Preben er væk til og med fre. 6. mar. 2026",
        "The buddy Preben is away through Fri 6 Mar 2026"
      ),
      (
        .unavailable("PRE", .notThisWeekday(.thursday), isBuddy: false),
        "Preben arbejder ikke om torsdagen", "Preben does not work on Thursdays"
      ),
      (.unavailable("XXX", .unknown, isBuddy: false), "XXX er ukendt", "XXX is unknown"),
      (
        .closedDay("PRE", .entry(kind: .closure, name: "Lukkedag")),
        "Preben har vagt på en lukket dag (Lukket: Lukkedag)",
        "Preben is on duty on a closed day (Closed: Lukkedag)"
      ),
    ]
    let documents = try picture().documents
    for (rule, danish, english) in table {
      let fault = RosterFault(place: place, rule: rule)
      #expect(Words(.danish).rule(fault, in: documents) == danish)
      #expect(Words(.english).rule(fault, in: documents) == english)
    }
    let line = Words(.danish).ruleLine(RosterFault(place: place, rule: .noBuddy("PRE")), in: documents)
    #expect(line == "tors. 5. mar. EUC: Preben har ingen makker")
  }
}

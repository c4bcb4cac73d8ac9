// A roster from a table: the three layouts, every fault with its line and column, and nothing half.

import Domain
import Testing

@Suite struct RosterImportTests {
  private let today = day("2026-03-05")

  private func roster(_ events: [Event] = []) -> Roster {
    picture(
      schools: [school("EUC"), school("FGU", on: [.tuesday, .thursday])],
      colleagues: [
        colleague("MAL", "Malene Smedelyng"), colleague("PRE", "Preben Jernurt"), colleague("KA1", "Kai Ask"),
        colleague("KA2", "Kai Ask"), colleague("ASE", "Åse Kornvang"),
      ],
      events: events
    ).roster
  }

  private func table(_ headings: String, _ rows: String...) -> CellTable {
    func cells(_ row: String) -> [String] {
      row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    return CellTable(
      headings: cells(headings),
      rows: rows.enumerated().map { CellTable.Row(line: $0 + 2, cells: cells($1)) })
  }

  private func read(_ table: CellTable, into roster: Roster? = nil) -> RosterImport {
    RosterImport(table, into: roster ?? self.roster(), today: today)
  }

  private func after(_ reading: RosterImport, _ roster: Roster) -> Roster {
    var number = 500
    let events = reading.events(into: roster.ledger, by: "MAL", at: utc("2026-03-05T09:00:00Z")) {
      number += 1
      return id(number)
    }
    return roster.planning(events)
  }

  @Test func aRowForEachShift() throws {
    let table = table(
      "Dato;Skole;Fra;Til;Kollega;Makker;Status",
      "5.3.2026;EUC;9.30;11.30;Malene Smedelyng;PRE;vagt", "05-03-2026;euc;11:30;13:30;pre;;vagt",
      "2026-03-06;EUC;;;aase kornvang;;afløser", "2026-03-09;EUC;;;;;lukket", "2026-03-10;EUC;;;PRE;;spurgt",
      "2026-03-11;EUC;;;;;ingen")
    let reading = read(table)
    #expect(reading.faults.isEmpty && reading.layout == .days)
    let roster = after(reading, roster())
    let euc = school("EUC")
    #expect(
      roster.shifts(at: euc, on: today).map(\.colleague) == ["MAL", "PRE"])
    #expect(roster.shifts(at: euc, on: day("2026-03-06")).map(\.hours) == [span("09:30-13:30")])
    #expect(roster.shifts(at: euc, on: day("2026-03-06")).map(\.isSubstitute) == [true])
    #expect(roster.coverage(at: euc, on: day("2026-03-09")) == .closed(.closedForTheDay))
    #expect(roster.coverage(at: euc, on: day("2026-03-10")) == .nobody(asked: "PRE"))
    // That nobody has the duty of the 11th was so before.
    #expect(reading.edits.count == 4 && reading.unchanged == 1)
    // A second time there is nothing to do.
    #expect(read(table, into: roster).edits.isEmpty)
  }

  @Test func aBaseRosterWithOddAndEvenWeeks() {
    let reading = read(
      table(
        "skole;ugedag;kollega;makker;gælder fra;hver;uge", "FGU;torsdag;MAL;PRE;2026-03-09;ulige;",
        "FGU;Tors.;PRE;MAL;2026-03-09;lige;", "FGU;tirsdag;ASE;;2026-03-09;3;2026-W12"))
    #expect(reading.faults.isEmpty && reading.layout == .base)
    let roster = after(reading, roster())
    let fgu = school("FGU", on: [.tuesday, .thursday])
    let thursdays = ["2026-03-05", "2026-03-12", "2026-03-19", "2026-03-26"].map(day)
    #expect(
      thursdays.map { roster.shifts(at: fgu, on: $0).first?.colleague } == [nil, "MAL", "PRE", "MAL"])
    let tuesdays = ["2026-03-10", "2026-03-17", "2026-03-24", "2026-04-07"].map(day)
    // Week 12 and then week 15.
    #expect(tuesdays.map { roster.shifts(at: fgu, on: $0).first?.colleague } == [nil, "ASE", nil, "ASE"])
  }

  /// What was there before does not show in the weeks that the file leaves out.
  @Test func aFileSaysAllOfAPlace() {
    let before = roster([pattern(1, at: "EUC", on: .thursday, [duty("ASE")])])
    let reading = read(
      table("skole;ugedag;kollega;hver;gælder fra", "EUC;torsdag;MAL;ulige;2026-03-09"), into: before)
    let roster = after(reading, before)
    let names = ["2026-03-05", "2026-03-12", "2026-03-19"].map {
      roster.shifts(at: school("EUC"), on: day($0)).first?.colleague
    }
    #expect(names == ["ASE", "MAL", nil])
  }

  @Test func whatIsSoAlreadyIsNoChange() {
    let before = roster([pattern(1, at: "EUC", on: .thursday, [duty("ASE", "PRE")])])
    let table = table("skole;ugedag;kollega;makker;gælder fra", "EUC;torsdag;ASE;PRE;2026-05-01")
    let reading = read(table, into: before)
    #expect(reading.edits.isEmpty && reading.unchanged == 1)
  }

  @Test func aMatrixWithFullNames() {
    let matrix = table(
      "Skole;Mandag;Tirsdag;Onsdag;Torsdag;Fredag",
      "EUC;Malene Smedelyng / Preben Jernurt;;9.30-11.30 MAL + 11.30-13.30 Åse Kornvang (PRE);-;PRE",
      "FGU;;Åse Kornvang;;ingen;")
    let reading = read(matrix)
    #expect(reading.faults.isEmpty && reading.layout == .matrix)
    let roster = after(reading, roster())
    let euc = school("EUC")
    #expect(roster.planned(at: euc, on: day("2026-03-09")) == [duty("MAL", "PRE")])
    #expect(roster.coverage(at: euc, on: day("2026-03-10")) == .nobody(asked: nil))
    #expect(
      roster.planned(at: euc, on: day("2026-03-11")) == [
        duty("MAL", nil, "09:30-11:30"), duty("ASE", "PRE", "11:30-13:30"),
      ])
    let weeks = RosterImport(
      matrix, into: self.roster(), today: today, weeks: week("2026-W11")...week("2026-W11"))
    let once = after(weeks, self.roster())
    #expect(once.planned(at: euc, on: day("2026-03-09")) == [duty("MAL", "PRE")])
    #expect(once.planned(at: euc, on: day("2026-03-16")).isEmpty)
  }

  @Test func everyFaultWithLineAndColumn() {
    let reading = read(
      table(
        "dato;skole;fra;til;kollega;makker;status", "31.2.2026;EUC;;;MAL;;", "2026-03-06;ECU;;;MAL;;",
        "2026-03-06;EUC;9.30;9;MAL;;", "2026-03-09;EUC;;;Malene;MAL;", "2026-03-10;EUC;;;Kai Ask;;",
        "2026-03-11;EUC;;;MAL;MAL;", "2026-03-12;EUC;;;MAL;;syg", "2026-03-04;EUC;;;MAL;;",
        "2026-03-13;EUC;;;MAL;;lukket", "2026-03-13;EUC;;;MAL;;vagt", "2026-03-16;EUC;25.00;26.00;MAL;;"))
    #expect(reading.edits.isEmpty)
    let found = reading.faults.map { "\($0.line).\($0.column.map(String.init) ?? "-")" }
    #expect(
      found == ["2.1", "3.2", "4.4", "5.5", "6.5", "7.6", "8.7", "9.-", "11.-", "12.3", "12.4"], "\(found)")
    #expect(
      reading.faults.map(\.problem) == [
        .badDate, .unknownSchool("ECU"), .reversed, .unknownColleague("Malene"),
        .ambiguousColleague("Kai Ask"), .ownBuddy, .badStatus, .past(day("2026-03-04")), .contradiction,
        .badTime, .badTime,
      ])
  }

  private func faults(_ table: CellTable, weeks: ClosedRange<ISOWeek>? = nil) -> [String] {
    RosterImport(table, into: roster(), today: today, weeks: weeks).faults
      .map { "\($0.line).\($0.column.map(String.init) ?? "-") \($0.problem)" }
  }

  @Test func whatIsSaidTwiceIsRefused() {
    // A row that was pasted twice, and a colleague in overlapping hours; two may sit together, and one
    // may come back.
    let columns = "dato;skole;fra;til;kollega"
    #expect(
      faults(
        table(
          columns, "2026-03-06;EUC;;;MAL", "2026-03-06;EUC;;;MAL", "2026-03-09;EUC;9.30;11.30;MAL",
          "2026-03-09;EUC;11.00;13.30;MAL", "2026-03-10;EUC;;;MAL", "2026-03-10;EUC;;;PRE",
          "2026-03-11;EUC;9.30;11.30;MAL", "2026-03-11;EUC;11.30;13.30;MAL"))
        == ["3.- contradiction", "5.- contradiction"])
    #expect(
      faults(
        table(
          "skole;ugedag;kollega;gælder fra", "EUC;torsdag;MAL;2026-03-09", "EUC;torsdag;PRE;2026-03-09",
          "EUC;torsdag;MAL;2026-03-09", "EUC;fredag;MAL;2026-03-09", "EUC;fredag;;2026-03-09"))
        == ["4.- contradiction", "6.- contradiction"])
    let matrix = table(
      "Skole;Mandag;Tirsdag", "EUC;MAL;PRE", "FGU;;9.30-11.30 MAL + 11-12 MAL", "EUC;PRE;PRE", "FGU;;PRE")
    let found = ["3.3 contradiction", "4.1 contradiction", "5.1 contradiction"]
    #expect(faults(matrix) == found)
    #expect(faults(matrix, weeks: week("2026-W11")...week("2026-W12")) == found)
  }

  /// The last row that fits decides, so what stands above one for every week must begin before it.
  @Test func aRowThatWouldNeverCountIsRefused() {
    func base(_ rows: String...) -> CellTable {
      CellTable(
        headings: ["skole", "ugedag", "kollega", "gælder fra", "hver"],
        rows: rows.enumerated().map { index, row in
          CellTable.Row(
            line: index + 2,
            cells: ["EUC", "torsdag"]
              + row.split(separator: ";", omittingEmptySubsequences: false).map(String.init))
        })
    }
    #expect(faults(base("ASE;2026-09-01;", "PRE;2026-03-09;")) == ["3.- overtakes"])
    #expect(faults(base("ASE;2026-03-09;ulige", "PRE;2026-03-09;")) == ["3.- overtakes"])
    #expect(faults(base("PRE;2026-03-09;", "ASE;2026-09-01;", "MAL;2026-03-09;")).isEmpty)
    #expect(faults(base("PRE;2026-03-09;", "ASE;2026-03-09;ulige", "MAL;2026-03-09;lige")).isEmpty)
    #expect(faults(base("PRE;2026-09-01;", "ASE;2026-03-09;ulige")).isEmpty)
  }

  @Test func tablesThatAreNone() {
    #expect(read(table("a;b", "1;2")).faults.map(\.problem) == [.unknownLayout])
    #expect(read(table("dato;skole", "1;2")).faults.map(\.problem) == [.missingColumn("kollega")])
    #expect(read(table("dato;skole;kollega;humør", "2026-03-06;EUC;MAL;god")).unusedColumns == ["humør"])
  }
}

@Suite struct DanishReadingTests {
  @Test(arguments: [
    "2026-03-05", "5.3.2026", "05-03-2026", "5/3 2026", "05.03.26", "5/3-26", "050326", "05032026",
  ])
  func dates(text: String) { #expect(CivilDate(danish: text) == day("2026-03-05")) }

  @Test(arguments: [
    "", "5.3", "31.2.2026", "5.3.926", "i morgen", "2026-3-5-1", "20260305", "05032", "123/3/26",
  ])
  func noDates(text: String) { #expect(CivilDate(danish: text) == nil) }

  @Test func times() {
    #expect(ClockTime(danish: "9.30") == clock("09:30") && ClockTime(danish: "09:30:00") == clock("09:30"))
    #expect(ClockTime(danish: "9") == clock("09:00"))
    #expect(ClockTime(danish: "0930") == clock("09:30") && ClockTime(danish: "930") == clock("09:30"))
    for text in ["", "9.3", "24.30", "9.60", "kl. 9", "9.30.30", "093", "0960", "09300", "9/30"] {
      #expect(ClockTime(danish: text) == nil, "\(text)")
    }
    #expect(TimeSpan(danish: "9.30–13.30") == span("09:30-13:30"))
    #expect(TimeSpan(danish: "13.30-9.30") == nil && TimeSpan(danish: "9.30") == nil)
  }

  @Test func weekdays() {
    #expect(
      ["mandag", "Tirs.", "ONS", "thursday", "5", "lør", "Sun"].map { Weekday(named: $0) } == [
        .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday,
      ])
    #expect(["", "ma", "hest", "8", "skole"].allSatisfy { Weekday(named: $0) == nil })
  }
}

// When a file is due to be forgotten, and what remains of it, on calendars and files written by hand.

import Testing

@testable import Domain

@Suite("Forgetting") struct ForgettingTests {
  private func file(
    _ name: String, _ stream: Domain.Stream = .visits, newest: String?, handovers: Set<Handover.ID> = []
  ) -> LoggedFile {
    LoggedFile(
      path: "log/euc-1111111111111111/\(stream)-\(name).jsonl", stream: stream,
      lastDay: ISOWeek(name)?.sunday ?? day(name + "-12-31"), newestDay: newest.map(day), handovers: handovers
    )
  }

  private func isDue(
    _ file: LoggedFile, _ date: String, _ time: String, _ ledger: Ledger = Ledger(), demo: Bool = false,
    weeks: Int = 4
  ) -> Bool {
    let settings = Settings(name: "Prøve", isDemo: demo, retentionWeeks: weeks)
    let documents = Documents(settings: settings)
    return !Forgetting.due([file], ledger: ledger, documents: documents, now: moment(date, time)).isEmpty
  }

  /// Week 10 ends on 8 March, is final on Wednesday the 11th at noon, and four weeks later is 8 April.
  @Test func fourWeeksAfterTheNewestDayIsFinal() {
    let file = file("2026-W10", newest: "2026-03-05")
    #expect(!isDue(file, "2026-04-08", "11:59"))
    #expect(isDue(file, "2026-04-08", "12:00"))
    #expect(!isDue(file, "2026-04-08", "12:00", weeks: 5))
    #expect(isDue(file, "2026-03-11", "12:00", weeks: 0))
    #expect(!isDue(file, "2029-01-01", "12:00", demo: true))
    let documents = Documents(settings: Settings(name: "Prøve"))
    let due = Forgetting.due(
      [file], ledger: Ledger(), documents: documents, now: moment("2026-05-01", "08:00"))
    #expect(due.map(\.since) == [day("2026-04-08")])
    #expect(due.map(\.reason) == [.countingOver])
  }

  /// The newest day counts, not the name; without any day the name does. What is still written to never is.
  @Test func theNewestDayDecides() {
    #expect(!isDue(file("2026-W10", newest: "2026-03-12"), "2026-04-08", "12:00"))
    #expect(isDue(file("2026-W10", newest: nil), "2026-04-08", "12:00"))
    #expect(isDue(file("2026-W10", newest: "2026-02-26"), "2026-04-01", "12:00"))
    #expect(!isDue(file("2026-W10", newest: "2026-02-26"), "2026-03-04", "12:00", weeks: 0))
  }

  @Test func aChainWaitsUntilAllItsHandoversHaveEnded() {
    let (open, ended) = (Handover.ID(high: 0, low: 1), Handover.ID(high: 0, low: 2))
    func step(_ number: Int, _ after: Int, _ handover: Handover.ID, _ step: HandoverStep.Step) -> Event {
      .handover(
        HandoverStep(
          id: id(number), after: id(after), day: day("2026-03-05"), handover: handover, hop: 1, school: "EUC",
          step: step))
    }
    let events = [
      step(1, 0, open, .offered), step(2, 0, ended, .offered), step(3, 2, ended, .closed(.underway)),
    ]
    let both = file("2026-W10", .chain, newest: "2026-03-05", handovers: [open, ended])
    let one = file("2026-W10", .chain, newest: "2026-03-05", handovers: [ended])
    #expect(!isDue(both, "2027-04-08", "12:00", ledger(events)))
    #expect(isDue(one, "2026-04-08", "12:00", ledger(events)))
    #expect(isDue(both, "2026-04-08", "12:00", ledger(events + [step(4, 1, open, .withdrawn)])))
  }

  /// 13 months after 2024 is 1 February 2026; a plan for a day that lies further ahead holds it.
  @Test func aYearOfDutyWaitsThirteenMonths() {
    let file = file("2024", .duty, newest: "2024-12-20")
    #expect(!isDue(file, "2026-01-31", "23:00"))
    #expect(isDue(file, "2026-02-01", "12:00"))
    #expect(!isDue(self.file("2024", .duty, newest: "2026-06-10"), "2026-06-11", "12:00"))
  }

  @Test func whatALaterProgramWroteIsLeftAlone() {
    var file = file("2026-W10", newest: "2026-03-05")
    file.isUnderstood = false
    #expect(!isDue(file, "2027-04-08", "12:00"))
  }

  // MARK: What remains

  /// Six records of one week: two visits stand, one was taken back, one stands in another file too.
  @Test func whatAFileAddsToTheFiguresRemains() {
    let void = Event.void(TakeBack(id: id(9), day: day("2026-03-04"), of: id(3)))
    let late = Event.void(TakeBack(id: id(10), day: day("2026-02-25"), of: id(50)))
    let own = [
      visit(1, "EUC", on: "2026-03-02"), visit(2, "EUC", on: "2026-03-04", outcome: .guidedOn),
      visit(3, "EUC", on: "2026-03-04"), void, late, .sparring(tick(4, "EUC", on: "2026-03-05")),
      .zero(tick(5, "EUC", on: "2026-03-06")), visit(6, "EUC", on: "2026-03-02"),
      visit(7, "VUC", on: "2026-02-26"),
    ]
    let other = [visit(6, "EUC", on: "2026-03-02"), visit(50, "EUC", on: "2026-02-25")]
    let folded = ledger(own + other)
    var basis = ForgettingBasis(ledger: folded, documents: picture(schools: [], colleagues: []).documents)
    basis.enter(own)
    basis.enter(other)
    let hash = RecordHash(high: 7, low: 7)
    let file = file("2026-W10", newest: "2026-03-06")
    let tally = Forgetting.tally(of: file, events: own, hash: hash, missing: 2, in: basis)
    let expected = Tally(
      hash: hash, missing: 2, gone: [id(50)],
      content: .visits([
        Tally.VisitWeek(
          week: week("2026-W09"), school: "VUC", visits: 1, sparring: 0, counted: [.thursday],
          recorded: [.thursday], topics: ["trivsel": 1], outcomes: [.doneHere: 1]),
        Tally.VisitWeek(
          week: week("2026-W10"), school: "EUC", visits: 2, sparring: 1,
          counted: [.monday, .wednesday, .friday], recorded: [.monday, .wednesday, .thursday, .friday],
          topics: ["trivsel": 2], outcomes: [.doneHere: 1, .guidedOn: 1]),
      ]))
    #expect(tally == expected)

    // The other file goes next: now nobody else has visit 6, and visit 50 was taken back.
    basis.forget(own, as: tally)
    let rest = Forgetting.tally(
      of: self.file("2026-W09", newest: "2026-03-02"), events: other, hash: hash, missing: 0, in: basis)
    #expect(
      rest.content
        == .visits([
          Tally.VisitWeek(
            week: week("2026-W10"), school: "EUC", visits: 1, sparring: 0, counted: [.monday],
            recorded: [.monday], topics: ["trivsel": 1], outcomes: [.doneHere: 1])
        ]))
    #expect(rest.gone.isEmpty)
  }

  /// Eleven times "kan ikke", by two machines: one in the figures, whichever file is forgotten first.
  @Test func aRepeatedStepStaysOneStep() {
    let handover = Handover.ID(high: 0, low: 1)
    func step(_ number: Int, _ after: Int, _ step: HandoverStep.Step) -> Event {
      .handover(
        HandoverStep(
          id: id(number), after: id(after), day: day("2026-03-05"), handover: handover, hop: 1, school: "EUC",
          step: step))
    }
    let early = [step(1, 0, .offered), step(2, 1, .declined)]
    let late = (3...12).map { step($0, $0 - 1, .declined) } + [step(13, 12, .withdrawn)]
    let quarter = Period(quarterOf: week("2026-W10"))
    func declined(_ ledger: Ledger) -> Int? {
      let counts = ReleaseCounts(period: quarter, ledger: ledger)
      return counts.sum(of: [quarter]).cells[.chain]?["kan-ikke"]
    }
    #expect(declined(ledger(early + late)) == 1)
    for (first, second) in [(early, late), (late, early)] {
      var basis = ForgettingBasis(
        ledger: ledger(first + second), documents: picture(schools: [], colleagues: []).documents)
      for events in [first, second] { basis.enter(events) }
      var tallies: [Tally] = []
      for (number, events) in [first, second].enumerated() {
        tallies.append(
          Forgetting.tally(
            of: file("2026-W10", .chain, newest: nil), events: events,
            hash: RecordHash(high: UInt64(number), low: 1), missing: 0, in: basis))
        basis.forget(events, as: tallies[number])
      }
      var (half, nothing) = (ledger(second), Ledger())
      half.apply(tallies[0])
      for tally in tallies { nothing.apply(tally) }
      #expect(declined(half) == 1)
      #expect(declined(nothing) == 1)
    }
  }

  /// Topics stay until the school year and every quarter with 50 visits are published.
  @Test func topicsGoWithTheReleases() {
    let visits = (1...60).map { visit($0, "EUC", on: "2026-03-02") }
    let documents = picture(schools: [school("EUC")], colleagues: []).documents
    func release(_ number: Int, _ period: String) -> Event {
      .release(
        ReleaseRecord(
          id: id(number), at: utc("2026-08-01T08:00:00Z"), by: nil, file: "", period: period, sha256: ""))
    }
    func hasTopics(_ releases: [Event]) -> Bool {
      var basis = ForgettingBasis(
        ledger: ledger(visits + releases), documents: documents)
      basis.enter(visits)
      let tally = Forgetting.tally(
        of: file("2026-W10", newest: "2026-03-02"), events: visits, hash: .zero, missing: 0, in: basis)
      guard case .visits(let rows) = tally.content, rows.map(\.visits) == [60] else { return false }
      return !rows[0].topics.isEmpty
    }
    #expect(hasTopics([]))
    #expect(hasTopics([release(90, "2026-Q1")]))
    #expect(hasTopics([release(90, "2025/26")]))
    #expect(!hasTopics([release(90, "2025/26"), release(91, "2026-Q1")]))
    #expect(hasTopics([release(90, "2026/27"), release(91, "2026-Q1")]))

    // A file forgotten before that is due once more.
    let rows = [
      Tally.VisitWeek(
        week: week("2026-W10"), school: "EUC", visits: 60, sparring: 0, counted: [], recorded: [],
        topics: ["trivsel": 60], outcomes: [.doneHere: 60])
    ]
    var forgotten = file("2026-W10", newest: nil)
    let tally = Tally(hash: .zero, missing: 0, gone: [id(1)], content: .visits(rows))
    forgotten.tally = tally
    #expect(!isDue(forgotten, "2026-09-01", "08:00"))
    var later = ledger([release(90, "2025/26"), release(91, "2026-Q1")])
    later.apply(tally)
    let now = moment("2026-09-01", "08:00")
    #expect(
      Forgetting.due([forgotten], ledger: later, documents: documents, now: now).map(\.reason)
        == [.topicsReleased])
    let basis = ForgettingBasis(ledger: later, documents: documents)
    var expected = rows
    (expected[0].topics, expected[0].outcomes) = ([:], [:])
    #expect(
      Forgetting.tally(again: tally, in: basis)
        == Tally(hash: .zero, missing: 0, gone: [], content: .visits(expected)))
  }

  /// Visits at a school that the documents no longer know are counted in releases too, and make a quarter
  /// large enough for one: forgetting counts as releases do.
  @Test func aSchoolThatIsGoneCountsToo() {
    let visits = (1...45).map { visit($0, "EUC", on: "2026-03-02") }
    let gone = (46...55).map { visit($0, "GONE", on: "2026-03-02") }
    let year = Event.release(
      ReleaseRecord(
        id: id(90), at: utc("2026-08-01T08:00:00Z"), by: nil, file: "", period: "2025/26", sha256: ""))
    #expect(ledger(visits + [year]).releasedSchoolYears() == [.schoolYear(2025)])
    #expect(ledger(visits + gone + [year]).releasedSchoolYears().isEmpty)
  }

  /// Of four base rosters of a Monday the first was replaced in time; every second week still needs the
  /// second one, so the third, made upon it, stays too.
  @Test func theRosterInForceRemains() {
    let even = Rhythm(every: 2, week: week("2024-W02"))
    let odd = Rhythm(every: 2, week: week("2024-W03"))
    let events = [
      pattern(1, at: "EUC", on: .monday, [duty("AA")], from: "2023-08-14", time: "2024-01-02T08:00:00Z"),
      pattern(
        2, after: 1, at: "EUC", on: .monday, [duty("BB")], from: "2024-01-08", rhythm: even,
        time: "2024-01-02T08:01:00Z"),
      pattern(
        3, after: 2, at: "EUC", on: .monday, [duty("CC")], from: "2024-01-15", rhythm: odd,
        time: "2024-01-02T08:02:00Z"),
      pattern(
        4, after: 3, at: "EUC", on: .monday, [duty("DD")], from: "2024-08-12", rhythm: odd,
        time: "2024-01-02T08:03:00Z"),
      cell(5, at: "EUC", on: "2024-03-04", [duty("EE", nil, "09:30-11:30")]),
      door(6, "EUC", on: "2024-03-06", isOpen: true),
    ]
    let colleagues = ["AA", "BB", "CC", "DD", "EE"].map { colleague(Colleague.ID($0)) }
    let picture = picture(schools: [school("EUC")], colleagues: colleagues, events: events)
    let basis = ForgettingBasis(ledger: picture.ledger, documents: picture.documents)
    let tally = Forgetting.tally(
      of: file("2024", .duty, newest: "2024-03-06"), events: events, hash: .zero, missing: 0, in: basis)
    guard case .duty(let rows, let kept) = tally.content else {
      Issue.record("no duty")
      return
    }
    #expect(kept.map(\.id) == [id(2), id(3), id(4)])
    #expect(rows.first?.week == week("2023-W33"))
    #expect(rows.last?.week == week("2025-W01"))
    let spring = rows.first { $0.week == week("2024-W10") }
    #expect(spring?.minutes == 120)
    #expect(spring?.opened == [.wednesday])
    #expect(rows.first { $0.week == week("2024-W11") }?.minutes == 240)

    // With only what is kept, 2025 looks as it did, and 2024 has the sums.
    var after = ledger(kept)
    after.apply(tally)
    for date in ["2025-01-06", "2025-01-13", "2025-09-01"] {
      #expect(after.pattern(at: "EUC", on: day(date)) == picture.ledger.pattern(at: "EUC", on: day(date)))
    }
    #expect(after.forgotten(week("2024-W10"), at: "EUC").minutes == 120)
  }
}

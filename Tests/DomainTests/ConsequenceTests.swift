// What a change of documents brings with it: each kind by an example, and all of it against a comparison
// that looks at every school on every day.

import Domain
import Testing

@Suite struct ConsequenceTests {
  /// Thursday of week 10: week 9 is final since Wednesday, week 10 is open.
  private let now = moment("2026-03-05", "10:12")

  /// Nadia has the duty at EUC every Tuesday with Rasmus beside her; Çetin at VUC on Thursdays.
  private func folder(_ events: [Event] = [], calendar: [CalendarEntry] = []) -> FolderPicture {
    picture(
      schools: [school("EUC"), school("VUC")],
      colleagues: [
        colleague("NAD", "Nadia Tangager"), colleague("RAS", "Rasmus Sivdal"),
        colleague("CET", "Çetin Havtorn"),
      ],
      events: [
        pattern(1, at: "EUC", on: .tuesday, [duty("NAD", "RAS")]),
        pattern(2, at: "VUC", on: .thursday, [duty("CET")]),
      ] + events, calendar: calendar)
  }

  private func changed(_ picture: FolderPicture, _ change: (inout Documents) -> Void) -> [Consequence] {
    var documents = picture.documents
    change(&documents)
    return picture.consequences(of: documents, at: now)
  }

  private func closure(_ name: String, _ from: String, _ to: String, _ schools: Set<School.ID>?)
    -> CalendarEntry
  {
    CalendarEntry(schoolYear: "2025/26", name: name, kind: .closure, days: days(from, to), schools: schools)
  }

  @Test func nothingChangedBringsNothing() {
    #expect(changed(folder()) { _ in } == [])
    #expect(changed(folder()) { $0.schools[0].name = "EUC Nordvest" } == [])
    #expect(changed(folder()) { $0.calendar = [closure("Møde", "2026-03-11", "2026-03-11", ["EUC"])] } == [])
  }

  @Test func aClosureTakesTheDutiesOfItsDays() {
    let brought = changed(folder()) { $0.calendar = [closure("Møde", "2026-03-09", "2026-03-18", nil)] }
    #expect(
      brought == [
        .lostDuties(
          LostDuties(
            school: "EUC", colleague: "NAD", buddy: "RAS",
            cause: .closed(.entry(kind: .closure, name: "Møde")),
            days: [day("2026-03-10"), day("2026-03-17")])),
        .lostDuties(
          LostDuties(
            school: "VUC", colleague: "CET", buddy: nil,
            cause: .closed(.entry(kind: .closure, name: "Møde")), days: [day("2026-03-12")])),
      ])
  }

  /// The next school year is not planned yet, so its days are not told one by one.
  @Test func aWeekdayWithoutHoursTakesItsDutiesToTheEndOfTheSchoolYear() throws {
    let brought = changed(folder()) { $0.schools[0].hours.removeAll { $0.weekday == .tuesday } }
    guard case .lostDuties(let lost) = try #require(brought.first) else {
      Issue.record("no duties: \(brought)")
      return
    }
    #expect(lost.days.first == day("2026-03-10") && lost.days.last == day("2026-07-28"))
    #expect(lost.days.count == 21 && lost.cause == .closed(.notThisWeekday))
    // Tuesday of this week is past for the roster, and counts in the figures of the open week.
    let week = ChangedWeek(
      week: week("2026-W10"), before: ChangedWeek.Figures(openingDays: 10, dutyMinutes: 480),
      after: ChangedWeek.Figures(openingDays: 9, dutyMinutes: 240), schools: ["EUC"],
      days: [day("2026-03-03")])
    #expect(brought.dropFirst() == [.changedWeek(week)])
  }

  @Test func aWeekThatIsFinalIsNotSaidToChange() {
    let backdated: (inout Documents) -> Void = {
      $0.calendar = [self.closure("Sne", "2026-02-26", "2026-02-26", nil)]
    }
    #expect(changed(folder(), backdated) == [])
    var documents = folder().documents
    backdated(&documents)
    let tuesday = folder().consequences(of: documents, at: moment("2026-03-03", "10:12"))
    #expect(tuesday.map(\.kind) == ["changed-week"], "until Wednesday it is open")
  }

  @Test func aLeaverTakesDutiesAndLeavesOthersWithoutAMakker() throws {
    let left = changed(folder()) { $0.colleagues[0].to = day("2026-03-31") }
    guard case .lostDuties(let lost) = try #require(left.first) else {
      Issue.record("no duties")
      return
    }
    #expect(lost.days.first == day("2026-04-07") && lost.cause == .colleague(.left(day("2026-03-31"))))
    let buddy = changed(folder()) { $0.colleagues.removeAll { $0.id == "RAS" } }
    #expect(buddy.map(\.kind) == ["lost-buddy"])
    guard case .lostBuddies(let alone) = buddy[0] else { return }
    #expect(alone.buddy == "RAS" && alone.cause == .unknown && alone.days.first == day("2026-03-10"))
    let later = changed(folder()) { $0.colleagues[2].from = day("2026-03-13") }
    #expect(later.first?.days == [day("2026-03-05"), day("2026-03-12")])
    let away = changed(folder()) { $0.colleagues[2].away = [days("2026-03-12", "2026-03-12")] }
    #expect(away.first?.days == [day("2026-03-12")])
    let removed = changed(folder()) { $0.schools.removeAll { $0.id == "VUC" } }
    guard case .lostDuties(let gone) = try #require(removed.first) else { return }
    #expect(gone.cause == .schoolRemoved)
  }

  private var swap: Event {
    .swap(
      SwapStep(
        id: id(50), after: .zero, at: utc("2026-03-04T08:00:00Z"), by: "NAD",
        cells: [
          SwapStep.Cell(after: .zero, day: day("2026-03-10"), school: "EUC", spans: [duty("CET", "RAS")])
        ], offer: id(50), step: .offered))
  }

  @Test func aSwapLapsesWithItsShiftAndBothAreTold() {
    let offered = folder([swap])
    #expect(offered.swap(id(50), on: now.day)?.state == .open)
    let closing = [closure("Møde", "2026-03-10", "2026-03-10", ["EUC"])]
    let brought = changed(offered) { $0.calendar = closing }
    #expect(brought.map(\.kind) == ["lost-duty", "lapsed-swap"])
    var after = offered
    after.documents.calendar = closing
    for person: Colleague.ID in ["NAD", "CET"] {
      #expect(after.unansweredSwaps(of: person, on: now.day).map(\.isLapsed) == [true])
    }
    #expect(after.leftBehind(on: now.day).map(\.kind) == ["lapsed-swap"])
    // Whoever is away keeps the shift, which may be why it is offered.
    #expect(
      changed(offered) { $0.colleagues[0].away = [days("2026-03-10", "2026-03-10")] }.map(\.kind)
        == ["lost-duty"])
    #expect(changed(offered) { $0.colleagues[2].to = day("2026-03-09") }.map(\.kind).contains("lapsed-swap"))
    let taken = folder([swap, cell(60, at: "EUC", on: "2026-03-10", [duty("RAS")])])
    #expect(
      taken.swap(id(50), on: now.day)?.state
        == .lapsed(.noDuty(SchoolDay(day: day("2026-03-10"), school: "EUC"), "NAD")))
    let moved = folder([swap, cell(60, at: "EUC", on: "2026-03-10", [duty("NAD", nil)])])
    #expect(moved.swap(id(50), on: now.day)?.state == .outdated, "the shift is there, but another one")
  }

  @Test func handoversOfWhoLeavesAreNamedByWhatTheLeaverIs() {
    var picture = folder([
      .handover(
        HandoverStep(
          id: id(70), after: .zero, day: day("2026-03-04"), handover: Handover.ID(high: 9, low: 1), hop: 1,
          school: "EUC", step: .offered))
    ])
    picture.handoverEntries[Handover.ID(high: 9, low: 1)] = [
      id(70): HandoverEntry(receiver: "CET", sender: "NAD", mode: .calledTogether, writer: "w")
    ]
    func roles(_ change: (inout Documents) -> Void) -> [LeftHandover.Role] {
      changed(picture, change).compactMap { consequence in
        if case .handover(let left) = consequence { return left.role }
        return nil
      }
    }
    #expect(roles { $0.colleagues[0].to = day("2026-03-20") } == [.holder])
    #expect(roles { $0.colleagues[2].to = day("2026-03-20") } == [.receiver])
    #expect(roles { $0.colleagues.removeAll { $0.id == "NAD" || $0.id == "CET" } } == [.holder, .receiver])
    #expect(roles { $0.colleagues[1].to = day("2026-03-20") } == [])
    #expect(!picture.documents.mustMoveOn(picture.openHandovers[0], on: now.day))
    picture.documents.colleagues[0].to = day("2026-03-20")
    #expect(!picture.documents.mustMoveOn(picture.openHandovers[0], on: now.day), "in two weeks and a day")
    #expect(picture.documents.mustMoveOn(picture.openHandovers[0], on: day("2026-03-07")))
    #expect(picture.leftBehind(on: now.day).contains { $0.kind == "lost-duty" })
    #expect(picture.leftBehind(on: day("2026-03-21")).contains { $0.kind == "handover-of-leaver" })
  }

  @Test func labelsThatStandTwiceAreToldWhenTheyBegin() {
    var picture = folder()
    func topic(_ id: Topic.ID, _ danish: String, _ english: String) -> Topic {
      Topic(id: id, key: nil, label: Label(danish: danish, english: english), professions: ["mentor"])
    }
    picture.documents.topics = [topic("bolig", "Bolig", "Housing"), topic("oekonomi", "Økonomi", "Money")]
    let renamed = changed(picture) { $0.topics[0].label.danish = "økonomi" }
    #expect(renamed == [.sameLabel(SameLabel(list: .topics, label: "økonomi", ids: ["bolig", "oekonomi"]))])
    #expect(changed(picture) { $0.topics[0].label.english = "Money" }.map(\.kind) == ["same-label"])
    picture.documents.topics[0].label.danish = "Økonomi"
    #expect(
      changed(picture) { $0.schools[0].name = "VUC" }.count == 1, "what was so before is not told again")
    #expect(picture.leftBehind(on: now.day).map(\.kind) == ["same-label"])
    #expect(changed(picture) { $0.topics[1].isRetired = true } == [])
    #expect(changed(folder()) { $0.colleagues[1].name = "Nadia Tangager" }.map(\.kind) == ["same-label"])
    let gone = changed(picture) { $0.topics[1].professions = [] }
    #expect(gone == [.topicWithoutProfessions("oekonomi")])
  }

  // MARK: Against an independent comparison

  /// What a cell loses, by looking at both rosters on every day.
  private func everyDay(_ before: FolderPicture, _ after: FolderPicture, to end: CivilDate) -> Set<String> {
    var lost: Set<String> = []
    var day = now.day
    while day <= end {
      for school in before.documents.schools {
        let was = before.roster.coverage(at: school, on: day)
        let new = after.documents.school(school.id).map { after.roster.coverage(at: $0, on: day) }
        guard case .staffed(let shifts) = was else { continue }
        var left: [Shift] = []
        if case .staffed(let shifts)? = new { left = shifts }
        for shift in shifts {
          guard let kept = left.first(where: { $0.colleague == shift.colleague }) else {
            lost.insert("\(day) \(school.id) \(shift.colleague) \(shift.buddy?.text ?? "-")")
            continue
          }
          if shift.buddy != nil, kept.buddy == nil { lost.insert("\(day) \(school.id) \(shift.colleague)") }
        }
      }
      day = day.adding(days: 1)
    }
    return lost
  }

  @Test(arguments: 0..<60) func theListIsTheDifferenceOfEveryDay(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var world = RandomRoster(&random)
    let before = world.picture
    for _ in 0..<Int.random(in: 1...4, using: &random) { world.change(&random) }
    let brought = before.consequences(of: world.picture.documents, at: now)
    var listed: Set<String> = []
    for consequence in brought {
      switch consequence {
      case .lostDuties(let lost):
        for day in lost.days {
          listed.insert("\(day) \(lost.school) \(lost.colleague) \(lost.buddy?.text ?? "-")")
        }
      case .lostBuddies(let lost):
        for day in lost.days { listed.insert("\(day) \(lost.school) \(lost.colleague)") }
      case .lapsedSwap, .handover, .changedWeek, .withoutEffect, .topicWithoutProfessions, .sameLabel: break
      }
    }
    #expect(listed == everyDay(before, world.picture, to: day("2026-07-31")))
    // The open week, day by day.
    let week = week("2026-W10")
    let sums = [before, world.picture].map { picture in
      Set(
        picture.documents.schools.flatMap { school in
          (0..<7).compactMap { offset -> String? in
            let day = week.monday.adding(days: offset)
            let minutes = picture.roster.shifts(at: school, on: day).map(\.hours.minutes).reduce(0, +)
            // A school that is gone and had no day is missed by nobody.
            guard picture.documents.schoolCalendar.isOpeningDay(day, at: school) else { return nil }
            return "\(school.id) \(day) \(minutes)"
          }
        })
    }
    #expect(brought.contains { $0.kind == "changed-week" } == (sums[0] != sums[1]))
  }
}

/// A made-up folder, and changes of its documents, from random numbers.
private struct RandomRoster {
  private(set) var picture: FolderPicture

  init(_ random: inout SeededRandom) {
    let people = (0..<6).map { colleague(Colleague.ID("P\($0)")) }
    let schools = (0..<3).map { school(School.ID("S\($0)")) }
    var events: [Event] = []
    func spans(_ random: inout SeededRandom) -> [DutySpan] {
      let (first, second) = (Int.random(in: 0..<6, using: &random), Int.random(in: 0..<6, using: &random))
      let buddy: Colleague.ID? = Bool.random(using: &random) && first != second ? people[second].id : nil
      return [duty(people[first].id, buddy)]
    }
    for school in schools {
      for weekday in weekdays {
        events.append(pattern(events.count + 1, at: school.id, on: weekday, spans(&random)))
      }
    }
    for _ in 0..<20 {
      let day = day("2026-03-02").adding(days: Int.random(in: 0..<60, using: &random))
      let school = schools[Int.random(in: 0..<3, using: &random)].id
      events.append(cell(events.count + 1, at: school, on: day.description, spans(&random)))
    }
    picture = DomainTests.picture(schools: schools, colleagues: people, events: events)
    for _ in 0..<3 { change(&random) }
  }

  mutating func change(_ random: inout SeededRandom) {
    let day = day("2026-02-23").adding(days: Int.random(in: 0..<120, using: &random))
    let person = Int.random(in: 0..<picture.documents.colleagues.count, using: &random)
    let place = Int.random(in: 0..<picture.documents.schools.count, using: &random)
    let until = day.adding(days: Int.random(in: 0..<10, using: &random))
    switch Int.random(in: 0..<9, using: &random) {
    case 0: picture.documents.colleagues[person].to = Bool.random(using: &random) ? day : nil
    case 1: picture.documents.colleagues[person].from = Bool.random(using: &random) ? day : nil
    case 2: picture.documents.colleagues[person].away.append(DateSpan(from: day, to: until))
    case 3 where picture.documents.colleagues.count > 2: picture.documents.colleagues.remove(at: person)
    case 4: picture.documents.schools[place].opened = day
    case 5:
      let weekday = weekdays[Int.random(in: 0..<5, using: &random)]
      picture.documents.schools[place].hours.removeAll { $0.weekday == weekday }
    case 6 where picture.documents.schools.count > 1: picture.documents.schools.remove(at: place)
    case 7 where !picture.documents.calendar.isEmpty: picture.documents.calendar.removeLast()
    case _:
      let kinds = CalendarEntry.Kind.allCases
      picture.documents.calendar.append(
        CalendarEntry(
          schoolYear: "2025/26", name: "\(day)", kind: kinds[Int.random(in: 0..<3, using: &random)],
          days: DateSpan(from: day, to: until),
          schools: Bool.random(using: &random) ? nil : [picture.documents.schools[place].id],
          hours: Bool.random(using: &random) ? span("10:00-12:00") : nil))
    }
  }
}

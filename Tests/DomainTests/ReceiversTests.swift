// The list of possible receivers: who is in it and in which order.

import Domain
import Testing

@Suite struct ReceiversTests {
  private let topics = [
    Topic(
      id: "trivsel", key: "1", label: Label(danish: "Trivsel", english: "Wellbeing"),
      professions: ["psykolog"])
  ]

  private var people: [Colleague] {
    [
      colleague("MAL", "Malene Smedelyng"),
      colleague("HER", "Ingeborg Uglemose", profession: "psykolog"),
      colleague("OUT", "Çetin Havtorn", profession: "psykolog"),
      colleague("BUD", "Sofie Æbelund", profession: "psykolog"),
      colleague("FLY", "Anna Kornvang", profession: "psykolog", isFloater: true),
      colleague("HOM", "Zahra Engkarse", profession: "psykolog"),
      colleague("AAG", "Aage Tjørnelykke", profession: "psykolog"),
      colleague("OJV", "Øjvind Stenpikker", profession: "psykolog"),
      colleague("SSP", "Samira Mosevang", profession: "ssp"),
    ]
  }

  private func list(
    _ people: [Colleague], topic: Topic.ID? = "trivsel", age: AgeGroup? = nil, events: [Event] = [],
    entries: [Handover.ID: [RecordID: HandoverEntry]] = [:]
  ) -> [Receiver] {
    let roster = [
      pattern(1, at: "EUC", on: .thursday, [duty("HER", "BUD"), duty("SSP")]),
      pattern(2, at: "HHX", on: .thursday, [duty("OUT")]),
    ]
    var picture = picture(
      schools: [school("EUC"), school("HHX")], colleagues: people, events: roster + events, topics: topics)
    picture.handoverEntries = entries
    return picture.receivers(topic: topic, at: "EUC", sender: "MAL", on: day("2026-03-05"), age: age)
  }

  @Test func theLikeliestFirst() {
    let list = list(people)
    // On duty here, elsewhere, makker, floater; the rest by Danish order; the other profession last.
    #expect(
      list.map(\.colleague.id) == ["HER", "OUT", "BUD", "FLY", "HOM", "OJV", "AAG", "SSP"])
    #expect(list.map(\.helps) == [true, true, true, true, true, true, true, false])
    #expect(list[0].place == .onDutyHere)
    #expect(list[1].place == .onDutyElsewhere("HHX"))
    #expect(list[2].place == .buddyHere)
    #expect(list[3].place == .floater)
  }

  @Test func withoutATopicTheDoorDecides() {
    #expect(list(people, topic: nil).map(\.colleague.id).prefix(3) == ["HER", "SSP", "OUT"])
  }

  /// Whoever is away can be offered to all the same: the makker may take over.
  @Test func leftNotBegunOrTheSenderIsNotInItAndWhoIsAwayComesLast() {
    let list = list([
      colleague("MAL", profession: "psykolog"),
      colleague("AWY", profession: "psykolog", away: [days("2026-03-05", "2026-03-05")]),
      colleague("OLD", profession: "psykolog", to: "2026-03-04"),
      colleague("NEW", profession: "psykolog", from: "2026-03-06"),
      colleague("YES", profession: "psykolog", from: "2026-03-05", to: "2026-03-05"),
    ])
    #expect(list.map(\.colleague.id) == ["YES", "AWY"])
    #expect(list.map(\.away) == [nil, day("2026-03-05")])
  }

  @Test func theAgeOnlyFilters() {
    let people = [
      colleague("CHI", ages: AgeRange(from: nil, to: 17)),
      colleague("ADU", ages: AgeRange(from: 18, to: nil)),
      colleague("BOT", ages: AgeRange(from: 13, to: 29)), colleague("ANY"),
    ]
    #expect(Set(list(people, age: .under18).map(\.colleague.id)) == ["CHI", "BOT", "ANY"])
    #expect(Set(list(people, age: .from18).map(\.colleague.id)) == ["ADU", "BOT", "ANY"])
    #expect(list(people).count == 4)
  }

  /// What somebody holds counts against them: as a receiver who took over, as a sender who waits.
  @Test func theLighterLoadFirst() {
    let handover = Handover.ID(high: 0, low: 77)
    let offer = HandoverStep(
      id: id(50), after: .zero, day: day("2026-03-04"), handover: handover, hop: 1, school: "EUC",
      step: .offered)
    let entry = HandoverEntry(receiver: "AAG", sender: "HOM", mode: .walkedOver, writer: "w")
    let list = list(people, events: [.handover(offer)], entries: [handover: [id(50): entry]])
    #expect(list.first { $0.colleague.id == "HOM" }?.load == 1)
    #expect(list.first { $0.colleague.id == "AAG" }?.load == 0)
    #expect(list.map(\.colleague.id).suffix(4) == ["OJV", "AAG", "HOM", "SSP"])
  }
}

// Routing by age and topic, as data: the agreed exception, and what "exactly 18" means.

import Domain
import Testing

@Suite struct RoutingTests {
  /// Housing goes to adults' caseworkers; staying in education also at 15–17.
  private let topics = [
    Topic(
      id: "fravaer", key: "6", label: Label(danish: "Fravær", english: "Absence"), professions: ["mentor"],
      routes: [
        Route(
          ages: AgeRange(from: 15, to: 17), professions: ["ungesagsbehandler"],
          condition: Label(danish: "alene fastholdelse", english: "only staying"))
      ]),
    Topic(
      id: "bolig", key: "4", label: Label(danish: "Bolig", english: "Housing"), professions: [],
      routes: [
        Route(ages: AgeRange(from: nil, to: 17), professions: ["familie"]),
        Route(ages: AgeRange(from: 18, to: nil), professions: ["ungesagsbehandler"]),
      ]),
  ]

  private func receivers(_ topic: Topic.ID, _ age: AgeGroup?) -> [Receiver] {
    let people = [
      colleague("ADU", profession: "ungesagsbehandler", ages: AgeRange(from: 18, to: 29)),
      colleague("CHI", profession: "familie", ages: AgeRange(from: nil, to: 17)), colleague("MEN"),
    ]
    return picture(schools: [school("EUC")], colleagues: people, topics: topics)
      .receivers(topic: topic, at: "EUC", sender: nil, on: day("2026-03-05"), age: age)
  }

  @Test func theExceptionSendsFifteenToSeventeenAcrossTheAgeLimit() throws {
    let young = receivers("fravaer", .under18)
    let adult = try #require(young.first { $0.colleague.id == "ADU" })
    #expect(adult.helps && adult.exception?.condition?.danish == "alene fastholdelse")
    // For every other topic the limit holds.
    #expect(!receivers("bolig", .under18).contains { $0.colleague.id == "ADU" })
    // At 18 there is no exception to show: the colleague's own ages take the person.
    #expect(receivers("fravaer", .from18).first { $0.colleague.id == "ADU" }?.exception == nil)
  }

  @Test func aTopicCanGoToDifferentPeopleByAge() {
    #expect(receivers("bolig", .under18).filter(\.helps).map(\.colleague.id) == ["CHI"])
    #expect(receivers("bolig", .from18).filter(\.helps).map(\.colleague.id) == ["ADU"])
    #expect(Set(receivers("bolig", nil).filter(\.helps).map(\.colleague.id)) == ["ADU", "CHI"])
  }

  /// The sources say "under 18" and "over 18"; exactly 18 belongs to "18 and over", and an entry that
  /// ends at 18 is in both lists.
  @Test func exactlyEighteenIsEighteenAndOver() {
    #expect(AgeRange(from: 18, to: 18).reaches(.from18) && !AgeRange(from: 18, to: 18).reaches(.under18))
    #expect(AgeRange(from: 13, to: 18).reaches(.from18) && AgeRange(from: 13, to: 18).reaches(.under18))
    #expect(!AgeRange(from: 13, to: 17).reaches(.from18) && !AgeRange(from: 18, to: nil).reaches(.under18))
  }
}

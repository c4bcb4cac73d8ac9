// Whom a swap was offered to, also when both have duty at the same school that day.

import Domain
import Testing

@Suite struct SwapReceiverTests {
  private func shared(_ spans: [DutySpan]) -> FolderPicture {
    picture(
      schools: [school("EUC")], colleagues: [colleague("MAL"), colleague("PRE"), colleague("ALI")],
      events: [pattern(1, at: "EUC", on: .thursday, spans)])
  }

  /// Both share EUC that day: Preben is asked to take Malene's hours there too, alone or for his of the
  /// week after.
  @Test(arguments: [false, true])
  func aSwapWithSomebodyOnTheSameDayIsForThatColleague(isReturned: Bool) throws {
    let shared = shared([duty("MAL", nil, "09:30-11:30"), duty("PRE", "ALI", "11:30-13:30")])
    let school = try #require(shared.documents.school("EUC"))
    let given = try #require(shared.roster.shifts(at: school, on: day("2026-03-05")).first)
    let other = try #require(shared.roster.shifts(at: school, on: day("2026-03-12")).last)
    let step = SwapStep(
      id: id(9), after: .zero, at: utc("2026-03-02T08:00:00Z"), by: "MAL",
      cells: shared.swapCells(giving: given, taking: isReturned ? other : nil, to: "PRE"), offer: id(9),
      step: .offered)
    var offered = shared
    offered.ledger.apply(.swap(step), origin: origin(9))
    #expect(offered.swap(id(9), on: day("2026-03-02"))?.receiver == "PRE")
    #expect(offered.unansweredSwaps(of: "PRE", on: day("2026-03-02")).map(\.offer.id) == [id(9)])
  }

  /// Both sit there in the same hours, with the same makker.
  @Test func theReceiverHasTheSameDutyAlready() throws {
    let shared = shared([duty("MAL", "ALI"), duty("PRE", "ALI")])
    let school = try #require(shared.documents.school("EUC"))
    let given = try #require(shared.roster.shifts(at: school, on: day("2026-03-05")).first)
    let step = SwapStep(
      id: id(9), after: .zero, at: utc("2026-03-02T08:00:00Z"), by: "MAL",
      cells: shared.swapCells(giving: given, taking: nil, to: "PRE"), offer: id(9), step: .offered)
    var offered = shared
    offered.ledger.apply(.swap(step), origin: origin(9))
    #expect(offered.swap(id(9), on: day("2026-03-02"))?.receiver == "PRE")
  }
}

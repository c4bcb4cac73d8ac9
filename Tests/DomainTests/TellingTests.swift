// Whom a desk tells that something waits, and the words of the command.

import Domain
import Testing

@Suite struct TellingTests {
  private func picture(receiverAway: Bool = false, state: HandoverStep.Step? = nil) -> FolderPicture {
    let handover = Handover.ID(high: 0, low: 7)
    let offer = HandoverStep(
      id: id(50), after: .zero, day: day("2026-03-04"), handover: handover, hop: 1, school: "EUC",
      step: .offered)
    let more = state.map {
      Event.handover(
        HandoverStep(
          id: id(51), after: id(50), day: day("2026-03-05"), handover: handover, hop: 1, school: "EUC",
          step: $0))
    }
    let away = receiverAway ? [days("2026-03-05", "2026-03-05")] : []
    var picture = DomainTests.picture(
      schools: [school("EUC"), school("VUC")],
      colleagues: [colleague("MAL"), colleague("CET", away: away), colleague("SOF")],
      events: [
        pattern(1, at: "VUC", on: .thursday, [duty("CET", "SOF")]), .handover(offer),
      ] + [more].compactMap { $0 })
    picture.handoverEntries = [
      handover: [id(50): HandoverEntry(receiver: "CET", sender: "MAL", mode: .comesAlone, writer: "w")]
    ]
    return picture
  }

  private func told(_ picture: FolderPicture, at school: School.ID = "EUC", _ time: String = "10:12")
    -> [Colleague.ID]
  {
    picture.toBeTold(at: school, now: moment("2026-03-05", time)).map(\.id)
  }

  @Test func theReceiverWhileTheDoorCouldBeOpen() {
    #expect(told(picture()) == ["CET"])
    #expect(told(picture(), at: "VUC").isEmpty, "each desk tells of its own school")
    #expect(told(picture(), "09:29").isEmpty && told(picture(), "13:30").isEmpty)
  }

  @Test func theMakkerWhileTheReceiverIsAway() {
    #expect(told(picture(receiverAway: true)) == ["SOF"])
  }

  @Test(arguments: [
    HandoverStep.Step.takenOver(daysSinceOffer: 1, isTold: false), .declined, .missed, .withdrawn,
    .closed(.other),
  ])
  func nobodyOnceItIsAnswered(step: HandoverStep.Step) {
    #expect(told(picture(state: step)).isEmpty)
  }

  @Test func aReminderStopsWhenAnswered() throws {
    let (waiting, later) = (picture(), day("2026-03-11"))
    let open = try #require(waiting.openHandovers.first)
    // Friday, Monday, Tuesday, Wednesday and the Thursday of the offer's next day.
    #expect(waiting.schoolDaysWaited(open, on: later) == 5 && waiting.isReminded(open, on: later))
    #expect(!waiting.isReminded(open, on: later.adding(days: -1)))
    let taken = picture(state: .takenOver(daysSinceOffer: 1, isTold: false))
    #expect(try !taken.isReminded(#require(taken.openHandovers.first), on: later))
  }

  @Test func theCommandGetsTheWorkContactAndNothingElse() {
    var person = colleague("CET", "Çetin Havtorn")
    (person.workMail, person.workPhone) = ("cet@example.invalid", "+45 00 10 20 30")
    #expect(person.filling(["mail", "-s", "Elevtjenesten", "{mail}"])?.last == "cet@example.invalid")
    #expect(person.filling(["sms", "til={telefon}"]) == ["sms", "til=+45 00 10 20 30"])
    #expect(person.filling(["mail"]) == ["mail", "cet@example.invalid"])
    person.workMail = "-oQ/tmp"
    #expect(person.filling(["mail", "{mail}"]) == nil, "a contact is never an option")
    person.workMail = nil
    #expect(person.filling(["mail"]) == nil && person.filling([]) == nil)
  }
}

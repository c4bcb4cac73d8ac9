// What must be true of a handover at every moment, by name.

import Domain
import Testing

/// Checks on one desk's picture of one handover.
struct HandoverInvariants {
  var chain: ChangeChain<HandoverStep>
  var entries: [RecordID: HandoverEntry]
  var today: CivilDate
  /// What was going on, for the message.
  var context: String

  func check() {
    let line = chain.handoverLine
    everyStepIsOnTheLineOrLost(line)
    theLineFollowsAfter(line)
    terminalIsTerminal(line)
    guard let handover = Handover(steps: chain, entries: entries) else {
      #expect(line.isEmpty, "\(context): steps without a handover")
      return
    }
    theLastStepDecides(handover, line)
    exactlyOneHolderWhileOpen(handover)
    noHolderWhenEnded(handover)
    aReminderStopsWhenAnswered(handover)
    theOfferIsTheLastOne(handover, line)
    hopsNeverFall(line)
  }

  /// Nothing is forgotten and nothing counts twice.
  private func everyStepIsOnTheLineOrLost(_ line: [Recorded<HandoverStep>]) {
    let ids = line.map(\.body.id) + chain.losers(against: line).map(\.body.id)
    #expect(Set(ids) == Set(chain.changes.keys), "\(context)")
    #expect(ids.count == chain.changes.count, "\(context)")
  }

  private func theLineFollowsAfter(_ line: [Recorded<HandoverStep>]) {
    for (earlier, later) in zip(line, line.dropFirst()) {
      #expect(later.body.after == earlier.body.id, "\(context)")
    }
    if let first = line.first {
      #expect(chain.changes[first.body.after] == nil, "\(context): the line does not begin at the start")
    }
  }

  /// Nothing follows a close or a withdrawal.
  private func terminalIsTerminal(_ line: [Recorded<HandoverStep>]) {
    #expect(line.dropLast().allSatisfy { !$0.body.step.isTerminal }, "\(context)")
  }

  private func theLastStepDecides(_ handover: Handover, _ line: [Recorded<HandoverStep>]) {
    #expect(handover.last == line.last?.body.id, "\(context)")
    #expect(handover.changed == line.last?.body.day, "\(context)")
    #expect(handover.state.isOpen == (line.last?.body.step.isTerminal == false), "\(context)")
  }

  /// Never two holders, never none while it is open: the sender until somebody has taken over.
  private func exactlyOneHolderWhileOpen(_ handover: Handover) {
    guard handover.state.isOpen, let entry = handover.entry else { return }
    let holders = [entry.sender, entry.receiver].filter { $0 == handover.holder }
    #expect(holders.count == 1, "\(context)")
    if case .takenOver = handover.state {
      #expect(handover.holder == entry.receiver, "\(context)")
      #expect(!handover.state.isWithSender, "\(context)")
    } else {
      #expect(handover.holder == entry.sender, "\(context)")
      #expect(handover.state.isWithSender, "\(context)")
    }
  }

  private func noHolderWhenEnded(_ handover: Handover) {
    guard !handover.state.isOpen else { return }
    #expect(handover.holder == nil, "\(context)")
    for action in HandoverAction.allCases {
      #expect(throws: HandoverRefusal.ended, "\(context): \(action) after the end") {
        try handover.check(action, by: HandoverActor(colleague: "LON", isCoordinator: true), on: today)
      }
    }
  }

  private func aReminderStopsWhenAnswered(_ handover: Handover) {
    let isLong = handover.isLongWait(on: handover.waitingSince.adding(days: 15), limitDays: 14)
    #expect(isLong == handover.state.isWithSender, "\(context)")
    #expect(!handover.isLongWait(on: handover.waitingSince.adding(days: 14), limitDays: 14), "\(context)")
  }

  /// The entry that counts belongs to the last offer on the line.
  private func theOfferIsTheLastOne(_ handover: Handover, _ line: [Recorded<HandoverStep>]) {
    guard let offer = line.last(where: { $0.body.step == .offered }) else { return }
    #expect(handover.offer == offer.body.id, "\(context)")
    #expect(handover.offered == offer.body.day, "\(context)")
    #expect(handover.hop == offer.body.hop, "\(context)")
    #expect(handover.entry == entries[offer.body.id], "\(context)")
  }

  private func hopsNeverFall(_ line: [Recorded<HandoverStep>]) {
    #expect(zip(line, line.dropFirst()).allSatisfy { $0.body.hop <= $1.body.hop }, "\(context)")
  }
}

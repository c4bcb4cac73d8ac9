// Seeded random runs: several desks act on one handover at once, and hear of each other in any order.

import Domain
import Testing

@Suite struct HandoverRunTests {
  /// A record and what belongs to it in the handover's file.
  private struct Letter {
    var step: Recorded<HandoverStep>
    var entry: HandoverEntry?
  }

  /// One machine: what it knows, and what has not reached it yet.
  private struct DeskInARun {
    var chain = ChangeChain<HandoverStep>()
    var entries: [RecordID: HandoverEntry] = [:]
    var underway: [Letter] = []

    mutating func take(_ letter: Letter) {
      chain.insert(letter.step)
      if let entry = letter.entry { entries[letter.step.body.id] = entry }
    }

    var handover: Handover? { Handover(steps: chain, entries: entries) }
  }

  private struct Run {
    var desks: [DeskInARun]
    var random: SeededRandom
    var today = day("2026-03-02")
    var written: [Letter] = []
    var nextID = 1

    static let people: [Colleague.ID] = ["MAL", "CET", "ING", "NAD", "LON"]

    init(desks count: Int, seed: UInt64) {
      desks = Array(repeating: DeskInARun(), count: count)
      random = SeededRandom(seed: seed)
      let first = HandoverEntry(receiver: "CET", sender: "MAL", mode: .walkedOver, writer: "desk-0")
      write(.offered, at: 0, after: .zero, hop: 1, entry: first)
    }

    mutating func step() -> Int {
      let desk = Int.random(in: 0..<desks.count, using: &random)
      if Int.random(in: 0..<10, using: &random) == 0 { today = today.adding(days: 1) }
      if Bool.random(using: &random) { hear(at: desk) } else { act(at: desk) }
      return desk
    }

    /// A random one of the records on their way arrives; sometimes it arrives again later.
    mutating func hear(at desk: Int) {
      guard let index = desks[desk].underway.indices.randomElement(using: &random) else { return }
      let letter = desks[desk].underway[index]
      desks[desk].take(letter)
      if Int.random(in: 0..<8, using: &random) > 0 { desks[desk].underway.remove(at: index) }
    }

    /// Somebody does something that the rules allow on what this desk knows.
    mutating func act(at desk: Int) {
      guard let handover = desks[desk].handover,
        let action = HandoverAction.allCases.randomElement(using: &random),
        let who = Self.people.randomElement(using: &random)
      else { return }
      let actor = HandoverActor(colleague: who, isCoordinator: who == "LON")
      guard (try? handover.check(action, by: actor, on: today)) != nil else { return }
      // An offer is made by whoever holds; without the file it is the actor's own word.
      let sender = handover.holder ?? who
      let receiver = Self.people.filter { $0 != sender }.randomElement(using: &random) ?? "CET"
      let entry = HandoverEntry(receiver: receiver, sender: sender, mode: .comesAlone, writer: "desk-\(desk)")
      switch action {
      case .takeOver: write(taken(handover, isTold: false), at: desk, upon: handover)
      case .recordTold: write(taken(handover, isTold: true), at: desk, upon: handover)
      case .decline: write(.declined, at: desk, upon: handover)
      case .missed: write(.missed, at: desk, upon: handover)
      case .withdraw: write(.withdrawn, at: desk, upon: handover)
      case .offerAgain: write(.offered, at: desk, after: handover.last, hop: handover.hop, entry: entry)
      case .handOn: write(.offered, at: desk, after: handover.last, hop: handover.hop + 1, entry: entry)
      case .undoTakeOver: write(.undone, at: desk, upon: handover)
      case .close:
        // Rarely, so that a run lasts.
        if Int.random(in: 0..<4, using: &random) == 0 { write(.closed(.other), at: desk, upon: handover) }
      }
    }

    private func taken(_ handover: Handover, isTold: Bool) -> HandoverStep.Step {
      .takenOver(daysSinceOffer: today.days(since: handover.offered), isTold: isTold)
    }

    private mutating func write(_ step: HandoverStep.Step, at desk: Int, upon handover: Handover) {
      write(step, at: desk, after: handover.last, hop: handover.hop, entry: nil)
    }

    private mutating func write(
      _ step: HandoverStep.Step, at desk: Int, after: RecordID, hop: Int, entry: HandoverEntry?
    ) {
      // Ids are random, so they say nothing about who was first.
      let id = RecordID(high: random.next(), low: UInt64(nextID))
      let body = HandoverStep(
        id: id, after: after, day: today, handover: Handover.ID(high: 0, low: 1), hop: hop, school: "EUC",
        step: step)
      let origin = Origin(
        writer: "desk-\(desk)", sequence: nextID, hash: RecordHash(high: random.next(), low: 0))
      nextID += 1
      let letter = Letter(step: Recorded(body: body, origin: origin), entry: entry)
      written.append(letter)
      for other in desks.indices {
        if other == desk { desks[other].take(letter) } else { desks[other].underway.append(letter) }
      }
    }

    /// Everything arrives everywhere, in a random order of its own at each desk.
    mutating func settle() {
      for desk in desks.indices {
        for letter in desks[desk].underway.shuffled(using: &random) { desks[desk].take(letter) }
        desks[desk].underway = []
      }
    }
  }

  @Test(arguments: [2, 3])
  func invariantsHoldAfterEveryStep(desks: Int) {
    var endings: Set<String> = []
    var forked = 0
    for seed in 0..<300 as Range<UInt64> {
      var run = Run(desks: desks, seed: seed)
      for number in 0..<40 {
        let desk = run.step()
        check(run, desk: desk, "seed \(seed), step \(number), desk \(desk) of \(desks)")
      }
      run.settle()
      for desk in run.desks.indices { check(run, desk: desk, "seed \(seed), settled, desk \(desk)") }
      everyDeskAgrees(run, seed: seed)
      theLineIsTheOneWorkedOutByHand(run, seed: seed)
      let chain = run.desks[0].chain
      if !chain.losers(against: chain.handoverLine).isEmpty { forked += 1 }
      if let state = run.desks[0].handover?.state { endings.insert(name(of: state)) }
    }
    // The runs reach everything there is, and desks do get in each other's way.
    #expect(endings == ["offered", "declined", "missed", "takenOver", "closed", "withdrawn"])
    #expect(forked > 50)
  }

  private func check(_ run: Run, desk: Int, _ context: String) {
    HandoverInvariants(
      chain: run.desks[desk].chain, entries: run.desks[desk].entries, today: run.today, context: context
    ).check()
  }

  private func everyDeskAgrees(_ run: Run, seed: UInt64) {
    let first = run.desks[0]
    #expect(first.chain.changes.count == run.written.count, "seed \(seed): a record was lost")
    for desk in run.desks {
      #expect(desk.chain == first.chain && desk.handover == first.handover, "seed \(seed)")
    }
  }

  /// Follows `after` from the start with the rules written down here once more: a take-over, an end, what a
  /// newer offer follows, then the ranking.
  private func theLineIsTheOneWorkedOutByHand(_ run: Run, seed: UInt64) {
    let order = ["offered", "declined", "missed", "undone", "withdrawn"]
    let steps = run.written.map(\.step.body)
    func leadsToAnOffer(_ step: HandoverStep) -> Bool {
      step.step == .offered
        || !step.step.isTerminal && steps.contains { $0.after == step.id && leadsToAnOffer($0) }
    }
    func place(_ step: HandoverStep) -> Int {
      switch name(of: step.step) {
      case "takenOver": 0
      case "closed": 1
      default: (leadsToAnOffer(step) ? 2 : 3) * 10 + (order.firstIndex(of: name(of: step.step)) ?? 9)
      }
    }
    var line: [RecordID] = []
    var parent = RecordID.zero
    while true {
      let next = steps.filter { $0.after == parent }
        .map { (place($0), $0.id.description, $0) }
        .min { ($0.0, $0.1) < ($1.0, $1.1) }
      guard let step = next?.2 else { break }
      line.append(step.id)
      if ["closed", "withdrawn"].contains(name(of: step.step)) { break }
      parent = step.id
    }
    #expect(run.desks[0].chain.handoverLine.map(\.body.id) == line, "seed \(seed)")
  }

  /// The first word of a case: `takenOver(…)` is `takenOver`.
  private func name(of value: some Any) -> String {
    String("\(value)".prefix { $0 != "(" })
  }
}

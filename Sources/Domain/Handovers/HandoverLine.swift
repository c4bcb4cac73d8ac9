// From the steps of one handover, in any arrival order, to what it is now.

extension ChangeChain<HandoverStep> {
  /// The steps that hold. Of steps made upon the same one a take-over holds, then an end; then the one that
  /// a newer offer follows, so that a late "kan ikke" never takes that offer away; then the greater rank,
  /// then the smaller id.
  package var handoverLine: [Recorded<HandoverStep>] {
    var leading: Set<RecordID>?
    func strength(_ step: HandoverStep) -> Int {
      switch step.step {
      case .takenOver: return 3
      case .closed: return 2
      case .offered, .declined, .missed, .undone, .withdrawn:
        let known = leading ?? leadingToOffers
        leading = known
        return known.contains(step.id) ? 1 : 0
      }
    }
    return line(ends: { $0.step.isTerminal }) { left, right in
      let (mine, others) = (strength(left.body), strength(right.body))
      return (mine, left.body.step.rank, right.body.id) > (others, right.body.step.rank, left.body.id)
    }
  }

  /// The offers, and the steps that one of them was made upon, near or far.
  private var leadingToOffers: Set<RecordID> {
    var leading: Set<RecordID> = []
    for offer in changes.values.map(\.body) where offer.step == .offered {
      var step: HandoverStep? = offer
      while let present = step, leading.insert(present.id).inserted {
        // Nothing follows an end, so nothing that was made upon one counts.
        step = changes[present.after].flatMap { $0.body.step.isTerminal ? nil : $0.body }
      }
    }
    return leading
  }

  /// The steps that figures count: every offer, and the answers that changed something. An answer made upon
  /// one of the same kind did not, and of several of one kind made upon the same step one did.
  package var countedSteps: [HandoverStep] {
    let steps = changes.values.map(\.body)
    var first: [Fork: HandoverStep] = [:]
    for step in steps where step.step != .offered {
      guard changes[step.after]?.body.step.name != step.step.name else { continue }
      let fork = Fork(after: step.after, name: step.step.name)
      if first[fork].map({ step.id < $0.id }) ?? true { first[fork] = step }
    }
    return steps.filter { $0.step == .offered } + Array(first.values)
  }
}

/// Where steps of one kind were made upon the same one.
private struct Fork: Hashable {
  var after: RecordID
  var name: String
}

extension Handover {
  /// What the steps make of it, and the entry of its file that counts; nil without steps.
  package init?(steps: ChangeChain<HandoverStep>, entries: [RecordID: HandoverEntry] = [:]) {
    let line = steps.handoverLine
    guard let first = line.first?.body else { return nil }
    self.init(
      id: first.handover, school: first.school, state: .offered, begun: first.day, offered: first.day,
      changed: first.day, hop: first.hop, offer: first.id, last: first.id)
    for step in line { take(step.body) }
    entry = entries[offer]
  }

  private mutating func take(_ step: HandoverStep) {
    last = step.id
    changed = step.day
    switch step.step {
    case .offered:
      // Whoever had taken over hands on: a new wait begins.
      if case .takenOver = state { waitingSince = step.day }
      state = .offered
      offer = step.id
      offered = step.day
      hop = step.hop
    case .withdrawn: state = .withdrawn
    case .declined: state = .declined
    case .missed: state = .missed
    case .takenOver(_, let isTold): state = .takenOver(isTold: isTold)
    case .undone: state = .offered
    case .closed(let reason): state = .closed(reason)
    }
  }
}

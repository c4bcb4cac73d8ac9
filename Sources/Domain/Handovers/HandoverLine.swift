// From the steps of one handover, in any arrival order, to what it is now.

extension ChangeChain<HandoverStep> {
  /// The steps that hold. Of steps made upon the same one the greater rank holds, then the smaller id.
  package var handoverLine: [Recorded<HandoverStep>] {
    line(ends: { $0.step.isTerminal }) { left, right in
      (left.body.step.rank, right.body.id) > (right.body.step.rank, left.body.id)
    }
  }
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

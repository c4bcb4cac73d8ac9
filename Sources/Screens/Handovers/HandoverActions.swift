// The steps of a handover from its list: asked of the rules, recorded, told.

import Domain

extension Desk {
  func reasonAgainstStep(_ action: Action) -> String? {
    if let readOnlyReason { return readOnlyReason }
    guard let handover = selectedHandover else { return words("handovers.chooseFirst") }
    guard me != nil else { return words("reason.nobody") }
    guard let wanted = ruleAction(action, on: handover) else { return nil }
    do throws(HandoverRefusal) {
      try picture.check(wanted, on: handover, acting)
      return nil
    } catch {
      return words.refusal(error, name: { colleagueName($0) })
    }
  }

  /// What the rules are asked; of a key that is no step nothing.
  private func ruleAction(_ action: Action, on handover: Handover) -> HandoverAction? {
    let wanted = HandoverAction(rawValue: action.rawValue)
    return wanted == .takeOver ? handover.takeOver(by: colleagueID) : wanted
  }

  mutating func performOnSelected(_ action: Action) -> [Request] {
    guard let handover = selectedHandover, let wanted = ruleAction(action, on: handover) else { return [] }
    switch wanted {
    case .takeOver, .recordTold:
      // Somebody else's word for it is asked first.
      let isTold = picture.howToTakeOver(handover, acting) == .told
      return isTold ? ask(.told(handover)) : takeOver(handover, isTold: false)
    case .decline: return take(.decline, of: handover)
    case .missed: return take(.missed, of: handover)
    case .undoTakeOver: return take(.undoTakeOver, of: handover)
    case .withdraw: return ask(.withdraw(handover))
    case .close: screens.push(.closing(ClosingState(handover: handover)))
    case .offerAgain, .handOn:
      screens.push(.receivers(ReceiversState(purpose: .handover(handover, wanted), in: self)))
    }
    return []
  }

  /// Another desk may have been quicker since it was asked: the rules are asked again.
  mutating func take(_ move: HandoverMove, of before: Handover) -> [Request] {
    guard let current = picture.handover(before.id),
      let act = try? picture.stepping(move, of: current, acting)
    else { return refuseChanged(before.id) }
    return save(act: act)
  }

  mutating func takeOver(_ before: Handover, isTold: Bool) -> [Request] {
    guard let current = picture.handover(before.id),
      let taken = try? picture.takingOver(current, acting), (taken.how == .told) == isTold
    else { return refuseChanged(before.id) }
    return save(Saving(taken.acts.map(Request.init)))
  }

  /// A step is on disk: say what that means, and stay at the same handover. The mark never moves to
  /// another one by itself: a key pressed twice must not answer two.
  mutating func stepSaved(_ step: HandoverStep) {
    if step.step.isTerminal { picture.handoverEntries[step.handover] = nil }
    showHandovers(selecting: step.handover)
    let handover = picture.handover(step.handover)
    let names: KeyValuePairs = [
      "count": String(heldByMe.count), "receiver": colleagueName(handover?.entry?.receiver),
      "sender": colleagueName(handover?.entry?.sender),
    ]
    let deed = Deed.takeOver(step.handover)
    did(picture.stands(deed, acting) ? .deed(deed) : .nothing)
    switch step.step {
    case .takenOver(_, isTold: true): say("saved.told", names)
    case .takenOver(_, isTold: false):
      say(handover?.holder == colleagueID ? "saved.takenOver" : "saved.takenOverFor", names)
    case .declined: say("saved.declined", names)
    case .missed: say("saved.missed", names)
    case .withdrawn: say("saved.withdrawn", names)
    case .undone: say("saved.undoneTakeOver", names)
    case .closed: say("saved.closed", names)
    case .offered: say("receipt.saved", names)
    }
  }

  /// The list over I dag, with one handover marked if it is still there.
  mutating func showHandovers(selecting id: Handover.ID) {
    screens.reset()
    let isListed = handoverGroups.all.contains { $0.id == id }
    screens.push(.handovers(HandoversState(selection: isListed ? id : nil)))
  }

  /// Meanwhile another desk was quicker: nothing is saved, and the list shows what is.
  mutating func refuseChanged(_ id: Handover.ID) -> [Request] {
    showHandovers(selecting: id)
    return refuse(words("handovers.changed"))
  }
}

// Who a colleague is to a handover: coordinator, or makker stepping in for an absent receiver.

extension FolderPicture {
  /// The colleague as the rules of a handover see them on a day.
  package func actor(_ colleague: Colleague, on handover: Handover, day: CivilDate) -> HandoverActor {
    HandoverActor(
      colleague: colleague.id, isCoordinator: colleague.role == .coordinator,
      stepsInForReceiver: stepsIn(colleague, for: handover.entry?.receiver, on: day))
  }

  /// The receiver is absent that day (away, or taken off a duty), and the colleague is the makker there.
  private func stepsIn(_ colleague: Colleague, for receiver: Colleague.ID?, on day: CivilDate) -> Bool {
    guard let receiver, receiver != colleague.id else { return false }
    let isAway = documents.colleague(receiver)?.isAvailable(on: day) != true
    return documents.schools.contains { school in
      guard
        let planned = ledger.pattern(at: school.id, on: day)?.spans.first(where: { $0.colleague == receiver })
      else { return false }
      let isTakenOff = !roster.shifts(at: school, on: day).contains { $0.colleague == receiver }
      return (isAway || isTakenOff) && planned.buddy == colleague.id
    }
  }
}

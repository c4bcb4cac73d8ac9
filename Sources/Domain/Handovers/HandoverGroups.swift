// Which handovers somebody sees, on the screen and line by line.

/// The handovers somebody sees: mine to answer first, then those I hold, then those of others that I
/// may look after: for coordinators all, first those that must move on, for everybody those whose people
/// are unknown. Each group oldest first.
package struct HandoverGroups: Equatable, Sendable {
  package var waiting: [Handover] = []
  package var held: [Handover] = []
  /// For coordinators: those whose holder leaves or has left.
  package var leaving: [Handover] = []
  package var others: [Handover] = []

  package init() {}

  package var all: [Handover] { waiting + held + leaving + others }
}

extension FolderPicture {
  /// The open handovers a colleague sees on a day.
  package func handovers(seenBy me: Colleague, on day: CivilDate) -> HandoverGroups {
    var groups = HandoverGroups()
    groups.waiting = waiting(for: me, on: day)
    let mine = Set(groups.waiting.map(\.id))
    for handover in openHandovers where !mine.contains(handover.id) {
      if handover.holder == me.id {
        groups.held.append(handover)
      } else if me.role == .coordinator, documents.mustMoveOn(handover, on: day) {
        groups.leaving.append(handover)
      } else if me.role == .coordinator || handover.entry == nil {
        groups.others.append(handover)
      }
    }
    return groups
  }
}

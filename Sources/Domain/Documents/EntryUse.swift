// What refers to an entry of the documents: what is referred to can be ended, but not deleted.

extension FolderPicture {
  /// Whether roster, doors, handovers or the log speak of a colleague.
  package func refers(to colleague: Colleague.ID) -> Bool {
    isOnRoster(colleague)
      || ledger.doors.values.contains { doors in doors.values.contains { $0.body.by == colleague } }
      || handoverEntries.values.contains { entries in
        entries.values.contains { $0.receiver == colleague || $0.sender == colleague }
      }
  }

  private func isOnRoster(_ colleague: Colleague.ID) -> Bool {
    func isIn(_ spans: [DutySpan]) -> Bool {
      spans.contains { $0.colleague == colleague || $0.buddy == colleague }
    }
    let patterns = ledger.patterns.values.flatMap { $0.changes.values.map(\.body) }
    if patterns.contains(where: { $0.by == colleague || isIn($0.spans) }) { return true }
    let cells = ledger.cells.values.flatMap { $0.changes.values.map(\.body) }
    if cells.contains(where: { $0.by == colleague || $0.asked == colleague || isIn($0.spans) }) {
      return true
    }
    let swaps = ledger.swaps.values.flatMap { $0.changes.values.map(\.body) }
    return swaps.contains { swap in swap.by == colleague || swap.cells.contains { isIn($0.spans) } }
  }

  /// Whether anything may have been recorded of a school, or colleagues, calendar or roster name it. From
  /// its opening date on visits may have been counted that are not read here, or are forgotten by now.
  package func refers(to school: School.ID, on today: CivilDate) -> Bool {
    let entry = documents.school(school)
    return entry.map { $0.opened <= today } ?? true
      || documents.colleagues.contains { $0.school == school }
      || documents.calendar.contains { $0.schools?.contains(school) == true }
      || ledger.patterns.keys.contains { $0.school == school }
      || ledger.cells.keys.contains { $0.school == school }
  }
}

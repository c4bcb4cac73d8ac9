// Who can step in for a duty: the makker first, then floaters, then colleagues of the school.

extension FolderPicture {
  /// Those who are free to take a duty at a school in some hours, the likeliest first: the makker, a
  /// floater of the same profession, any floater, a colleague of that school.
  package func substitutes(
    for absent: Colleague.ID?, buddy: Colleague.ID?, at school: School.ID, on day: CivilDate,
    in hours: TimeSpan
  ) -> [Colleague] {
    let profession = absent.flatMap(documents.colleague)?.profession
    let busy = Set(
      documents.schools.flatMap { roster.shifts(at: $0, on: day) }
        .filter { $0.hours.overlaps(hours) }.map(\.colleague))
    func rank(_ colleague: Colleague) -> Int? {
      if colleague.id == buddy { return 0 }
      if colleague.isFloater { return colleague.profession == profession ? 1 : 2 }
      return colleague.school == school ? 3 : nil
    }
    return documents.colleagues
      .filter {
        $0.id != absent && $0.isAvailable(on: day) && $0.weekdays.contains(day.weekday)
          && !busy.contains($0.id)
      }
      .compactMap { colleague in rank(colleague).map { ($0, colleague) } }
      .sorted { left, right in
        left.0 == right.0 ? DanishOrder.precedes(left.1.name, right.1.name) : left.0 < right.0
      }
      .map(\.1)
  }
}

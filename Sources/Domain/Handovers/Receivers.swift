// Whom to hand over to: the named colleagues, the likeliest first.

/// A colleague in the list of possible receivers, with what decides the order.
package struct Receiver: Equatable, Sendable {
  /// Where the colleague is today, the nearest first.
  package enum Place: Hashable, Sendable {
    case onDutyHere
    case onDutyElsewhere(School.ID)
    case buddyHere
    case floater
    case elsewhere

    var rank: Int {
      switch self {
      case .onDutyHere: 0
      case .onDutyElsewhere: 1
      case .buddyHere: 2
      case .floater: 3
      case .elsewhere: 4
      }
    }
  }

  package var colleague: Colleague
  /// The colleague's profession helps with the topic.
  package var helps: Bool
  package var place: Place
  /// Open handovers the colleague holds.
  package var load: Int
  /// The last day of an absence: the makker may take over meanwhile.
  package var away: CivilDate?
  /// The route by which the colleague takes an age outside their own.
  package var exception: Route?
}

extension FolderPicture {
  /// Everybody a handover can go to, the likeliest first: the profession that helps with the topic,
  /// then on duty here, elsewhere, makker, floater; then the lighter load; then the name.
  /// "Here" is where the sender sits: that decides who can be walked over to.
  /// Who is away comes last. The sender, and who has not begun, has left or does not take the age, is not in
  /// it; a route of the topic may
  /// send an age to a colleague who does not take it otherwise.
  package func receivers(
    topic: Topic.ID?, at school: School.ID?, sender: Colleague.ID?, on day: CivilDate, age: AgeGroup? = nil
  ) -> [Receiver] {
    let topic = topic.flatMap(documents.topic)
    let professions = topic?.professions(for: age) ?? []
    let loads = openHandovers.reduce(into: [Colleague.ID: Int]()) { loads, handover in
      if let holder = handover.holder { loads[holder, default: 0] += 1 }
    }
    let shifts = documents.schools.flatMap { roster.shifts(at: $0, on: day) }
    return documents.colleagues
      .filter { $0.id != sender && documents.reasonAgainstGiving(to: $0.id, on: day) == nil }
      .compactMap { colleague in
        let exception = topic?.exception(for: colleague, age: age)
        guard colleague.accepts(age) || exception != nil else { return nil }
        return Receiver(
          colleague: colleague, helps: professions.contains(colleague.profession),
          place: place(of: colleague, at: school, among: shifts), load: loads[colleague.id] ?? 0,
          away: colleague.away.first { $0.contains(day) }?.to, exception: exception)
      }
      .sorted { left, right in
        if (left.away == nil) != (right.away == nil) { return left.away == nil }
        let leftRank = (left.helps ? 0 : 1, left.place.rank, left.load)
        let rightRank = (right.helps ? 0 : 1, right.place.rank, right.load)
        return leftRank == rightRank
          ? DanishOrder.precedes(left.colleague.name, right.colleague.name) : leftRank < rightRank
      }
  }

  /// Where a colleague is that day, as seen from a school.
  func place(of colleague: Colleague.ID, at school: School.ID, on day: CivilDate) -> Receiver.Place {
    let shifts = documents.schools.flatMap { roster.shifts(at: $0, on: day) }
    return documents.colleague(colleague).map { place(of: $0, at: school, among: shifts) } ?? .elsewhere
  }

  private func place(of colleague: Colleague, at school: School.ID?, among shifts: [Shift]) -> Receiver.Place
  {
    let own = shifts.filter { $0.colleague == colleague.id }
    if own.contains(where: { $0.school == school }) { return .onDutyHere }
    if let other = own.first { return .onDutyElsewhere(other.school) }
    if shifts.contains(where: { $0.school == school && $0.buddy == colleague.id }) { return .buddyHere }
    return colleague.isFloater ? .floater : .elsewhere
  }
}

extension Colleague {
  /// Whether the colleague takes young people of that age; without an age everybody does.
  package func accepts(_ age: AgeGroup?) -> Bool {
    guard let age, let ages else { return true }
    return ages.reaches(age)
  }
}

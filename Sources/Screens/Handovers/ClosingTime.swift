// The door closes while somebody holds handovers: each stays with its holder by name, or is offered to
// the makker. The day can always be ended, and nothing is passed over in silence.

import Canvas
import Domain
import Reports

extension Desk {
  /// The makker of my duty today, or whose makker I am; nil when there is none at work.
  var makkerToday: Colleague? {
    let shifts = picture.documents.schools.flatMap { picture.roster.shifts(at: $0, on: now.day) }
    let pairs = shifts.map { ($0.colleague, $0.buddy) }
    let other =
      pairs.first { $0.0 == colleagueID }?.1 ?? pairs.first { $0.1 != nil && $0.1 == colleagueID }?.0
    return other.flatMap(picture.documents.colleague).flatMap { $0.isAvailable(on: now.day) ? $0 : nil }
  }

  private func canOffer(_ handover: Handover, to makker: Colleague) -> Bool {
    (try? picture.checkHandingOn(handover, toMakker: makker.id, acting)) != nil
  }

  /// What I hold, a line each; the numbers of those that can go to the makker, and the mark of those
  /// that will.
  func linesOfHeld(_ offered: Set<Handover.ID>) -> [String] {
    let makker = makkerToday
    return heldByMe.enumerated().map { index, handover in
      let isOfferable = makker.map { canOffer(handover, to: $0) } ?? false
      let number = isOfferable && index < 9 ? "\(index + 1)" : " "
      let mark =
        offered.contains(handover.id)
        ? " → " + words("question.toMakker", ["name": makker?.name ?? ""]) : ""
      return "\(number) \(chainLine(of: handover))\(mark)"
    }
  }

  /// How the makker is offered what one holds; nil when nothing can be.
  func makkerHint() -> String? {
    guard let makker = makkerToday else { return nil }
    let numbers = heldByMe.prefix(9).enumerated().compactMap { index, handover in
      canOffer(handover, to: makker) ? String(index + 1) : nil
    }
    guard !numbers.isEmpty else { return nil }
    return words("question.makker", ["numbers": numbers.joined(separator: "/"), "name": makker.name])
  }

  /// Marks the handover of a number for the makker, or takes the mark away.
  func marking(_ number: Int, in offered: Set<Handover.ID>) -> Set<Handover.ID> {
    guard let makker = makkerToday, heldByMe.indices.contains(number - 1), number <= 9 else { return offered }
    let handover = heldByMe[number - 1]
    guard canOffer(handover, to: makker) else { return offered }
    return offered.symmetricDifference([handover.id])
  }

  /// The offers to the makker of those that still can be made.
  func offersToMakker(_ offered: Set<Handover.ID>) -> [Request] {
    guard let makker = makkerToday else { return [] }
    return heldByMe.filter { offered.contains($0.id) }.compactMap { handover in
      (try? picture.handingOn(handover, toMakker: makker.id, acting)).map(Request.init)
    }
  }

  /// That nothing has been counted behind the own door; nobody wants to find that out on Monday.
  var uncountedLines: [String] {
    guard let school, !picture.ledger.book(of: now.day).isCounted(at: school.id) else { return [] }
    return [words("question.uncounted")]
  }
}

// Who can be given something: a duty, a place as makker, a handover, a door. Nobody before beginning or
// after leaving.

/// Why nothing can be given to a colleague on a day. Facts only; the words are made where they are shown.
package struct GivingRefusal: Error, Hashable, Sendable {
  package var colleague: Colleague.ID
  /// Not begun, left, or unknown; whoever is away is none of these.
  package var why: Unavailability

  package init(colleague: Colleague.ID, why: Unavailability) {
    self.colleague = colleague
    self.why = why
  }
}

extension Documents {
  /// Why nothing can be given to a colleague on a day; nil when it can. Being away is no reason: the makker
  /// may take over, and whoever gives is told.
  package func reasonAgainstGiving(to id: Colleague.ID, on day: CivilDate) -> GivingRefusal? {
    guard let colleague = colleague(id) else { return GivingRefusal(colleague: id, why: .unknown) }
    if let from = colleague.from, day < from {
      return GivingRefusal(colleague: id, why: .notYetBegun(from))
    }
    if let to = colleague.to, day > to { return GivingRefusal(colleague: id, why: .left(to)) }
    return nil
  }

  /// The same of everybody in some duties, makkere too; the first who cannot.
  package func reasonAgainstGiving(_ spans: [DutySpan], on day: CivilDate) -> GivingRefusal? {
    spans.lazy.flatMap { [$0.colleague, $0.buddy].compactMap { $0 } }
      .compactMap { self.reasonAgainstGiving(to: $0, on: day) }.first
  }

  /// Throws why nothing can be given to a colleague on a day.
  package func checkGiving(to id: Colleague.ID, on day: CivilDate) throws(GivingRefusal) {
    if let refusal = reasonAgainstGiving(to: id, on: day) { throw refusal }
  }
}

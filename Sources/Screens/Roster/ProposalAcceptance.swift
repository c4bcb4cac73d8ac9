// A proposal accepted as it stands: one question that names every duty, one act, one undo.

import Domain
import Reports

extension Desk {
  /// The week, or all that is left of the term.
  mutating func switchProposal(_ state: ProposalState) {
    replace(.proposal(proposal(for: state.week, isTerm: !state.isTerm, done: state.done)))
  }

  mutating func askForAll() -> [Request] {
    guard let state = openProposal else { return [] }
    return ask(.fills(state.fills))
  }

  /// Each duty with its day and makker; of many the first ones and how many more there are.
  func lines(about fills: [Proposal.Fill]) -> [String] {
    let shown = 8
    let lines = fills.prefix(fills.count > shown ? shown - 1 : shown).map { fill in
      let buddy = fill.span.buddy.map { " (\(colleagueName($0)))" } ?? ""
      return "\(words.weekdayAndDay(fill.place.day)) \(schoolName(fill.place.school)): "
        + colleagueName(fill.span.colleague) + buddy
    }
    let more = fills.count - lines.count
    return lines + (more > 0 ? [words("proposal.more", ["count": String(more)])] : [])
  }

  /// All of them at once. Where one is no longer possible nothing is written, and the list is made anew.
  mutating func record(_ fills: [Proposal.Fill]) -> [Request] {
    screens.pop()
    guard fills.allSatisfy(isStillPossible) else {
      if let state = openProposal {
        replace(.proposal(proposal(for: state.week, isTerm: state.isTerm, done: state.done)))
      }
      return refuse(words("proposal.changed"))
    }
    var places: [SchoolDay] = []
    for fill in fills where !places.contains(fill.place) { places.append(fill.place) }
    return save(
      .record(
        places.map { place in
          .cell(change(of: place, to: spans(at: place, filledBy: fills.filter { $0.place == place }), .plan))
        }))
  }

  /// Whoever is planned in these hours and cannot come gives way.
  private func spans(at place: SchoolDay, filledBy fills: [Proposal.Fill]) -> [DutySpan] {
    let planned = picture.documents.school(place.school).map { picture.roster.planned(at: $0, on: place.day) }
    let kept = (planned ?? []).filter { span in !fills.contains { $0.span.hours.overlaps(span.hours) } }
    return (kept + fills.map(\.span)).sorted { $0.hours.from < $1.hours.from }
  }
}

// A proposal for the holes of the roster, and how duties are shared: as tables and for other programs.

import Domain
import Resources

/// Who could fill the holes, and why some stay.
package struct ProposalReport: Sendable {
  private let proposal: Proposal
  private let documents: Documents

  package init(_ proposal: Proposal, _ documents: Documents) {
    self.proposal = proposal
    self.documents = documents
  }

  /// For other programs. `isExecuted` tells whether it was recorded.
  package func json(_ words: Words, isExecuted: Bool) -> JSON {
    [
      "executed": .bool(isExecuted),
      "proposals": .list(
        proposal.fills.map { fill in
          place(fill.place, fill.span.hours) + [
            "colleague": .text(fill.span.colleague.text), "buddy": .optional(fill.span.buddy?.text),
            "suited": .text(fill.suitability.code),
          ]
        }),
      "unfilled": .list(
        proposal.unfilled.map { hole in
          place(hole.place, hole.hours) + [
            "reasons": .list(
              hole.reasons.map { reason in
                [
                  "colleague": .text(reason.colleague.text),
                  "message": .text(words.reason(reason, in: documents)),
                ]
              })
          ]
        }),
    ]
  }

  private func place(_ place: SchoolDay, _ hours: TimeSpan) -> JSON {
    [
      "date": .text(place.day.description), "school": .text(place.school.text),
      "from": .text(hours.from.description), "to": .text(hours.to.description),
    ]
  }

  /// For people: a line for each hole that can be filled.
  package func table(_ words: Words) -> TextTable {
    TextTable(
      columns: [
        .init(words("cli.roster.day")), .init(words("cli.roster.school")), .init(words("cli.roster.hours")),
        .init(words("cli.roster.duty")), .init(words("cli.roster.buddy")), .init(words("cli.roster.why")),
      ],
      rows: proposal.fills.map { fill in
        [
          words.weekdayAndDay(fill.place.day), name(fill.place.school), words.span(fill.span.hours),
          name(fill.span.colleague), fill.span.buddy.map(name) ?? "", words.suitability(fill.suitability),
        ]
      })
  }

  /// A line for each hole that nobody can fill: what keeps those who fit best.
  package func unfilledLines(_ words: Words) -> [String] {
    proposal.unfilled.map { hole in
      let reasons = hole.reasons.prefix(4).map {
        name($0.colleague) + " " + words.reason($0, in: documents)
      }
      let more = hole.reasons.count - reasons.count
      var why = reasons.joined(separator: ", ")
      if more > 0 { why += " " + words("cli.propose.more", ["count": String(more)]) }
      if reasons.isEmpty { why = words("cli.propose.nobodyFits") }
      return words(
        "cli.propose.unfilled",
        [
          "day": words.weekdayAndDay(hole.place.day), "school": name(hole.place.school),
          "hours": words.span(hole.hours), "why": why,
        ])
    }
  }

  private func name(_ id: Colleague.ID) -> String { documents.colleague(id)?.name ?? id.text }
  private func name(_ id: School.ID) -> String { documents.school(id)?.name ?? id.text }
}

/// Shifts and hours per colleague, with those who have too many or none.
package struct FairnessReport: Sendable {
  private let fairness: Fairness
  private let documents: Documents
  private let overloaded: Set<Colleague.ID>
  private let unused: Set<Colleague.ID>

  package init(_ fairness: Fairness, _ documents: Documents) {
    self.fairness = fairness
    self.documents = documents
    overloaded = Set(fairness.overloaded.map(\.colleague))
    unused = Set(fairness.unused.map(\.colleague))
  }

  /// For other programs.
  package var json: JSON {
    [
      "from": .text(fairness.days.from.description), "to": .text(fairness.days.to.description),
      "colleagues": .list(
        fairness.shares.map { share in
          [
            "id": .text(share.colleague.text), "shifts": .integer(share.shifts),
            "minutes": .integer(share.minutes), "buddyShifts": .integer(share.buddyShifts),
            "workdays": .integer(share.workdays), "overloaded": .bool(overloaded.contains(share.colleague)),
            "unused": .bool(unused.contains(share.colleague)),
          ]
        }),
    ]
  }

  /// For people, most duty first.
  package func table(_ words: Words) -> TextTable {
    TextTable(
      columns: [
        .init(words("cli.shares.colleague")), .init(words("cli.shares.shifts"), isNumber: true),
        .init(words("cli.shares.hours"), isNumber: true), .init(words("cli.shares.buddy"), isNumber: true),
        .init(words("cli.shares.workdays"), isNumber: true), .init(""),
      ],
      rows: fairness.shares.sorted { ($0.minutes, $1.colleague) > ($1.minutes, $0.colleague) }.map { share in
        [
          documents.colleague(share.colleague)?.name ?? share.colleague.text, String(share.shifts),
          words.decimal(minutes: share.minutes), String(share.buddyShifts), String(share.workdays),
          note(share, words),
        ]
      })
  }

  private func note(_ share: Fairness.Share, _ words: Words) -> String {
    if overloaded.contains(share.colleague) { return words("cli.shares.overloaded") }
    return unused.contains(share.colleague) ? words("cli.shares.unused") : ""
  }
}

extension Proposal.Reason {
  fileprivate var colleague: Colleague.ID {
    switch self {
    case .obstacle(let who, _), .buddy(let who, _): who
    }
  }
}

extension Words {
  fileprivate func reason(_ reason: Proposal.Reason, in documents: Documents) -> String {
    switch reason {
    case .obstacle(_, let obstacle): self.obstacle(obstacle, in: documents)
    case .buddy(_, let school): buddyElsewhere(school, in: documents)
    }
  }
}

extension Suitability {
  /// Its name for other programs.
  package var code: String {
    switch self {
    case .buddy: "buddy"
    case .floaterOfProfession: "floater-of-profession"
    case .floater: "floater"
    case .ofSchool: "of-school"
    case .ofMunicipality: "of-municipality"
    }
  }
}

extension JSON {
  /// The members of two objects, one after the other.
  static func + (left: JSON, right: JSON) -> JSON {
    guard case .object(let first) = left, case .object(let second) = right else { return right }
    return .object(first + second)
  }
}

// The open handovers, as `overdragelser` prints them.

import Domain
import Resources

/// A list of handovers on a day.
package struct HandoverReport: Sendable {
  private let handovers: [Handover]
  private let documents: Documents
  private let day: CivilDate
  /// Those whose holder leaves or has left.
  private let leaving: Set<Handover.ID>

  /// The open handovers of a folder, oldest first.
  package init(picture: FolderPicture, day: CivilDate) {
    self.init(picture.openHandovers, documents: picture.documents, day: day)
  }

  /// These handovers.
  package init(_ handovers: [Handover], documents: Documents, day: CivilDate) {
    self.handovers = handovers
    self.documents = documents
    self.day = day
    leaving = Set(handovers.filter { documents.mustMoveOn($0, on: day) }.map(\.id))
  }

  package var isEmpty: Bool { handovers.isEmpty }

  /// For other programs: a list.
  package var json: JSON { .list(handovers.map(json)) }

  /// One handover for other programs.
  package func json(_ handover: Handover) -> JSON {
    [
      "id": .text(handover.id.description), "school": .text(handover.school.text),
      "to": .optional(handover.entry?.receiver.text), "holder": .optional(handover.holder?.text),
      "state": .text(handover.state.name), "day": .text(handover.offered.description),
      "hop": .integer(handover.hop), "mode": .optional(handover.entry?.mode.rawValue),
      "codeWord": .optional(handover.entry?.codeWord), "longWait": .bool(isLongWait(handover)),
      "mustMoveOn": .bool(leaving.contains(handover.id)),
    ]
  }

  /// For people.
  package func table(_ words: Words) -> TextTable {
    TextTable(
      columns: [
        .init("Id"), .init(words("cli.handover.school")), .init(words("cli.handover.day")),
        .init(words("cli.handover.holder")), .init(words("cli.handover.to")),
        .init(words("cli.handover.state")),
      ],
      rows: handovers.map { handover in
        [
          String(handover.id.description.prefix(8)), handover.school.text,
          words.weekdayAndDay(handover.offered),
          name(handover.holder, words), name(handover.entry?.receiver, words), state(handover, words),
        ]
      })
  }

  private func state(_ handover: Handover, _ words: Words) -> String {
    var parts = [words.handoverState(handover.state)]
    if handover.hop > 1 { parts.append(words("cli.handover.hop", ["hop": String(handover.hop)])) }
    if isLongWait(handover) {
      parts.append(words("state.longWait", ["days": String(documents.settings.longWaitDays)]))
    }
    if leaving.contains(handover.id) { parts.append(words("handovers.mustMoveOn")) }
    return parts.joined(separator: " · ")
  }

  /// `Venter på svar`
  package static func stateWord(_ state: Handover.State, _ words: Words) -> String {
    words.handoverState(state)
  }

  private func isLongWait(_ handover: Handover) -> Bool {
    handover.isLongWait(on: day, limitDays: documents.settings.longWaitDays)
  }

  private func name(_ id: Colleague.ID?, _ words: Words) -> String {
    guard let id else { return words("handover.unknown") }
    return documents.colleague(id)?.name ?? id.text
  }
}

extension Handover.State {
  /// The state as other programs read it.
  package var name: String {
    switch self {
    case .offered: "offered"
    case .declined: "declined"
    case .missed: "missed"
    case .takenOver: "takenOver"
    case .closed: "closed"
    case .withdrawn: "withdrawn"
    }
  }
}

// What a change of documents brings with it, for other programs: the kind, ids, and days; no names.

import Domain

extension Consequence {
  /// `{"kind":"lost-duty","school":"EUC","colleague":"NAD",…,"days":["2026-03-10"]}`
  package var json: JSON {
    .object(
      [.init("kind", .text(kind))] + members + [.init("days", .list(days.map { .text($0.description) }))])
  }

  private var members: [JSON.Member] {
    switch self {
    case .lostDuties(let lost):
      [
        .init("school", .text(lost.school.text)), .init("colleague", .text(lost.colleague.text)),
        .init("buddy", .optional(lost.buddy?.text)), .init("cause", .text(lost.cause.name)),
      ]
    case .lostBuddies(let lost):
      [
        .init("school", .text(lost.school.text)), .init("colleague", .text(lost.colleague.text)),
        .init("buddy", .text(lost.buddy.text)), .init("cause", .text(lost.cause.name)),
      ]
    case .lapsedSwap(let swap):
      [
        .init("swap", .text(swap.offer.id.description)), .init("sender", .optional(swap.sender?.text)),
        .init("receiver", .optional(swap.receiver?.text)),
        .init("schools", .list(swap.offer.cells.map { .text($0.school.text) })),
      ]
    case .handover(let left):
      [
        .init("handover", .text(left.handover.description)), .init("school", .text(left.school.text)),
        .init("role", .text(left.role.rawValue)), .init("colleague", .text(left.colleague.text)),
        .init("cause", .text(left.why.name)),
      ]
    case .changedWeek(let change):
      [
        .init("week", .text(change.week.description)),
        .init("schools", .list(change.schools.map { .text($0.text) })),
        .init("openingDays", Self.json(change.before.openingDays, change.after.openingDays)),
        .init("dutyMinutes", Self.json(change.before.dutyMinutes, change.after.dutyMinutes)),
      ]
    case .withoutEffect(let untouched):
      [
        .init("schools", .list(untouched.schools.map { .text($0.text) })),
        .init("weeks", .list(untouched.weeks.map { .text($0.description) })),
      ]
    case .topicWithoutProfessions(let topic): [.init("topic", .text(topic.text))]
    case .sameLabel(let same):
      [.init("list", .text(same.list.rawValue)), .init("ids", .list(same.ids.map(JSON.text)))]
    }
  }

  private static func json(_ before: Int, _ after: Int) -> JSON {
    ["before": .integer(before), "after": .integer(after)]
  }
}

extension LostDuties.Cause {
  fileprivate var name: String {
    switch self {
    case .closed: "closed"
    case .schoolRemoved: "school-removed"
    case .colleague(let why): why.name
    }
  }
}

extension Unavailability {
  fileprivate var name: String {
    switch self {
    case .unknown: "unknown"
    case .notYetBegun: "not-yet-begun"
    case .left: "left"
    case .away: "away"
    case .notThisWeekday: "weekday"
    }
  }
}

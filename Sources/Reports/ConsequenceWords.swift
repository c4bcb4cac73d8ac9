// What a change of documents brings with it, as sentences: before it is saved, and as long as it lasts.

import Domain
import Resources

/// Sentences about consequences. Names come from the documents as they are, or else as they would be.
package struct ConsequenceWords: Sendable {
  private let words: Words
  private let before: Documents
  private let after: Documents

  package init(_ words: Words, before: Documents, after: Documents) {
    self.words = words
    self.before = before
    self.after = after
  }

  /// `Tirsdag den 10. marts, EUC: Nadia Tangager (makker Rasmus Sivdal) mister sin vagt`
  package func line(_ consequence: Consequence) -> String {
    switch consequence {
    case .lostDuties(let lost):
      return words("consequence.duty", ["place": place(lost.school, lost.days), "who": who(lost)])
    case .lostBuddies(let lost):
      return words(
        "consequence.buddy",
        ["place": place(lost.school, lost.days), "name": name(lost.colleague), "buddy": name(lost.buddy)])
    case .lapsedSwap(let swap): return words("consequence.swap", ["swap": words.swapLine(swap, in: names)])
    case .handover(let left):
      return words(
        "consequence.handover.\(left.role.rawValue)",
        ["school": name(left.school), "name": name(left.colleague), "why": leaving(left.why)])
    case .changedWeek(let change): return line(change)
    case .withoutEffect(let untouched): return line(untouched)
    case .topicWithoutProfessions(let topic):
      let label = (after.topic(topic) ?? before.topic(topic)).map { words.label($0.label) }
      return words("consequence.topic", ["topic": label ?? topic.text])
    case .sameLabel(let same):
      return words(
        "consequence.same.\(same.list.rawValue)",
        ["label": same.label, "ids": same.ids.joined(separator: ", ")])
    }
  }

  /// The same where nothing is changed any more: what there is and should not be.
  package func lasting(_ consequence: Consequence) -> String {
    switch consequence {
    case .lostDuties(let lost):
      let place = place(lost.school, lost.days)
      switch lost.cause {
      case .closed(let closure):
        return words(
          "lasting.closed", ["place": place, "who": who(lost), "why": words.closure(closure)])
      case .schoolRemoved:
        return words("lasting.duty", ["place": place, "who": who(lost), "why": leaving(.unknown)])
      case .colleague(let why):
        return words("lasting.duty", ["place": place, "who": who(lost), "why": leaving(why)])
      }
    case .lostBuddies(let lost):
      return words(
        "lasting.buddy",
        [
          "place": place(lost.school, lost.days), "name": name(lost.colleague), "buddy": name(lost.buddy),
          "why": leaving(lost.cause),
        ])
    case .lapsedSwap(let swap):
      return words(
        "lasting.swap", ["swap": words.swapLine(swap, in: names), "why": words.lapse(of: swap, in: names)])
    case .handover, .changedWeek, .withoutEffect, .topicWithoutProfessions, .sameLabel:
      return line(consequence)
    }
  }

  private var names: Documents {
    var names = before
    names.schools += after.schools.filter { before.school($0.id) == nil }
    names.colleagues += after.colleagues.filter { before.colleague($0.id) == nil }
    return names
  }

  private func name(_ id: Colleague.ID) -> String {
    (before.colleague(id) ?? after.colleague(id))?.name ?? id.text
  }

  private func name(_ id: School.ID) -> String { (before.school(id) ?? after.school(id))?.name ?? id.text }

  private func who(_ lost: LostDuties) -> String {
    guard let buddy = lost.buddy else { return name(lost.colleague) }
    return words("consequence.withBuddy", ["name": name(lost.colleague), "buddy": name(buddy)])
  }

  /// `Tirsdag den 10. marts, EUC`, or `EUC, 12 dage, 10. mar.–26. maj 2026`
  private func place(_ school: School.ID, _ days: [CivilDate]) -> String {
    guard let first = days.first, let last = days.last else { return name(school) }
    if days.count == 1 {
      let day = words(
        "consequence.day", ["weekday": words.weekday(first.weekday), "day": words.dayAndMonth(first)])
      return "\(Self.capital(day)), \(name(school))"
    }
    return words(
      "consequence.days",
      [
        "school": name(school), "count": words.number(days.count),
        "days": words.shortDates(DateSpan(from: first, to: last)),
      ])
  }

  /// `Uge 10: 34 åbningsdage bliver 33, 136,0 vagttimer bliver 132,0`
  private func line(_ change: ChangedWeek) -> String {
    let (old, new) = (change.before, change.after)
    let days = words(
      "consequence.opening",
      ["before": words.number(old.openingDays), "after": words.number(new.openingDays)])
    let hours = words(
      "consequence.hours",
      ["before": words.decimal(minutes: old.dutyMinutes), "after": words.decimal(minutes: new.dutyMinutes)])
    var parts: [String] = []
    if old.openingDays != new.openingDays { parts.append(days) }
    if old.dutyMinutes != new.dutyMinutes { parts.append(hours) }
    // One school has more and another less: the sums say nothing.
    if parts.isEmpty { parts = [change.schools.map(name).joined(separator: ", ")] }
    return words(
      "consequence.week",
      ["week": Self.capital(words.week(change.week)), "what": parts.joined(separator: ", ")])
  }

  /// `EUC: det ændrer intet i 12 uger, der er afsluttet (uge 1–12, 2026)`
  private func line(_ untouched: WithoutEffect) -> String {
    guard let first = untouched.weeks.first, let last = untouched.weeks.last else { return "" }
    return words(
      untouched.weeks.count == 1 ? "consequence.untouched.one" : "consequence.untouched.many",
      [
        "schools": untouched.schools.map(name).joined(separator: ", "),
        "count": words.number(untouched.weeks.count),
        "weeks": first == last ? words.weekAndYear(first) : words.weeks(first...last),
      ])
  }

  private func leaving(_ why: Unavailability) -> String {
    switch why {
    case .unknown: words("consequence.removed")
    case .left(let day): words("consequence.leaves", ["day": words.shortDateAndYear(day)])
    case .notYetBegun, .away, .notThisWeekday: words.unavailability(why)
    }
  }

  private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension Words {
  /// Who offers what to whom: `Malene tilbyder Çetin: tors. 5. mar. EUC for tors. 12. mar. VUC`.
  package func swapLine(_ swap: Swap, in documents: Documents) -> String {
    func name(_ id: Colleague.ID?) -> String {
      id.map { documents.colleague($0)?.name ?? $0.text } ?? self("handover.unknown")
    }
    let cells = swap.offer.cells.map { cell in
      "\(weekdayAndDay(cell.day)) \(documents.school(cell.school)?.name ?? cell.school.text)"
    }
    let (sender, receiver) = (name(swap.sender), name(swap.receiver))
    guard cells.count > 1 else {
      return self("swap.gift", ["name": sender, "receiver": receiver, "given": cells.first ?? ""])
    }
    return self(
      "swap.line", ["name": sender, "receiver": receiver, "given": cells[0], "taken": cells[1]])
  }

  /// Why a swap has lapsed; nothing where it has not.
  package func lapse(of swap: Swap, in documents: Documents) -> String {
    func name(_ id: Colleague.ID) -> String { documents.colleague(id)?.name ?? id.text }
    guard case .lapsed(let lapse) = swap.state else { return "" }
    switch lapse {
    case .closed(let place, let closure):
      let school = documents.school(place.school)?.name ?? place.school.text
      return "\(school) \(weekdayAndDay(place.day)): \(self.closure(closure))"
    case .noDuty(let place, let who):
      return self("swap.noDuty", ["name": name(who), "day": weekdayAndDay(place.day)])
    case .notHere(_, let refusal):
      return "\(name(refusal.colleague)) \(unavailability(refusal.why))"
    }
  }
}

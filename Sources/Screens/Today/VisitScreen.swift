// A visit in three keys: what it was about, how it ended. Everything that is stored stands on the screen.

import Canvas
import Domain
import Reports

/// A visit that is being recorded.
struct VisitState: Equatable, Sendable {
  /// Made at once, so that trying again after a failed save counts once.
  var id: RecordID
  var day: CivilDate
  /// Nil until it is chosen.
  var topic: Topic.ID?
}

extension Outcome {
  /// The key that chooses it.
  var key: Key {
    switch self {
    case .doneHere: .enter
    case .guidedOn: .character("g")
    case .contactGiven: .character("m")
    case .caseSystem: .character("u")
    case .comesAgain: .character("r")
    case .nowhere: .character("x")
    case .leftBefore: .character("w")
    }
  }

  /// The key as it is shown.
  var shownKey: String {
    switch key {
    case .character(let sign): String(sign)
    case .enter, .escape, .tab, .backtab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .function, .control, .resize:
      "Enter"
    }
  }
}

extension Topic {
  var pressKey: Key { key.map(Key.character) ?? .enter }
  var shownKey: String { key.map { String($0) } ?? "Enter" }
}

extension Desk {
  mutating func openVisit() {
    hidden = nil
    screens.push(.visit(VisitState(id: newID(), day: now.day)))
  }

  func drawVisit(_ state: VisitState, on canvas: inout Canvas, in area: Area) {
    let topic = state.topic.flatMap(picture.documents.topic)
    let title = words(topic == nil ? "visit.topic" : "visit.outcome")
    canvas.put(title, column: 1, row: area.top, style: .strong, width: area.width - 2)
    if state.day != now.day {
      let late = words("visit.late", ["day": words.weekdayAndDay(state.day)])
      canvas.putRight(late, endColumn: area.width - 1, row: area.top, style: .warning)
    }
    var row = area.top + 2
    if let topic {
      canvas.put(words.label(topic.label), column: 3, row: row - 1, style: .dim, width: area.width - 4)
      row += 1
    }
    canvas.cursor = Point(column: 3, row: row)
    row = topic == nil ? drawTopics(top: row, area, on: &canvas) : drawOutcomes(top: row, area, on: &canvas)
    drawAtBottom(storedOfVisit, below: row, in: area, on: &canvas)
  }

  /// Two columns of topics, and the counting rule where there is room. Returns the row after them.
  private func drawTopics(top: Int, _ area: Area, on canvas: inout Canvas) -> Int {
    let topics = picture.documents.topicsInUse
    if topics.isEmpty {
      let text = words.noTopics(isBroken: picture.completeness.brokenDocuments.contains(.topics))
      let lines = DisplayWidth.wrap(text, to: area.width - 4)
      for (index, line) in lines.enumerated() {
        canvas.put(line, column: 3, row: top + index, style: .warning)
      }
      return top + lines.count
    }
    let half = (topics.count + 1) / 2
    let middle = area.width / 2 - 2
    let columns = [(topics.prefix(half), 3, middle - 1), (topics.dropFirst(half), middle, area.width - 1)]
    for (part, left, right) in columns {
      let label = left + 2 + (part.map { DisplayWidth.of($0.shownKey) }.max() ?? 1)
      for (index, topic) in part.enumerated() where top + index < area.bottom {
        canvas.put(topic.shownKey, column: left, row: top + index, style: .key)
        canvas.put(
          words.label(topic.label), column: label, row: top + index, width: right - label)
      }
    }
    let help = top + half + 1
    guard help + 6 < area.bottom else { return top + half }
    canvas.put(words("visit.topicHelp"), column: 3, row: help, style: .dim, width: area.width - 4)
    return help + 1
  }

  private func drawOutcomes(top: Int, _ area: Area, on canvas: inout Canvas) -> Int {
    for (index, outcome) in Outcome.allCases.enumerated() {
      canvas.put(outcome.shownKey, column: 3, row: top + index, style: .key)
      canvas.put(words("outcome.\(outcome.rawValue)"), column: 10, row: top + index, width: area.width - 11)
    }
    return top + Outcome.allCases.count
  }

  /// All that will be stored of a visit, and until when.
  private var storedOfVisit: String {
    words("visit.stored", ["weeks": String(picture.documents.settings.retentionWeeks)])
  }

  /// The answer to "hvad skriver I?", on the screen while it is written: under a line at the bottom, as
  /// far as there is room below the form.
  func drawAtBottom(_ text: String, below row: Int, in area: Area, on canvas: inout Canvas) {
    let lines = DisplayWidth.wrap(text, to: area.width - 4)
    let top = max(row, area.bottom - lines.count - 1)
    guard top < area.bottom else { return }
    canvas.rule(row: top)
    for (index, line) in lines.enumerated() where top + 1 + index < area.bottom {
      canvas.put(line, column: 3, row: top + 1 + index, style: .dim)
    }
  }

  mutating func takeVisit(_ state: VisitState, _ key: Key) -> [Request] {
    var state = state
    if state.topic == nil {
      if let topic = picture.documents.topicsInUse.first(where: { $0.pressKey == key }) {
        state.topic = topic.id
        screens.replace(with: .visit(state))
        return []
      }
    } else {
      if let outcome = Outcome.allCases.first(where: { $0.key == key }) { return end(state, with: outcome) }
      if key == .escape || key == .backspace {
        state.topic = nil
        screens.replace(with: .visit(state))
        return []
      }
    }
    return takeBinding(key)
  }

  private mutating func end(_ state: VisitState, with outcome: Outcome) -> [Request] {
    guard let school, let topic = state.topic else { return [] }
    let event: Event
    do throws(CountingRefusal) {
      event = try picture.counting(
        .visit(topic, outcome), at: school.id, on: state.day, id: state.id, acting)
    } catch {
      return refuse(words.refusal(error))
    }
    guard outcome == .guidedOn, case .visit(let visit) = event else { return save(.record([event])) }
    guard me != nil else { return refuse(words("reason.guideNobody")) }
    screens.push(.receivers(ReceiversState(purpose: .visit(visit), in: self)))
    return []
  }

  /// One opening day earlier, as far back as may still be counted, then today again.
  mutating func chooseOtherDay() {
    guard case .visit(var state) = screens.current, let school else { return }
    let calendar = picture.documents.schoolCalendar
    let earlier = (1...14).map { state.day.adding(days: -$0) }.first { calendar.isOpeningDay($0, at: school) }
    if let earlier, earlier >= school.opened, !ISOWeek(containing: earlier).isFinal(at: now) {
      state.day = earlier
    } else {
      state.day = now.day
    }
    screens.replace(with: .visit(state))
  }
}

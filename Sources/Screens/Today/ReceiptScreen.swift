// The receipt: exactly what was stored, in plain words, and what to do next.

import Canvas
import Domain
import Reports

/// What has just been saved.
enum Receipt: Equatable, Sendable {
  case visit(Visit)
  case handover(HandoverStep, HandoverEntry, Visit?)
}

extension Desk {
  /// A line of the receipt: a fact with its name, a sentence, or a gap that a small window leaves out.
  private enum Line: Equatable {
    case fact(String, String)
    case sentence(String, Style)
    /// Two words to be copied onto a slip: spaced, and light on dark.
    case large(String)
    case gap
  }

  func drawReceipt(_ receipt: Receipt, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("receipt.saved"), column: 3, row: area.top, style: .good)
    canvas.cursor = Point(column: 3, row: area.top)
    let all = lines(of: receipt).flatMap { wrapped($0, to: area.width - 6) }
    // Gaps take what room there is, from the top on.
    var gaps = area.rows - 1 - all.count { $0 != .gap }
    var row = area.top + 1
    for line in all where row < area.bottom {
      switch line {
      case .fact(let name, let value):
        canvas.put(name, column: 3, row: row, style: .dim, width: 15)
        canvas.put(value, column: 19, row: row, width: area.width - 20)
      case .large(let text):
        let spaced = text.map(String.init).joined(separator: " ")
        canvas.put("  \(spaced)  ", column: 3, row: row, style: .strong.selected(), width: area.width - 4)
      case .sentence(let text, let style):
        canvas.put(text, column: 3, row: row, style: style, width: area.width - 4)
      case .gap:
        guard gaps > 0 else { continue }
        gaps -= 1
      }
      row += 1
    }
  }

  private func wrapped(_ line: Line, to columns: Int) -> [Line] {
    guard case .sentence(let text, let style) = line else { return [line] }
    return DisplayWidth.wrap(text, to: columns).map { .sentence($0, style) }
  }

  private func lines(of receipt: Receipt) -> [Line] {
    switch receipt {
    case .visit(let visit):
      return [.gap] + facts(of: visit) + [
        .gap, .sentence(words("receipt.nothingElse"), .dim), .gap,
        .fact(words("receipt.count"), count(visit)),
      ]
    case .handover(let step, let entry, let visit):
      var lines: [Line] = [.gap]
      if let word = entry.codeWord {
        lines += [.large(word.uppercased()), .sentence(words("receipt.codeWord"), .normal), .gap]
      }
      if let visit { lines += facts(of: visit) + [.gap] }
      lines += facts(of: entry)
      let note = visit == nil ? "receipt.offeredAgain" : "receipt.offered"
      lines += [.gap, .sentence(whoHolds(entry), .strong)]
      if step.hop >= 2 {
        lines.append(.sentence(words("receipt.hop", ["hop": String(step.hop)]), .warning))
      }
      return lines + [.gap] + contact(entry) + [.gap, .sentence(words(note), .dim)]
    }
  }

  /// All that was stored of a visit.
  private func facts(of visit: Visit) -> [Line] {
    let topic = picture.documents.topic(visit.topic).map { words.label($0.label) } ?? visit.topic.text
    let late = visit.isLate ? " (\(words("field.late")))" : ""
    return [
      .fact(words("field.school"), schoolName(visit.school)),
      .fact(words("field.day"), words.longDate(visit.day) + late),
      .fact(words("field.topic"), topic),
      .fact(words("field.outcome"), words("outcome.\(visit.outcome.rawValue)")),
    ]
  }

  /// All that was stored of a handover, beside its school and day.
  private func facts(of entry: HandoverEntry) -> [Line] {
    let more = [
      entry.agreedDay.map { Line.fact(words("field.agreedDay"), words.longDate($0)) },
      entry.codeWord.map { Line.fact(words("field.codeWord"), $0.uppercased()) },
      entry.message.map { Line.fact(words("field.message"), $0) },
    ]
    return [
      .fact(words("field.sender"), colleagueName(entry.sender)),
      .fact(words("field.receiver"), colleagueName(entry.receiver)),
      .fact(words("field.mode"), words("mode.\(entry.mode.rawValue)")),
    ] + more.compactMap { $0 }
  }

  private func whoHolds(_ entry: HandoverEntry) -> String {
    let key = entry.sender == colleagueID ? "receipt.youHold" : "receipt.senderHolds"
    return words(
      key, ["sender": colleagueName(entry.sender), "receiver": colleagueName(entry.receiver)])
  }

  /// What to tell the young person: how to reach the colleague, and who is here next.
  private func contact(_ entry: HandoverEntry) -> [Line] {
    let receiver = picture.documents.colleague(entry.receiver)
    return [
      receiver?.workPhone.map { .fact(words("field.phone"), $0) },
      receiver?.place.map { .fact(words("field.place"), $0) },
      schoolID.flatMap(nextDuty).map { .fact(words("field.next"), $0) },
    ].compactMap { $0 }
  }

  private func count(_ visit: Visit) -> String {
    let count = picture.ledger.book(of: visit.day).visits(at: visit.school)
    return words.visitCount(count, at: schoolName(visit.school))
  }

  /// Who sits at the door on the school's next opening day: `fre. 6. mar.: Samira Mosevang`.
  func nextDuty(at id: School.ID) -> String? {
    guard let school = picture.documents.school(id) else { return nil }
    for offset in 1...14 {
      let day = now.day.adding(days: offset)
      let coverage = picture.roster.coverage(at: school, on: day)
      if case .closed = coverage { continue }
      return "\(words.weekdayAndDay(day)): \(words.coverage(coverage, name: { colleagueName($0) }).0)"
    }
    return nil
  }
}

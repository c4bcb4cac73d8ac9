// The receipt: exactly what was stored, in plain words, and what to do next.

import Canvas
import Domain

/// What has just been saved.
enum Receipt: Equatable, Sendable {
  case visit(Visit)
  case handover(HandoverStep, HandoverEntry, Visit?)
}

extension Desk {
  func drawReceipt(_ receipt: Receipt, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("receipt.saved"), column: 3, row: area.top + 1, style: .good)
    canvas.cursor = Point(column: 3, row: area.top + 1)
    var row = area.top + 3
    for (label, value) in lines(of: receipt) {
      guard row < area.bottom else { return }
      if label.isEmpty {
        for line in DisplayWidth.wrap(value, to: area.width - 6) where row < area.bottom {
          canvas.put(line, column: 3, row: row, style: .dim)
          row += 1
        }
      } else {
        canvas.put(label, column: 3, row: row, style: .dim, width: 15)
        canvas.put(value, column: 19, row: row, width: area.width - 20)
        row += 1
      }
    }
  }

  /// Label and value; a line without a label is an explanation.
  private func lines(of receipt: Receipt) -> [(String, String)] {
    switch receipt {
    case .visit(let visit): visitLines(visit) + [("", ""), ("", words("receipt.nothingElse"))]
    case .handover(let step, let entry, let visit): handoverLines(step, entry, visit)
    }
  }

  private func visitLines(_ visit: Visit) -> [(String, String)] {
    let topic = picture.documents.topic(visit.topic).map { words.label($0.label) } ?? visit.topic.text
    let count = picture.ledger.book(of: visit.day).visits(at: visit.school)
    return [
      (words("field.school"), schoolName(visit.school)),
      (words("field.day"), words.longDate(visit.day) + (visit.isLate ? " (\(words("field.late")))" : "")),
      (words("field.topic"), topic),
      (words("field.outcome"), words("outcome.\(visit.outcome.rawValue)")),
      ("", ""),
      (words("receipt.count"), words.visitCount(count, at: schoolName(visit.school))),
    ]
  }

  private func handoverLines(
    _ step: HandoverStep, _ entry: HandoverEntry, _ visit: Visit?
  ) -> [(String, String)] {
    let receiver = picture.documents.colleague(entry.receiver)
    var lines = [
      (words("field.receiver"), colleagueName(entry.receiver)),
      (words("field.mode"), words("mode.\(entry.mode.rawValue)")),
    ]
    if let word = entry.codeWord { lines.append((words("field.codeWord"), word.uppercased())) }
    if let phone = receiver?.workPhone { lines.append((words("field.phone"), phone)) }
    if let place = receiver?.place { lines.append((words("field.place"), place)) }
    lines.append((words("field.tomorrow"), tomorrow(at: step.school)))
    lines.append(("", ""))
    lines.append(("", words("receipt.youHold", ["name": colleagueName(entry.receiver)])))
    if let visit {
      let count = picture.ledger.book(of: visit.day).visits(at: visit.school)
      let counted = words.visitCount(count, at: schoolName(visit.school))
      lines.append(("", words("receipt.handoverStored", ["count": counted])))
    }
    if step.hop >= 2 { lines.append(("", words("receipt.hop", ["hop": String(step.hop)]))) }
    return lines
  }

  /// Who sits at the door on the school's next opening day.
  private func tomorrow(at school: School.ID) -> String {
    guard let school = picture.documents.school(school) else { return "–" }
    for offset in 1...10 {
      let day = now.day.adding(days: offset)
      switch picture.roster.coverage(at: school, on: day) {
      case .closed: continue
      case .nobody: return "\(words.weekdayAndDay(day)): \(words("status.nobody"))"
      case .staffed(let shifts):
        let names = shifts.map { colleagueName($0.colleague) }.joined(separator: ", ")
        return "\(words.weekdayAndDay(day)): \(names)"
      }
    }
    return "–"
  }
}

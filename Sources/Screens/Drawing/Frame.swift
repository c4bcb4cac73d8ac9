// What every screen has around it: who and where, the day, a line for messages, the keys.

import Canvas
import Domain
import Reports
import Resources

/// One line of news at the bottom of the screen, until the next key.
struct Toast: Equatable, Sendable {
  enum Tone: Equatable, Sendable {
    case saved, refused, failed
  }

  var text: String
  var tone: Tone

  var style: Style {
    switch tone {
    case .saved: .good
    case .refused: .warning
    case .failed: .alarm
    }
  }
}

/// The room a screen has for itself.
struct Area: Equatable, Sendable {
  var top: Int
  /// The row after the last one.
  var bottom: Int
  var width: Int

  var rows: Int { max(0, bottom - top) }
}

extension Desk {
  /// The smallest window the desk is usable in.
  static let smallest = Size(columns: 60, rows: 20)

  /// Draws header, notice, message and footer; returns the room between them.
  func drawFrame(on canvas: inout Canvas) -> Area {
    let size = canvas.size
    drawHeader(on: &canvas)
    canvas.rule(row: 2)
    var top = 3
    for notice in notices {
      // Two rows are enough for every reason with a path of usual length.
      for line in DisplayWidth.wrap(notice.text, to: size.columns - 2).prefix(2) {
        canvas.put(line, column: 1, row: top, style: notice.style, width: size.columns - 2)
        top += 1
      }
    }
    let footer = footerLines(columns: size.columns)
    for (index, line) in footer.enumerated() {
      draw(line, row: size.rows - footer.count + index, on: &canvas)
    }
    let message = reasonOfDelay.map { Toast(text: $0, tone: .refused) } ?? toast
    let messages = message.map { DisplayWidth.wrap($0.text, to: size.columns - 2) } ?? []
    let bottom = size.rows - footer.count - max(1, messages.count)
    for (index, line) in messages.enumerated() {
      canvas.put(line, column: 1, row: bottom + index, style: message?.style ?? .normal)
    }
    canvas.cursor = Point(column: 0, row: top)
    return Area(top: top, bottom: bottom, width: size.columns)
  }

  private func drawHeader(on canvas: inout Canvas) {
    let columns = canvas.size.columns
    let isNarrow = columns < 80
    let date = isNarrow ? words.shortDay(now.day) : words.longDate(now.day)
    let day = "\(date) · \(words.week(now.week))"
    canvas.putRight(day, endColumn: columns - 1, row: 0)
    let place = school.map { " · \($0.name)" } ?? ""
    let room = columns - DisplayWidth.of(day) - 4
    let demo = picture.documents.settings.isDemo ? words("frame.demo") : ""
    let used = canvas.put(
      "Elevtjenesten\(place)", column: 1, row: 0, style: .title, width: room - DisplayWidth.of(demo) - 2)
    canvas.put(demo, column: 3 + used, row: 0, style: .warning)
    let held = heldText(room: columns - DisplayWidth.of(whoLine) - 4)
    canvas.putRight(held, endColumn: columns - 1, row: 1, style: .strong)
    canvas.put(whoLine, column: 1, row: 1, width: columns - DisplayWidth.of(held) - 4)
  }

  /// How many I hold; from the reminder's limit on also how long the oldest has had no answer, where
  /// there is room for it beside the state of the door.
  private func heldText(room: Int) -> String {
    let held = heldByMe
    if held.isEmpty { return "" }
    let count = words("frame.held", ["count": String(held.count)])
    let reminded = held.filter { picture.isReminded($0, on: now.day) }
    guard let longest = reminded.compactMap({ picture.schoolDaysWaited($0, on: now.day) }).max() else {
      return count
    }
    let oldest = words.counted(longest, one: "frame.oldest.one", many: "frame.oldest.many")
    return DisplayWidth.of(count) + 2 + DisplayWidth.of(oldest) <= room ? "\(count), \(oldest)" : count
  }

  private var whoLine: String {
    guard let me else { return words("frame.nobody") }
    let profession = words.profession(me.profession, in: picture.documents)
    let door = isDoorOpen ? " · \(words("frame.doorOpen"))" : ""
    return "\(me.name), \(profession)\(door)"
  }

  /// What must be known whatever screen is open; none when all is well.
  private var notices: [Toast] {
    var notices = words.notices(of: picture).map {
      Toast(text: $0.text, tone: $0.isAlarm ? .failed : .refused)
    }
    if picture.isForgettingDue { notices.append(Toast(text: words("notice.forget"), tone: .saved)) }
    if let notTold { notices.append(Toast(text: words.notTold(notTold), tone: .refused)) }
    return notices
  }
}

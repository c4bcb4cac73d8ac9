// While a save takes its time: the screen can be hidden, the acute card read and the work left; no other key
// means anything, and none is done later.

import Canvas
import Domain

extension Desk {
  /// Why nothing can be saved or taken back just now; nil when nothing is under way.
  var reasonOfDelay: String? {
    switch delay {
    case nil: nil
    case .underway: words("saving.underway")
    case .silent: words("saving.silent")
    }
  }

  /// Takes a key while something is being saved.
  mutating func takeWhileSaving(_ key: Key) -> [Request] {
    switch (screens.current, key) {
    case (.blank, _), (.acute, .escape), (.question(.leaveSaving), .escape),
      (.question(.leaveSaving), .character("n")):
      screens.pop()
    case (.question(.leaveSaving), .character("j")), (.question(.leaveSaving), .character("y")):
      return [.quit]
    case (_, .character(" ")): screens.push(.blank)
    case (_, .character("!")): if screens.current != .acute { screens.push(.acute) }
    case (_, .character("q")): if screens.current != .question(.leaveSaving) { return ask(.leaveSaving) }
    case (_, .control("l")): return [.redraw]
    case (_, _): break
    }
    return []
  }

  /// Takes what came of a save that took its time. What was opened meanwhile to hide the screen, or to read
  /// who is to be called, stays on top; whether to leave is no question any more.
  mutating func takeLate(_ answer: Answer, to request: Request) -> [Request] {
    delay = nil
    var covers: [Screen] = []
    while screens.current.opensWhileSaving, !screens.earlier.isEmpty {
      covers.insert(screens.current, at: 0)
      screens.pop()
    }
    let next = take(answer, to: request)
    for cover in covers where cover != .question(.leaveSaving) { screens.push(cover) }
    return next
  }

  /// What became of what was being saved when the program was left.
  func toast(_ fate: SaveFate) -> Toast {
    switch fate {
    case .saved: Toast(text: words("fate.saved"), tone: .saved)
    case .partlySaved: Toast(text: words("fate.partly"), tone: .failed)
    case .notSaved: Toast(text: words("fate.notSaved"), tone: .failed)
    }
  }
}

extension Screen {
  /// It can be opened while something is being saved.
  fileprivate var opensWhileSaving: Bool {
    [.blank, .acute, .question(.leaveSaving)].contains(self)
  }
}

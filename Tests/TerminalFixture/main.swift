// A small program on the real Terminal, for tests to drive: it shows what it reads.
//
// Ctrl-X ends it, Ctrl-T makes it trap, Ctrl-L repaints. `--wake` lets a thread wake the loop,
// `--no-colour` asks for none.

import Canvas
import Foundation
import Terminal

struct Scene {
  var field = TextField(limit: 40)
  var keys: [String] = []
  var ticks = 0
  var wakes = 0

  mutating func handle(_ key: Key) {
    keys.append("\(key)")
    if keys.count > 6 { keys.removeFirst() }
    _ = field.handle(key)
  }

  func draw(size: Size, depth: Palette.Depth) -> Canvas {
    var canvas = Canvas(size: size)
    guard size.columns >= 60, size.rows >= 20 else {
      canvas.put("Needs 60x20, has \(size.columns)x\(size.rows)", column: 0, row: 0)
      return canvas
    }
    canvas.put("Fixture \(size.columns)x\(size.rows) \(depth)", column: 1, row: 0, style: .title)
    canvas.rule(row: 1)
    canvas.put("|æøå|字|e\u{301}|\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}|\u{1B}[31m|", column: 1, row: 2)
    for (number, role) in Style.Role.allCases.enumerated() {
      canvas.put("\(role)", column: 1 + number * 9, row: 3, style: Style(role: role))
      canvas.put("\(role)", column: 1 + number * 9, row: 4, style: Style(role: role).selected())
    }
    canvas.put("Keys: \(keys.joined(separator: " "))", column: 1, row: 6)
    canvas.put("Value: \(field.value) (\(field.value.unicodeScalars.count) scalars)", column: 1, row: 7)
    canvas.put("Wakes: \(wakes)", column: 1, row: 8)
    canvas.putRight("right", endColumn: size.columns, row: size.rows - 1)
    canvas.put("Name:", column: 1, row: 10, style: .key)
    field.draw(in: &canvas, column: 7, row: 10, width: 20)
    return canvas
  }
}

/// A thread that writes to a pipe, as a reader of other people's records does.
func startWaking() -> Int32 {
  var ends: [Int32] = [0, 0]
  _ = pipe(&ends)
  let writing = ends[1]
  Thread.detachNewThread {
    for _ in 0..<3 {
      usleep(100_000)
      _ = "x".withCString { write(writing, $0, 1) }
    }
  }
  return ends[0]
}

func run(_ terminal: Terminal, wake: Int32?) -> String {
  var scene = Scene()
  while true {
    terminal.draw(scene.draw(size: terminal.size, depth: terminal.palette.depth))
    switch terminal.nextEvent(timeout: 1000, wake: wake) {
    case .key(.control("x")): return "quit"
    case .key(.control("t")): print([Int]()[scene.keys.count])
    case .key(.control("l")): terminal.redrawAll()
    case .key(let key): scene.handle(key)
    case .tick: scene.ticks += 1
    case .wake: scene.wakes += 1
    case .signal(let number): return "signal \(number)"
    case .hangup: return "hangup"
    }
  }
}

let arguments = CommandLine.arguments
CoreDump.forbid()
SignalInbox.block()
do throws(TerminalError) {
  let wake = arguments.contains("--wake") ? startWaking() : nil
  let options = TerminalOptions(useColour: !arguments.contains("--no-colour"))
  let terminal = try Terminal(options: options)
  let reason = run(terminal, wake: wake)
  terminal.close()
  print("Ended: \(reason)")
} catch {
  FileHandle.standardError.write(Data("Refused: \(error)\n".utf8))
  exit(69)
}

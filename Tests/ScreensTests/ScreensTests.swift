import Canvas
import Domain
import Resources
import Screens
import TestKit
import Testing

@Test func look() {
  let r = Robot()
  func show(_ name: String) { print("=== \(name)"); print(r.glass.text) }
  show("start"); r.press(.enter); show("today"); r.type("b"); show("b"); r.type("4"); show("b4"); r.type("⏎");
  show("receipt")
  r.type("b1g"); show("receivers"); r.type("/ce"); show("filter"); r.type("1"); show("consent"); r.type("j");
  show("offered"); r.type("o"); show("list"); r.type("t"); show("told?"); r.type("⎋a"); show("closing");
  r.type("1"); show("q"); r.type("j"); show("closed")
  r.type("⎋?"); show("help"); r.type("⎋:"); show("commands"); r.type("⎋!"); show("acute"); r.type("⎋v");
  show("week"); r.type("⎋t"); show("tal"); r.type("⎋k"); show("dir"); r.type("⎋l"); show("log"); r.type("⎋w");
  show("who"); r.type("⎋d"); show("door"); r.type("q"); show("quit")
  r.size = Size(columns: 60, rows: 20); r.type("⎋"); show("60"); r.type("b"); show("60b");
  r.size = Size(columns: 140, rows: 40); r.type("⎋"); show("140")
}

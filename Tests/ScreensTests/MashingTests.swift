// Thousands of random keys, ticks, pictures and failures: nothing breaks, and the promises hold.

import Canvas
import Domain
import Resources
import TestKit
import Testing

@testable import Screens

/// A small generator (SplitMix64), the same in every run.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
  }
}

private let letters = Array("abcdefghijklmnopqrstuvwxyzæøå0123456789!?:/ ")
private let others: [Key] = [
  .enter, .escape, .tab, .backtab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
  .pageDown, .function(1), .function(10), .control("l"), .control("c"), .resize,
]
private let sizes = [
  Size(columns: 60, rows: 20), Size(columns: 80, rows: 24), Size(columns: 140, rows: 40),
  Size(columns: 20, rows: 5),
]

@Test(arguments: [1, 2, 3, 4] as [UInt64])
func randomKeysNeverBreakAPromise(seed: UInt64) {
  var dice = Dice(state: seed)
  let robot = Robot(
    World.withHandovers(swaps: [World.swapOffer]), me: seed % 2 == 0 ? "LON" : "MAL",
    language: seed % 2 == 0 ? .english : .danish)
  var clock = World.now
  for step in 0..<5000 {
    let before = robot.requests.count
    switch dice.roll(40) {
    case 0..<12: robot.press(others[dice.roll(others.count)])
    case 12..<37: robot.press(.character(letters[dice.roll(letters.count)]))
    case 37: clock = later(clock, seconds: dice.roll(10) == 0 ? 40_000 : 20 + dice.roll(120), robot)
    case 38: another(desk: robot, dice.roll(3), UInt64(step))
    default:
      robot.nextFailure = .noSpace(path: "/x")
      robot.savesBeforeFailure = dice.roll(2)
    }
    let new = robot.recorded(since: before)
    // An absence of several days is one thing with many cells.
    #expect(new.count { $0.stream != .duty } <= 2, "one key, one thing: \(new)")
    #expect(Set(new.map(\.kind)).count <= 2, "one key, one thing: \(new)")
    for event in new where event.stream != .duty { check(event) }
    if step % 7 == 0 { look(at: robot, dice.roll(sizes.count)) }
  }
  for handover in robot.desk.picture.openHandovers {
    #expect(handover.holder != nil, "an open handover always has a holder")
  }
}

/// No record of visits or handovers names anybody.
private func check(_ event: Event) {
  let text = String(describing: event)
  for colleague in World.documents.colleagues {
    #expect(!text.contains("\"\(colleague.id.text)\"") && !text.contains(colleague.name))
  }
}

/// The frame is whole, the cursor is on it, and I dag tells nothing about anybody's talk.
private func look(at robot: Robot, _ size: Int) {
  robot.size = sizes[size]
  let glass = robot.glass
  #expect((0..<glass.size.rows).contains(glass.cursor.row))
  #expect((0..<glass.size.columns).contains(glass.cursor.column))
  guard glass.size.columns >= 60 else { return }
  let isHome = robot.desk.screens.current == .today || robot.desk.screens.current == .start
  if isHome {
    let isTold = World.documents.topics.contains { glass.text.contains($0.label.danish) }
    #expect(!isTold && !glass.text.contains("▸"))
  }
  #expect(robot.desk.screens.current == .blank || glass.line(0).hasPrefix(" Elevtjenesten"))
}

private func later(_ now: Moment, seconds: Int, _ robot: Robot) -> Moment {
  let utc = now.utc.seconds + seconds
  let local = utc + 3600
  let moment = Moment(
    day: CivilDate(dayNumber: local / 86_400), time: ClockTime(minutes: local % 86_400 / 60) ?? now.time,
    utc: UTCTime(seconds: utc))
  robot.wait(until: moment)
  return moment
}

/// Another desk takes over, offers, or counts.
private func another(desk robot: Robot, _ kind: Int, _ number: UInt64) {
  var picture = robot.desk.picture
  func add(_ event: Event) { picture.ledger.apply(event, origin: World.origin(Int(number) + 5000)) }
  let id: RecordID = World.id(900_000 + number)
  switch kind {
  case 0:
    if let open = picture.openHandovers.first(where: { $0.state == .offered }) {
      let step = HandoverStep(
        id: id, after: open.last, day: robot.desk.now.day, handover: open.id, hop: open.hop, school: "EUC",
        step: .takenOver(daysSinceOffer: 0, isTold: false))
      add(.handover(step))
    }
  case 1:
    let (step, entry) = World.offer(800_000 + number, from: "AAT", to: "MAL", on: robot.desk.now.day)
    add(.handover(step))
    picture.handoverEntries[step.handover] = [step.id: entry]
  default: add(.sparring(Tick(id: id, day: robot.desk.now.day, school: "EUC")))
  }
  robot.see(picture)
}

extension Event {
  /// What kind of thing it is.
  fileprivate var kind: Int {
    switch self {
    case .visit: 0
    case .sparring: 1
    case .zero: 2
    case .void: 3
    case .handover: 4
    case .door: 5
    case .pattern: 6
    case .cell: 7
    case .swap: 8
    case .release: 9
    case .week: 10
    }
  }
}

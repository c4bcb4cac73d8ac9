// One random day at the desk: everything that can be typed into gets a canary, between ordinary work.
import Canvas
import Domain
import Guard
import Store
import TestKit

/// Plays days and keeps what was wrong with them.
struct CanaryDay {
  let world: CanaryWorld
  let robot: Robot
  private(set) var wrong: [String] = []
  /// How many canaries have been typed.
  private(set) var typed = 0
  /// How many of them were on the glass while they were typed: the look at the glass is no blind one.
  private(set) var shown = 0
  /// How many messages were typed on the screen for a handover.
  private(set) var messages = 0
  private var looked = 0
  private var minutes = 0

  init(_ world: CanaryWorld) throws {
    self.world = world
    robot = Robot(
      try world.picture(), now: World.moment(world.today.description, "09:20"),
      disk: { [world] in world.perform($0) })
  }

  private var random: CanaryRandom { world.random }

  /// From opening to closing.
  mutating func play(_ day: CivilDate) throws {
    world.today = day
    minutes = 9 * 60 + 20
    tick(0)
    robot.see(try world.picture())
    robot.type("⏎")
    home()
    for _ in 0..<(4 + random.below(6)) {
      switch random.below(13) {
      case 0, 1: robot.type("b\(random.pick(["1", "2", "4", "5", "k"]))⏎")
      case 2, 3: handOver()
      case 4: typeInto(random.pick(["k/", "w/", ":", "/", "v/", "l/", "t/", "o/", "?/", "d", "!"]))
      case 5: typeInto(random.pick(["k/", "w/", ":", "/"]))
      case 6: typeInto("")
      case 7: robot.type(random.pick(["f", "s", "z", "d", "ot", "oaj", " x", "or"]))
      case 8: leaveAlone()
      case 9: world.saveRefusedText()
      case 10: fillForm()
      case 11: if random.below(3) == 0 { try world.importFile() }
      default: if random.below(3) == 0 { try lookAtADocumentEditedByHand() }
      }
      home()
      tick(7)
    }
    if random.below(2) == 0 { try world.closeAll() }
    try world.closeTheDoor()
  }

  /// A canary into a field, or where there is none; then the field is closed.
  private mutating func typeInto(_ keys: String) {
    let canary = random.pick(Canary.all)
    robot.type(keys)
    robot.type(canary.text)
    typed += 1
    if canary.stands(in: robot.glass.text) { shown += 1 }
    if random.below(4) == 0 { robot.press(.enter) }
    home()
  }

  /// Sends somebody on, looking for the receiver by typing.
  private mutating func handOver() {
    robot.type("b4g/")
    robot.type(random.pick(Canary.of(.name, .codeWord)).text)
    typed += 1
    // The filter goes with its first Esc; then the list is whole again.
    robot.type("⎋1")
    if random.below(3) == 0 { robot.press(.tab) }
    if random.below(2) == 0 { writeMessage() }
    robot.type("j")
    home()
  }

  /// A practical message for the receiver. What the guard refuses stays in its field, to be corrected.
  private mutating func writeMessage() {
    let canary = random.pick(Canary.all)
    robot.type("b")
    robot.type("ring " + canary.text)
    robot.press(.enter)
    typed += 1
    messages += 1
    guard canary.isRefusedInTexts else { return }
    if !canary.stands(in: robot.glass.text) { wrong.append("\(canary.text) is not there to be corrected") }
    robot.press(.escape)
  }

  /// The desk is left with a field open: after two minutes it shows I dag, whatever was typed.
  private mutating func leaveAlone() {
    robot.type(random.pick(["b4g/", "k/", "w/"]))
    robot.type(random.pick(Canary.of(.name)).text)
    typed += 1
    tick(3)
    look("idle")
    robot.type(random.pick(["j", "n"]))
    home()
  }

  /// A number into a field of a form, and the form saved: it is refused and stays to be corrected.
  private mutating func fillForm() {
    judgeLines()
    let canary = random.pick(Canary.of(.cpr))
    robot.type(random.pick(["k+", ":tilbud⏎", ":skoler⏎"]))
    robot.press(.enter)
    for _ in 0..<random.below(4) { robot.press(.down) }
    robot.type(" " + canary.text)
    robot.press(.control("s"))
    typed += 1
    if canary.stands(in: robot.glass.text) { shown += 1 }
    for _ in 0..<3 {
      robot.press(.escape)
      robot.type("j")
    }
  }

  private func judgeLines() {
    for canary in Canary.all {
      _ = Guard.answer(toLine: "MAL;\(canary.text);psykolog;\(canary.text)", scope: .aboutYoungPerson)
    }
  }

  private mutating func lookAtADocumentEditedByHand() throws {
    let (picture, seen) = try world.editByHand()
    for canary in Canary.all where canary.stands(in: seen) { wrong.append("\(canary.text) in what is said") }
    robot.see(picture)
    for keys in ["k", "v", "b", "o", "b4g"] {
      robot.type(keys)
      look(keys)
      home()
    }
    robot.see(try world.picture())
  }

  // MARK: Between the steps

  private mutating func tick(_ more: Int) {
    minutes += more
    let time = String(minutes / 60 + 100).suffix(2) + ":" + String(minutes % 60 + 100).suffix(2)
    robot.wait(until: World.moment(world.today.description, String(time)))
  }

  /// Home by Esc alone, and a look at everything on the way there.
  private mutating func home() {
    for _ in 0..<5 { robot.press(.escape) }
    look("home")
  }

  /// No canary on the glass, nor in what was asked for.
  private mutating func look(_ place: String) {
    let glass = robot.glass.text
    let requests = robot.requests.dropFirst(looked)
    let asked = requests.map { "\($0)" }.joined(separator: "\n")
    // A message that the guard lets pass is asked to be kept, as long as its handover is open.
    let others = requests.filter { if case .offer = $0 { false } else { true } }
    let askedBesides = others.map { "\($0)" }.joined(separator: "\n")
    looked = robot.requests.count
    for canary in Canary.all {
      // The code word and the message of an open handover are there to be read out.
      if place == "o", !canary.isRefusedInTexts { continue }
      if canary.stands(in: glass) { wrong.append("\(canary.text) on the glass (\(place))") }
      if canary.stands(in: canary.isRefusedInTexts ? asked : askedBesides) {
        wrong.append("\(canary.text) in a request (\(place))")
      }
    }
  }
}

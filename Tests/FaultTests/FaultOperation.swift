// What the program is doing when the fault strikes.

/// One command of the finished program, or one thing that only the desk does.
enum FaultOperation: CaseIterable {
  case start, visit, absence, door, offer, handOn, takeOver, decline, missed, undoTakeOver, close, withdraw
  case saveDocument, sweep, create, release

  /// What is run: a name of a built program and its arguments.
  func command(_ world: FaultWorld) throws -> (program: String, arguments: [String]) {
    switch self {
    // The desk alone does these; the small program does them the same way and nothing else.
    case .saveDocument: ("FaultFixture", ["document", world.data])
    case .sweep: ("FaultFixture", ["sweep", world.data, try world.knownState()])
    case .create: ("elevtjenesten", ["opret", world.newFolder])
    case .start, .visit, .absence, .door, .offer, .handOn, .takeOver, .decline, .missed, .undoTakeOver,
      .close, .withdraw, .release:
      ("elevtjenesten", words(world) + ["--mappe", world.data, "--nu", FaultWorld.now])
    }
  }

  private func words(_ world: FaultWorld) -> [String] {
    switch self {
    case .start: ["i-dag"]
    case .visit: ["besøg", "--skole", "EUC", "--emne", "bolig"]
    case .absence: ["afbud", "--skole", "EUC", "--dag", "2026-03-06", "--til", "PRE", "--ja", "--som", "MAL"]
    case .door: ["åbn", "--skole", "EUC", "--som", "MAL"]
    case .offer: ["overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL"]
    case .handOn: ["giv-videre", world.taken, "--til", "MAL", "--som", "CET"]
    case .takeOver: ["tag-over", world.offered, "--som", "CET"]
    case .decline: ["kan-ikke", world.offered, "--som", "CET"]
    case .missed: ["kom-ikke", world.offered, "--som", "CET"]
    case .undoTakeOver: ["fortryd-overtagelse", world.taken, "--som", "CET"]
    case .close: ["luk", world.taken, "--grund", "igang", "--som", "CET"]
    case .withdraw: ["træk-tilbage", world.offered, "--som", "MAL"]
    case .release: ["frigiv", "--kvartal", "2025-Q4"]
    case .saveDocument, .sweep, .create: []
    }
  }

  /// How many records it may add, whether or not it could say so.
  var records: Int {
    switch self {
    case .start, .saveDocument, .sweep, .create: 0
    case .visit, .absence, .door, .offer, .handOn, .takeOver, .decline, .missed, .undoTakeOver, .close,
      .withdraw, .release:
      1
    }
  }

  /// Files of the folder that it may change or take away; this machine's own log may grow besides.
  func mayChange(_ path: String, in world: FaultWorld) -> Bool {
    switch self {
    case .handOn, .close: path.contains(world.taken)
    case .withdraw: path.contains(world.offered)
    case .sweep: path.hasPrefix(world.data + "/handovers/")
    case .saveDocument: path == world.data + "/colleagues.json"
    case .release: path.hasPrefix(world.data + "/releases/")
    case .start, .visit, .absence, .door, .offer, .takeOver, .decline, .missed, .undoTakeOver, .create: false
    }
  }
}

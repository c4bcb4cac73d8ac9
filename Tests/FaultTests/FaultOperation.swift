// What the program is doing when the fault strikes.

/// One command of the finished program.
enum FaultOperation: CaseIterable {
  case start, visit, door, offer, close

  func arguments(_ world: FaultWorld) -> [String] {
    switch self {
    case .start: ["i-dag"]
    case .visit: ["besøg", "--skole", "EUC", "--emne", "bolig"]
    case .door: ["åbn", "--skole", "EUC", "--som", "MAL"]
    case .offer: ["overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL"]
    case .close: ["luk", world.taken, "--grund", "igang", "--som", "CET"]
    }
  }

  /// How many records it may add: one, whether or not it could say so.
  var records: Int {
    switch self {
    case .start: 0
    case .visit, .door, .close: 1
    // The offer and the visit it came from.
    case .offer: 2
    }
  }
}

// Changes of the base roster: what they are made upon, and how one is taken back.

extension Ledger {
  /// The id that a change of a place in the base roster is made upon.
  package func lastChange(at place: PatternPlace) -> RecordID {
    patternLine(at: place).last?.body.id ?? .zero
  }

  /// What has to be written anew so that a place is from a day on as it was before a change: what decided
  /// before it, beginning that day; nothing stood means an empty duty.
  package func patternsBefore(_ change: PatternChange) -> [PatternChange] {
    Self.restoring(change, in: patternLine(at: change.place).map(\.body))
  }

  static func restoring(_ change: PatternChange, in line: [PatternChange]) -> [PatternChange] {
    let earlier = line.prefix { $0.id != change.id }
    guard !earlier.isEmpty else {
      var empty = change
      empty.spans = []
      return [empty]
    }
    // A pattern of every week that has begun by then leaves nothing of those before it.
    let start = earlier.lastIndex { $0.rhythm.every <= 1 && $0.from <= change.from } ?? earlier.startIndex
    return earlier[start...].map { old in
      var old = old
      old.from = max(old.from, change.from)
      return old
    }
  }
}

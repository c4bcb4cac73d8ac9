// Changes of the base roster: what they are made upon, and how one is taken back.

extension Ledger {
  /// The id that a change of a place in the base roster is made upon.
  package func lastChange(at place: PatternPlace) -> RecordID {
    patternLine(at: place).last?.body.id ?? .zero
  }

  /// What has to be written anew so that a place is from a day on as it was before a change: all that
  /// stood before it, beginning that day; nothing stood means an empty duty.
  package func patternsBefore(_ change: PatternChange) -> [PatternChange] {
    let place = PatternPlace(school: change.school, weekday: change.weekday)
    let earlier = patternLine(at: place).map(\.body).prefix { $0.id != change.id }
    guard !earlier.isEmpty else {
      var empty = change
      empty.spans = []
      return [empty]
    }
    return earlier.map { old in
      var old = old
      old.from = max(old.from, change.from)
      return old
    }
  }
}

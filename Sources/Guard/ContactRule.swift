// What a text about a young person must not hold besides a CPR number: ways to reach or to recognise them.

extension Guard {
  /// Telephone numbers, e-mail addresses, names on networks and dates of birth in `text`.
  static func contactSuspicions(in text: NormalisedText, _ grouped: GroupedText) -> Suspicions {
    var found = Suspicions()
    grouped.addAddresses(to: &found)
    grouped.addNetworkNames(to: &found)
    grouped.addBirths(to: &found)
    grouped.addTelephones(to: &found)
    if found.block == nil, text.digitCount >= 4, Lookalike.touchesDigit(in: text.units) {
      GroupedText(text, lookalikes: true).addLookalikeTelephones(to: &found)
    }
    return found
  }
}

extension GroupedText {
  /// The end of the word that begins at `index`.
  func endOfWord(_ index: Int) -> Int {
    var end = index
    while end < units.count, Unit.isLetter(units[end]) { end += 1 }
    return end
  }

  /// The beginning of the word that ends before `end`.
  func startOfWord(_ end: Int) -> Int {
    var start = end
    while start > 0, end - start < 40, Unit.isLetter(units[start - 1]) { start -= 1 }
    return start
  }

  /// The first place from `index` on that is no space, at most three steps away.
  func skipSpaces(from index: Int, step: Int) -> Int {
    var place = index
    while abs(place - index) < 3, place >= 0, place < units.count, units[place] == Unit.space {
      place += step
    }
    return place
  }

  func isUnit(_ index: Int, _ test: (UInt8) -> Bool) -> Bool {
    index >= 0 && index < units.count && test(units[index])
  }
}

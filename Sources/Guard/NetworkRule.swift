// Names on networks: snap, insta, discord and the like with a name beside them.

extension GroupedText {
  /// Finds the first network with a name beside it.
  func addNetworkNames(to found: inout Suspicions) {
    for mark in marks where mark.announcement == .network {
      let after = endOfName(after: mark).map { mark.start..<$0 }
      guard let covered = after ?? nameBefore(mark) else { continue }
      found.add(Suspicion(kind: .handle, units: covered, digits: 0), as: .block)
      return
    }
  }

  /// Where the name after `mark` ends; nil when what follows is an ordinary word.
  private func endOfName(after mark: Mark) -> Int? {
    var index = endOfSite(mark)
    var isTold = false
    var isParted = false
    var words = 0
    while index < units.count, index - mark.end < 30 {
      let unit = units[index]
      if Unit.isLetter(unit) || Unit.isDigit(unit) || unit == UInt8(ascii: "_") {
        guard words < 4, OrdinaryWords.beforeName.has(units, at: index) else { break }
        isTold = isTold || OrdinaryWords.tellsName.has(units, at: index)
        words += 1
        index = endOfWord(index)
      } else if unit == Unit.at {
        guard isUnit(index + 1, isNameUnit) else { return nil }
        return endOfName(from: index + 1)
      } else if unit == Unit.colon || unit == UInt8(ascii: "=") || unit == UInt8(ascii: ">") {
        isTold = true
        index += 1
      } else if unit == UInt8(ascii: ",") || unit == UInt8(ascii: ";") {
        isParted = true
        index += 1
      } else if unit == Unit.space || unit == Unit.hyphen || unit == UInt8(ascii: "'")
        || unit == UInt8(ascii: "\"")
        || unit == UInt8(ascii: "(") || unit == Unit.slash
      {
        // "snap-gruppen" is one word, "snap-navn: ole" tells a name.
        if index == mark.end, unit == Unit.hyphen, !OrdinaryWords.tellsName.has(units, at: index + 1) {
          return nil
        }
        isTold = isTold || index == mark.end && unit == Unit.slash
        index += 1
      } else {
        return nil
      }
    }
    guard isUnit(index, isNameUnit), index > mark.end else { return nil }
    let end = endOfName(from: index)
    if isTold, !isParted, !OrdinaryWords.afterNetwork.has(units, at: index) { return end }
    if looksMadeUp(index..<end) { return end }
    if isParted { return nil }
    let follows = follow(mark)
    guard Unit.isLetter(units[index]), end - index > 2, words == 0, !follows else { return nil }
    return OrdinaryWords.afterNetwork.has(units, at: index) ? nil : end
  }

  /// Where the address of a network ends, as in "instagram.com".
  private func endOfSite(_ mark: Mark) -> Int {
    let end = mark.end + 4
    guard end < units.count, units[mark.end] == Unit.point, Keyword.domainEnds.has(units, at: mark.end + 1),
      units[end] == Unit.slash
    else { return mark.end }
    return end
  }

  /// A name that nobody takes for a word, before "på" and the network.
  private func nameBefore(_ mark: Mark) -> Range<Int>? {
    guard follow(mark) else { return nil }
    let word = startOfWord(skipSpaces(from: mark.start - 1, step: -1) + 1)
    let end = skipSpaces(from: word - 1, step: -1) + 1
    var start = end
    while end - start < 64, isUnit(start - 1, isNameUnit) { start -= 1 }
    guard start < end else { return nil }
    if isUnit(start - 1, { $0 == Unit.at }) { return start - 1..<mark.end }
    let hasLine = units[start..<end].contains { Unit.isDigit($0) || $0 == UInt8(ascii: "_") }
    return hasLine && Unit.isLetter(units[start]) && looksMadeUp(start..<end) ? start..<mark.end : nil
  }

  /// Whether a name holds what words do not: a letter beside a digit, or a point or a line inside.
  private func looksMadeUp(_ name: Range<Int>) -> Bool {
    let hasLetter = units[name].contains(where: Unit.isLetter)
    return hasLetter && name.count > 2
      && units[name].contains {
        Unit.isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "#") || $0 == Unit.point
      }
  }

  /// Whether a word stands before the network with which a sentence speaks of it, such as "på".
  private func follow(_ mark: Mark) -> Bool {
    let end = skipSpaces(from: mark.start - 1, step: -1) + 1
    let start = startOfWord(end)
    return start < end && OrdinaryWords.beforeNetwork.has(units, at: start)
  }

  private func endOfName(from index: Int) -> Int {
    var end = index
    while end - index < 64, isUnit(end, isNameUnit) { end += 1 }
    // A point at the end is the sentence's.
    while end > index + 1, units[end - 1] == Unit.point || units[end - 1] == Unit.hyphen { end -= 1 }
    return end
  }

  private func isNameUnit(_ unit: UInt8) -> Bool {
    Unit.isLetter(unit) || Unit.isDigit(unit) || unit == UInt8(ascii: "_") || unit == Unit.point
      || unit == UInt8(ascii: "#") || unit == Unit.hyphen
  }
}

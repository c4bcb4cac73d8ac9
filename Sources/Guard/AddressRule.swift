// E-mail addresses, with the sign itself or with a word or a bracket in its place.

extension GroupedText {
  /// Finds the first e-mail address.
  func addAddresses(to found: inout Suspicions) {
    guard let range = rangeOfAddress() else { return }
    found.add(Suspicion(kind: .email, units: range, digits: 0), as: .block)
  }

  private func rangeOfAddress() -> Range<Int>? {
    for index in units.indices where units[index] == Unit.at {
      if let range = addressAround(index..<index + 1, isSign: true) { return range }
    }
    for mark in marks where mark.announcement == .atSign {
      if let range = addressAround(word: mark) { return range }
    }
    return rangeOfHost()
  }

  /// An address whose sign stands at `sign`, perhaps in brackets: something before it, and a name after it.
  /// With spaces around it a point or a word for one is needed.
  private func addressAround(_ sign: Range<Int>, isSign: Bool) -> Range<Int>? {
    let (sign, isBracketed) = withBrackets(sign)
    let before = skipSpaces(from: sign.lowerBound - 1, step: -1)
    let after = skipSpaces(from: sign.upperBound, step: 1)
    guard before >= 0, after < units.count, isAddressUnit(units[before]), isAddressUnit(units[after])
    else { return nil }
    let start = endOfAddress(from: before, step: -1)
    let end = endOfAddress(from: after, step: 1)
    let touchesSign = before == sign.lowerBound - 1 && after == sign.upperBound
    let opensHost = before == sign.lowerBound - 1 && Keyword.mailHosts.has(units, at: after)
    let isPlain =
      isBracketed || isSign && opensHost
      || isSign && (touchesSign || units[after...end].contains(Unit.point) || hasWordPoint(after: end))
    return isPlain ? start..<end + 1 : nil
  }

  /// An address with a word in place of its sign: snabel-a, (at), or " at " before the name of a computer.
  private func addressAround(word mark: Mark) -> Range<Int>? {
    var end = endOfWord(mark.end)
    if end - mark.start > 5 {
      // The a that stands apart: snabel-a, snabel a.
      var next = end
      while next < units.count, next < end + 2, units[next] == Unit.hyphen || units[next] == Unit.space {
        next += 1
      }
      if isUnit(next, { Unit.lowercased($0) == UInt8(ascii: "a") }), endOfWord(next) == next + 1 {
        end = next + 1
      }
      return addressAround(mark.start..<end, isSign: true) ?? addressBeside(mark.start..<end)
    }
    if end - mark.start == 1 {
      let (sign, isBracketed) = withBrackets(mark.start..<end)
      return isBracketed ? addressBeside(sign, needsHost: true) : nil
    }
    if withBrackets(mark.start..<end).isBracketed { return addressAround(mark.start..<end, isSign: false) }
    guard end - mark.start == 2, Unit.lowercased(units[mark.start + 1]) == UInt8(ascii: "t") else {
      return nil
    }
    return addressBeside(mark.start..<end, needsHost: true)
  }

  /// A word, then `sign`, then a name; with `needsHost` only before the name of a computer, and not after one
  /// of the words that "at" follows in ordinary Danish.
  private func addressBeside(_ sign: Range<Int>, needsHost: Bool = false) -> Range<Int>? {
    let before = skipSeparators(from: sign.lowerBound - 1, step: -1)
    let after = skipSeparators(from: sign.upperBound, step: 1)
    guard before >= 0, after < units.count, isAddressUnit(units[before]), isAddressUnit(units[after])
    else { return nil }
    let start = endOfAddress(from: before, step: -1)
    let end = endOfAddress(from: after, step: 1)
    if needsHost {
      guard endsLikeHost(after, end) || hasWordPoint(after: end) else { return nil }
      if OrdinaryWords.beforeThat.has(units, at: startOfWord(before + 1)), !hasWordPoint(after: end) {
        return nil
      }
    }
    return start..<end + 1
  }

  /// The host of a mail service by itself, with a name before it, as in "ole.b gmail.com".
  private func rangeOfHost() -> Range<Int>? {
    for index in units.indices where units[index] == Unit.point {
      let start = startOfWord(index)
      guard start < index, Keyword.mailHosts.has(units, at: start), isUnit(index + 1, Unit.isLetter),
        Keyword.domainEnds.has(units, at: index + 1),
        isUnit(start - 1, { $0 != Unit.point && $0 != Unit.slash })
      else { continue }
      let before = skipSpaces(from: start - 1, step: -1)
      guard before >= 0, isAddressUnit(units[before]) else { continue }
      let name = endOfAddress(from: before, step: -1)
      // A plain word is no name: "med gmail.com".
      let looksLikeName = units[name...before].contains { !Unit.isLetter($0) }
      if looksLikeName { return name..<endOfWord(index + 1) }
    }
    return nil
  }

  /// Whether the name from `start` to `end` ends as computers' names do.
  private func endsLikeHost(_ start: Int, _ end: Int) -> Bool {
    for index in start..<end where units[index] == Unit.point {
      if Keyword.domainEnds.has(units, at: index + 1) { return true }
    }
    return false
  }

  /// Whether a word for a point, perhaps in brackets, and the end of a computer's name follow.
  private func hasWordPoint(after end: Int) -> Bool {
    let word = skipSeparators(from: end + 1, step: 1)
    if isUnit(word, { $0 == Unit.point }) {
      let domain = skipSpaces(from: word + 1, step: 1)
      return isUnit(domain, Unit.isLetter) && Keyword.domainEnds.has(units, at: domain)
    }
    guard isUnit(word, Unit.isLetter), Keyword.points.has(units, at: word) else { return false }
    let domain = skipSeparators(from: endOfWord(word), step: 1)
    return isUnit(domain, Unit.isLetter) && endOfWord(domain) - domain <= 8
  }

  /// `sign` with the brackets and spaces inside them that stand around it.
  private func withBrackets(_ sign: Range<Int>) -> (Range<Int>, isBracketed: Bool) {
    let before = skipSpaces(from: sign.lowerBound - 1, step: -1)
    let after = skipSpaces(from: sign.upperBound, step: 1)
    let opens = isUnit(before) { [0x28, 0x5B, 0x7B, 0x3C, 0x2A, 0x5F, 0x2D].contains($0) }
    let closes = isUnit(after) { [0x29, 0x5D, 0x7D, 0x3E, 0x2A, 0x5F, 0x2D].contains($0) }
    return opens && closes ? (before..<after + 1, true) : (sign, false)
  }

  /// The first place from `index` on that is neither a space nor a bracket, at most four steps away.
  private func skipSeparators(from index: Int, step: Int) -> Int {
    var place = index
    while abs(place - index) < 4,
      isUnit(place, { [0x20, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3C, 0x3E].contains($0) })
    {
      place += step
    }
    return place
  }

  /// The last unit of the address that `index` belongs to. An address has at most 254 characters; the limit
  /// keeps a row of signs from being read over and over.
  private func endOfAddress(from index: Int, step: Int) -> Int {
    var place = index
    while abs(place - index) < 254, isUnit(place + step, isAddressUnit) { place += step }
    return place
  }

  private func isAddressUnit(_ unit: UInt8) -> Bool {
    switch unit {
    case Unit.point, Unit.hyphen, Unit.plus, UInt8(ascii: "_"), UInt8(ascii: "%"): true
    default: Unit.isLetter(unit) || Unit.isDigit(unit)
    }
  }
}

// What a text about a young person must not hold besides a CPR number: ways to reach or to recognise them.

extension Guard {
  /// Telephone numbers, e-mail addresses and dates of birth in `text`.
  static func contactSuspicions(in text: GroupedText) -> Suspicions {
    var found = Suspicions()
    addAddresses(in: text.units, to: &found)
    text.addBirths(to: &found)
    text.addTelephones(to: &found)
    return found
  }

  /// E-mail addresses: something before the sign, and a name after it, also with spaces around the sign.
  private static func addAddresses(in units: [UInt8], to found: inout Suspicions) {
    for index in units.indices where units[index] == Unit.at {
      let before = skipSpaces(units, from: index - 1, step: -1)
      let after = skipSpaces(units, from: index + 1, step: 1)
      guard before >= 0, after < units.count, isAddressUnit(units[before]), isAddressUnit(units[after])
      else { continue }
      let start = endOfAddress(units, from: before, step: -1)
      let end = endOfAddress(units, from: after, step: 1)
      let touchesSign = before == index - 1 && after == index + 1
      guard touchesSign || units[after...end].contains(Unit.point) else { continue }
      found.add(Suspicion(kind: .email, units: start..<end + 1, digits: 0), as: .block)
      return
    }
  }

  /// The first place from `index` on that is no space, at most two steps away.
  private static func skipSpaces(_ units: [UInt8], from index: Int, step: Int) -> Int {
    var place = index
    while abs(place - index) < 2, place >= 0, place < units.count, units[place] == Unit.space {
      place += step
    }
    return place
  }

  /// The last unit of the address that `index` belongs to. An address has at most 254 characters; the limit
  /// keeps a row of signs from being read over and over.
  private static func endOfAddress(_ units: [UInt8], from index: Int, step: Int) -> Int {
    var place = index
    while abs(place - index) < 254 {
      let next = place + step
      guard next >= 0, next < units.count, isAddressUnit(units[next]) else { break }
      place = next
    }
    return place
  }

  private static func isAddressUnit(_ unit: UInt8) -> Bool {
    switch unit {
    case Unit.point, Unit.hyphen, Unit.plus, UInt8(ascii: "_"), UInt8(ascii: "%"): true
    default: Unit.isLetter(unit) || Unit.isDigit(unit)
    }
  }
}

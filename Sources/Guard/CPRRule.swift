// The rule for CPR numbers: ten or twelve digits in whole groups that begin with a day and a month.

/// The block list: how people write a CPR number, as the lengths of its groups, one hexadecimal digit each.
private let blockedShapes: Set<UInt64> = [
  0xA, 0x64, 0x2224, 0x622, 0x244, 0x424, 0x226, 0x46, 0x613, 0x631, 0x11_1111_1111,  // ten digits
  0xC, 0x84, 0x2244,  // twelve: the year in full
]

/// A stretch of whole groups that could be a CPR number.
struct Candidate {
  /// The first and the last group.
  var groups: ClosedRange<Int>
  /// How many digits it has: 10 or 12, or one less without the zero of its day.
  var digits: Int
  /// The lengths of its groups, one hexadecimal digit each.
  var shape: UInt64
}

extension Guard {
  /// What looks like a CPR number in `text`, also with letters in its last part or in place of 0 and 1.
  static func cprSuspicions(in text: NormalisedText, _ grouped: GroupedText) -> Suspicions {
    var found = Suspicions()
    // The shortest is 5. maj 47, 6321.
    guard text.digitCount >= 7 else { return found }
    grouped.addNumbers(to: &found)
    if found.block == nil { grouped.addPartedNumbers(to: &found) }
    guard text.digitCount >= 8 else { return found }
    grouped.addReplacementNumbers(to: &found)
    if found.block == nil, Lookalike.mayMatter(in: text.units) {
      GroupedText(text, lookalikes: true).addLookalikes(to: &found)
    }
    return found
  }
}

extension GroupedText {
  /// Judges every candidate, in the order of the text, until one must be blocked.
  func addNumbers(to found: inout Suspicions) {
    forEachCandidate { candidate in
      let judgement = judge(candidate)
      found.add(suspicion(candidate), as: judgement)
      return judgement != .block
    }
  }

  /// Hands every candidate that is no telephone number to `goOn`, until that answers no.
  func forEachCandidate(while goOn: (Candidate) -> Bool) {
    var telephone = TelephoneMask()
    for first in groups.indices {
      telephone.advance(to: first, in: self)
      guard !telephone.coversEverything(at: first), !groups[first].isExempt else { continue }
      let goesOn = forEachCandidate(from: first) { telephone.covers($0) || goOn($0) }
      guard goesOn else { return }
    }
  }

  /// What was found where `candidate` stands.
  func suspicion(_ candidate: Candidate) -> Suspicion {
    let units = groups[candidate.groups.lowerBound].start..<groups[candidate.groups.upperBound].end
    return Suspicion(kind: .cpr, units: units, digits: candidate.digits)
  }

  /// Hands the candidates that begin with the group at `first`, at most one of ten and one of twelve digits,
  /// to `goOn`; false when that answered no.
  private func forEachCandidate(from first: Int, while goOn: (Candidate) -> Bool) -> Bool {
    var (digits, letters) = (0, 0)
    var value: UInt64 = 0
    var shape: UInt64 = 0
    let afterKeyword = groups[first].followsKeyword
    for index in first..<groups.count {
      let group = groups[index]
      if index > first, !group.gap.joins(afterKeyword: afterKeyword) { break }
      digits += group.count
      letters += group.count - group.trueDigits
      if digits > 12 || letters > 12 - Lookalike.trueDigits { break }
      value = value * powerOfTen(group.count) + group.value
      shape = shape << 4 | UInt64(group.count)
      if digits == 10 || digits == 12, beginsLikeCPR(value, digits: digits) {
        guard goOn(Candidate(groups: first...index, digits: digits, shape: shape)) else { return false }
      } else if afterKeyword, digits == 9 || digits == 11, beginsLikeCPR(value, digits: digits + 1) {
        // A spreadsheet took the number for one to count with, and dropped the zero before it.
        guard goOn(Candidate(groups: first...index, digits: digits, shape: shape)) else { return false }
      }
    }
    return true
  }

  /// The judgement of one candidate: the word before it decides first, then a natural other reading of it,
  /// then the block list.
  func judge(_ candidate: Candidate) -> Judgement {
    if groups[candidate.groups.lowerBound].followsKeyword { return .block }
    if isMachineNumber(candidate) { return .nothing }
    let isBlockedShape = blockedShapes.contains(candidate.shape)
    if isList(candidate, isBlockedShape: isBlockedShape) {
      return candidate.shape == 0x2244 ? .warn : .nothing
    }
    return dateReading(of: candidate, isBlockedShape: isBlockedShape) ?? (isBlockedShape ? .block : .warn)
  }
}

extension GroupedText {
  /// Whether `candidate` reads as a list of days and times, of weeks or rooms, or as one large amount. Of the
  /// block list only a day with the hours from and to can be that.
  private func isList(_ candidate: Candidate, isBlockedShape: Bool) -> Bool {
    if isBlockedShape, candidate.shape != 0x244, candidate.shape != 0x2244 { return false }
    if areListed(candidate.groups) { return true }
    guard !isBlockedShape else { return false }
    if isThousands(candidate.groups) { return true }
    let length = groups[candidate.groups.lowerBound].count
    let areAlike = candidate.groups.allSatisfy { groups[$0].count <= 2 || groups[$0].count == length }
    return areAlike && followsListWord(candidate.groups.lowerBound)
  }
}

/// Whether ten digits are DDMMYYSSSS, or twelve DDMMYYYYSSSS. A replacement number adds 60 to the day. Leap
/// years and check digits are not looked at: since 2007 there are numbers without a valid check digit.
func beginsLikeCPR(_ value: UInt64, digits: Int) -> Bool {
  let dayMonth = value / powerOfTen(digits - 4)
  if digits >= 12, !(18...20).contains(value / powerOfTen(6) % 100) { return false }
  return isDayAndMonth(dayMonth)
}

/// Whether DDMM is a day, or a day with 60 added, and a month.
func isDayAndMonth(_ dayMonth: UInt64) -> Bool {
  let day = dayMonth / 100
  return (1...12).contains(dayMonth % 100) && ((1...31).contains(day) || (61...91).contains(day))
}

/// 10 to the power of `exponent`, which is at most 12.
func powerOfTen(_ exponent: Int) -> UInt64 {
  var power: UInt64 = 1
  for _ in 0..<exponent { power *= 10 }
  return power
}

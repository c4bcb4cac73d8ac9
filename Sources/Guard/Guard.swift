// The guard's entry points: one text, one line, or several fields.

extension Guard {
  /// Whether `text` may be kept. Time grows in step with the length of the text.
  package static func check(_ text: String, scope: Scope = .plain) -> Verdict {
    let normalised = NormalisedText(text)
    let grouped = GroupedText(normalised)
    var suspicions = cprSuspicions(in: normalised, grouped)
    switch scope {
    case .plain: break
    case .aboutYoungPerson:
      if suspicions.block == nil { suspicions.add(contactSuspicions(in: normalised, grouped)) }
    }
    if let block = suspicions.block { return .block(normalised.finding(block, in: text)) }
    if let warning = suspicions.warning { return .warning(normalised.finding(warning, in: text)) }
    return .ok
  }

  /// Whether several typed fields may be kept: each alone, and each joined to its neighbour by a space,
  /// since a number can be split over two of them.
  package static func check(fields: [String], scope: Scope = .plain) -> FieldsVerdict {
    var warning: FieldsVerdict?
    for width in 1...2 {
      for first in fields.indices.dropLast(width - 1) {
        let covered = first...(first + width - 1)
        let verdict = check(fields[covered].joined(separator: " "), scope: scope)
        switch verdict {
        case .ok: break
        case .warning: warning = warning ?? FieldsVerdict(verdict: verdict, fields: covered)
        case .block: return FieldsVerdict(verdict: verdict, fields: covered)
        }
      }
    }
    return warning ?? FieldsVerdict(verdict: .ok, fields: nil)
  }

  /// The answer to one line: `blok`, `advarsel` or `ok`.
  package static func answer(toLine line: String, scope: Scope = .plain) -> String {
    check(line, scope: scope).word
  }
}

/// Something that was noticed, in the normalised text.
struct Suspicion {
  var kind: Guard.Kind
  /// The units from the first to the one after the last.
  var units: Range<Int>
  var digits: Int
}

/// The first reason to block and the first reason to warn.
struct Suspicions {
  private(set) var block: Suspicion?
  private(set) var warning: Suspicion?

  /// Keeps `suspicion` unless an earlier one of the same weight is there.
  mutating func add(_ suspicion: Suspicion, as judgement: Judgement) {
    switch judgement {
    case .nothing: break
    case .warn: warning = warning ?? suspicion
    case .block: block = block ?? suspicion
    }
  }

  /// Takes over what `other` has and this has not.
  mutating func add(_ other: Suspicions) {
    block = block ?? other.block
    warning = warning ?? other.warning
  }
}

/// How much a number looks like one that must not be kept.
enum Judgement {
  case nothing
  case warn
  case block
}

extension NormalisedText {
  /// The finding for `suspicion`, placed in the text as the person typed it.
  func finding(_ suspicion: Suspicion, in text: String) -> Guard.Finding {
    let firstByte = origins[suspicion.units.lowerBound]
    let lastByte = origins[suspicion.units.upperBound - 1]
    var first = 1
    var last = 1
    var seen: UInt32 = 0
    for (index, character) in text.enumerated() {
      if seen <= firstByte { first = index + 1 }
      if seen > lastByte { break }
      last = index + 1
      seen += UInt32(character.utf8.count)
    }
    return Guard.Finding(kind: suspicion.kind, characters: first...max(first, last), digits: suspicion.digits)
  }
}

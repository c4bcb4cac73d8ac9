// What can be wrong in a document that people edit. Facts only: file, place, kind of fault.

import Domain

/// The documents, in the order in which they are loaded.
package typealias DocumentName = DocumentSubject

/// One fault of a document. The text found is given only where it is an id or a code, never where
/// people write freely.
package struct DocumentFault: Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// The file is not there.
    case noFile
    case unreadable(SystemError)
    /// Not JSON in UTF-8 from this line on.
    case notJSON(line: Int)
    /// The version as it was written; one too large for this program is later still.
    case laterVersion(String)
    case missing
    case wrongType(expected: Kind)
    case unknownWord(found: String, suggestion: String?)
    /// An id that no document has.
    case unknownReference(found: String, suggestion: String?)
    case badID(found: String)
    case duplicateID(found: String)
    /// The id differs only in its case from one further up, and is the same.
    case sameID(found: String, first: String)
    /// The key stands twice in one object, and only one of the values would count.
    case duplicateKey
    case badDate, badTime, badSchoolYear, badKey
    case reversed
    /// The last day lies before the first one.
    case closedBeforeOpened(CivilDate)
    /// Of two entries that hold from the same day on, for the same hours of a weekday.
    case overlapping
    case outOfRange(Int, allowed: ClosedRange<Int>)
    case outsideSchoolYear
    /// A change that would hold before the first day whose week can still be corrected.
    case tooEarly(earliest: CivilDate)
    case empty
    case tooLong(allowed: Int)
    case controlCharacter
    /// The guard refuses the text; where the digits stand, counted in characters from 1.
    case refusedText(characters: ClosedRange<Int>)
  }

  /// What was expected.
  package enum Kind: String, Hashable, Sendable {
    case object, list, text, number, bool
  }

  package var document: DocumentName
  /// `colleagues[3].profession`; empty for the whole file.
  package var path: String
  package var problem: Problem

  package init(_ document: DocumentName, path: String, _ problem: Problem) {
    self.document = document
    self.path = path
    self.problem = problem.withoutRefusedText
  }

  /// Whether the file cannot be used as it is. An id that no other document has is told, but what
  /// stands around it is right; so is what stands around a text that is hidden.
  package var breaksDocument: Bool {
    switch problem {
    case .unknownReference, .refusedText: false
    case .noFile, .unreadable, .notJSON, .laterVersion, .missing, .wrongType, .unknownWord, .badID,
      .duplicateID, .sameID, .duplicateKey, .badDate, .badTime, .badSchoolYear, .badKey, .reversed,
      .closedBeforeOpened, .overlapping, .outOfRange, .outsideSchoolYear, .tooEarly, .empty, .tooLong,
      .controlCharacter:
      true
    }
  }

  /// Whether the file holds a text that must not be written anywhere else.
  package var isRefusedText: Bool {
    if case .refusedText = problem { return true }
    return false
  }
}

extension DocumentFault.Problem {
  /// The same problem; what somebody wrote where an id belongs is given only if the guard lets it pass.
  fileprivate var withoutRefusedText: Self {
    switch self {
    case .unknownWord(let found, let suggestion):
      .unknownWord(found: TextGuard.shown(found), suggestion: suggestion)
    case .unknownReference(let found, let suggestion):
      .unknownReference(found: TextGuard.shown(found), suggestion: suggestion)
    case .badID(let found): .badID(found: TextGuard.shown(found))
    case .duplicateID(let found): .duplicateID(found: TextGuard.shown(found))
    case .sameID(let found, let first):
      .sameID(found: TextGuard.shown(found), first: TextGuard.shown(first))
    case .noFile, .unreadable, .notJSON, .laterVersion, .missing, .wrongType, .duplicateKey, .badDate,
      .badTime, .badSchoolYear, .badKey, .reversed, .closedBeforeOpened, .overlapping, .outOfRange,
      .outsideSchoolYear, .tooEarly, .empty, .tooLong, .controlCharacter, .refusedText:
      self
    }
  }
}

/// The nearest of the known words, if one is near enough to be meant.
package enum Suggestion {
  package static func nearest(to word: String, in known: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased())
    let allowed = max(1, wanted.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in known.sorted() {
      let distance = distance(wanted, Array(candidate.lowercased()))
      if distance <= allowed, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// How many characters must be put in, taken out, replaced or swapped with their neighbour.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var earlier: [Int] = []
    var before = Array(0...right.count)
    for (row, character) in left.enumerated() {
      var line = [row + 1]
      for (column, other) in right.enumerated() {
        let cost = character == other ? 0 : 1
        var least = min(line[column] + 1, before[column + 1] + 1, before[column] + cost)
        if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
          least = min(least, earlier[column - 1] + 1)
        }
        line.append(least)
      }
      (earlier, before) = (before, line)
    }
    return before[right.count]
  }
}

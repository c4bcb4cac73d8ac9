// What can be wrong with what was typed, in the sentences of a document edited by hand where those fit.

import Domain
import Guard
import Reports
import Resources

/// A fault of one field. The text itself is never in it.
enum FieldFault: Error, Equatable, Sendable {
  /// A change of hours would touch a week that is final; the first day that may be said.
  case tooEarly(CivilDate)
  case missing, badDate, badTime, badSchoolYear, badKey, reversed, outsideSchoolYear, notANumber
  case tooLong(Int)
  case badID
  case duplicateID
  /// Another topic has the key, or the visit's screen uses it.
  case takenKey
  case outOfRange(Int, ClosedRange<Int>)
  /// Name and number of an emergency number are not both there.
  case incomplete
  /// A goal is not the code of a key figure and a number.
  case badGoal
  /// The guard refuses the text; it may run over two fields.
  case refused(Guard.Finding)
}

extension FieldFault {
  /// The codes of the figures that a goal can be set for.
  static var goalCodes: String { KeyFigure.allCases.map(\.rawValue).joined(separator: ", ") }
}

/// Something that is let through when it is said once more, by another key.
enum FieldDoubt: Equatable, Sendable {
  case looksLike(Guard.Finding)
  /// The days of a break are not those of the week in its name.
  case otherWeek(Int)
}

extension Words {
  /// What is wrong, as it stands under the field.
  func fault(_ fault: FieldFault) -> String {
    switch fault {
    case .tooEarly(let day): self("cli.fault.tooEarly", ["day": shortDateAndYear(day)])
    case .missing: self("form.fault.missing")
    case .badDate: self("form.fault.badDate")
    case .badTime: self("form.fault.badTime")
    case .badSchoolYear: self("cli.fault.badSchoolYear")
    case .badKey: self("cli.fault.badKey")
    case .reversed: self("cli.fault.reversed")
    case .outsideSchoolYear: self("cli.fault.outsideSchoolYear")
    case .notANumber: self("cli.fault.wrongType", ["kind": self("cli.fault.number")])
    case .tooLong(let limit): self("cli.fault.tooLong", ["limit": String(limit)])
    case .badID: self("form.fault.badID")
    case .duplicateID: self("form.fault.duplicateID")
    case .takenKey: self("form.fault.takenKey")
    case .outOfRange(let value, let allowed):
      self(
        "cli.fault.outOfRange",
        ["value": String(value), "low": String(allowed.lowerBound), "high": String(allowed.upperBound)])
    case .incomplete: self("form.fault.incomplete")
    case .badGoal: self("form.fault.badGoal")
    case .refused(let finding): finding.sentence(self)
    }
  }

  /// What there is to be said twice.
  func doubt(_ doubt: FieldDoubt) -> String {
    switch doubt {
    case .looksLike(let finding): finding.sentence(self)
    case .otherWeek(let week): self("form.doubt.week", ["week": String(week)])
    }
  }
}

extension Guard.Finding {
  /// `10 cifre ligner et CPR-nummer (tegn 14–24)`: what and where, never the text.
  func sentence(_ words: Words) -> String {
    let key =
      switch kind {
      case .cpr: "guard.cpr"
      case .ecpr: "guard.ecpr"
      case .telephone: "guard.telephone"
      case .email: "guard.email"
      case .handle: "guard.handle"
      case .birth: "guard.birth"
      }
    return words(
      key,
      [
        "count": String(digits), "from": String(characters.lowerBound), "to": String(characters.upperBound),
      ])
  }
}

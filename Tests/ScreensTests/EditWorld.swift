// A folder whose documents Malene may edit, and the ways a robot takes to lists and forms.

import Canvas
import Domain
import TestKit

@testable import Screens

extension World {
  /// The folder with a coordinator at the desk, an offer, two calendar entries and full settings.
  static func editable(_ change: (inout Documents) -> Void = { _ in }) -> FolderPicture {
    var picture = World.picture()
    picture.documents.offers = [
      Offer(
        id: "vaerft", name: "Ungeværftet", ages: AgeRange(from: 13, to: 29), topics: ["bolig"], isFree: true,
        isAnonymous: true, isForParents: false, contact: "Torvet 1", confirmed: date("2025-01-05"))
    ]
    picture.documents.calendar = [
      CalendarEntry(
        schoolYear: "2025/26", name: "Vinterferie", kind: .schoolBreak,
        days: DateSpan(from: date("2026-02-07"), to: date("2026-02-15")), source: "skolernes plan"),
      CalendarEntry(
        schoolYear: "2025/26", name: "Eksamen", kind: .special,
        days: DateSpan(from: date("2026-06-08"), to: date("2026-06-12")), schools: ["GYM"], hours: hours),
    ]
    picture.documents.settings.emergencyNumbers = [
      Settings.EmergencyNumber(name: "Alarmcentralen", number: "112", hours: "")
    ]
    picture.documents.settings.goals = [Settings.Goal(code: "bemandet", target: 95)]
    for place in picture.documents.colleagues.indices {
      picture.documents.colleagues[place].profession = "mentor"
      if picture.documents.colleagues[place].id == "MAL" {
        picture.documents.colleagues[place].role = .coordinator
      }
    }
    change(&picture.documents)
    return picture
  }
}

extension Stage {
  /// Whether letters are text here.
  var isTypedInto: Bool {
    switch self {
    case .form, .formReadOnly, .formFaults, .checklist: true
    default: false
    }
  }
}

extension Robot {
  /// On the list of a document, from I dag.
  static func list(
    _ subject: DocumentSubject, _ picture: FolderPicture = World.editable(), me: Colleague.ID = "MAL",
    width: Int = 80, height: Int = 24
  ) -> Robot {
    let robot = Robot(picture, me: me, width: width, height: height).press(.escape).type("+")
    for _ in 0..<(EntriesState.subjects.firstIndex(of: subject) ?? 0) { robot.press(.tab) }
    return robot
  }

  /// In the form of the first entry, or of a new one, with the cursor on a field.
  static func form(
    _ subject: DocumentSubject, isNew: Bool = false, at field: FieldKey? = nil,
    _ picture: FolderPicture = World.editable()
  ) -> Robot {
    let robot = Robot.list(subject, picture)
    robot.press(isNew ? .character("+") : .enter)
    if let field { robot.go(to: field) }
    return robot
  }

  /// Moves down until the field is in focus.
  @discardableResult
  func go(to key: FieldKey) -> Robot {
    press(.pageUp)
    for _ in 0..<(openForm?.fields.firstIndex { $0.key == key } ?? 0) { press(.down) }
    return self
  }

  /// Moves down a list until a row is marked.
  func mark(_ name: String) {
    for _ in 0..<40 where !cursorLine.contains(name) { press(.down) }
  }

  /// Takes out what stands in the field, and types.
  @discardableResult
  func fill(_ text: String) -> Robot {
    press(.end, .control("u"))
    for sign in text { press(.character(sign)) }
    return self
  }

  var openForm: Form? {
    if case .form(let state) = desk.screens.current { return state.form }
    return nil
  }

  /// The documents of the saves that were asked for.
  var saves: [Documents] {
    requests.compactMap { request in
      if case .save(let documents, _) = request { return documents }
      return nil
    }
  }
}

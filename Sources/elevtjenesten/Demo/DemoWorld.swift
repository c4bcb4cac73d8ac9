// What the made-up folder is made of: documents, base roster, and how much happens how often.

import Domain

/// One place of the demo's base roster.
struct DemoDuty: Equatable, Sendable {
  var school: School.ID
  var weekday: Weekday
  var colleague: Colleague.ID
  var buddy: Colleague.ID?
}

/// The documents and the base roster of the demo.
struct DemoWorld: Sendable {
  var documents: Documents
  var duties: [DemoDuty]

  func duty(at school: School.ID, on weekday: Weekday) -> DemoDuty? {
    duties.first { $0.school == school && $0.weekday == weekday }
  }

  func topic(_ code: String) -> Topic? { documents.topic(ID(code)) }

  /// The desk the demo is shown from.
  static let home: School.ID = "EUC"
  /// Its usual adult, and the psychologist who has a handover waiting.
  static let mentor: Colleague.ID = "MAL"
  static let psychologist: Colleague.ID = "CET"
  /// Who drew up the roster, and releases the figures.
  static let coordinator: Colleague.ID = "LON"
  /// The school that has nobody today.
  static let uncovered: School.ID = "HHX"

  /// Visits on an ordinary day; guesses, no school's real figures.
  static func meanVisits(at school: School.ID) -> Double {
    let means: [School.ID: Double] = [
      "GYM": 3, "HHX": 2, "VUC": 2, "SOSU": 1, "EUC": 3, "FGU": 2, "ABS": 1,
    ]
    return means[school] ?? 1
  }

  /// What a hundred visits are about; guesses.
  static let topicMix: [(String, Int)] = [
    ("trivsel", 24), ("familie", 14), ("relationer", 13), ("fravaer", 11), ("forkert-hylde", 8), ("bolig", 7),
    ("oekonomi", 7), ("sundhed", 6), ("rusmidler", 3), ("praktik", 3), ("andet", 2), ("ikke-oplyst", 2),
  ]

  /// How a hundred visits end; a quarter is guided on.
  static let outcomeMix: [(Outcome, Int)] = [
    (.doneHere, 46), (.guidedOn, 25), (.contactGiven, 9), (.comesAgain, 9), (.caseSystem, 5),
    (.leftBefore, 4),
    (.nowhere, 2),
  ]

  /// How handovers that were taken over end.
  static let closingMix: [(ClosingReason, Int)] = [
    (.underway, 68), (.caseSystem, 12), (.unwilling, 9), (.didNotCome, 6), (.other, 3), (.nowhere, 2),
  ]
}

// What a conversation was mostly about, and how it ended. Two words on a visit, no more.

/// An entry of the topic list; the list is data and has a version, codes are never reused.
package struct Topic: Equatable, Sendable {
  package typealias ID = Domain.ID<Topic>

  package var id: ID
  /// The key that chooses it; nil is Enter.
  package var key: Character?
  package var label: Label
  /// The professions that help with it, best first.
  package var professions: [Profession.ID]
  /// Who else helps with it at some ages.
  package var routes: [Route]
  /// Not offered any more. The entry stays, so that its code is never used for something else.
  package var isRetired: Bool

  package init(
    id: ID, key: Character?, label: Label, professions: [Profession.ID], routes: [Route] = [],
    isRetired: Bool = false
  ) {
    self.id = id
    self.key = key
    self.label = label
    self.professions = professions
    self.routes = routes
    self.isRetired = isRetired
  }

  /// The young person is in the wrong education: all guidance counsellors are proposed.
  package static let wrongEducation: ID = "forkert-hylde"
  /// Nothing was said about it, which is always allowed.
  package static let notGiven: ID = "ikke-oplyst"
  /// None of the others; nobody in particular helps with it.
  package static let other: ID = "andet"
}

/// How a visit ended.
package enum Outcome: String, CaseIterable, Sendable {
  case doneHere = "talt"
  case guidedOn = "guidet"
  case contactGiven = "kontakt"
  case caseSystem = "fagsystem"
  case comesAgain = "igen"
  case nowhere = "intet"
  case leftBefore = "gik"
}

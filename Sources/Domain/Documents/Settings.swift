// What a municipality can set for its folder.

/// The content of `settings.json`.
package struct Settings: Equatable, Sendable {
  /// The languages of the interface.
  package enum Language: String, CaseIterable, Sendable {
    case danish = "da"
    case english = "en"
  }

  /// What may be rounded to: less would tell too much of few people.
  package static let roundingBases = 5...100

  /// A number to call, on the card for acute danger and notification of concern.
  package struct EmergencyNumber: Equatable, Sendable {
    package var name: String
    package var number: String
    package var hours: String

    package init(name: String, number: String, hours: String) {
      self.name = name
      self.number = number
      self.hours = hours
    }
  }

  /// Target of the steering group: a figure's code and its value.
  package struct Goal: Equatable, Sendable {
    package var code: String
    package var target: Int

    package init(code: String, target: Int) {
      self.code = code
      self.target = target
    }
  }

  /// The municipality or the scheme, as shown on the screen.
  package var name: String
  package var isDemo: Bool
  package var language: Language
  /// School days without an answer before a handover's holder is reminded.
  package var reminderSchoolDays: Int
  /// Calendar days without a take-over before "Har ventet over 14 dage".
  package var longWaitDays: Int
  /// What figures that leave the house are rounded to.
  package var roundingBase: Int
  /// Weeks after the newest final day before a file is due to be forgotten.
  package var retentionWeeks: Int
  package var allowsPracticalMessage: Bool
  package var exportFolder: String?
  /// The export folder as users know it, such as `U:\Elevtjenesten`.
  package var exportFolderShown: String?
  package var goals: [Goal]
  package var emergencyNumbers: [EmergencyNumber]
  package var emergencyConfirmed: CivilDate?
  /// The command that tells a receiver, program first; run without a shell.
  package var notification: [String]
  package var professions: [Profession]

  package init(
    name: String, isDemo: Bool = false, language: Language = .danish, reminderSchoolDays: Int = 5,
    longWaitDays: Int = 14, roundingBase: Int = 5, retentionWeeks: Int = 4,
    allowsPracticalMessage: Bool = false,
    exportFolder: String? = nil, exportFolderShown: String? = nil, goals: [Goal] = [],
    emergencyNumbers: [EmergencyNumber] = [], emergencyConfirmed: CivilDate? = nil,
    notification: [String] = [],
    professions: [Profession] = []
  ) {
    self.name = name
    self.isDemo = isDemo
    self.language = language
    self.reminderSchoolDays = reminderSchoolDays
    self.longWaitDays = longWaitDays
    self.roundingBase = roundingBase
    self.retentionWeeks = retentionWeeks
    self.allowsPracticalMessage = allowsPracticalMessage
    self.exportFolder = exportFolder
    self.exportFolderShown = exportFolderShown
    self.goals = goals
    self.emergencyNumbers = emergencyNumbers
    self.emergencyConfirmed = emergencyConfirmed
    self.notification = notification
    self.professions = professions
  }
}

// The demo's documents and base roster, from the files inside the program.

import Domain
import Foundation
import Resources
import Store

extension DemoWorld {
  /// The made-up municipality.
  static func embedded(_ words: Words) -> DemoWorld {
    var settings = Settings(
      name: words("cli.settings.demoName"), isDemo: true, professions: FirstDocuments.professions)
    settings.emergencyNumbers = [
      Settings.EmergencyNumber(name: "Social vagt (eksempel)", number: "00 00 01 14", hours: "hele døgnet")
    ]
    let documents = Documents(
      settings: settings,
      files: [
        .schools: Resources.demoSchools, .colleagues: Resources.demoColleagues, .topics: Resources.topics,
        .calendar: Resources.demoCalendar, .offers: Resources.demoOffers,
      ])
    return DemoWorld(documents: documents, duties: duties())
  }

  private struct RosterDocument: Decodable {
    var patterns: [Entry]

    struct Entry: Decodable {
      var school: String
      var weekday: Int
      var colleague: String
      var buddy: String?
    }
  }

  private static func duties() -> [DemoDuty] {
    let document = try? JSONDecoder().decode(RosterDocument.self, from: Data(Resources.demoRoster))
    return (document?.patterns ?? []).compactMap { entry in
      guard let weekday = Weekday(rawValue: entry.weekday) else { return nil }
      return DemoDuty(
        school: School.ID(entry.school), weekday: weekday, colleague: Colleague.ID(entry.colleague),
        buddy: entry.buddy.map { Colleague.ID($0) })
    }
  }
}

/// What a new folder begins with.
enum FirstDocuments {
  private struct Document: Decodable {
    var professions: [Entry]

    struct Entry: Decodable {
      var code: String
      var label: [String: String]
    }
  }

  /// The professions of the program's own list.
  static var professions: [Profession] {
    let document = try? JSONDecoder().decode(Document.self, from: Data(Resources.professions))
    return (document?.professions ?? []).map { entry in
      let danish = entry.label["da"] ?? entry.code
      return Profession(
        id: Profession.ID(entry.code), label: Label(danish: danish, english: entry.label["en"] ?? danish))
    }
  }

  /// Topics and professions; schools and colleagues are written by those who know them.
  static func make(_ words: Words, language: Settings.Language) -> Documents {
    Documents(
      settings: Settings(
        name: words("cli.settings.newName"), language: language, professions: professions),
      files: [.topics: Resources.topics])
  }
}

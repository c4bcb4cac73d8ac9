// The small files that travel inside the program, one accessor a file.

/// The bytes of the files embedded in the binary, UTF-8.
package enum Resources {
  /// What a visit can be about, and which professions help with it; the first `topics.json` of a new folder.
  package static var topics: [UInt8] { PackageResources.topics_json }

  /// The professions a colleague can have.
  package static var professions: [UInt8] { PackageResources.professions_json }

  /// The schools of the demo folder.
  package static var demoSchools: [UInt8] { PackageResources.demo_schools_json }

  /// The invented colleagues of the demo folder.
  package static var demoColleagues: [UInt8] { PackageResources.demo_colleagues_json }

  /// The base roster of the demo folder: one entry a school and weekday.
  package static var demoRoster: [UInt8] { PackageResources.demo_roster_json }

  /// The school breaks and closure days of the demo folder.
  package static var demoCalendar: [UInt8] { PackageResources.demo_calendar_json }

  /// Made-up offers outside the house, for the demo folder.
  package static var demoOffers: [UInt8] { PackageResources.demo_offers_json }

  /// What the program says in Danish, by key.
  package static var danishText: [UInt8] { PackageResources.text_da_json }

  /// What the program says in English, by key.
  package static var englishText: [UInt8] { PackageResources.text_en_json }

  /// Danish words for the code word of a handover, one a line.
  package static var codeWords: [UInt8] { PackageResources.words_da_txt }
}

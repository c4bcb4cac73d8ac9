// The columns of each document's import: their headings, where they go in the entry, and how they are read.

import Domain

/// A column of a spreadsheet and the field it fills.
struct ImportColumn {
  /// How the text of a cell is read.
  enum Kind {
    case text, date, time, flag, number
    /// Words parted by commas.
    case texts
    /// A word of a list, by what people write.
    case word([String: String])
    case school, schools, profession, professions, topics
    case weekdays, absences, span
    /// Opening hours on one weekday.
    case hours(Weekday)
    /// The day from which the hours of the row hold.
    case since
  }

  /// The heading first that is shown; all of them without capitals, spaces and Danish letters.
  let names: [String]
  /// Where the value stands in the entry: `label.da`.
  let path: [String]
  let kind: Kind

  init(_ names: String, _ path: String, _ kind: Kind = .text) {
    self.names = names.split(separator: " ").map(String.init)
    self.path = path.split(separator: ".").map(String.init)
    self.kind = kind
  }

  /// The columns of a document; nil for the settings, which are no list.
  static func columns(of document: DocumentName) -> [ImportColumn] {
    switch document {
    case .settings: []
    case .schools: schools
    case .colleagues: colleagues
    case .topics: topics
    case .calendar: calendar
    case .offers: offers
    }
  }

  /// The columns without which a row says nothing.
  static func needed(by document: DocumentName) -> [String] {
    switch document {
    case .settings: []
    case .schools, .colleagues, .offers: ["id"]
    case .topics: ["kode"]
    case .calendar: ["navn", "fra"]
    }
  }

  private static var schools: [ImportColumn] {
    let days = ["man monday mandag", "tir tirs tirsdag", "ons onsdag", "tor tors torsdag", "fre fredag"]
    let weekend = ["loer loerdag", "soen soendag"]
    return [
      ImportColumn("id", "id"), ImportColumn("navn name", "name"),
      ImportColumn(
        "type kind", "kind",
        .word([
          "ungdom": "youth", "ungdomsuddannelse": "youth", "youth": "youth", "videregaaende": "higher",
          "higher": "higher",
        ])),
      ImportColumn("aabnet opened", "opened", .date),
      ImportColumn("sidstedag lukket closed lastday", "closed", .date),
      ImportColumn("gaelderfra since validfrom", "hours", .since),
      ImportColumn("laererpause teacherbreak", "teacherBreak", .span),
      ImportColumn("lille small", "small", .flag), ImportColumn("pilot", "pilot", .flag),
    ]
      + zip(days + weekend, Weekday.allCases).map { ImportColumn($0, "hours", .hours($1)) }
  }

  private static var colleagues: [ImportColumn] {
    [
      ImportColumn("id", "id"), ImportColumn("navn name", "name"),
      ImportColumn("faggruppe profession", "profession", .profession),
      ImportColumn("ansat employer", "employer", .word(["kommune": "kommune", "skole": "skole"])),
      ImportColumn("skole school", "school", .school),
      ImportColumn("kompetencer competences", "competences", .texts),
      ImportColumn("flyver floater", "floater", .flag),
      ImportColumn(
        "rolle role", "role",
        .word([
          "medarbejder": "staff", "staff": "staff", "koordinator": "coordinator",
          "coordinator": "coordinator",
        ])),
      ImportColumn("login", "login"), ImportColumn("telefon workphone", "workPhone"),
      ImportColumn("mail workmail", "workMail"), ImportColumn("sted place", "place"),
      ImportColumn("alderfra agefrom", "ages.from", .number),
      ImportColumn("aldertil ageto", "ages.to", .number),
      ImportColumn("ugedage weekdays", "weekdays", .weekdays), ImportColumn("vaek away", "away", .absences),
      ImportColumn("fra from", "from", .date), ImportColumn("til to", "to", .date),
      ImportColumn("bekraeftet confirmed", "confirmed", .date),
    ]
  }

  private static var topics: [ImportColumn] {
    [
      ImportColumn("kode code", "code"), ImportColumn("tast key", "key"),
      ImportColumn("navn labelda name", "label.da"), ImportColumn("engelsk labelen", "label.en"),
      ImportColumn("faggrupper professions", "professions", .professions),
    ]
  }

  private static var offers: [ImportColumn] {
    [
      ImportColumn("id", "id"), ImportColumn("navn name", "name"),
      ImportColumn("alderfra agefrom", "ages.from", .number),
      ImportColumn("aldertil ageto", "ages.to", .number), ImportColumn("emner topics", "topics", .topics),
      ImportColumn("gratis free", "free", .flag), ImportColumn("anonymt anonymous", "anonymous", .flag),
      ImportColumn("forforaeldre forparents", "forParents", .flag),
      ImportColumn("kontakt contact", "contact"),
      ImportColumn("bekraeftet confirmed", "confirmed", .date),
    ]
  }

  private static var calendar: [ImportColumn] {
    [
      ImportColumn("skoleaar schoolyear", "schoolYear"), ImportColumn("navn name", "name"),
      ImportColumn(
        "type kind", "kind",
        .word([
          "ferie": "break", "break": "break", "lukkedag": "closure", "lukket": "closure",
          "closure": "closure", "saerlig": "special", "eksamen": "special", "praktik": "special",
          "special": "special",
        ])),
      ImportColumn("fra from", "from", .date), ImportColumn("til to", "to", .date),
      ImportColumn("skoler schools", "schools", .schools), ImportColumn("aabner opens", "hours.from", .time),
      ImportColumn("lukker closes", "hours.to", .time), ImportColumn("kilde source", "source"),
      ImportColumn("bekraeftet confirmed", "confirmed", .date),
    ]
  }
}

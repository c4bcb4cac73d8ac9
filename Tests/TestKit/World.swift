// A small made-up municipality for tests: seven schools, torsdag den 5. marts 2026, 10.12.

import Domain

/// Documents and a roster whose every value is written down here, so that tests can name them.
package enum World {
  /// Thursday 2026-03-05, 10:12 in Denmark.
  package static let now = moment("2026-03-05", "10:12")

  /// A moment of Danish winter time (UTC+1).
  package static func moment(_ day: String, _ time: String) -> Moment {
    let (civilDay, clock) = (date(day), TestKit.time(time))
    return Moment(
      day: civilDay, time: clock,
      utc: UTCTime(seconds: civilDay.dayNumber * 86_400 + clock.minutes * 60 - 3600))
  }

  package static let day = now.day

  package static let hours = TimeSpan(from: time("09:30"), to: time("13:30"))

  /// `id name profession`, one colleague a line.
  private static let people: [(Colleague.ID, String, Profession.ID)] = [
    ("AAT", "Aage Tjørnelykke", "ssp-konsulent"), ("CET", "Çetin Havtorn", "psykolog"),
    ("ING", "Ingeborg Uglemose", "psykolog"), ("SOF", "Sofie Æbelund", "psykolog"),
    ("BIR", "Birgitte Rørsanger", "ungesagsbehandler"), ("YUS", "Yusuf Ålegård", "ungesagsbehandler"),
    ("ASE", "Åse Kornvang", "uu-vejleder"), ("MIK", "Mikkel Ærteby", "uu-vejleder"),
    ("ALI", "Ali Rugmark", "mentor"), ("MAL", "Malene Smedelyng", "mentor"),
    ("PRE", "Preben Jernurt", "kontaktlaerer"), ("HAN", "Hanne Bøgeskær", "studievejleder"),
    ("ZAH", "Zahra Engkarse", "vejleder"), ("LON", "Lone Kløvermark", "koordinator"),
  ]

  /// The base roster of a Thursday; HHX has a hole.
  private static let thursday: [(School.ID, Colleague.ID, Colleague.ID?)] = [
    ("GYM", "AAT", nil), ("VUC", "CET", nil), ("SOSU", "HAN", nil), ("EUC", "MAL", "PRE"),
    ("FGU", "ZAH", "MIK"),
  ]

  package static let schools: [School] = [
    school("GYM", "Det almene gymnasium"), school("HHX", "Handelsgymnasiet"), school("VUC", "VUC"),
    school("SOSU", "SOSU-skolen"), school("EUC", "EUC"),
    school("FGU", "FGU", on: [.tuesday, .thursday]),
    school("ABS", "Absalon (sygeplejerske)", on: [.wednesday]),
  ]

  private static func school(
    _ id: School.ID, _ name: String,
    on weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
  ) -> School {
    School(
      id: id, name: name, opened: date("2017-09-04"),
      hours: weekdays.map { OpeningHours(weekday: $0, span: hours) },
      teacherBreak: TimeSpan(from: time("11:30"), to: time("11:50")))
  }

  package static let documents: Documents = {
    let professions = ["psykolog", "ungesagsbehandler", "mentor"].map {
      Profession(id: Profession.ID($0), label: Label(danish: $0, english: $0))
    }
    let topics: [(Topic.ID, Character?, String, [Profession.ID])] = [
      ("trivsel", "1", "Trivsel og ensomhed", ["psykolog"]),
      ("familie", "2", "Familie", ["ungesagsbehandler"]),
      ("bolig", "4", "Bolig", ["ungesagsbehandler"]),
      ("forkert-hylde", "5", "Forkert hylde", ["uu-vejleder"]),
      ("konflikt", "k", "Konflikt og kriminalitet", ["ssp-konsulent"]), ("andet", "a", "Andet", []),
      ("ikke-oplyst", nil, "Ikke oplyst", []),
    ]
    return Documents(
      settings: Settings(name: "Prøvekommunen", professions: professions), schools: schools,
      colleagues: people.map { id, name, profession in
        Colleague(
          id: id, name: name, profession: profession, competences: id == "CET" ? ["angst"] : [],
          isFloater: id == "SOF", role: id == "LON" ? .coordinator : .staff,
          workPhone: id == "CET" ? "+45 00 10 20 30" : nil, place: id == "CET" ? "Lokale B12" : nil)
      },
      topics: topics.map {
        Topic(id: $0, key: $1, label: Label(danish: $2, english: "\($2) (en)"), professions: $3)
      })
  }()

  /// The folder as it is on the Thursday: base roster, nothing counted yet.
  package static func picture(_ events: [Event] = []) -> FolderPicture {
    var picture = FolderPicture(documents: documents)
    let roster = thursday.enumerated().map { index, duty in
      Event.pattern(
        PatternChange(
          id: RecordID(high: 1, low: UInt64(index + 1)), after: .zero, at: UTCTime(seconds: 0), by: nil,
          from: date("2020-01-01"),
          rhythm: Rhythm(every: 1, week: week("2020-W01")), school: duty.0,
          spans: [DutySpan(colleague: duty.1, buddy: duty.2, hours: hours)], weekday: .thursday))
    }
    for (index, event) in (roster + events).enumerated() {
      picture.ledger.apply(event, origin: origin(index + 1))
    }
    return picture
  }

  /// A place in another desk's log.
  package static func origin(_ sequence: Int, writer: String = "gym-0000000000000001") -> Origin {
    Origin(writer: writer, sequence: sequence, hash: RecordHash(high: 7, low: UInt64(sequence)))
  }
}

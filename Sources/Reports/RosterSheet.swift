// The roster as rows of a spreadsheet: the shifts of some weeks, and the base roster. What is written
// here is what an import reads.

import Domain

/// The shifts of some weeks, a row each; holes and closed days have a row too.
package struct RosterSheet: Sendable {
  package static let headings = [
    "uge", "dato", "ugedag", "skole", "skolenavn", "fra", "til", "kollega", "kolleganavn", "makker",
    "makkernavn", "status", "bemaerkning",
  ]

  package let rows: [[String]]

  /// All schools or one; with a colleague only that colleague's own shifts.
  package init(
    _ picture: FolderPicture, weeks: ClosedRange<ISOWeek>, school: School.ID? = nil,
    colleague: Colleague.ID? = nil
  ) {
    let (documents, roster) = (picture.documents, picture.roster)
    let schools = documents.schools.filter { school == nil || $0.id == school }
    rows = DateSpan(weeks: weeks).all.flatMap { day in
      schools.flatMap { school -> [[String]] in
        let head = [
          ISOWeek(containing: day).description, day.description, SheetWords.weekday(day.weekday),
          school.id.text, school.name,
        ]
        switch roster.coverage(at: school, on: day) {
        case .closed(.notThisWeekday), .closed(.notYetOpened), .closed(.ended): return []
        case .closed(let closure):
          let nobody = Array(repeating: "", count: 6)
          return colleague == nil ? [head + nobody + ["lukket", closure.ownName ?? ""]] : []
        case .nobody(let asked):
          guard colleague == nil else { return [] }
          let who = asked.map { [$0.text, documents.name($0)] } ?? ["", ""]
          return [head + ["", ""] + who + ["", "", asked == nil ? "ingen" : "spurgt", ""]]
        case .staffed(let shifts):
          return shifts.filter { colleague == nil || $0.colleague == colleague }.map { shift in
            head + SheetWords.cells(shift.hours) + documents.cells(shift.colleague, shift.buddy)
              + [shift.isSubstitute ? "afløser" : "vagt", ""]
          }
        }
      }
    }
  }

  /// As a Danish spreadsheet opens it.
  package var csv: [UInt8] { CSV.bytes([Self.headings] + rows) }
}

/// The base roster from a day on, a row for each share of each place.
package struct BaseSheet: Sendable {
  package static let headings = [
    "skole", "skolenavn", "ugedag", "fra", "til", "kollega", "kolleganavn", "makker", "makkernavn",
    "gaelder_fra", "hver", "uge",
  ]

  package let rows: [[String]]

  package init(_ picture: FolderPicture, from day: CivilDate, school: School.ID? = nil) {
    let documents = picture.documents
    rows = documents.schools.filter { known in
      (school == nil || known.id == school) && !known.hasEnded(before: day)
    }.flatMap { school in
      Weekday.allCases.flatMap { weekday -> [[String]] in
        let place = PatternPlace(school: school.id, weekday: weekday)
        return picture.ledger.baseValues(at: place, from: day).flatMap { value -> [[String]] in
          let head = [school.id.text, school.name, SheetWords.weekday(weekday)]
          let isWeekly = value.rhythm.every <= 1
          let tail = [
            value.from.description, String(value.rhythm.every), isWeekly ? "" : value.rhythm.week.description,
          ]
          if value.spans.isEmpty { return [head + Array(repeating: "", count: 6) + tail] }
          return value.spans.map {
            head + SheetWords.cells($0.hours) + documents.cells($0.colleague, $0.buddy) + tail
          }
        }
      }
    }
  }

  /// As a Danish spreadsheet opens it.
  package var csv: [UInt8] { CSV.bytes([Self.headings] + rows) }
}

/// Words of the format, the same in every language of the interface.
private enum SheetWords {
  static func weekday(_ weekday: Weekday) -> String {
    ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"][weekday.rawValue - 1]
  }

  static func cells(_ span: TimeSpan) -> [String] { [span.from.description, span.to.description] }
}

extension Documents {
  fileprivate func name(_ id: Colleague.ID) -> String { colleague(id)?.name ?? id.text }

  fileprivate func cells(_ duty: Colleague.ID, _ buddy: Colleague.ID?) -> [String] {
    [duty.text, name(duty)] + (buddy.map { [$0.text, name($0)] } ?? ["", ""])
  }
}

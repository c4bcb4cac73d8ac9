// Ugetal: what was open, staffed, counted and visited in one week, school by school. Exact numbers. A week
// that has ended is told by its record; every other one is counted as it stands.

import Domain

/// The figures of one week.
package struct WeekFigures: Equatable, Sendable {
  /// One school, or all of them together.
  package struct Row: Equatable, Sendable {
    package var openingDays = 0
    /// Opening days with an opened door, or with anything recorded.
    package var staffedDays = 0
    /// Opening days with a visit or a counted zero.
    package var countedDays = 0
    /// Other days on which anything was recorded.
    package var extraDays = 0
    package var visits = 0
    package var sparring = 0
    package var dutyMinutes = 0

    package init() {}

    package init(_ row: WeekRow) {
      (openingDays, staffedDays, countedDays) = (row.opening, row.staffed, row.counted)
      (extraDays, visits, sparring, dutyMinutes) = (row.extra, row.visits, row.sparring, row.minutes)
    }

    /// Opening days on which nothing was counted, so their number of visits is not known.
    package var uncountedDays: Int { openingDays - countedDays }

    /// Whether it is known how many came: something was counted, be it outside opening days.
    package var hasVisits: Bool { countedDays > 0 || visits > 0 }

    package static func + (left: Row, right: Row) -> Row {
      var sum = left
      sum.openingDays += right.openingDays
      sum.staffedDays += right.staffedDays
      sum.countedDays += right.countedDays
      sum.extraDays += right.extraDays
      sum.visits += right.visits
      sum.sparring += right.sparring
      sum.dutyMinutes += right.dutyMinutes
      return sum
    }
  }

  /// A school's row, and why it was closed all week if it was.
  package struct SchoolRow: Equatable, Sendable {
    package var school: FiguredSchool
    package var closed: WeekRow.Closed?
    /// The calendar's own words for that; nil for a week that has ended, of which only the kind is kept.
    package var closure: Closure?
    package var row: Row
    /// Opening days on which nothing was counted, as far as it is known which; nobody knows how many came.
    package var uncounted: [CivilDate]
  }

  /// What has come to one school since the week ended.
  package struct Late: Equatable, Sendable {
    package var school: FiguredSchool
    package var visits: Int
    package var sparring: Int

    /// One for each school, in the order in which they come.
    static func sum(_ all: [Late]) -> [Late] {
      all.reduce(into: []) { sums, late in
        if let index = sums.firstIndex(where: { $0.school.id == late.school.id }) {
          sums[index].visits += late.visits
          sums[index].sparring += late.sparring
        } else {
          sums.append(late)
        }
      }
    }

    /// For other programs.
    var json: JSON {
      ["id": .text(school.id.text), "visits": .integer(visits), "sparring": .integer(sparring)]
    }
  }

  package let week: ISOWeek
  /// It has ended: these figures are its record's, and nothing changes them but a revision.
  package let isFinal: Bool
  /// It can no longer be corrected, whether or not it has ended.
  package let isOver: Bool
  /// 1 for a week that has ended and was never revised; nil for one that has not ended.
  package let edition: Int?
  /// The day on which it was revised last, if that is known.
  package let revised: CivilDate?
  /// What stands beside an ended week's figures, never in them.
  package let late: [Late]
  /// Its first day has come.
  package let isBegun: Bool
  /// What is known to be missing: of an ended week from its record, else from the whole folder.
  package let completeness: Completeness
  package let schools: [SchoolRow]

  /// The sum of all schools.
  package var total: Row { schools.map(\.row).reduce(Row(), +) }

  package init(week: ISOWeek, picture: FolderPicture, now: Moment) {
    self.week = week
    isBegun = week.monday <= now.day
    isOver = week.isFinal(at: now)
    let documents = picture.documents
    guard let ended = picture.ended(week, at: now) else {
      (isFinal, edition, revised, late) = (false, nil, nil, [])
      completeness = picture.completeness
      let count = WeekCount(
        week: week, documents: documents, ledger: picture.ledger, through: now.day)
      schools = count.schools.map { SchoolRow($0, documents) }
      return
    }
    (isFinal, edition, revised) = (true, ended.edition, ended.revised.map(now.day(of:)))
    completeness = Completeness(missing: ended.record.missing)
    schools = documents.inOrder(ended.record.rows).map { SchoolRow($0, documents) }
    late = picture.late(ended, at: now).map {
      Late(school: FiguredSchool($0.school, in: documents), visits: $0.visits, sparring: $0.sparring)
    }
  }
}

/// A school as figures name it: by the documents of today, or by its id where they do not know it.
package struct FiguredSchool: Equatable, Sendable {
  package var id: School.ID
  package var name: String
  /// Whether it is told of together with the other small ones.
  package var isSmall: Bool

  package init(_ id: School.ID, in documents: Documents, isSmall: Bool? = nil) {
    let known = documents.school(id)
    self.id = id
    name = known?.name ?? id.text
    self.isSmall = isSmall ?? known?.isSmall ?? false
  }
}

extension Documents {
  /// Rows in the order of the schools document, then those of other schools by their ids.
  package func inOrder(_ rows: [WeekRow]) -> [WeekRow] {
    let places = Dictionary(schools.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return rows.sorted {
      (places[$0.school] ?? schools.count, $0.school) < (places[$1.school] ?? schools.count, $1.school)
    }
  }
}

extension WeekFigures.SchoolRow {
  fileprivate init(_ counted: SchoolWeek, _ documents: Documents) {
    self.init(
      school: FiguredSchool(counted.row.school, in: documents), closed: counted.row.closed,
      closure: counted.closure, row: WeekFigures.Row(counted.row), uncounted: counted.uncounted)
  }

  fileprivate init(_ row: WeekRow, _ documents: Documents) {
    self.init(
      school: FiguredSchool(row.school, in: documents, isSmall: row.isSmall), closed: row.closed,
      closure: nil, row: WeekFigures.Row(row), uncounted: [])
  }
}

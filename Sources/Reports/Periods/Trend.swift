// Visits week by week over a year, school by school, with the same week of the year before beside each.

import Domain

/// The 52 weeks up to one week.
package struct Trend: Equatable, Sendable {
  /// One week of one school.
  package struct Point: Equatable, Sendable {
    package var week: ISOWeek
    /// Nil where the school was closed all week, had not opened, or nothing was counted.
    package var visits: Int?
    /// 52 weeks earlier.
    package var lastYear: Int?
  }

  package struct SchoolRow: Equatable, Sendable {
    package var school: FiguredSchool
    /// Oldest first.
    package var points: [Point]
  }

  /// How many weeks there are.
  package static let length = 52

  package let schools: [SchoolRow]
  /// What is known to be missing from the whole folder.
  package let completeness: Completeness
  /// All schools together; nil where none of them has a number.
  package let total: [Point]

  /// `picture` has read the visits of ``weeksToRead(through:)``.
  package init(through last: ISOWeek, picture: FolderPicture, now: Moment) {
    let weeks = (0..<Self.length).map { last.adding(weeks: $0 - Self.length + 1) }
    let shown = DateSpan(from: last.adding(weeks: 1 - Self.length).monday, to: last.sunday)
    var counts: [ISOWeek: [School.ID: Int]] = [:]
    var isEnded = true
    for week in weeks.flatMap({ [$0, $0.adding(weeks: -Self.length)] }) where week.monday <= now.day {
      let figures = WeekFigures(week: week, picture: picture, now: now)
      let rows = figures.schools
      isEnded = isEnded && figures.isFinal
      counts[week] = Dictionary(
        rows.compactMap { entry in entry.row.hasVisits ? (entry.school.id, entry.row.visits) : nil }
      ) { $1 }
    }
    func points(_ count: (ISOWeek) -> Int?) -> [Point] {
      weeks.map {
        Point(week: $0, visits: count($0), lastYear: count($0.adding(weeks: -Self.length)))
      }
    }
    completeness = isEnded ? Completeness() : picture.completeness
    let documents = picture.documents
    let known = documents.schools.filter { $0.takesPart(in: shown) }.map(\.id)
    let ids = Set(known).union(counts.values.flatMap(\.keys))
    schools = documents.inOrder(ids.map { WeekRow(school: $0) }).map(\.school).map { id in
      SchoolRow(school: FiguredSchool(id, in: documents), points: points { counts[$0]?[id] })
    }
    total = points { week in
      guard let counted = counts[week], !counted.isEmpty else { return nil }
      return counted.values.reduce(0, +)
    }
  }

  /// The weeks by whose names files are read for a trend.
  package static func weeksToRead(through last: ISOWeek) -> ClosedRange<ISOWeek> {
    last.adding(weeks: -2 * length)...last.adding(weeks: 2)
  }
}

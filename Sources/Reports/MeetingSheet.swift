// The sheet for the weekly meeting: shifts without anybody, how long handovers have waited, and totals.
// It names no receiver and no topic. It is the only file that says how many handovers are open: saved week
// after week, such exact numbers would tell with the released figures more than those tell. It says so.

import Domain
import Resources

/// What a team looks at once a week.
package struct MeetingSheet: Equatable, Sendable {
  /// An opening day of a school with nobody on duty.
  package struct Hole: Equatable, Sendable {
    package var day: CivilDate
    package var school: School
    /// Somebody has been asked and has not said yes.
    package var isAsked: Bool
  }

  package let week: ISOWeek
  package let figures: WeekFigures
  /// The holes of the week, and those of the week after it, which can still be filled.
  package let holes: [Hole]
  package let nextHoles: [Hole]
  package let ages: OpenHandoverAges
  /// Those without an answer for as many school days as somebody is reminded after.
  package let unanswered: Int
  /// Those whose holder leaves or has left.
  package let mustMoveOn: Int
  private let settings: Settings

  package init(week: ISOWeek, picture: FolderPicture, now: Moment) {
    self.week = week
    settings = picture.documents.settings
    figures = WeekFigures(week: week, picture: picture, now: now)
    holes = Self.holes(in: week, picture)
    nextHoles = Self.holes(in: week.adding(weeks: 1), picture)
    ages = OpenHandoverAges(picture: picture, day: now.day)
    unanswered = picture.openHandovers.count { picture.isReminded($0, on: now.day) }
    mustMoveOn = picture.openHandovers.count { picture.documents.mustMoveOn($0, on: now.day) }
  }

  private static func holes(in week: ISOWeek, _ picture: FolderPicture) -> [Hole] {
    let roster = picture.roster
    return Weekday.allCases.flatMap { weekday in
      let day = week.date(of: weekday)
      return picture.documents.schools.compactMap { school in
        switch roster.coverage(at: school, on: day) {
        case .nobody(let asked): Hole(day: day, school: school, isAsked: asked != nil)
        case .staffed, .closed: nil
        }
      }
    }
  }

  /// A heading and the lines under it: a name and a value.
  package struct Section: Equatable, Sendable {
    package var heading: String
    package var rows: [(name: String, value: String)]

    package static func == (left: Section, right: Section) -> Bool {
      left.heading == right.heading && left.rows.map(\.name) == right.rows.map(\.name)
        && left.rows.map(\.value) == right.rows.map(\.value)
    }
  }

  /// `Ugemøde · uge 10, 2026`
  package func title(_ words: Words) -> String { words("meeting.title", ["week": words.weekAndYear(week)]) }

  /// The sheet in words, in the order in which it is talked over.
  package func sections(_ words: Words) -> [Section] {
    let total = figures.total
    let sections = [
      Section(heading: words("meeting.holes"), rows: rows(of: holes, words)),
      Section(heading: words("meeting.nextHoles"), rows: rows(of: nextHoles, words)),
      Section(heading: words("meeting.handovers"), rows: handovers(words)),
    ]
    guard figures.isBegun else { return sections }
    return sections + [
      Section(
        heading: words("meeting.totals"),
        rows: [
          (words("cli.figures.opening"), words.number(total.openingDays)),
          (words("cli.figures.staffed"), words.number(total.staffedDays)),
          (words("cli.figures.counted"), words.number(total.countedDays)),
          (words("cli.figures.visits"), words.number(total.visits)),
          (words("cli.figures.sparring"), words.number(total.sparring)),
          (words("cli.figures.hours"), words.decimal(minutes: total.dutyMinutes)),
        ])
    ]
  }

  private func handovers(_ words: Words) -> [(name: String, value: String)] {
    [
      (words("meeting.young"), String(ages.young)), (words("meeting.waiting"), String(ages.waiting)),
      (words("state.longWait", ["days": String(settings.longWaitDays)]), String(ages.long)),
      (words("meeting.unanswered", ["days": String(settings.reminderSchoolDays)]), String(unanswered)),
      (words("meeting.takenOver"), String(ages.takenOver)),
      (words("meeting.mustMoveOn"), String(mustMoveOn)),
    ]
  }

  private func rows(of holes: [Hole], _ words: Words) -> [(name: String, value: String)] {
    if holes.isEmpty { return [(words("meeting.noHoles"), "")] }
    let days = holes.map { words.weekdayAndDay($0.day) }
    let width = days.map(\.count).max() ?? 0
    return zip(holes, days).map { hole, day in
      let state = words(hole.isAsked ? "meeting.asked" : "meeting.nobody")
      return (day + String(repeating: " ", count: width - day.count) + "  \(hole.school.name)", state)
    }
  }
}

// The week for the door: one page of HTML that needs nothing else, prints on one side of A4 and can be
// read from two metres.

import Domain
import Resources

/// Who sits behind a school's door in a week.
package struct DoorPoster: Sendable {
  private let school: School
  private let week: ISOWeek
  private let documents: Documents
  private let days: [(day: CivilDate, coverage: Shift.Coverage)]
  /// Millimetres of the page that the days share.
  private static let room = 205.0
  /// Letters of this size, in millimetres, are read from two metres; names are larger where they can be.
  static let smallest = 5.5

  package init(_ school: School, week: ISOWeek, picture: FolderPicture) {
    self.school = school
    self.week = week
    documents = picture.documents
    days = Weekday.allCases.map(week.date(of:)).compactMap { day in
      switch picture.roster.coverage(at: school, on: day) {
      case .closed(.notThisWeekday), .closed(.notYetOpened), .closed(.ended): nil
      case let coverage: (day, coverage)
      }
    }
  }

  /// The page.
  package func html(_ words: Words) -> String {
    let weekText = words(
      "poster.week",
      [
        "week": String(week.week), "first": words.dayAndMonth(week.monday),
        "last": words.dayAndMonth(days.last?.day ?? week.sunday), "year": String(week.year),
      ])
    let rows = days.map { row($0.day, $0.coverage, words) }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="\(words.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <title>\(HTMLText.escaped("\(school.name) · \(weekText)"))</title>
      <style>
      @page { size: A4 portrait; margin: 0 }
      * { box-sizing: border-box; margin: 0 }
      body { width: 210mm; height: 296mm; padding: 14mm; overflow: hidden; display: flex;
        flex-direction: column; background: #fff; color: #000;
        font-family: "Helvetica Neue", Arial, "Liberation Sans", sans-serif }
      h1 { font-size: 13mm; line-height: 1.1 }
      .week { font-size: 8mm; line-height: 1.3; margin-bottom: 4mm }
      section { flex: 1 1 0; display: flex; align-items: center; border-top: .7mm solid #000 }
      .day { flex: 0 0 54mm; font-size: 10mm; font-weight: bold; line-height: 1.1 }
      .day span { display: block; font-size: 7mm; font-weight: normal }
      .name { font-weight: bold; line-height: 1.05; overflow-wrap: anywhere }
      .more { font-size: 7mm; line-height: 1.2 }
      footer { border-top: .7mm solid #000; padding-top: 4mm; font-size: 8mm; font-weight: bold }
      </style>
      </head>
      <body>
      <h1>\(HTMLText.escaped(words("poster.title", ["school": school.name])))</h1>
      <p class="week">\(HTMLText.escaped(weekText))</p>
      \(rows)
      <footer>\(HTMLText.escaped(words("poster.foot")))</footer>
      </body>
      </html>

      """
  }

  private func row(_ day: CivilDate, _ coverage: Shift.Coverage, _ words: Words) -> String {
    let people: [(name: String, more: String)]
    switch coverage {
    case .closed(let closure): people = [(words.closure(closure), "")]
    case .nobody: people = [(words("poster.nobody"), "")]
    case .staffed(let shifts): people = shifts.map { (name($0.colleague), more($0, words)) }
    }
    let size = Self.size(of: people.map(\.name), rows: days.count)
    let blocks = people.map { person in
      "<div><p class=\"name\" style=\"font-size: \(size)mm\">\(HTMLText.escaped(person.name))</p>"
        + (person.more.isEmpty ? "" : "<p class=\"more\">\(HTMLText.escaped(person.more))</p>") + "</div>"
    }
    let weekday = HTMLText.escaped(words.weekday(day.weekday).capitalizedFirst)
    return "<section><p class=\"day\">\(weekday)<span>\(HTMLText.escaped(words.dayAndMonth(day)))</span></p>"
      + "<div>\(blocks.joined())</div></section>"
  }

  /// As large as the row lets it be: a name of more than some twenty letters takes two lines.
  static func size(of names: [String], rows: Int) -> Double {
    let height = room / Double(max(1, rows)) - 2
    let lines = names.reduce(0) { $0 + ($1.count + 17) / 18 }
    let left = height - 8.4 * Double(names.count)
    let fitting = left / (1.05 * Double(max(1, lines)))
    return (min(13, max(smallest, fitting)) * 10).rounded(.down) / 10
  }

  private func name(_ id: Colleague.ID) -> String { documents.colleague(id)?.name ?? id.text }

  private func more(_ shift: Shift, _ words: Words) -> String {
    let profession = documents.colleague(shift.colleague).map {
      words.profession($0.profession, in: documents)
    }
    return [words.span(shift.hours), profession].compactMap { $0 }.joined(separator: " · ")
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

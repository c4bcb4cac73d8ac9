// All that is shown of the weeks that have ended and of a released quarter: glass, JSON, CSV and HTML. Names of
// schools are those of today, so ids stand for them; what came later stands beside, so it is left out.

import Domain
import Foundation
import Reports
import Resources
import TestKit

@testable import elevtjenesten

struct ShownFigures: Equatable {
  /// By what it is: `2026-W05 JSON`.
  private(set) var texts: [String: String] = [:]

  private static let words = Words(.danish)

  /// Of the ended weeks from `first` on; glass and page of those that are wanted.
  init(
    _ picture: FolderPicture, at now: Moment, from first: ISOWeek, pagesOf isWanted: (ISOWeek) -> Bool
  ) {
    var picture = picture
    for index in picture.documents.schools.indices {
      picture.documents.schools[index].name = picture.documents.schools[index].id.text
    }
    let documents = picture.documents
    for week in picture.ledger.weeks.keys where week >= first && picture.ended(week, at: now) != nil {
      let figures = WeekFigures(week: week, picture: picture, now: now)
      note("\(week) JSON", Self.json(figures.json.description.components(separatedBy: ",\"late\":")[0]))
      for joinsSmall in [true, false] {
        let rows = figures.csvRows(joinsSmall: joinsSmall).map { $0.joined(separator: ";") }
        note("\(week) CSV \(joinsSmall)", Self.sorted(rows.map(Self.withoutLate)))
      }
      guard isWanted(week) else { continue }
      let files = FigureFiles(
        [figures], documents: documents, joinsSmall: true, now: now, words: Self.words)
      note("\(week) HTML", Self.page(files.html))
      note("\(week) glass", Self.glass("tg\(week)⏎", picture, now))
    }
    for release in picture.releases {
      let figures = PeriodFigures(period: release.period, picture: picture, now: now)
      let files = FigureFiles(
        figures, release, documents: documents, joinsSmall: true, now: now, words: Self.words)
      let name = release.period.description
      note("\(name) JSON", Self.json(figures.json(release, words: Self.words).description))
      for joinsSmall in [true, false] {
        let rows = figures.csvRows(release, words: Self.words, joinsSmall: joinsSmall)
        note("\(name) CSV \(joinsSmall)", Self.sorted(rows.map { $0.joined(separator: ";") }))
      }
      note("\(name) HTML", Self.page(files.html))
      note("\(name) glass", Self.glass("tkg\(name)⏎", picture, now))
    }
  }

  /// A row without what is told beside its status.
  private static func withoutLate(_ row: String) -> String {
    row.replacingOccurrences(of: ", kommet til siden [+−][0-9]+", with: "", options: .regularExpression)
  }

  private mutating func note(_ name: String, _ text: String) { texts[name] = text }

  /// A school that the documents do not know any more stands last, so the order of rows is that of names.
  private static func sorted(_ parts: [String]) -> String { parts.sorted().joined(separator: "\n") }

  private static func json(_ text: String) -> String {
    sorted(text.split { "{}".contains($0) }.map(String.init))
  }

  /// How high a bar stands on the page is the order of rows, too.
  private static func page(_ bytes: [UInt8]) -> String {
    let body = String(decoding: bytes, as: UTF8.self).components(separatedBy: "<body").last ?? ""
    let lines = body.replacingOccurrences(of: " y=\"[0-9.]+\"", with: "", options: .regularExpression)
      .components(separatedBy: "\n")
    return sorted(lines.filter { !$0.isEmpty && !$0.contains("Kommet til siden") })
  }

  private static func glass(_ keys: String, _ picture: FolderPicture, _ now: Moment) -> String {
    let school = picture.documents.schools.first?.id
    let robot = Robot(picture, me: "LON", school: school, now: now, width: 140, height: 60)
      .press(.escape).type(keys)
    // Where the cursor is, is the order of rows too.
    let lines = robot.glass.text.components(separatedBy: "\n")
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "> ")) }
    // The first lines tell who sits where, the last one which keys there are.
    // A line about what came later moves the others, and the count of those that are not shown.
    return sorted(
      lines.dropFirst(2).dropLast()
        .filter { !$0.isEmpty && !$0.contains("Kommet til siden") && !$0.hasPrefix("Flere linjer") })
  }

  /// The same without the days on which weeks were revised, which are forgotten with the file.
  var withoutRevisionDays: ShownFigures {
    var figures = self
    for (name, text) in texts {
      figures.texts[name] = text.replacingOccurrences(
        of: #", rettet [0-9]+\. [a-z]+|"revised":(null|"[-0-9]+")"#, with: "", options: .regularExpression)
    }
    return figures
  }

  /// What is not the same any more, of everything that was shown before: the first line that is new.
  func differences(from before: ShownFigures) -> [String] {
    before.texts.keys.filter { texts[$0] != before.texts[$0] }.sorted().map { name in
      let known = Set((before.texts[name] ?? "").components(separatedBy: "\n"))
      let new = (texts[name] ?? "").components(separatedBy: "\n").first { !known.contains($0) }
      return name + ": " + (new ?? "less than before")
    }
  }
}

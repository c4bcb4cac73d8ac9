// Published figures as rows with names, and the sentence that must stand beside every one of them.

import Domain
import Resources

/// One list of published counts, ready to be shown: on the screen, in a file, on a page.
package struct ReleasedRows: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package var code: String
    package var name: String
    package var count: RoundedCount
  }

  package let vector: ReleaseVector
  package let rows: [Row]
  /// What the numbers mean, and what they do not.
  package let explanation: String

  /// The rows of a table in the order in which they are shown. The chain begins with what was offered:
  /// the published number of visits that were guided on, and never a count of its own.
  /// A file for a spreadsheet has no thousands apart, in its sentences neither.
  package init(
    _ vector: ReleaseVector, of table: ReleasedTable, topics: [ReleasedFigures.TopicLabel], words: Words,
    groupsThousands: Bool = true
  ) {
    self.vector = vector
    var cells = table[vector]
    switch vector {
    case .topics:
      let order = topics.map(\.code)
      func place(_ cell: ReleasedCell) -> Int { order.firstIndex(of: cell.code) ?? order.count }
      cells.sort { (place($0), $0.code) < (place($1), $1.code) }
    case .outcomes: break
    case .chain:
      if !cells.isEmpty, let guided = table.cell(Outcome.guidedOn.rawValue, of: .outcomes) {
        cells.insert(ReleasedCell(code: Self.offered, count: guided.count), at: 0)
      }
    }
    rows = cells.map { cell in
      Row(code: cell.code, name: Self.name(cell.code, vector, topics, words), count: cell.count)
    }
    let number = groupsThousands ? words.number : { String($0) }
    explanation = Self.explanation(vector, table, words, number)
  }

  /// The code of the chain's first row.
  package static let offered = "tilbudt"

  private static func name(
    _ code: String, _ vector: ReleaseVector, _ topics: [ReleasedFigures.TopicLabel], _ words: Words
  ) -> String {
    switch vector {
    case .topics: topics.first { $0.code == code }.map { words.label($0.label) } ?? code
    case .outcomes: Outcome(rawValue: code) == nil ? code : words("outcome." + code)
    case .chain:
      code == offered || ChainCode(rawValue: code) != nil ? words("chain." + code) : code
    }
  }

  private static func explanation(
    _ vector: ReleaseVector, _ table: ReleasedTable, _ words: Words, _ number: (Int) -> String
  ) -> String {
    let name = words("released." + vector.rawValue)
    guard let base = table[vector].first?.count.base else {
      return words("released.withheld", ["what": name])
    }
    let example = RoundedCount(count: base * 2, base: base, parts: table.parts)
    let zero = RoundedCount(count: 0, base: base, parts: table.parts)
    var sentences = [
      words(
        table.parts == 1 ? "released.rounded" : "released.summed",
        [
          "what": name, "base": String(base), "parts": String(table.parts), "example": example.text,
          "low": String(example.range.lowerBound), "high": String(example.range.upperBound),
        ])
    ]
    switch vector {
    case .topics, .outcomes:
      let sum = table[vector].reduce(0) { $0 + $1.count.count }
      sentences.append(
        words(
          "released.sum",
          [
            "visits": number(table.visits), "what": words("released.few." + vector.rawValue),
            "sum": number(sum),
          ]))
    case .chain: sentences.append(words("released.steps"))
    }
    sentences += [words("released.persons"), words("released.zero", ["zero": zero.text])]
    return sentences.joined(separator: " ")
  }
}

extension ReleasedRows {
  /// For people: a name and a number each.
  package func table(_ words: Words) -> TextTable {
    TextTable(
      columns: [.init(words("released." + vector.rawValue)), .init(words("released.count"), isNumber: true)],
      rows: rows.map { [$0.name, words.rounded($0.count)] })
  }

  /// For other programs.
  var json: JSON {
    .list(
      rows.map {
        ["code": .text($0.code), "count": .integer($0.count.count), "text": .text($0.count.text)]
      })
  }
}

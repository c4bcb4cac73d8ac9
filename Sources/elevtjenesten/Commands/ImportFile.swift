// A spreadsheet's file that somebody named, read as a table; what keeps it from being one.

import Domain
import Store

/// Why a file was not imported. Facts only.
enum ImportRefusal: Error, Equatable {
  /// The file has bytes that no text has.
  case notText(path: String)
  case notATable(CellTable.Fault)
  /// The faults have been told, one by one.
  case faults(Int)
}

/// A table and how its file was written.
struct ImportFile {
  let table: CellTable
  let encoding: CSVText.Encoding
  /// More than this no spreadsheet of a roster can be.
  private static let limit = 8 << 20

  init(_ path: String) throws(Failure) {
    let place = FilePath(path)
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Directory(named: place.folder).reader(place.name).bytes(limit: Self.limit)
    } catch {
      throw .system(error)
    }
    guard let text = CSVText(bytes) else { throw .importing(.notText(path: path)) }
    do throws(CellTable.Fault) { table = try CellTable(csv: text.text) } catch {
      throw .importing(.notATable(error))
    }
    encoding = text.encoding
  }
}

extension Context {
  /// What is to be known of a file before what it says.
  func sayHow(_ file: ImportFile, unused: [String]) {
    if file.encoding == .windows1252 { console.say(words("cli.import.windows1252")) }
    if !unused.isEmpty {
      let names = unused.map { Sentences(words: words).shown($0) }.joined(separator: ", ")
      console.say(words("cli.import.unused", ["columns": names]))
    }
  }

  /// Says every fault, and ends the command.
  func refuse(_ lines: [String]) -> Failure {
    for line in lines { console.say(line) }
    return .importing(.faults(lines.count))
  }

  /// Nothing was changed, or all of it; says which.
  func sayOutcome(changes: Int, unchanged: Int, isExecuted: Bool) {
    let count = ["changes": String(changes), "unchanged": String(unchanged)] as KeyValuePairs
    if changes == 0 {
      console.say(words("cli.import.nothing", count))
    } else {
      console.say(words(isExecuted ? "cli.import.done" : "cli.import.preview", count))
    }
  }
}

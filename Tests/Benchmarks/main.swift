// Prints how fast the program is and how much memory it takes, beside real peers in the same run.
//
// `swift run -c release Benchmarks [visits]`; figures, not pass or fail. Peers that are not installed
// (python3, its module duckdb) are said to be missing. A part that fails ends it with code 1.

import Foundation

let visits = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000

/// Measures on a place of its own, which is taken away again whatever comes of it.
func measure() throws {
  let place = try Place()
  print(Row.head)
  for row in try StoreRows(place: place).rows() { row.print() }
  for row in GuardRows().rows() { row.print() }
  for row in try DeskRows(place: place, visits: visits).rows() { row.print() }
  for row in try ReadingRows(place: place, visits: visits).rows() { row.print() }
}

do {
  try measure()
} catch {
  // Whoever runs it in a chain of commands must learn that it is no table of figures.
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}

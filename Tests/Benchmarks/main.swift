// Prints how fast the program is and how much memory it takes, beside real peers in the same run.
//
// `swift run -c release Benchmarks [visits]`; figures, not pass or fail. Peers that are not installed
// (python3, its module duckdb) are said to be missing.

let visits = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000

do {
  let place = try Place()
  print(Row.head)
  for row in try StoreRows(place: place).rows() { row.print() }
  for row in GuardRows().rows() { row.print() }
  for row in try DeskRows(place: place, visits: visits).rows() { row.print() }
  for row in try ReadingRows(place: place, visits: visits).rows() { row.print() }
} catch {
  print(error)
}

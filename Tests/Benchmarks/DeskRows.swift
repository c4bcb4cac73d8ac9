// The desk on a terminal: how soon it shows something, answers a key, and how much memory it holds.

import TestKit

/// Measures the finished program as a person meets it.
struct DeskRows {
  let place: Place
  let visits: Int

  func rows() throws -> [Row] {
    let full = try place.folder(visits: visits, weeks: 520)
    let empty = try place.folder(visits: 1, weeks: 1)
    let first = try start(full)
    guard let cold = first.time(until: Self.table), let coldMemory = first.peakMegabytes else {
      throw Place.Failure(text: "no frame")
    }
    first.use(seconds: 15)
    first.quit()
    let (warm, warmMemory) = try starts(full)
    let (bare, bareMemory) = try starts(empty)
    return [
      Row(
        what: "start to first full frame, \(visits) visits", figure: warm.median.text,
        peers: "empty folder \(bare.median.text); first start ever \(cold.text)",
        goal: "≤ 20 ms, ≤ 1.3 × empty"),
      Row(
        what: "peak memory of the desk", figure: "\(tenths(warmMemory)) MB",
        peers: "empty folder \(tenths(bareMemory)) MB; first start ever \(tenths(coldMemory)) MB",
        goal: "≤ 40 MB"),
      try keys(full),
    ]
  }

  /// Stands in the head of the table of schools, which is drawn when the folder has been read.
  private static let table = "Vagt i dag"

  private func start(_ folder: String) throws -> PseudoTerminal {
    try PseudoTerminal(
      [Binary.path(), "--mappe", folder, "--nu", Place.moment, "--skole", "EUC", "--som", "MAL"],
      environment: place.environment)
  }

  private func starts(_ folder: String) throws -> (Times, memory: Double) {
    var memory = 0.0
    var all: [Duration] = []
    // The first one finds the disk's caches cold, and counts for nothing.
    for _ in 0..<9 {
      let desk = try start(folder)
      if let time = desk.time(until: Self.table) { all.append(time) }
      if all.count > 1 { memory = max(memory, desk.peakMegabytes ?? 0) }
      desk.quit()
    }
    return (Times(Array(all.dropFirst())), memory)
  }

  private func keys(_ folder: String) throws -> Row {
    let desk = try start(folder)
    _ = desk.time(until: Self.table)
    // Yes, it is me; then the list of colleagues, where every arrow moves the mark.
    for key in ["\r", "k"] { _ = desk.time(ofKey: key) }
    let times = (0..<300).compactMap { desk.time(ofKey: $0 % 2 == 0 ? "\u{1b}OB" : "\u{1b}OA") }
    guard times.count == 300 else {
      throw Place.Failure(text: "only \(times.count) of 300 keys were answered")
    }
    let all = Times(times)
    return Row(
      what: "key to the first bytes of its frame, p99 of 300", figure: all.at(0.99).text,
      peers: "median \(all.median.text)", goal: "≤ 5 ms")
  }
}

// How long it takes to read and fold a large log, beside DuckDB on the same files.

import Domain
import Store
import TestKit

/// Measures reading.
struct ReadingRows {
  let place: Place
  let visits: Int

  func rows() throws -> [Row] {
    let folder = try place.folder(visits: visits, weeks: 520)
    let fold = try times(3) {
      var reader = LogReader(folder: folder)
      _ = try reader.refresh()
      guard reader.findings.findings.isEmpty else { throw Place.Failure(text: "findings") }
    }
    let duck = place.python(Self.duckScript, folder + "/log/*/visits-*.jsonl")
    let week = try times(5) {
      _ = try place.run(["tal", "--uge", "2025-W20", "--json", "--mappe", folder, "--nu", Place.moment])
    }
    return [
      Row(
        what: "fold \(visits) visits, no cache, every hash checked", figure: fold.median.text,
        peers: "DuckDB read_json + group by, no hashes: \(duck?.text ?? "not there")", goal: "≤ DuckDB"),
      Row(
        what: "figures of one week out of ten years, the whole command", figure: week.median.text,
        goal: "≤ 20 ms"),
    ]
  }

  private static let duckScript = """
    import duckdb, sys, time
    begun = time.perf_counter()
    duckdb.sql("select b.school, b.topic, count(*) from read_json('" + sys.argv[1] + "', "
      "format='newline_delimited') where k = 'visit' group by all").fetchall()
    print(time.perf_counter() - begun)
    """
}

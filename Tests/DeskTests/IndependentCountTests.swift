// The figures of a large folder against a count by another program: jq, from the log's raw lines.

import Foundation
import TestKit
import Testing

@Suite struct IndependentCountTests {
  /// What stands after take-backs, with its ISO week and school, as one object for each week and school.
  private static let weekly = """
    map(select(.k == "void") | .b.of) as $gone
    | ($gone | map({key: ., value: true}) | from_entries) as $gone
    | map(select(.k == "visit" or .k == "sparring" or .k == "zero") | select($gone[.b.id] | not)
        | {k, day: .b.day, school: .b.school,
           week: (.b.day + "T00:00:00Z" | fromdateiso8601 | strftime("%G-W%V"))})
    | group_by([.week, .school])
    | map({key: (.[0].week + " " + .[0].school), value: {
        visits: map(select(.k == "visit")) | length,
        sparring: map(select(.k == "sparring")) | length,
        counted: map(select(.k != "sparring") | .day) | unique | length}})
    | from_entries
    """

  /// Topics and outcomes of the standing visits of some weeks.
  private static let quarterly = """
    map(select(.k == "void") | .b.of) as $gone
    | ($gone | map({key: ., value: true}) | from_entries) as $gone
    | map(select(.k == "visit") | .b | select($gone[.id] | not)
        | select((.day + "T00:00:00Z" | fromdateiso8601 | strftime("%G-W%V")) as $w
                 | $w >= "2025-W40" and $w <= "2025-W52"))
    | {visits: length,
       topics: (group_by(.topic) | map({key: .[0].topic, value: length}) | from_entries),
       outcomes: (group_by(.outcome) | map({key: .[0].outcome, value: length}) | from_entries)}
    """

  private func jq(_ program: String, _ world: CommandWorld) throws -> [String: Any] {
    let command = "cat \(world.folder)/log/*/visits-*.jsonl | jq -s '\(program)'"
    let result = try Subprocess.run(
      ["/bin/sh", "-c", command], environment: Binary.environment(home: world.home.path), seconds: 60)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any], "\(result.stderr)")
  }

  @Test func everyWeekAndSchoolOfALargeFolder() throws {
    let world = try CommandWorld(visits: 4_000, weeks: 52, seed: 9)
    defer { world.remove() }
    let counted = try jq(Self.weekly, world)
    let weeks = try #require(try world.json("tal", "--uge", "2025-W10..2026-W10") as? [[String: Any]])
    var (rows, visits) = (0, 0)
    for week in weeks {
      let name = try #require(week["week"] as? String)
      for school in try #require(week["schools"] as? [[String: Any]]) {
        let id = try #require(school["id"] as? String)
        let row = counted["\(name) \(id)"] as? [String: Int] ?? [:]
        #expect(school["visits"] as? Int == row["visits"] ?? 0, "\(name) \(id)")
        #expect(school["sparring"] as? Int == row["sparring"] ?? 0, "\(name) \(id)")
        #expect(school["countedDays"] as? Int == row["counted"] ?? 0, "\(name) \(id)")
        rows += 1
        visits += row["visits"] ?? 0
      }
    }
    #expect(rows == 53 * 7 && visits == 4_000)

    let quarter = try jq(Self.quarterly, world)
    #expect(try world.run("frigiv", "--kvartal", "2025-Q4").status == 0)
    let released = try world.object("tal", "--kvartal", "2025-Q4")
    let exact = try #require(quarter["visits"] as? Int)
    #expect(released["visits"] as? Int == exact && exact > 500)
    for vector in ["topics", "outcomes"] {
      let truth = try #require(quarter[vector] as? [String: Int])
      let cells = try #require(released[vector] as? [[String: Any]])
      var sum = 0
      for cell in cells {
        let (code, count) = (try #require(cell["code"] as? String), try #require(cell["count"] as? Int))
        let real = truth[code] ?? 0
        #expect(abs(count - real) < 5 && (real % 5 != 0 || count == real), "\(code): \(count) for \(real)")
        sum += count
      }
      #expect(Set(truth.keys).isSubset(of: Set(cells.compactMap { $0["code"] as? String })))
      #expect(abs(sum - exact) < 5)
    }
  }

  /// What stands by day and school, with the doors that were opened, and the rows of all records of weeks.
  private static let ended = """
    map(select(.k == "void") | {key: .b.of, value: true}) as $gone
    | ($gone | from_entries) as $gone
    | def week: .day + "T00:00:00Z" | fromdateiso8601 | strftime("%G-W%V");
      (map(select(.k == "visit" or .k == "sparring" or .k == "zero" or (.k == "door" and .b.open))
          | select($gone[.b.id] | not) | {k, day: .b.day, school: .b.school, week: (.b | week)})
        | group_by([.week, .school])
        | map({key: (.[0].week + " " + .[0].school), value: {
            visits: map(select(.k == "visit")) | length,
            sparring: map(select(.k == "sparring")) | length,
            counted: map(select(.k == "visit" or .k == "zero") | .day) | unique | length,
            staffed: map(.day) | unique | length}})
        | from_entries) as $counted
    | map(select(.k == "week") | .b | .week as $week | .rows[]
        | {place: ($week + " " + .school), visits, sparring, counted, staffed, extra, opening})
    | {rows: length, known: ([.[].place] | unique | length),
       visits: (map(.visits) | add), lost: (($counted | keys) - [.[].place] | map(select(. < "2026-W09"))),
       wrong: map(. as $row | ($counted[.place] // {visits: 0, sparring: 0, counted: 0, staffed: 0})
         | select(.visits != $row.visits or .sparring != $row.sparring
             or .staffed != $row.staffed + $row.extra
             or .counted < $row.counted or .counted > $row.counted + $row.extra
             or $row.staffed > $row.opening or $row.counted > $row.staffed)
         | [$row, .])}
    """

  /// 40 small folders whose weeks have ended: the rows of the records are what jq counts from the lines that
  /// were there. Days outside opening days are days on which something stands, too.
  @Test(arguments: 1...40) func theRecordsOfEndedWeeks(seed: Int) throws {
    let world = try CommandWorld(visits: 90 + seed * 5, weeks: 5 + seed % 6, seed: seed)
    defer { world.remove() }
    #expect(try world.run("afslut-uger").status == 0)
    let command = "cat \(world.folder)/log/*/*.jsonl | jq -s '\(Self.ended)'"
    let result = try Subprocess.run(
      ["/bin/sh", "-c", command], environment: Binary.environment(home: world.home.path), seconds: 60)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any], "\(result.stderr)")
    let rows = try #require(report["rows"] as? Int)
    #expect(rows >= 4 * 7 && rows % 7 == 0 && report["known"] as? Int == rows)
    #expect((report["visits"] as? Int ?? 0) > 40)
    #expect((report["wrong"] as? [Any])?.isEmpty == true, "seed \(seed): \(report["wrong"] ?? "")")
    #expect((report["lost"] as? [Any])?.isEmpty == true, "seed \(seed): \(report["lost"] ?? "")")
    // The rows are what is printed.
    let weeks = try #require(try world.json("tal", "--uge", "2026-W08..2026-W09") as? [[String: Any]])
    let records = try world.bodies("week", stream: "duty")
    for week in weeks {
      let record = try #require(records.first { $0["week"] as? String == week["week"] as? String })
      let sum = (record["rows"] as? [[String: Any]])?.reduce(0) { $0 + ($1["visits"] as? Int ?? 0) }
      #expect((week["total"] as? [String: Any])?["visits"] as? Int == sum && week["final"] as? Bool == true)
    }
  }
}

// Figures as files: read back by other programs, never half there, and three keys away.

import Foundation
import TestKit
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Notes what stands in a page.
private final class PageReader: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]
  var attributes: Set<String> = []
  /// Charts without a title, and charts in sections without a table.
  var mute = 0
  private var open: [String] = []
  private var chartsInSection = 0
  private var tablesInSection = 0
  private(set) var bare = 0
  /// Headings of tables that do not say what they head, and rows with other cells than the head has.
  private(set) var unscoped = 0
  private(set) var ragged = 0
  private var chartName: String?
  private var isNamed = false
  private var cells = 0
  private var columns = 0

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
    self.attributes.formUnion(attributes.keys)
    switch name {
    case "section": (chartsInSection, tablesInSection) = (0, 0)
    case "svg":
      // A bar in a row of a table needs no words: its number stands beside it.
      if attributes["aria-hidden"] == "true", open.last == "td" { break }
      chartsInSection += 1
      isNamed = false
      chartName = attributes["role"] == "img" ? attributes["aria-labelledby"] : nil
    case "title" where open.last == "svg": isNamed = chartName != nil && attributes["id"] == chartName
    case "table": tablesInSection += 1
    case "th":
      let scope = open.contains("thead") ? "col" : "row"
      unscoped += attributes["scope"] == scope ? 0 : 1
    case "tr": cells = 0
    default: break
    }
    if name == "th" || name == "td" { cells += Int(attributes["colspan"] ?? "1") ?? 0 }
    open.append(name)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
    switch name {
    case "section": bare += max(0, chartsInSection - tablesInSection)
    case "svg" where open.last != "td": mute += isNamed ? 0 : 1
    case "tr" where open.last == "thead": columns = cells
    case "tr": ragged += cells == columns ? 0 : 1
    default: break
    }
  }

  static func read(_ page: String) throws -> PageReader {
    let (parser, reader) = (XMLParser(data: Data(page.utf8)), PageReader())
    parser.delegate = reader
    let isWhole = parser.parse()
    #expect(isWhole, "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
    return reader
  }
}

@Suite(.serialized) struct FiguresFilesTests {
  private static let python = "/usr/bin/python3"

  /// A year of visits, and a released quarter and school year.
  private func releasedWorld() throws -> CommandWorld {
    var world = try CommandWorld(visits: 1_600, weeks: 90)
    let quarter = try world.run("frigiv", "--kvartal", "2025-Q4")
    #expect(quarter.status == 0, "\(quarter.stderr)")
    world.now = "2026-03-05T10:13"
    return world
  }

  @Test func everyPageIsWellFormedAndNeedsNothingElse() throws {
    let world = try releasedWorld()
    defer { world.remove() }
    let year = try world.run("frigiv", "--skoleår", "2024/25")
    #expect(year.status == 0, "\(year.stderr)")
    let orders = [
      ["--uge", "2026-W09"], ["--uge", "2026-W05..2026-W09"], ["--kvartal", "2025-Q4"],
      ["--skoleår", "2024/25"],
    ]
    for order in orders {
      for language in ["da", "en"] {
        let page = try world.run("tal", order[0], order[1], "--format", "html", "--sprog", language)
        #expect(page.status == 0, "\(page.stderr)")
        let reader = try PageReader.read(page.stdout)
        let isForbidden = ["script", "img", "link", "iframe", "object", "font"].contains {
          reader.counts[$0] != nil
        }
        #expect(!isForbidden && !page.stdout.contains("@import") && !page.stdout.contains("url("))
        #expect(reader.attributes.isDisjoint(with: ["src", "href", "onclick", "onload"]))
        #expect(reader.mute == 0, "a chart without a name in \(order)")
        #expect(reader.bare == 0, "a chart without a table in \(order)")
        #expect(reader.unscoped == 0 && reader.ragged == 0, "a table's headings in \(order)")
        #expect(reader.counts["caption"] == reader.counts["table"] && reader.counts["h1"] == 1)
        #expect(page.stdout.contains("<html lang=\"\(language)\""))
        // A column is headed by what stands in it.
        let heading = language == "da" ? ">Kvartal</th>" : ">Quarter</th>"
        #expect(page.stdout.contains(heading) == (order[0] == "--skoleår"))
      }
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python)))
  func aSpreadsheetReadsTheSameNumbers() throws {
    let world = try releasedWorld()
    defer { world.remove() }
    let rows = try spreadsheet(world, "--uge", "2026-W09")
    let json = try world.object("tal", "--uge", "2026-W09")
    let schools = try #require(json["schools"] as? [[String: Any]])
    #expect(rows.map { $0["skole"] } == schools.map { $0["id"] as? String })
    for (row, school) in zip(rows, schools) {
      for (danish, english) in [("besoeg", "visits"), ("talte_dage", "countedDays")] {
        #expect(row[danish].flatMap { Int($0) } == school[english] as? Int)
      }
      let hours = row["vagttimer"].flatMap { Double($0.replacingOccurrences(of: ",", with: ".")) }
      #expect(hours == (school["dutyHours"] as? NSNumber)?.doubleValue)
    }
    // Published counts too: as they are written, and what each of them may be.
    let quarter = try spreadsheet(world, "--kvartal", "2025-Q4")
    let released = try world.object("tal", "--kvartal", "2025-Q4")
    for (list, key) in [("emner", "topics"), ("udfald", "outcomes"), ("kaede", "chain")] {
      let lines = quarter.filter { $0["tabel"] == list }
      let cells = try #require(released[key] as? [[String: Any]])
      #expect(lines.map { $0["kode"] } == cells.map { $0["code"] as? String } && !lines.isEmpty)
      #expect(lines.map { $0["antal"] } == cells.map { $0["text"] as? String })
      for (line, cell) in zip(lines, cells) {
        let count = try #require(cell["count"] as? Int)
        #expect(line["mindst"] == String(max(0, count - 4)) && line["hoejst"] == String(count + 4))
      }
    }
  }

  /// The rows of an export as Python's reader of spreadsheets finds them, with Danish separators.
  private func spreadsheet(
    _ world: CommandWorld, _ option: String, _ period: String
  ) throws -> [[String: String]] {
    let file = world.home.path + "/tal\(option).csv"
    let made = try world.run("tal", option, period, "--format", "csv", "--alle-skoler", "--ud", file)
    #expect(made.status == 0 && made.stdout.isEmpty, "\(made.stderr)")
    let script = """
      import csv, json, sys
      text = open(sys.argv[1], encoding="utf-8-sig", newline="").read()
      assert text.count("\\r\\n") == text.count("\\n")
      print(json.dumps(list(csv.DictReader(text.splitlines(), delimiter=";"))))
      """
    let read = try Subprocess.run(
      [Self.python, "-c", script, file], environment: Binary.environment(home: world.home.path))
    #expect(read.status == 0, "\(read.stderr)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(read.stdout.utf8)) as? [[String: String]])
  }

  @Test func aFileIsNeverReplacedUnaskedNorHalfThere() throws {
    let world = try CommandWorld()
    defer { world.remove() }
    let file = world.home.path + "/uge.html"
    func export(_ more: String..., before: [String] = []) throws -> ProgramResult {
      try Subprocess.run(
        before + [
          Binary.path(), "tal", "--uge", "2026-W09", "--format", "html", "--ud", file, "--mappe",
          world.folder,
          "--nu", world.now,
        ] + more, environment: Binary.environment(home: world.home.path))
    }
    try "mine".write(toFile: file, atomically: true, encoding: .utf8)
    let refused = try export()
    #expect(refused.status == 73 && refused.stderr.contains("findes allerede"), "\(refused.stderr)")
    #expect(world.home.text(of: "uge.html") == "mine")
    let limiter = "/usr/bin/prlimit"
    if FileManager.default.isExecutableFile(atPath: limiter) {
      let full = try export("--erstat", before: [limiter, "--fsize=1000:1000", "--core=0"])
      #expect(full.status == 74, "\(full.status) \(full.stderr)")
      #expect(world.home.text(of: "uge.html") == "mine")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: world.home.path)
    #expect(!names.contains { $0.hasSuffix(".tmp") })
    #expect(try export("--erstat").status == 0)
    #expect(world.home.text(of: "uge.html")?.hasSuffix("</html>\n") == true)
    let nowhere = try world.run("tal", "--uge", "2026-W09", "--ud", "/nowhere/at/all.txt")
    #expect(nowhere.status == 74 && nowhere.stderr.contains("/nowhere/at"), "\(nowhere.stderr)")
  }

  /// The coordinator's Friday and the steering group's quarter: three keys each from I dag.
  @Test func threeKeysFromTodayWriteTheWeekAndTheQuarter() throws {
    let world = try releasedWorld()
    defer { world.remove() }
    let folder = world.home.path + "/eksport"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let file = world.folder + "/settings.json"
    var settings = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: file)))
        as? [String: Any])
    settings["exportFolder"] = folder
    settings["exportFolderShown"] = "U:\\Elevtjenesten"
    try JSONSerialization.data(withJSONObject: settings).write(to: URL(fileURLWithPath: file))
    let desk = try RealTerminal(
      command: [
        Binary.path(), "--mappe", world.folder, "--nu", world.now, "--som", "LON", "--skole", "EUC",
      ])
    defer { desk.close() }
    try desk.waitFor("Enter = ja")
    try desk.press("Enter")
    try desk.waitFor("Vagt i dag")
    try desk.press("t", "u", "e")
    try desk.waitFor("U:\\Elevtjenesten\\ugetal-2026-W10.csv")
    try desk.press("Escape")
    try desk.waitFor("Vagt i dag")
    try desk.press("t", "k", "e")
    try desk.waitFor("U:\\Elevtjenesten\\kvartalstal-2025-Q4.csv")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(
      names == [
        "kvartalsrapport-2025-Q4.html", "kvartalsrapport-2025-Q4.txt", "kvartalstal-2025-Q4.csv",
        "ugerapport-2026-W10.html", "ugerapport-2026-W10.txt", "ugetal-2026-W10.csv",
      ])
    // The command writes the same page.
    let page = try world.run("tal", "--kvartal", "2025-Q4", "--format", "html")
    let exported = try String(contentsOfFile: folder + "/kvartalsrapport-2025-Q4.html", encoding: .utf8)
    #expect(exported == page.stdout)
  }
}

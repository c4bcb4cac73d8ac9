// Protected figures by command: refused, released once, the same for everybody who asks, and checked.

import Foundation
import TestKit
import Testing

@Suite struct ReleaseCommandTests {
  /// A school year with 600 visits, on a day when its first three quarters are final.
  private func world() throws -> CommandWorld {
    var world = try CommandWorld(visits: 600, weeks: 30)
    world.now = "2026-03-05T10:12"
    return world
  }

  @Test func aQuarterIsReleasedOnceAndThenPrinted() throws {
    let world = try world()
    defer { world.remove() }
    let before = try world.run("tal", "--kvartal", "2025-Q4")
    #expect(before.status == 1 && before.stdout.isEmpty)
    #expect(before.stderr.contains("frigiv --kvartal 2025-Q4"))
    let released = try world.run("frigiv", "--kvartal", "2025-Q4", "--som", "LON")
    #expect(released.status == 0, "\(released.stderr)")
    #expect(released.line == "releases/" + (try Self.file(of: "2025-Q4", in: world)))
    // The days that nobody counted are named before it is done.
    #expect(released.stderr.contains("Ikke talt på "))
    let again = try world.run("frigiv", "--kvartal", "2025-Q4")
    #expect(again.status == 1 && again.stderr.contains("Det sker kun én gang"))
    #expect(try world.run("tjek", "--dybt").status == 0)

    let json = try world.object("tal", "--kvartal", "2025-Q4")
    #expect(json["period"] as? String == "2025-Q4" && json["base"] as? Int == 5)
    #expect((json["released"] as? String)?.hasPrefix("2026-03-05T09:12") == true)
    #expect(json["topicsVersion"] as? Int == 1 && json["complete"] as? Bool == true)
    let topics = try #require(json["topics"] as? [[String: Any]])
    #expect(topics.count == 13 && topics.allSatisfy { ($0["count"] as? Int ?? 1) % 5 == 0 })
    for cell in topics where cell["count"] as? Int == 0 { #expect(cell["text"] as? String == "0–4") }
    // Offered is the published number of those guided on, never one of its own.
    let chain = try #require(json["chain"] as? [[String: Any]])
    let outcomes = try #require(json["outcomes"] as? [[String: Any]])
    let guided = outcomes.first { $0["code"] as? String == "guidet" }?["count"] as? Int
    #expect(chain.first?["code"] as? String == "tilbudt" && chain.first?["count"] as? Int == guided)

    let visits = try #require(json["visits"] as? Int)
    let sum = topics.reduce(0) { $0 + ($1["count"] as? Int ?? 0) }
    let table = try world.run("tal", "--kvartal", "2025-Q4").stdout
      .replacingOccurrences(of: "\n", with: " ")
    #expect(
      table.contains(
        "Emner er afrundet tilfældigt op eller ned til et 5-tal: 10 betyder 6–14. Besøg i alt \(visits) "
          + "(talt); sum af afrundede emner \(sum). Antal forskellige unge kan ikke opgøres."))
  }

  @Test func whatCannotBeReleasedSaysWhy() throws {
    let world = try world()
    defer { world.remove() }
    let open = try world.run("frigiv", "--kvartal", "2026-Q1")
    #expect(open.status == 1 && open.stderr.contains("uge 10, 2026 kan rettes indtil onsdag den 11. marts"))
    let few = try world.run("frigiv", "--kvartal", "2024-Q4")
    #expect(few.status == 1 && few.stderr.contains("0 besøg er færre end 50"))
    for wrong in [["--kvartal", "2026-Q5"], ["--kvartal", "2025/26"], ["--skoleår", "2025-Q4"], []] {
      let result = try Binary.run(["frigiv", "--mappe", world.folder] + wrong, home: world.home.path)
      #expect(result.status == 64, "\(wrong): \(result.stderr)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: world.folder + "/releases").isEmpty)
  }

  /// A release is for ever, so nothing is released of what was only half read: a broken document, a file
  /// or a writer's folder in the log that cannot be read. The refusal says which, and what to do.
  @Test func nothingIsReleasedOfWhatWasHalfRead() throws {
    let world = try world().withoutEndedWeeks()
    defer { world.remove() }
    let manager = FileManager.default
    func refused(_ file: String) throws {
      for language in ["da", "en"] {
        let result = try world.run("frigiv", "--kvartal", "2025-Q4", "--sprog", language)
        #expect(result.status == 65 && result.stderr.contains(file + " "), "\(file): \(result.stderr)")
        #expect(result.stderr.contains("tjek") && result.stdout.isEmpty)
      }
      #expect(try manager.contentsOfDirectory(atPath: world.folder + "/releases").isEmpty)
    }
    for name in ["schools.json", "topics.json", "calendar.json", "settings.json"] {
      let path = world.folder + "/" + name
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try Self.write("{", to: path)
      try refused(name)
      try Self.write(text, to: path)
    }
    let log = world.folder + "/log"
    let writer = try #require(try manager.contentsOfDirectory(atPath: log).sorted().first)
    let files = try manager.subpathsOfDirectory(atPath: log).sorted()
    let chain = try #require(files.first { $0.contains("/chain-") })
    let visits = try #require(files.first { $0.hasSuffix("/visits-2025-W45.jsonl") })
    for name in [writer, chain, visits] {
      let (path, aside) = (log + "/" + name, world.home.path + "/aside")
      try manager.moveItem(atPath: path, toPath: aside)
      try manager.createSymbolicLink(atPath: path, withDestinationPath: aside)
      try refused("log/" + name)
      // A week's figures need no chain.
      let week = try world.object("tal", "--uge", "2025-W45")
      #expect(week["complete"] as? Bool == (name == chain), "\(name)")
      try manager.removeItem(atPath: path)
      try manager.moveItem(atPath: aside, toPath: path)
    }
    #expect(try world.run("frigiv", "--kvartal", "2025-Q4").status == 0)
  }

  /// 50 exports by two processes at a time, with visits recorded between them, are one and the same.
  @Test func fiftyExportsAreByteIdentical() throws {
    let world = try CommandWorld(visits: 150, weeks: 22)
    defer { world.remove() }
    #expect(try world.run("frigiv", "--kvartal", "2025-Q4").status == 0)
    let script = """
      for half in 1 2; do
        (n=0; while [ $n -lt 25 ]; do
          \(Binary.path()) tal --kvartal 2025-Q4 --format csv --mappe \(world.folder) --nu \(world.now) | sha256sum
          if [ $((n % 5)) = 0 ]; then
            \(Binary.path()) besøg --skole EUC --mappe \(world.folder) --nu \(world.now) >/dev/null 2>&1 || echo FEJL
          fi
          n=$((n + 1))
        done) &
      done
      wait
      """
    let result = try Subprocess.run(
      ["/bin/sh", "-c", script], environment: Binary.environment(home: world.home.path), seconds: 300)
    let sums = result.stdout.split(separator: "\n")
    #expect(sums.count == 50 && Set(sums).count == 1, "\(Set(sums))")
    // Records of the released weeks that a synchroniser brings late are read, and change nothing published.
    func topics() throws -> [String] {
      let csv = try world.run("tal", "--kvartal", "2025-Q4", "--format", "csv").stdout
      return csv.components(separatedBy: "\r\n").filter { $0.contains(";emner;") }
    }
    func late() throws -> Int {
      let late = try world.object("tal", "--uge", "2025-W45")["late"] as? [[String: Any]] ?? []
      return late.compactMap { $0["visits"] as? Int }.reduce(0, +)
    }
    let (published, before) = (try topics(), try late())
    let other = try CommandWorld(visits: 150, weeks: 22, seed: 2)
    defer { other.remove() }
    for writer in try FileManager.default.contentsOfDirectory(atPath: other.folder + "/log")
    where !writer.hasPrefix("desk-") {
      try FileManager.default.copyItem(
        atPath: other.folder + "/log/" + writer, toPath: world.folder + "/log/" + writer)
    }
    #expect(try late() > 0 && before == 0 && !published.isEmpty)
    #expect(try topics() == published)
  }

  /// Two machines that release at the same moment: one file, one set of figures, whoever was quicker.
  @Test func twoMachinesReleaseTheSame() throws {
    let world = try world()
    defer { world.remove() }
    let other = try TemporaryFolder()
    defer { other.remove() }
    let command = "\(Binary.path()) frigiv --kvartal 2025-Q4 --mappe \(world.folder) --nu \(world.now)"
    let result = try Subprocess.run(
      ["/bin/sh", "-c", "\(command) & XDG_STATE_HOME=\(other.path)/state \(command) & wait"],
      environment: Binary.environment(home: world.home.path), seconds: 60)
    let file = "/releases/" + (try Self.file(of: "2025-Q4", in: world))
    #expect(result.stdout.contains(file.dropFirst()), "\(result.stderr)")
    let hashes = Set(try world.bodies("release", stream: "duty").compactMap { $0["sha256"] as? String })
    #expect(hashes.count == 1)
    #expect(try world.run("tjek", "--dybt").status == 0)

    // A folder with the same key and records rounds the same, wherever it is.
    let twin = try self.world()
    defer { twin.remove() }
    #expect(try twin.run("frigiv", "--kvartal", "2025-Q4").status == 0)
    #expect(
      FileManager.default.contents(atPath: world.folder + file)
        == FileManager.default.contents(atPath: twin.folder + file))
  }

  @Test func filesThatAreNotWhatWasReleasedAreFound() throws {
    let world = try world()
    defer { world.remove() }
    #expect(try world.run("frigiv", "--kvartal", "2025-Q4").status == 0)
    let file = "releases/" + (try Self.file(of: "2025-Q4", in: world))
    let path = world.folder + "/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    func findings() throws -> [String] {
      let check = try world.run("tjek", "--json")
      let report = try JSONSerialization.jsonObject(with: Data(check.stdout.utf8)) as? [String: Any]
      return ((report?["findings"] as? [[String: Any]]) ?? []).compactMap { $0["code"] as? String }
    }
    try Self.write(text.replacingOccurrences(of: "\"base\": 5", with: "\"base\": 10"), to: path)
    #expect(try findings() == ["changed-release"])
    // It was released, and its file stands there: to release it again would be the wrong advice.
    for command in ["tal", "frigiv"] {
      let result = try world.run(command, "--kvartal", "2025-Q4")
      #expect(result.status == 65 && result.stdout.isEmpty)
      #expect(
        result.stderr.contains("\(file) er ændret eller ødelagt siden"), "\(result.stderr)")
      #expect(!result.stderr.contains("mangler") && !result.stderr.contains("ikke frigivet"))
    }
    try Self.write("", to: path)
    #expect(try world.run("tal", "--kvartal", "2025-Q4").stderr.contains("er ændret eller ødelagt siden"))
    // A synchroniser's copy of the true file still counts.
    try Self.write(text, to: world.folder + "/releases/2025-Q4 (conflict).json")
    #expect(try world.run("tal", "--kvartal", "2025-Q4").status == 0)
    try FileManager.default.removeItem(atPath: world.folder + "/releases/2025-Q4 (conflict).json")
    try FileManager.default.removeItem(atPath: path)
    #expect(try findings() == ["missing-release"])
    let gone = try world.run("tal", "--kvartal", "2025-Q4")
    #expect(gone.status == 65 && gone.stderr.contains("\(file) mangler"))
  }

  /// The one file of a period, named by its period and what `sha256sum` says of it.
  private static func file(of period: String, in world: CommandWorld) throws -> String {
    let place = world.folder + "/releases/"
    let names = try FileManager.default.contentsOfDirectory(atPath: place).filter { $0.hasPrefix(period) }
    let name = try #require(names.count == 1 ? names[0] : nil, "\(names)")
    let sum = try Subprocess.run(
      ["/usr/bin/sha256sum", place + name], environment: Binary.environment(home: world.home.path))
    #expect(name == period + "-" + sum.stdout.prefix(8) + ".json")
    return name
  }

  /// Two machines that had read different records released the same quarter before they met.
  @Test func ofTwoReleasesTheFirstCountsAndTheOtherNeverStepsIn() throws {
    let world = try world().withoutEndedWeeks()
    defer { world.remove() }
    let apart = world.home.path + "/apart"
    try FileManager.default.copyItem(atPath: world.folder, toPath: apart)
    func onTheOther(_ arguments: String..., minute: Int) throws -> ProgramResult {
      try Binary.run(
        arguments + ["--mappe", apart, "--nu", "2026-03-05T10:\(minute)"], home: world.home.path)
    }
    // What the other machine has not got yet: all of one writer.
    let writers = try FileManager.default.contentsOfDirectory(atPath: apart + "/log")
    let late = try #require(writers.sorted().first { $0.hasPrefix("vuc-") })
    try FileManager.default.removeItem(atPath: apart + "/log/" + late)
    #expect(try world.run("frigiv", "--kvartal", "2025-Q4").status == 0)
    let first = try Self.file(of: "2025-Q4", in: world)
    let figures = try world.run("tal", "--kvartal", "2025-Q4", "--json").stdout
    #expect(try onTheOther("frigiv", "--kvartal", "2025-Q4", minute: 30).status == 0)
    // They meet.
    let releases = try FileManager.default.contentsOfDirectory(atPath: apart + "/releases")
    let second = try #require(releases.first)
    #expect(releases.count == 1 && second != first)
    for name in ["releases/" + second]
      + (try FileManager.default.subpathsOfDirectory(atPath: apart).filter { $0.hasSuffix("duty-2026.jsonl") })
    where !FileManager.default.fileExists(atPath: world.folder + "/" + name) {
      let folder = URL(fileURLWithPath: world.folder + "/" + name).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: apart + "/" + name, toPath: world.folder + "/" + name)
    }
    #expect(try world.run("tal", "--kvartal", "2025-Q4", "--json").stdout == figures)
    // The file that counts is overwritten with the other one, or gone.
    let place = world.folder + "/releases/"
    let other = try String(contentsOfFile: place + second, encoding: .utf8)
    try Self.write(other, to: place + first)
    let changed = try world.run("tal", "--kvartal", "2025-Q4")
    #expect(changed.status == 65 && changed.stdout.isEmpty)
    #expect(changed.stderr.contains("\(first) er ændret eller ødelagt siden"), "\(changed.stderr)")
    #expect(try world.run("tjek").stdout.contains(first))
    try FileManager.default.removeItem(atPath: place + first)
    let gone = try world.run("tal", "--kvartal", "2025-Q4")
    #expect(gone.status == 65 && gone.stderr.contains("\(first) mangler"), "\(gone.stderr)")
  }

  private static func write(_ text: String, to path: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    _ = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o640])
  }

  /// The evaluator's one command: a school year with all that is published of it.
  @Test func theEvaluatorsYearIsOneCommand() throws {
    // Recorded from September on: the school year has three large quarters and most of a fourth.
    let world = try CommandWorld(visits: 500, weeks: 44, now: "2026-07-09T10:12")
    defer { world.remove() }
    #expect(try world.run("frigiv", "--skoleår", "2025/26").status == 0)
    let json = try world.object("tal", "--skoleår", "2025/26")
    #expect(json["period"] as? String == "2025/26" && json["topicsVersion"] as? Int == 1)
    let schools = try #require(json["schools"] as? [[String: Any]])
    for school in schools {
      #expect((school["topics"] != nil) == ((school["visits"] as? Int ?? 0) >= 50), "\(school)")
    }
    let path = world.home.path + "/aar.csv"
    let csv = try world.run("tal", "--skoleår", "2025/26", "--format", "csv", "--ud", path)
    #expect(csv.status == 0, "\(csv.stderr)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
    let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
    #expect(
      lines.first == "periode;tabel;skole;skolenavn;kode;navn;antal;mindst;hoejst;emneliste"
        && lines.last == "")
    let total = try #require(lines.first { $0.hasPrefix("2025/26;tal;*;Alle skoler;besoeg;") })
    let visits = try #require((json["total"] as? [String: Any])?["visits"] as? Int)
    #expect(total.components(separatedBy: ";")[6] == String(visits))
    #expect(lines.contains { $0.contains(";Mindre skoler;") } && !lines.contains { $0.contains(";FGU;") })
    #expect(lines.filter { $0.contains(";forklaring;") }.count >= 3)
  }
}

// Where the folder is found, what a new one holds, and what happens when it may not be used.
import Foundation
import TestKit
import Testing

@Suite struct FolderTests {
  @Test func withoutAFolderItSaysHowToMakeOne() throws {
    let result = try Binary.run(["i-dag"])
    #expect(result.status == 66 && result.stdout.isEmpty)
    #expect(result.stderr.contains("elevtjenesten opret") && result.stderr.contains("elevtjenesten demo"))
    let named = try Binary.run(["i-dag", "--mappe", "/nonexistent/here"])
    #expect(named.status == 66 && named.stderr.contains("/nonexistent/here"))
    let desk = try Binary.run([])
    #expect(desk.status == 66)
  }

  @Test func aFolderOfAnotherKindIsNotTouched() throws {
    let place = try TemporaryFolder()
    defer { place.remove() }
    try "mit".write(toFile: place.path + "/noter.txt", atomically: true, encoding: .utf8)
    #expect(try Binary.run(["i-dag", "--mappe", place.path]).status == 65)
    let made = try Binary.run(["opret", place.path])
    #expect(made.status == 73 && made.stderr.contains("Der ligger allerede noget"))
    let demo = try Binary.run(
      ["demo-data", "--mappe", place.path, "--besøg", "5", "--uger", "2", "--nu", "2026-03-05T10:12"])
    #expect(demo.status == 73)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["noter.txt"])
  }

  @Test func aNewFolderIsEmptyAndInOrder() throws {
    let place = try TemporaryFolder()
    defer { place.remove() }
    let folder = place.path + "/elevtjenesten"
    #expect(try Binary.run(["opret", folder]).status == 0)
    #expect(try Binary.run(["tjek", "--mappe", folder]).status == 0)
    #expect(try Binary.run(["i-dag", "--mappe", folder]).status == 0)
    let today = try Binary.run(["i-dag", "--mappe", folder, "--json"])
    #expect(today.stdout.contains("\"schools\":[]"))
    #expect(try Binary.run(["opret", folder]).status == 73)
    let rights = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
    #expect(rights.map { $0 & 0o777 } == 0o750)
  }

  @Test func theFolderIsFoundInTheOrderPromised() throws {
    let world = try CommandWorld(visits: 3, weeks: 2)
    defer { world.remove() }
    let home = world.home.path
    func isFound(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Bool {
      let result = try Binary.run(
        ["i-dag", "--json", "--nu", world.now] + arguments, environment: environment, home: home)
      return result.status == 0 && result.stdout.contains("\"GYM\"")
    }
    let other = home + "/other"
    #expect(try Binary.run(["opret", other]).status == 0)
    #expect(try isFound(["--mappe", world.folder], ["ELEVTJENESTEN_MAPPE": other]))
    #expect(try isFound([], ["ELEVTJENESTEN_MAPPE": world.folder]))
    let config = home + "/.config/elevtjenesten"
    try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
    try #"{"version": 1, "folder": "\#(world.folder)"}"#
      .write(toFile: config + "/config.json", atomically: true, encoding: .utf8)
    #expect(try isFound([]))
    #expect(try !isFound([], ["ELEVTJENESTEN_MAPPE": other]))
    try FileManager.default.removeItem(atPath: config)
    let data = home + "/.local/share"
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: world.folder, toPath: data + "/elevtjenesten")
    #expect(try isFound([]))
  }

  @Test func aPretendedTimeWritesOnlyInDemos() throws {
    let place = try TemporaryFolder()
    defer { place.remove() }
    let world = try CommandWorld(visits: 3, weeks: 2)
    defer { world.remove() }
    // The same folder, but with settings that say it is no demo.
    let settings = world.folder + "/settings.json"
    let text = try String(contentsOfFile: settings, encoding: .utf8)
    #expect(text.contains("\"demo\": true"))
    let handle = try #require(FileHandle(forWritingAtPath: settings))
    try handle.truncate(atOffset: 0)
    try handle.write(
      contentsOf: Data(text.replacingOccurrences(of: "\"demo\": true", with: "\"demo\": false").utf8))
    try handle.close()
    let before = try world.rawLines("visits").count
    let result = try world.run("besøg", "--skole", "EUC")
    #expect(result.status == 1 && result.stderr.contains("--nu"))
    #expect(try world.rawLines("visits").count == before)
    #expect(try world.run("i-dag").status == 0)
  }

  @Test func aFolderThatMayNotBeWrittenIsSaidToBeSo() throws {
    let world = try CommandWorld(visits: 3, weeks: 2)
    defer { world.remove() }
    // As anybody else than root, who may write everywhere.
    let folders = try Subprocess.run(
      ["/bin/sh", "-c", "chmod -R a+rX \(world.home.path); chmod 3555 \(world.folder)/log"],
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(folders.status == 0)
    let state = world.home.path + "/nobody"
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
    _ = chmod(state, 0o777)
    var command = [
      Binary.path(), "besøg", "--skole", "EUC", "--mappe", world.folder, "--nu", world.now,
    ]
    if getuid() == 0 {
      command = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + command
    }
    let result = try Subprocess.run(command, environment: Binary.environment(home: state))
    // A build folder that nobody else may enter cannot be tried as somebody else.
    if result.stderr.contains("setpriv: failed to execute") { return }
    #expect(result.status == 77, "\(result.stderr)")
    #expect(result.stderr.contains("ikke ret til at skrive"))
  }

  @Test func outputThatCannotBeWrittenIsAnError() throws {
    let world = try CommandWorld(visits: 3, weeks: 2)
    defer { world.remove() }
    func shell(_ line: String) throws -> ProgramResult {
      try Subprocess.run(
        ["/bin/sh", "-c", "\(Binary.path()) \(line)"], environment: Binary.environment(home: world.home.path))
    }
    let place = "--mappe \(world.folder) --nu \(world.now)"
    let full = try shell("i-dag \(place) > /dev/full")
    #expect(full.status == 74 && full.stderr.contains("kunne ikke skrives ud"))
    let before = try world.standingVisits()
    let closed = try shell("besøg --skole EUC \(place) >&-")
    #expect(closed.status == 74)
    #expect(try world.standingVisits() == before)
    // Here the visit is on the disk before the id can be found not to be writable: its id is told.
    let saved = try shell("besøg --skole EUC \(place) > /dev/full")
    #expect(saved.status == 76 && saved.stderr.contains("Det er gemt med id"))
    #expect(try world.standingVisits() == before + 1)
    // Whatever was saved, with an id to tell or without one.
    for command in [
      "åbn --skole EUC", "sparring --skole VUC", "besøg --skole EUC --json",
      "overdrag --skole EUC --til CET --som MAL",
    ] {
      let untold = try shell("\(command) \(place) > /dev/full")
      #expect(untold.status == 76 && untold.stderr.contains("Det er gemt"), "\(command): \(untold.stderr)")
    }
    #expect(try shell("tjek --mappe \(world.folder)").status == 0)
  }

  @Test func theDeskSaysWhatItNeedsOfATerminal() throws {
    let world = try CommandWorld(visits: 3, weeks: 2)
    defer { world.remove() }
    let result = try world.run()
    #expect(result.status == 69 && result.stderr.contains("elevtjenesten i-dag"))
  }

  @Test func aBrokenDocumentIsOneFindingAndStopsNothing() throws {
    let world = try CommandWorld(visits: 20, weeks: 4)
    defer { world.remove() }
    #expect(try world.run("i-dag").status == 0)
    let handle = try #require(FileHandle(forWritingAtPath: world.folder + "/colleagues.json"))
    try handle.truncate(atOffset: 5)
    try handle.close()
    let check = try world.run("tjek")
    #expect(check.status == 1)
    #expect(
      check.stdout == "FEJL colleagues.json: Filen er ikke gyldig JSON i UTF-8: fejlen er på eller lige før "
        + "linje 2. Ret den, eller hent filen fra en sikkerhedskopi.\n")
    // The program runs on with the last good copy, and says so.
    let today = try world.run("i-dag")
    #expect(today.status == 0 && today.stdout.contains("Malene Smedelyng"))
    #expect(today.stdout.contains("\nUfuldstændig: fejl i colleagues.json.\n"))
    #expect(today.stderr.contains("Én fejl i colleagues.json. Kør: elevtjenesten tjek"))
  }
}

// A day at the desk whose every clock time, name and receiver is known, played with the finished program.
import Foundation
import TestKit
import Testing

/// A made-up folder in which the day has been played.
struct KnownDay {
  let home: TemporaryFolder
  let folder: String
  /// The handover that was offered, taken over and closed, and one that is still open.
  private(set) var closed = ""
  private(set) var open = ""

  /// The clock times of the day at the schools.
  static let times = [
    "09:31", "09:47", "09:49", "10:12", "10:23", "10:41", "10:58", "11:02", "11:37", "13:29",
  ]
  /// Everybody who has a part in it.
  static let people = ["MAL": "Malene Smedelyng", "CET": "Çetin Havtorn", "ASE": "Åse Kornvang"]

  init() throws {
    home = try TemporaryFolder()
    folder = home.path + "/data"
    try run("09:00", "demo-data", "--besøg", "40", "--uger", "4", "--frø", "7")
  }

  /// Opens, counts, takes back, hands over twice, has one taken over and closed, and closes the door.
  mutating func play() throws {
    try run("09:31", "åbn", "--skole", "EUC", "--som", "MAL")
    try run("09:47", "besøg", "--skole", "EUC", "--emne", "bolig", "--udfald", "guidet")
    closed = try run("09:49", "overdrag", "--skole", "EUC", "--til", "CET", "--som", "MAL", "--måde", "selv")
    let wrong = try run("10:12", "besøg", "--skole", "EUC", "--emne", "familie")
    try run("10:23", "sparring", "--skole", "EUC")
    open = try run("10:41", "overdrag", "--skole", "EUC", "--til", "ASE", "--som", "MAL")
    try run("10:58", "tag-over", closed, "--som", "CET")
    try run("11:02", "fortryd", wrong, "--som", "MAL")
    for copy in [".sync-conflict-20260305-101200-ABCDEFG.json", " (Malenes kopi).json", ".json~"] {
      try FileManager.default.copyItem(
        atPath: folder + "/handovers/\(closed).json", toPath: folder + "/handovers/\(closed)\(copy)")
    }
    try run("11:37", "luk", closed, "--grund", "igang", "--som", "CET")
    try run("13:29", "luk-dør", "--skole", "EUC", "--som", "MAL")
    try run("13:29", "tjek")
  }

  /// Runs a command at a time of the day; what it printed, without its last newline.
  @discardableResult
  func run(_ time: String, _ arguments: String...) throws -> String {
    let result = try Binary.run(
      arguments + ["--mappe", folder, "--nu", "2026-03-05T\(time)"], home: home.path)
    let mayFind = arguments.first == "tjek"
    #expect(result.status == 0 || mayFind, "\(arguments) said \(result.stderr)")
    return result.stdout.trimmingCharacters(in: .newlines)
  }

  /// The files of a stream, with their paths.
  func files(_ stream: String) throws -> [String] {
    let log = folder + "/log"
    return try FileManager.default.contentsOfDirectory(atPath: log).sorted().flatMap { writer in
      try FileManager.default.contentsOfDirectory(atPath: log + "/" + writer).sorted()
        .filter { $0.hasPrefix(stream + "-") }.map { "\(log)/\(writer)/\($0)" }
    }
  }

  /// All lines of a stream, every byte of its files.
  func lines(_ stream: String) throws -> [String] {
    try files(stream).flatMap { file -> [String] in
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.hasSuffix("\n"), "\(file) does not end with a line")
      return text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Ids and names of all colleagues, as the folder has them.
  func colleagues() throws -> [(id: String, name: String)] {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/colleagues.json"))
    let document = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    let list = document?["colleagues"] as? [[String: Any]] ?? []
    return list.compactMap { entry in
      guard let id = entry["id"] as? String, let name = entry["name"] as? String else { return nil }
      return (id, name)
    }
  }

  func remove() { home.remove() }
}

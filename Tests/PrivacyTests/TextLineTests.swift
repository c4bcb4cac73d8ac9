// `tjek-tekst` through the finished program: one word a line, never the text, whatever comes in.
import Foundation
import TestKit
import Testing

@Suite struct TextLineTests {
  private func run(_ arguments: [String], _ input: String) throws -> ProgramResult {
    try Binary.run(["tjek-tekst"] + arguments, input: input)
  }

  @Test func everyLineHasOneWordAndNothingElse() throws {
    let lines = ["010140-5678", "uge 10", "11.03.26 1430", "", "ring 12 34 56 78", "Kaj 0101405678 fra VUC"]
    let input = lines.joined(separator: "\n") + "\n"
    let plain = try run([], input)
    #expect(plain.stdout == "blok\nok\nadvarsel\nok\nok\nblok\n")
    #expect(plain.status == 0 && plain.stderr.isEmpty)
    let young = try run(["--om-ung"], input)
    #expect(young.stdout == "blok\nok\nadvarsel\nok\nblok\nblok\n")
    #expect(try run([], "").stdout.isEmpty)
    #expect(try run([], "010140-5678\r\nuge 10").stdout == "blok\nok\n")
    #expect(try run(["--hest"], "").status == 64)
  }

  @Test func everyCanaryIsJudgedAndNoneRepeated() throws {
    let result = try run(["--om-ung"], Canary.all.map(\.text).joined(separator: "\n"))
    let words = result.stdout.split(separator: "\n")
    #expect(words.count == Canary.all.count)
    for (canary, word) in zip(Canary.all, words) {
      #expect(word == (canary.isRefusedInTexts ? "blok" : "ok"), "\(canary.text)")
      #expect(!canary.stands(in: result.stdout + result.stderr))
    }
  }

  /// Bytes that are no text, through a pipe.
  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x0A], ["ok"]), ([0xC3, 0x0A, 0x41, 0x0A], ["ok", "ok"]),
      ([0x00, 0x00, 0x0A], ["ok"]), (Array("010140\u{0}-5678\n".utf8), ["blok"]),
      ([0xED, 0xA0, 0x80, 0x20] + Array("010140-5678\n".utf8), ["blok"]),
      (Array("010140-5678".utf8) + [0xC3], ["blok"]), ([0xF4, 0x90, 0x80, 0x80], ["ok"]),
    ] as [([UInt8], [String])])
  func bytesThatAreNoTextDoNotStopIt(bytes: [UInt8], words: [String]) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/in"))
    let result = try Subprocess.run(
      ["/bin/sh", "-c", "\(Binary.path()) tjek-tekst < \(folder.path)/in"],
      environment: Binary.environment(home: folder.path))
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stdout.split(separator: "\n").map(String.init) == words)
  }

  @Test func aVeryLongLineIsOneLine() throws {
    let long = String(repeating: "uge 10, 11, 12 og ", count: 60_000)
    let result = try run([], long + "\n" + long + "010140-5678\nok\n")
    #expect(result.stdout == "ok\nblok\nok\n")
  }

  @Test(arguments: [
    ["besøg", "--skole", "010140-5678"], ["besøg", "--skole", "EUC", "--emne", "010140-5678"],
    ["fortryd", "010140-5678"], ["010140-5678"], ["i-dag", "010140-5678"], ["--010140-5678"],
    ["overdrag", "--skole", "EUC", "--til", "010140-5678", "--som", "MAL"], ["tal", "--uge", "010140-5678"],
  ])
  func aNumberOnTheCommandLineIsNotSaidBack(arguments: [String]) throws {
    let day = try KnownDay()
    defer { day.remove() }
    let result = try Binary.run(
      arguments + ["--mappe", day.folder, "--nu", "2026-03-05T10:12"], home: day.home.path)
    #expect(result.status != 0)
    #expect(!result.stderr.isEmpty && !Canary.all[0].stands(in: result.stdout + result.stderr), "\(result)")
    #expect(CanarySearch().hits(below: day.home.path).hits.isEmpty)
  }

  @Test func aNumberInADocumentIsToldByItsPlaceAndCopiedNowhere() throws {
    let day = try KnownDay()
    defer { day.remove() }
    let file = day.folder + "/colleagues.json"
    let right = try String(contentsOfFile: file, encoding: .utf8)
    let wrong = right.replacingOccurrences(of: "Malene Smedelyng", with: "Kaj 010140-5678")
    try Data(wrong.utf8).write(to: URL(fileURLWithPath: file))
    let shown = ["tjek", "i-dag", "vagtplan", "overdragelser"]
    for command in shown + shown.map({ $0 + " --json" }) {
      let result = try Binary.run(
        command.split(separator: " ").map(String.init) + ["--mappe", day.folder, "--nu", "2026-03-05T10:12"],
        home: day.home.path)
      #expect(!Canary.all[0].stands(in: result.stdout + result.stderr), "\(command)")
      if command == "tjek --json" { #expect(result.status == 1 && result.stdout.contains("refused-text")) }
      if command == "tjek" { #expect(result.stdout.contains("tegn 5–15")) }
    }
    try Data(right.utf8).write(to: URL(fileURLWithPath: file))
    #expect(CanarySearch().hits(below: day.home.path).hits.isEmpty)
  }
}

// Everything that reads bytes it did not write, as functions from bytes to nothing that must not fail.

import Domain
import Foundation
import Guard
import Store

/// One reader of foreign bytes. A broken promise ends the program, as a fuzzer wants it.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case line, segment, settings, schools, colleagues, topics, calendar, offers, handover, json, csv, cpr

  /// Reads the bytes. `folder` is an empty folder of the caller's, for readers that open files.
  package func read(_ bytes: [UInt8], in folder: String) {
    switch self {
    case .line: Self.readLine(bytes)
    case .segment: Self.readSegment(bytes, in: folder)
    case .settings, .schools, .colleagues, .topics, .calendar, .offers:
      if let name = DocumentName(rawValue: rawValue) { _ = LoadedDocuments(bytes, as: name) }
    case .csv: Self.readTable(bytes)
    case .handover:
      Self.makeFolder(folder + "/handovers")
      write(bytes, to: folder + "/handovers/" + String(repeating: "a", count: 32) + ".json")
      _ = try? HandoverFiles(folder: folder).readAll()
    case .json:
      guard let value = JSONValue(document: bytes) else { return }
      // What is written can be read again, and is then the same.
      let again = JSONValue(document: value.document)
      Self.require(again?.document == value.document, "a document that does not survive being written")
    case .cpr: Self.readText(bytes)
    }
  }

  private static func readLine(_ bytes: [UInt8]) {
    for stream in Stream.allCases {
      bytes.withUnsafeBytes { raw in
        guard let record = try? LineCodec.decode(raw) else { return }
        let kind = UnsafeRawBufferPointer(rebasing: raw[record.kind])
        let body = UnsafeRawBufferPointer(rebasing: raw[record.body])
        guard case .event(let event) = try? EventCoding.decode(kind: kind, body: body, stream: stream),
          let encoded = try? EventCoding.encode(event)
        else { return }
        let again = LineCodec.encode(
          version: record.version, sequence: record.sequence, previous: record.previous, kind: encoded.kind,
          body: encoded.body)
        require(again.line.dropLast().elementsEqual(bytes), "a record that is written otherwise than read")
      }
    }
  }

  private static func readSegment(_ bytes: [UInt8], in folder: String) {
    let place = folder + "/log/euc-7f3a91c2d4e5b607"
    makeFolder(place)
    let file = place + "/visits-2026-W10.jsonl"
    _ = FileManager.default.createFile(atPath: file, contents: Data(bytes))
    var reader = LogReader(folder: folder)
    guard (try? reader.refresh()) != nil else { return }
    let isWhole = bytes.isEmpty || bytes.last == 0x0A
    require(isWhole || !reader.findings.findings.isEmpty, "a half line that nobody tells of")
    let first = reader.findings
    require((try? reader.refresh()) == false && reader.findings == first, "a second look that differs")
  }

  /// A table is read, and taken for each kind of document that can be imported.
  private static func readTable(_ bytes: [UInt8]) {
    guard let text = CSVText(bytes)?.text, let table = try? CellTable(csv: text) else { return }
    let nothing = LoadedDocuments([], as: .settings)
    let today = CivilDate(dayNumber: 20_517)
    for name in DocumentName.allCases where name != .settings {
      _ = DocumentImport(
        table, as: name, into: nothing, changes: ChangeDays(earliest: today, today: today), today: today)
    }
  }

  private static func readText(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for scope in [Guard.Scope.plain, .aboutYoungPerson] {
      let verdict = Guard.check(text, scope: scope)
      require(Guard.check(text, scope: scope) == verdict, "two verdicts about one text")
    }
  }

  private func write(_ bytes: [UInt8], to path: String) {
    _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
  }

  private static func makeFolder(_ path: String) {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  private static func require(_ isTrue: Bool, _ promise: String) {
    if !isTrue { preconditionFailure(promise) }
  }
}

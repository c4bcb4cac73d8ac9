// What must hold after every fault, checked in one place.

import Domain
import Foundation
import Store
import Testing

/// How far tests go: a sample in every run, everything before a release.
enum Thoroughness {
  static let isExhaustive = ProcessInfo.processInfo.environment["ELEVTJENESTEN_EXHAUSTIVE"] == "1"

  /// Every offset, or every `step`th.
  static func offsets(_ range: Range<Int>, every step: Int) -> [Int] {
    Array(stride(from: range.lowerBound, to: range.upperBound, by: isExhaustive ? 1 : step))
  }
}

/// The files of a folder that a fault may not touch.
struct Snapshot: Equatable {
  var files: [String: [UInt8]]

  init(of folder: TestFolder, except spared: String) throws {
    files = [:]
    for file in try folder.logFiles() where file != spared { files[file] = try folder.bytes(file) }
  }
}

extension TestFolder {
  /// The oracle: what was acknowledged and not damaged is there once, nothing else is, a second look
  /// changes nothing, the next append works and shows, and other files stay as they are.
  func expectSound(
    acknowledged: Set<RecordID>, lost: Set<RecordID>, damaged: String, before: Snapshot,
    on today: CivilDate, _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var reader = try read()
    let present = reader.ledger.visitIDs
    #expect(present.count == Set(present).count, comment, sourceLocation: sourceLocation)
    #expect(Set(present).isSubset(of: acknowledged), comment, sourceLocation: sourceLocation)
    #expect(
      acknowledged.subtracting(lost).isSubset(of: Set(present)), comment, sourceLocation: sourceLocation)
    let first = reader.findings
    #expect(try reader.refresh() == false, comment, sourceLocation: sourceLocation)
    #expect(try read().findings == first, comment, sourceLocation: sourceLocation)

    let event = visit(day: today)
    let saved = try writer().append(event, on: today)
    #expect(saved.body == event, comment, sourceLocation: sourceLocation)
    _ = try reader.refresh()
    let after = Set(present).union([event.id])
    #expect(Set(reader.ledger.visitIDs) == after, comment, sourceLocation: sourceLocation)
    #expect(Set(try read().ledger.visitIDs) == after, comment, sourceLocation: sourceLocation)
    for (file, bytes) in before.files {
      let now = try self.bytes(file)
      #expect(now.starts(with: bytes), comment, sourceLocation: sourceLocation)
    }
  }
}

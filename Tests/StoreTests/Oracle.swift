// What must hold after every fault, checked in one place.

import Domain
import Foundation
import Store
import Testing

/// All files of a test folder, to go back to: the same inodes with the same contents.
struct Checkpoint {
  private let root: String
  private let files: [String: [UInt8]]

  init(of folder: TestFolder) throws {
    root = folder.root
    var files: [String: [UInt8]] = [:]
    for path in try Self.paths(root) {
      files[path] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    self.files = files
  }

  /// New files go, and the folders of new writers with them: thousands of empty ones slow every look.
  func restore() throws {
    for path in try Self.paths(root) where files[path] == nil {
      try FileManager.default.removeItem(atPath: path)
      rmdir((path as NSString).deletingLastPathComponent)
    }
    for (path, bytes) in files {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    }
  }

  private static func paths(_ root: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root).map { root + "/" + $0 }.filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }
}

extension TestFolder {
  /// The oracle: what was acknowledged and not damaged is there once, nothing else is, a second look
  /// changes nothing, the next append works and shows, and other files stay as they are.
  func expectSound(
    acknowledged: Set<RecordID>, lost: Set<RecordID>, on today: CivilDate, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = Dictionary(uniqueKeysWithValues: try logFiles().map { ($0, try bytes($0)) })
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
    for (file, bytes) in before {
      let now = try self.bytes(file)
      #expect(now.starts(with: bytes), comment, sourceLocation: sourceLocation)
    }
  }
}

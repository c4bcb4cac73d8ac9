// A new folder: what is in it, with which rights, and where none is made.

import Domain
import Foundation
import Glibc
import Store
import Testing

@Suite("A new folder", .serialized) struct FolderCreationTests {
  private func rights(_ path: String) throws -> UInt32 {
    var raw = stat()
    try #require(stat(path, &raw) == 0)
    return raw.st_mode & 0o7777
  }

  /// The umask belongs to the whole process: tests beside this one may see it for a moment, and none
  /// of them depends on it.
  @Test(arguments: [0o000, 0o077, 0o007] as [mode_t])
  func hasItsRightsWhateverTheUmask(mask: mode_t) throws {
    let folder = try TestFolder()
    let path = folder.root + "/new"
    let old = umask(mask)
    defer { _ = umask(old) }
    _ = try FolderCreation.create(at: path, documents: Documents(settings: Settings(name: "X"))) {
      folder.randomness.next()
    }
    let writer = LogWriter(
      folder: path, state: try StateFolder(path: folder.root + "/state"), school: "EUC", program: "test",
      random: { folder.randomness.next() })
    let saved = try writer.append(folder.visit(day: day("2026-03-05")), on: day("2026-03-05"))
    let place = path + "/log/" + saved.origin.writer
    #expect(try rights(path) == 0o2750)
    #expect(try rights(path + "/log") == 0o3770)
    #expect(try rights(path + "/handovers") == 0o2770)
    #expect(try rights(path + "/releases") == 0o2750)
    #expect(try rights(path + "/colleagues.json") == 0o640)
    #expect(try rights(path + "/id") == 0o640)
    #expect(try rights(place) == 0o2750)
    #expect(try rights(place + "/visits-2026-W10.jsonl") == 0o640)
  }

  @Test func hasAnIdentityOfItsOwn() throws {
    let folder = try TestFolder()
    let documents = Documents(settings: Settings(name: "X"))
    let one = try FolderCreation.create(at: folder.root + "/1", documents: documents) {
      folder.randomness.next()
    }
    let two = try FolderCreation.create(at: folder.root + "/2", documents: documents) {
      folder.randomness.next()
    }
    #expect(one.store != two.store)
    #expect(one.releaseKey.count == 32)
    #expect(try FolderIdentity(folder: folder.root + "/1") == one)
    #expect(throws: FolderIdentity.Fault.noFolder(path: folder.root + "/3")) {
      _ = try FolderIdentity(folder: folder.root + "/3")
    }
    #expect(throws: FolderIdentity.Fault.noStore(path: folder.data)) {
      _ = try FolderIdentity(folder: folder.data)
    }
  }

  @Test func isNotMadeWhereSomethingIs() throws {
    let folder = try TestFolder()
    let documents = Documents(settings: Settings(name: "X"))
    #expect(throws: CreationFailure.notEmpty(path: folder.data)) {
      _ = try FolderCreation.create(at: folder.data, documents: documents) { 1 }
    }
    try Data().write(to: URL(fileURLWithPath: folder.root + "/file"))
    #expect(throws: CreationFailure.notAFolder(path: folder.root + "/file")) {
      _ = try FolderCreation.create(at: folder.root + "/file", documents: documents) { 1 }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.data) == ["log"])
  }
}

// Another folder in the place of the one that was opened, and none: nothing is saved until it is back.

import Domain
import Foundation
import Store
import Testing

@Suite("A folder is known by its id") struct FolderSealTests {
  let today = day("2026-03-05")

  private struct World {
    let writer: LogWriter
    let test: TestFolder

    init() throws {
      test = try DocumentTests.folder()
      let store = try FolderIdentity(folder: test.data).store
      writer = LogWriter(
        folder: test.data, state: try StateFolder(path: test.root + "/state"), school: "EUC",
        program: "elevtjenesten test", seal: FolderSeal(folder: test.data, store: store),
        random: { [random = test.randomness] in random.next() })
    }

    func move(_ from: String, _ to: String) throws {
      try FileManager.default.moveItem(atPath: test.root + from, toPath: test.root + to)
    }

    func makeAnother() throws {
      _ = try FolderCreation.create(at: test.data, documents: Documents(settings: Settings(name: "X"))) {
        test.randomness.next()
      }
    }
  }

  @Test(arguments: [true, false]) func andNoOtherIsWrittenTo(hasSaved: Bool) throws {
    let world = try World()
    if hasSaved { _ = try world.writer.append(world.test.visit(day: today), on: today) }
    try world.move("/data", "/aside")
    let visit = world.test.visit(day: today)
    #expect(throws: SaveFailure.folderGone(path: world.test.data)) {
      try world.writer.append(visit, on: today)
    }
    try world.makeAnother()
    #expect(throws: SaveFailure.anotherFolder(path: world.test.data)) {
      try world.writer.append(visit, on: today)
    }
    #expect(try world.test.logFiles().isEmpty)
    try world.move("/data", "/another")
    try FileManager.default.createDirectory(atPath: world.test.data, withIntermediateDirectories: false)
    #expect(throws: SaveFailure.anotherFolder(path: world.test.data)) {
      try world.writer.append(visit, on: today)
    }
    try FileManager.default.removeItem(atPath: world.test.data)
    // The one that was opened is back: the same record counts once, by the same writer.
    try world.move("/aside", "/data")
    _ = try world.writer.append(visit, on: today)
    #expect(try world.test.read().ledger.visitIDs.count == (hasSaved ? 2 : 1))
    #expect(try world.test.logFiles().count == 1)
    #expect(world.writer.takeNotices().isEmpty)
  }

  /// A synchroniser that writes the file anew, or a copy of the folder, changes nothing of which it is.
  @Test func whateverFileHoldsIt() throws {
    let world = try World()
    _ = try world.writer.append(world.test.visit(day: today), on: today)
    let id = URL(fileURLWithPath: world.test.data + "/id")
    try Data(contentsOf: id).write(to: id, options: .atomic)
    _ = try world.writer.append(world.test.visit(day: today), on: today)
    #expect(try world.test.read().ledger.visitIDs.count == 2)
  }
}

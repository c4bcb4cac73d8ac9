// Exported files appear whole or not at all, and never over another file unasked.

import Domain
import Glibc
import Store
import TestKit
import Testing

private func exports(_ folder: TemporaryFolder) -> Exports {
  Exports(folder: folder.path, random: { UInt64.random(in: .min ... .max) })
}

private func file(_ name: String, _ text: String) -> ExportedFile {
  ExportedFile(name: name, bytes: Array(text.utf8))
}

private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
  String(decoding: try Directory(named: folder.path).reader(name).bytes(limit: 1 << 20), as: UTF8.self)
}

@Test func exportedFilesStandThereWithTheRightsOfTheUmask() throws {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  try exports(folder).write([file("a.csv", "æ;1\r\n"), file("b.html", "")], replacing: false)
  #expect(try text(folder, "a.csv") == "æ;1\r\n" && text(folder, "b.html") == "")
  let directory = try Directory(named: folder.path)
  #expect(try directory.names() == ["a.csv", "b.html"])
  let mask = umask(0)
  _ = umask(mask)
  #expect(try directory.facts(of: "a.csv").rights == 0o666 & ~UInt32(mask))
  #expect(try directory.facts(of: "a.csv").links == 1)
}

@Test func anotherFileIsNotReplacedUnasked() throws {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  let place = exports(folder)
  try place.write([file("a.csv", "first")], replacing: false)
  #expect(throws: ExportFailure.wouldReplace(["a.csv"])) {
    try place.write([file("new.csv", "n"), file("a.csv", "second")], replacing: false)
  }
  #expect(try text(folder, "a.csv") == "first")
  #expect(try Directory(named: folder.path).names() == ["a.csv"])
  try place.write([file("new.csv", "n"), file("a.csv", "second")], replacing: true)
  #expect(try text(folder, "a.csv") == "second" && text(folder, "new.csv") == "n")
}

@Test func linkInTheWayIsAFileInTheWay() throws {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  #expect(symlink("/nowhere/else", folder.path + "/a.csv") == 0)
  #expect(throws: ExportFailure.wouldReplace(["a.csv"])) {
    try exports(folder).write([file("a.csv", "x")], replacing: false)
  }
  try exports(folder).write([file("a.csv", "x")], replacing: true)
  #expect(try Directory(named: folder.path).facts(of: "a.csv").kind == .file)
}

/// The last of the files cannot get its name: those before it have not changed, and nothing is left over.
@Test func anExportThatCannotBeFinishedChangesNothing() throws {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  let place = exports(folder)
  try place.write([file("a.csv", "first")], replacing: false)
  let before = try Directory(named: folder.path).facts(of: "a.csv").inode
  #expect(mkdir(folder.path + "/c.html", 0o755) == 0)
  let path = folder.path + "/c.html"
  #expect(throws: ExportFailure.failed(.inputOutput(call: "rename", path: path, code: EISDIR))) {
    try place.write([file("a.csv", "second"), file("b.csv", "n"), file("c.html", "x")], replacing: true)
  }
  #expect(try text(folder, "a.csv") == "first")
  let directory = try Directory(named: folder.path)
  #expect(try directory.names() == ["a.csv", "c.html"])
  #expect(try directory.facts(of: "a.csv").inode == before)
}

@Test(arguments: ["", ".", "..", "a/b", "/etc/x"])
func onlyPlainNamesAreWritten(name: String) throws {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  #expect(throws: ExportFailure.badName(name)) {
    try exports(folder).write([file("good", "x"), file(name, "x")], replacing: true)
  }
  #expect(try Directory(named: folder.path).names().isEmpty)
}

@Test func missingFolderIsSaid() {
  let place = Exports(folder: "/nowhere/at/all", random: { 1 })
  #expect(throws: ExportFailure.failed(.inputOutput(call: "open", path: "/nowhere/at/all", code: ENOENT))) {
    try place.write([file("a", "x")], replacing: false)
  }
}

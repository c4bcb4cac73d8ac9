// Shares that remember files by their names: a new file is written to by the name it has, and no other.

import Domain
import Foundation
import Glibc
import Testing

@testable import Store

@Suite("A file on a share") struct ShareTests {
  let today = day("2026-03-05")

  @Test func isOpenByTheNameItGot() throws {
    let folder = try TestFolder()
    let place = try Directory(named: folder.data + "/log")
    var announced: [UInt64] = []
    let file = try NewFile.create("new", in: place, bytes: [1, 2], rights: 0o640, random: 7) {
      announced.append($0)
    }
    // What the kernel says the descriptor was opened by; of another name it would say that it is gone.
    let opened = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(file.number)")
    #expect(opened.hasSuffix("/data/log/new"))
    #expect(announced == [try place.facts(of: "new").inode])
  }

  /// Where files have no lasting numbers the last record tells whether it is the file, across starts too.
  @Test func withoutANumberIsKnownByItsLastRecord() throws {
    let folder = try TestFolder()
    for _ in 0..<3 { _ = try folder.writer().append(folder.visit(day: today), on: today) }
    let file = try #require(try folder.logFiles().first)
    let state = folder.root + "/state/euc.writer"
    let line = try #require(
      String(contentsOfFile: state, encoding: .utf8).split(separator: "\n").first.map(String.init))
    let number = try #require(line.firstMatch(of: /"inode":"[0-9a-f]+"/))
    // The state's line is under its hash; so it is made anew with the number that means none.
    let known = try #require(WriterState(Array((line + "\n").utf8)))
    var numberless = known
    numberless.marks[.visits]?.inode = 0
    #expect(number.0 != #""inode":"0""#)
    func remember() throws { try Data(try numberless.encoded()).write(to: URL(fileURLWithPath: state)) }
    try remember()
    let bytes = try folder.bytes(file)
    try FileManager.default.removeItem(atPath: folder.data + "/" + file)
    try Data(bytes).write(to: URL(fileURLWithPath: folder.data + "/" + file))
    let writer = try folder.writer()
    _ = try writer.append(folder.visit(day: today), on: today)
    #expect(writer.takeNotices().isEmpty && writer.currentWriter == known.writer)
    #expect(try folder.logFiles() == [file])
    #expect(try folder.read().ledger.visitIDs.count == 4)
    // Its last record damaged, it is another file.
    var damaged = bytes
    damaged[damaged.count - 60] ^= 1
    try folder.overwrite(file, with: damaged)
    try remember()
    let next = try folder.writer()
    _ = try next.append(folder.visit(day: today), on: today)
    #expect(next.takeNotices().map(\.reason) == [.damagedTail(file: String(file.dropFirst(4)))])
  }
}

// Rights that must come out right whatever the start: a hostile umask, and the access lists of coordinators.

import CXattr
import Foundation
import TestKit
import Testing

@Suite("Rights of the folder") struct RightsTests {
  private static let tool = "/usr/bin/setpriv"
  private static let (owner, staff, coordinator) = (61_001, 61_002, 61_003)
  private static let (everybody, coordinators) = (61_000, 61_100)
  private static let list = "system.posix_acl_access"

  /// Only root can be somebody else.
  private static var isPossible: Bool {
    getuid() == 0 && FileManager.default.isExecutableFile(atPath: tool)
  }

  @Test(arguments: ["0777", "0277", "0000", "0077"]) func anyUmaskLeavesAFolderThatWorks(mask: String) throws
  {
    let home = try TemporaryFolder()
    defer { home.remove() }
    let data = home.path + "/data"
    let lines = [
      "umask \(mask)", "'\(Binary.path())' opret '\(data)' || exit 9",
      "'\(Binary.path())' tjek --mappe '\(data)'",
    ]
    let result = try Subprocess.run(
      ["/bin/sh", "-c", lines.joined(separator: "\n")], environment: Binary.environment(home: home.path))
    #expect(result.status == 0, "\(result.stderr)")
    var facts = stat()
    #expect(stat(data, &facts) == 0 && facts.st_mode & 0o7777 == 0o2750)
    #expect(stat(data + "/log", &facts) == 0 && facts.st_mode & 0o7777 == 0o3770)
  }

  /// The list of acl(5) as Linux keeps it: owner, group, one more group, the mask, all others.
  private static func accessList(group: UInt16) -> [UInt8] {
    let entries: [(tag: UInt16, rights: UInt16, id: UInt32)] = [
      (0x01, 6 | group, .max), (0x04, 4 | (group & 1), .max), (0x08, group, UInt32(coordinators)),
      (0x10, group, .max), (0x20, 0, .max),
    ]
    func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
      withUnsafeBytes(of: number.littleEndian, Array.init)
    }
    return bytes(UInt32(2)) + entries.flatMap { bytes($0.tag) + bytes($0.rights) + bytes($0.id) }
  }

  private func list(of path: String) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1_024)
    let count = getxattr(path, Self.list, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }

  private func run(_ user: Int, _ groups: [Int], _ home: String, _ command: [String]) throws -> ProgramResult
  {
    let place = home + "/\(user)"
    if mkdir(place, 0o700) == 0 { try #require(chown(place, uid_t(user), gid_t(Self.everybody)) == 0) }
    let names = groups.map(String.init).joined(separator: ",")
    return try Subprocess.run(
      [Self.tool, "--reuid=\(user)", "--regid=\(Self.everybody)", "--groups=" + names] + command,
      environment: Binary.environment(home: place))
  }

  /// A coordinator saves a document: those whom the list names can go on writing it, and nobody else can.
  @Test(.enabled(if: isPossible)) func aSavedDocumentKeepsItsAccessList() throws {
    let home = try TemporaryFolder()
    defer { home.remove() }
    try #require(chmod(home.path, 0o755) == 0)
    let data = home.path + "/\(Self.owner)/data"
    let moment = ["--mappe", data, "--nu", "2026-03-05T10:12"]
    let made = try run(
      Self.owner, [Self.everybody], home.path,
      [Binary.path(), "demo-data", "--besøg", "12", "--uger", "1"] + moment)
    // A build folder that nobody else may enter cannot be tried as somebody else.
    if made.stderr.contains("setpriv: failed to execute") {
      Issue.record("not tried: the build folder is closed to other users", severity: .warning)
      return
    }
    try #require(made.status == 0, "\(made.stderr)")
    try #require(chmod(home.path + "/\(Self.owner)", 0o755) == 0)
    let document = data + "/offers.json"
    let (own, top) = (Self.accessList(group: 6), Self.accessList(group: 7))
    // Not every file system has such lists.
    guard setxattr(document, Self.list, own, own.count, 0) == 0 else {
      Issue.record("not tried: this file system has no access lists", severity: .warning)
      return
    }
    try #require(setxattr(data, Self.list, top, top.count, 0) == 0)
    let table = home.path + "/tilbud.csv"
    let offers = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: document)))
    let first = ((offers as? [String: Any])?["offers"] as? [[String: Any]])?.first?["id"] as? String
    try Data("id;navn\r\n\(try #require(first));Et nyt navn\r\n".utf8).write(to: URL(fileURLWithPath: table))
    let groups = [Self.everybody, Self.coordinators]
    let saved = try run(
      Self.coordinator, groups, home.path,
      [Binary.path(), "importer", "tilbud", table, "--udfør", "--som", "LON"] + moment)
    try #require(saved.status == 0, "\(saved.stderr)")
    #expect(try String(contentsOfFile: document, encoding: .utf8).contains("Et nyt navn"))
    #expect(list(of: document) == own)
    let write = ["/bin/sh", "-c", "echo >> '\(document)'"]
    #expect(try run(Self.staff, [Self.everybody], home.path, write).status != 0)
    #expect(try run(Self.coordinator, groups, home.path, write).status == 0)
    #expect(try run(Self.staff, [Self.everybody], home.path, ["/bin/cat", document]).status == 0)
    let checked = try run(Self.owner, [Self.everybody], home.path, [Binary.path(), "tjek"] + moment)
    #expect(checked.status == 0, "\(checked.stdout)")
    // Without a list the same right to write is everybody's, and that is told.
    try #require(removexattr(document, Self.list) == 0 && chmod(document, 0o660) == 0)
    let loose = try run(Self.owner, [Self.everybody], home.path, [Binary.path(), "tjek"] + moment)
    #expect(loose.stdout.contains("offers.json: Flere kan skrive her"), "\(loose.stdout)")
  }
}

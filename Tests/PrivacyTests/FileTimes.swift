// When files were last changed, as the system tells it.
import Foundation
import TestKit

/// The time of the last change of a file or folder.
struct FileTimes: Equatable {
  private var path: String
  var changed: Double

  init(_ path: String) throws {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw CocoaError(.fileReadNoSuchFile) }
    self.path = path
    changed = Double(facts.st_mtim.tv_sec) + Double(facts.st_mtim.tv_nsec) / 1e9
  }

  /// The last change is the start of a day, in Danish time; of a plain file in the data folder so many
  /// seconds later as its contents say. (The last access is set too, and is that of the next one who reads
  /// the file.)
  var areCovered: Bool {
    guard let second = secondOfDay else { return false }
    return second == 0 || second == decidedSecond
  }

  private var secondOfDay: Double? {
    guard let zone = TimeZone(identifier: "Europe/Copenhagen") else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let date = Date(timeIntervalSince1970: changed)
    return date.timeIntervalSince(calendar.startOfDay(for: date))
  }

  /// What `sha256sum` says of the contents makes one of the even seconds of half a day.
  private var decidedSecond: Double? {
    let sum = try? Subprocess.run(["/usr/bin/sha256sum", path], environment: [:]).stdout
    return sum.flatMap { UInt32($0.prefix(8), radix: 16) }.map { Double($0 % 21_600 * 2) }
  }

  /// All plain files below a folder.
  static func files(below path: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.sorted().map { path + "/" + $0 }.filter { file in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }
}

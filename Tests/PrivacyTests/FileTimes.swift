// When files were last changed, as the system tells it.
import Foundation

/// The time of the last change of a file or folder.
struct FileTimes: Equatable {
  var changed: Double

  init(_ path: String) throws {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw CocoaError(.fileReadNoSuchFile) }
    changed = Double(facts.st_mtim.tv_sec) + Double(facts.st_mtim.tv_nsec) / 1e9
  }

  /// The last change is the start of a day, in Danish time. (The last access is set too, and is that of
  /// the next one who reads the file.)
  var areCovered: Bool { Self.isMidnight(changed) }

  private static func isMidnight(_ seconds: Double) -> Bool {
    guard let zone = TimeZone(identifier: "Europe/Copenhagen") else { return false }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let date = Date(timeIntervalSince1970: seconds)
    return calendar.startOfDay(for: date) == date
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

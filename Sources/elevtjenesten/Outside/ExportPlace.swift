// Where files that leave the program go: the folder of the settings, or where the program was started.

import Domain
import Glibc
import Screens
import Store

/// A folder for exports, and how users know it.
struct ExportPlace {
  private let settings: Settings
  private let path: String
  private let random: @Sendable () -> UInt64

  /// The export folder of a data folder; a relative one is meant from there.
  init(_ settings: Settings, dataFolder: String, random: @escaping @Sendable () -> UInt64) {
    self.settings = settings
    self.random = random
    if let folder = settings.exportFolder {
      path = folder.hasPrefix("/") ? folder : dataFolder + "/" + folder
    } else {
      path = Self.currentFolder
    }
  }

  /// Writes the files; returns their paths as users know them.
  func write(_ files: [ExportedFile], replacing: Bool) throws(ExportFailure) -> [String] {
    try Exports(folder: path, random: random).write(files, replacing: replacing)
    return files.map { settings.shownExportPath(of: $0.name, in: path) }
  }

  /// The same as an answer to the desk.
  func answer(to files: [ExportedFile], replacing: Bool) -> Answer {
    do throws(ExportFailure) { return .exported(try write(files, replacing: replacing)) } catch {
      switch error {
      case .wouldReplace(let names): return .wouldReplace(names)
      case .badName(let name): return .failed(.inputOutput(call: "open", path: name, code: EINVAL))
      case .failed(let failure): return .failed(failure)
      }
    }
  }

  private static var currentFolder: String {
    guard let raw = getcwd(nil, 0) else { return "." }
    defer { free(raw) }
    return String(cString: raw)
  }
}

extension Recorder {
  /// Where the desk's exports go.
  func exportPlace(_ settings: Settings) -> ExportPlace {
    ExportPlace(settings, dataFolder: folder.path, random: folder.machine.random)
  }
}

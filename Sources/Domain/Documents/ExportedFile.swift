// A file that leaves the program: a report, a roster for print, a calendar.

/// A whole file with the name it is proposed to have. It names no folder: whoever writes it knows where.
package struct ExportedFile: Equatable, Sendable {
  /// One component, such as `ugetal-2026-W10.csv`.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension Settings {
  /// How users know a file in the export folder, such as `U:\Elevtjenesten\ugetal-2026-W10.csv`.
  package func shownExportPath(of name: String, in folder: String) -> String {
    let shown = exportFolderShown ?? folder
    let separator: Character = shown.contains("\\") ? "\\" : "/"
    return shown.last == separator ? shown + name : shown + String(separator) + name
  }
}

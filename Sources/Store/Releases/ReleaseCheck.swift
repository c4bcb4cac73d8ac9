// What `tjek` looks for in `releases/`: files that are broken, changed, missing or not recorded.

import Domain

/// Release files compared with the records in the log.
struct ReleaseCheck {
  private(set) var findings: [CheckFinding] = []

  init(folder: String, ledger: Ledger) {
    guard let files = try? ReleaseFiles(folder: folder).readAll() else { return }
    let records = ledger.releasesInOrder
    let recorded = Set(records.map(\.sha256))
    for file in files {
      let path = "releases/" + file.name
      // A link or a folder was found with the rights already.
      if file.sha256.isEmpty { continue }
      if RightsCheck.isConflictCopy(file.name) {
        findings.append(.conflictCopy(file: path))
        continue
      }
      if recorded.contains(file.sha256) {
        if file.figures == nil { findings.append(.brokenRelease(file: path)) }
      } else if records.contains(where: { $0.file == file.name }) {
        findings.append(.changedRelease(file: path))
      } else if file.figures == nil {
        findings.append(.brokenRelease(file: path))
      } else {
        findings.append(.unrecordedRelease(file: path))
      }
    }
    var decided: [String: String] = [:]
    for record in records {
      let path = "releases/" + record.file
      if !files.contains(where: { $0.name == record.file || $0.sha256 == record.sha256 }) {
        findings.append(.missingRelease(file: path))
      }
      if let first = decided[record.period], first != record.sha256 {
        findings.append(.secondRelease(file: path))
      }
      decided[record.period] = decided[record.period] ?? record.sha256
    }
  }
}

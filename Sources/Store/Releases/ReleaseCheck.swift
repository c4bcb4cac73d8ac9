// What `tjek` looks for in `releases/`: files that are broken, changed, missing or not recorded.

import Domain

/// Release files compared with the records in the log.
struct ReleaseCheck {
  private(set) var findings: [CheckFinding] = []

  init(folder: String, ledger: Ledger) {
    guard let files = try? ReleaseFiles(folder: folder).readAll() else { return }
    let records = ledger.releasesInOrder
    for file in files {
      let path = "releases/" + file.name
      // A link or a folder was found with the rights already.
      if file.sha256.isEmpty { continue }
      if let record = records.first(where: { $0.sha256 == file.sha256 }) {
        if file.figures == nil {
          findings.append(.brokenRelease(file: path))
        } else if record.file != file.name {
          findings.append(.conflictCopy(file: path))
        }
      } else if records.contains(where: { $0.file == file.name }) {
        findings.append(.changedRelease(file: path))
      } else if RightsCheck.isConflictCopy(file.name) {
        findings.append(.conflictCopy(file: path))
      } else if file.figures == nil {
        findings.append(.brokenRelease(file: path))
      } else {
        findings.append(.unrecordedRelease(file: path))
      }
    }
    let deciding = ledger.decidingReleases
    for record in deciding where !files.contains(where: { $0.sha256 == record.sha256 }) {
      let path = "releases/" + record.file
      let isThere = files.contains { $0.name == record.file }
      let finding: CheckFinding = isThere ? .changedRelease(file: path) : .missingRelease(file: path)
      // Another release's figures in the place of these were not found with the files.
      if !findings.contains(finding) { findings.append(finding) }
    }
    for record in records {
      let isSecond = deciding.contains { $0.period == record.period && $0.sha256 != record.sha256 }
      if isSecond { findings.append(.secondRelease(file: "releases/" + record.file)) }
    }
  }
}

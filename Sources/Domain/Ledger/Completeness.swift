// Whether sums can be trusted: what is known to be missing from them.

/// What sums were made without. Every figure, on whatever surface, goes with one.
package struct Completeness: Equatable, Sendable {
  /// Records known to be missing; of a file that could not be read nobody knows how many it holds.
  package var missing: Int
  /// What could not be read or understood.
  package var gaps: [FolderPicture.Gap]

  package init(missing: Int = 0, gaps: [FolderPicture.Gap] = []) {
    self.missing = missing
    self.gaps = gaps
  }

  /// Nothing is known to be missing.
  package var isComplete: Bool { missing == 0 && gaps.isEmpty }

  /// Broken documents by which sums are made.
  package var brokenDocuments: [DocumentSubject] {
    gaps.compactMap { if case .brokenDocument(let subject) = $0 { subject } else { nil } }
  }

  /// Files and writers' folders that could not be read: at least as many records are missing.
  package var unreadFiles: [String] {
    gaps.compactMap { if case .unreadLog(let file) = $0 { file } else { nil } }
  }

  /// The format of records that a newer program wrote.
  package var newerFormat: Int? {
    gaps.compactMap { if case .newerFormat(let version) = $0 { version } else { nil } }.max()
  }
}

extension FolderPicture {
  /// Whether sums of this picture can be trusted.
  package var completeness: Completeness { Completeness(missing: missingRecords, gaps: gaps) }
}

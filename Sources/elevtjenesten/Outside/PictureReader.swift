// Reads a data folder into a picture, and later only what has changed since.

import Domain
import Store

/// The folder as last seen. A value: it may live on a thread of its own.
struct PictureReader: Sendable {
  /// What was seen last.
  private(set) var picture: FolderPicture
  private let folder: DataFolder
  private let isForDesk: Bool
  private var log: LogReader
  /// The documents of the picture as they were found, to save changes upon.
  private(set) var documents: LoadedDocuments
  /// What the documents and those folders looked like when they were read.
  private var seen: [String: FileFacts]
  private var isFirst = true
  /// Whether the folder has been read at all.
  private(set) var hasRead = false

  /// For the desk, settled files are skipped where the cache tells what it needs of them. What has ended
  /// long ago is then not in the picture, so reports and exports read all.
  init(_ folder: DataFolder, scope: LogScope, isForDesk: Bool = false) {
    self.folder = folder
    self.isForDesk = isForDesk
    documents = folder.loaded
    seen = folder.seen
    log = Self.log(of: folder, scope, isForDesk: isForDesk)
    picture = FolderPicture(documents: folder.documents, visitsFrom: scope.visitWeeks?.lowerBound)
  }

  private static func log(of folder: DataFolder, _ scope: LogScope, isForDesk: Bool) -> LogReader {
    LogReader(
      folder: folder.path, scope: scope, state: folder.statePath,
      base: isForDesk ? LogBase.load(cache: folder.cachePath) : nil)
  }

  /// Reads other weeks from now on, as a start would; false where they are the same. The picture stays until
  /// they have been read.
  mutating func move(to scope: LogScope) -> Bool {
    guard scope != log.scope else { return false }
    // A new reader and not more of the old one: what is over is let go, so that it never fills the memory.
    log = Self.log(of: folder, scope, isForDesk: isForDesk)
    isFirst = true
    return true
  }

  /// Whether no step of a handover is known to be missing from the picture.
  var hasAllSteps: Bool { log.findings.hasAllSteps }

  /// Looks again; nil when nothing has changed.
  mutating func refresh() throws(SystemError) -> FolderPicture? {
    let now = try DataFolder.facts(of: Self.watched, in: folder.path)
    let isDocumentChanged = DocumentName.allCases.contains { now[$0.file] != seen[$0.file] }
    let isLogChanged = try log.refresh()
    let areHandoversChanged = try readHandovers(mayBeSame: !isFirst && now["handovers"] == seen["handovers"])
    guard isFirst || isDocumentChanged || areHandoversChanged || isLogChanged else { return nil }
    if isDocumentChanged { documents = folder.documentStore.load() }
    if isFirst || now["releases"] != seen["releases"] || log.ledger.releases != picture.ledger.releases {
      // Figures whose files cannot be read are as good as lost: nothing can be released beside them.
      let published = try? ReleaseFiles(folder: folder.path).published(by: log.ledger)
      (picture.releases, picture.changedReleases) = published ?? ([], [])
    }
    seen = now
    isFirst = false
    hasRead = true
    picture.staleness = nil
    picture.documents = documents.documents
    picture.visitsFrom = log.scope.visitWeeks?.lowerBound
    picture.ledger = log.ledger
    picture.missingRecords = log.findings.missingRecords
    picture.missing = log.findings.missingByWeek
    picture.missingNumbers = log.findings.missingNumbers
    picture.ownWriters = log.ownWriters
    picture.gaps =
      documents.gaps + log.findings.unreadFiles.map(FolderPicture.Gap.unreadLog)
      + (log.findings.newerVersion.map { [.newerFormat($0)] } ?? [])
      + (log.findings.newerRecords > 0 ? [.newerRecords] : [])
    let (settled, faults) = (log.findings.errorsInSettledFiles, log.findings.findings.filter(\.isFault))
    picture.faults = documents.faults.count + faults.count + settled
    let files = documents.faults.map(\.document.file) + faults.map(\.file) + (settled > 0 ? ["log/"] : [])
    picture.faultyFiles = Set(files).sorted()
    picture.readOnly = folder.readOnly(log.findings)
    picture.documentLocks = folder.locks(of: documents)
    return picture
  }

  /// Reads the files of handovers. Where that fails the desk goes on with what was read last, for the log
  /// alone tells how far each of them has come. False when nothing is new.
  private mutating func readHandovers(mayBeSame: Bool) throws(SystemError) -> Bool {
    let wereUnread = picture.areHandoversUnread
    if mayBeSame, !wereUnread { return false }
    do throws(SystemError) {
      picture.handoverEntries = try folder.handoverFiles.readAll().entries
      picture.areHandoversUnread = false
    } catch {
      picture.areHandoversUnread = true
    }
    try log.require(picture.handoverEntries.keys)
    return !mayBeSame || picture.areHandoversUnread != wereUnread
  }

  /// Looks whether there is anything to forget; the next picture tells.
  mutating func lookForOldFiles(at now: Moment) {
    let wasDue = picture.isForgettingDue
    picture.isForgettingDue = Forgetter.isHinted(
      folder: folder.path, settings: picture.documents.settings, now: now)
    if picture.isForgettingDue != wasDue { isFirst = true }
  }

  /// Keeps what the next start needs of the files that have settled, if that has changed.
  func keepBase() {
    guard log.wantsNewBase, !picture.areHandoversUnread else { return }
    log.makeBase(keeping: Set(picture.handoverEntries.keys))?.store(cache: folder.cachePath)
  }

  /// The last picture, marked as one of a folder that could not be read just now.
  mutating func markUnread(_ error: SystemError) -> FolderPicture {
    picture.staleness = .unread(path: FileName.shown(error.path))
    isFirst = true
    return picture
  }

  /// The last records that a release of a period counts in.
  func coverage(of period: Period) -> [String: [Domain.Stream: Int]] { log.coverage(of: period) }

  /// The documents and the folders of handovers and releases.
  private static let watched = DocumentName.allCases.map(\.file) + ["handovers", "releases"]
}

extension LoadedDocuments {
  /// The broken ones of those by which visits are told apart, and days and duties are counted.
  fileprivate var gaps: [FolderPicture.Gap] {
    [DocumentSubject.settings, .schools, .topics, .calendar, .colleagues].filter(broken.contains)
      .map(FolderPicture.Gap.brokenDocument)
  }
}

extension LogFinding {
  /// Whether somebody should look at it; a line that is still arriving is none.
  var isFault: Bool {
    switch self {
    case .badLine, .badBody, .gap, .brokenChain, .fork, .wrongHead, .shortened, .missingFile, .conflictCopy,
      .notAFile, .unreadable:
      true
    case .tornTail(_, _, let isAbandoned): isAbandoned
    // That the folder can only be read is told by itself.
    case .newerVersion: false
    case .duplicates, .foreignFile, .leftover, .unknownKind: false
    }
  }
}

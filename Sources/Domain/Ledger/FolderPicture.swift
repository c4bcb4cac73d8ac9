// All that is known of a folder at one moment: what every screen and report is computed from.

/// The folded log, the documents, the open handovers' files, and what is wrong.
package struct FolderPicture: Equatable, Sendable {
  /// Why nothing can be recorded just now.
  package enum ReadOnly: Equatable, Sendable {
    /// The rights of the folder do not let this user write.
    case noPermission
    /// A record of a newer format version was found.
    case newerFormat(Int)
    /// The last save failed; the next one may succeed.
    case lastSaveFailed(SaveFailure)
    /// The time is pretended (`--nu`) in a folder that is no demo.
    case pretendedTime
  }

  /// Why what is shown may be old.
  package enum Staleness: Equatable, Sendable {
    /// The folder has not answered for some seconds.
    case silent
    /// What stands at a path could not be read just now.
    case unread(path: String)
  }

  /// Something that sums cannot be trusted without.
  package enum Gap: Equatable, Sendable {
    /// A document is broken; what stands for it may be old, or only a part.
    case brokenDocument(DocumentSubject)
    /// A file or a writer's folder that cannot be read, by its path inside the folder.
    case unreadLog(String)
    /// Records of a later format, which this program cannot count.
    case newerFormat(Int)
    /// Records of a later program in today's format, of a kind or with words that this one does not know.
    case newerRecords
  }

  package var documents: Documents
  package var ledger: Ledger
  package var handoverEntries: [Handover.ID: [RecordID: HandoverEntry]]
  /// Records that are known to be missing: "ufuldstændig: n poster mangler".
  package var missingRecords: Int
  /// The same by the weeks they may be of, and by their numbers.
  package var missing = MissingRecords()
  package var missingNumbers: MissingNumbers = [:]
  /// The writers that are this machine's own.
  package var ownWriters: Set<String> = []
  /// What could not be read at all.
  package var gaps: [Gap] = []
  /// Faults in documents and log, for a line on the screen; `tjek` has the details.
  package var faults: Int
  /// The files they are in, each once, by their paths inside the folder.
  package var faultyFiles: [String] = []
  package var readOnly: ReadOnly?
  /// Documents that this user cannot change, and why.
  package var documentLocks: [DocumentSubject: DocumentLock] = [:]
  /// Nil when the picture is of now.
  package var staleness: Staleness?
  /// The files of handovers could not be read: of some that are open nobody knows whom they are for.
  package var areHandoversUnread = false
  /// This user could forget old records now.
  package var isForgettingDue = false
  /// The oldest week whose visits have been read; nil when all have. Before it a zero means nothing.
  package var visitsFrom: ISOWeek?
  /// The protected figures that were published, oldest period first.
  package var releases: [ReleasedFigures]
  /// Files of `releases/` that stand there and are not, or no longer, what was published under their name.
  package var changedReleases: Set<String> = []

  package init(
    documents: Documents, ledger: Ledger = Ledger(),
    handoverEntries: [Handover.ID: [RecordID: HandoverEntry]] = [:], missingRecords: Int = 0, faults: Int = 0,
    readOnly: ReadOnly? = nil, visitsFrom: ISOWeek? = nil,
    releases: [ReleasedFigures] = []
  ) {
    self.documents = documents
    self.ledger = ledger
    self.handoverEntries = handoverEntries
    self.missingRecords = missingRecords
    self.faults = faults
    self.readOnly = readOnly
    self.visitsFrom = visitsFrom
    self.releases = releases
  }

  /// The open handovers, oldest first.
  package var openHandovers: [Handover] { ledger.openHandovers(entries: handoverEntries) }

  /// The code words that are in use.
  package var codeWords: Set<String> {
    Set(handoverEntries.values.flatMap { $0.values.compactMap(\.codeWord) })
  }

  /// The roster seen through this picture.
  package var roster: Roster { Roster(documents: documents, ledger: ledger) }
}

/// Why something was not saved. Facts only; the words are made where they are shown.
package enum SaveFailure: Error, Equatable, Sendable {
  /// No space or no quota left.
  case noSpace(path: String)
  case noPermission(path: String)
  case readOnlyFileSystem(path: String)
  /// A record of a newer format version was found; this program must not write.
  case newerFormat(version: Int, path: String)
  /// The local state folder (writer, lock) cannot be used.
  case stateUnusable(path: String, code: Int32)
  /// Another process kept the lock too long.
  case lockBusy(path: String)
  /// A document or handover changed in between, and both changed the same entry.
  case changedMeanwhile(path: String)
  /// Another folder stands where the one stood that was opened.
  case anotherFolder(path: String)
  /// The folder that was opened is not there any more.
  case folderGone(path: String)
  /// Any other failure of a system call.
  case inputOutput(call: String, path: String, code: Int32)
}

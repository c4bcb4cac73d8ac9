// One finding of `tjek`: how bad, which kind, where, and the facts.

import Domain

/// Something that `tjek` lists.
package enum CheckFinding: Hashable, Sendable {
  package enum Severity: String, Sendable {
    case error, warning
  }

  /// In the log's files.
  case log(LogFinding)
  /// In a document.
  case document(DocumentFault)
  /// The file `id` is missing or damaged.
  case identity(FolderIdentity.Fault)
  /// Everybody on the machine may read or write it.
  case openToAll(file: String, rights: UInt32)
  /// More people may write it than should.
  case looseRights(file: String, rights: UInt32, expected: UInt32)
  /// Fewer people may write it than must.
  case tightRights(file: String, rights: UInt32, expected: UInt32)
  /// A link, FIFO or device where a file or a folder belongs.
  case notAFile(file: String)
  /// A file or folder that could not be read, so that nothing is known of what is in it.
  case unreadable(file: String, error: SystemError)
  /// A synchroniser's second version of a document, a handover or published figures.
  case conflictCopy(file: String)
  /// A file that is none of ours.
  case foreignFile(file: String)
  /// A file that a program was about to write when it was stopped.
  case leftover(file: String)
  /// A file of the log of which only sums should be left for two weeks and more.
  case overdueForgetting(file: String, since: CivilDate?)
  /// A folder of the store is not there.
  case missingFolder(file: String)
  /// Records name an id that no document has.
  case unknownID(document: DocumentName, id: String, records: Int)
  /// One id stands for different bodies.
  case conflictingBodies(id: RecordID)
  /// The base roster was changed by somebody who is no coordinator.
  case rosterByOther(by: Colleague.ID, record: RecordID, writer: String)
  /// An open handover without its file or entry.
  case handoverWithoutEntry(Handover.ID)
  /// An entry that no record offers.
  case entryWithoutOffer(file: String, offer: RecordID)
  /// The handover has ended and its file is still there.
  case fileAfterEnd(file: String)
  case brokenHandoverFile(file: String)
  /// A code word or message is kept for longer than it may be.
  case overdueText(file: String)
  /// A handover's file was written by a newer program.
  case newerHandoverFile(file: String)
  /// A handover's file has a text that the guard refuses.
  case refusedHandoverText(file: String)
  /// A file of published figures cannot be understood.
  case brokenRelease(file: String)
  /// A file of published figures is not the one that the log tells of.
  case changedRelease(file: String)
  /// The log tells of published figures whose file is not there.
  case missingRelease(file: String)
  /// Figures were published that no record tells of.
  case unrecordedRelease(file: String)
  /// A period was published twice, with different figures; the first time counts.
  case secondRelease(file: String)
  /// What a change of the documents left behind.
  case leftBehind(Consequence)
  /// Something about ended weeks.
  case week(WeekFinding)
  /// A writer's folder belongs to a colleague's own login, so all that it holds is that colleague's.
  case personalWriter(file: String, colleague: Colleague.ID)
}

extension CheckFinding {
  /// A stable name for scripts.
  package var code: String {
    switch self {
    case .log(let finding): finding.code
    case .document(let fault): fault.code
    case .identity: "bad-identity"
    case .openToAll: "open-to-all"
    case .looseRights: "loose-rights"
    case .tightRights: "tight-rights"
    case .notAFile: "not-a-file"
    case .unreadable: "unreadable"
    case .conflictCopy: "conflict-copy"
    case .foreignFile: "foreign-file"
    case .missingFolder: "missing-folder"
    case .leftover: "leftover"
    case .overdueForgetting: "overdue-forgetting"
    case .unknownID: "unknown-id"
    case .conflictingBodies: "conflicting-bodies"
    case .rosterByOther: "roster-by-other"
    case .handoverWithoutEntry: "handover-without-entry"
    case .entryWithoutOffer: "entry-without-offer"
    case .fileAfterEnd: "file-after-end"
    case .brokenHandoverFile: "broken-handover-file"
    case .overdueText: "overdue-text"
    case .newerHandoverFile: "newer-handover-file"
    case .refusedHandoverText: "refused-text"
    case .brokenRelease: "broken-release"
    case .changedRelease: "changed-release"
    case .missingRelease: "missing-release"
    case .unrecordedRelease: "unrecorded-release"
    case .secondRelease: "second-release"
    case .leftBehind(let consequence): consequence.kind
    case .week(let finding): finding.code
    case .personalWriter: "personal-writer"
    }
  }

  package var severity: Severity {
    switch self {
    case .log(let finding): finding.severity
    case .document(let fault): fault.breaksDocument || fault.isRefusedText ? .error : .warning
    case .identity, .openToAll, .notAFile, .unreadable, .missingFolder, .conflictingBodies,
      .brokenHandoverFile, .newerHandoverFile, .refusedHandoverText, .brokenRelease, .changedRelease,
      .missingRelease, .secondRelease:
      .error
    case .looseRights, .tightRights, .conflictCopy, .overdueText, .foreignFile, .unknownID, .rosterByOther,
      .handoverWithoutEntry, .entryWithoutOffer, .fileAfterEnd, .unrecordedRelease, .leftover,
      .overdueForgetting, .leftBehind, .week, .personalWriter:
      .warning
    }
  }

  /// The path inside the data folder; empty when it is about the folder as a whole.
  package var file: String {
    switch self {
    case .log(let finding): finding.file
    case .document(let fault): fault.document.file
    case .identity: "id"
    case .openToAll(let file, _), .looseRights(let file, _, _), .tightRights(let file, _, _),
      .notAFile(let file), .unreadable(let file, _), .conflictCopy(let file), .overdueText(let file),
      .foreignFile(let file), .missingFolder(let file), .entryWithoutOffer(let file, _),
      .fileAfterEnd(let file), .brokenHandoverFile(let file), .newerHandoverFile(let file),
      .refusedHandoverText(let file), .brokenRelease(let file), .changedRelease(let file),
      .missingRelease(let file), .unrecordedRelease(let file), .secondRelease(let file),
      .leftover(let file), .overdueForgetting(let file, _), .personalWriter(let file, _):
      file
    case .handoverWithoutEntry(let id): "handovers/" + HandoverFiles.file(id)
    case .unknownID(let document, _, _): document.file
    case .rosterByOther(_, _, let writer): "log/" + writer
    case .conflictingBodies: "log"
    case .leftBehind(let consequence): consequence.file
    case .week(let finding): finding.document?.file ?? "log"
    }
  }

  /// Where in the file, in bytes; nil when it is about the file as a whole.
  package var offset: Int? {
    if case .log(let finding) = self { return finding.offset }
    return nil
  }
}

extension LogFinding {
  /// A stable name for scripts.
  package var code: String {
    switch self {
    case .badLine(_, _, let fault):
      switch fault {
      case .badHash: "bad-hash"
      case .malformed, .torn: "bad-line"
      case .tooLong: "line-too-long"
      case .unknownVersion: "newer-version"
      }
    case .badBody: "bad-body"
    case .tornTail: "torn-tail"
    case .gap: "gap"
    case .brokenChain: "broken-chain"
    case .fork: "fork"
    case .duplicates: "duplicate"
    case .wrongHead: "wrong-head"
    case .shortened: "shortened"
    case .missingFile: "missing-file"
    case .conflictCopy: "conflict-copy"
    case .foreignFile: "foreign-file"
    case .leftover: "leftover"
    case .notAFile: "not-a-file"
    case .unreadable: "unreadable"
    case .newerVersion: "newer-version"
    case .unknownKind: "unknown-kind"
    }
  }

  package var severity: CheckFinding.Severity {
    switch self {
    case .badLine, .badBody, .gap, .brokenChain, .fork, .wrongHead, .shortened, .missingFile, .notAFile,
      .unreadable, .newerVersion:
      .error
    case .tornTail, .duplicates, .conflictCopy, .foreignFile, .leftover, .unknownKind: .warning
    }
  }

  /// Where in the file, in bytes.
  package var offset: Int? {
    switch self {
    case .badLine(_, let bytes, _): bytes.lowerBound
    case .badBody(_, let offset, _), .tornTail(_, let offset, _), .newerVersion(_, let offset, _): offset
    case .shortened(_, let size, _): size
    case .gap, .brokenChain, .fork, .duplicates, .wrongHead, .missingFile, .conflictCopy, .foreignFile,
      .leftover, .notAFile, .unreadable, .unknownKind:
      nil
    }
  }
}

extension DocumentFault {
  /// A stable name for scripts.
  package var code: String {
    switch problem {
    case .noFile: "missing-document"
    case .unreadable: "unreadable"
    case .notJSON: "not-json"
    case .laterVersion: "newer-version"
    case .unknownReference: "unknown-id"
    case .refusedText: "refused-text"
    case .missing, .wrongType, .unknownWord, .badID, .duplicateID, .sameID, .duplicateKey, .badDate, .badTime,
      .badSchoolYear, .badKey, .reversed, .closedBeforeOpened, .overlapping, .outOfRange, .outsideSchoolYear,
      .tooEarly, .empty, .tooLong, .controlCharacter:
      "bad-field"
    }
  }
}

// `tjek`: log, chain, documents, rights and handovers, looked through and listed.

import Domain

/// What `tjek` found.
package struct CheckReport: Equatable, Sendable {
  /// In the order of the files.
  package var findings: [CheckFinding] = []
  /// Records that verify.
  package var records = 0
  package var writers = 0
  /// For the names in what is found.
  package var documents: Documents?

  package var isOK: Bool { findings.isEmpty }
}

/// Checking a data folder.
package enum Check {
  private static let remembered = "checked"

  /// Looks through a folder. With `isDeep` every line of every file is read; without it, files of
  /// visits that were found whole before and have not been touched since are taken for whole.
  /// The state folder at `state` remembers this; where there can be none, all is read. `progress` is told
  /// how many writers are done, of how many; `account` gives the login of a user.
  /// Only a folder that cannot be opened at all is an error.
  package static func run(
    folder: String, state: String, isDeep: Bool, now: Moment,
    account: (UInt32) -> String? = Accounts.login, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(SystemError) -> CheckReport {
    var report = CheckReport()
    do throws(FolderIdentity.Fault) { _ = try FolderIdentity(folder: folder) } catch {
      report.findings.append(.identity(error))
    }
    report.findings += try RightsCheck(folder: folder).findings
    let loaded = DocumentStore(folder: folder, cache: nil).load()
    report.findings += loaded.faults.map { .document($0) }

    var trusted: [CheckedFile] = []
    if !isDeep, let bytes = try? StateFolder(path: state).contents(of: remembered) {
      trusted = CheckedFile.decode(bytes)
    }
    var reader = LogReader(folder: folder, state: state, trusting: trusted)
    // Why there is no log to read was found with the rights.
    _ = try? reader.refresh(progress: progress)
    report.records = reader.findings.records
    report.writers = reader.findings.writers
    // What stands where a file belongs was found with the rights already, except in the log.
    report.findings += reader.findings.findings.map { .log($0) }
    // A folder that cannot be read was found with the rights; what its files would have told is not known.
    let files = try? HandoverFiles(folder: folder).readAll()
    let ledger = LedgerCheck(reader.ledger, files?.entries ?? [:], documents: loaded.documents)
    // What a broken document would have named cannot be told from what nobody named.
    report.findings += ledger.findings.filter { !$0.rests(on: loaded.broken) }
    let picture = FolderPicture(
      documents: loaded.documents, ledger: reader.ledger, handoverEntries: files?.entries ?? [:])
    report.documents = loaded.documents
    report.findings += CheckFinding.leftBehind(in: picture, broken: loaded.broken, on: now.day)
    if loaded.broken.isDisjoint(with: [.schools, .calendar]) {
      report.findings += picture.weekFindings(at: now, isRecounting: isDeep).map(CheckFinding.week)
    }
    report.findings += CheckFinding.personalWriters(
      in: folder, colleagues: loaded.documents.colleagues, account: account)
    report.findings += ReleaseCheck(folder: folder, ledger: reader.ledger).findings
    // In a demo, whose days are pretended, nothing is ever too old.
    let today = loaded.documents.settings.isDemo ? nil : now.day
    if let files { report.findings += handovers(files, ledger: reader.ledger, today: today) }
    if !loaded.broken.contains(.settings) {
      report.findings += overdue(reader, documents: loaded.documents, now: now)
    }
    report.findings.sort { ($0.file, $0.offset ?? -1, $0.code) < ($1.file, $1.offset ?? -1, $1.code) }
    remember(ledger.findings.isEmpty ? reader : nil, in: state)
    return report
  }

  /// Remembers the files that are whole; none when what they say was not all right.
  private static func remember(_ reader: LogReader?, in state: String) {
    let readings = reader?.readings ?? [:]
    // The newest file of a writer is still growing, and is read every time.
    var newest: [WriterName: SegmentName] = [:]
    for (place, reading) in readings where reading.name.stream == .visits {
      newest[place.writer] = max(newest[place.writer] ?? reading.name, reading.name)
    }
    let whole = readings.sorted { $0.key < $1.key }.compactMap { place, reading in
      newest[place.writer] == reading.name ? nil : CheckedFile(reading, at: place)
    }
    // Not remembering costs the next check time and nothing else.
    let bytes = CheckedFile.encode(whole.filter { $0.name.stream == .visits })
    try? StateFolder(path: state).replace(remembered, with: bytes)
  }

  /// Files that should have been forgotten for two weeks and more.
  private static func overdue(_ reader: LogReader, documents: Documents, now: Moment) -> [CheckFinding] {
    var earlier = now
    earlier.day = now.day.adding(days: -14)
    return Forgetting.due(reader.files, ledger: reader.ledger, documents: documents, now: earlier)
      .map { .overdueForgetting(file: $0.file.path, since: $0.since) }
  }

  private static func handovers(
    _ contents: HandoverFiles.Contents, ledger: Ledger, today: CivilDate?
  ) -> [CheckFinding] {
    var findings: [CheckFinding] = contents.broken.map { name in
      contents.newer.contains(name)
        ? .newerHandoverFile(file: "handovers/" + name) : .brokenHandoverFile(file: "handovers/" + name)
    }
    findings += contents.foreign.map { RightsCheck.stray("handovers/" + $0, $0) }
    findings += contents.refused.map { .refusedHandoverText(file: "handovers/" + $0) }
    for (id, names) in contents.files {
      let steps = ledger.chains[id]
      let handover = steps.flatMap { Handover(steps: $0) }
      for name in names {
        if handover?.state.isOpen == false {
          findings.append(.fileAfterEnd(file: "handovers/" + name))
        } else if name != HandoverFiles.file(id) {
          findings.append(.conflictCopy(file: "handovers/" + name))
        }
      }
      let dated = contents.dated[id, default: [:]].values
      if let today, dated.contains(where: { $0.isKeptTooLong(on: today) }) {
        findings.append(.overdueText(file: "handovers/" + HandoverFiles.file(id)))
      }
      for offer in contents.entries[id, default: [:]].keys where steps?.changes[offer] == nil {
        findings.append(.entryWithoutOffer(file: "handovers/" + HandoverFiles.file(id), offer: offer))
      }
    }
    for handover in ledger.openHandovers(entries: contents.entries) where handover.entry == nil {
      findings.append(.handoverWithoutEntry(handover.id))
    }
    return findings
  }
}

extension CheckFinding {
  /// Whether it says no more than that one of these documents is not there to ask.
  fileprivate func rests(on broken: Set<DocumentName>) -> Bool {
    switch self {
    case .unknownID(let document, _, _): broken.contains(document)
    case .rosterByOther: broken.contains(.colleagues)
    case .log, .document, .identity, .openToAll, .looseRights, .tightRights, .notAFile, .unreadable,
      .conflictCopy, .foreignFile, .overdueText, .missingFolder, .leftover, .overdueForgetting,
      .conflictingBodies, .handoverWithoutEntry, .entryWithoutOffer, .fileAfterEnd, .brokenHandoverFile,
      .newerHandoverFile, .refusedHandoverText, .brokenRelease, .changedRelease, .missingRelease,
      .unrecordedRelease, .secondRelease, .leftBehind, .week, .personalWriter:
      false
    }
  }
}

/// Ids, roles and contradictions in what was recorded.
struct LedgerCheck {
  private(set) var findings: [CheckFinding] = []
  private var unknown: [DocumentName: [String: Int]] = [:]
  private let schools: Set<School.ID>
  private let topics: Set<Topic.ID>
  private let colleagues: [Colleague.ID: Colleague]

  init(_ ledger: Ledger, _ entries: [Handover.ID: [RecordID: HandoverEntry]], documents: Documents) {
    schools = Set(documents.schools.map(\.id))
    topics = Set(documents.topics.map(\.id))
    colleagues = Dictionary(documents.colleagues.map { ($0.id, $0) }) { $1 }
    for book in ledger.days.values {
      for visit in book.visits.values {
        check(visit.body.school)
        if !topics.contains(visit.body.topic) { note(.topics, visit.body.topic.text) }
      }
      for tick in book.sparrings.values { check(tick.body.school) }
      for tick in book.zeros.values { check(tick.body.school) }
    }
    for chain in ledger.chains.values { for step in chain.changes.values { check(step.body.school) } }
    checkDuty(ledger)
    for entry in entries.values.flatMap(\.values) {
      check(entry.receiver)
      check(entry.sender)
    }
    for (document, counts) in unknown {
      for (id, count) in counts {
        findings.append(.unknownID(document: document, id: id, records: count))
      }
    }
    findings += ledger.conflicts.map { .conflictingBodies(id: $0) }
  }

  private mutating func checkDuty(_ ledger: Ledger) {
    for door in ledger.doors.values.flatMap(\.values) {
      check(door.body.school)
      check(door.body.by)
    }
    for (place, chain) in ledger.patterns {
      check(place.school)
      for change in chain.changes.values {
        check(change.body.by)
        check(change.body.spans)
        if let by = change.body.by, colleagues[by]?.role != .coordinator {
          findings.append(.rosterByOther(by: by, record: change.body.id, writer: change.origin.writer))
        }
      }
    }
    for step in ledger.swaps.values.flatMap(\.changes.values) {
      check(step.body.by)
      for cell in step.body.cells { check(cell.spans) }
    }
    for (place, chain) in ledger.cells {
      check(place.school)
      for change in chain.changes.values {
        check(change.body.by)
        check(change.body.spans)
      }
    }
  }

  private mutating func check(_ spans: [DutySpan]) {
    for span in spans {
      check(span.colleague)
      check(span.buddy)
    }
  }

  private mutating func check(_ school: School.ID) {
    if !schools.contains(school) { note(.schools, school.text) }
  }

  private mutating func check(_ colleague: Colleague.ID?) {
    if let colleague, colleagues[colleague] == nil { note(.colleagues, colleague.text) }
  }

  private mutating func note(_ document: DocumentName, _ id: String) {
    unknown[document, default: [:]][id, default: 0] += 1
  }
}

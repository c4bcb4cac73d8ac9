// Forgets: puts in the place of each file that is due the sums that remain of it.

import Domain
import Glibc

/// What was done, and what could not be.
package struct ForgettingReport: Equatable, Sendable {
  /// A file that stays as it is for now.
  package struct Failed: Equatable, Sendable {
    package var path: String
    package var error: SystemError
  }

  /// The files of which only sums remain, by their paths.
  package var done: [String] = []
  package var failed: [Failed] = []

  /// What the rights of the caller did not allow.
  package var denied: [Failed] { failed.filter(\.error.isDenied) }
}

/// The log as it was read, with what is due in it.
///
/// Each file is replaced whole or not at all, so a run that is stopped anywhere is simply run again: what
/// it has done is read like any other forgotten file, and the rest is still due.
package struct Forgetter: Sendable {
  package let folder: String
  package let documents: Documents
  package private(set) var due: [Forgetting.Due]
  let reader: LogReader

  /// Reads the whole log. Without all of it nothing can be forgotten: a file that cannot be read just now
  /// may hold the take-back of what would be summed up.
  package init(folder: String, documents: Documents, now: Moment) throws(SystemError) {
    var reader = LogReader(folder: folder)
    _ = try reader.refresh()
    for case .unreadable(_, let error) in reader.findings.findings { throw error }
    if let file = reader.findings.unreadFiles.first {
      throw SystemError(.read, code: ENOTSUP, path: folder + "/" + file)
    }
    self.folder = folder
    self.documents = documents
    self.reader = reader
    due = Forgetting.due(reader.files, ledger: reader.ledger, documents: documents, now: now)
  }

  /// The same for one file that is to be forgotten early. `state` is this machine's state of the folder,
  /// which knows the writers that are its own.
  package func asked(
    for path: String, state: String, today: CivilDate
  ) throws(Forgetting.EarlyRefusal) -> Forgetter {
    let own = Set(Mark.all(in: state).map(\.writer))
    let isOwn = place(path).map { own.contains($0.writer) } ?? false
    var asked = self
    asked.due = [
      try Forgetting.early(
        path, among: reader.files, ledger: reader.ledger, isOwn: isOwn, today: today,
        isRefused: TextGuard.refuses(id:))
    ]
    return asked
  }

  /// What was found wrong on the way.
  package var findings: LogFindings { reader.findings }

  /// How many records a file holds that would be summed up.
  package func records(in file: LoggedFile) -> Int {
    ((file.tally == nil ? [file.path] : []) + file.copies).compactMap(place).reduce(0) { sum, place in
      sum + max(0, (reader.readings[place]?.records ?? 0) - 1)
    }
  }

  /// Whether this user may replace the file: the writer's folder decides.
  package func isAllowed(_ file: LoggedFile) -> Bool {
    place(file.path).map { access(folder + "/log/" + $0.writer.description, W_OK | X_OK) == 0 } ?? false
  }

  /// Forgets what is due, file by file. `progress` is told how many are done.
  package func carryOut(
    with writer: LogWriter, progress: (Int) -> Void = { _ in }
  ) throws(SaveFailure) -> ForgettingReport {
    var report = ForgettingReport()
    var basis: ForgettingBasis
    do throws(SystemError) { basis = try makeBasis() } catch { throw SaveFailure(error) }
    for (index, file) in due.map(\.file).enumerated() {
      // The lock is the user's own: another user's file that old is not written to any more.
      try writer.locked { () throws(SaveFailure) in
        do throws(SystemError) {
          try forget(file, &basis, writer)
          report.done.append(file.path)
        } catch {
          report.failed.append(ForgettingReport.Failed(path: file.path, error: error))
        }
      }
      progress(index + 1)
    }
    return report
  }

  /// The whole fold, and which records stand in which file of the streams that something is due of.
  private func makeBasis() throws(SystemError) -> ForgettingBasis {
    var basis = ForgettingBasis(ledger: reader.ledger, documents: documents)
    let streams = Set(due.map(\.file.stream))
    for file in reader.files where streams.contains(file.stream) && file.tally == nil {
      basis.enter(try contents(of: file, mayHaveGrown: true).events)
    }
    return basis
  }

  private func forget(
    _ file: LoggedFile, _ basis: inout ForgettingBasis, _ writer: LogWriter
  ) throws(SystemError) {
    guard let own = place(file.path) else { throw SystemError(.open, code: ENOENT, path: file.path) }
    let contents = try contents(of: file)
    let remains = try Remains(of: file, at: own, contents, reader: reader, basis, program: writer.program)
    let place = try Directory(named: folder).folder("log").folder(own.writer.description)
    try removeLeftovers(of: own.name, in: place)
    try NewFile.replace(
      own.name, in: place, bytes: remains.bytes, rights: FolderRights.segment, random: writer.random(),
      owner: try? place.facts(), read: .only(reader.readings[own]?.facts))
    basis.forget(contents.events, as: remains.tally)
    if file.copies.isEmpty { return }
    for copy in file.copies.compactMap(self.place) { try place.unlink(copy.name) }
    try NewFile.syncNames(of: place)
  }

  /// What a run that was stopped left of this file's replacement.
  private func removeLeftovers(of name: String, in place: borrowing Directory) throws(SystemError) {
    for found in try place.names() where TemporaryName.isOne(found) && found.hasPrefix("." + name + ".") {
      try place.unlink(found)
    }
  }

  func place(_ path: String) -> LogReader.Place? {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 3, let writer = WriterName(parts[1]) else { return nil }
    return LogReader.Place(writer: writer, name: parts[2])
  }

  // MARK: What stands in a file

  /// The records of a file and of its second versions, as they are now.
  struct Contents {
    var events: [Event] = []
    /// The first line of the file, where it is whole.
    var head: [UInt8]?
  }

  /// Reads a file anew; it must be what was read before, or have grown since.
  func contents(of file: LoggedFile, mayHaveGrown: Bool = false) throws(SystemError) -> Contents {
    var contents = Contents()
    for place in ([file.path] + file.copies).compactMap(place) {
      guard let known = reader.readings[place] else { continue }
      let writer = try Directory(named: folder).folder("log").folder(place.writer.description)
      let bytes = try writer.reader(place.name).bytes(limit: known.facts?.size ?? 0)
      let isSame = try writer.facts(of: place.name) == known.facts
      guard isSame || mayHaveGrown else {
        throw SystemError(.stat, code: ESTALE, path: writer.path(of: place.name))
      }
      var reading = SegmentReading(name: known.name, folderWriter: place.writer)
      let isCounted = file.tally == nil
      bytes.withUnsafeBytes { raw in
        reading.take(raw) { body, _ in
          if isCounted, case .event(let event) = body { contents.events.append(event) }
        }
        if contents.head == nil, reading.head != nil, let end = raw.firstIndex(of: UInt8(ascii: "\n")) {
          contents.head = Array(raw[...end])
        }
      }
    }
    return contents
  }
}

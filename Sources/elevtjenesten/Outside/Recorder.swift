// Puts events on the disk, and the files of handovers in the order that loses none.

import Domain
import Store

/// The one who saves, for every desk of this program. Not for several threads.
final class Recorder {
  let folder: DataFolder
  /// Keeps what is saved out of any other folder that may stand there by now.
  let seal: FolderSeal
  private var writers: [String: LogWriter] = [:]

  init(_ folder: DataFolder) {
    self.folder = folder
    seal = FolderSeal(folder: folder.path, store: folder.identity.store)
  }

  /// Appends events in this order, by the desk of a school; those of one stream together.
  func record(
    _ events: [Event], desk school: School.ID?, on today: CivilDate
  ) throws(SaveFailure) -> [Recorded<Event>] {
    try writer(for: school).append(events, on: today)
  }

  /// Writes the handover's file, appends the offer (which makes it count), then the visit.
  func offer(
    _ step: HandoverStep, _ entry: HandoverEntry, visit: Visit?, on today: CivilDate
  ) throws(SaveFailure) -> [Recorded<Event>] {
    let writer = try writer(for: step.school)
    let (files, machine) = (folder.handoverFiles, folder.machine)
    let offered = try writer.append(.handover(step), on: today) { (name) throws(SaveFailure) in
      var entry = entry
      entry.writer = name.description
      try files.add(entry, offer: step.id, to: step.handover, on: today, random: machine.random())
    }
    // Entries of earlier offers go with the next sweep, which knows whether there are others on their way.
    guard let visit else { return [offered] }
    return [offered, try writer.append(.visit(visit), on: today)]
  }

  /// Appends a step; when it ends the handover, its file goes.
  func step(_ step: HandoverStep, on today: CivilDate) throws(SaveFailure) -> [Recorded<Event>] {
    let saved = try writer(for: step.school).append(.handover(step), on: today)
    // The end is in the log: a file that would not go now is taken by the next sweep.
    if step.step.isTerminal { try? folder.handoverFiles.remove(step.handover) }
    return [saved]
  }

  /// Replaces what differs between `documents` and what was loaded in one document. Returns all documents
  /// as they are afterwards.
  func save(
    _ documents: Documents, of subject: DocumentSubject, over loaded: LoadedDocuments, on today: CivilDate
  ) throws(SaveFailure) -> LoadedDocuments {
    try seal.verify()
    let wanted = subject == .colleagues ? documents.withoutPastAbsences(on: today) : documents
    return try folder.documentStore.save(subject, of: wanted, over: loaded, random: folder.machine.random())
  }

  /// The documents as they are in the folder now.
  func loadDocuments() -> LoadedDocuments { folder.documentStore.load() }

  /// The same for a desk that keeps no picture of the folder.
  func sweep(desk: School.ID?, on today: CivilDate) {
    var reader = PictureReader(folder, scope: LogScope(visitWeeks: .around(today)), isForDesk: true)
    guard (try? reader.refresh()) != nil, reader.picture.readOnly == nil else { return }
    sweep(&reader, desk: desk, on: today)
  }

  /// Puts `handovers/` right, by what the log says once nobody else of this user is writing.
  func sweep(_ reader: inout PictureReader, desk: School.ID?, on today: CivilDate) {
    guard let writer = try? writer(for: desk) else { return }
    let (files, machine) = (folder.handoverFiles, folder.machine)
    // What cannot be tidied away now is at the next sweep.
    try? writer.locked { () throws(SaveFailure) in
      do throws(SystemError) {
        _ = try reader.refresh()
        _ = try files.sweep(
          reader.picture.ledger, isWhole: reader.hasAllSteps, writer: writer.currentWriter, on: today,
          random: machine.random)
      } catch {
        throw SaveFailure(error)
      }
    }
  }

  /// Begins the week's files of a desk, before anybody comes.
  func beginWeek(desk: School.ID?, on today: CivilDate) {
    guard let desk else { return }
    try? writer(for: desk).beginWeek(on: today)
  }

  /// Forgets what is due, as far as this user's rights go.
  func forget(_ forgetter: Forgetter, progress: (Int) -> Void) throws(SaveFailure) -> ForgettingReport {
    try forgetter.carryOut(with: try writer(for: nil), progress: progress)
  }

  /// Takes the time of day off the files of the desks that were asked for here.
  func coverTimes(_ clock: Clock) {
    for writer in writers.values { writer.coverTimes { clock.startOfDay(of: $0) } }
  }

  /// The writer a desk now writes as, if it has written.
  func currentWriter(of school: School.ID?) -> WriterName? {
    (try? writer(for: school))?.currentWriter
  }

  /// New epochs that people should hear of.
  func takeNotices() -> [EpochNotice] {
    writers.values.flatMap { $0.takeNotices() }.filter(\.reason.isNotable)
  }

  private func writer(for school: School.ID?) throws(SaveFailure) -> LogWriter {
    let key = school?.text ?? ""
    if let writer = writers[key] { return writer }
    let state: StateFolder
    do throws(SystemError) { state = try StateFolder(path: folder.statePath) } catch {
      throw SaveFailure(inState: folder.statePath, error)
    }
    let writer = LogWriter(
      folder: folder.path, state: state, school: school, program: DataFolder.program,
      seal: seal, random: folder.machine.random)
    writers[key] = writer
    return writer
  }
}

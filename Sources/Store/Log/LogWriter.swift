// Adds records to the log. "Saved" is said after the bytes are on the disk, never before.

import Domain
import Glibc

/// The one who writes to the log, for one desk of one user on one machine. Not for several threads.
///
/// An append takes the local lock, makes sure that the newest file is still the one it was, writes
/// whole lines in one call, puts them on the disk, and looks again. Whenever going on could be
/// unsafe the same records go to a file of a new epoch; no file with a doubtful end is written to.
package final class LogWriter {
  let folder: String
  let desk: String
  let program: String
  let random: () -> UInt64
  let memory: WriterMemory
  /// Knows the folder again; without it whatever stands at the path is written to.
  private let seal: FolderSeal?
  /// The files this process has open, by stream.
  var segments: [Stream: OpenSegment] = [:]
  /// Set when a new epoch is due and could not even be remembered.
  var pendingReason: EpochReason?
  /// New epochs in which nothing has been saved yet, and those that may be told of: whoever hears that all
  /// is saved in a new file must not hear with it that something was not.
  private var begun: [EpochNotice] = []
  private var untold: [EpochNotice] = []

  /// A writer for the data folder at `folder`. `program` is a name and a version for the files' heads.
  package init(
    folder: String, state: consuming StateFolder, school: School.ID?, program: String,
    seal: FolderSeal? = nil, random: @escaping () -> UInt64
  ) {
    self.seal = seal
    self.folder = folder
    desk = WriterName(school: school, epoch: 0).desk
    memory = WriterMemory(desk: desk, in: state)
    self.program = program
    self.random = random
  }

  /// The new epochs that were begun and saved in since this was last asked.
  package func takeNotices() -> [EpochNotice] {
    defer { untold = [] }
    return untold
  }

  /// Appends one event. Returns when it is on the disk, with its place in the log.
  package func append(_ event: Event, on today: CivilDate) throws(SaveFailure) -> Recorded<Event> {
    try append(event, on: today) { (_) throws(SaveFailure) in }
  }

  /// Appends events in this order; those of one stream that follow each other by one write, so that a
  /// program or a machine that stops leaves all of them or none. Returns when they are on the disk.
  package func append(_ events: [Event], on today: CivilDate) throws(SaveFailure) -> [Recorded<Event>] {
    var saved: [Recorded<Event>] = []
    while let stream = events[saved.count...].first?.stream {
      let together = Array(events[saved.count...].prefix { $0.stream == stream })
      saved += try append(together, to: stream, on: today) { (_) throws(SaveFailure) in }
    }
    return saved
  }

  /// Appends one event after `first` has been done for the writer it will be written by. Both happen
  /// under the lock; `first` is done again if the writer changes on the way.
  package func append(
    _ event: Event, on today: CivilDate, first: (WriterName) throws(SaveFailure) -> Void
  ) throws(SaveFailure) -> Recorded<Event> {
    try append([event], to: event.stream, on: today, first: first)[0]
  }

  private func append(
    _ events: [Event], to stream: Stream, on today: CivilDate,
    first: (WriterName) throws(SaveFailure) -> Void
  ) throws(SaveFailure) -> [Recorded<Event>] {
    var encoded: [EncodedBody] = []
    do throws(BodyFault) {
      for event in events { encoded.append(try EventCoding.encode(event)) }
    } catch {
      throw .unwritable(error)
    }
    let origins: [Origin]
    do throws(SaveFailure) {
      origins = try locked { () throws(SaveFailure) in
        try save(encoded, to: stream, on: today, first: first)
      }
    } catch {
      (begun, untold) = (untold + begun, [])
      throw error
    }
    (untold, begun) = (untold + begun, [])
    return zip(events, origins).map { Recorded(body: $0, origin: $1) }
  }

  /// Does something while no other process of this user on this machine appends.
  package func locked<Value>(_ body: () throws(SaveFailure) -> Value) throws(SaveFailure) -> Value {
    let isLocked: Bool
    do throws(SystemError) { isLocked = try memory.lock() } catch {
      throw SaveFailure(inState: memory.path, error)
    }
    guard isLocked else { throw .lockBusy(path: memory.path) }
    defer { memory.unlock() }
    // After the wait for the lock: the folder may have gone meanwhile.
    try seal?.verify()
    return try body()
  }

  /// The writer this desk now writes as, if it has written.
  package var currentWriter: WriterName? {
    if case .state(let remembered) = memory.recall() { return remembered.writer }
    return nil
  }

  /// Writes the records, and after trouble once more in a new epoch. Both times the same bodies.
  private func save(
    _ records: [EncodedBody], to stream: Stream, on today: CivilDate,
    first: (WriterName) throws(SaveFailure) -> Void
  ) throws(SaveFailure) -> [Origin] {
    var reason = pendingReason
    for _ in 0..<3 {
      do throws(AppendTrouble) {
        if let reason { try beginEpoch(because: reason, stream: stream) }
        return try write(records, to: stream, on: today, first: first)
      } catch {
        segments = [:]
        switch error {
        case .failed(let failure): throw failure
        case .suspect(let next):
          // Trouble in the file that was to replace the other: there is no third place to go.
          if case .failed(let system) = next, case .failed = reason { throw SaveFailure(system) }
          reason = next
          pendingReason = next
        }
      }
    }
    throw .inputOutput(call: SystemError.Call.write.rawValue, path: folder, code: EIO)
  }

  private func write(
    _ records: [EncodedBody], to stream: Stream, on today: CivilDate,
    first: (WriterName) throws(SaveFailure) -> Void
  ) throws(AppendTrouble) -> [Origin] {
    var (remembered, segment) = try readySegment(of: stream, on: today)
    do throws(SaveFailure) { try first(remembered.writer) } catch { throw .failed(error) }
    let writer = remembered.writer.description
    var lines: [UInt8] = []
    var last = Origin(writer: writer, sequence: segment.mark.sequence, hash: segment.mark.hash)
    var origins: [Origin] = []
    for record in records {
      let (line, hash) = LineCodec.encode(sequence: last.sequence + 1, previous: last.hash, record)
      guard line.count <= LineCodec.longest else { throw .failed(.tooLong(segment.mark.file)) }
      lines += line
      last = Origin(writer: writer, sequence: last.sequence + 1, hash: hash)
      origins.append(last)
    }
    try segment.add(lines, sequence: last.sequence, hash: last.hash)
    remembered.marks[stream] = segment.mark
    // The records are on the disk. A mark that could not be replaced is only older than it might be,
    // and the next append takes in what stands after it.
    try? memory.remember(remembered)
    return origins
  }

  func tell(_ notice: EpochNotice) { begun.append(notice) }
}

extension SaveFailure {
  /// A text that may not stand in the log: an id in a document that is not plain ASCII.
  static func unwritable(_ fault: BodyFault) -> SaveFailure {
    switch fault {
    case .unwritable(let key): .inputOutput(call: "encode", path: key, code: EILSEQ)
    case .malformed: .inputOutput(call: "encode", path: "", code: EILSEQ)
    }
  }

  /// A record that is longer than a line may be.
  static func tooLong(_ file: String) -> SaveFailure {
    .inputOutput(call: "encode", path: file, code: EMSGSIZE)
  }
}

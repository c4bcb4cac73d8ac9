// Which file the next record goes to: the newest one, a new one for a new week, or a new epoch's.

import Domain
import Glibc

extension LogWriter {
  /// The file to append to today, checked, and what is remembered of the writer.
  func readySegment(of stream: Stream, on today: CivilDate) throws(AppendTrouble) -> (
    WriterState, OpenSegment
  ) {
    let remembered: WriterState
    switch memory.recall() {
    case .state(let found): remembered = found
    case .nothing: remembered = try firstState()
    case .unreadable: throw .suspect(.unreadableMark)
    }
    let wanted = SegmentName(stream: stream, begunOn: today)
    guard let mark = remembered.marks[stream], mark.writer == remembered.writer else {
      // An earlier epoch's mark, or none: this writer has no file of the stream yet.
      try refuseUnknownFiles(of: remembered.writer, stream: stream, after: nil)
      return try begin(wanted, continuing: remembered.marks[stream], in: remembered)
    }
    let segment = try segment(at: mark)
    // What is forgotten is never added to, whatever the clock says.
    if segment.isForgotten, wanted == mark.name { throw .suspect(.replaced(file: mark.file)) }
    if wanted < mark.name { throw .suspect(.laterThanToday(file: mark.file)) }
    if mark.name < wanted { return try begin(wanted, continuing: segment.mark, in: remembered) }
    return (remembered, segment)
  }

  /// The open file at a mark, checked against it; opened and checked thoroughly the first time.
  private func segment(at mark: Mark) throws(AppendTrouble) -> OpenSegment {
    if let segment = segments[mark.name.stream], segment.mark.isInSameFile(as: mark) {
      do throws(AppendTrouble) {
        try segment.catchUp(with: mark)
        return segment
      } catch {
        // Another file in its place may be what remains of it.
        guard case .suspect(.replaced) = error else { throw error }
        segments[mark.name.stream] = nil
      }
    }
    try refuseUnknownFiles(of: mark.writer, stream: mark.name.stream, after: mark.name)
    let segment: OpenSegment
    do throws(SystemError) {
      let writers = try Directory(named: folder).folder("log").folder(mark.writer.description)
      segment = OpenSegment(try writers.appender(mark.name.description), mark: mark)
    } catch {
      if error.isMissing || error.isWrongKind { throw .suspect(.replaced(file: mark.file)) }
      if error.isDenied { throw .failed(SaveFailure(error)) }
      throw .suspect(.failed(error))
    }
    if try segment.takeTally(for: mark) { return segment }
    try segment.catchUp(with: mark)
    try segment.verifyLastRecord()
    segments[mark.name.stream] = segment
    return segment
  }

  /// Files of ours that the remembered state does not know: the state was restored from an older copy.
  private func refuseUnknownFiles(of writer: WriterName, stream: Stream, after known: SegmentName?)
    throws(AppendTrouble)
  {
    let names: [String]
    do throws(SystemError) {
      names = try Directory(named: folder).folder("log").folder(writer.description).names()
    } catch {
      if error.code == ENOENT { return }
      throw .failed(SaveFailure(error))
    }
    for name in names.compactMap(SegmentName.init) where name.stream == stream {
      if known.map({ $0 < name }) ?? true {
        throw .suspect(.unknownFile(writer.description + "/" + name.description))
      }
    }
  }

  // MARK: New files

  /// Begins a file with its `segment` record. The mark is remembered before the file gets its name:
  /// whoever is stopped in between leaves a mark without a file, and that means a new epoch.
  func begin(
    _ name: SegmentName, continuing last: Mark?, in remembered: WriterState
  ) throws(AppendTrouble) -> (WriterState, OpenSegment) {
    var remembered = remembered
    let isSameWriter = last?.writer == remembered.writer
    let sequence = isSameWriter ? (last?.sequence ?? 0) + 1 : 1
    let segment = Segment(
      continues: last.map { Segment.Continuation(bytes: $0.size, file: $0.file) }, program: program,
      name: name, writer: remembered.writer)
    let head: EncodedBody
    do throws(BodyFault) { head = try EventCoding.encode(segment) } catch {
      throw .failed(.unwritable(error))
    }
    let (line, hash) = LineCodec.encode(
      sequence: sequence, previous: isSameWriter ? last?.hash ?? .zero : .zero, head)
    var mark = Mark(
      writer: remembered.writer, name: name, inode: 0, size: line.count, sequence: sequence, hash: hash,
      isFresh: true)
    let before = remembered
    do throws(SystemError) {
      let folder = try writerFolder(remembered.writer)
      let file = try NewFile.create(
        name.description, in: folder, bytes: line, rights: FolderRights.segment, random: random()
      ) {
        (inode) throws(SystemError) in
        mark.inode = inode
        remembered.marks[name.stream] = mark
        try memory.remember(remembered)
      }
      let opened = OpenSegment(file, mark: mark)
      segments[name.stream] = opened
      pendingReason = nil
      return (remembered, opened)
    } catch {
      if error.isTaken { throw .suspect(.unknownFile(mark.file)) }
      // A file or a name that may not have reached the disk is left alone for good.
      if error.call == .sync { throw .suspect(.failed(error)) }
      try? memory.remember(before)
      throw .failed(SaveFailure(error))
    }
  }

  /// The folder of a writer, made if it is not there.
  private func writerFolder(_ writer: WriterName) throws(SystemError) -> Directory {
    let log = try Directory(named: folder).folder("log")
    do throws(SystemError) {
      return try log.folder(writer.description)
    } catch {
      guard error.code == ENOENT else { throw error }
    }
    try log.makeFolder(writer.description, rights: FolderRights.writer)
    try log.sync()
    return try log.folder(writer.description)
  }

  // MARK: Epochs

  /// The very first writer of this desk on this machine.
  private func firstState() throws(AppendTrouble) -> WriterState {
    let first = WriterState(writer: WriterName(desk: desk, epoch: random()))
    try remember(first)
    return first
  }

  /// Leaves the writer for good. The marks stay, so that the new files name what they go on from.
  func beginEpoch(because reason: EpochReason, stream: Stream) throws(AppendTrouble) {
    var next = WriterState(writer: WriterName(desk: desk, epoch: random()))
    var old: WriterName?
    if case .state(let remembered) = memory.recall() {
      old = remembered.writer
      next.marks = remembered.marks
    }
    if case .tornTail(_, let validEnd) = reason { next.marks[stream]?.size = validEnd }
    // A file that had only its head may never have got its name: there is nothing to go on from.
    if case .replaced = reason, next.marks[stream]?.isFresh == true { next.marks[stream] = nil }
    try remember(next)
    pendingReason = nil
    tell(EpochNotice(reason: reason, old: old, new: next.writer))
  }

  private func remember(_ remembered: WriterState) throws(AppendTrouble) {
    do throws(SystemError) { try memory.remember(remembered) } catch {
      throw .failed(SaveFailure(inState: memory.path, error))
    }
  }
}

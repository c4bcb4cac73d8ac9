// Writes many events at once, for made-up folders: the same format, one sync at the end of each file.

import Domain

/// Writes a log of its own writers, from the first event to the last. For demonstrations, tests and
/// measurements: a program that is stopped on the way leaves a folder that is not whole.
package final class BulkWriter {
  private let folder: String
  private let program: String
  private let random: () -> UInt64
  private var writers: [String: WriterName] = [:]
  private var streams: [String: Pending] = [:]

  /// A file under way.
  private final class Pending {
    let writer: WriterName
    let name: SegmentName
    var bytes: [UInt8] = []
    var sequence: Int
    var hash: RecordHash

    init(writer: WriterName, name: SegmentName, after last: Pending?) {
      self.writer = writer
      self.name = name
      sequence = last?.sequence ?? 0
      hash = last?.hash ?? .zero
    }

    func add(_ record: EncodedBody) {
      sequence += 1
      let line: [UInt8]
      (line, hash) = LineCodec.encode(sequence: sequence, previous: hash, record)
      bytes += line
    }
  }

  /// `random` makes the writers' epochs; the same numbers make the same folder.
  package init(folder: String, program: String, random: @escaping () -> UInt64) {
    self.folder = folder
    self.program = program
    self.random = random
  }

  /// Adds an event as the desk of a school would have written it on a day. Days must not go back
  /// over a week (for the duty stream: a year) within one desk. Returns the event with its place in the log.
  @discardableResult
  package func write(
    _ event: Event, desk school: School.ID?, on day: CivilDate
  ) throws(SaveFailure) -> Recorded<Event> {
    let desk = WriterName(school: school, epoch: 0).desk
    let segment = try segment(SegmentName(stream: event.stream, begunOn: day), desk: desk)
    do throws(BodyFault) { segment.add(try EventCoding.encode(event)) } catch { throw .unwritable(error) }
    return Recorded(
      body: event,
      origin: Origin(writer: segment.writer.description, sequence: segment.sequence, hash: segment.hash))
  }

  /// Puts the last files on the disk. Without it they are not written.
  package func finish() throws(SaveFailure) {
    for key in streams.keys.sorted() {
      if let segment = streams[key] { try store(segment) }
    }
    streams = [:]
    do throws(SystemError) {
      let log = try Directory(named: folder).folder("log")
      for writer in writers.values.sorted() { try NewFile.syncNames(of: log.folder(writer.description)) }
      try NewFile.syncNames(of: log)
    } catch {
      throw SaveFailure(error)
    }
  }

  /// The file an event goes to: the one under way, or the next one.
  private func segment(_ name: SegmentName, desk: String) throws(SaveFailure) -> Pending {
    let key = desk + " " + name.stream.rawValue
    let last = streams[key]
    if let last, !(last.name < name) { return last }
    if let last { try store(last) }
    let writer = writers[desk] ?? WriterName(desk: desk, epoch: random())
    writers[desk] = writer
    let next = Pending(writer: writer, name: name, after: last)
    let continues = last.map {
      Segment.Continuation(
        bytes: $0.bytes.count, file: $0.writer.description + "/" + $0.name.description)
    }
    let head = Segment(continues: continues, program: program, name: name, writer: writer)
    do throws(BodyFault) { next.add(try EventCoding.encode(head)) } catch { throw .unwritable(error) }
    streams[key] = next
    return next
  }

  private func store(_ segment: Pending) throws(SaveFailure) {
    do throws(SystemError) {
      let log = try Directory(named: folder).folder("log")
      let writer = segment.writer.description
      do throws(SystemError) { try log.makeFolder(writer, rights: FolderRights.writer) } catch {
        guard error.isTaken else { throw error }
      }
      let place = try log.folder(writer)
      let file = try place.creator(segment.name.description, rights: FolderRights.segment)
      try file.writeAll(segment.bytes)
      try file.syncData()
    } catch {
      throw SaveFailure(error)
    }
  }
}

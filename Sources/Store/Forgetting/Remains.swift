// The two lines that remain of a file: its head, and the sums with the place of its last record.

import Domain
import Glibc

/// What a forgotten file will hold.
struct Remains {
  private(set) var bytes: [UInt8]
  let tally: Tally

  /// Where the file's records begin and end in the writer's stream.
  private struct Extent {
    var first: Int
    /// What the first record goes on from.
    var previous: RecordHash
    var last: Int
    /// The hash of the last record; nil where none is left to tell it.
    var hash: RecordHash?
  }

  init(
    of file: LoggedFile, at place: LogReader.Place, _ contents: Forgetter.Contents, reader: LogReader,
    _ basis: ForgettingBasis, program: String
  ) throws(SystemError) {
    guard let name = SegmentName(place.name) else {
      throw SystemError(.open, code: EINVAL, path: file.path)
    }
    let extent = Self.extent(of: file, at: place, name, in: reader)
    do throws(BodyFault) {
      let head: [UInt8]
      if let whole = contents.head {
        head = whole
      } else {
        let segment = Segment(continues: nil, program: program, name: name, writer: place.writer)
        head =
          LineCodec.encode(
            sequence: extent.first, previous: extent.previous, try EventCoding.encode(segment)
          ).line
      }
      let headHash = try Self.hash(of: head)
      let hash = extent.hash ?? headHash
      if let earlier = file.tally {
        tally = Forgetting.tally(again: earlier, in: basis).without(TextGuard.refuses(id:))
      } else {
        let missing = ([file.path] + file.copies).reduce(0) { $0 + reader.findings.losses[$1, default: 0] }
        tally = Forgetting.tally(
          of: file, events: contents.events, hash: hash, missing: missing, in: basis
        ).without(TextGuard.refuses(id:))
      }
      let encoded = try EventCoding.encode(tally)
      let line = LineCodec.encode(sequence: extent.last, previous: headHash, encoded).line
      bytes = head + line
    } catch {
      throw SystemError(.write, code: EILSEQ, path: file.path)
    }
    // Nothing goes before it is sure that what takes its place can be read.
    guard isReadable(as: name, place) else { throw SystemError(.write, code: EMSGSIZE, path: file.path) }
  }

  private func isReadable(as name: SegmentName, _ place: LogReader.Place) -> Bool {
    var reading = SegmentReading(name: name, folderWriter: place.writer)
    bytes.withUnsafeBytes { raw in reading.take(raw) { _, _ in } }
    return reading.tally == tally && reading.head?.name == name && reading.records == 2
      && reading.readEnd == bytes.count
  }

  private static func hash(of line: [UInt8]) throws(BodyFault) -> RecordHash {
    let found = line.withUnsafeBytes { raw in
      try? LineCodec.decode(UnsafeRawBufferPointer(rebasing: raw.dropLast())).hash
    }
    guard let found else { throw .malformed(at: 0) }
    return found
  }

  /// From the records that are left, and where they are not, from those of the files before and after.
  private static func extent(
    of file: LoggedFile, at place: LogReader.Place, _ name: SegmentName, in reader: LogReader
  ) -> Extent {
    let own = Set([file.path] + file.copies)
    var (before, inside, after): (Run?, [Run], (run: Run, head: Int)?) = (nil, [], nil)
    for (other, reading) in reader.readings
    where reading.writer == place.writer && reading.name.stream == name.stream {
      if own.contains(other.path) {
        inside += reading.runs
      } else if reading.name < name {
        for run in reading.runs where run.last > before?.last ?? 0 { before = run }
      } else if name < reading.name {
        for run in reading.runs where run.first < after?.run.first ?? .max {
          after = (run, reading.hasLostHead ? 1 : 0)
        }
      }
    }
    let first = inside.map(\.first).min().map { max(1, $0 - 1) } ?? (before?.last ?? 0) + 1
    let end = inside.max { $0.last < $1.last }
    var extent = Extent(
      first: first, previous: before?.hash ?? .zero, last: end?.last ?? first, hash: end?.hash)
    // What was lost at the file's end is stood for as well, so that the next file goes on from here. A
    // head that the next one has lost is made anew with that file, and goes on from what is known.
    if let after, after.run.first - after.head > extent.last + (end == nil ? 0 : 1) {
      extent.last = after.run.first - after.head - 1
      if after.head == 0 { extent.hash = after.run.previous }
    }
    return extent
  }
}

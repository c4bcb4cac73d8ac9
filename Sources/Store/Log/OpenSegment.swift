// The file a writer is adding to, and the checks that it is still the file it was.

import Domain
import Glibc

/// An open log file of ours, with the mark of its last record.
final class OpenSegment {
  private var file: Descriptor
  private(set) var mark: Mark
  /// Only sums remain of the file: a later file goes on from it, but nothing is added to it.
  private(set) var isForgotten = false

  init(_ file: consuming Descriptor, mark: Mark) {
    self.file = file
    self.mark = mark
  }

  /// Facts of the descriptor, once they agree with the path: same file, same size, not unlinked.
  /// Everything else means that the folder was changed under us.
  private func agreedFacts() throws(AppendTrouble) -> FileFacts {
    let (own, found): (FileFacts, FileFacts)
    do throws(SystemError) {
      own = try file.facts()
      found = try Syscalls.facts(file.path, shown: file.path)
    } catch {
      if error.isMissing { throw .suspect(.replaced(file: mark.file)) }
      throw .suspect(.failed(error))
    }
    guard own.isSameFile(as: found), own.links > 0, own.size == found.size, own.kind == .file else {
      throw .suspect(.replaced(file: mark.file))
    }
    return own
  }

  /// Compares the file with a mark and takes in records that stand after it, as they do when a
  /// program was stopped between writing a record and remembering it.
  func catchUp(with mark: Mark) throws(AppendTrouble) {
    let facts = try agreedFacts()
    self.mark = mark
    // Where the file system has no lasting numbers the last record tells whether it is the file.
    guard facts.inode == mark.inode || mark.isNumberless else {
      throw .suspect(.replaced(file: mark.file))
    }
    guard facts.size >= mark.size else {
      throw .suspect(.shorterThanMark(file: mark.file, size: facts.size, expected: mark.size))
    }
    if facts.size > mark.size { try adopt(upTo: facts.size) }
  }

  /// Whether another file has taken the place of the marked one, and that is what remains of it: its sums
  /// stand for exactly the records up to the mark.
  func takeTally(for mark: Mark) throws(AppendTrouble) -> Bool {
    let facts = try agreedFacts()
    // The number of a file that is gone may be given to what remains of it; its size tells them apart.
    let isAsMarked = (facts.inode == mark.inode || mark.isNumberless) && facts.size == mark.size
    guard !isAsMarked, facts.size < LineCodec.longestTally + LineCodec.longest else { return false }
    var reading = SegmentReading(name: mark.name, folderWriter: mark.writer)
    try read(from: 0, count: facts.size).withUnsafeBytes { raw in reading.take(raw) { _, _ in } }
    guard reading.tally?.hash == mark.hash, reading.runs.last?.last == mark.sequence,
      reading.readEnd == facts.size
    else { return false }
    self.mark.inode = facts.inode
    self.mark.size = facts.size
    isForgotten = true
    return true
  }

  /// Takes in the records after the mark, if each verifies and goes on from the one before.
  private func adopt(upTo end: Int) throws(AppendTrouble) {
    let bytes = try read(from: mark.size, count: end - mark.size)
    var fault: AppendTrouble?
    bytes.withUnsafeBytes { raw in
      for line in LineSplitter(raw) {
        guard line.isTerminated, line.bytes.count < LineCodec.longest else { break }
        do throws(LineFault) {
          let record = try LineCodec.decode(line.bytes)
          guard record.sequence == mark.sequence + 1, record.previous == mark.hash else { break }
          mark.sequence = record.sequence
          mark.hash = record.hash
          mark.isFresh = false
          mark.size += line.bytes.count + 1
        } catch {
          if case .unknownVersion(let version) = error {
            fault = .failed(.newerFormat(version: version, path: file.path))
          }
          break
        }
      }
    }
    if let fault { throw fault }
    guard mark.size == end else { throw .suspect(.tornTail(file: mark.file, validEnd: mark.size)) }
  }

  /// Reads the last record again: what was on the disk may have changed since it was remembered.
  func verifyLastRecord() throws(AppendTrouble) {
    let start = max(0, mark.size - LineCodec.longestTally)
    let bytes = try read(from: start, count: mark.size - start)
    let isWhole = bytes.withUnsafeBytes { raw -> Bool in
      guard raw.last == UInt8(ascii: "\n") else { return false }
      let lines = raw.dropLast()
      let begin = lines.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let line = UnsafeRawBufferPointer(rebasing: raw[begin..<(raw.count - 1)])
      guard let record = try? LineCodec.decode(line) else { return false }
      return record.hash == mark.hash && record.sequence == mark.sequence
    }
    guard isWhole else { throw .suspect(.damagedTail(file: mark.file)) }
  }

  private func read(from offset: Int, count: Int) throws(AppendTrouble) -> [UInt8] {
    do throws(SystemError) { return try file.bytes(from: offset, limit: count) } catch {
      throw .suspect(.failed(error))
    }
  }

  /// Adds whole lines, the last of them with this number and hash: one write, on the disk, and a second
  /// look that they went where they should. After any trouble nothing is ever written here again.
  func add(_ lines: [UInt8], sequence: Int, hash: RecordHash) throws(AppendTrouble) {
    let taken: Int
    do throws(SystemError) {
      taken = try file.writeOnce(lines)
      if taken == lines.count { try file.syncData() }
    } catch {
      throw .suspect(.failed(error))
    }
    guard taken == lines.count else { throw .suspect(.shortWrite(file: mark.file)) }
    try confirm(lines)
    mark.size += lines.count
    mark.sequence = sequence
    mark.hash = hash
    mark.isFresh = false
  }
}

extension OpenSegment {
  /// The second look. A share may know less of the name than of the descriptor, or less for a while: then
  /// the file is opened by its name once more, and what stands there decides.
  private func confirm(_ lines: [UInt8]) throws(AppendTrouble) {
    let end = mark.size + lines.count
    do throws(AppendTrouble) {
      guard try agreedFacts().size == end else { throw .suspect(.replaced(file: mark.file)) }
    } catch {
      guard case .suspect(.replaced) = error, let named = reopened(),
        (try? named.facts().size) == end, (try? named.bytes(from: mark.size, limit: lines.count)) == lines
      else { throw error }
      file = named
      try verifyLastRecord()
    }
  }

  private func reopened() -> Descriptor? {
    let path = file.path
    guard let number = try? Syscalls.open(path, O_RDWR | O_APPEND, shown: path) else { return nil }
    let named = Descriptor(adopting: number, path: path)
    guard (try? named.plainFacts()) != nil else { return nil }
    return named
  }
}

/// What stopped an append.
enum AppendTrouble: Error {
  /// Going on in this file could be unsafe; the same record goes to a new epoch.
  case suspect(EpochReason)
  /// It cannot be saved at all just now.
  case failed(SaveFailure)
}

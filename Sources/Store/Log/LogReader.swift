// Reads the log of all writers and folds it; later reads only what has grown.

import Domain
import Glibc

/// A reader of one data folder's log. A value: it may live on a thread of its own.
///
/// Lines that do not verify are set aside, all others are used, in whatever file they stand. A last
/// line without a newline is still arriving: it is left alone and looked at again next time.
package struct LogReader: Sendable {
  package let folder: String
  package let scope: LogScope
  /// All that verified, folded.
  package internal(set) var ledger = Ledger()
  /// What was found wrong, or worth knowing.
  package private(set) var findings = LogFindings()

  /// A file's place: the writer's folder and the name in it.
  struct Place: Hashable, Comparable, Sendable {
    var writer: WriterName
    var name: String

    var path: String { "log/" + writer.description + "/" + name }

    static func < (left: Place, right: Place) -> Bool {
      (left.writer.description, left.name) < (right.writer.description, right.name)
    }
  }

  var readings: [Place: SegmentReading] = [:]
  /// Files of visits that were found whole before; untouched since, they are not read.
  private var trusted: [Place: CheckedFile] = [:]
  /// When each writer's folder was last changed, as far as it has been looked through.
  private var folderTimes: [WriterName: Int64] = [:]
  /// Findings about names, which no reading of a file brings.
  private var nameFindings: [LogFinding] = []
  /// The files have been looked at together, be it that there are none.
  private var isAssessed = false
  /// A file does not hold any more what was folded from it.
  private var isOutdated = false
  /// What was folded without reading it from the files.
  let base: LogBase?
  /// This machine's state of the folder, which knows how far its own files came.
  let state: String?
  /// Files of other names that were looked into.
  var probes: [Place: Probe] = [:]
  /// How often the folder has been looked at, and at which times also files that should not change are:
  /// about once a minute, and at the start.
  private var rounds = 0
  private var isThorough: Bool { rounds % 60 == 1 }
  /// Bytes that were read from files and are not folded yet.
  var unread: [Unread] = []
  /// A file may grow by that many bytes between two looks, thousands of times what a week can bring: what is
  /// larger is none of ours and must not fill the memory.
  private static let limit = 256 << 20
  /// How many bytes are read before they are folded.
  private static let batch = 4 << 20
  /// Steps that were read and the steps they were made upon.
  var links: [(handover: Handover.ID, after: RecordID)] = []

  /// `base` spares reading files that are settled, where it fits the scope and the folder. With `state`,
  /// this machine's state of the folder, the loss of records that were written here is known at once.
  package init(folder: String, scope: LogScope = .all, state: String? = nil, base: LogBase? = nil) {
    self.folder = folder
    self.scope = scope
    self.state = state
    self.base = scope.fits(base) ? base : nil
    for record in self.base?.records ?? [] { ledger.apply(record.body, origin: record.origin) }
    for (hash, gone) in self.base?.gone ?? [:] {
      ledger.apply(Tally(hash: hash, missing: 0, gone: gone, content: .chain([])))
    }
  }

  /// Makes sure that these handovers are known, if the log has them at all.
  package mutating func require(_ handovers: some Sequence<Handover.ID>) throws(SystemError) {
    guard base != nil, handovers.contains(where: { ledger.chains[$0] == nil }) else { return }
    _ = try restart()
  }

  /// A reader that checks, and takes files of visits that were found whole before for what they were.
  /// Their visits are not folded.
  init(folder: String, state: String, trusting files: [CheckedFile]) {
    self.init(folder: folder, state: state)
    for file in files where file.name.stream == .visits {
      trusted[Place(writer: file.writer, name: file.name.description)] = file
    }
  }

  /// Looks at the folder again. True when anything that this value shows has changed. `progress` is
  /// told how many writers have been looked at, of how many.
  package mutating func refresh(progress: (Int, Int) -> Void = { _, _ in }) throws(SystemError) -> Bool {
    let before = findings
    rounds += 1
    var hasChanged = false
    var found: Set<Place> = []
    nameFindings = []
    // Before the files, which may only grow from here on.
    let marks = state.map { Mark.all(in: $0) } ?? []
    let log = try Directory(named: folder).folder("log")
    let names = try log.names()
    for (index, name) in names.enumerated() {
      progress(index, names.count)
      guard let writer = WriterName(name) else {
        nameFindings.append(.foreignFile(file: "log/" + name))
        continue
      }
      do throws(SystemError) {
        try look(at: writer, in: log, found: &found, hasChanged: &hasChanged)
      } catch {
        found.formUnion(readings.keys.filter { $0.writer == writer })
        nameFindings.append(Self.finding(about: "log/" + name, error))
      }
    }
    foldUnread()
    // A step upon one that is not here: it may belong to a handover that the base left out.
    if base != nil, links.contains(where: { ledger.chains[$0.handover]?.changes[$0.after] == nil }) {
      isOutdated = true
    }
    links = []
    // Records that had been folded are gone, with their file or out of it; a new start leaves them out.
    if isOutdated || readings.keys.contains(where: { !found.contains($0) }) { return try restart() }
    if hasChanged || !isAssessed || nameFindings != before.findings.filter(\.isAboutName) {
      isAssessed = true
      let assessment = LogAssessment(
        readings: readings, names: nameFindings, scope: scope, folder: folder, marks: marks, base: base)
      findings = assessment.findings
    }
    return hasChanged || findings != before
  }

  /// Forgets all and reads all.
  private mutating func restart() throws(SystemError) -> Bool {
    self = LogReader(folder: folder, scope: scope, state: state)
    _ = try refresh()
    return true
  }

  // MARK: Writers and files

  private mutating func look(
    at writer: WriterName, in log: borrowing Directory, found: inout Set<Place>, hasChanged: inout Bool
  ) throws(SystemError) {
    let folder = try log.folder(writer.description)
    let facts = try folder.facts()
    let isUntouched = folderTimes[writer] == facts.altered && !isThorough
    let known = base?.writers[writer]
    var newest: [Stream: SegmentName] = [:]
    var files: [(Place, SegmentName)] = []
    for name in try names(of: writer, in: folder, facts) {
      let place = Place(writer: writer, name: name)
      switch LogFileName(name) {
      case .segment(let segment):
        guard scope.includes(segment), known?.isSettled(segment) != true else { continue }
        files.append((place, segment))
        newest[segment.stream] = max(newest[segment.stream] ?? segment, segment)
      case .conflictCopy(let segment):
        nameFindings.append(.conflictCopy(file: place.path))
        if scope.includes(segment) { files.append((place, segment)) }
      case .temporary: nameFindings.append(.leftover(file: place.path))
      case .foreign:
        guard let segment = original(at: place, in: folder) else {
          nameFindings.append(.foreignFile(file: place.path))
          continue
        }
        nameFindings.append(.conflictCopy(file: place.path))
        if scope.includes(segment) { files.append((place, segment)) }
      }
    }
    // Originals first: what of a second version counts depends on what became of its original.
    files.sort { SegmentName($0.0.name) != nil && SegmentName($1.0.name) == nil }
    for (place, segment) in files {
      found.insert(place)
      // In a folder whose names are unchanged only the newest files grow.
      if isUntouched, readings[place]?.facts != nil, newest[segment.stream] != segment { continue }
      do throws(SystemError) {
        if try read(place, segment, in: folder) { hasChanged = true }
      } catch {
        nameFindings.append(Self.finding(about: place.path, error))
      }
    }
    folderTimes[writer] = facts.altered
  }

  /// The names in a writer's folder; as the base knows them where nothing has changed since.
  private mutating func names(
    of writer: WriterName, in folder: borrowing Directory, _ facts: FileFacts
  ) throws(SystemError) -> [String] {
    guard folderTimes[writer] == nil || isThorough, let base, let known = base.writers[writer] else {
      return try folder.names()
    }
    for file in base.settled[writer] ?? [] {
      let found = try? folder.facts(of: file.name.description)
      if found.map({ LogBase.SettledFile(name: file.name, $0) }) != file { isOutdated = true }
    }
    return folderTimes[writer] == nil && known.fingerprint == facts.fingerprint
      ? known.live : try folder.names()
  }

  /// Reads what is new in a file. False when nothing is.
  private mutating func read(
    _ place: Place, _ segment: SegmentName, in folder: borrowing Directory
  ) throws(SystemError) -> Bool {
    let facts = try folder.facts(of: place.name)
    guard facts.kind == .file else {
      throw SystemError(.open, code: ELOOP, path: folder.path(of: place.name))
    }
    var reading = readings[place] ?? SegmentReading(name: segment, folderWriter: place.writer)
    if reading.facts == facts { return false }
    if reading.facts == nil, let known = trusted[place]?.reading(facts) {
      readings[place] = known
      return true
    }
    guard facts.size - reading.readEnd <= Self.limit else {
      throw SystemError(.read, code: EFBIG, path: folder.path(of: place.name))
    }
    let file = try folder.reader(place.name)
    if let known = reading.facts {
      // A file that changed without growing was damaged or repaired somewhere; so may one with faults be.
      let isSuspect = facts.size == known.size || !reading.badLines.isEmpty
      var isSame = try Self.isContinuation(of: reading, file, size: facts.size)
      if isSame, isSuspect { isSame = try Self.holdsTheSame(as: reading, file) }
      guard isSame else {
        isOutdated = true
        return true
      }
    }
    let bytes = try file.bytes(from: reading.readEnd, limit: facts.size - reading.readEnd)
    reading.facts = facts
    reading.wasSettled = facts.isSettled
    unread.append(Unread(place: place, reading: reading, bytes: bytes))
    if unread.reduce(0, { $0 + $1.bytes.count }) > Self.batch { foldUnread() }
    return true
  }

  /// Whether the file still holds the last record that was read, where it was read. Its hash covers
  /// all before it, so the rest need not be compared.
  private static func isContinuation(
    of reading: SegmentReading, _ file: borrowing Descriptor, size: Int
  ) throws(SystemError) -> Bool {
    guard size >= reading.readEnd else { return false }
    guard !reading.lastLine.isEmpty else { return reading.readEnd == 0 }
    let bytes = try file.bytes(from: reading.lastLine.lowerBound, limit: reading.lastLine.count)
    return bytes.withUnsafeBytes { (try? LineCodec.decode($0))?.hash == reading.lastHash }
  }

  /// Whether all that was read of the file still reads the same.
  private static func holdsTheSame(
    as reading: SegmentReading, _ file: borrowing Descriptor
  ) throws(SystemError) -> Bool {
    var again = SegmentReading(name: reading.name, folderWriter: reading.folderWriter)
    try file.bytes(limit: reading.readEnd).withUnsafeBytes { again.take($0) { _, _ in } }
    return again.runs == reading.runs && again.badLines == reading.badLines
      && again.badBodies.count == reading.badBodies.count
  }

  // MARK: Findings about names

  private static func finding(about path: String, _ error: SystemError) -> LogFinding {
    error.isWrongKind ? .notAFile(file: path) : .unreadable(file: path, error: error)
  }
}

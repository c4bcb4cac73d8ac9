// Looks at all files of the log together: gaps, broken chains, forks, and files that are not whole.

import Domain

/// From the readings of all files to what is wrong with the whole.
struct LogAssessment {
  var findings = LogFindings()
  let folder: String
  let isComplete: Bool
  let base: LogBase?
  let readings: [LogReader.Place: SegmentReading]
  /// Where each file ends, by what the files that go on from it say.
  private(set) var continuations: [String: (bytes: Int, namedIn: String)] = [:]

  init(
    readings: [LogReader.Place: SegmentReading], names: [LogFinding], scope: LogScope, folder: String,
    marks: [Mark] = [], base: LogBase? = nil
  ) {
    self.readings = readings
    self.folder = folder
    self.isComplete = scope == .all
    self.base = base
    findings.records = base?.recordCount ?? 0
    findings.missing = base?.missing ?? [:]
    findings.errorsInSettledFiles = base?.errors ?? 0
    findings.newerRecords = base?.newerRecords ?? 0
    findings.findings = names
    let places = readings.keys.sorted()
    findings.writers = Set(places.map(\.writer)).count
    for place in places {
      guard let reading = readings[place] else { continue }
      findings.records += reading.records
      if let continues = reading.head?.continues {
        continuations[continues.file] = (continues.bytes, place.path)
      }
    }
    for place in places { if let reading = readings[place] { assess(reading, at: place) } }
    for stream in Stream.allCases { assessStreams(stream, places: places) }
    assessContinuations(places)
    for mark in marks where scope.includes(mark.name) { assess(mark, places) }
    assessUnread()
    findings.findings.sort { ($0.file, $0.order) < ($1.file, $1.order) }
  }

  // MARK: One file

  private mutating func assess(_ reading: SegmentReading, at place: LogReader.Place) {
    let file = place.path
    for line in reading.badLines {
      findings.findings.append(.badLine(file: file, bytes: line.bytes, fault: line.fault))
    }
    // What had been lost when the file was forgotten is lost still.
    if let tally = reading.tally { lose(tally.missing, of: reading, at: place) }
    for (offset, kind, _) in reading.badBodies {
      findings.findings.append(.badBody(file: file, offset: offset, kind: kind))
      lose(1, of: reading, at: place)
    }
    for (kind, count) in reading.unknownKinds {
      findings.findings.append(.unknownKind(file: file, kind: kind, count: count))
      findings.newerRecords += count
    }
    if let newer = reading.newerVersion {
      findings.findings.append(.newerVersion(file: file, offset: newer.offset, version: newer.version))
      findings.newerVersion = max(newer.version, findings.newerVersion ?? 0)
    }
    // A file appears with its head in it: an empty one has lost everything.
    let isBegun = reading.readEnd > 0 || reading.facts?.size == 0
    if isBegun, reading.newerVersion == nil, !isHeadRight(of: reading, at: place) {
      findings.findings.append(.wrongHead(file: file))
    }
    assessTail(of: reading, at: place)
  }

  private func isHeadRight(of reading: SegmentReading, at place: LogReader.Place) -> Bool {
    guard let head = reading.head else {
      // A head that is damaged is found as a bad line already.
      return reading.hasNewerHead || reading.badLines.contains { $0.bytes.lowerBound == 0 }
    }
    return head.writer == place.writer && head.name == reading.name
  }

  mutating func lose(_ count: Int, of reading: SegmentReading, at place: LogReader.Place) {
    lose(count, of: reading.name, at: place)
  }

  mutating func lose(_ count: Int, of name: SegmentName, at place: LogReader.Place) {
    guard count > 0 else { return }
    findings.missing[name, default: 0] += count
    findings.losses[place.path, default: 0] += count
  }

  /// What follows the last record: nothing, something still arriving, or something that was lost.
  private mutating func assessTail(of reading: SegmentReading, at place: LogReader.Place) {
    let known = continuations[place.writer.description + "/" + place.name]
    if let offset = reading.tornTail {
      let isAbandoned = known != nil
      findings.findings.append(.tornTail(file: place.path, offset: offset, isAbandoned: isAbandoned))
    }
    lose(tailLosses(of: place), of: reading, at: place)
  }

  // MARK: All files of a writer's stream

  private mutating func assessStreams(_ stream: Stream, places: [LogReader.Place]) {
    var byWriter: [WriterName: [(place: LogReader.Place, run: Run)]] = [:]
    for place in places {
      guard let reading = readings[place], reading.name.stream == stream else { continue }
      for run in reading.runs { byWriter[reading.writer, default: []].append((place, run)) }
    }
    for (writer, known) in base?.writers ?? [:] {
      guard let end = known.end(of: stream) else { continue }
      let place = LogReader.Place(writer: writer, name: end.name.description)
      let run = Run(first: 1, last: end.sequence, previous: .zero, hash: end.hash)
      byWriter[writer, default: []].append((place, run))
    }
    for writer in byWriter.keys.sorted() {
      let runs = (byWriter[writer] ?? []).sorted {
        ($0.run.first, $0.run.last, $0.place) < ($1.run.first, $1.run.last, $1.place)
      }
      assess(runs, stream: stream)
    }
  }

  private mutating func assess(_ runs: [(place: LogReader.Place, run: Run)], stream: Stream) {
    guard let first = runs.first else { return }
    var reached = isComplete || stream != .visits ? 0 : first.run.first - 1
    var hash: RecordHash? = reached == 0 ? .zero : nil
    var before = first.place
    var overlaps: Set<LogReader.Place> = []
    for (place, run) in runs {
      if run.first > reached + 1 {
        // What is missing stood at the end of the file before, or in the middle of this one; or it is
        // this one's head.
        let missing = (reached + 1)...(run.first - 1)
        findings.findings.append(.gap(file: before.path, missing: missing))
        // Bad lines at that file's end were counted with its tail.
        if let name = SegmentName(before.name) ?? readings[before]?.name {
          let counted = tailLosses(from: reached == 0 ? nil : before, to: place)
          let head = before == place || readings[place]?.hasLostHead != true ? 0 : 1
          lose(missing.count - counted - head, of: name, at: before)
          lose(head, of: readings[place]?.name ?? name, at: place)
        }
      } else if run.first <= reached {
        overlaps.formUnion([before, place])
      } else if let hash, run.previous != hash {
        findings.findings.append(.brokenChain(file: place.path, sequence: run.first))
      }
      if run.last > reached {
        reached = run.last
        hash = run.hash
        before = place
      }
    }
    if !overlaps.isEmpty { assessOverlaps(overlaps.sorted()) }
  }

  /// Those of the writer's files from one to before another.
  private func tailLosses(from first: LogReader.Place?, to end: LogReader.Place) -> Int {
    guard let name = readings[end]?.name else { return 0 }
    let between = readings.filter { place, reading in
      place.writer == end.writer && reading.name.stream == name.stream && reading.name < name
        && first.map { !(place < $0) } ?? true
    }
    return between.keys.reduce(0) { $0 + tailLosses(of: $1) }
  }

  /// How many lines at a file's end are known to have been records.
  func tailLosses(of place: LogReader.Place) -> Int {
    guard let reading = readings[place] else { return 0 }
    let known = continuations[place.writer.description + "/" + place.name]?.bytes
    let end = reading.lastLine.upperBound
    let after = reading.badLines.filter { $0.bytes.lowerBound >= end && !$0.bytes.isEmpty }
    let bad = after.count { line in known.map { line.bytes.lowerBound < $0 } ?? true }
    // A line without an end that had been whole when a later file was begun.
    guard let known, let offset = reading.tornTail, known > offset else { return bad }
    return bad + 1
  }

  /// Files that hold the same numbers: read once more, and compared record by record.
  private mutating func assessOverlaps(_ places: [LogReader.Place]) {
    var known: [Int: RecordHash] = [:]
    let originals = places.filter { SegmentName($0.name) != nil }
    let copies = places.filter { SegmentName($0.name) == nil }
    for place in originals + copies {
      var duplicates: [Int] = []
      for (sequence, hash) in hashes(of: place) {
        guard let other = known[sequence] else {
          known[sequence] = hash
          continue
        }
        if other == hash {
          duplicates.append(sequence)
        } else {
          findings.findings.append(.fork(file: place.path, sequence: sequence))
        }
      }
      // A conflict copy is expected to repeat its original.
      if let low = duplicates.min(), let high = duplicates.max(), SegmentName(place.name) != nil {
        findings.findings.append(.duplicates(file: place.path, sequences: low...high))
      }
    }
  }

  private func hashes(of place: LogReader.Place) -> [(Int, RecordHash)] {
    var hashes: [(Int, RecordHash)] = []
    // A forgotten file has no record left to compare with.
    if readings[place]?.isForgotten == true { return hashes }
    do throws(SystemError) {
      let writer = try Directory(named: folder).folder("log").folder(place.writer.description)
      let file = try writer.reader(place.name)
      let bytes = try file.bytes(limit: try file.facts().size)
      bytes.withUnsafeBytes { raw in
        for line in LineSplitter(raw) where line.isTerminated {
          if let record = try? LineCodec.decode(line.bytes) { hashes.append((record.sequence, record.hash)) }
        }
      }
    } catch {
      // It could be read a moment ago; what cannot be compared now is compared next time.
      return []
    }
    return hashes
  }
}

extension LogFinding {
  /// Where in its file a finding belongs, for a stable order.
  fileprivate var order: Int {
    switch self {
    case .badLine(_, let bytes, _): bytes.lowerBound
    case .badBody(_, let offset, _), .tornTail(_, let offset, _), .newerVersion(_, let offset, _): offset
    case .gap(_, let missing): missing.lowerBound
    case .brokenChain(_, let sequence), .fork(_, let sequence): sequence
    case .duplicates(_, let sequences): sequences.lowerBound
    case .wrongHead, .shortened, .missingFile, .conflictCopy, .foreignFile, .leftover, .notAFile,
      .unreadable, .unknownKind:
      0
    }
  }
}

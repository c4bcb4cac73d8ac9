// Makes a base from a log that has been read: what the desk still needs of its settled files.

import Domain

extension LogReader {
  /// How long before the visits' first week the duty stream is kept.
  private static let dutyDays = 120

  /// Whether a start would be quicker with a new base: none was used, or files have settled since.
  package var wantsNewBase: Bool {
    guard scope.visitWeeks != nil else { return false }
    guard let base else { return true }
    return readings.values.contains { reading in
      reading.name.stream != .visits
        && readings.values.contains {
          $0.folderWriter == reading.folderWriter && $0.name.stream == reading.name.stream
            && reading.name < $0.name
        }
    } || base.writers.isEmpty
  }

  /// A base for the next start; nil when there is something about the log that a base cannot tell.
  /// Handovers whose files are still there are kept, so that they can be put right.
  package func makeBase(keeping filed: Set<Handover.ID>) -> LogBase? {
    guard let first = scope.visitWeeks?.lowerBound, findings.newerVersion == nil else { return nil }
    var made = LogBase(from: first.monday)
    guard let log = try? Directory(named: folder).folder("log"), let names = try? log.names() else {
      return nil
    }
    for writer in names.compactMap(WriterName.init) {
      guard settle(writer, in: log, &made) else { return nil }
    }
    guard countFindings(&made) else { return nil }
    made.records = keptRecords(made, filed)
    for (hash, tally) in ledger.tallies where !tally.gone.isEmpty { made.gone[hash] = tally.gone }
    return made
  }

  /// Enters a writer's settled and live files. False when they cannot be told apart safely.
  private func settle(_ writer: WriterName, in log: borrowing Directory, _ made: inout LogBase) -> Bool {
    guard let folder = try? log.folder(writer.description), let facts = try? folder.facts(),
      let names = try? folder.names()
    else { return false }
    var known = LogBase.Writer(fingerprint: facts.isSettled ? facts.fingerprint : .zero)
    for stream in [Stream.chain, .duty] {
      let files = names.compactMap(SegmentName.init).filter { $0.stream == stream }.sorted()
      let read = files.dropLast().map { settledFile($0, of: writer) }
      let settled = read.prefix { $0 != nil }.compactMap { $0 }
      guard let last = settled.last?.name else { continue }
      guard let end = end(writer, last) else { return false }
      known.ends.append(end)
      made.settled[writer, default: []] += settled
    }
    for name in names {
      switch LogFileName(name) {
      case .segment(let segment): if known.isSettled(segment) || !isRecent(segment) { continue }
      case .conflictCopy(let segment): if segment.stream != .visits { return false }
      case .temporary: break
      case .foreign:
        let copied = readings[Place(writer: writer, name: name)]?.name.stream
        if copied == .chain || copied == .duty { return false }
      }
      known.live.append(name)
    }
    made.writers[writer] = known
    return true
  }

  /// A settled file as it was read just now or for the base before; nil when it was changed so shortly
  /// before it was read that another change may have the same time.
  private func settledFile(_ name: SegmentName, of writer: WriterName) -> LogBase.SettledFile? {
    guard let reading = readings[Place(writer: writer, name: name.description)] else {
      return base?.settled[writer]?.first { $0.name == name }
    }
    guard let facts = reading.facts, reading.wasSettled else { return nil }
    return LogBase.SettledFile(name: name, facts)
  }

  private func isRecent(_ name: SegmentName) -> Bool {
    guard case .week(let week) = name.period, name.stream == .visits, let weeks = scope.visitWeeks else {
      return true
    }
    return week >= weeks.lowerBound
  }

  /// The last record of a settled file, as it was read just now or for the base before.
  private func end(_ writer: WriterName, _ name: SegmentName) -> LogBase.End? {
    if let run = readings[Place(writer: writer, name: name.description)]?.runs.max(by: { $0.last < $1.last })
    {
      return LogBase.End(name: name, sequence: run.last, hash: run.hash)
    }
    return base?.writers[writer]?.end(of: name.stream).flatMap { $0.name == name ? $0 : nil }
  }

  /// Enters how many records verify and are missing in settled files. False where one name stands for
  /// settled and for live files.
  private func countFindings(_ made: inout LogBase) -> Bool {
    made.recordCount = base?.recordCount ?? 0
    made.errors = findings.errorsInSettledFiles
    made.newerRecords = base?.newerRecords ?? 0
    let live = Set(made.writers.values.flatMap(\.live))
    for (name, count) in findings.missing where name.stream != .visits {
      if live.contains(name.description) { return false }
      made.missing[name] = count
    }
    for (place, reading) in readings where made.writers[place.writer]?.isSettled(reading.name) == true {
      made.recordCount += reading.records
      made.newerRecords += reading.unknownKinds.values.reduce(0, +)
      made.errors += findings.findings.count { $0.file == place.path && $0.severity == .error }
    }
    return true
  }

  /// The records of settled files that the desk still needs.
  private func keptRecords(_ made: LogBase, _ filed: Set<Handover.ID>) -> [Recorded<Event>] {
    func isSettled(_ origin: Origin, _ stream: Stream) -> Bool {
      guard let end = WriterName(origin.writer).flatMap({ made.writers[$0]?.end(of: stream) }) else {
        return false
      }
      return origin.sequence <= end.sequence
    }
    var kept: [Recorded<Event>] = []
    func keep(_ event: Event, _ origin: Origin) {
      if isSettled(origin, event.stream) { kept.append(Recorded(body: event, origin: origin)) }
    }
    for (id, chain) in ledger.chains {
      let steps = chain.changes.values
      let isNeeded =
        filed.contains(id) || Handover(steps: chain)?.state.isOpen != false
        || steps.contains { !isSettled($0.origin, .chain) }
      if isNeeded { for step in steps { keep(.handover(step.body), step.origin) } }
    }
    let from = made.from.adding(days: -Self.dutyDays)
    for chain in ledger.patterns.values {
      for change in chain.changes.values { keep(.pattern(change.body), change.origin) }
    }
    for (place, chain) in ledger.cells where place.day >= from {
      for change in chain.changes.values {
        guard case .changed(let cause) = change.body.source else { continue }
        let cell = CellChange(
          id: change.body.id, after: change.body.after, asked: change.body.asked, at: change.body.at,
          by: change.body.by, cause: cause, day: place.day, school: place.school, spans: change.body.spans)
        keep(.cell(cell), change.origin)
      }
    }
    for chain in ledger.swaps.values {
      let steps = chain.changes.values
      guard steps.contains(where: { $0.body.cells.contains { $0.day >= from } }) else { continue }
      for step in steps { keep(.swap(step.body), step.origin) }
    }
    for (place, doors) in ledger.doors where place.day >= from {
      for door in doors.values { keep(.door(door.body), door.origin) }
    }
    for release in ledger.releases.values { keep(.release(release.body), release.origin) }
    for chain in ledger.weeks.values {
      for change in chain.changes.values { keep(.week(change.body), change.origin) }
    }
    return kept.sorted { ($0.origin.writer, $0.origin.sequence) < ($1.origin.writer, $1.origin.sequence) }
  }
}

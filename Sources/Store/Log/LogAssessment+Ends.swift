// How far each file came, by what is known besides the file itself: later files, and this machine's marks.

import Domain

extension LogAssessment {
  /// A file of this machine's that lacks records it has acknowledged: cut off, damaged at its end or
  /// gone. No other file tells of that until its writer goes on.
  mutating func assess(_ mark: Mark, _ places: [LogReader.Place]) {
    let runs = places.filter { $0.writer == mark.writer }.compactMap { readings[$0] }
      .filter { $0.name.stream == mark.name.stream }.flatMap(\.runs)
    let settled = base?.writers[mark.writer]?.end(of: mark.name.stream)?.sequence ?? 0
    let last = max(settled, runs.map(\.last).max() ?? 0)
    guard last < mark.sequence else { return }
    let place = LogReader.Place(writer: mark.writer, name: mark.name.description)
    guard let reading = readings[place] else {
      if !isUnread(place.path) { findings.findings.append(.missingFile(file: place.path, namedIn: nil)) }
      // Where not all files are read it is not known how many records the file had.
      let missing = isComplete || last > 0 ? mark.sequence - last : 1
      lose(missing, of: mark.name, at: place)
      return
    }
    let size = reading.facts?.size ?? 0
    let isKnown = findings.findings.contains {
      if case .shortened(place.path, _, _) = $0 { true } else { false }
    }
    if size < mark.size, !isKnown {
      findings.findings.append(.shortened(file: place.path, size: size, expected: mark.size))
    }
    let counted = isKnown ? 1 : tailLosses(of: place)
    lose(mark.sequence - last - counted, of: mark.name, at: place)
  }

  private func isSettled(_ file: String) -> Bool {
    let parts = file.split(separator: "/").map(String.init)
    guard parts.count == 2, let writer = WriterName(parts[0]), let name = SegmentName(parts[1]) else {
      return false
    }
    return base?.writers[writer]?.isSettled(name) ?? false
  }

  mutating func assessContinuations(_ places: [LogReader.Place]) {
    let byPath = Dictionary(places.map { ($0.path, $0) }) { $1 }
    for (file, known) in continuations.sorted(by: { $0.key < $1.key }) {
      let path = "log/" + file
      guard let place = byPath[path] else {
        if isComplete, !isSettled(file), !isUnread(path) {
          findings.findings.append(.missingFile(file: path, namedIn: known.namedIn))
        }
        continue
      }
      guard let reading = readings[place], !reading.isForgotten, let size = reading.facts?.size,
        size < known.bytes
      else { continue }
      findings.findings.append(.shortened(file: path, size: size, expected: known.bytes))
      // A later file of the same writer lacks numbers, and they are counted; one of a later epoch tells no
      // more than that something was there.
      let isSameWriter = known.namedIn.hasPrefix("log/" + place.writer.description + "/")
      if reading.tornTail == nil, !isSameWriter { lose(1, of: reading, at: place) }
    }
  }

  /// Whether a file, or the folder it is in, stands there and could not be read.
  private func isUnread(_ path: String) -> Bool {
    findings.unreadFiles.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// What cannot be read lacks at least one record; how many it holds is not known, unless this machine's
  /// mark or a later file of the writer has told it by now.
  mutating func assessUnread() {
    for path in findings.unreadFiles {
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count > 2, let writer = WriterName(parts[1]), let name = SegmentName(parts[2]) else {
        findings.unreadFolders += 1
        continue
      }
      if !isCounted(path, stream: "log/\(writer)/\(name.stream)-") {
        lose(1, of: name, at: LogReader.Place(writer: writer, name: parts[2]))
      }
    }
  }

  private func isCounted(_ path: String, stream: String) -> Bool {
    findings.losses[path] != nil
      || findings.findings.contains { finding in
        if case .gap(let file, _) = finding { file.hasPrefix(stream) } else { false }
      }
  }
}

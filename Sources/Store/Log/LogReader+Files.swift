// The log's files as forgetting looks at them.

import Domain

extension LogReader {
  /// Every file that was read, with its second versions, in the order of their paths. A second version
  /// whose original is gone stands in for it.
  package var files: [LoggedFile] {
    var copies: [Place: [Place]] = [:]
    for place in readings.keys {
      if let original = original(of: place) {
        copies[original, default: []].append(place)
      } else {
        copies[place, default: []] += []
      }
    }
    return copies.sorted { $0.key < $1.key }.compactMap { place, copies in
      guard let name = SegmentName(place.name) else { return nil }
      var file = LoggedFile(path: place.path, stream: name.stream, lastDay: name.lastDay)
      if let reading = readings[place] { file.take(reading) }
      for copy in copies.sorted() {
        file.copies.append(copy.path)
        if let reading = readings[copy] { file.take(reading) }
      }
      file.tally = readings[place]?.tally
      return file
    }
  }
}

extension LoggedFile {
  fileprivate mutating func take(_ reading: SegmentReading) {
    newestDay = [newestDay, reading.newestDay].compactMap { $0 }.max()
    handovers.formUnion(reading.handovers)
    let isAtHome = reading.head.map { $0.writer == reading.folderWriter && $0.name == reading.name } ?? true
    isUnderstood =
      isUnderstood && isAtHome && reading.unknownKinds.isEmpty && reading.newerVersion == nil
  }
}

extension SegmentName {
  /// The last day of its week or year.
  var lastDay: CivilDate {
    switch period {
    case .week(let week): week.sunday
    case .year(let year): CivilDate(year: year, month: 12, day: 31) ?? CivilDate(dayNumber: 0)
    }
  }
}

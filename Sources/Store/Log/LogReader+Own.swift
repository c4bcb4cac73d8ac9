// Which writers are this machine's own, and in which week the folder begins.

import Domain

extension LogReader {
  /// The writers that this machine wrote as: those of its marks, and the earlier epochs that their files say
  /// they go on from.
  package var ownWriters: Set<String> {
    guard let state else { return [] }
    var own = Set(Mark.all(in: state).map(\.writer))
    var before: [WriterName: Set<WriterName>] = [:]
    for reading in readings.values {
      guard let head = reading.head, let file = head.continues?.file,
        let earlier = WriterName(String(file.prefix { $0 != "/" }))
      else { continue }
      before[head.writer, default: []].insert(earlier)
    }
    var unfollowed = own
    while let writer = unfollowed.popFirst() {
      unfollowed.formUnion((before[writer] ?? []).subtracting(own))
      own.formUnion(before[writer] ?? [])
    }
    return Set(own.map(\.description))
  }

  /// The first week by which a file of visits is named, in any writer's folder; late records in it may be of
  /// the week before.
  package static func firstWeek(folder: String) throws(SystemError) -> ISOWeek? {
    let log = try Directory(named: folder).folder("log")
    var first: ISOWeek?
    for writer in try log.names().compactMap(WriterName.init) {
      for name in try log.folder(writer.description).names().compactMap(SegmentName.init) {
        if case .week(let week) = name.period { first = min(first ?? week, week) }
      }
    }
    return first
  }
}

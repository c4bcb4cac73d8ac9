// Begins the week's files before anything is recorded: when a file was born tells when its first record came.

import Domain

extension LogWriter {
  /// Makes this week's files of visits and chains with nothing but their heads, where they are not yet. To be
  /// called when a desk starts, and while it is open, so that no file is born with a visit or an offer.
  ///
  /// What cannot be begun now is begun by the first record, which has a way out of every trouble.
  package func beginWeek(on today: CivilDate) {
    try? locked { () throws(SaveFailure) in
      for stream in [Stream.visits, .chain] where pendingReason == nil {
        let name = SegmentName(stream: stream, begunOn: today)
        if case .state(let known) = memory.recall(), let mark = known.marks[stream],
          mark.writer == known.writer, !(mark.name < name)
        {
          continue
        }
        if (try? readySegment(of: stream, on: today)) == nil { segments = [:] }
      }
    }
  }
}

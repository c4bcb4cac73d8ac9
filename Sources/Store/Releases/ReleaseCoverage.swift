// Which records a release covers: the last one of each writer and stream that is counted in it.

import Domain

extension LogReader {
  /// The last records of the files named by the period's weeks, and of what was recorded later for its
  /// days. Those files have no more to come, so two machines that have read the same log say the same.
  package func coverage(of period: Period) -> [String: [Stream: Int]] {
    var covers: [String: [Stream: Int]] = [:]
    func add(_ sequence: Int, _ stream: Stream, of writer: String) {
      covers[writer, default: [:]][stream] = max(covers[writer]?[stream] ?? 0, sequence)
    }
    for reading in readings.values {
      guard case .week(let week) = reading.name.period, period.weeks.contains(week) else { continue }
      for run in reading.runs { add(run.last, reading.name.stream, of: reading.writer.description) }
    }
    func isInside(_ day: CivilDate) -> Bool { period.weeks.contains(ISOWeek(containing: day)) }
    for (day, book) in ledger.days where isInside(day) {
      for origin in book.origins { add(origin.sequence, .visits, of: origin.writer) }
    }
    for step in ledger.chains.values.flatMap(\.changes.values) where isInside(step.body.day) {
      add(step.origin.sequence, .chain, of: step.origin.writer)
    }
    for door in ledger.doors.values.flatMap(\.values) where isInside(door.body.day) {
      add(door.origin.sequence, .duty, of: door.origin.writer)
    }
    return covers
  }
}

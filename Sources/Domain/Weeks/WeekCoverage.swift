// Which records a week was counted from, so that what comes later is known to have come later.

/// For each writer with records of a week, how far its streams had come, and what was missing below that.
package struct WeekCoverage: Equatable, Sendable {
  /// How far one stream of one writer was counted.
  package struct Reach: Equatable, Sendable {
    /// The number of the last record of the week.
    package var last: Int
    /// Numbers below it that were not there, in order.
    package var missing: [ClosedRange<Int>]

    package init(last: Int, missing: [ClosedRange<Int>] = []) {
      self.last = last
      self.missing = missing
    }

    func covers(_ sequence: Int) -> Bool {
      sequence <= last && !missing.contains { $0.contains(sequence) }
    }

    /// How many numbers it stands for.
    var count: Int { last - missing.reduce(0) { $0 + $1.count } }
  }

  /// By writer and stream; only visits and duty carry what a week is counted from.
  package var writers: [String: [Stream: Reach]]

  package init(_ writers: [String: [Stream: Reach]] = [:]) {
    self.writers = writers
  }

  /// Whether a record was counted.
  func covers(_ origin: Origin, in stream: Stream) -> Bool {
    writers[origin.writer]?[stream]?.covers(origin.sequence) ?? false
  }

  /// Of two records of a week the one with the greater sum knew more.
  package var sum: Int { writers.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.count } } }
}

/// Numbers of records that are known to be missing, by writer and stream.
package typealias MissingNumbers = [String: [Stream: [ClosedRange<Int>]]]

extension Ledger {
  /// What a week is counted from now. `missing` are the numbers that were not there.
  func coverage(of week: ISOWeek, missing: MissingNumbers) -> WeekCoverage {
    var coverage = WeekCoverage()
    func take(_ origin: Origin, _ stream: Stream) {
      let known = coverage.writers[origin.writer]?[stream]?.last ?? 0
      coverage.writers[origin.writer, default: [:]][stream] = .init(last: max(known, origin.sequence))
    }
    for weekday in Weekday.allCases {
      let day = week.date(of: weekday)
      for origin in days[day]?.origins ?? [] { take(origin, .visits) }
    }
    for door in doors(in: week) { take(door.origin, .duty) }
    for (writer, streams) in coverage.writers {
      for (stream, reach) in streams {
        let below = missing[writer]?[stream, default: []] ?? []
        coverage.writers[writer]?[stream]?.missing = below.compactMap { range in
          range.lowerBound < reach.last ? range.lowerBound...min(range.upperBound, reach.last - 1) : nil
        }.sorted { $0.lowerBound < $1.lowerBound }
      }
    }
    return coverage
  }

  /// What happened to the doors of all schools in a week.
  func doors(in week: ISOWeek) -> [Recorded<DoorChange>] {
    doors.filter { ISOWeek(containing: $0.key.day) == week }.flatMap(\.value.values)
  }
}

extension DayBook {
  /// The same day with only the records that a week was counted from.
  package func covered(by coverage: WeekCoverage) -> DayBook {
    only { origins in origins.contains { coverage.covers($0, in: .visits) } }
  }
}

// Protected figures as they were published: rounded once, and never computed again.

/// A rounded count, or a sum of such: what the figure may really be, and how it is written.
package struct RoundedCount: Hashable, Sendable {
  /// A multiple of the base.
  package var count: Int
  package var base: Int
  /// How many rounded counts it is the sum of.
  package var parts: Int

  package init(count: Int, base: Int, parts: Int = 1) {
    self.count = count
    self.base = base
    self.parts = parts
  }

  /// Everything the true count can be.
  package var range: ClosedRange<Int> {
    let reach = (base - 1) * parts
    return max(0, count - reach)...count + reach
  }

  /// `10`; a zero is written as what it may be, `0–4`, or `0–16` where four of them were added.
  package var text: String { count == 0 ? "0–\(range.upperBound)" : String(count) }

  /// The sum; each part is off by its own rounding.
  package static func + (left: RoundedCount, right: RoundedCount) -> RoundedCount {
    RoundedCount(
      count: left.count + right.count, base: max(left.base, right.base), parts: left.parts + right.parts)
  }
}

/// One row of a published table: a topic, an outcome or a step of the chain, by its code.
package struct ReleasedCell: Hashable, Sendable {
  package var code: String
  package var count: RoundedCount

  package init(code: String, count: RoundedCount) {
    self.code = code
    self.count = count
  }
}

/// What is published of some visits: why people came, how it ended, what became of handovers.
package struct ReleasedTable: Hashable, Sendable {
  /// The exact number of visits that the table tells about.
  package var visits: Int
  /// Empty where nothing could be published without telling too much.
  package var topics: [ReleasedCell]
  package var outcomes: [ReleasedCell]
  /// Steps of handovers; how many were offered is the outcome `guidet`.
  package var chain: [ReleasedCell]

  package init(
    visits: Int, topics: [ReleasedCell], outcomes: [ReleasedCell], chain: [ReleasedCell]
  ) {
    self.visits = visits
    self.topics = topics
    self.outcomes = outcomes
    self.chain = chain
  }

  /// The vectors by what they are called in a file.
  package subscript(vector: ReleaseVector) -> [ReleasedCell] {
    get {
      switch vector {
      case .topics: topics
      case .outcomes: outcomes
      case .chain: chain
      }
    }
    set {
      switch vector {
      case .topics: topics = newValue
      case .outcomes: outcomes = newValue
      case .chain: chain = newValue
      }
    }
  }

  /// How many tables were added up in it.
  package var parts: Int {
    ReleaseVector.allCases.lazy.flatMap { self[$0] }.map(\.count.parts).max() ?? 1
  }

  /// The cell of a code.
  package func cell(_ code: String, of vector: ReleaseVector) -> ReleasedCell? {
    self[vector].first { $0.code == code }
  }
}

/// The three lists of counts in a release.
package enum ReleaseVector: String, CaseIterable, Sendable {
  case topics, outcomes, chain
}

/// The rows of the chain, in the order in which they are shown.
package enum ChainCode: String, CaseIterable, Sendable {
  /// Taken over after that many calendar days.
  case withinADay = "taget-over-0-1"
  case withinFiveDays = "taget-over-2-5"
  case withinTwoWeeks = "taget-over-6-14"
  case later = "taget-over-15"
  case declined = "kan-ikke"
  case missed = "kom-ikke"
  case withdrawn = "trukket-tilbage"

  /// The row of a take-over that many days after its offer.
  package init(days: Int) {
    self = days <= 1 ? .withinADay : days <= 5 ? .withinFiveDays : days <= 14 ? .withinTwoWeeks : .later
  }
}

/// The content of a file in `releases/`, with the moment its record tells.
package struct ReleasedFigures: Equatable, Sendable {
  package var period: Period
  package var base: Int
  /// The version of the topic list.
  package var topicsVersion: Int
  /// All schools together.
  package var all: ReleasedTable
  /// The schools that have a table of their own; only a school year has any.
  package var schools: [School.ID: ReleasedTable]
  /// Days of all schools: open, staffed, counted.
  package var days: Days
  /// The exact sums of the schools, as their weeks had ended; nil in files of an earlier edition.
  package var rows: [WeekRow]?
  /// The topics as they were called, in the order in which they were shown; empty in files of an earlier
  /// edition.
  package var labels: [TopicLabel]
  /// The quarters whose releases the figures of all schools are sums of; none for a quarter.
  package var sumOf: [Period]
  /// Quarters with too few visits of their own that were rounded together, and added to that sum.
  package var joined: [Period]
  /// Quarters with too few visits to be told about, even together, and how many they have.
  package var leftOut: [Period: Int]
  /// Records that were known to be missing.
  package var missing: Int
  /// The last record that is counted in: writer → stream → number.
  package var covers: [String: [Stream: Int]]
  /// When it was published; the file does not say, its record does.
  package var released: UTCTime?

  /// What a topic was called.
  package struct TopicLabel: Hashable, Sendable {
    package var code: String
    package var label: Label

    package init(code: String, label: Label) {
      self.code = code
      self.label = label
    }
  }

  /// Days of all schools.
  package struct Days: Hashable, Sendable {
    package var opening: Int
    package var staffed: Int
    package var counted: Int

    package init(opening: Int, staffed: Int, counted: Int) {
      self.opening = opening
      self.staffed = staffed
      self.counted = counted
    }
  }

  package init(
    period: Period, base: Int, topicsVersion: Int, all: ReleasedTable,
    schools: [School.ID: ReleasedTable] = [:], days: Days, rows: [WeekRow]? = nil,
    labels: [TopicLabel] = [], sumOf: [Period] = [],
    joined: [Period] = [], leftOut: [Period: Int] = [:], missing: Int = 0,
    covers: [String: [Stream: Int]] = [:],
    released: UTCTime? = nil
  ) {
    self.period = period
    self.base = base
    self.topicsVersion = topicsVersion
    self.all = all
    self.schools = schools
    self.days = days
    self.rows = rows
    self.labels = labels
    self.sumOf = sumOf
    self.joined = joined
    self.leftOut = leftOut
    self.missing = missing
    self.covers = covers
    self.released = released
  }

  /// The exact number of visits of the whole period, also of those no table tells about.
  package var visits: Int { all.visits + leftOut.values.reduce(0, +) }
}

/// Why a period is not released.
package enum ReleaseRefusal: Error, Equatable, Sendable {
  /// The week can still be corrected.
  case weekIsOpen(ISOWeek)
  /// The week is over and has not been ended, because of this where something stands against it.
  case weekNotEnded(ISOWeek, WeekObstacle?)
  /// Visits that were counted when the week ended are not there any more.
  case visitsGone(ISOWeek, Int)
  case tooFewVisits(Int, needed: Int)
  /// It was released before; a release is made once.
  case alreadyReleased(Period)
  /// Something was not read; a release that lacks it could never be put right.
  case gap(FolderPicture.Gap)
  /// A period was released, and its file is gone; made again it could tell more than it told.
  case lostFile(Period, String)
  /// A period was released, and its file is not what was released any more, or cannot be read.
  case changedFile(Period, String)
  /// A file of that name is there that no release of ours made.
  case unreadableFile(String)
}

extension ReleasedFigures {
  /// A table tells about this many visits at least.
  package static let leastVisits = 50
}

extension FolderPicture {
  /// What was published of a period.
  package func release(of period: Period) -> ReleasedFigures? { releases.first { $0.period == period } }
}

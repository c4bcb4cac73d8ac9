// Made-up school years to be attacked: counts by school and quarter, and what is published of them.

import TestKit

@testable import Domain

/// The true counts of a school year.
struct Municipality {
  enum Kind: CaseIterable {
    /// Several schools of all sizes.
    case ordinary
    /// One school: a quarter of all schools is a quarter of this one.
    case alone
    /// One large school, and small ones with a handful of visits in a single quarter.
    case beside
    /// Nearly all visits are about the same.
    case lopsided
    /// Only one quarter is large enough for itself.
    case begun
  }

  static let quarters = Period.schoolYear(2025).quarters
  let schools: [School.ID]
  let topicCount: Int
  /// By school, quarter and cell.
  var topics: [[[Int]]] = []
  var outcomes: [[[Int]]] = []
  var chain: [[[Int]]] = []

  init(_ kind: Kind, _ random: inout SeededRandom) {
    let count = kind == .alone ? 1 : Int.random(in: 2...7, using: &random)
    schools = (0..<count).map { School.ID("S\($0)") }
    topicCount = Int.random(in: 2...13, using: &random)
    for school in 0..<count {
      let mean = kind == .beside && school > 0 ? 3 : Int.random(in: 4...80, using: &random)
      let only = Int.random(in: 0..<4, using: &random)
      var (ownTopics, ownOutcomes, ownChain): ([[Int]], [[Int]], [[Int]]) = ([], [], [])
      for quarter in 0..<4 {
        var visits = Int.random(in: 0...mean * 2, using: &random)
        if kind == .beside, school > 0, quarter != only { visits = 0 }
        if kind == .beside, school == 0 { visits += 50 }
        if kind == .alone { visits += quarter * 20 }
        if kind == .begun, quarter != 2 { visits %= 8 }
        if kind == .begun, quarter == 2 { visits += 40 }
        let share = kind == .lopsided ? 30 : 2
        ownTopics.append(Self.spread(visits, over: topicCount, first: share, &random))
        ownOutcomes.append(Self.spread(visits, over: Outcome.allCases.count, first: share, &random))
        ownChain.append(Self.spread(visits / 4, over: ChainCode.allCases.count, first: share, &random))
      }
      topics.append(ownTopics)
      outcomes.append(ownOutcomes)
      chain.append(ownChain)
    }
  }

  private static func spread(
    _ total: Int, over cells: Int, first: Int, _ random: inout SeededRandom
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: cells)
    for _ in 0..<total {
      let draw = Int.random(in: 0..<(cells + first), using: &random)
      counts[draw < cells ? draw : 0] += 1
    }
    return counts
  }

  func counts(_ vector: ReleaseVector) -> [[[Int]]] {
    switch vector {
    case .topics: topics
    case .outcomes: outcomes
    case .chain: chain
    }
  }

  static func codes(_ vector: ReleaseVector, topics: Int) -> [String] {
    switch vector {
    case .topics: (0..<topics).map { "t\($0)" }
    case .outcomes: Outcome.allCases.map(\.rawValue)
    case .chain: ChainCode.allCases.map(\.rawValue)
    }
  }

  /// A day on which all weeks of the year are final.
  static let now = Moment(day: date("2026-08-01"), time: time("10:00"), utc: UTCTime(seconds: 0))

  static func maker(_ picture: FolderPicture, _ key: [UInt8]) -> ReleaseMaker {
    ReleaseMaker(picture: picture, key: key, facts: ReleaseMaker.Facts(covers: { _ in [:] }))
  }

  /// All that is published of the year: the quarters, then the year itself; nothing when it is too small.
  func published(_ key: [UInt8]) -> [ReleasedFigures] { Self.published(of: picture, key) }

  static func published(of picture: FolderPicture, _ key: [UInt8]) -> [ReleasedFigures] {
    let year = Period.schoolYear(2025)
    var picture = picture.withEndedWeeks(of: year)
    guard let quarters = try? picture.quartersToRelease(with: year, now: now) else { return [] }
    for period in quarters + [year] {
      if let made = try? maker(picture, key).make(period, now: now) { picture.releases.append(made) }
    }
    return picture.releases
  }

  /// A folder that knows the counts as what remains of forgotten files.
  var picture: FolderPicture {
    var ledger = Ledger()
    var (visits, steps): ([Tally.VisitWeek], [Tally.ChainWeek]) = ([], [])
    for (school, id) in schools.enumerated() {
      for (index, quarter) in Self.quarters.enumerated() {
        let week = quarter.weeks.lowerBound.adding(weeks: 5)
        let own = topics[school][index]
        visits.append(
          Tally.VisitWeek(
            week: week, school: id, visits: own.reduce(0, +), sparring: 0, counted: [], recorded: [],
            topics: named(own, .topics) { Topic.ID($0) },
            outcomes: named(outcomes[school][index], .outcomes) { Outcome(rawValue: $0) ?? .doneHere }))
        let taken = chain[school][index]
        steps.append(
          Tally.ChainWeek(
            week: week, school: id,
            steps: ["declined": taken[4], "missed": taken[5], "withdrawn": taken[6]].filter { $1 > 0 },
            days: [0: taken[0], 3: taken[1], 10: taken[2], 20: taken[3]].filter { $1 > 0 }))
      }
    }
    for (index, content) in [Tally.Content.visits(visits), .chain(steps)].enumerated() {
      ledger.apply(
        Tally(hash: RecordHash(high: 1, low: UInt64(index)), missing: 0, gone: [], content: content))
    }
    let topicList = Self.codes(.topics, topics: topicCount).map {
      Topic(id: Topic.ID($0), key: nil, label: Label(danish: $0, english: $0), professions: [])
    }
    let list = schools.map { School(id: $0, name: $0.text, opened: date("2020-01-01"), hours: []) }
    return FolderPicture(
      documents: Documents(settings: Settings(name: "Prøve"), schools: list, topics: topicList),
      ledger: ledger)
  }

  private func named<Key: Hashable>(
    _ counts: [Int], _ vector: ReleaseVector, _ key: (String) -> Key
  ) -> [Key: Int] {
    let codes = Self.codes(vector, topics: topicCount)
    return Dictionary(zip(codes, counts).filter { $1 > 0 }.map { (key($0), $1) }) { $0 + $1 }
  }
}

extension FolderPicture {
  /// The same with every week of a period ended, from exactly the records that are there.
  func withEndedWeeks(of period: Period) -> FolderPicture {
    var picture = self
    for (index, week) in period.allWeeks.enumerated() where ledger.weeks[week] == nil {
      let id = RecordID(high: 77, low: UInt64(index))
      let record = WeekRecord(
        id: id, at: nil, by: nil, covers: ledger.coverage(of: week, missing: [:]), rows: [], week: week)
      picture.ledger.apply(
        .week(record),
        origin: Origin(writer: "desk", sequence: index + 1, hash: RecordHash(high: 7, low: id.low)))
    }
    return picture
  }
}

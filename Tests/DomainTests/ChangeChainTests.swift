// The line through changes that were made upon each other, whatever the order they arrived in.

import Domain
import Testing

@Suite struct ChangeChainTests {
  /// The simplest thing that can be chained; the greater weight beats.
  struct Change: Chained {
    var id: RecordID
    var after: RecordID
    var weight: Int

    init(_ id: Int, after: Int, weight: Int = 0) {
      self.id = DomainTests.id(id)
      self.after = DomainTests.id(after)
      self.weight = weight
    }
  }

  private func recorded(_ change: Change, hash: UInt64 = 7) -> Recorded<Change> {
    Recorded(body: change, origin: origin(1, hash: hash))
  }

  private func chain(_ changes: [Change]) -> ChangeChain<Change> {
    var chain = ChangeChain<Change>()
    for change in changes { chain.insert(recorded(change)) }
    return chain
  }

  private func line(_ chain: ChangeChain<Change>) -> [Int] {
    chain.line { ($0.body.weight, $1.body.id) > ($1.body.weight, $0.body.id) }.map { Int($0.body.id.low) }
  }

  private func losers(_ chain: ChangeChain<Change>) -> [Int] {
    chain.losers(against: chain.line { ($0.body.weight, $1.body.id) > ($1.body.weight, $0.body.id) })
      .map { Int($0.body.id.low) }
  }

  @Test func nothing() {
    #expect(line(chain([])).isEmpty)
    #expect(losers(chain([])).isEmpty)
  }

  struct Case: Sendable {
    var name: String
    var changes: [Change]
    var line: [Int]
    var losers: [Int] = []
  }

  @Test(arguments: [
    Case(
      name: "straight", changes: [Change(1, after: 0), Change(2, after: 1), Change(3, after: 2)],
      line: [1, 2, 3]),
    Case(
      name: "fork, and what was made upon the loser",
      changes: [
        Change(1, after: 0), Change(2, after: 1, weight: 1), Change(3, after: 1, weight: 2),
        Change(4, after: 2),
        Change(5, after: 3),
      ], line: [1, 3, 5], losers: [2, 4]),
    Case(
      name: "two begun at once", changes: [Change(1, after: 0, weight: 1), Change(2, after: 0, weight: 2)],
      line: [2], losers: [1]),
    Case(
      name: "equal but for the id", changes: [Change(2, after: 0), Change(1, after: 0)], line: [1],
      losers: [2]),
    Case(
      name: "a missing one counts as nothing", changes: [Change(3, after: 2), Change(4, after: 3)],
      line: [3, 4]),
    Case(
      name: "a missing one competes at the start",
      changes: [Change(1, after: 0, weight: 1), Change(3, after: 2, weight: 2), Change(4, after: 1)],
      line: [3], losers: [1, 4]),
    Case(
      name: "a ring has no start", changes: [Change(1, after: 2), Change(2, after: 1)], line: [],
      losers: [1, 2]),
    Case(name: "upon itself", changes: [Change(1, after: 1)], line: [], losers: [1]),
    Case(
      name: "a ring beside a line",
      changes: [Change(1, after: 0), Change(5, after: 6), Change(6, after: 5), Change(2, after: 1)],
      line: [1, 2], losers: [5, 6]),
    Case(
      name: "the id of nothing", changes: [Change(0, after: 0), Change(1, after: 0)], line: [0], losers: [1]),
  ])
  func lines(example: Case) {
    let forwards = chain(example.changes)
    #expect(line(forwards) == example.line, "\(example.name)")
    #expect(losers(forwards) == example.losers, "\(example.name)")
    let backwards = chain(example.changes.reversed())
    #expect(backwards == forwards)
    #expect(line(backwards) == example.line, "\(example.name), backwards")
  }

  @Test func nothingFollowsAnEnd() {
    let chain = chain([Change(1, after: 0), Change(2, after: 1, weight: 9), Change(3, after: 2)])
    let line = chain.line(ends: { $0.weight == 9 }, beats: { $0.body.id < $1.body.id })
    #expect(line.map(\.body.id.low) == [1, 2])
    #expect(chain.losers(against: line).map(\.body.id.low) == [3])
  }

  @Test func oneIdCountsOnce() {
    var chain = ChangeChain<Change>()
    func insert(weight: Int, hash: UInt64) -> Bool {
      chain.insert(recorded(Change(1, after: 0, weight: weight), hash: hash))
    }
    #expect(insert(weight: 0, hash: 5))
    #expect(insert(weight: 0, hash: 9))
    #expect(chain.changes.count == 1)
    #expect(chain.changes[id(1)]?.origin.hash.high == 5)
    // Another body under the same id: the smaller hash counts, and it is reported.
    #expect(!insert(weight: 3, hash: 8))
    #expect(chain.changes[id(1)]?.body.weight == 0)
    #expect(!insert(weight: 4, hash: 2))
    #expect(chain.changes[id(1)]?.body.weight == 4)
  }

  /// Random changes with forks, gaps, rings and doubles: a thousand orders of arrival, one result.
  @Test func orderOfArrivalMakesNoDifference() {
    var random = SeededRandom(seed: 20_260_305)
    for round in 0..<20 {
      let changes = (0..<30).map { _ in
        recorded(
          Change(
            Int.random(in: 1...24, using: &random), after: Int.random(in: 0...28, using: &random),
            weight: Int.random(in: 0...3, using: &random)),
          hash: UInt64.random(in: 0...50, using: &random))
      }
      // One hash is one body.
      let unique = Dictionary(grouping: changes, by: \.origin.hash).compactMap(\.value.first)
        .sorted { $0.origin < $1.origin }
      var expected: ChangeChain<Change>?
      for shuffle in 0..<50 {
        var chain = ChangeChain<Change>()
        for change in unique.shuffled(using: &random) { chain.insert(change) }
        if let expected {
          #expect(chain == expected, "round \(round), shuffle \(shuffle)")
          #expect(line(chain) == line(expected))
          #expect(losers(chain) == losers(expected))
        } else {
          expected = chain
        }
      }
    }
  }
}

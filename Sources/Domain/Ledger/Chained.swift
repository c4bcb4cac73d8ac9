// Order without clocks: each change names the change it was made upon.

/// A change that says which change it was made upon.
package protocol Chained: Equatable, Sendable {
  /// The change's own id.
  var id: RecordID { get }
  /// The id of the change it was made upon; zero for the first.
  var after: RecordID { get }
}

/// Where a record stands in the log. The smaller one decides between two bodies with one id: by its
/// hash, and for copies of one line by its place.
package struct Origin: Hashable, Comparable, Sendable {
  /// The writer's folder, such as `euc-7f3a91c2d4e5b607`.
  package var writer: String
  /// The record's number in that writer's stream, from 1.
  package var sequence: Int
  package var hash: RecordHash

  package init(writer: String, sequence: Int, hash: RecordHash) {
    self.writer = writer
    self.sequence = sequence
    self.hash = hash
  }

  package static func < (left: Origin, right: Origin) -> Bool {
    (left.hash, left.writer, left.sequence) < (right.hash, right.writer, right.sequence)
  }
}

/// A fact together with its place in the log.
package struct Recorded<Body: Equatable & Sendable>: Equatable, Sendable {
  package var body: Body
  package var origin: Origin

  package init(body: Body, origin: Origin) {
    self.body = body
    self.origin = origin
  }
}

/// All changes of one thing, in whatever order they arrived, and the line through them that holds.
package struct ChangeChain<Change: Chained>: Equatable, Sendable {
  package private(set) var changes: [RecordID: Recorded<Change>] = [:]

  package init() {}

  /// Adds a change. The same id twice counts once; of two bodies the one with the smaller hash counts.
  /// Returns false when the bodies differed.
  @discardableResult
  package mutating func insert(_ change: Recorded<Change>) -> Bool {
    guard let present = changes[change.body.id] else {
      changes[change.body.id] = change
      return true
    }
    if change.origin < present.origin { changes[change.body.id] = change }
    return present.body == change.body
  }

  /// The chain without a change; the changes made upon it count as made upon nothing.
  mutating func remove(_ id: RecordID) { changes[id] = nil }

  /// The chain with only the changes that are wanted.
  func filter(_ isWanted: (Change) -> Bool) -> ChangeChain {
    var chain = ChangeChain()
    chain.changes = changes.filter { isWanted($1.body) }
    return chain
  }

  /// The changes that hold, from the start to the last one reached. A change whose `after` is not
  /// here counts as made upon nothing. At a fork the one that `beats` the others goes on; after a
  /// change that `ends` the chain nothing follows.
  package func line(
    ends: (Change) -> Bool = { _ in false },
    beats: (Recorded<Change>, Recorded<Change>) -> Bool
  ) -> [Recorded<Change>] {
    var children: [RecordID: [Recorded<Change>]] = [:]
    for change in changes.values {
      let parent = changes[change.body.after] == nil ? RecordID.zero : change.body.after
      children[parent, default: []].append(change)
    }
    var line: [Recorded<Change>] = []
    var parent = RecordID.zero
    // Each round takes one change away, so a ring of changes cannot hold it up.
    while let siblings = children.removeValue(forKey: parent),
      let winner = siblings.max(by: { beats($1, $0) })
    {
      line.append(winner)
      if ends(winner.body) { break }
      parent = winner.body.id
    }
    return line
  }

  /// The changes that lost a fork, directly or by following a loser, by their ids; nothing when all
  /// agree.
  package func losers(against line: [Recorded<Change>]) -> [Recorded<Change>] {
    let winners = Set(line.map(\.body.id))
    return changes.values.filter { !winners.contains($0.body.id) }.sorted { $0.body.id < $1.body.id }
  }
}

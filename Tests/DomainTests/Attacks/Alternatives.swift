// Other tables than the true one that would have been published in the very same way: as long as there
// are enough of them, nobody can tell which one it was.

@testable import Domain

/// Wanders from table to table, all of which agree with the exact totals and with all that was published,
/// and remembers the least and the most that each count was seen with.
struct Alternatives {
  private let outsider: Outsider
  private let schools: Int
  private let cells: Int
  private var counts: [Int]
  private var columns: [Sum]
  private var rows: [Sum]
  /// Which of the columns a quarter is in.
  private let columnOf: [Int?]
  private let rowOf: [Int?]
  private var least: [Int]
  private var most: [Int]

  /// The sums over some schools and quarters, cell by cell, with what was published of them.
  private struct Sum {
    var ranges: [ClosedRange<Int>]
    var values: [Int]
    var least: [Int]
    var most: [Int]

    init(_ ranges: [ClosedRange<Int>], _ values: [Int]) {
      self.ranges = ranges
      self.values = values
      (least, most) = (values, values)
    }

    func isAllowed(_ cell: Int) -> Bool { ranges[cell].contains(values[cell]) }

    mutating func remember(_ cell: Int) {
      least[cell] = min(least[cell], values[cell])
      most[cell] = max(most[cell], values[cell])
    }
  }

  init(_ outsider: Outsider, truth: [[[Int]]]) {
    self.outsider = outsider
    schools = truth.count
    cells = outsider.cellCount
    counts = truth.flatMap { $0.flatMap { $0 } }
    (least, most) = (counts, counts)
    func sum(_ schools: [Int], _ quarters: [Int]) -> [Int] {
      (0..<outsider.cellCount).map { cell in
        schools.reduce(0) { sum, school in quarters.reduce(sum) { $0 + truth[school][$1][cell] } }
      }
    }
    columns = outsider.columns.map { Sum($0.ranges, sum(Array(truth.indices), $0.quarters)) }
    rows = outsider.rows.map { Sum($0.ranges, sum([$0.school], [0, 1, 2, 3])) }
    columnOf = (0..<4).map { quarter in outsider.columns.firstIndex { $0.quarters.contains(quarter) } }
    rowOf = truth.indices.map { school in outsider.rows.firstIndex { $0.school == school } }
  }

  /// A count that is pushed in one direction: of some schools and quarters, or of all.
  private struct Target {
    var schools: [Int]
    var quarters: [Int]
    var cell: Int
    var direction = 1

    func delta(_ changes: [Change]) -> Int {
      changes.reduce(0) { sum, change in
        let isPart =
          change.cell == cell && schools.contains(change.school) && quarters.contains(change.quarter)
        return isPart ? sum + change.step * direction : sum
      }
    }
  }

  private struct Change {
    var school: Int
    var quarter: Int
    var cell: Int
    var step: Int
  }

  /// Wanders about, then pushes every count up and down that was seen with too few values, until there
  /// is none or so often.
  mutating func wander(atMost rounds: Int, _ random: inout SeededRandom) {
    for _ in 0..<3_000 { step(nil, &random) }
    for _ in 0..<rounds {
      let poor = seen.filter { $0.values < min(5, $0.before) }.map(\.target)
      if poor.isEmpty { return }
      for var target in poor {
        for _ in 0..<600 { step(target, &random) }
        target.direction = -1
        for _ in 0..<600 { step(target, &random) }
      }
    }
  }

  /// A few counts go up by one and as many down, so that every total stays as it is.
  private mutating func step(_ target: Target?, _ random: inout SeededRandom) {
    var (school, quarter) = (random.below(schools), random.below(4))
    var (up, down) = (random.below(cells), random.below(cells))
    if let target, random.below(2) == 0 {
      school = target.schools[random.below(target.schools.count)]
      quarter = target.quarters[random.below(target.quarters.count)]
      if target.direction > 0 { up = target.cell } else { down = target.cell }
    }
    guard up != down else { return }
    var changes = Self.swap(school, quarter, up, down)
    let (otherSchool, otherQuarter) = (random.below(schools), random.below(4))
    switch random.below(4) {
    case 0: break
    case 1 where otherSchool != school: changes += Self.swap(otherSchool, quarter, down, up)
    case 2 where otherQuarter != quarter: changes += Self.swap(school, otherQuarter, down, up)
    case 3 where otherSchool != school && otherQuarter != quarter:
      changes += Self.swap(otherSchool, otherQuarter, down, up)
    default: return
    }
    // Without a known total the counts of one cell may change alone.
    if outsider.totals[school][quarter] == nil, random.below(2) == 0 {
      let left = random.below(2) == 0 ? up : down
      changes.removeAll { $0.cell != left }
    }
    if let target, target.delta(changes) < 0 { return }
    var done = 0
    for change in changes {
      guard apply(change) else { break }
      done += 1
    }
    if done == changes.count, isAllowed(changes) { return remember(changes) }
    for change in changes[..<done].reversed() { add(-change.step, change) }
  }

  private static func swap(_ school: Int, _ quarter: Int, _ up: Int, _ down: Int) -> [Change] {
    [
      Change(school: school, quarter: quarter, cell: up, step: 1),
      Change(school: school, quarter: quarter, cell: down, step: -1),
    ]
  }

  private func place(_ change: Change) -> Int { (change.school * 4 + change.quarter) * cells + change.cell }

  private mutating func add(_ step: Int, _ change: Change) {
    counts[place(change)] += step
    if let column = columnOf[change.quarter] { columns[column].values[change.cell] += step }
    if let row = rowOf[change.school] { rows[row].values[change.cell] += step }
  }

  /// Makes a change, unless a count would fall below none.
  private mutating func apply(_ change: Change) -> Bool {
    guard counts[place(change)] + change.step >= 0, outsider.totals[change.school][change.quarter] != 0 else {
      return false
    }
    add(change.step, change)
    return true
  }

  /// Whether all is still within what was published.
  private func isAllowed(_ changes: [Change]) -> Bool {
    changes.allSatisfy { change in
      (columnOf[change.quarter].map { columns[$0].isAllowed(change.cell) } ?? true)
        && (rowOf[change.school].map { rows[$0].isAllowed(change.cell) } ?? true)
    }
  }

  private mutating func remember(_ changes: [Change]) {
    for change in changes {
      let place = place(change)
      least[place] = min(least[place], counts[place])
      most[place] = max(most[place], counts[place])
      if let column = columnOf[change.quarter] { columns[column].remember(change.cell) }
      if let row = rowOf[change.school] { rows[row].remember(change.cell) }
    }
  }

  /// Every count there is, with how many values it was seen with and how many it could have.
  private var seen: [(values: Int, before: Int, target: Target)] {
    var seen: [(values: Int, before: Int, target: Target)] = []
    for school in 0..<schools {
      for quarter in 0..<4 where outsider.totals[school][quarter] != 0 {
        let before = outsider.before(outsider.totals[school][quarter])
        for cell in 0..<cells {
          let place = (school * 4 + quarter) * cells + cell
          let target = Target(schools: [school], quarters: [quarter], cell: cell)
          seen.append((most[place] - least[place] + 1, before, target))
        }
      }
    }
    let everyone = Array(0..<schools)
    let sums =
      zip(columns, outsider.columns).map { ($0, everyone, $1.quarters) }
      + zip(rows, outsider.rows).map { ($0, [$1.school], [0, 1, 2, 3]) }
    for (sum, schools, quarters) in sums {
      let before = outsider.before(outsider.total(schools: schools, quarters: quarters))
      for cell in 0..<cells {
        let target = Target(schools: schools, quarters: quarters, cell: cell)
        seen.append((sum.most[cell] - sum.least[cell] + 1, before, target))
      }
    }
    return seen
  }

  /// Small counts that were not seen with all the values they could have.
  var missing: Int { seen.count { $0.before < 5 && $0.values < $0.before } }

  func row(tables: Int) -> AttackTable.Row {
    var row = AttackTable.Row(tables: tables)
    for count in seen { row.enter(after: count.values, before: count.before) }
    return row
  }
}

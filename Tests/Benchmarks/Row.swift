// A line of the table: what was measured, the figure, the peers in the same run, and the goal.

/// One finished measurement.
struct Row {
  let what: String
  let figure: String
  /// The same work done by something else, just before or after.
  var peers: String = "–"
  let goal: String

  /// Prints it as a line of a Markdown table.
  func print() {
    Swift.print("| \(what) | \(figure) | \(peers) | \(goal) |")
  }

  /// The lines above the rows.
  static let head = "| what | here | beside it | goal |\n|---|---|---|---|"
}

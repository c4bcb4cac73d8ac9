// How many records are known to be missing, by the weeks they may be of.

/// Records known to be missing, by the file they are missing from.
package struct MissingRecords: Equatable, Sendable {
  /// From files named by a week.
  package var weeks: [ISOWeek: Int]
  /// From files named by a year.
  package var years: [Int: Int]
  /// From writers' folders that could not be read: of whatever weeks.
  package var unplaced: Int

  package init(weeks: [ISOWeek: Int] = [:], years: [Int: Int] = [:], unplaced: Int = 0) {
    self.weeks = weeks
    self.years = years
    self.unplaced = unplaced
  }

  /// Records that may be missing from a week: those of its own files, and those of the files of the week
  /// after it, in which late records and take-backs stand. A week may be of two years.
  package func touching(_ week: ISOWeek) -> Int {
    unplaced + weeks[week, default: 0] + weeks[week.adding(weeks: 1), default: 0]
      + Set([week.monday.year, week.sunday.year]).reduce(0) { $0 + years[$1, default: 0] }
  }
}

// What remains of a file that was forgotten: sums, without order and without ids of what was counted.

/// One `tally` line: what a forgotten file's records added up to.
package struct Tally: Equatable, Sendable {
  /// The hash of the last record it stands for; the next file goes on from there.
  package var hash: RecordHash
  /// Records of the file that were already missing.
  package var missing: Int
  /// Ids that its records took back or ended while another file has lines of them.
  package var gone: [RecordID]
  package var content: Content

  package enum Content: Equatable, Sendable {
    case visits([VisitWeek])
    case chain([ChainWeek])
    case duty([DutyWeek], kept: [Event])
  }

  package init(hash: RecordHash, missing: Int, gone: [RecordID], content: Content) {
    self.hash = hash
    self.missing = missing
    self.gone = gone
    self.content = content
  }

  /// Visits of one school in one week; topics and outcomes are not crossed.
  package struct VisitWeek: Equatable, Sendable {
    package var week: ISOWeek
    package var school: School.ID
    package var visits: Int
    package var sparring: Int
    package var counted: Set<Weekday>
    package var recorded: Set<Weekday>
    /// Empty when the school year's releases are made.
    package var topics: [Topic.ID: Int]
    package var outcomes: [Outcome: Int]

    package init(
      week: ISOWeek, school: School.ID, visits: Int, sparring: Int, counted: Set<Weekday>,
      recorded: Set<Weekday>,
      topics: [Topic.ID: Int], outcomes: [Outcome: Int]
    ) {
      self.week = week
      self.school = school
      self.visits = visits
      self.sparring = sparring
      self.counted = counted
      self.recorded = recorded
      self.topics = topics
      self.outcomes = outcomes
    }
  }

  /// Steps of handovers of one school in one week.
  package struct ChainWeek: Equatable, Sendable {
    package var week: ISOWeek
    package var school: School.ID
    /// How often each step was taken, by the step's name in the log.
    package var steps: [String: Int]
    /// How many were taken over after how many days.
    package var days: [Int: Int]

    package init(week: ISOWeek, school: School.ID, steps: [String: Int], days: [Int: Int]) {
      self.week = week
      self.school = school
      self.steps = steps
      self.days = days
    }
  }

  /// Duty of one school in one week, over the whole fold.
  package struct DutyWeek: Equatable, Sendable {
    package var week: ISOWeek
    package var school: School.ID
    package var opened: Set<Weekday>
    package var minutes: Int

    package init(week: ISOWeek, school: School.ID, opened: Set<Weekday>, minutes: Int) {
      self.week = week
      self.school = school
      self.opened = opened
      self.minutes = minutes
    }
  }
}

// Which files of the log have done their work, so that only sums of them need to stay.

/// What is known of one log file, as far as forgetting asks.
package struct LoggedFile: Equatable, Sendable {
  /// Where it stands in the data folder, `log/<writer>/<name>`.
  package var path: String
  package var stream: Stream
  /// The last day of the week, or year, that it is named by.
  package var lastDay: CivilDate
  /// The newest day that its records tell of; nil when they tell of none.
  package var newestDay: CivilDate?
  /// The handovers that it has steps of.
  package var handovers: Set<Handover.ID>
  /// What remains of it, if it was forgotten.
  package var tally: Tally?
  /// Second versions of it that a synchroniser left, by their paths.
  package var copies: [String]
  /// Nothing in it was written by a later program or by another writer, so all of it can be summed up.
  package var isUnderstood: Bool

  package init(
    path: String, stream: Stream, lastDay: CivilDate, newestDay: CivilDate? = nil,
    handovers: Set<Handover.ID> = [], tally: Tally? = nil, copies: [String] = [], isUnderstood: Bool = true
  ) {
    self.path = path
    self.stream = stream
    self.lastDay = lastDay
    self.newestDay = newestDay
    self.handovers = handovers
    self.tally = tally
    self.copies = copies
    self.isUnderstood = isUnderstood
  }
}

extension LoggedFile {
  /// The weeks that its records may be of: of visits the week it is named by and the one before, of duty
  /// those of its year; steps of handovers are in no week's record.
  package var weeks: [ISOWeek] {
    let last = ISOWeek(containing: lastDay)
    return switch stream {
    case .visits: [last.adding(weeks: -1), last]
    case .chain: []
    case .duty: (last.adding(weeks: -53)...last).each
    }
  }
}

/// When the log forgets, and what it keeps.
package enum Forgetting {
  /// Why a file is due.
  package enum Reason: String, CaseIterable, Sendable {
    /// Its newest day has been final for as many weeks as the settings say.
    case countingOver
    /// The same, and all its handovers have ended.
    case handoversEnded
    /// Its year has been over for 13 months.
    case yearOver
    /// It is forgotten, but for topics and outcomes that are in all their releases now.
    case topicsReleased
    /// It is forgotten, but there are second versions of it.
    case copyLeft
    /// Somebody asked for it, though it is not due.
    case asked
  }

  /// A file that is due to be forgotten.
  package struct Due: Equatable, Sendable {
    package var file: LoggedFile
    package var reason: Reason
    /// The first day on which it was; nil where no calendar tells.
    package var since: CivilDate?

    package init(file: LoggedFile, reason: Reason, since: CivilDate?) {
      self.file = file
      self.reason = reason
      self.since = since
    }
  }

  /// The files that are due, in the order given. Nothing is in a demo folder.
  package static func due(
    _ files: [LoggedFile], ledger: Ledger, documents: Documents, now: Moment
  ) -> [Due] {
    let settings = documents.settings
    if settings.isDemo { return [] }
    let open = Set(ledger.openHandovers(entries: [:]).map(\.id))
    let released = ledger.releasedSchoolYears()
    return files.compactMap { file in
      guard file.isUnderstood else { return nil }
      if let tally = file.tally { return again(file, tally, released) }
      guard file.handovers.isDisjoint(with: open),
        let since = dueDay(file, retentionWeeks: settings.retentionWeeks), isReached(since, at: now),
        file.lastDay < now.day
      else { return nil }
      return Due(file: file, reason: reason(of: file.stream), since: since)
    }
  }

  /// A file that is forgotten already.
  private static func again(_ file: LoggedFile, _ tally: Tally, _ released: Set<Period>) -> Due? {
    if case .visits(let weeks) = tally.content,
      weeks.contains(where: { $0.hasReasons && released.contains(Period(schoolYearOf: $0.week)) })
    {
      return Due(file: file, reason: .topicsReleased, since: nil)
    }
    return file.copies.isEmpty ? nil : Due(file: file, reason: .copyLeft, since: nil)
  }

  /// From noon of which day a file is due, as far as the calendar says.
  private static func dueDay(_ file: LoggedFile, retentionWeeks: Int) -> CivilDate? {
    let newest = ISOWeek(containing: file.newestDay ?? file.lastDay)
    let day = newest.adding(weeks: retentionWeeks + 1).date(of: .wednesday)
    guard file.stream == .duty else { return day }
    return dutyDueDay(recordedIn: file.lastDay.year).map { max($0, day) }
  }

  /// The first day on which what was recorded of duties and doors in a year may be forgotten.
  package static func dutyDueDay(recordedIn year: Int) -> CivilDate? {
    CivilDate(year: year + 2, month: 2, day: 1)
  }

  private static func isReached(_ day: CivilDate, at now: Moment) -> Bool {
    now.day > day || (now.day == day && now.time.hour >= 12)
  }

  private static func reason(of stream: Stream) -> Reason {
    switch stream {
    case .visits: .countingOver
    case .chain: .handoversEnded
    case .duty: .yearOver
    }
  }
}

extension Tally.VisitWeek {
  /// Whether it still says why people came and how it ended.
  var hasReasons: Bool { !topics.isEmpty || !outcomes.isEmpty }
}

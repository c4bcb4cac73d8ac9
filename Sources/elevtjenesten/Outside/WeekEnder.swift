// Ends the weeks that are over: reads what they need, and records what can be ended, oldest first.

import Domain
import Store

/// Ends weeks of a folder. It reads anew each time, so that it counts what is there now.
struct WeekEnder {
  let folder: DataFolder
  let clock: Clock

  /// What came of it.
  struct Report: Equatable {
    var ended: [WeekRecord] = []
    /// Weeks that stay open, and why.
    var left: [Left] = []
    /// Weeks that were ended all the same, and in spite of what.
    var accepted: [Left] = []

    struct Left: Equatable {
      var week: ISOWeek
      var obstacle: WeekObstacle
    }
  }

  /// How many weeks before those that are ended are read to see how far others have come.
  private static let weeksOfOthers = 9
  /// How many weeks go to the disk at a time.
  private static let together = 20

  /// Ends every week that is over and has no record, of a period also those before anything was recorded.
  /// With `acceptsMissing` a coordinator ends also those that something is missing from.
  func endWeeks(
    of period: Period? = nil, by colleague: Colleague.ID? = nil, acceptsMissing: Bool = false,
    recorder: Recorder, desk school: School.ID? = nil
  ) throws(WeekTrouble) -> Report {
    let now = clock.now()
    guard let picture = try read(period, at: now) else { return Report() }
    if let reason = picture.readOnly { throw .readOnly(reason) }
    var report = Report()
    for week in picture.weeksToEnd(from: period?.weeks.lowerBound, at: now) {
      if let obstacle = picture.obstacle(toEnding: week, at: now) {
        let left = Report.Left(week: week, obstacle: obstacle)
        guard acceptsMissing, obstacle.canBeAccepted else {
          report.left.append(left)
          continue
        }
        report.accepted.append(left)
      }
      report.ended.append(picture.ending(week, id: folder.machine.id(), by: colleague, at: now))
    }
    try save(report.ended, recorder, school, now)
    return report
  }

  /// The folder as far as the weeks that may be ended need it; nil when there is none.
  private func read(_ period: Period?, at now: Moment) throws(WeekTrouble) -> FolderPicture? {
    do throws(SystemError) {
      // What has ended stands in the duty stream, which is short.
      let first = try LogReader.firstWeek(folder: folder.path)?.adding(weeks: -1)
      let last = now.week
      let known = try picture(of: last...last)
      let due = known.weeksToEnd(from: [first, period?.weeks.lowerBound].compactMap { $0 }.min(), at: now)
      guard let from = due.first, let through = due.last else { return nil }
      // Others may have recorded last long before.
      return try picture(of: from.adding(weeks: -Self.weeksOfOthers)...max(through.adding(weeks: 2), last))
    } catch {
      throw .system(error)
    }
  }

  /// What has come to a week since it ended, taken into its record; with `isAnew` all of it counted anew. The
  /// record that holds, and the one that would be made.
  func revision(
    of week: ISOWeek, isAnew: Bool, by colleague: Colleague.ID?
  ) throws(WeekTrouble) -> (old: WeekRecord, new: WeekRecord) {
    let now = clock.now()
    let read: FolderPicture
    let weeks = week.adding(weeks: -1)...max(week.adding(weeks: 2), now.week)
    do throws(SystemError) { read = try picture(of: weeks) } catch { throw .system(error) }
    if let reason = read.readOnly { throw .readOnly(reason) }
    guard let old = read.ended(week, at: now)?.record else { throw .refused(.notEnded(week)) }
    do throws(RevisionRefusal) {
      if isAnew {
        let new = try read.countingAnew(week, id: folder.machine.id(), by: colleague, at: now)
        return (old, new)
      }
      return (old, try read.revising(week, id: folder.machine.id(), by: colleague, at: now))
    } catch {
      throw .refused(error)
    }
  }

  /// Takes in what has come to those of the weeks that have ended: before the records of it are forgotten.
  func takeInLate(of weeks: some Sequence<ISOWeek>, recorder: Recorder) throws(WeekTrouble) {
    let now = clock.now()
    var reader = PictureReader(folder, scope: LogScope(visitWeeks: nil, hasChain: false))
    let picture: FolderPicture
    do throws(SystemError) { picture = try reader.refresh() ?? reader.picture } catch { throw .system(error) }
    let late = Set(weeks).sorted().compactMap { week in
      try? picture.revising(week, id: folder.machine.id(), by: nil, at: now)
    }
    try save(late, recorder, nil, now)
  }

  /// Records a revision that was looked at.
  func save(
    _ records: [WeekRecord], _ recorder: Recorder, _ school: School.ID?, _ now: Moment
  ) throws(WeekTrouble) {
    var rest = records[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.together)
      do throws(SaveFailure) {
        _ = try recorder.record(part.map(Event.week), desk: school, on: now.day)
      } catch {
        throw .failed(error)
      }
      rest = rest.dropFirst(Self.together)
    }
  }

  private func picture(of weeks: ClosedRange<ISOWeek>) throws(SystemError) -> FolderPicture {
    var reader = PictureReader(folder, scope: LogScope(visitWeeks: weeks, hasChain: false))
    return try reader.refresh() ?? reader.picture
  }
}

/// Why weeks were not ended or revised.
enum WeekTrouble: Error, Equatable {
  case system(SystemError)
  case readOnly(FolderPicture.ReadOnly)
  case refused(RevisionRefusal)
  case failed(SaveFailure)
}

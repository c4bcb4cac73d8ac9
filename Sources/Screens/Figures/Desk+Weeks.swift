// Ending a week from the screen, and revising one that has ended: for coordinators, after a look at what it
// does.

import Domain
import Reports
import Resources

/// A week that is about to be ended or revised.
struct WeekChange: Equatable, Sendable {
  /// What is done to it.
  enum Kind: Equatable, Sendable {
    /// It is ended; with what is missing from it.
    case end(WeekObstacle?)
    /// What has come since is taken in.
    case revise
    /// All of it is counted anew.
    case recount
  }

  var kind: Kind
  /// The record that holds; nil for a week that has not ended.
  var old: WeekRecord?
  var new: WeekRecord
}

extension Desk {
  /// The week that is looked at.
  private var shownWeek: ISOWeek? {
    guard case .figures(let state) = screens.current, case .week(let week) = state.view else { return nil }
    return week
  }

  /// Why the week on the screen cannot be ended or revised.
  func reasonAgainstWeek(_ action: Action) -> String? {
    guard let week = shownWeek else { return words("reason.noWeek") }
    guard me?.role == .coordinator else { return words("reason.coordinator") }
    if let reason = readOnlyReason { return reason }
    guard let picture = picture(for: .week(week)) else { return words("figures.reading") }
    guard let ended = picture.ended(week, at: now) else {
      if action == .recountWeek { return words.refusal(.notEnded(week)) }
      let obstacle = picture.obstacle(toEnding: week, at: now)
      return obstacle.flatMap { $0.canBeAccepted ? nil : words.refusal(.obstacle(week, $0)) }
    }
    let hasNews = action == .recountWeek || !picture.late(ended, at: now).isEmpty
    return hasNews ? nil : words.refusal(.nothingLate(week))
  }

  /// Asks before the week on the screen is ended or revised, saying what becomes of its figures.
  mutating func askAboutWeek(_ action: Action) -> [Request] {
    guard let week = shownWeek, let picture = picture(for: .week(week)) else { return [] }
    do throws(RevisionRefusal) { return ask(.week(try change(action, week, in: picture))) } catch {
      return refuse(words.refusal(error))
    }
  }

  private func change(
    _ action: Action, _ week: ISOWeek, in picture: FolderPicture
  ) throws(RevisionRefusal) -> WeekChange {
    let (high, low) = makeID()
    let id = RecordID(high: high, low: low)
    let old = picture.ended(week, at: now)?.record
    if action == .recountWeek {
      let new = try picture.countingAnew(week, id: id, by: colleagueID, at: now)
      return WeekChange(kind: .recount, old: old, new: new)
    }
    if old != nil {
      let new = try picture.revising(week, id: id, by: colleagueID, at: now)
      return WeekChange(kind: .revise, old: old, new: new)
    }
    let obstacle = picture.obstacle(toEnding: week, at: now)
    if let obstacle, !obstacle.canBeAccepted { throw .obstacle(week, obstacle) }
    return WeekChange(
      kind: .end(obstacle), old: nil, new: picture.ending(week, id: id, by: colleagueID, at: now))
  }

  /// What is asked.
  func text(of change: WeekChange) -> String {
    let week = words.weekAndYear(change.new.week)
    return switch change.kind {
    case .end(nil): words("question.week.end", ["week": week])
    case .end(let obstacle?):
      words("question.week.endAnyway", ["week": week, "why": words.obstacle(obstacle)])
    case .revise: words("question.week.revise", ["week": week])
    case .recount: words("question.week.recount", ["week": week])
    }
  }

  /// What becomes of the figures, school by school.
  func lines(about change: WeekChange) -> [String] {
    words.changes(from: change.old, to: change.new, in: picture.documents)
  }

  /// "Yes" to it.
  mutating func record(_ change: WeekChange) -> [Request] {
    screens.pop()
    return save(.record([.week(change.new)]))
  }

  /// It is on disk: say what it is now.
  mutating func weekSaved(_ record: WeekRecord) {
    figuresPage = nil
    say(
      record.after == .zero ? "saved.week.ended" : "saved.week.revised",
      ["week": words.weekAndYear(record.week)])
  }
}

// Ends the weeks of a made-up past, each at the noon at which it was over: as desks would have done it.

import Domain
import Store

/// What was written of the weeks that have not ended, and of the roster behind them.
struct DemoWeeks {
  private let documents: Documents
  private let ids: DemoNumbers
  private var recent: [Recorded<Event>] = []
  /// Something was recorded of a week; from then on every week is ended, also one without anything.
  private var isBegun = false

  init(documents: Documents, seed: UInt64) {
    self.documents = documents
    // Numbers of its own: what else is made up does not depend on how many weeks there are.
    ids = DemoNumbers(seed: seed ^ 0x57EE_C0DE)
  }

  /// Takes in what was written.
  mutating func take(_ written: Recorded<Event>) {
    switch written.body {
    case .visit, .sparring, .zero, .void, .door, .pattern, .cell, .swap: recent.append(written)
    case .handover, .release, .week: break
    }
  }

  /// The record of the week that is over since a day's noon; nil on all other days.
  mutating func record(on day: CivilDate, clock: Clock, now: Moment) -> WeekRecord? {
    let noon = ClockTime(clamping: 12 * 60)
    let moment = Moment(day: day, time: noon, utc: clock.utc(day: day, time: noon))
    let week = ISOWeek(containing: day).adding(weeks: -1)
    guard day == week.correctableUntil, week.isFinal(at: now) else { return nil }
    var ledger = Ledger()
    for event in recent { ledger.apply(event.body, origin: event.origin) }
    let picture = FolderPicture(documents: documents, ledger: ledger)
    isBegun = isBegun || !picture.weeksToEnd(at: moment).isEmpty
    let id = RecordID(high: ids.next(), low: ids.next())
    let record = picture.ending(week, id: id, by: nil, at: moment)
    recent.removeAll { ($0.body.newestDay ?? week.sunday.adding(days: 1)) <= week.sunday }
    return isBegun ? record : nil
  }
}

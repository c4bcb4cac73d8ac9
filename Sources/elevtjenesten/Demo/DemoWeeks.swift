// Ends the weeks of a made-up past, each at the noon at which it was over: as desks would have done it.

import Domain
import Store

/// What was written of the weeks that have not ended, and of the roster behind them.
struct DemoWeeks {
  private let documents: Documents
  private let ids: DemoNumbers
  private var recent: [Recorded<Event>] = []
  /// The first week that has not ended; nil before anything was written.
  private var next: ISOWeek?

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

  /// The records of the weeks that are over at a day's noon and have none, holidays too; weeks before the
  /// first of which anything was written have none.
  mutating func records(on day: CivilDate, clock: Clock, now: Moment) -> [WeekRecord] {
    guard var week = next ?? recent.compactMap(\.body.newestDay).min().map(ISOWeek.init(containing:))
    else { return [] }
    let noon = ClockTime(clamping: 12 * 60)
    let moment = Moment(day: day, time: noon, utc: clock.utc(day: day, time: noon))
    guard week.isFinal(at: moment), week.isFinal(at: now) else { return [] }
    var ledger = Ledger()
    for event in recent { ledger.apply(event.body, origin: event.origin) }
    let picture = FolderPicture(documents: documents, ledger: ledger)
    var records: [WeekRecord] = []
    while week.isFinal(at: moment), week.isFinal(at: now) {
      let id = RecordID(high: ids.next(), low: ids.next())
      records.append(picture.ending(week, id: id, by: nil, at: moment))
      week = week.adding(weeks: 1)
    }
    next = week
    recent.removeAll { ($0.body.newestDay ?? week.monday) < week.monday }
    return records
  }
}

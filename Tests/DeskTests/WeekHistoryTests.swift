// Random histories of documents and records, of two machines: what is shown of ended weeks and of releases is
// the same to the byte before and after each change.

import Domain
import Foundation
import Store
import TestKit
import Testing

@testable import elevtjenesten

@Suite struct WeekHistoryTests {
  /// How many folders: a share in every run, all of them before a release.
  private static let seeds = Array(1...(Thoroughness.isExhaustive ? 1_000 : 12))

  /// Weeks 1 to 13 of 2026, one after the other; then the quarter is released, and much happens afterwards.
  @Test(arguments: seeds) func endedWeeksAndReleasesStayAsTheyAre(seed: Int) throws {
    let history = try WeekHistory(seed: seed)
    defer { history.home.remove() }
    let random = history.random
    let story = try recordTheQuarter(history, seed)

    // It is released by the first machine, once both know the same.
    let wednesday = date("2026-04-08")
    var now = try history.clock(wednesday, "13:00").now()
    let releasing = try Releasing(
      history.machines[0].folder, period: WeekHistory.quarter, clock: try history.clock(wednesday, "13:00"))
    _ = try releasing.release(
      WeekHistory.quarter, by: "LON", recorder: history.machines[0].recorder)
    try history.sync()
    var shown = try shownByBoth(history, at: now, "seed \(seed), released, after \(story)")
    // JSON and two CSV of 14 weeks, page and glass of weeks 1, 6 and 11; all five of the quarter.
    for (name, text) in shown.texts where name.hasSuffix("glass") {
      #expect(text.contains("Tal · "), "seed \(seed), \(name): \(text)")
    }
    #expect(shown.texts.count == 14 * 3 + 3 * 2 + 5, "seed \(seed): \(shown.texts.keys.sorted())")

    // Documents change, on one copy or the other, and late records come.
    for step in 0..<6 {
      let machine = random.below(2)
      var what = try history.changeDocuments(of: machine, on: wednesday)
      if step % 3 == 0 {
        let week = WeekHistory.quarter.allWeeks[random.below(13)]
        try history.record(week, by: machine, on: wednesday, count: 4)
        what += " and late records of \(week)"
        if random.below(2) == 0 { try history.sync() }
      }
      let after = try figures(history, machine, at: now)
      #expect(after.differences(from: shown) == [], "seed \(seed), step \(step): \(what)")
      try history.end(by: machine, on: wednesday)
    }
    try history.sync()
    shown = try shownByBoth(history, at: now, "seed \(seed), all documents changed")

    // What came late is taken in, as before forgetting; then visits go, and two years later all the rest.
    for (machine, day) in [(0, date("2026-09-02")), (1, date("2026-09-02")), (0, date("2028-03-01"))] {
      let clock = try history.clock(day)
      now = clock.now()
      let (folder, recorder) = (history.machines[machine].folder, history.machines[machine].recorder)
      try WeekEnder(folder: folder, clock: clock)
        .takeInLate(of: WeekHistory.quarter.allWeeks, recorder: recorder)
      var before = try figures(history, machine, at: now)
      let forgetter = try Forgetter(
        folder: folder.path, documents: recorder.loadDocuments().documents, now: now)
      #expect(!forgetter.due.isEmpty)
      _ = try recorder.forget(forgetter) { _ in }
      var after = try figures(history, machine, at: now)
      if day.year == 2028 { (before, after) = (before.withoutRevisionDays, after.withoutRevisionDays) }
      #expect(after.differences(from: before) == [], "seed \(seed), forgotten on \(day)")
      #expect(after.texts["2026-Q1 JSON"] == shown.texts["2026-Q1 JSON"], "seed \(seed)")
    }
  }

  private func figures(
    _ history: WeekHistory, _ machine: Int, at now: Moment, from first: ISOWeek? = nil, isNew: Bool = false
  ) throws -> ShownFigures {
    ShownFigures(
      try history.machines[machine].picture(isNew: isNew), at: now,
      from: first ?? WeekHistory.quarter.weeks.lowerBound
    ) { $0.week % 5 == 1 }
  }

  /// Both machines know the same records; their documents may differ.
  private func shownByBoth(
    _ history: WeekHistory, at now: Moment, _ story: String
  ) throws -> ShownFigures {
    let both = try [0, 1].map { try figures(history, $0, at: now, isNew: true) }
    #expect(both[1].differences(from: both[0]) == [], "\(story)")
    return both[0]
  }

  /// What happened, for whoever looks for a fault.
  private func recordTheQuarter(_ history: WeekHistory, _ seed: Int) throws -> [String] {
    let random = history.random
    var story: [String] = []
    for week in WeekHistory.quarter.allWeeks {
      for machine in [0, 1] {
        try history.record(week, by: machine, on: week.date(of: .friday), count: 4 + random.below(4))
      }
      // A clock that is three weeks ahead ends nothing that is not over.
      try history.sync()
      let friday = week.date(of: .friday)
      let early = random.below(3) > 0 ? [] : try history.end(by: random.below(2), on: friday, ahead: 21)
      let real = try history.clock(friday).now()
      #expect(early.allSatisfy { $0.isFinal(at: real) }, "seed \(seed): \(early) on \(friday)")

      let next = week.adding(weeks: 1)
      let wednesday = next.date(of: .wednesday)
      let now = try history.clock(wednesday, "13:00").now()
      for machine in [0, 1] {
        try history.record(next, by: machine, on: wednesday, count: 1 + random.below(3))
        // Late, and allowed: until noon.
        try history.record(week, by: machine, on: wednesday, count: random.below(3))
      }
      // One lacks records of the other as often as not.
      if random.below(2) == 0 { try history.sync() }
      for machine in random.below(2) == 0 ? [0, 1] : [1, 0] where random.below(4) > 0 {
        try history.end(by: machine, on: wednesday)
        let before = try figures(history, machine, at: now, from: week)
        let what = try history.changeDocuments(of: machine, on: wednesday)
        story.append("\(week) \(machine): \(what)")
        let after = try figures(history, machine, at: now, from: week)
        #expect(after.differences(from: before) == [], "seed \(seed), \(week): \(what)")
      }
      try history.sync()
      if random.below(6) == 0 {
        _ = try shownByBoth(history, at: now, "seed \(seed), \(week), after \(story)")
      }
    }
    try history.end(by: 1, on: date("2026-04-08"))
    try history.sync()
    return story
  }
}

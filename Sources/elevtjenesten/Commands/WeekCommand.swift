// `afslut-uger`: ends the weeks that are over, and revises one that has ended.

import Domain
import Reports
import Resources
import Store

extension Context {
  /// Ends what is due, or revises a week. The exit code says whether a week was left that could not be ended.
  func endWeeks(_ order: WeekOrder) throws(Failure) -> ExitCode {
    try console.requireOutput()
    let folder = try openFolder()
    let context = speaking(for: folder)
    let by = try colleague(in: folder.documents)
    if order.isForCoordinators, by?.role != .coordinator { throw .week(.onlyCoordinator) }
    let ender = WeekEnder(folder: folder, clock: clock)
    if let week = order.revised {
      try context.revise(week, order, by: by?.id, ender)
      return .done
    }
    return try context.end(order, by: by?.id, ender)
  }

  private func end(_ order: WeekOrder, by: Colleague.ID?, _ ender: WeekEnder) throws(Failure) -> ExitCode {
    let recorder = Recorder(ender.folder)
    let report: WeekEnder.Report
    do throws(WeekTrouble) {
      report = try ender.endWeeks(by: by, acceptsMissing: order.acceptsMissing, recorder: recorder)
    } catch {
      throw Failure(error)
    }
    if options.isJSON {
      try console.print(json(report).description, isSaved: !report.ended.isEmpty)
    } else {
      for record in report.ended { try console.print(record.week.description, isSaved: true) }
    }
    for week in report.accepted {
      let values: KeyValuePairs = [
        "week": words.weekAtStart(week.week), "why": words.obstacle(week.obstacle),
      ]
      console.say(words("cli.weeks.accepted", values))
    }
    for left in report.left {
      console.say(words.refusal(.obstacle(left.week, left.obstacle)))
    }
    if report.left.contains(where: \.obstacle.canBeAccepted), !order.acceptsMissing {
      console.say(words("cli.weeks.accept"))
    }
    if report.left.isEmpty {
      let key = report.ended.isEmpty ? "cli.weeks.none" : "cli.weeks.done"
      console.say(words(key, ["count": String(report.ended.count)]))
    }
    return report.left.isEmpty ? .done : .findings
  }

  private func json(_ report: WeekEnder.Report) -> JSON {
    [
      "ended": .list(
        report.ended.map { ["week": .text($0.week.description), "visits": .integer($0.visits)] }),
      "left": .list(
        report.left.map {
          ["week": .text($0.week.description), "why": .text(words.obstacle($0.obstacle))]
        }),
      "accepted": .list(
        report.accepted.map {
          ["week": .text($0.week.description), "why": .text(words.obstacle($0.obstacle))]
        }),
    ]
  }

  /// What has come to a week since is taken in at once. Counted all anew it is shown first, and recorded when
  /// that is asked for.
  private func revise(
    _ week: ISOWeek, _ order: WeekOrder, by: Colleague.ID?, _ ender: WeekEnder
  ) throws(Failure) {
    let isRecorded = !order.isAnew || order.isCarriedOut
    let change: (old: WeekRecord, new: WeekRecord)
    do throws(WeekTrouble) {
      change = try ender.revision(of: week, isAnew: order.isAnew, by: by)
      if isRecorded { try ender.save([change.new], Recorder(ender.folder), nil, now) }
    } catch {
      throw Failure(error)
    }
    let lines = words.changes(from: change.old, to: change.new, in: ender.folder.documents)
    if options.isJSON {
      let json: JSON = [
        "week": .text(week.description), "executed": .bool(isRecorded),
        "changes": .list(lines.map(JSON.text)),
      ]
      try console.print(json.description, isSaved: isRecorded)
    } else {
      for line in lines { try console.print(line, isSaved: isRecorded) }
    }
    console.say(
      isRecorded
        ? words("cli.weeks.revised", ["week": words.weekAtStart(week)])
        : words("cli.weeks.preview", ["week": words.weekAndYear(week)]))
  }
}

extension Failure {
  init(_ trouble: WeekTrouble) {
    switch trouble {
    case .system(let error): self = .system(error)
    case .readOnly(let reason): self = .readOnly(reason)
    case .refused(let refusal): self = .week(refusal)
    case .failed(let failure): self = .save(failure)
    }
  }
}

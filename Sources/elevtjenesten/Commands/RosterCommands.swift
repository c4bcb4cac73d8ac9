// The roster on the command line: out of the program, proposals for its holes, and how it is shared.

import Domain
import Reports
import Resources
import Store

extension Context {
  /// `vagtplan eksporter`.
  func exportRoster(_ order: RosterExportOrder) throws(Failure) {
    let folder = try openFolder()
    let context = speaking(for: folder)
    let picture = try folder.picture(LogScope(visitWeeks: .around(now.day)))
    let school = try options.school.map { (typed) throws(Failure) in
      try folder.documents.find(school: typed)
    }
    let colleague = try order.colleague.map { (typed) throws(Failure) in
      try folder.documents.find(colleague: typed).id
    }
    let weeks = order.weeks ?? now.week...now.week
    try context.deliver(
      try context.exported(order, picture, weeks, school, colleague), to: order.out)
    context.sayFaults(of: picture)
  }

  private func exported(
    _ order: RosterExportOrder, _ picture: FolderPicture, _ weeks: ClosedRange<ISOWeek>, _ school: School?,
    _ colleague: Colleague.ID?
  ) throws(Failure) -> [UInt8] {
    switch order.format {
    case .csv where order.isBase:
      return BaseSheet(picture, from: now.day, school: school?.id).csv
    case .csv:
      return RosterSheet(picture, weeks: weeks, school: school?.id, colleague: colleague).csv
    case .ics:
      return RosterCalendar(picture, weeks: weeks, school: school?.id, colleague: colleague)
        .file(words, now: now.utc)
    case .json:
      let count = weeks.upperBound.weeks(since: weeks.lowerBound)
      let reports = (0...count).map { offset in
        RosterReport(
          week: weeks.lowerBound.adding(weeks: offset), picture: picture, school: school?.id,
          colleague: colleague
        ).json(words)
      }
      let json = reports.count == 1 ? reports[0] : .list(reports)
      return Array((json.description + "\n").utf8)
    case .html:
      guard let school else {
        throw .usage(.needsSchool(command: CommandName.exportRoster.rawValue + " --format html"))
      }
      return Array(DoorPoster(school, week: weeks.lowerBound, picture: picture).html(words).utf8)
    }
  }

  /// `vagtplan foreslå`: shown, or with `--udfør` recorded. What is past is left as it is.
  func propose(_ weeks: ClosedRange<ISOWeek>, isExecuted: Bool) throws(Failure) {
    let desk = try openDesk(needing: [.schools, .colleagues])
    let (documents, words) = (desk.folder.documents, desk.context.words)
    let picture = try desk.folder.picture(LogScope(visitWeeks: .around(now.day)))
    let all = DateSpan(weeks: weeks)
    let days = DateSpan(from: max(all.from, desk.now.day), to: max(all.to, desk.now.day.adding(days: -1)))
    let proposal = Proposal(filling: days, of: picture.roster)
    let report = ProposalReport(proposal, documents)
    if isExecuted {
      let by = try colleague(in: documents)?.id
      let changes = proposal.changes(by: by, at: desk.now.utc) { machine.id() }
      try desk.record(changes.map(Event.cell), picture)
    }
    if options.isJSON {
      return try console.print(report.json(words, isExecuted: isExecuted).description, isSaved: isExecuted)
    }
    if !proposal.fills.isEmpty { try console.print(report.table(words).text, isSaved: isExecuted) }
    for line in report.unfilledLines(words) { try console.print(line, isSaved: isExecuted) }
    let count = String(proposal.fills.count)
    if proposal.fills.isEmpty, proposal.unfilled.isEmpty {
      console.say(words("cli.propose.none"))
    } else if isExecuted {
      console.say(words("cli.propose.done", ["count": count]))
    } else if !proposal.fills.isEmpty {
      console.say(words("cli.propose.ask", ["count": count]))
    }
  }

  /// `vagtplan fordeling`: of the term, unless weeks are given.
  func shares(_ weeks: ClosedRange<ISOWeek>?) throws(Failure) {
    let folder = try openFolder()
    let words = speaking(for: folder).words
    let picture = try folder.picture(LogScope(visitWeeks: .around(now.day)))
    let weeks = weeks ?? ISOWeek.term(containing: now.day)
    let fairness = Fairness(picture.roster, in: DateSpan(weeks: weeks))
    let report = FairnessReport(fairness, folder.documents)
    try console.print(options.isJSON ? report.json.description : report.table(words).text)
    if !options.isJSON {
      console.say(
        words(
          "cli.shares.span",
          ["first": words.weekAndYear(weeks.lowerBound), "last": words.weekAndYear(weeks.upperBound)]))
    }
  }
}

extension CommandDesk {
  /// Records events that belong to no single school's desk. When that fails, it says how many of them
  /// the folder holds all the same: a disk that is full may have taken the first ones.
  @discardableResult
  func record(_ events: [Event], _ picture: FolderPicture) throws(Failure) -> [Recorded<Event>] {
    do throws(Failure) { return try save([.record(events)], desk: nil, picture) } catch {
      if case .save = error, let found = try? folder.picture(LogScope(visitWeeks: .around(now.day))) {
        let count = events.filter { found.ledger.holds($0.id) }.count
        let key = count == 0 ? "cli.saved.nothing" : "cli.saved.some"
        context.console.say(context.words(key, ["saved": String(count), "count": String(events.count)]))
      }
      throw error
    }
  }
}

// `afbud`: somebody cannot come. Nobody is put on duty who has not said yes, and no reason is kept.

import Domain
import Reports
import Resources
import Store

/// Why somebody's absence was not recorded. Facts only.
enum AbsenceRefusal: Error, Equatable {
  /// The day is over and its roster does not change any more.
  case past(CivilDate)
  case closed(School.ID, CivilDate)
  /// The colleague has no duty there on any of the days.
  case noDuty(Colleague.ID?, School.ID)
  /// Several have the duty; it must be said who cannot come.
  case whoOf([Colleague.ID])
  /// The one who steps in cannot.
  case obstacle(Colleague.ID, CivilDate, Obstacle)
}

extension Context {
  /// Takes a colleague off the duties of a day or several, and puts in who has said yes.
  func absence(_ order: AbsenceOrder) throws(Failure) {
    let desk = try openDesk(needing: [.schools, .colleagues])
    let (documents, words) = (desk.folder.documents, desk.context.words)
    let school = try self.school(in: documents, for: .absence)
    let absent = try order.absent.map { (typed) throws(Failure) in try documents.find(colleague: typed).id }
    let taker = try order.substitute.map { (typed) throws(Failure) in
      try documents.find(colleague: typed).id
    }
    let by = try colleague(in: documents)?.id
    let picture = try desk.folder.picture(LogScope(visitWeeks: .around(now.day)))
    let days = order.days ?? DateSpan(from: desk.now.day, to: desk.now.day)
    if days.from < desk.now.day { throw .absence(.past(days.from)) }
    var vacancies: [Vacancy] = []
    for day in days.all {
      do throws(AbsenceRefusal) {
        vacancies += try picture.roster.vacancies(of: absent, at: school, on: day)
      } catch {
        // Of several days, those on which nobody has to be replaced are passed over.
        if days.length == 1 { throw .absence(error) }
        if case .whoOf = error { throw .absence(error) }
      }
    }
    if vacancies.isEmpty { throw .absence(.noDuty(absent, school.id)) }
    let taking = order.saidYes ? taker : nil
    let outcomes = picture.roster.outcomes(of: vacancies, takenBy: taking)
    let refusals = taking.map { picture.roster.refusals(of: $0, vacancies) } ?? []
    if let first = refusals.first, !outcomes.contains(where: \.isTaken) { throw .absence(first) }
    let changes = outcomes.map { outcome in
      CellChange(
        id: machine.id(), after: picture.ledger.lastChange(at: outcome.place),
        asked: order.saidYes ? nil : taker, at: desk.now.utc, by: by, cause: outcome.cause,
        day: outcome.place.day, school: outcome.place.school, spans: outcome.spans)
    }
    try desk.save([.record(changes.map(Event.cell))], desk: school.id, picture)
    let report = AbsenceReport(changes, vacancies, takenBy: taking, picture)
    let sentences = Sentences(words: words, documents: documents)
    let refused = refusals.map(sentences.absence)
    if options.isJSON {
      for line in refused { console.say(line) }
      return try console.print(report.json.description, isSaved: true)
    }
    for change in changes { try console.print(change.id.description, recorded: change.id) }
    for line in report.lines(words) + refused { console.say(line) }
  }
}

extension Roster {
  /// The duties to be taken at a school on a day: those of somebody who cannot come, or the hole.
  fileprivate func vacancies(
    of absent: Colleague.ID?, at school: School, on day: CivilDate
  ) throws(AbsenceRefusal) -> [Vacancy] {
    let place = SchoolDay(day: day, school: school.id)
    if case .closed = coverage(at: school, on: day) { throw .closed(school.id, day) }
    let shifts = shifts(at: school, on: day)
    let holes = plan(on: day).holes(at: school.id, documents)
    if shifts.isEmpty, absent == nil { return holes.map { filling($0, at: place) } }
    let left = holes.flatMap { lastHolders(of: $0, at: place) }
    let people = Set(shifts.map(\.colleague) + left.map(\.colleague))
    guard let who = absent ?? (people.count == 1 ? people.first : nil) else {
      throw .whoOf(people.sorted())
    }
    let own =
      shifts.filter { $0.colleague == who }
      .map { Vacancy(place: place, hours: $0.hours, absent: who, buddy: $0.buddy) }
      + left.filter { $0.colleague == who }
      .map { Vacancy(place: place, hours: $0.hours, absent: who, buddy: $0.buddy, isHole: true) }
    if own.isEmpty { throw .noDuty(who, school.id) }
    return own
  }

  /// The duties that somebody cannot take, and why.
  fileprivate func refusals(of taker: Colleague.ID, _ vacancies: [Vacancy]) -> [AbsenceRefusal] {
    vacancies.compactMap { vacancy in
      obstacle(for: taker, in: vacancy).map { .obstacle(taker, vacancy.place.day, $0) }
    }
  }
}

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
    let desk = try openDesk()
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
    if order.saidYes, let colleague = taker.flatMap(documents.colleague) {
      for vacancy in vacancies {
        let plan = picture.roster.plan(on: vacancy.place.day)
        if let obstacle = plan.obstacle(for: colleague, in: vacancy.hours, documents) {
          throw .absence(.obstacle(colleague.id, vacancy.place.day, obstacle))
        }
      }
    }
    let changes = AbsenceChanges(vacancies, taker: taker, saidYes: order.saidYes, by: by, at: desk.now.utc)
      .make(picture) { machine.id() }
    try desk.save(changes.map(Event.cell), at: school.id, picture)
    let report = AbsenceReport(changes, vacancies, picture)
    if options.isJSON { return try console.print(report.json.description) }
    for change in changes { try console.print(change.id.description, recorded: change.id) }
    for line in report.lines(words) { console.say(line) }
  }
}

/// The changes of the days' cells.
private struct AbsenceChanges {
  let vacancies: [Vacancy]
  let taker: Colleague.ID?
  let saidYes: Bool
  let by: Colleague.ID?
  let at: UTCTime

  init(_ vacancies: [Vacancy], taker: Colleague.ID?, saidYes: Bool, by: Colleague.ID?, at: UTCTime) {
    self.vacancies = vacancies
    self.taker = taker
    self.saidYes = saidYes
    self.by = by
    self.at = at
  }

  /// One change for each school and day.
  func make(_ picture: FolderPicture, newID: () -> RecordID) -> [CellChange] {
    var places: [SchoolDay] = []
    for vacancy in vacancies where places.last != vacancy.place { places.append(vacancy.place) }
    return places.compactMap { place in
      guard let school = picture.documents.school(place.school) else { return nil }
      var spans = picture.roster.planned(at: school, on: place.day)
      for vacancy in vacancies where vacancy.place == place {
        spans = spans.replacing(
          vacancy.absent, in: vacancy.hours, with: saidYes ? taker : nil, buddy: vacancy.buddy)
      }
      return CellChange(
        id: newID(), after: picture.ledger.lastChange(at: place), asked: saidYes ? nil : taker, at: at,
        by: by, cause: saidYes ? .substitute : .absent, day: place.day, school: place.school, spans: spans)
    }
  }
}

extension Roster {
  /// The duties to be taken at a school on a day: those of somebody who cannot come, or the hole.
  fileprivate func vacancies(
    of absent: Colleague.ID?, at school: School, on day: CivilDate
  ) throws(AbsenceRefusal) -> [Vacancy] {
    let place = SchoolDay(day: day, school: school.id)
    switch coverage(at: school, on: day) {
    case .closed: throw .closed(school.id, day)
    case .nobody:
      if absent != nil { throw .noDuty(absent, school.id) }
      let usual = ledger.pattern(at: school.id, on: day)?.spans.first
      return plan(on: day).holes(at: school.id, documents).map {
        Vacancy(place: place, hours: $0, absent: usual?.colleague, buddy: usual?.buddy)
      }
    case .staffed(let shifts):
      let people = Set(shifts.map(\.colleague))
      guard let who = absent ?? (people.count == 1 ? people.first : nil) else {
        throw .whoOf(people.sorted())
      }
      let own = shifts.filter { $0.colleague == who }
      if own.isEmpty { throw .noDuty(who, school.id) }
      return own.map { Vacancy(place: place, hours: $0.hours, absent: who, buddy: $0.buddy) }
    }
  }
}

// What is told of a week beside its grid: holes, broken rules, disagreements, swaps, and the marked
// place in full.

import Canvas
import Domain
import Reports

/// The signs in the cells of a week.
struct RosterMarks {
  /// Changed for the day.
  private var exceptions: Set<SchoolDay> = []
  /// A rule is broken, or two people decided differently.
  private var alarms: Set<SchoolDay> = []
  /// A swap is offered.
  private var swaps: Set<SchoolDay> = []
  /// Hours without anybody, on days that have somebody.
  private(set) var holes: [SchoolDay: TimeSpan] = [:]

  init(picture: FolderPicture, week: ISOWeek, today: CivilDate) {
    let (ledger, roster) = (picture.ledger, picture.roster)
    let days = DateSpan(from: week.monday, to: week.sunday)
    for place in ledger.cells.keys where days.contains(place.day) {
      guard let exception = ledger.exception(at: place) else { continue }
      let usual = ledger.pattern(at: place.school, on: place.day)?.spans ?? []
      if exception.spans != usual { exceptions.insert(place) }
    }
    alarms = Set(roster.faults(in: week).filter(\.isClash).map(\.place))
    alarms.formUnion(ledger.conflicts(in: days).map(\.place))
    for conflict in ledger.patternConflicts(in: days) {
      let day = week.date(of: conflict.place.weekday)
      if day >= conflict.from { alarms.insert(SchoolDay(day: day, school: conflict.place.school)) }
    }
    for offer in ledger.swaps.keys {
      guard let swap = picture.swap(offer, on: today), swap.state == .open else { continue }
      swaps.formUnion(swap.offer.cells.map(\.place))
    }
    for hole in roster.holes(in: days) where holes[hole.place] == nil { holes[hole.place] = hole.hours }
  }

  func sign(at place: SchoolDay) -> String {
    (exceptions.contains(place) ? "*" : "") + (alarms.contains(place) ? "!" : "")
      + (swaps.contains(place) ? "?" : "")
  }
}

extension Desk {
  /// The holes of a week that can still be filled.
  func holes(in week: ISOWeek) -> [Hole] {
    let first = max(week.monday, now.day)
    guard first <= week.sunday else { return [] }
    return picture.roster.holes(in: DateSpan(from: first, to: week.sunday))
  }

  func drawSummary(of week: ISOWeek, from column: Int, row: Int, width: Int, on canvas: inout Canvas) {
    let holes = holes(in: week).count
    // Where some can no longer be filled, the number is not that of the cells.
    let isRest = picture.roster.holes(in: DateSpan(from: week.monday, to: week.sunday)).count > holes
    let (one, many) =
      isRest
      ? ("roster.holesLeft.one", "roster.holesLeft.many") : ("roster.holes.one", "roster.holes.many")
    let rules = picture.roster.faults(in: week).count(where: \.isClash)
    let days = DateSpan(from: week.monday, to: week.sunday)
    let conflicts = picture.ledger.conflicts(in: days).count + picture.ledger.patternConflicts(in: days).count
    let parts: [(String, Style)] = [
      (holes == 0 ? "" : words.counted(holes, one: one, many: many), .alarm),
      (rules == 0 ? "" : words.counted(rules, one: "roster.rules.one", many: "roster.rules.many"), .warning),
      (
        conflicts == 0
          ? "" : words.counted(conflicts, one: "roster.conflicts.one", many: "roster.conflicts.many"),
        .warning
      ),
    ]
    let shown = parts.filter { !$0.0.isEmpty }
    let text = shown.map(\.0).joined(separator: " · ")
    var place = max(column, width - 1 - DisplayWidth.of(text))
    for (index, part) in shown.enumerated() {
      if index > 0 { place += canvas.put(" · ", column: place, row: row, style: .dim) }
      place += canvas.put(part.0, column: place, row: row, style: part.1, width: max(0, width - 1 - place))
    }
  }

  /// The marked place in full, because a narrow column cuts names, and all there is to say of it.
  func rosterDetails(_ state: RosterState) -> [(String, Style)] {
    guard let school = state.school.flatMap(picture.documents.school), let place = state.place else {
      return []
    }
    var lines: [(String, Style)] = [(placeLine(of: school, state), .normal)]
    lines += openSwaps(at: place).map { (swapLine(of: $0), .strong) }
    let answers = swapsForMe.count
    if answers > 0 {
      lines.append((words.counted(answers, one: "roster.answer.one", many: "roster.answer.many"), .strong))
    }
    lines += picture.roster.plan(on: state.day).faults(at: school.id, picture.documents)
      .filter { !$0.isHole || !picture.roster.shifts(at: school, on: state.day).isEmpty }
      .map { (words.rule($0, in: picture.documents), $0.isClash || $0.isHole ? .warning : .dim) }
    if let last = picture.ledger.exception(at: place) {
      lines.append(
        (words("roster.changed", ["name": colleagueName(last.by), "time": clockTime(of: last.at)]), .dim))
    }
    return lines
  }

  private func placeLine(of school: School, _ state: RosterState) -> String {
    let coverage = picture.roster.coverage(at: school, on: state.day)
    var parts = [school.name, words.weekdayAndDay(state.day)]
    if case .staffed(let shifts) = coverage {
      parts += shifts.enumerated().map { index, shift in
        let substitute = shift.isSubstitute ? " (\(words("roster.substitute")))" : ""
        let buddy = shift.buddy.map { " · " + words("today.buddy", ["name": colleagueName($0)]) } ?? ""
        let mark = shifts.count > 1 && index == min(state.share, shifts.count - 1) ? "> " : ""
        return "\(mark)\(colleagueName(shift.colleague))\(substitute) \(words.span(shift.hours))\(buddy)"
      }
    } else {
      parts.append(words.coverage(coverage, name: { colleagueName($0) }).0)
      if case .nobody(let asked?) = coverage {
        parts.append(words("roster.asked", ["name": colleagueName(asked)]))
      }
    }
    return parts.joined(separator: " · ")
  }

  /// Who has which hours; INGEN where nobody has.
  func people(_ spans: [DutySpan]) -> String {
    guard !spans.isEmpty else { return words("status.nobodyShort") }
    return spans.map { span in
      let buddy = span.buddy.map { " (\(colleagueName($0)))" } ?? ""
      return "\(colleagueName(span.colleague))\(buddy) \(words.span(span.hours))"
    }.joined(separator: ", ")
  }

  /// `kl. 14.12`, with the day when that was another one.
  func clockTime(of moment: UTCTime) -> String {
    let local = local(moment)
    let time = words("roster.clock", ["time": words.time(local.time)])
    return local.day == now.day ? time : "\(words.weekdayAndDay(local.day)) \(time)"
  }

  /// Names the holes of a week that is left, to those who plan it.
  mutating func nameHoles(leaving state: RosterState) {
    guard me?.role == .coordinator || state.isChanged else { return }
    let holes = holes(in: state.week)
    guard !holes.isEmpty else { return }
    let names = holes.map { hole in
      "\(words.weekdayAndDay(hole.place.day)) \(schoolName(hole.place.school))"
    }
    let shown = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? " …" : "")
    toast = Toast(
      text: words(
        "roster.leaving",
        [
          "week": words.week(state.week), "places": shown,
          "holes": words.counted(holes.count, one: "roster.holes.one", many: "roster.holes.many"),
        ]),
      tone: .refused)
  }
}

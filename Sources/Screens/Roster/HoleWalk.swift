// From hole to hole: each is marked, and who could fill it is offered; after an answer comes the next.

import Domain
import Reports

extension Desk {
  /// The next hole of the week after the marked place; from the last one the first again.
  mutating func goToNextHole() -> [Request] {
    let state = rosterState
    let holes = holes(in: state.week)
    guard let hole = holes.first(where: { isAfter($0, state.place) }) ?? holes.first else {
      return markHole(after: state)
    }
    open(hole, from: state)
    return []
  }

  /// The week has no hole: the next one of the half year that follows is marked, and not opened unseen.
  private mutating func markHole(after old: RosterState) -> [Request] {
    let none = words("roster.noHoles", ["week": words.week(old.week)])
    let first = max(old.week.adding(weeks: 1).monday, now.day)
    let days = DateSpan(from: first, to: first.adding(days: 7 * 26)).all
    let roster = picture.roster
    guard
      let hole = days.lazy.compactMap({ roster.holes(in: DateSpan(from: $0, to: $0)).first }).first
    else { return refuse(none) }
    var state = old
    state.day = hole.place.day
    state.school = hole.place.school
    state.share = 0
    showRoster(state)
    let place = "\(words.weekdayAndDay(hole.place.day)) \(schoolName(hole.place.school))"
    return refuse(none + " · " + words("roster.nextHole", ["place": place]))
  }

  private mutating func open(_ hole: Hole, from old: RosterState) {
    var state = old
    state.day = hole.place.day
    state.school = hole.place.school
    state.share = 0
    state.isFilling = true
    showRoster(state)
    askForSubstitute(filling(hole))
  }

  /// A change is on disk, or a hole was left as it is: the next hole when one goes from hole to hole.
  mutating func goOn(from place: SchoolDay, isChanged: Bool) { goOn(from: [place], isChanged: isChanged) }

  /// The same after several places were changed at once.
  mutating func goOn(from places: [SchoolDay], isChanged: Bool) {
    guard let place = places.first else { return }
    var state = rosterState
    let proposal = openProposal
    state.day = place.day
    state.school = place.school
    state.share = 0
    state.isChanged = state.isChanged || isChanged
    guard state.isFilling else {
      showRoster(state, below: proposal.map { .proposal(goingOn($0, from: places)) })
      return
    }
    guard let hole = holes(in: state.week).first(where: { isAfter($0, place) }) else {
      state.isFilling = false
      showRoster(state)
      return
    }
    open(hole, from: state)
  }

  /// Nobody is asked: the hole stays.
  mutating func leaveHole(_ place: SchoolDay) -> [Request] {
    goOn(from: place, isChanged: false)
    return []
  }

  /// How many holes are left, said after the last one was offered.
  func holesLeft(in week: ISOWeek) -> String {
    let count = holes(in: week).count
    if count == 0 { return words("roster.noHoles", ["week": words.week(week)]) }
    return words(
      "roster.left",
      [
        "week": words.week(week),
        "holes": words.counted(count, one: "roster.holes.one", many: "roster.holes.many"),
      ])
  }

  private func isAfter(_ hole: Hole, _ place: SchoolDay?) -> Bool {
    guard let place else { return true }
    return key(of: hole.place) > key(of: place)
  }

  private func key(of place: SchoolDay) -> (Int, Int) {
    (place.day.dayNumber, picture.documents.schools.firstIndex { $0.id == place.school } ?? 0)
  }
}

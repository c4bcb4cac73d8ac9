// Weeks that have ended and that a change of documents would have told otherwise: there it has no effect.

/// Ended weeks in which a change would move opening days or duty, if they had not ended.
package struct WithoutEffect: Hashable, Sendable {
  package var schools: [School.ID]
  /// Oldest first.
  package var weeks: [ISOWeek]

  package init(schools: [School.ID], weeks: [ISOWeek]) {
    self.schools = schools
    self.weeks = weeks
  }
}

extension FolderPicture {
  /// How far back it is looked: two years, as nobody changes what is older by mistake.
  private static let weeksLookedAt = 104

  func untouchedWeeks(in after: FolderPicture, at now: Moment) -> [Consequence] {
    let (mine, theirs) = (documents, after.documents)
    let changed = mine.changedColleagues(in: theirs)
    guard mine.calendar != theirs.calendar || mine.schools != theirs.schools || !changed.isEmpty else {
      return []
    }
    let (calendar, wanted) = (mine.schoolCalendar, theirs.schoolCalendar)
    let ended = ledger.weeks.keys.filter { self.ended($0, at: now) != nil }.sorted()
    var found = WithoutEffect(schools: [], weeks: [])
    for week in ended.suffix(Self.weeksLookedAt) {
      for day in DateSpan(from: week.monday, to: week.sunday).all {
        let isOtherwiseHere = changed.contains { $0.old.isAvailable(on: day) != $0.new.isAvailable(on: day) }
        for school in mine.schools {
          let opens = calendar.isOpeningDay(day, at: school)
          let wouldOpen = theirs.school(school.id).map { wanted.isOpeningDay(day, at: $0) } ?? false
          let isOtherDuty = isOtherwiseHere && minutes(school, day) != after.minutes(school, day)
          guard opens != wouldOpen || isOtherDuty else { continue }
          if !found.schools.contains(school.id) { found.schools.append(school.id) }
          if found.weeks.last != week { found.weeks.append(week) }
        }
      }
    }
    return found.weeks.isEmpty ? [] : [.withoutEffect(found)]
  }

  private func minutes(_ school: School, _ day: CivilDate) -> Int {
    roster.shifts(at: school, on: day).reduce(0) { $0 + $1.hours.minutes }
  }
}

extension Documents {
  /// Colleagues of both whose being here is another.
  fileprivate func changedColleagues(in wanted: Documents) -> [(old: Colleague, new: Colleague)] {
    colleagues.compactMap { old in
      guard let new = wanted.colleague(old.id) else { return nil }
      return (old.from, old.to, old.away) == (new.from, new.to, new.away) ? nil : (old, new)
    }
  }
}

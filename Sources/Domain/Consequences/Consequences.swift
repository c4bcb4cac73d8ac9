// Wanted documents compared with those of now: what the change would bring with it, before it is saved.

extension FolderPicture {
  /// What it would bring with it if the documents became these. The days from today on are compared, to
  /// the last one that anything is planned for, at least to the end of the school year; and of weeks that
  /// have not ended all days.
  package func consequences(of wanted: Documents, at now: Moment) -> [Consequence] {
    guard wanted != documents else { return [] }
    var after = self
    after.documents = wanted
    let days = DateSpan(from: now.day, to: lastDayThatMatters(from: now.day))
    let changes = RosterComparison(before: documents, after: wanted, ledger: ledger, days: days)
    return changes.consequences + lapsedSwaps(in: after, on: now.day) + leftHandovers(in: after, days: days)
      + changedWeeks(in: after, at: now) + untouchedWeeks(in: after, at: now) + emptiedTopics(in: wanted)
      + wanted.sameLabels(on: now.day).filter { !isKnown($0, on: now.day) }.map(Consequence.sameLabel)
  }

  /// The last day on which something is planned, and at least that of the school year, or in its last
  /// months the next quarter of a year.
  func lastDayThatMatters(from today: CivilDate) -> CivilDate {
    let year = today.month >= 8 ? today.year + 1 : today.year
    let planned = ledger.cells.keys.map(\.day)
    let swapped = ledger.swaps.values.flatMap(\.changes.values).flatMap { $0.body.cells.map(\.day) }
    let ends = [CivilDate(year: year, month: 7, day: 31), today.adding(days: 91)].compactMap { $0 }
    return (planned + swapped + ends).max() ?? today
  }

  private func lapsedSwaps(in after: FolderPicture, on today: CivilDate) -> [Consequence] {
    ledger.swaps.keys.sorted().compactMap { offer in
      guard swap(offer, on: today)?.state == .open, let swap = after.swap(offer, on: today),
        case .lapsed = swap.state
      else { return nil }
      return .lapsedSwap(swap)
    }
  }

  private func leftHandovers(in after: FolderPicture, days: DateSpan) -> [Consequence] {
    openHandovers.flatMap { handover in
      handover.people.compactMap { role, id in
        guard let old = documents.colleague(id), (old.to ?? days.to) >= days.from,
          let why = after.documents.leaving(id, than: old, in: days)
        else { return nil }
        return .handover(
          LeftHandover(
            handover: handover.id, school: handover.school, role: role, colleague: id, why: why))
      }
    }
  }

  private func changedWeeks(in after: FolderPicture, at now: Moment) -> [Consequence] {
    let (mine, theirs) = (roster, after.roster)
    let open = [now.week.adding(weeks: -1), now.week].filter { !$0.isFinal(at: now) }
    return (weeksToEnd(at: now) + open).compactMap { week in
      var change = ChangedWeek(week: week)
      // A school that is new brings figures of its own and changes none.
      for school in documents.schools.map(\.id) {
        for day in DateSpan(from: week.monday, to: week.sunday).all {
          let (was, becomes) = (mine.figures(at: school, on: day), theirs.figures(at: school, on: day))
          change.before = change.before + was
          change.after = change.after + becomes
          guard was != becomes else { continue }
          if change.schools.last != school { change.schools.append(school) }
          if !change.days.contains(day) { change.days.append(day) }
        }
      }
      change.days.sort()
      return change.days.isEmpty ? nil : .changedWeek(change)
    }
  }

  private func emptiedTopics(in wanted: Documents) -> [Consequence] {
    wanted.topicsInUse.filter { topic in
      !wanted.hasProfession(topic) && documents.topic(topic.id).map(documents.hasProfession) == true
    }
    .map { .topicWithoutProfessions($0.id) }
  }

  private func isKnown(_ same: SameLabel, on today: CivilDate) -> Bool {
    documents.sameLabels(on: today).contains { known in
      known.list == same.list && Set(same.ids).isSubset(of: known.ids)
    }
  }
}

extension ChangedWeek.Figures {
  fileprivate static func + (left: Self, right: Self) -> Self {
    Self(
      openingDays: left.openingDays + right.openingDays, dutyMinutes: left.dutyMinutes + right.dutyMinutes)
  }
}

extension Roster {
  /// What a school's day adds to its week's figures; nothing at a school that is unknown.
  fileprivate func figures(at school: School.ID, on day: CivilDate) -> ChangedWeek.Figures {
    guard let school = documents.school(school) else { return ChangedWeek.Figures() }
    return ChangedWeek.Figures(
      openingDays: documents.schoolCalendar.isOpeningDay(day, at: school) ? 1 : 0,
      dutyMinutes: shifts(at: school, on: day).map(\.hours.minutes).reduce(0, +))
  }
}

extension Handover {
  /// Who holds it, and the other one of the two.
  var people: [(role: LeftHandover.Role, colleague: Colleague.ID)] {
    guard let entry else { return [] }
    let others: [(role: LeftHandover.Role, colleague: Colleague.ID)] = [
      (.receiver, entry.receiver), (.sender, entry.sender),
    ]
    return (holder.map { [(.holder, $0)] } ?? []) + others.filter { $0.colleague != holder }
  }
}

extension Documents {
  /// Why somebody is here no longer who was by an old entry, within some days; nil when they stay as long.
  fileprivate func leaving(
    _ id: Colleague.ID, than old: Colleague, in days: DateSpan
  ) -> Unavailability? {
    guard let new = colleague(id) else { return .unknown }
    if let from = new.from, from > days.from, old.isEmployed(on: days.from) { return .notYetBegun(from) }
    guard let to = new.to, to <= days.to, old.to.map({ to < $0 }) ?? true else { return nil }
    return .left(to)
  }

  /// Whether a profession that the settings know helps with the topic.
  func hasProfession(_ topic: Topic) -> Bool {
    topic.professions(for: nil).contains { settings.professions.isEmpty || profession($0) != nil }
  }

  /// Labels that stand for several entries: topics that can be chosen, schools, and colleagues who have
  /// not left.
  func sameLabels(on today: CivilDate) -> [SameLabel] {
    func same(_ list: SameLabel.List, _ labels: [(label: String, id: String)]) -> [SameLabel] {
      Dictionary(grouping: labels) { FoldedText($0.label).text }.values.filter { $0.count > 1 }
        .map { SameLabel(list: list, label: $0[0].label, ids: $0.map(\.id)) }
        .sorted { $0.ids[0] < $1.ids[0] }
    }
    let danish = same(.topics, topicsInUse.map { ($0.label.danish, $0.id.text) })
    let english = same(.topics, topicsInUse.map { ($0.label.english, $0.id.text) })
    let here = colleagues.filter { ($0.to ?? today) >= today }
    return danish + english.filter { label in !danish.contains { $0.ids == label.ids } }
      + same(.schools, schools.map { ($0.name, $0.id.text) })
      + same(.colleagues, here.map { ($0.name, $0.id.text) })
  }
}

// What changes have left behind and nobody has put right: said as long as it lasts.

extension FolderPicture {
  /// Planned duties on closed days or of people who are not here, swaps whose shift is gone, handovers of
  /// people who have left, topics without professions, labels that stand twice. What no document knows at
  /// all is another matter.
  package func leftBehind(on today: CivilDate) -> [Consequence] {
    let days = DateSpan(from: today, to: lastDayThatMatters(from: today))
    return dutiesOnClosedDays(in: days) + dutiesOfLeavers(in: days)
      + ledger.swaps.keys.sorted().compactMap { offer in
        guard let swap = swap(offer, on: today), swap.isLapsed else { return nil }
        return .lapsedSwap(swap)
      }
      + handoversOfLeavers(on: today)
      + documents.topicsInUse.filter { documents.lacksProfessions($0) }
      .map { .topicWithoutProfessions($0.id) }
      + documents.sameLabels(on: today).map(Consequence.sameLabel)
  }

  /// Somebody planned that very day, and the door is closed.
  private func dutiesOnClosedDays(in days: DateSpan) -> [Consequence] {
    var lost = ByDay<LostDuties>()
    for place in ledger.cells.keys.sorted() where days.contains(place.day) {
      guard let school = documents.school(place.school), let exception = ledger.exception(at: place),
        case .closed(let closure) = documents.schoolCalendar.day(place.day, at: school)
      else { continue }
      for span in exception.spans {
        let duty = LostDuties(
          school: place.school, colleague: span.colleague, buddy: span.buddy, cause: .closed(closure),
          days: [])
        lost.add(duty, on: place.day)
      }
    }
    return lost.consequences
  }

  private func dutiesOfLeavers(in days: DateSpan) -> [Consequence] {
    let leavers = Set(
      documents.colleagues.filter { ($0.to ?? days.to) < days.to || ($0.from ?? days.from) > days.from }
        .map(\.id))
    guard !leavers.isEmpty else { return [] }
    var (lost, alone) = (ByDay<LostDuties>(), ByDay<LostBuddies>())
    for place in ledger.places(of: leavers, in: days).sorted() {
      guard let school = documents.school(place.school),
        documents.schoolCalendar.isOpeningDay(place.day, at: school)
      else { continue }
      for span in roster.planned(at: school, on: place.day) {
        if let refusal = reason(against: span.colleague, on: place.day, of: leavers) {
          let duty = LostDuties(
            school: place.school, colleague: span.colleague, buddy: span.buddy,
            cause: .colleague(refusal.why), days: [])
          lost.add(duty, on: place.day)
        } else if let buddy = span.buddy, let refusal = reason(against: buddy, on: place.day, of: leavers) {
          let duty = LostBuddies(
            school: place.school, colleague: span.colleague, buddy: buddy, cause: refusal.why, days: [])
          alone.add(duty, on: place.day)
        }
      }
    }
    return lost.consequences + alone.consequences
  }

  private func reason(
    against id: Colleague.ID, on day: CivilDate, of leavers: Set<Colleague.ID>
  ) -> GivingRefusal? {
    leavers.contains(id) ? documents.reasonAgainstGiving(to: id, on: day) : nil
  }

  private func handoversOfLeavers(on today: CivilDate) -> [Consequence] {
    openHandovers.flatMap { handover in
      handover.people.compactMap { role, id in
        guard let refusal = documents.reasonAgainstGiving(to: id, on: today), refusal.why != .unknown else {
          return nil
        }
        return .handover(
          LeftHandover(
            handover: handover.id, school: handover.school, role: role, colleague: id, why: refusal.why))
      }
    }
  }
}

extension Ledger {
  /// The places in some days whose plan has ever spoken of somebody.
  func places(of people: Set<Colleague.ID>, in days: DateSpan) -> Set<SchoolDay> {
    func speaks(_ spans: [DutySpan]) -> Bool {
      spans.contains { people.contains($0.colleague) || $0.buddy.map(people.contains) == true }
    }
    var places: Set<SchoolDay> = []
    for (place, chain) in cells where days.contains(place.day) {
      if chain.changes.values.contains(where: { speaks($0.body.spans) }) { places.insert(place) }
    }
    for (place, chain) in patterns {
      guard chain.changes.values.contains(where: { speaks($0.body.spans) }) else { continue }
      for day in days.all where day.weekday == place.weekday {
        places.insert(SchoolDay(day: day, school: place.school))
      }
    }
    return places
  }
}

extension Documents {
  /// A topic that somebody should be able to help with, and for which no profession is named.
  func lacksProfessions(_ topic: Topic) -> Bool {
    topic.id != Topic.notGiven && topic.id != Topic.other && topic.professions(for: nil).isEmpty
  }
}

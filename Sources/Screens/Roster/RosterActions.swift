// What the keys of Vagtplan do, and why one sometimes cannot do it now.

import Domain
import Reports

extension Desk {
  /// Does an action of the roster.
  mutating func performOnRoster(_ action: RosterAction) -> [Request] {
    let state = rosterState
    switch action {
    case .absence:
      guard let wanted = markedDuty else { return [] }
      var calm = state
      calm.isFilling = false
      screens.replace(with: .roster(calm))
      askForSubstitute(wanted)
    case .nextHole: return goToNextHole()
    case .takeShift: return takeShift()
    case .closeDay: return closeDay()
    case .cellHistory: if let place = state.place { open(.history(HistoryState(place: place))) }
    case .jumpToWeek: open(.entry(TypedEntry(.week)))
    case .ownShifts: if let me { open(.ownShifts(ownShifts(of: me.id, from: state.week))) }
    case .coverage: open(.coverage(CoverageState(day: state.day)))
    case .fairness: open(.fairness(fairness(in: ISOWeek.term(containing: state.day))))
    case .offerSwap: if let shift = markedShift(of: state) { open(.swapOffer(swapOffer(of: shift))) }
    case .swaps: openSwaps()
    case .proposal: openProposal(for: state.week)
    case .basePlan: open(.basePlan(state))
    case .exportRoster: open(.exports(exports(of: state)))
    case .reach: changeReach()
    case .part: screens.push(.planning(.entry(TypedEntry(.part))))
    case .share: markNext()
    case .earlier: move(by: -1)
    case .later: move(by: 1)
    case .term: switchTerm()
    case .another: return offerAnother()
    case .acceptAll: return askForAll()
    case .editDuty: editDuty()
    case .dayBuddy: if let shift = markedShift(of: state) { open(.dayBuddy(dayBuddy(of: shift))) }
    }
    return []
  }

  mutating func open(_ planning: Planning) { screens.push(.planning(planning)) }

  /// Why an action of the roster cannot be done now; nil when it can.
  func reason(against action: RosterAction) -> String? {
    switch action {
    case .absence, .nextHole, .takeShift, .closeDay, .offerSwap, .part, .reach, .dayBuddy:
      if let readOnlyReason { return readOnlyReason }
      if me == nil { return words("reason.nobody") }
      return reasonAgainstChange(action)
    case .swaps, .ownShifts: return me == nil ? words("reason.nobody") : nil
    case .proposal, .fairness: return reasonAgainstPlanning
    case .editDuty: return readOnlyReason ?? reasonAgainstPlanning
    case .share: return hasSeveralShares ? nil : words("roster.oneShare")
    case .another: return openProposal?.markedHole == nil ? words("proposal.nothing") : nil
    case .acceptAll:
      return readOnlyReason ?? (openProposal?.fills.isEmpty == false ? nil : words("proposal.nothing"))
    case .cellHistory, .jumpToWeek, .coverage, .basePlan, .exportRoster, .earlier, .later, .term: return nil
    }
  }

  private var reasonAgainstPlanning: String? {
    me?.role == .coordinator ? nil : words("roster.onlyCoordinator")
  }

  /// The past is frozen, a closed day has no duty, and a swap is for who has the duty.
  private func reasonAgainstChange(_ action: RosterAction) -> String? {
    let state = rosterState
    switch action {
    case .absence, .takeShift:
      if state.day < now.day { return words("roster.pastDay") }
      return markedDuty == nil ? words("roster.closedCell") : nil
    case .dayBuddy:
      if state.day < now.day { return words("roster.pastDay") }
      return markedShift(of: state) == nil ? words("dayBuddy.noDuty") : nil
    case .closeDay:
      if state.day < now.day { return words("roster.pastDay") }
      let isClosed = state.place.flatMap(picture.ledger.exception)?.source == .changed(.closed)
      return isClosed || markedDuty != nil ? nil : words("roster.closedCell")
    case .offerSwap:
      if state.day < now.day { return words("roster.pastDay") }
      return markedShift(of: state)?.colleague == me?.id ? nil : words("swap.onlyOwn")
    case .part:
      guard case .substitutes(let list) = screens.subject, list.reach == .day else {
        return words("substitutes.onlyOneDay")
      }
      return nil
    case .nextHole, .reach, .cellHistory, .jumpToWeek, .ownShifts, .coverage, .fairness, .swaps, .proposal,
      .basePlan,
      .exportRoster, .share, .earlier, .later, .term, .another, .acceptAll, .editDuty:
      return nil
    }
  }

  /// Tab: the next duty of the day, on the roster and in the form.
  private mutating func markNext() {
    if case .planning(.dutyForm(var form)) = screens.current {
      form.markNextShare()
      screens.replace(with: .planning(.dutyForm(form)))
    } else {
      markNextShare()
    }
  }

  private var hasSeveralShares: Bool {
    if case .planning(.dutyForm) = screens.subject { return true }
    let state = rosterState
    guard let school = state.school.flatMap(picture.documents.school) else { return false }
    return picture.roster.shifts(at: school, on: state.day).count > 1
  }

  /// The page before or after, of what is shown in weeks, months or terms.
  private mutating func move(by step: Int) {
    guard case .planning(let planning) = screens.current else { return }
    switch planning {
    case .ownShifts(let state):
      replace(
        .ownShifts(
          ownShifts(of: state.colleague, from: state.first.adding(weeks: step * OwnShiftsState.weeks))))
    case .fairness(let state):
      let week = step < 0 ? state.term.lowerBound.adding(weeks: -1) : state.term.upperBound.adding(weeks: 1)
      replace(.fairness(fairness(in: ISOWeek.term(containing: week.date(of: .thursday)))))
    case .coverage(let state): replace(.coverage(state.moved(by: step)))
    case .entry, .history, .swapOffer, .swaps, .proposal, .basePlan, .dutyForm, .people, .exports, .dayBuddy:
      break
    }
  }

  mutating func replace(_ planning: Planning) { screens.replace(with: .planning(planning)) }
}

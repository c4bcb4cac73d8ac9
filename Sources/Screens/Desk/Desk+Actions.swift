// What each action does, and why it sometimes cannot be done now.

import Canvas
import Domain

extension Desk {
  /// Does an action, or says why not.
  mutating func perform(_ action: Action) -> [Request] {
    if let reason = reason(against: action) {
      toast = Toast(text: reason, tone: .refused)
      return []
    }
    switch action {
    case .visit: openVisit()
    case .handovers: screens.push(.handovers(HandoversState(preselectedIn: self)))
    case .roster: openRoster()
    case .figures: return show(.week(now.week))
    case .directory: screens.push(.directory(DirectoryState()))
    case .search: screens.push(.directory(DirectoryState(picker: Picker(isFiltering: true))))
    case .log: screens.push(.log(LogState()))
    case .door: return toggleDoor()
    case .zero: return countZero()
    case .sparring: return countSparring()
    case .identity: screens.push(.who(WhoState(in: self)))
    case .blank: screens.push(.blank)
    case .undo: return undoLast()
    case .acute: if screens.current != .acute { screens.push(.acute) }
    case .help: screens.push(.help(HelpState()))
    case .commands: screens.push(.commands(CommandsState(on: screens.current, words: words)))
    case .back: goBack()
    case .quit: return quit()
    case .redraw: return [.redraw]
    case .takeOver, .decline, .missed, .withdraw, .offerAgain, .handOn, .undoTakeOver, .close:
      return performOnSelected(action)
    case .otherDay: chooseOtherDay()
    case .age: switchAge()
    case .mode: switchMode()
    case .agreedDay: switchAgreedDay()
    case .message: writeMessage()
    case .nothingFits: return recordNothingFits()
    case .offers: showOffers()
    case .chooseSchool: askForSchool()
    case .previousWeek, .nextWeek: move(weeks: action == .nextWeek ? 1 : -1)
    case .thisWeek: move(weeks: nil)
    case .edit: openEntries()
    case .editSchools: open(.schools)
    case .editColleagues: open(.colleagues)
    case .editTopics: open(.topics)
    case .editOffers: open(.offers)
    case .editCalendar: open(.calendar)
    case .editSettings: open(.settings)
    case .nextSubject, .previousSubject: moveSubject(by: action == .nextSubject ? 1 : -1)
    case .add: addEntry()
    case .remove: return removeEntry()
    case .confirm: return confirmEntry()
    case .save, .accept:
      if case .planning(.dutyForm(let form)) = screens.current { return saveDuty(form) }
      return saveForm(isAccepting: action == .accept)
    case .absence, .nextHole, .takeShift, .closeDay, .offerSwap, .swaps, .cellHistory, .share, .jumpToWeek,
      .ownShifts, .coverage, .fairness, .proposal, .basePlan, .exportRoster, .reach, .part, .earlier, .later,
      .term, .another, .acceptAll, .editDuty, .dayBuddy:
      return RosterAction(action).map { performOnRoster($0) } ?? []
    case .present, .before, .after, .weekFigures, .quarterFigures, .yearFigures, .trend, .jump, .export,
      .release, .meeting, .printMeeting:
      return performOnFigures(action)
    case .weekRecord, .recountWeek: return askAboutWeek(action)
    }
    return []
  }

  /// Where there are no schools none can be chosen.
  private var reasonWithoutSchool: String {
    words(picture.documents.schools.isEmpty ? "reason.noSchools" : "reason.noSchool")
  }

  /// Why an action cannot be done now; nil when it can.
  func reason(against action: Action) -> String? {
    switch action {
    case .visit, .zero, .sparring:
      return school == nil ? reasonWithoutSchool : readOnlyReason
    case .door:
      if school == nil { return reasonWithoutSchool }
      return me == nil ? words("reason.nobody") : readOnlyReason
    case .handovers: return me == nil ? words("reason.nobody") : nil
    case .undo: return nextUndo == nil ? words("reason.nothingToUndo") : readOnlyReason
    case .takeOver, .decline, .missed, .withdraw, .offerAgain, .handOn, .undoTakeOver, .close:
      return reasonAgainstStep(action)
    case .absence, .nextHole, .takeShift, .closeDay, .offerSwap, .swaps, .cellHistory, .share, .jumpToWeek,
      .ownShifts, .coverage, .fairness, .proposal, .basePlan, .exportRoster, .reach, .part, .earlier, .later,
      .term, .another, .acceptAll, .editDuty, .dayBuddy:
      return RosterAction(action).flatMap { reason(against: $0) }
    case .message:
      return picture.documents.settings.allowsPracticalMessage ? nil : words("message.off")
    case .nothingFits: return readOnlyReason
    case .add, .remove, .confirm, .save, .accept: return reasonAgainst(editing: action)
    case .edit, .editSchools, .editColleagues, .editTopics, .editOffers, .editCalendar, .editSettings,
      .nextSubject, .previousSubject:
      return nil
    case .release: return reasonAgainstRelease
    case .weekRecord, .recountWeek: return reasonAgainstWeek(action)
    case .roster, .directory, .figures, .log, .identity, .blank, .acute, .search, .commands, .help, .back,
      .quit, .redraw, .otherDay, .age, .mode, .agreedDay, .offers, .chooseSchool, .meeting, .printMeeting,
      .previousWeek, .nextWeek, .thisWeek, .present, .before, .after, .weekFigures, .quarterFigures,
      .yearFigures, .trend, .jump, .export:
      return nil
    }
  }

  /// Why nothing can be saved; a failed save may be tried again.
  var readOnlyReason: String? {
    if let reasonOfDelay { return reasonOfDelay }
    guard let readOnly = picture.readOnly else { return nil }
    if case .lastSaveFailed = readOnly { return nil }
    return words.readOnly(readOnly)
  }

  private mutating func openRoster() {
    let school = schoolID ?? picture.documents.schools(from: now.week).first?.id
    screens.push(.roster(RosterState(day: now.day, school: school)))
  }

  /// One step back. From the first screen it leads nowhere, and never out.
  mutating func goBack() {
    if case .roster(let state) = screens.current { nameHoles(leaving: state) }
    if screens.earlier.isEmpty {
      if screens.current != .today, screens.current != .start { screens.reset() }
    } else {
      screens.pop()
    }
  }

  /// Something stays behind that has to be named first.
  var asksBeforeQuitting: Bool { isMyDoorOpen || !heldByMe.isEmpty }

  private mutating func quit() -> [Request] {
    guard asksBeforeQuitting else { return [.quit] }
    return ask(.quit(offered: []))
  }

  private mutating func move(weeks: Int?) {
    switch screens.current {
    case .roster(var state):
      if weeks != nil { nameHoles(leaving: state) }
      state.day = weeks.map { state.day.adding(days: 7 * $0) } ?? now.day
      state.share = 0
      screens.replace(with: .roster(state))
    case .planning(.basePlan(var state)):
      state.day = weeks.map { state.day.adding(days: 7 * $0) } ?? now.day
      replace(.basePlan(state))
    case .planning(.coverage(var state)):
      state.day = now.day
      replace(.coverage(state))
    case .meeting(let state):
      screens.replace(with: .meeting(MeetingState(week: weeks.map(state.week.adding) ?? now.week)))
    case .today, .start, .who, .visit, .receivers, .consent, .receipt, .handovers, .closing, .question,
      .directory, .figures, .substitutes, .planning, .log, .acute, .help, .commands, .entries, .form, .blank:
      break
    }
  }
}

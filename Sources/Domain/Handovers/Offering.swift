// To whom a handover can be offered, for which day, and whose handovers must move on.

extension Documents {
  /// Whether a handover can be offered to a colleague, with the day agreed on if there is one: to nobody who
  /// is not here on either day, and not for a day that is past or no school day. Throws why not.
  package func checkOffer(
    to receiver: Colleague.ID, agreed day: CivilDate?, at school: School.ID, on today: CivilDate
  ) throws(HandoverRefusal) {
    if let day { try checkAgreedDay(day, at: school, on: today) }
    for day in [today, day ?? today] {
      if let refusal = reasonAgainstGiving(to: receiver, on: day) { throw .receiver(refusal) }
    }
  }

  /// Whether somebody who takes over, or whose word for it is passed on, can be given the handover.
  package func checkTakingOver(
    _ handover: Handover, by actor: HandoverActor, on day: CivilDate
  ) throws(HandoverRefusal) {
    let isOwn = handover.takingOver(by: actor) == .steppingIn
    guard let holder = isOwn ? actor.colleague : handover.entry?.receiver,
      let refusal = reasonAgainstGiving(to: holder, on: day)
    else { return }
    throw .receiver(refusal)
  }

  /// The agreed day is a school day from today on. Monday to Friday are, also where this door is not open
  /// on that weekday: who takes over may sit elsewhere.
  private func checkAgreedDay(
    _ day: CivilDate, at school: School.ID, on today: CivilDate
  ) throws(HandoverRefusal) {
    guard day >= today else { throw .dayIsPast(day) }
    guard let school = self.school(school) else { return }
    switch schoolCalendar.day(day, at: school) {
    case .open: return
    case .closed(.notThisWeekday) where day.weekday <= .friday: return
    case .closed(let closure): throw .noSchoolDay(day, closure)
    }
  }
}

extension Documents {
  /// How long before somebody leaves their handovers must move on.
  private static let noticeDays = 14

  /// Whether a handover has to be handed on because its holder has left, or leaves within two weeks.
  package func mustMoveOn(_ handover: Handover, on day: CivilDate) -> Bool {
    guard let holder = handover.holder else { return false }
    return reasonAgainstGiving(to: holder, on: day) != nil
      || reasonAgainstGiving(to: holder, on: day.adding(days: Self.noticeDays)) != nil
  }
}

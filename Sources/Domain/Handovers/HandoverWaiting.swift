// How long a handover has been without an answer, and when somebody is reminded of it.

extension FolderPicture {
  /// The opening days of its school since it began to wait, today included; nil when nobody is waited
  /// for any more, or the school is unknown.
  package func schoolDaysWaited(_ handover: Handover, on day: CivilDate) -> Int? {
    guard handover.state.isWithSender, let school = documents.school(handover.school) else { return nil }
    return documents.schoolCalendar.openingDays(after: handover.waitingSince, through: day, at: school)
  }

  /// Whether its holder is reminded that day: it has waited for as many school days as the settings say,
  /// and nobody has taken over.
  package func isReminded(_ handover: Handover, on day: CivilDate) -> Bool {
    let limit = documents.settings.reminderSchoolDays
    return schoolDaysWaited(handover, on: day).map { $0 >= max(1, limit) } ?? false
  }

  /// Whether it has waited too long, in calendar days.
  package func isLongWait(_ handover: Handover, on day: CivilDate) -> Bool {
    handover.isLongWait(on: day, limitDays: documents.settings.longWaitDays)
  }

  /// The open handovers whose answer is a colleague's to give on a day: the receiver's, or the makker's
  /// while the receiver is absent. Oldest first.
  package func waiting(for colleague: Colleague, on day: CivilDate) -> [Handover] {
    var absent: [Colleague.ID: Bool] = [:]
    return openHandovers.filter { handover in
      guard handover.state == .offered, let receiver = handover.entry?.receiver else { return false }
      if receiver == colleague.id { return true }
      // Whom the colleague steps in for is asked once.
      let stepsIn = absent[receiver] ?? actor(colleague, on: handover, day: day).stepsInForReceiver
      absent[receiver] = stepsIn
      return stepsIn && handover.entry?.sender != colleague.id
    }
  }
}

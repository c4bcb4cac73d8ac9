// The roster as a calendar file: an event for each shift, cancelled ones among them, for a calendar of
// their own in Outlook, Google or any other program.

import Domain
import Resources

/// The shifts of some weeks for a calendar program.
package struct RosterCalendar: Sendable {
  /// A shift, or one that was taken away from somebody.
  struct Event: Equatable {
    var school: School
    var day: CivilDate
    var span: DutySpan
    /// Tells two shares of one colleague at one school on one day apart.
    var number: Int
    var isCancelled: Bool
    /// Rises with every change of the place, so that a calendar program takes the newer one.
    var sequence: Int
    var changed: UTCTime?
  }

  let events: [Event]
  private let documents: Documents

  /// All schools or one; all colleagues or one's own shifts.
  package init(
    _ picture: FolderPicture, weeks: ClosedRange<ISOWeek>, school: School.ID? = nil,
    colleague: Colleague.ID? = nil
  ) {
    documents = picture.documents
    let roster = picture.roster
    let schools = documents.schools.filter { school == nil || $0.id == school }
    events = DateSpan(weeks: weeks).all.flatMap { day in
      schools.flatMap { Self.events(at: $0, on: day, roster) }
    }.filter { colleague == nil || $0.span.colleague == colleague }
  }

  private static func events(at school: School, on day: CivilDate, _ roster: Roster) -> [Event] {
    let changes = PlaceChanges(at: school.id, on: day, roster.ledger)
    func event(_ span: DutySpan, _ number: Int, isCancelled: Bool) -> Event {
      Event(
        school: school, day: day, span: span, number: number, isCancelled: isCancelled,
        sequence: max(0, 2 * changes.count - 2) + (isCancelled ? 1 : 0), changed: changes.latest)
    }
    let shifts: [Shift]
    switch roster.coverage(at: school, on: day) {
    // Nobody was ever planned for a day that the calendar closes.
    case .closed(.closedForTheDay): shifts = []
    case .closed: return []
    case .nobody: shifts = []
    case .staffed(let staffed): shifts = staffed
    }
    var numbers: [Colleague.ID: Int] = [:]
    let standing = shifts.map { shift in
      numbers[shift.colleague, default: 0] += 1
      let span = DutySpan(colleague: shift.colleague, buddy: shift.buddy, hours: shift.hours)
      return event(span, numbers[shift.colleague] ?? 1, isCancelled: false)
    }
    let cancelled = changes.shares.sorted { $0.key < $1.key }.flatMap { colleague, held in
      held.enumerated().dropFirst(numbers[colleague] ?? 0)
        .map { event($0.element, $0.offset + 1, isCancelled: true) }
    }
    return standing + cancelled
  }

  /// The file. `now` is when it was made.
  package func file(_ words: Words, now: UTCTime) -> [UInt8] {
    var text = ICalendarText()
    text.add("BEGIN", "VCALENDAR")
    text.add("VERSION", "2.0")
    text.add("PRODID", "-//Elevtjenesten//Vagtplan//\(words.language == .danish ? "DA" : "EN")")
    text.add("CALSCALE", "GREGORIAN")
    text.add("METHOD", "PUBLISH")
    text.add("X-WR-CALNAME", text: "Elevtjenesten")
    text.add("X-WR-TIMEZONE", ICalendarText.zone)
    text.addZone()
    for event in events { add(event, to: &text, words, now) }
    text.add("END", "VCALENDAR")
    return text.bytes
  }

  private func add(_ event: Event, to text: inout ICalendarText, _ words: Words, _ now: UTCTime) {
    func name(_ id: Colleague.ID) -> String { documents.colleague(id)?.name ?? id.text }
    let zone = ";TZID=" + ICalendarText.zone
    let buddy = event.span.buddy.map { words("ics.buddy", ["name": name($0)]) } ?? words("ics.noBuddy")
    text.add("BEGIN", "VEVENT")
    text.add(
      "UID", "vagt-\(event.day)-\(event.school.id)-\(event.span.colleague)-\(event.number)@elevtjenesten")
    text.add("DTSTAMP", ICalendarText.utc(now))
    if let changed = event.changed { text.add("LAST-MODIFIED", ICalendarText.utc(changed)) }
    text.add("SEQUENCE", String(event.sequence))
    text.add("DTSTART" + zone, ICalendarText.local(event.day, event.span.hours.from))
    text.add("DTEND" + zone, ICalendarText.local(event.day, event.span.hours.to))
    text.add(
      "SUMMARY",
      text: words("ics.summary", ["school": event.school.name, "name": name(event.span.colleague)]))
    text.add("LOCATION", text: event.school.name)
    text.add("DESCRIPTION", text: event.isCancelled ? words("ics.cancelled") : buddy)
    text.add("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
    text.add("END", "VEVENT")
  }
}

/// All that was ever decided of a school on a day, by the base roster and for the day itself.
private struct PlaceChanges {
  private(set) var count = 0
  private(set) var latest: UTCTime?
  /// Everybody's shares of the day by number, as many as there were at once, each as it was last.
  private(set) var shares: [Colleague.ID: [DutySpan]] = [:]

  init(at school: School.ID, on day: CivilDate, _ ledger: Ledger) {
    let week = ISOWeek(containing: day)
    let patterns = ledger.patterns[PatternPlace(school: school, weekday: day.weekday)]?.changes.values
      .map(\.body).filter { $0.from <= day && $0.rhythm.includes(week) }
    let cells = ledger.cells[SchoolDay(day: day, school: school)]?.changes.values.map(\.body)
    let all =
      (patterns ?? []).map { ($0.at, $0.id, $0.spans) } + (cells ?? []).map { ($0.at, $0.id, $0.spans) }
    for (at, _, duties) in all.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
      count += 1
      latest = at
      let own = Dictionary(grouping: duties.sorted { $0.hours.from < $1.hours.from }, by: \.colleague)
      shares.merge(own) { old, new in new + old.dropFirst(new.count) }
    }
  }
}

// Short ways to write days, times, ids, people and events in these tests. All people are invented.

import Domain

func day(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("\(text) is no day") }
  return date
}

func clock(_ text: String) -> ClockTime {
  guard let time = ClockTime(text) else { preconditionFailure("\(text) is no time") }
  return time
}

/// `span("09:30-13:30")`
func span(_ text: String) -> TimeSpan {
  let ends = text.split(separator: "-")
  return TimeSpan(from: clock(String(ends[0])), to: clock(String(ends[1])))
}

func utc(_ text: String) -> UTCTime {
  guard let time = UTCTime(text) else { preconditionFailure("\(text) is no moment") }
  return time
}

/// A moment in winter, when Denmark is one hour ahead of world time.
func moment(_ date: String, _ time: String) -> Moment {
  let (date, time) = (day(date), clock(time))
  return Moment(
    day: date, time: time, utc: UTCTime(seconds: date.dayNumber * 86_400 + (time.minutes - 60) * 60))
}

func week(_ text: String) -> ISOWeek {
  guard let week = ISOWeek(text) else { preconditionFailure("\(text) is no week") }
  return week
}

func id(_ number: Int) -> RecordID { RecordID(high: 0, low: UInt64(number)) }

/// A place in the log; the hash is spread so that it does not follow the sequence.
func origin(_ sequence: Int, writer: String = "euc-1111111111111111", hash: UInt64? = nil) -> Origin {
  let spread = UInt64(truncatingIfNeeded: sequence) &* 0x9e37_79b9_7f4a_7c15
  return Origin(writer: writer, sequence: sequence, hash: RecordHash(high: hash ?? spread, low: 1))
}

func duty(
  _ colleague: Colleague.ID, _ buddy: Colleague.ID? = nil, _ hours: String = "09:30-13:30"
) -> DutySpan {
  DutySpan(colleague: colleague, buddy: buddy, hours: span(hours))
}

let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

func school(
  _ id: School.ID, opened: String = "2017-09-04", on days: [Weekday] = weekdays,
  hours: String = "09:30-13:30"
) -> School {
  School(
    id: id, name: id.text, opened: day(opened),
    hours: days.map { OpeningHours(weekday: $0, span: span(hours)) },
    teacherBreak: span("11:30-11:50"))
}

func colleague(
  _ id: Colleague.ID, _ name: String = "", profession: Profession.ID = "mentor", isFloater: Bool = false,
  ages: AgeRange? = nil, away: [DateSpan] = [], from: String? = nil, to: String? = nil
) -> Colleague {
  Colleague(
    id: id, name: name.isEmpty ? id.text : name, profession: profession, isFloater: isFloater, ages: ages,
    away: away, from: from.map(day), to: to.map(day))
}

func days(_ from: String, _ to: String) -> DateSpan { DateSpan(from: day(from), to: day(to)) }

func pattern(
  _ number: Int, after: Int = 0, at school: School.ID, on weekday: Weekday, _ spans: [DutySpan],
  from: String = "2025-08-11", rhythm: Rhythm = Rhythm(every: 1, week: week("2025-W33")),
  time: String = "2025-08-01T08:00:00Z"
) -> Event {
  .pattern(
    PatternChange(
      id: id(number), after: id(after), at: utc(time), by: nil, from: day(from), rhythm: rhythm,
      school: school, spans: spans, weekday: weekday))
}

func cell(
  _ number: Int, after: Int = 0, at school: School.ID, on date: String, _ spans: [DutySpan],
  cause: CellChange.Cause = .plan, asked: Colleague.ID? = nil, time: String = "2026-03-01T08:00:00Z"
) -> Event {
  .cell(
    CellChange(
      id: id(number), after: id(after), asked: asked, at: utc(time), by: nil, cause: cause, day: day(date),
      school: school, spans: spans))
}

func door(
  _ number: Int, _ school: School.ID, on date: String, isOpen: Bool, time: String = "2026-03-05T08:30:00Z"
) -> Event {
  .door(DoorChange(id: id(number), at: utc(time), by: nil, day: day(date), isOpen: isOpen, school: school))
}

func visit(_ number: Int, _ school: School.ID, on date: String, outcome: Outcome = .doneHere) -> Event {
  .visit(Visit(id: id(number), day: day(date), school: school, topic: "trivsel", outcome: outcome))
}

func tick(_ number: Int, _ school: School.ID, on date: String) -> Tick {
  Tick(id: id(number), day: day(date), school: school)
}

/// A ledger of these events, written one after another by one writer.
func ledger(_ events: [Event]) -> Ledger {
  var ledger = Ledger()
  for (index, event) in events.enumerated() { ledger.apply(event, origin: origin(index + 2)) }
  return ledger
}

func picture(
  schools: [School], colleagues: [Colleague], events: [Event] = [], calendar: [CalendarEntry] = [],
  topics: [Topic] = []
) -> FolderPicture {
  FolderPicture(
    documents: Documents(
      settings: Settings(name: "Prøve"), schools: schools, colleagues: colleagues, topics: topics,
      calendar: calendar),
    ledger: ledger(events))
}

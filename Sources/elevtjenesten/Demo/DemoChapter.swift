// What the generator hands over: the events of one day, by writer, and the files of open handovers.

import Domain

/// The file of an open handover, before its writer is known.
struct DemoHandoverFile: Equatable, Sendable {
  var handover: Handover.ID
  var offer: RecordID
  var school: School.ID
  var entry: HandoverEntry
}

/// One day of the made-up past.
struct DemoChapter: Sendable {
  var day: CivilDate
  /// In the order in which they are written, each with the school whose writer writes it.
  var events: [(school: School.ID, event: Event)] = []
  var files: [DemoHandoverFile] = []

  init(day: CivilDate) {
    self.day = day
  }

  mutating func add(_ event: Event, at school: School.ID) {
    events.append((school, event))
  }
}

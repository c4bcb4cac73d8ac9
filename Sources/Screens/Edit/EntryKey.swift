// Which entry of which document is being changed.

import Domain

/// An entry of a document by what makes it one and the same.
enum EntryKey: Equatable, Sendable {
  case settings
  case school(School.ID)
  case colleague(Colleague.ID)
  case topic(Topic.ID)
  case offer(Offer.ID)
  /// Calendar entries have no id: year, name, first day and schools together are theirs.
  case calendar(schoolYear: String, name: String, from: CivilDate, schools: Set<School.ID>?)

  init(_ entry: CalendarEntry) {
    self = .calendar(
      schoolYear: entry.schoolYear, name: entry.name, from: entry.days.from, schools: entry.schools)
  }

  /// The document it stands in.
  var subject: DocumentSubject {
    switch self {
    case .settings: .settings
    case .school: .schools
    case .colleague: .colleagues
    case .topic: .topics
    case .offer: .offers
    case .calendar: .calendar
    }
  }
}

extension Documents {
  /// The entry as it stands in the calendar.
  func calendarEntry(_ key: EntryKey) -> CalendarEntry? { calendar.first { EntryKey($0) == key } }

  func offer(_ id: Offer.ID) -> Offer? { offers.first { $0.id == id } }

  /// Whether the entry is still there.
  func has(_ key: EntryKey) -> Bool {
    switch key {
    case .settings: true
    case .school(let id): school(id) != nil
    case .colleague(let id): colleague(id) != nil
    case .topic(let id): topic(id) != nil
    case .offer(let id): offer(id) != nil
    case .calendar: calendarEntry(key) != nil
    }
  }

  /// What people call it.
  func name(of key: EntryKey, label: (Label) -> String) -> String {
    switch key {
    case .settings: settings.name
    case .school(let id): school(id)?.name ?? id.text
    case .colleague(let id): colleague(id)?.name ?? id.text
    case .topic(let id): topic(id).map { label($0.label) } ?? id.text
    case .offer(let id): offer(id)?.name ?? id.text
    case .calendar(_, let name, _, _): name
    }
  }

  /// The documents without an entry.
  func removing(_ key: EntryKey) -> Documents {
    var documents = self
    switch key {
    case .settings: break
    case .school(let id): documents.schools.removeAll { $0.id == id }
    case .colleague(let id): documents.colleagues.removeAll { $0.id == id }
    case .topic(let id): documents.topics.removeAll { $0.id == id }
    case .offer(let id): documents.offers.removeAll { $0.id == id }
    case .calendar: documents.calendar.removeAll { EntryKey($0) == key }
    }
    return documents
  }

  /// The documents with an entry confirmed on a day; nil where an entry holds no such date.
  func confirming(_ key: EntryKey, on day: CivilDate) -> Documents? {
    var documents = self
    switch key {
    case .settings: documents.settings.emergencyConfirmed = day
    case .colleague(let id):
      for place in colleagues.indices where colleagues[place].id == id {
        documents.colleagues[place].confirmed = day
      }
    case .offer(let id):
      for place in offers.indices where offers[place].id == id { documents.offers[place].confirmed = day }
    case .calendar:
      for place in calendar.indices where EntryKey(calendar[place]) == key {
        documents.calendar[place].confirmed = day
      }
    case .school, .topic: return nil
    }
    return documents
  }
}

extension Array {
  /// Replaces the first element that matches, or appends.
  mutating func put(_ element: Element, where matches: (Element) -> Bool) {
    if let place = firstIndex(where: matches) { self[place] = element } else { append(element) }
  }
}

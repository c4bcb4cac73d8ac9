// The documents that people edit, as one value.

/// Settings, schools, colleagues, topics, calendar and offers of a folder.
package struct Documents: Equatable, Sendable {
  package var settings: Settings
  package var schools: [School]
  package var colleagues: [Colleague]
  package var topics: [Topic]
  /// The version of the topic list; it goes into every export.
  package var topicsVersion: Int
  package var calendar: [CalendarEntry]
  package var offers: [Offer]

  package init(
    settings: Settings, schools: [School] = [], colleagues: [Colleague] = [], topics: [Topic] = [],
    topicsVersion: Int = 1, calendar: [CalendarEntry] = [], offers: [Offer] = []
  ) {
    self.settings = settings
    self.schools = schools
    self.colleagues = colleagues
    self.topics = topics
    self.topicsVersion = topicsVersion
    self.calendar = calendar
    self.offers = offers
  }

  /// The topics that can be chosen.
  package var topicsInUse: [Topic] { topics.filter { !$0.isRetired } }

  package func school(_ id: School.ID) -> School? { schools.first { $0.id == id } }
  package func colleague(_ id: Colleague.ID) -> Colleague? { colleagues.first { $0.id == id } }
  package func topic(_ id: Topic.ID) -> Topic? { topics.first { $0.id == id } }
  package func profession(_ id: Profession.ID) -> Profession? { settings.professions.first { $0.id == id } }

  /// The computed holidays and the calendar document together.
  package var schoolCalendar: SchoolCalendar { SchoolCalendar(entries: calendar) }
}

// From the values of the Domain to what stands in the documents.

import Domain

/// Writes entries as JSON.
enum DocumentEncoding {
  /// One entry of a list and what makes it one and the same.
  struct Entry: Equatable {
    var key: String
    var members: [String: JSONValue]
  }

  /// The entries of a document; nil for the settings, which are one object.
  static func entries(of name: DocumentName, in documents: Documents) -> [Entry]? {
    switch name {
    case .settings: nil
    case .schools: documents.schools.map { Entry(key: $0.id.folded, members: school($0)) }
    case .colleagues: documents.colleagues.map { Entry(key: $0.id.folded, members: colleague($0)) }
    case .topics: documents.topics.map { Entry(key: $0.id.folded, members: topic($0)) }
    case .calendar: documents.calendar.map { Entry(key: key($0), members: calendar($0)) }
    case .offers: documents.offers.map { Entry(key: $0.id.folded, members: offer($0)) }
    }
  }

  /// The field by which an entry is told from the others, or where a fault of that kind is shown.
  static func idField(of name: DocumentName) -> String {
    switch name {
    case .settings, .schools, .colleagues, .offers: "id"
    case .topics: "code"
    case .calendar: "from"
    }
  }

  /// What makes an entry of a file one and the same; nil when it has nothing of the kind.
  static func key(of entry: JSONValue, in name: DocumentName) -> String? {
    guard case .string(let text)? = entry[idField(of: name)] else { return nil }
    guard name == .calendar else { return name == .settings ? nil : IDForm.folded(text) }
    guard case .string(let year)? = entry["schoolYear"], case .string(let title)? = entry["name"] else {
      return nil
    }
    var schools: [String] = []
    if case .list(let values)? = entry["schools"] {
      for case .string(let school) in values { schools.append(IDForm.folded(school)) }
    }
    return ([year, title, text] + (schools.isEmpty ? ["*"] : schools.sorted())).joined(separator: "|")
  }

  private static func key(_ entry: CalendarEntry) -> String {
    let schools = entry.schools.map { $0.map(\.folded).sorted() } ?? ["*"]
    return ([entry.schoolYear, entry.name, entry.days.from.description] + schools).joined(separator: "|")
  }

  static func settings(_ settings: Settings) -> [String: JSONValue] {
    [
      "name": .string(settings.name), "demo": .bool(settings.isDemo),
      "language": .string(settings.language.rawValue),
      "limits": .object([
        "reminderSchoolDays": .integer(settings.reminderSchoolDays),
        "longWaitDays": .integer(settings.longWaitDays),
      ]),
      "roundingBase": .integer(settings.roundingBase), "retentionWeeks": .integer(settings.retentionWeeks),
      "practicalMessage": .bool(settings.allowsPracticalMessage),
      "exportFolder": text(settings.exportFolder), "exportFolderShown": text(settings.exportFolderShown),
      "goals": .list(
        settings.goals.map { .object(["code": .string($0.code), "target": .integer($0.target)]) }),
      "emergency": .object([
        "confirmed": date(settings.emergencyConfirmed),
        "numbers": .list(
          settings.emergencyNumbers.map {
            .object(["name": .string($0.name), "number": .string($0.number), "hours": .string($0.hours)])
          }),
      ]),
      "notification": .list(settings.notification.map { .string($0) }),
      "professions": .list(
        settings.professions.map { .object(["code": .string($0.id.text), "label": label($0.label)]) }),
    ]
  }

  private static func school(_ school: School) -> [String: JSONValue] {
    var members: [String: JSONValue] = [
      "id": .string(school.id.text), "name": .string(school.name), "kind": .string(school.kind.rawValue),
      "opened": .string(school.opened.description), "hours": hours(school.hours),
      "teacherBreak": school.teacherBreak.map { .object(span($0)) } ?? .null,
      "small": .bool(school.isSmall), "pilot": .bool(school.isPilot),
    ]
    // Only where it is set, as with the hours: files of schools that go on stay as they were.
    if let closed = school.closed { members["closed"] = date(closed) }
    return members
  }

  /// The hours of a school. The day since when they hold is written only where there is one.
  static func hours(_ hours: [OpeningHours]) -> JSONValue {
    .list(
      hours.map { hours in
        var members = hours.span.map(span) ?? ["from": .null, "to": .null]
        members["weekday"] = .integer(hours.weekday.rawValue)
        if let since = hours.since { members["since"] = date(since) }
        return .object(members)
      })
  }

  private static func colleague(_ colleague: Colleague) -> [String: JSONValue] {
    [
      "id": .string(colleague.id.text), "name": .string(colleague.name),
      "profession": .string(colleague.profession.text), "employer": .string(colleague.employer.rawValue),
      "school": text(colleague.school?.text), "competences": .list(colleague.competences.map { .string($0) }),
      "floater": .bool(colleague.isFloater), "role": .string(colleague.role.rawValue),
      "login": text(colleague.login), "workPhone": text(colleague.workPhone),
      "workMail": text(colleague.workMail), "place": text(colleague.place),
      "ages": colleague.ages.map(ages) ?? .null,
      "weekdays": .list(colleague.weekdays.sorted().map { .integer($0.rawValue) }),
      "away": .list(
        colleague.away.map {
          .object(["from": .string($0.from.description), "to": .string($0.to.description)])
        }),
      "from": date(colleague.from), "to": date(colleague.to), "confirmed": date(colleague.confirmed),
    ]
  }

  private static func topic(_ topic: Topic) -> [String: JSONValue] {
    [
      "code": .string(topic.id.text), "key": .string(topic.key.map(String.init) ?? "Enter"),
      "label": label(topic.label), "professions": .list(topic.professions.map { .string($0.text) }),
      "routes": .list(topic.routes.map(route)),
      "retired": .bool(topic.isRetired),
    ]
  }

  private static func route(_ route: Route) -> JSONValue {
    .object([
      "ages": ages(route.ages), "professions": .list(route.professions.map { .string($0.text) }),
      "when": route.condition.map(label) ?? .null,
    ])
  }

  private static func calendar(_ entry: CalendarEntry) -> [String: JSONValue] {
    [
      "schoolYear": .string(entry.schoolYear), "name": .string(entry.name),
      "kind": .string(entry.kind.rawValue), "from": .string(entry.days.from.description),
      "to": .string(entry.days.to.description),
      "schools": .list(entry.schools.map { $0.sorted().map { .string($0.text) } } ?? [.string("*")]),
      "hours": entry.hours.map { .object(span($0)) } ?? .null, "source": .string(entry.source),
      "confirmed": date(entry.confirmed),
    ]
  }

  private static func offer(_ offer: Offer) -> [String: JSONValue] {
    [
      "id": .string(offer.id.text), "name": .string(offer.name), "ages": ages(offer.ages),
      "topics": .list(offer.topics.map { .string($0.text) }), "free": .bool(offer.isFree),
      "anonymous": .bool(offer.isAnonymous), "forParents": .bool(offer.isForParents),
      "contact": .string(offer.contact), "confirmed": date(offer.confirmed),
    ]
  }

  // MARK: Values

  private static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  private static func date(_ value: CivilDate?) -> JSONValue { text(value?.description) }

  private static func label(_ label: Label) -> JSONValue {
    .object(["da": .string(label.danish), "en": .string(label.english)])
  }

  private static func span(_ span: TimeSpan) -> [String: JSONValue] {
    ["from": .string(span.from.description), "to": .string(span.to.description)]
  }

  private static func ages(_ ages: AgeRange) -> JSONValue {
    .object([
      "from": ages.from.map { .integer($0) } ?? .null, "to": ages.to.map { .integer($0) } ?? .null,
    ])
  }
}

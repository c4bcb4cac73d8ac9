// What stands in each document: from its entries to the values of the Domain.

import Domain

/// Reads whole documents.
enum DocumentCoding {
  /// The entries of a list under the document's own name, each id once. An entry with a fault is left out,
  /// but its id is taken.
  static func entries<Entry>(
    of document: JSONValue, _ faults: FaultList, _ read: (FieldReader) -> Entry?
  ) -> [Entry] {
    let name = faults.document
    guard let root = FieldReader(document, path: "", faults: faults) else { return [] }
    guard root.required(name.rawValue) != nil else { return [] }
    var seen: [String: String] = [:]
    var kept: Set<String> = []
    return root.objects(name.rawValue).compactMap { reader in
      let entry = read(reader)
      let value = JSONValue.object(reader.members)
      guard let key = DocumentEncoding.key(of: value, in: name) else { return entry }
      let field = DocumentEncoding.idField(of: name)
      if case .string(let found)? = value[field] {
        if let first = seen[key] { reader.note(.twice(found, like: first), at: field) }
        seen[key] = seen[key] ?? found
      }
      guard let entry, kept.insert(key).inserted else { return nil }
      return entry
    }
  }

  static func schools(_ document: JSONValue, _ faults: FaultList) -> [School] {
    entries(of: document, faults) { reader -> School? in
      let id: School.ID? = reader.id("id")
      let name = reader.text("name")
      let kind: School.Kind? = reader.word("kind", standard: .youth)
      let opened = reader.date("opened")
      let closed = reader.optionalDate("closed")
      if let opened, let closed, closed < opened { reader.note(.closedBeforeOpened(opened), at: "closed") }
      let hours = openingHours(reader)
      let teacherBreak = reader.object("teacherBreak")?.timeSpan()
      let isSmall = reader.bool("small", standard: false)
      let isPilot = reader.bool("pilot", standard: false)
      guard let id, let name, let kind, let opened else { return nil }
      return School(
        id: id, name: name, kind: kind, opened: opened, closed: closed, hours: hours,
        teacherBreak: teacherBreak, isSmall: isSmall, isPilot: isPilot)
    }
  }

  /// The hours of a school, each with the day from which it holds. What begins on the same day is one
  /// change, and may not say two things of a minute.
  private static func openingHours(_ school: FieldReader) -> [OpeningHours] {
    var read: [OpeningHours] = []
    for hours in school.objects("hours") {
      let weekday = hours.required("weekday").flatMap { hours.weekday($0, at: hours.place(of: "weekday")) }
      let since = hours.optionalDate("since")
      let isSinceRead = since != nil || hours.value("since") == nil
      let isEnd = since != nil && hours.value("from") == nil && hours.value("to") == nil
      let span = isEnd ? nil : hours.timeSpan()
      guard let weekday, isSinceRead, isEnd || span != nil else { continue }
      let entry = OpeningHours(weekday: weekday, span: span, since: since)
      if since != nil, read.contains(where: { entry.contradicts($0) }) {
        hours.note(.overlapping, at: isEnd ? "since" : "from")
      }
      read.append(entry)
    }
    return read
  }

  static func colleagues(_ document: JSONValue, _ faults: FaultList) -> [Colleague] {
    entries(of: document, faults, colleague)
  }

  private static func colleague(_ reader: FieldReader) -> Colleague? {
    let id: Colleague.ID? = reader.id("id")
    let name = reader.text("name")
    let profession: Profession.ID? = reader.id("profession")
    let employer: Employer? = reader.word("employer", standard: .municipality)
    let school: School.ID? = reader.optionalID("school")
    let competences = reader.texts("competences")
    let role: Role? = reader.word("role", standard: .staff)
    let login = reader.optionalText("login", .contact)
    let place = reader.optionalText("place")
    let phone = reader.optionalText("workPhone", limit: 40, .contact)
    let mail = reader.optionalText("workMail", .contact)
    let helps = competences.isEmpty ? nil : competences.joined(separator: " ")
    let runs = reader.keysOfRuns(over: ["name": name, "competences": helps, "place": place])
    let weekdays =
      reader.value("weekdays") == nil
      ? [.monday, .tuesday, .wednesday, .thursday, .friday]
      : Set(reader.list("weekdays").compactMap { reader.weekday($0.value, at: $0.path) })
    let away = reader.objects("away").compactMap { $0.dateSpan() }
    let from = reader.optionalDate("from")
    let to = reader.optionalDate("to")
    if let from, let to, to < from { reader.note(.reversed, at: "to") }
    let isFloater = reader.bool("floater", standard: false)
    let confirmed = reader.optionalDate("confirmed")
    let ages = reader.ages("ages")
    guard let id, let name, let profession, let employer, let role else { return nil }
    return Colleague(
      id: id, name: runs.contains("name") ? TextGuard.hidden : name, profession: profession,
      employer: employer, school: school, competences: runs.contains("competences") ? [] : competences,
      isFloater: isFloater, role: role, login: login, workPhone: phone, workMail: mail,
      place: runs.contains("place") ? nil : place, ages: ages, weekdays: weekdays, away: away, from: from,
      to: to,
      confirmed: confirmed)
  }

  static func topics(_ document: JSONValue, _ faults: FaultList) -> [Topic] {
    entries(of: document, faults) { reader -> Topic? in
      let code: Topic.ID? = reader.id("code")
      let label = reader.label("label")
      let professions: [Profession.ID] = reader.ids("professions")
      let routes = reader.objects("routes").map { route in
        Route(
          ages: route.ages("ages") ?? AgeRange(from: nil, to: nil), professions: route.ids("professions"),
          condition: route.value("when") == nil ? nil : route.label("when"))
      }
      var key: Character?
      switch reader.value("key") {
      case nil, .string("Enter"): key = nil
      case .string(let text) where text.count == 1: key = text.first
      case .string, .null, .bool, .integer, .number, .list, .object: reader.note(.badKey, at: "key")
      }
      let isRetired = reader.bool("retired", standard: false)
      guard let code, let label else { return nil }
      return Topic(
        id: code, key: key, label: label, professions: professions, routes: routes, isRetired: isRetired)
    }
  }

  static func offers(_ document: JSONValue, _ faults: FaultList) -> [Offer] {
    entries(of: document, faults) { reader -> Offer? in
      let id: Offer.ID? = reader.id("id")
      let name = reader.text("name")
      let ages = reader.ages("ages") ?? AgeRange(from: nil, to: nil)
      let topics: [Topic.ID] = reader.ids("topics")
      let contact = reader.optionalText("contact", limit: 200, .contact) ?? ""
      let runs = reader.keysOfRuns(over: ["name": name, "contact": contact], .contact)
      let confirmed = reader.optionalDate("confirmed")
      let isFree = reader.bool("free", standard: true)
      let isAnonymous = reader.bool("anonymous", standard: false)
      let isForParents = reader.bool("forParents", standard: false)
      guard let id, let name else { return nil }
      return Offer(
        id: id, name: runs.isEmpty ? name : TextGuard.hidden, ages: ages, topics: topics, isFree: isFree,
        isAnonymous: isAnonymous, isForParents: isForParents, contact: runs.isEmpty ? contact : "",
        confirmed: confirmed)
    }
  }
}

extension OpeningHours {
  /// Both begin on the same day, and say different things of some minute of the weekday.
  fileprivate func contradicts(_ other: OpeningHours) -> Bool {
    guard weekday == other.weekday, since == other.since else { return false }
    guard let span, let theirs = other.span else { return true }
    return span.overlaps(theirs)
  }
}

extension DocumentFault.Problem {
  /// An id that stands twice, perhaps in two spellings.
  static func twice(_ found: String, like first: String) -> Self {
    found == first
      ? .duplicateID(found: String(found.prefix(40)))
      : .sameID(found: String(found.prefix(40)), first: String(first.prefix(40)))
  }
}

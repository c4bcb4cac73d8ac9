// The calendar and the settings documents.

import Domain

extension DocumentCoding {
  static func calendar(_ document: JSONValue, _ faults: FaultList) -> [CalendarEntry] {
    entries(of: document, faults) { reader in
      let year = schoolYear(reader)
      let name = reader.text("name")
      let kind: CalendarEntry.Kind? = reader.word("kind")
      let days = reader.dateSpan()
      if let days, let year, days.from < year.days.from || days.to > year.days.to {
        reader.note(.outsideSchoolYear, at: "from")
      }
      let isForAll = reader.list("schools").contains { $0.value == .string("*") }
      let schools: [School.ID] = isForAll || reader.value("schools") == nil ? [] : reader.ids("schools")
      let hours = reader.object("hours")?.timeSpan()
      let source = reader.optionalText("source", limit: 200) ?? ""
      let runs = reader.keysOfRuns(over: ["name": name, "source": source])
      let confirmed = reader.optionalDate("confirmed")
      guard let year, let name, let kind, let days else { return nil }
      return CalendarEntry(
        schoolYear: year.text, name: runs.isEmpty ? name : TextGuard.hidden, kind: kind, days: days,
        schools: isForAll || reader.value("schools") == nil ? nil : Set(schools), hours: hours,
        source: runs.isEmpty ? source : "", confirmed: confirmed)
    }
  }

  private static func schoolYear(_ reader: FieldReader) -> (text: String, days: DateSpan)? {
    guard let value = reader.required("schoolYear") else { return nil }
    guard case .string(let text) = value, let days = CalendarEntry.days(ofSchoolYear: text) else {
      reader.note(.badSchoolYear, at: "schoolYear")
      return nil
    }
    return (text, days)
  }

  static func settings(_ document: JSONValue, _ faults: FaultList) -> Settings? {
    guard let reader = FieldReader(document, path: "", faults: faults) else { return nil }
    let limits = reader.object("limits")
    let emergency = reader.object("emergency")
    let language: Settings.Language? = reader.word("language", standard: .danish)
    var settings = Settings(name: reader.text("name") ?? "")
    settings.isDemo = reader.bool("demo", standard: false)
    settings.language = language ?? .danish
    settings.reminderSchoolDays =
      limits?.number("reminderSchoolDays", in: 1...60) ?? settings.reminderSchoolDays
    settings.longWaitDays = limits?.number("longWaitDays", in: 1...365) ?? settings.longWaitDays
    settings.roundingBase = reader.number("roundingBase", in: Settings.roundingBases) ?? settings.roundingBase
    settings.retentionWeeks = reader.number("retentionWeeks", in: 1...520) ?? settings.retentionWeeks
    settings.allowsPracticalMessage = reader.bool("practicalMessage", standard: false)
    settings.exportFolder = reader.optionalText("exportFolder", limit: 400, .contact)
    settings.exportFolderShown = reader.optionalText("exportFolderShown", limit: 400, .contact)
    settings.goals = reader.objects("goals").compactMap { goal in
      guard let code = goal.text("code", limit: 60, .contact),
        let target = goal.number("target", in: 0...1_000_000)
      else { return nil }
      return Settings.Goal(code: code, target: target)
    }
    settings.emergencyNumbers = (emergency?.objects("numbers") ?? []).compactMap { entry in
      guard let name = entry.text("name"), let number = entry.text("number", limit: 40, .contact) else {
        return nil
      }
      return Settings.EmergencyNumber(
        name: name, number: number, hours: entry.optionalText("hours", .contact) ?? "")
    }
    settings.emergencyConfirmed = emergency?.optionalDate("confirmed")
    let notification = reader.texts("notification", limit: 400, .contact)
    // A command without one of its words would be another command.
    if notification.count == reader.list("notification").count { settings.notification = notification }
    settings.professions = professions(reader)
    return settings
  }

  private static func professions(_ reader: FieldReader) -> [Profession] {
    var seen: [String: Profession.ID] = [:]
    return reader.objects("professions").compactMap { entry in
      let code: Profession.ID? = entry.id("code")
      let label = entry.label("label")
      guard let code, let label else { return nil }
      if let first = seen[code.folded] {
        entry.note(.twice(code.text, like: first.text), at: "code")
        return nil
      }
      seen[code.folded] = code
      return Profession(id: code, label: label)
    }
  }
}

// The form of the settings: name and limits, what is kept how long, numbers to call, goals, the rest.

import Domain
import Reports

extension EntryForms {
  /// More than these no form has.
  private static let mostRows = 9

  func settingsFields(_ settings: Settings) -> [FormField] {
    let languages = Settings.Language.allCases.map {
      FieldOption(id: $0.rawValue, label: words("form.language.\($0.rawValue)"))
    }
    func number(_ name: FieldName, _ value: Int, _ allowed: ClosedRange<Int>) -> FormField {
      FormField(name, .number(allowed), String(value))
    }
    func rows(_ name: FieldName, _ values: [String]) -> [FormField] {
      // One more than there are, to write a new one in.
      (values + [""]).prefix(Self.mostRows).enumerated().map { place, value in
        FormField(FieldKey(name, place + 1), .contact(limit: 300), value)
      }
    }
    return [
      FormField(.name, .text(limit: 120), settings.name),
      FormField(.language, .choice(languages), settings.language.rawValue),
      number(.reminderSchoolDays, settings.reminderSchoolDays, 1...60),
      number(.longWaitDays, settings.longWaitDays, 1...365),
      flag(.practicalMessage, settings.allowsPracticalMessage),
      number(.retentionWeeks, settings.retentionWeeks, 1...520),
      number(.roundingBase, settings.roundingBase, Settings.roundingBases),
      FormField(.exportFolder, .contact(limit: 400), settings.exportFolder ?? ""),
      FormField(.exportFolderShown, .contact(limit: 400), settings.exportFolderShown ?? ""),
    ]
      + rows(
        .emergency,
        settings.emergencyNumbers.map {
          [$0.name, $0.number, $0.hours].filter { !$0.isEmpty }.joined(separator: "; ")
        })
      + [date(.emergencyConfirmed, settings.emergencyConfirmed)]
      + rows(.goal, settings.goals.map { "\($0.code); \($0.target)" })
      + [FormField(.notification, .contact(limit: 400), CommandLineText.written(settings.notification))]
  }

  func settings(_ reader: inout FormReader, _ form: Form) -> Settings {
    var settings = documents.settings
    settings.name = reader.text(.name)
    settings.language = Settings.Language(rawValue: reader.value(.language)) ?? settings.language
    settings.reminderSchoolDays = reader.number(.reminderSchoolDays) ?? settings.reminderSchoolDays
    settings.longWaitDays = reader.number(.longWaitDays) ?? settings.longWaitDays
    settings.allowsPracticalMessage = reader.flag(.practicalMessage)
    settings.retentionWeeks = reader.number(.retentionWeeks) ?? settings.retentionWeeks
    settings.roundingBase = reader.number(.roundingBase) ?? settings.roundingBase
    settings.exportFolder = reader.optionalText(.exportFolder)
    settings.exportFolderShown = reader.optionalText(.exportFolderShown)
    settings.emergencyNumbers = emergencyNumbers(&reader, form)
    settings.emergencyConfirmed = reader.optionalDate(.emergencyConfirmed)
    settings.goals = goals(&reader, form)
    settings.notification = CommandLineText.read(reader.optionalText(.notification) ?? "")
    return settings
  }

  /// `Alarmcentralen; 112; hele døgnet`.
  private func emergencyNumbers(_ reader: inout FormReader, _ form: Form) -> [Settings.EmergencyNumber] {
    parts(of: .emergency, &reader, form).compactMap { number, parts in
      guard (2...3).contains(parts.count), !parts[0].isEmpty, !parts[1].isEmpty else {
        reader.note(.incomplete, at: .emergency, number)
        return nil
      }
      reader.check(parts[0], at: .emergency, number)
      for (part, limit) in zip(parts, [120, 40, 120]) where part.count > limit {
        reader.note(.tooLong(limit), at: .emergency, number)
      }
      return Settings.EmergencyNumber(
        name: parts[0], number: parts[1], hours: parts.count == 3 ? parts[2] : "")
    }
  }

  /// `bemandet; 95`. A goal for a figure that there is not would stand nowhere.
  private func goals(_ reader: inout FormReader, _ form: Form) -> [Settings.Goal] {
    parts(of: .goal, &reader, form).compactMap { number, parts in
      guard parts.count == 2, let figure = KeyFigure(rawValue: parts[0].lowercased()) else {
        reader.note(.badGoal, at: .goal, number)
        return nil
      }
      do throws(FieldFault) {
        return Settings.Goal(
          code: figure.rawValue, target: try FieldReading.number(parts[1], in: 0...1_000_000))
      } catch {
        reader.note(error, at: .goal, number)
        return nil
      }
    }
  }

  private func parts(
    of name: FieldName, _ reader: inout FormReader, _ form: Form
  ) -> [(number: Int, parts: [String])] {
    form.fields.filter { $0.key.name == name }.compactMap { field in
      guard let text = reader.optionalText(name, field.key.number) else { return nil }
      let parts = text.split(separator: ";", omittingEmptySubsequences: false)
      return (field.key.number, parts.map { FieldReading.trimmed(String($0)) })
    }
  }
}

/// A command and its arguments in one line: spaces part them, double quotes keep some together.
enum CommandLineText {
  static func read(_ text: String) -> [String] {
    var (words, word, isQuoted, isBegun): ([String], String, Bool, Bool) = ([], "", false, false)
    for sign in text {
      if sign == "\"" {
        isQuoted.toggle()
        isBegun = true
      } else if sign == " ", !isQuoted {
        if isBegun { words.append(word) }
        (word, isBegun) = ("", false)
      } else {
        word.append(sign)
        isBegun = true
      }
    }
    if isBegun { words.append(word) }
    return words.filter { !$0.isEmpty }
  }

  static func written(_ words: [String]) -> String {
    words.map { $0.contains(" ") || $0.isEmpty ? "\"\($0)\"" : $0 }.joined(separator: " ")
  }
}

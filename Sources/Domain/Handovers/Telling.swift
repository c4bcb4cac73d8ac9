// Whom a desk tells that something waits: by day, never by night, and without a word of what it is.

extension FolderPicture {
  /// The colleagues whose answer is waited for at a school, while its door could be open. Nobody is told
  /// on a day on which the school is closed or the colleague is away, nor before or after its hours.
  package func toBeTold(at school: School.ID, now: Moment) -> [Colleague] {
    guard let known = documents.school(school),
      case .open(let hours) = documents.schoolCalendar.day(now.day, at: known),
      let first = hours.map(\.from).min(), let last = hours.map(\.to).max(),
      first <= now.time, now.time < last
    else { return [] }
    let receivers = Set(openHandovers.filter { $0.school == school }.compactMap { $0.entry?.receiver })
    guard !receivers.isEmpty else { return [] }
    return documents.colleagues.filter { colleague in
      colleague.isAvailable(on: now.day)
        && waiting(for: colleague, on: now.day).contains { $0.school == school }
    }
  }
}

extension Colleague {
  /// The words of a command in which `{mail}` and `{telefon}` stand for the work contact; without either
  /// the mail is the last word. Nil when the contact is missing, or looks like an option.
  package func filling(_ command: [String]) -> [String]? {
    guard let program = command.first, !program.isEmpty else { return nil }
    let isBare = !command.contains { $0.contains("{mail}") || $0.contains("{telefon}") }
    var filled: [String] = [program]
    for word in command.dropFirst() + (isBare ? ["{mail}"] : []) {
      guard let word = Self.fill(word, "{mail}", workMail) else { return nil }
      guard let word = Self.fill(word, "{telefon}", workPhone) else { return nil }
      filled.append(word)
    }
    return filled
  }

  private static func fill(_ word: String, _ place: String, _ contact: String?) -> String? {
    guard word.contains(place) else { return word }
    guard let contact, !contact.isEmpty, !contact.hasPrefix("-") else { return nil }
    return word.split(separator: place, omittingEmptySubsequences: false).joined(separator: contact)
  }
}

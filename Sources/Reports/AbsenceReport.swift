// What became of an absence: who is on duty now, and who can be asked.

import Domain
import Resources

/// The changes of an absence and those who can step in.
package struct AbsenceReport: Sendable {
  private let changes: [CellChange]
  private let vacancies: [Vacancy]
  private let taker: Colleague.ID?
  private let picture: FolderPicture

  /// `picture` is the folder as it was before; `taker` has said yes.
  package init(
    _ changes: [CellChange], _ vacancies: [Vacancy], takenBy taker: Colleague.ID?, _ picture: FolderPicture
  ) {
    self.changes = changes
    self.vacancies = vacancies
    self.taker = taker
    self.picture = picture
  }

  /// Those who can be asked, the likeliest first; with what keeps the others.
  private func candidates(for vacancy: Vacancy) -> [Candidate] {
    picture.roster.plan(on: vacancy.place.day).candidates(for: vacancy, picture.documents)
      .filter { $0.suitability != .ofMunicipality }
  }

  /// Somebody has every hour of the day's duties again; one who takes only some of them leaves the rest open.
  private func isCovered(by change: CellChange) -> Bool {
    let present = change.spans.map(\.hours)
    return vacancies.filter { $0.place.day == change.day }
      .allSatisfy { $0.hours.subtracting(present).isEmpty }
  }

  /// For other programs.
  package var json: JSON {
    .list(
      changes.map { change in
        let vacancy = vacancies.first { $0.place.day == change.day }
        let candidates = vacancy.map { self.candidates(for: $0) } ?? []
        return [
          "id": .text(change.id.description), "date": .text(change.day.description),
          "school": .text(change.school.text), "absent": .optional(vacancy?.absent?.text),
          "asked": .optional(change.asked?.text), "covered": .bool(isCovered(by: change)),
          "candidates": .list(
            candidates.map {
              [
                "id": .text($0.colleague.id.text), "suited": .text($0.suitability.code),
                "free": .bool($0.obstacle == nil),
              ]
            }),
        ]
      })
  }

  /// For people: who is on duty, or that nobody is and who can be asked.
  package func lines(_ words: Words) -> [String] {
    changes.flatMap { change -> [String] in
      let day = words.weekdayAndDay(change.day)
      let school = picture.documents.school(change.school)?.name ?? change.school.text
      if change.cause != .absent, let taker {
        return [words("cli.absence.covered", ["day": day, "school": school, "name": name(taker)])]
      }
      let key = change.asked == nil ? "cli.absence.nobody" : "cli.absence.asked"
      let first = words(
        key, ["day": day, "school": school, "name": change.asked.map { name($0) } ?? ""])
      guard let vacancy = vacancies.first(where: { $0.place.day == change.day }) else { return [first] }
      let free = self.candidates(for: vacancy).filter { $0.obstacle == nil }
        .map { "\($0.colleague.name) (\($0.colleague.id.text), \(words.suitability($0.suitability)))" }
      if free.isEmpty { return [first, words("cli.absence.noneFree")] }
      return [first, words("cli.absence.free", ["names": free.joined(separator: ", ")])]
    }
  }

  private func name(_ id: Colleague.ID) -> String { picture.documents.colleague(id)?.name ?? id.text }
}

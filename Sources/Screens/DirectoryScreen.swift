// Kolleger og tilbud: who can help with what, where they are, and how to reach them.

import Canvas
import Domain
import Reports

/// The directory, narrowed by what has been typed. Nothing typed here is kept.
struct DirectoryState: Equatable, Sendable {
  var picker = Picker()
  /// Shows only who takes that age; nil shows all.
  var age: AgeGroup?
}

extension Desk {
  /// An entry of the directory: a colleague, or an offer outside the house.
  private enum Entry {
    case colleague(Colleague)
    case offer(Offer)
  }

  private func entries(for age: AgeGroup?) -> [Entry] {
    let colleagues = picture.documents.colleagues
      .filter { $0.isEmployed(on: now.day) && $0.accepts(age) }
      .sorted { DanishOrder.precedes($0.name, $1.name) }
    let offers = picture.documents.offers
      .filter { offer in age.map(offer.ages.reaches) ?? true }
      .sorted { DanishOrder.precedes($0.name, $1.name) }
    return colleagues.map(Entry.colleague) + offers.map(Entry.offer)
  }

  private func text(of entry: Entry) -> FoldedText {
    switch entry {
    case .colleague(let colleague):
      let profession = words.profession(colleague.profession, in: picture.documents)
      return FoldedText(([colleague.name, profession] + colleague.competences).joined(separator: " "))
    case .offer(let offer):
      let topics = offer.topics.map { picture.documents.topic($0).map { words.label($0.label) } ?? $0.text }
      return FoldedText(([offer.name, offer.contact] + topics).joined(separator: " "))
    }
  }

  func drawDirectory(_ state: DirectoryState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("directory.title"), column: 1, row: area.top, style: .strong)
    canvas.putRight(ageText(state.age), endColumn: area.width - 1, row: area.top, style: .dim)
    let entries = entries(for: state.age)
    let texts = entries.map(text(of:))
    let rows = entries.map { entry in
      switch entry {
      case .colleague(let colleague):
        PickerRow(
          title: colleague.name, detail: words.profession(colleague.profession, in: picture.documents),
          note: whereabouts(of: colleague))
      case .offer(let offer):
        PickerRow(title: offer.name, detail: words("directory.offer"), note: offer.contact)
      }
    }
    var list = area
    list.top += 1
    list.bottom -= 5
    draw(state.picker, rows: rows, texts: texts, on: &canvas, in: list)
    let matches = state.picker.matches(texts)
    guard let selection = state.picker.selection, matches.indices.contains(selection) else { return }
    canvas.rule(row: area.bottom - 5)
    let details = details(of: entries[matches[selection]]).filter { !$0.isEmpty }
    for (index, line) in details.prefix(4).enumerated() {
      canvas.put(line, column: 3, row: area.bottom - 4 + index, width: area.width - 4)
    }
  }

  private func whereabouts(of colleague: Colleague) -> String {
    if colleague.isAway(on: now.day) { return words("directory.away") }
    if let shift = picture.roster.shifts(of: colleague.id, on: now.day).first {
      return words("who.duty", ["school": schoolName(shift.school)])
    }
    return colleague.isFloater ? words("place.floater") : ""
  }

  private func details(of entry: Entry) -> [String] {
    switch entry {
    case .colleague(let colleague):
      let contact = [colleague.workPhone, colleague.workMail, colleague.place].compactMap { $0 }
      let next = picture.roster.nextShift(of: colleague.id, from: now.day.adding(days: 1))
        .map {
          words(
            "directory.next", ["day": words.weekdayAndDay($0.day), "school": schoolName($0.school)])
        }
      let helps = colleague.competences.joined(separator: ", ")
      return [
        contact.joined(separator: " · "),
        helps.isEmpty ? "" : words("directory.helps", ["what": helps]), next ?? "",
        confirmed(colleague.confirmed),
      ]
    case .offer(let offer): return [offer.contact, facts(of: offer), confirmed(offer.confirmed)]
    }
  }

  /// `13–29 år · gratis · anonymt · også for forældre`.
  private func facts(of offer: Offer) -> String {
    let ages: String? =
      switch (offer.ages.from, offer.ages.to) {
      case (let from?, let to?): words("directory.ages", ["from": String(from), "to": String(to)])
      case (let from?, nil): words("directory.agesFrom", ["from": String(from)])
      case (nil, let to?): words("directory.agesTo", ["to": String(to)])
      case (nil, nil): nil
      }
    let facts = [
      ages, offer.isFree ? words("directory.free") : nil,
      offer.isAnonymous ? words("directory.anonymous") : nil,
      offer.isForParents ? words("directory.parents") : nil,
    ]
    return facts.compactMap { $0 }.joined(separator: " · ")
  }

  /// When the entry was last confirmed; more than half a year ago is marked.
  private func confirmed(_ day: CivilDate?) -> String {
    guard let day else { return words("directory.neverConfirmed") }
    let isStale = now.day.days(since: day) > 182
    return words(isStale ? "directory.stale" : "directory.confirmed", ["day": words.longDate(day)])
  }

  mutating func takeDirectory(_ state: DirectoryState, _ key: Key) -> [Request] {
    var state = state
    let texts = entries(for: state.age).map(text(of:))
    switch state.picker.take(key, among: texts) {
    case .passed: return takeBinding(key)
    case .moved: break
    case .chosen(let index): state.picker.selection = state.picker.matches(texts).firstIndex(of: index)
    }
    screens.replace(with: .directory(state))
    return []
  }
}

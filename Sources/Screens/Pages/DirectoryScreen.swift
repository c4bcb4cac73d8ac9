// Kolleger og tilbud: who can help with what, where they are, and how to reach them.

import Canvas
import Domain
import Reports

/// The directory, narrowed by what has been typed. Nothing typed here is kept.
struct DirectoryState: Equatable, Sendable {
  var picker = Picker()
  /// Shows only who takes that age; nil shows all.
  var age: AgeGroup?
  /// Shows only what helps with that topic, offers first; nil shows all.
  var topic: Topic.ID?
}

extension Desk {
  /// An entry of the directory: a colleague, or an offer outside the house.
  private enum Entry {
    case colleague(Colleague)
    case offer(Offer)
  }

  /// Colleagues and offers by name; for a topic what helps with it, and the offers first.
  private func entries(for state: DirectoryState) -> [Entry] {
    let topic = state.topic.flatMap(picture.documents.topic)
    let professions = topic?.professions(for: state.age)
    let colleagues = picture.documents.colleagues
      .filter { colleague in
        colleague.isEmployed(on: now.day) && professions?.contains(colleague.profession) ?? true
          && (colleague.accepts(state.age) || topic?.exception(for: colleague, age: state.age) != nil)
      }
      .sorted { DanishOrder.precedes($0.name, $1.name) }.map(Entry.colleague)
    let offers = picture.documents.offers
      .filter { offer in
        (state.age.map(offer.ages.reaches) ?? true) && (topic.map { offer.topics.contains($0.id) } ?? true)
      }
      .sorted { DanishOrder.precedes($0.name, $1.name) }.map(Entry.offer)
    return topic == nil ? colleagues + offers : offers + colleagues
  }

  private func text(of entry: Entry) -> FoldedText {
    switch entry {
    case .colleague(let colleague):
      let profession = words.profession(colleague.profession, in: picture.documents)
      let topics = picture.documents.topics.filter { $0.professions(for: nil).contains(colleague.profession) }
        .map { words.label($0.label) }
      return FoldedText(
        ([colleague.name, profession] + colleague.competences + topics).joined(separator: " "))
    case .offer(let offer):
      return FoldedText(([offer.name, offer.contact] + topics(of: offer)).joined(separator: " "))
    }
  }

  private func topics(of offer: Offer) -> [String] {
    offer.topics.map { picture.documents.topic($0).map { words.label($0.label) } ?? $0.text }
  }

  func drawDirectory(_ state: DirectoryState, on canvas: inout Canvas, in area: Area) {
    let topic = state.topic.flatMap(picture.documents.topic).map { words.label($0.label) }
    let title = words("directory.title") + (topic.map { ": \($0)" } ?? "")
    canvas.put(title, column: 1, row: area.top, style: .strong, width: area.width - 20)
    canvas.putRight(ageText(state.age), endColumn: area.width - 1, row: area.top, style: .dim)
    let entries = entries(for: state)
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
    case .offer(let offer):
      let helps = topics(of: offer).joined(separator: ", ")
      return [
        offer.contact, facts(of: offer), helps.isEmpty ? "" : words("directory.helps", ["what": helps]),
        confirmed(offer.confirmed),
      ]
    }
  }

  /// `13–29 år · gratis · anonymt · også for forældre`.
  private func facts(of offer: Offer) -> String {
    let facts = [
      words.ages(offer.ages), offer.isFree ? words("directory.free") : nil,
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
    let texts = entries(for: state).map(text(of:))
    switch state.picker.take(key, among: texts) {
    case .passed: return takeBinding(key)
    case .moved: break
    case .chosen(let index): state.picker.selection = state.picker.matches(texts).firstIndex(of: index)
    }
    screens.replace(with: .directory(state))
    return []
  }
}

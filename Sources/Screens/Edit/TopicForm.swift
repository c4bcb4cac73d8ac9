// The forms of topics and offers: what a visit can be about, and where help is found outside the house.

import Canvas
import Domain

extension EntryForms {
  func topicFields(_ topic: Topic?) -> [FormField] {
    [
      FormField(.danish, .text(limit: 120), topic?.label.danish ?? ""),
      FormField(.english, .text(limit: 120), topic?.label.english ?? ""),
      FormField(.key, .letter, topic?.key.map(String.init) ?? ""),
      several(.professions, topic?.professions ?? [], of: professionOptions),
      flag(.retired, topic?.isRetired),
      idField(topic?.id.text),
    ]
  }

  func topic(_ reader: inout FormReader, _ key: EntryKey?) -> Topic {
    let danish = reader.text(.danish)
    let taken = documents.topics.map(\.id.text)
    let id: Topic.ID = reader.id(taken, suggestion: IDSuggestion.slug(for: danish, taken: taken))
    let isRetired = reader.flag(.retired)
    let typed = reader.value(.key)
    if typed.count > 1 || typed.contains(where: { !Self.canBePressed($0) }) {
      reader.note(.badKey, at: .key)
    } else if !isRetired, isTaken(typed.first, by: id) {
      reader.note(.takenKey, at: .key)
    }
    return Topic(
      id: id, key: typed.first,
      label: Label(danish: danish, english: reader.optionalText(.english) ?? danish),
      professions: reader.ids(.professions), routes: documents.topic(id)?.routes ?? [], isRetired: isRetired)
  }

  /// Letters and digits that every Danish keyboard types with one key.
  private static func canBePressed(_ sign: Character) -> Bool {
    sign.isASCII && (sign.isNumber || sign.isLowercase)
  }

  /// Another topic is chosen by that key, or the visit's screen means something else by it.
  private func isTaken(_ sign: Character?, by id: Topic.ID) -> Bool {
    if documents.topicsInUse.contains(where: { $0.id != id && $0.key == sign }) { return true }
    guard let sign else { return false }
    let visit = Screen.visit(VisitState(id: .zero, day: today, topic: nil))
    return Bindings.all(on: visit).contains { $0.keys.contains(.character(sign)) }
  }

  func offerFields(_ offer: Offer?) -> [FormField] {
    [
      FormField(.name, .text(limit: 120), offer?.name ?? ""),
      FormField(.contact, .contact(limit: 200), offer?.contact ?? ""),
      several(.topics, offer?.topics ?? [], of: topicOptions),
      FormField(.ages, .ages, FieldWriting.ages(offer?.ages)),
      flag(.free, offer?.isFree ?? true), flag(.anonymous, offer?.isAnonymous),
      flag(.forParents, offer?.isForParents),
      date(.confirmed, offer == nil ? today : offer?.confirmed),
      idField(offer?.id.text),
    ]
  }

  func offer(_ reader: inout FormReader, _ key: EntryKey?) -> Offer {
    let name = reader.text(.name)
    let taken = documents.offers.map(\.id.text)
    return Offer(
      id: reader.id(taken, suggestion: IDSuggestion.slug(for: name, taken: taken)), name: name,
      ages: reader.read(.ages) { (text) throws(FieldFault) in try FieldReading.ages(text) }
        ?? AgeRange(from: nil, to: nil),
      topics: reader.ids(.topics), isFree: reader.flag(.free), isAnonymous: reader.flag(.anonymous),
      isForParents: reader.flag(.forParents), contact: reader.optionalText(.contact) ?? "",
      confirmed: reader.optionalDate(.confirmed))
  }
}

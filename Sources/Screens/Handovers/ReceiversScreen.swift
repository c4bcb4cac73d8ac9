// Choosing the named colleague: the likeliest first, narrowed as one types.

import Canvas
import Domain
import Reports

/// The list of possible receivers. It is made once, so that it does not move while it is open.
struct ReceiversState: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    /// A visit that ends with "Guidet videre".
    case visit(Visit)
    /// A new offer of a handover that is open: handed on, or offered again.
    case handover(Handover, HandoverAction)
  }

  var purpose: Purpose
  var receivers: [Receiver]
  var age: AgeGroup?
  var picker = Picker()

  /// The topic that the receivers are to help with; an open handover has none.
  var topic: Topic.ID? {
    switch purpose {
    case .visit(let visit): visit.topic
    case .handover: nil
    }
  }

  var isForVisit: Bool { topic != nil }

  init(purpose: Purpose, in desk: Desk, age: AgeGroup? = nil) {
    self.purpose = purpose
    self.age = age
    switch purpose {
    case .visit(let visit):
      receivers = desk.picture.receivers(
        topic: visit.topic, at: visit.school, sender: desk.colleagueID, on: desk.now.day, age: age)
    case .handover(let handover, _):
      receivers = desk.picture.receivers(
        topic: nil, at: desk.schoolID, sender: handover.holder ?? desk.colleagueID, on: desk.now.day,
        age: age)
    }
  }
}

extension Desk {
  private func texts(of state: ReceiversState) -> [FoldedText] {
    state.receivers.map { receiver in
      let profession = words.profession(receiver.colleague.profession, in: picture.documents)
      return FoldedText(
        ([receiver.colleague.name, profession] + receiver.colleague.competences).joined(separator: " "))
    }
  }

  func drawReceivers(_ state: ReceiversState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("receivers.title"), column: 1, row: area.top, style: .strong)
    canvas.putRight(ageText(state.age), endColumn: area.width - 1, row: area.top, style: .dim)
    let topic = state.topic.flatMap(picture.documents.topic).map { words.label($0.label) }
    canvas.put(
      topic.map { words("receivers.topic", ["topic": $0]) } ?? words("receivers.noTopic"), column: 3,
      row: area.top + 1, style: .dim, width: area.width - 4)
    let rows = state.receivers.map { receiver in
      PickerRow(
        title: receiver.colleague.name,
        detail: words.profession(receiver.colleague.profession, in: picture.documents),
        note: note(on: receiver),
        isProposed: receiver.away == nil && (receiver.helps || topic == nil))
    }
    var list = area
    list.top += 2
    draw(state.picker, rows: rows, texts: texts(of: state), on: &canvas, in: list)
  }

  func ageText(_ age: AgeGroup?) -> String {
    switch age {
    case nil: words("age.all")
    case .under18: words("age.under18")
    case .from18: words("age.from18")
    }
  }

  private func note(on receiver: Receiver) -> String {
    let place =
      switch receiver.place {
      case .onDutyHere: words("place.here")
      case .onDutyElsewhere(let school): words("place.at", ["school": schoolName(school)])
      case .buddyHere: words("place.buddy")
      case .floater: words("place.floater")
      case .elsewhere: ""
      }
    let load = receiver.load == 0 ? "" : words("place.holds", ["count": String(receiver.load)])
    let away = receiver.away.map { words.unavailability(.away($0)) } ?? ""
    return [away, exception(of: receiver), place, load].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// `15–17 år: alene fastholdelse`: why somebody is in the list whose own ages are others.
  func exception(of receiver: Receiver) -> String {
    guard let route = receiver.exception else { return "" }
    let ages = words.ages(route.ages) ?? ""
    return route.condition.map { "\(ages): \(words.label($0))" } ?? ages
  }

  /// Nobody and nothing fits: the visit ends with "Intet tilbud passede".
  mutating func recordNothingFits() -> [Request] {
    guard case .receivers(let state) = screens.current, case .visit(let visit) = state.purpose else {
      return []
    }
    return count(visit, endingWith: .nowhere)
  }

  mutating func count(_ visit: Visit, endingWith outcome: Outcome) -> [Request] {
    let (picture, acting) = (picture, acting)
    return count { () throws(CountingRefusal) in
      try picture.counting(visit, endingWith: outcome, acting)
    }
  }

  /// The offers for the topic, in the directory over the list.
  mutating func showOffers() {
    guard case .receivers(let state) = screens.current else { return }
    screens.push(.directory(DirectoryState(age: state.age, topic: state.topic)))
  }

  /// All, under 18, 18 and over. It filters the list and is stored nowhere.
  mutating func switchAge() {
    if case .receivers(let state) = screens.current {
      let next = ReceiversState(purpose: state.purpose, in: self, age: after(state.age))
      screens.replace(with: .receivers(next))
    }
    if case .directory(var state) = screens.current {
      state.age = after(state.age)
      state.picker.selection = 0
      screens.replace(with: .directory(state))
    }
  }

  private func after(_ age: AgeGroup?) -> AgeGroup? {
    switch age {
    case nil: .under18
    case .under18: .from18
    case .from18: nil
    }
  }

  mutating func takeReceivers(_ state: ReceiversState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: texts(of: state)) {
    case .passed: return takeBinding(key)
    case .moved:
      screens.replace(with: .receivers(state))
      return []
    case .chosen(let index):
      let receiver = state.receivers[index]
      screens.replace(with: .receivers(state))
      screens.push(.consent(ConsentState(purpose: state.purpose, receiver: receiver, in: self)))
      return []
    }
  }
}

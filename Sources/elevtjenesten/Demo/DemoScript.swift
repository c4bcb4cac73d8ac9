// The handovers that are open when the demo begins: one of each kind a visitor should see.

import Domain

/// The scenes of the demo that do not depend on chance.
enum DemoScript {
  /// An open handover: where it began, between whom, and how far it is.
  struct Scene: Sendable {
    enum Ending: Sendable {
      case waiting
      case declined
      case takenOver
    }

    var school: School.ID
    var sender: Colleague.ID
    var receiver: Colleague.ID
    var topic: Topic.ID
    var mode: Handover.Mode
    var ending: Ending
    /// Begun at least and at most that many days ago.
    var age: ClosedRange<Int>
    var codeWord: String?
  }

  /// Malene waits for Çetin and for nobody else; he has this one alone waiting.
  static let scenes: [Scene] = [
    Scene(
      school: "EUC", sender: "MAL", receiver: "CET", topic: "trivsel", mode: .calledTogether,
      ending: .waiting,
      age: 1...12),
    Scene(
      school: "EUC", sender: "PRE", receiver: "BIR", topic: "bolig", mode: .comesAlone, ending: .waiting,
      age: 16...45, codeWord: "blå lampe"),
    Scene(
      school: "GYM", sender: "KAT", receiver: "NAD", topic: "rusmidler", mode: .walkedOver,
      ending: .takenOver,
      age: 3...20),
    Scene(
      school: "VUC", sender: "TOM", receiver: "YUS", topic: "oekonomi", mode: .calledTogether,
      ending: .declined, age: 2...20),
    Scene(
      school: "SOSU", sender: "HAN", receiver: "DOR", topic: "sundhed", mode: .comesAlone, ending: .waiting,
      age: 1...10, codeWord: "grøn cykel"),
    Scene(
      school: "GYM", sender: "JON", receiver: "ING", topic: "familie", mode: .calledTogether,
      ending: .takenOver,
      age: 1...15),
  ]

  /// Puts each scene on a day when its sender was at the door. `addsVisits` allows one visit more where
  /// the day has too few; without it such a scene is left out.
  static func place(_ slots: inout [DemoSlot], today: CivilDate, addsVisits: Bool) {
    for scene in scenes {
      let candidates = slots.indices.filter { index in
        let slot = slots[index]
        return slot.school.id == scene.school && slot.isStaffed
          && scene.age.contains(today.days(since: slot.day))
          && (addsVisits || slot.visits > slot.scripted.count)
      }
      let atTheDoor = candidates.last { slots[$0].colleague == scene.sender }
      let asBuddy = candidates.last { slots[$0].duty.buddy == scene.sender }
      guard let index = atTheDoor ?? asBuddy ?? candidates.last else { continue }
      slots[index].scripted.append(scene)
      slots[index].visits = max(slots[index].visits, slots[index].scripted.count)
    }
  }
}

// What is done on I dag itself: the door, a counted zero, a sparring.

import Domain

extension Desk {
  mutating func toggleDoor() -> [Request] {
    // Closing while one holds handovers is neither forbidden nor passed over in silence.
    if isDoorOpen, !heldByMe.isEmpty { return ask(.closeDoor(offered: [])) }
    if !isDoorOpen, let me, let refusal = picture.documents.reasonAgainstGiving(to: me.id, on: now.day) {
      return refuse(words.refusal(refusal, name: me.name))
    }
    return moveDoor(open: !isDoorOpen)
  }

  /// Opens or closes the door of the school the desk stands at.
  mutating func moveDoor(
    open: Bool, after requests: [Request] = [], thenQuit: Bool = false
  ) -> [Request] {
    guard let school else { return [] }
    let door = DoorChange(
      id: newID(), at: now.utc, by: colleagueID, day: now.day, isOpen: open, school: school.id)
    return save(Saving(requests + [.record([.door(door)])], endsProgram: thenQuit))
  }

  mutating func countZero() -> [Request] {
    guard let school else { return [] }
    do throws(CountingRefusal) {
      try picture.checkZero(at: school.id, on: now.day, now: now)
    } catch {
      return refuse(words.refusal(error))
    }
    return save(.record([.zero(Tick(id: newID(), day: now.day, school: school.id))]))
  }

  mutating func countSparring() -> [Request] {
    guard let school else { return [] }
    do throws(CountingRefusal) {
      _ = try picture.checkCounting(at: school.id, on: now.day, now: now)
    } catch {
      return refuse(words.refusal(error))
    }
    return save(.record([.sparring(Tick(id: newID(), day: now.day, school: school.id))]))
  }
}

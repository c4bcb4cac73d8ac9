// What is done on I dag itself: the door, a counted zero, a sparring.

import Domain

extension Desk {
  mutating func toggleDoor() -> [Request] {
    guard let school else { return [] }
    // Closing while one holds handovers is neither forbidden nor passed over in silence.
    if isMyDoorOpen, !heldByMe.isEmpty { return ask(.closeDoor) }
    return moveDoor(of: school, open: !isMyDoorOpen)
  }

  mutating func moveDoor(of school: School, open: Bool, thenQuit: Bool = false) -> [Request] {
    let door = DoorChange(
      id: newID(), at: now.utc, by: colleagueID, day: now.day, isOpen: open, school: school.id)
    return save(.record([.door(door)]), .door(door, thenQuit: thenQuit))
  }

  mutating func countZero() -> [Request] {
    guard let school else { return [] }
    do throws(CountingRefusal) {
      try picture.checkZero(at: school.id, on: now.day, now: now)
    } catch {
      toast = Toast(text: words.refusal(error), tone: .refused)
      return []
    }
    let tick = Tick(id: newID(), day: now.day, school: school.id)
    return save(.record([.zero(tick)]), .zero(tick))
  }

  mutating func countSparring() -> [Request] {
    guard let school else { return [] }
    do throws(CountingRefusal) {
      _ = try picture.checkCounting(at: school.id, on: now.day, now: now)
    } catch {
      toast = Toast(text: words.refusal(error), tone: .refused)
      return []
    }
    let tick = Tick(id: newID(), day: now.day, school: school.id)
    return save(.record([.sparring(tick)]), .sparring(tick))
  }
}

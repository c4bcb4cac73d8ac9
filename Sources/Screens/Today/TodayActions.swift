// What is done on I dag itself: the door, a counted zero, a sparring.

import Domain

extension Desk {
  mutating func toggleDoor() -> [Request] {
    // Closing while one holds handovers is neither forbidden nor passed over in silence.
    if isDoorOpen, !heldByMe.isEmpty { return ask(.closeDoor(offered: [])) }
    return moveDoor(open: !isDoorOpen)
  }

  /// Opens or closes the door of the school the desk stands at.
  mutating func moveDoor(
    open: Bool, after requests: [Request] = [], thenQuit: Bool = false
  ) -> [Request] {
    guard let school else { return [] }
    do throws(GivingRefusal) {
      let door =
        open
        ? try picture.openingDoor(at: school.id, acting) : picture.closingDoor(at: school.id, acting)
      return save(Saving(requests + [.record([door])], endsProgram: thenQuit))
    } catch {
      return refuse(words.refusal(error, name: colleagueName(error.colleague)))
    }
  }

  mutating func countZero() -> [Request] { count(.zero) }

  mutating func countSparring() -> [Request] { count(.sparring) }

  private mutating func count(_ what: Counted) -> [Request] {
    guard let school else { return [] }
    let (picture, acting) = (picture, acting)
    return count { () throws(CountingRefusal) in try picture.counting(what, at: school.id, acting) }
  }
}

// Puts on the disk what acts ask for: for the desk, the commands and the lines alike.

import Domain
import Store

/// The one who performs acts. Not for several threads.
final class Performer {
  let recorder: Recorder
  let clock: Clock

  init(_ recorder: Recorder, clock: Clock) {
    self.recorder = recorder
    self.clock = clock
  }

  /// Performs acts in order; after one that fails nothing more is done. Events that belong to no school are
  /// recorded by the desk that is named.
  func perform(_ acts: [Act], desk school: School.ID?) throws(SaveFailure) -> [Recorded<Event>] {
    let today = clock.now().day
    var saved: [Recorded<Event>] = []
    for act in acts {
      switch act {
      case .record(let events): saved += try recorder.record(events, desk: school, on: today)
      case .offer(let step, let entry, let visit):
        saved += try recorder.offer(step, entry, visit: visit, on: today)
      case .step(let step): saved += try recorder.step(step, on: today)
      }
    }
    return saved
  }

  /// Takes the time of day off the files of the desks that were asked for here.
  func coverTimes() { recorder.coverTimes(clock) }

  /// The files that were given up for new ones since this was last asked, as people should hear of it.
  func takeNotices() -> [String] { recorder.takeNotices().map { $0.old?.description ?? "" } }
}

extension Act {
  /// The school whose desk it is recorded by, where it says so itself.
  var school: School.ID? {
    switch self {
    case .record(let events): events.first?.school
    case .offer(let step, _, _), .step(let step): step.school
    }
  }

  /// The door of a school closes.
  var closesDoor: Bool {
    if case .record(let events) = self { events.contains(where: \.closesDoor) } else { false }
  }
}

extension Event {
  /// The door of a school closes.
  fileprivate var closesDoor: Bool {
    switch self {
    case .door(let door): !door.isOpen
    case .visit, .sparring, .zero, .void, .handover, .pattern, .cell, .swap, .release, .week: false
    }
  }

  /// The school it belongs to, where it says so itself.
  fileprivate var school: School.ID? {
    switch self {
    case .visit(let visit): visit.school
    case .sparring(let tick), .zero(let tick): tick.school
    case .handover(let step): step.school
    case .door(let door): door.school
    case .pattern(let pattern): pattern.school
    case .cell(let cell): cell.school
    case .void, .swap, .release, .week: nil
    }
  }
}

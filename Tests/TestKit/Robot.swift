// A person at the keyboard: presses keys, reads the glass. No terminal and no disk are needed.

import Canvas
import Domain
import Resources
import Screens
import Synchronization

/// Drives a desk with keys, performs its requests as a disk that never fails unless told to.
package final class Robot {
  package private(set) var desk: Desk
  /// Everything the desk has asked for, in order.
  package private(set) var requests: [Request] = []
  package var size: Size
  package var isASCII = false
  /// The next save fails like this.
  package var nextFailure: SaveFailure?
  /// Performs the requests in place of the disk that never fails.
  private let disk: ((Request) -> Answer)?
  private let writer = "euc-00000000000000aa"
  private var sequence = 0

  package init(
    _ picture: FolderPicture = World.picture(), me: Colleague.ID? = "MAL", school: School.ID? = "EUC",
    now: Moment = World.now, language: Words.Language = .danish, width: Int = 80, height: Int = 24,
    writers: [String] = ["euc-00000000000000aa"], disk: ((Request) -> Answer)? = nil
  ) {
    self.disk = disk
    let counter = Counter()
    desk = Desk(
      DeskStart(
        picture: picture, now: now, words: Words(language), school: school, colleague: me, writers: writers,
        makeID: { (0xabc, counter.next()) }))
    size = Size(columns: width, rows: height)
  }

  /// Presses keys one after the other.
  @discardableResult
  package func press(_ keys: Key...) -> Robot {
    for key in keys { perform(desk.handle(key)) }
    return self
  }

  /// Types each sign of a text: letters as they are; ⏎ is Enter and ⎋ is Esc.
  @discardableResult
  package func type(_ text: String) -> Robot {
    for sign in text {
      switch sign {
      case "⏎": press(.enter)
      case "⎋": press(.escape)
      default: press(.character(sign))
      }
    }
    return self
  }

  /// Lets the clock go on.
  @discardableResult
  package func wait(until moment: Moment) -> Robot {
    perform(desk.receive(.tick(moment)))
    return self
  }

  /// Hands over what another process wrote.
  @discardableResult
  package func see(_ picture: FolderPicture) -> Robot {
    perform(desk.receive(.picture(picture)))
    return self
  }

  /// What is on the glass.
  package var glass: Canvas { desk.draw(size: size, isASCII: isASCII) }

  /// Whether a text stands on the glass.
  package func shows(_ text: String) -> Bool { glass.text.contains(text) }

  /// The events that were recorded, in order.
  package var recorded: [Event] {
    requests.flatMap { request -> [Event] in
      switch request {
      case .record(let events): events
      case .offer(let step, _, let visit): [.handover(step)] + (visit.map { [.visit($0)] } ?? [])
      case .step(let step): [.handover(step)]
      case .rememberSchool, .discardTypedKeys, .redraw, .quit: []
      }
    }
  }

  private func perform(_ wanted: [Request]) {
    for request in wanted {
      requests.append(request)
      let answer = answer(to: request)
      perform(desk.receive(answer, to: request))
      if case .failed = answer { return }
    }
  }

  private func answer(to request: Request) -> Answer {
    if let disk { return disk(request) }
    let events: [Event]
    switch request {
    case .record(let asked): events = asked
    case .offer(let step, _, let visit): events = [.handover(step)] + (visit.map { [.visit($0)] } ?? [])
    case .step(let step): events = [.handover(step)]
    case .rememberSchool, .discardTypedKeys, .redraw, .quit: return .done
    }
    if let failure = nextFailure {
      nextFailure = nil
      requests.removeLast()
      return .failed(failure)
    }
    return .saved(
      events.map { event in
        sequence += 1
        return Recorded(body: event, origin: World.origin(sequence, writer: writer))
      })
  }
}

/// Counts up, for ids that are the same in every run.
private final class Counter: Sendable {
  private let lock = Mutex(UInt64(0))

  func next() -> UInt64 {
    lock.withLock { value in
      value += 1
      return value
    }
  }
}

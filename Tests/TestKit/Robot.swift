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
  /// The files that were exported.
  package private(set) var exported: [ExportedFile] = []
  package var size: Size
  package var isASCII = false
  /// The next save fails like this.
  package var nextFailure: SaveFailure?
  /// How many saves succeed before it does.
  package var savesBeforeFailure = 0
  /// Sees every request as it is made, also one that fails.
  package var onRequest: ((Request) -> Void)?
  /// Performs the requests in place of the disk that never fails.
  private let disk: ((Request) -> Answer)?
  /// Saves take longer than a blink: what is asked of the disk waits until it is let through.
  package var holdsSaves = false
  private var held: [Request] = []
  private let writer = "euc-00000000000000aa"
  private var sequence = 0

  /// A program that is started again on what it wrote is another `run`, whose ids are others.
  package init(
    _ picture: FolderPicture = World.picture(), me: Colleague.ID? = "MAL", school: School.ID? = "EUC",
    now: Moment = World.now, language: Words.Language = .danish, width: Int = 80, height: Int = 24,
    writers: [String] = ["euc-00000000000000aa"], login: String? = nil, run: UInt64 = 0xabc,
    fate: SaveFate? = nil, disk: ((Request) -> Answer)? = nil
  ) {
    self.disk = disk
    let counter = Counter()
    desk = Desk(
      DeskStart(
        picture: picture, now: now, words: Self.words(language), school: school, colleague: me, login: login,
        writers: writers, makeID: { (run, counter.next()) }, fate: fate))
    size = Size(columns: width, rows: height)
  }

  /// Read once: decoding the texts takes longer than most tests.
  private static let danish = Words(.danish)
  private static let english = Words(.english)

  private static func words(_ language: Words.Language) -> Words {
    switch language {
    case .danish: danish
    case .english: english
    }
  }

  /// Presses keys one after the other.
  @discardableResult
  package func press(_ keys: Key...) -> Robot {
    desk.resized(to: size)
    for key in keys { perform(desk.handle(key)) }
    return self
  }

  /// Types each sign of a text: letters as they are; ⏎ is Enter, ⎋ is Esc, ⇥ is Tab.
  @discardableResult
  package func type(_ text: String) -> Robot {
    for sign in text {
      switch sign {
      case "⏎": press(.enter)
      case "⎋": press(.escape)
      case "⇥": press(.tab)
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

  /// Hands over any other news.
  @discardableResult
  package func hear(_ news: News) -> Robot {
    perform(desk.receive(news))
    return self
  }

  /// What is on the glass.
  package var glass: Canvas { desk.draw(size: size, isASCII: isASCII) }

  /// Whether a text stands on the glass.
  package func shows(_ text: String) -> Bool { glass.text.contains(text) }

  /// Everything that is written in alarm style.
  package var alarms: String { text { $0.role == .alarm } }

  /// What is written in a style, from top to bottom.
  package func text(where isWanted: (Style) -> Bool) -> String {
    let glass = glass
    return (0..<glass.size.rows).map { row in
      (0..<glass.size.columns).map { isWanted(glass[row, $0].style) ? glass[row, $0].text : "" }.joined()
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The text of the row the cursor is on.
  package var cursorLine: String { glass.line(glass.cursor.row) }

  /// The events that were recorded, in order.
  package var recorded: [Event] { recorded(since: 0) }

  /// The events of the requests from one on.
  package func recorded(since first: Int) -> [Event] {
    requests.dropFirst(first).flatMap(Self.events)
  }

  private static func events(of request: Request) -> [Event] {
    switch request {
    case .record(let events): events
    case .offer(let step, _, let visit): [.handover(step)] + (visit.map { [.visit($0)] } ?? [])
    case .step(let step): [.handover(step)]
    case .save, .export, .release, .read, .rememberSchool, .discardTypedKeys, .redraw, .quit: []
    }
  }

  private func perform(_ wanted: [Request]) {
    for (place, request) in wanted.enumerated() {
      if holdsSaves, request.goesToDisk {
        held += wanted[place...]
        return perform(desk.receive(.saving(.underway)))
      }
      requests.append(request)
      onRequest?(request)
      let answer = answer(to: request)
      perform(desk.receive(answer, to: request))
      if case .failed = answer { return }
    }
  }

  /// The disk answers at last.
  @discardableResult
  package func letSavesThrough() -> Robot {
    let wanted = held
    (holdsSaves, held) = (false, [])
    perform(wanted)
    return self
  }

  /// Hands over what came of something that takes its time.
  @discardableResult
  package func answer(_ answer: Answer, to request: Request) -> Robot {
    perform(desk.receive(answer, to: request))
    return self
  }

  /// A folder for exports that keeps what is there unless told otherwise.
  private func export(_ files: [ExportedFile], replacing: Bool) -> Answer {
    let names = files.map(\.name)
    let taken = names.filter { name in exported.contains { $0.name == name } }
    if !replacing, !taken.isEmpty { return .wouldReplace(taken) }
    exported.removeAll { taken.contains($0.name) }
    exported += files
    let settings = desk.picture.documents.settings
    return .exported(names.map { settings.shownExportPath(of: $0, in: "/eksport") })
  }

  private func answer(to request: Request) -> Answer {
    if let disk { return disk(request) }
    if case .export(let files, let replacing) = request { return export(files, replacing: replacing) }
    let events = Self.events(of: request)
    let documents: Documents?
    if case .save(let wanted, _) = request { documents = wanted } else { documents = nil }
    if events.isEmpty, documents == nil { return .done }
    if let failure = nextFailure, savesBeforeFailure == 0 {
      nextFailure = nil
      requests.removeLast()
      return .failed(failure)
    }
    if nextFailure != nil { savesBeforeFailure -= 1 }
    if let documents { return .savedDocuments(documents) }
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

// From a request to its answer: what is waited for, and what is said and shown when it is on disk.

import Domain

/// Requests that were handed out and are not all on disk yet.
struct Saving: Equatable, Sendable {
  var requests: [Request]
  /// How many of them have not been answered.
  var left: Int
  /// What they take back.
  var undoing: Undo?
  /// Ends the program once they are saved.
  var endsProgram = false

  init(_ requests: [Request], undoing: Undo? = nil, endsProgram: Bool = false) {
    self.requests = requests
    left = requests.count
    self.undoing = undoing
    self.endsProgram = endsProgram
  }
}

extension Desk {
  /// Hands out requests and remembers what they are for. What could not be saved before keeps its
  /// ids: it may be on the disk after all, and must count once.
  mutating func save(_ wanted: Saving) -> [Request] {
    var next = wanted
    if let unsaved, unsaved.requests.map(\.wish) == wanted.requests.map(\.wish) {
      next.requests = unsaved.requests
    }
    saving = next
    return next.requests
  }

  mutating func save(_ request: Request) -> [Request] { save(Saving([request])) }

  mutating func save(act: Act) -> [Request] { save(Request(act)) }

  /// Counts something, or says why not.
  mutating func count(_ event: () throws(CountingRefusal) -> Event) -> [Request] {
    do throws(CountingRefusal) { return save(.record([try event()])) } catch {
      return refuse(words.refusal(error))
    }
  }

  /// Takes the result of a request.
  package mutating func receive(_ answer: Answer, to request: Request) -> [Request] {
    let isLate = delay != nil && request.goesToDisk
    return (isLate ? takeLate(answer, to: request) : take(answer, to: request)) + lookAtFigures()
  }

  mutating func take(_ answer: Answer, to request: Request) -> [Request] {
    switch answer {
    case .done: return []
    case .failed(.changedMeanwhile) where request.isDocument:
      // Nothing is wrong with the disk; somebody else was quicker.
      saving = nil
      return refuse(words("edit.changedMeanwhile"))
    case .released(let figures): return released(figures)
    case .notReleased(let refusal): return notReleased(refusal, by: request)
    case .cannotWrite(let reason): return refuse(words.readOnly(reason))
    case .read(let read): return figuresRead(read, by: request)
    case .exported(let paths): return exported(paths)
    case .wouldReplace(let names): return askToReplace(names, by: request)
    case .failed(let failure):
      if case .export = request { return notExported(failure) }
      if case .read = request { return figuresNotRead(failure) }
      unsaved = saving
      saving = nil
      picture.readOnly = .lastSaveFailed(failure)
      let kept = screens.withFormOnTop == nil ? "" : " " + words("failure.formKept")
      toast = Toast(text: words.notSaved(failure) + kept, tone: .failed)
      return []
    case .savedDocuments(let documents):
      picture.documents = documents
      figuresPage = nil
      return answered(request)
    case .saved(let events):
      for event in events { fold(event) }
      figuresPage = nil
      if case .offer(let step, let entry, _) = request {
        picture.handoverEntries[step.handover, default: [:]][step.id] = entry
      }
      return answered(request)
    }
  }

  /// One more is on disk; after the last one that is said.
  private mutating func answered(_ request: Request) -> [Request] {
    guard var current = saving else { return [] }
    current.left -= 1
    saving = current.left > 0 ? current : nil
    guard current.left == 0 else { return [] }
    unsaved = nil
    if case .lastSaveFailed = picture.readOnly { picture.readOnly = nil }
    if let undo = current.undoing {
      undone(undo)
    } else {
      acknowledge(request)
    }
    return current.endsProgram ? [.quit] : []
  }

  private mutating func fold(_ event: Recorded<Event>) {
    picture.ledger.apply(event.body, origin: event.origin)
    if case .week = event.body { far.picture?.ledger.apply(event.body, origin: event.origin) }
    if event.origin.writer != writers.last {
      writers.removeAll { $0 == event.origin.writer }
      writers.append(event.origin.writer)
    }
  }

  /// Everything asked for is on disk: say so, and remember how to take it back.
  private mutating func acknowledge(_ request: Request) {
    switch request {
    case .record(let events):
      // What one act changed in the roster is one thing to be told and taken back.
      cellsSaved(
        events.compactMap { event in
          if case .cell(let cell) = event { return cell }
          return nil
        })
      for event in events { acknowledge(event) }
    case .offer(let step, let entry, let visit):
      // A new offer of an open handover cannot be taken back without ending it.
      did(visit.map { .deed(.offer(step.handover, visit: $0.id, step.day)) } ?? .nothing)
      screens.reset(to: .receipt(.handover(step, entry, visit)))
    case .step(let step): stepSaved(step)
    case .rememberSchool, .export, .release, .read, .discardTypedKeys, .redraw, .quit: break
    case .save(_, let subject): documentSaved(subject)
    }
  }

  private mutating func acknowledge(_ event: Event) {
    switch event {
    case .visit(let visit):
      did(.deed(.counted(visit.id, visit.day)))
      screens.reset(to: .receipt(.visit(visit)))
    case .zero(let tick):
      did(.deed(.counted(tick.id, tick.day)))
      say("saved.zero", ["school": schoolName(tick.school)])
    case .sparring(let tick):
      did(.deed(.counted(tick.id, tick.day)))
      let count = picture.ledger.book(of: tick.day).sparrings(at: tick.school)
      say("saved.sparring", ["school": schoolName(tick.school), "count": String(count)])
    case .door(let door):
      did(.deed(.door(door)))
      screens.reset()
      let isCounted = picture.ledger.book(of: door.day).isCounted(at: door.school)
      let closed = isCounted ? "saved.doorClosed" : "saved.doorClosedUncounted"
      say(door.isOpen ? "saved.doorOpen" : closed, ["school": schoolName(door.school)])
    case .pattern(let change): patternSaved(change)
    case .swap(let step): swapSaved(step)
    case .week(let record): weekSaved(record)
    case .cell, .void, .handover, .release: break
    }
  }

  /// A line of news after something was saved.
  mutating func say(_ key: String, _ values: KeyValuePairs<String, String> = [:]) {
    toast = Toast(text: words(key, values), tone: .saved)
  }

  /// Says why something was not done.
  mutating func refuse(_ reason: String) -> [Request] {
    toast = Toast(text: reason, tone: .refused)
    return []
  }

  func schoolName(_ id: School.ID) -> String { picture.documents.school(id)?.name ?? id.text }

  func colleagueName(_ id: Colleague.ID?) -> String {
    guard let id else { return words("handover.unknown") }
    return picture.documents.colleague(id)?.name ?? id.text
  }
}

extension Request {
  /// Whether it changes a document.
  fileprivate var isDocument: Bool {
    switch self {
    case .save: true
    case .record, .offer, .step, .release, .read, .export, .rememberSchool, .discardTypedKeys, .redraw, .quit:
      false
    }
  }
}

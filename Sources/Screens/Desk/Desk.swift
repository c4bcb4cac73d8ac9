// The whole interface as one value: what is known, who is here, which screens are open.

import Canvas
import Domain
import Resources

/// The front desk. `handle` takes a key and says what is wanted; `draw` shows the state.
package struct Desk: Sendable {
  package internal(set) var picture: FolderPicture
  package internal(set) var now: Moment
  package private(set) var words: Words
  /// The school the desk stands at.
  package internal(set) var schoolID: School.ID?
  /// Who sits here, by their own word.
  package internal(set) var colleagueID: Colleague.ID?
  /// The day on which it was last asked, or said, who sits here.
  var askedOn: CivilDate

  var screens: ScreenStack
  var toast: Toast?
  /// What "Fortryd" takes back of what was done here today, newest last.
  var undoable: [Undo] = []
  /// What somebody else had changed when it was to be taken back.
  var refusedUndos: Set<RecordID> = []
  /// What was asked for and is not on disk yet.
  var saving: Saving?
  /// What is being saved takes its time: meanwhile nothing else is done here.
  var delay: SaveDelay?
  /// What could not be saved: the same wish again keeps its ids, so that it counts once.
  var unsaved: Saving?
  /// The entry of a document that is being saved.
  var edited: EntryKey?
  /// A form that was hidden after two minutes without a key.
  var hidden: ScreenStack?
  /// Why the last receiver who was to be told today was not.
  var notTold: NotificationFailure?
  var lastKey: UTCTime
  /// What was read for figures that reach further back than the desk's own picture.
  var far = FarReading()
  /// The page of figures that is open, as it was last worked out.
  var figuresPage: FiguresPage?
  /// The window is too small to show anything: what cannot be seen must not be done.
  private var isTooSmall = false
  /// The writers of this machine, newest last.
  var writers: [String]
  /// Who the program was told it is used by; asked again every morning.
  let claim: Identity.Claim
  let makeID: @Sendable () -> (UInt64, UInt64)
  let local: @Sendable (UTCTime) -> Moment

  package init(_ start: DeskStart) {
    let claim = Identity.Claim(colleague: start.colleague, login: start.login)
    let identity = Identity.proposed(
      by: claim, at: start.school, in: start.picture, now: start.now)
    picture = start.picture
    now = start.now
    words = start.words
    schoolID = identity.school
    colleagueID = identity.colleague
    askedOn = start.now.day
    lastKey = start.now.utc
    writers = start.writers
    self.claim = claim
    makeID = start.makeID
    local = start.local
    screens = ScreenStack(.start)
    toast = start.fate.map(toast)
    // In a folder that was just made there is nobody to choose.
    let isEmpty = picture.documents.colleagues.isEmpty
    if !isEmpty, identity.colleague == nil || identity.school == nil {
      screens.push(.who(WhoState(in: self, choosesSchool: identity.colleague != nil)))
    }
  }

  /// The school the desk stands at.
  var school: School? { schoolID.flatMap(picture.documents.school) }

  /// Who sits here.
  var me: Colleague? { colleagueID.flatMap(picture.documents.colleague) }

  /// The handovers I hold.
  var heldByMe: [Handover] {
    guard let me else { return [] }
    return picture.openHandovers.filter { $0.holder == me.id }
  }

  /// The school's door is open, whoever opened it.
  var isDoorOpen: Bool { openDoor != nil }

  /// I opened the school's door, and it is open.
  var isMyDoorOpen: Bool { openDoor.map { $0.by == colleagueID } ?? false }

  private var openDoor: DoorChange? {
    schoolID.flatMap { picture.ledger.door(at: $0, on: now.day) }.flatMap { $0.isOpen ? $0 : nil }
  }

  /// Who acts here and now.
  var acting: Acting {
    Acting(
      who: colleagueID, now: now, random: makeID,
      codeWord: { CodeWords.fresh(random: $0, taken: $1) })
  }

  func newID<Tag>() -> Hex128<Tag> { acting.id() }

  /// Takes a key; returns what is to be done, in this order.
  package mutating func handle(_ key: Key) -> [Request] {
    if key == .resize { return [] }
    lastKey = now.utc
    if delay != nil, !isTooSmall { return takeWhileSaving(key) }
    if isTooSmall { return key == .character("q") && !asksBeforeQuitting ? [.quit] : [] }
    toast = nil
    return take(key) + lookAtFigures()
  }

  /// Takes what happened outside.
  package mutating func receive(_ news: News) -> [Request] {
    switch news {
    case .tick(let moment):
      let isNewDay = moment.day != now.day
      now = moment
      if isNewDay { beginDay() }
      hideAfterTwoMinutes()
      return askWhoSitsHere() + lookAtFigures()
    case .language(let words):
      self.words = words
      toast = nil
      figuresPage = nil
    case .notTold(let failure): notTold = failure
    case .saving(let delay): self.delay = delay
    case .picture(let picture):
      let failed = self.picture.readOnly
      self.picture = picture
      // A failed save stays on the screen until one succeeds; reading the folder proves nothing.
      if case .lastSaveFailed = failed { self.picture.readOnly = picture.readOnly ?? failed }
      return refreshFar() + lookAtFigures()
    case .newLogFile(let file):
      // Told once, after what was just said to be saved.
      let said = [toast?.text, words("notice.newFile", ["file": file])].compactMap { $0 }
      toast = Toast(text: said.joined(separator: " · "), tone: .refused)
    }
    return lookAtFigures()
  }

  /// Takes the size of the window, as it is when the next key comes.
  package mutating func resized(to size: Size) { isTooSmall = !Self.fits(size) }

  private static func fits(_ size: Size) -> Bool {
    size.columns >= smallest.columns && size.rows >= smallest.rows
  }

  /// The screen as it is now.
  package func draw(size: Size) -> Canvas { draw(size: size, isASCII: false) }

  /// The screen as it is now; in plain ASCII signs where the terminal has no others.
  package func draw(size: Size, isASCII: Bool) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.isASCII = isASCII
    guard Self.fits(size) else {
      drawTooSmall(on: &canvas)
      return canvas
    }
    if screens.current == .blank {
      canvas.put(words("blank.hint"), column: 1, row: size.rows - 1, style: .dim)
      canvas.cursor = Point(column: 1, row: size.rows - 1)
      return canvas
    }
    let area = drawFrame(on: &canvas)
    drawScreen(on: &canvas, in: area)
    return canvas
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let needed = "\(Self.smallest.columns)×\(Self.smallest.rows)"
    let actual = "\(canvas.size.columns)×\(canvas.size.rows)"
    let text = words("frame.tooSmall", ["needed": needed, "actual": actual])
    for (row, line) in DisplayWidth.wrap(text, to: canvas.size.columns).enumerated() {
      canvas.put(line, column: 0, row: row)
    }
  }
}

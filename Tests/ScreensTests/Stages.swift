// Every screen there is, and the keys that lead to it: what must hold on all of them is asked of all.

import Canvas
import Domain
import Resources
import Screens
import TestKit

/// A screen or dialog, with what lies in the folder and what is pressed to get there.
enum Stage: String, CaseIterable, Sendable {
  case start, startList, startSchools, today, resume, receipt, offerReceipt
  case visitTopic, visitOutcome, visitOtherDay, receivers, receiversFiltered, consent
  case handovers, handoversMarked, handoversEmpty, told, withdraw, closing, closeQuestion
  case handOnReceivers, handOnConsent, message, messageDoubtful, offers, meeting
  case roster, substitutes, substituteQuestion, figures, figuresJump, log
  case directory, directoryFiltered
  case rosterWeek, rosterLog, ownShifts, coverage, coverageTerm, fairness, swapOffer, swapReturn, swaps
  case answerSwap, proposal, proposalTerm, proposalAll, dayBuddy, dayBuddyQuestion, basePlan, dutyForm,
    dutyPeople, dutyHours, exports, substitutesUntil, part
  case acute, help, commands, who, closeDoor, quit, blank, failed
  case entries, entriesReadOnly, calendarEntries, settingsEntries, form, formReadOnly, formFaults, checklist
  case discard, delete

  /// The folder: two handovers wait for Malene, one she holds.
  private var picture: FolderPicture {
    switch self {
    case .handoversEmpty, .start, .startList, .today: World.picture()
    case .message, .messageDoubtful: World.withMessages()
    case .entries, .calendarEntries, .settingsEntries, .form, .formFaults, .checklist, .discard, .delete:
      World.editable()
    case .swaps, .answerSwap: World.picture([World.swapOffer])
    default: World.withHandovers()
    }
  }

  /// The keys from I dag; ⎋ is Esc, ⏎ is Enter, ⇥ is Tab.
  private var keys: String {
    switch self {
    case .start, .today, .failed: ""
    case .startList: "n"
    case .startSchools: "n⇥"
    case .resume, .visitTopic: "b"
    case .receipt: "b4⏎"
    case .offerReceipt: "b1g1⇥j"
    case .visitOutcome: "b4"
    case .visitOtherDay: "bd"
    case .receivers: "b1g"
    case .receiversFiltered: "b1g/so"
    case .consent: "b1g1"
    case .handovers, .handoversEmpty: "o"
    case .handoversMarked: "o1"
    case .told: "o3t"
    case .withdraw: "o3r"
    case .closing: "o3a"
    case .closeQuestion: "o3a1"
    case .handOnReceivers: "o1tv"
    case .handOnConsent: "o1tv1"
    case .message: "b1g1bmød"
    case .messageDoubtful: "b1g1bfødt i 2008⏎"
    case .offers: "b1gk"
    case .meeting: "m"
    case .roster: "v"
    case .substitutes: "va"
    case .substituteQuestion: "va1"
    case .figures: "t"
    case .figuresJump: "tg2026"
    case .log: "dl"
    case .directory: "k"
    case .directoryFiltered: "/psy"
    case .rosterWeek: "vu"
    case .rosterLog: "vl"
    case .ownShifts: "vm"
    case .coverage: "vd"
    case .coverageTerm: "vd⇥"
    case .fairness: "vk"
    case .swapOffer: "vb"
    case .swapReturn: "vb/prebe⏎"
    case .swaps: "vy"
    case .answerSwap: "vy1"
    case .proposal: "vp"
    case .proposalTerm: "vp⇥"
    case .proposalAll: "vpg"
    case .dayBuddy: "vr"
    case .dayBuddyQuestion: "vr/sofie⏎"
    case .basePlan: "vg"
    case .dutyForm: "vg⏎"
    case .dutyPeople: "vg⏎1"
    case .dutyHours: "vg⏎3"
    case .exports: "ve"
    case .substitutesUntil: "va⇥⇥"
    case .part: "vat"
    case .acute: "!"
    case .help: "?"
    case .commands: ":"
    case .who: "w"
    case .closeDoor: "dd"
    case .quit: "dq"
    case .blank: " "
    case .entries, .entriesReadOnly: "+"
    case .calendarEntries: "+⇥⇥⇥⇥"
    case .settingsEntries: "+⇥⇥⇥⇥⇥"
    case .form: "++"
    case .formReadOnly: "k+1"
    case .formFaults: "k++010140-5678⏎"
    case .checklist: "+⇥⇥1⏎⏎⏎ "
    case .discard: "++FGU⎋"
    case .delete: "+⇥⇥⇥x"
    }
  }

  /// What only a coordinator is offered.
  var isForCoordinators: Bool {
    switch self {
    case .fairness, .proposal, .proposalTerm, .proposalAll, .basePlan, .dutyForm, .dutyPeople, .dutyHours:
      true
    default: false
    }
  }

  /// A robot that stands on this screen.
  func robot(_ language: Words.Language = .danish, width: Int = 80, height: Int = 24) -> Robot {
    let robot = Robot(
      picture, me: isForCoordinators ? "LON" : "MAL", language: language, width: width, height: height)
    switch self {
    case .start, .startList, .startSchools: break
    default: robot.press(.escape)
    }
    robot.type(keys)
    if self == .resume { robot.wait(until: World.later(minutes: 3)) }
    if self == .failed {
      robot.nextFailure = .noSpace(path: "/srv/elevtjenesten/log/euc-00000000000000aa/visits.jsonl")
      robot.type("b4⏎")
    }
    return robot
  }
}

extension World {
  /// Çetin offers Malene his Thursday at VUC for hers at EUC, two weeks ahead.
  static let swapOffer = Event.swap(
    SwapStep(
      id: id(4000), after: .zero, at: UTCTime(seconds: now.utc.seconds - 3600), by: "CET",
      cells: [
        SwapStep.Cell(
          after: .zero, day: date("2026-03-19"), school: "VUC",
          spans: [DutySpan(colleague: "MAL", buddy: nil, hours: hours)]),
        SwapStep.Cell(
          after: .zero, day: date("2026-03-19"), school: "EUC",
          spans: [DutySpan(colleague: "CET", buddy: "PRE", hours: hours)]),
      ], offer: id(4000), step: .offered))

  /// The moment that many minutes after 10.12.
  static func later(minutes: Int) -> Moment {
    Moment(
      day: now.day, time: ClockTime(minutes: now.time.minutes + minutes) ?? now.time,
      utc: UTCTime(seconds: now.utc.seconds + minutes * 60))
  }

  /// An id made of a small number.
  static func id<Tag>(_ number: UInt64) -> Hex128<Tag> { Hex128(high: 0x77, low: number) }

  /// The step that offers a handover, and the entry of its file.
  static func offer(
    _ number: UInt64, from sender: Colleague.ID, to receiver: Colleague.ID, on day: CivilDate = day,
    hop: Int = 1, after: RecordID = .zero, step: UInt64? = nil
  ) -> (step: HandoverStep, entry: HandoverEntry) {
    let step = HandoverStep(
      id: id(1000 + (step ?? number)), after: after, day: day, handover: id(number), hop: hop, school: "EUC",
      step: .offered)
    let entry = HandoverEntry(
      receiver: receiver, sender: sender, mode: .calledTogether, writer: "gym-0000000000000001")
    return (step, entry)
  }

  /// A folder with these offers, and then these steps.
  static func picture(
    offers: [(step: HandoverStep, entry: HandoverEntry)], steps: [HandoverStep] = [], events: [Event] = []
  ) -> FolderPicture {
    var picture = picture(offers.map { .handover($0.step) } + steps.map(Event.handover) + events)
    for (step, entry) in offers { picture.handoverEntries[step.handover, default: [:]][step.id] = entry }
    return picture
  }

  /// A step made upon another one.
  static func step(
    _ number: UInt64, _ kind: HandoverStep.Step, upon before: HandoverStep, on day: CivilDate = day
  ) -> HandoverStep {
    HandoverStep(
      id: id(2000 + number), after: before.id, day: day, handover: before.handover, hop: before.hop,
      school: before.school, step: kind)
  }

  /// The same, with practical messages allowed.
  static func withMessages() -> FolderPicture {
    var picture = withHandovers()
    picture.documents.settings.allowsPracticalMessage = true
    return picture
  }

  /// Two wait for Malene, from Aage and Çetin; the third she has offered to Çetin herself.
  static func withHandovers(swaps: [Event] = []) -> FolderPicture {
    picture(
      offers: [
        offer(1, from: "AAT", to: "MAL", on: date("2026-03-03")), offer(2, from: "CET", to: "MAL"),
        offer(3, from: "MAL", to: "CET"),
      ], events: swaps)
  }
}

// A real folder with the real store behind a desk: what the canary run types into, and searches afterwards.
import Domain
import Foundation
import Glibc
import Screens
import Store
import TestKit

@testable import elevtjenesten

/// Numbers that are the same in every run.
final class CanaryRandom: @unchecked Sendable {
  private let lock = NSLock()
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  func next() -> UInt64 {
    lock.lock()
    defer { lock.unlock() }
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}

/// The folder, its recorder, and what was handed to it.
final class CanaryWorld {
  let home: TemporaryFolder
  let folder: DataFolder
  let recorder: Recorder
  let random: CanaryRandom
  var reader: PictureReader
  var today: CivilDate
  /// Everything that went wrong, as a person or a log could have got to read it.
  private(set) var said: [String] = []
  private(set) var offers = 0
  /// How many spreadsheets were imported.
  var imports = 0

  init(seed: Int, today: CivilDate) throws {
    home = try TemporaryFolder()
    random = CanaryRandom(seed: seed)
    self.today = today
    let numbers = random
    var documents = World.documents
    documents.settings.isDemo = true
    documents.settings.allowsPracticalMessage = true
    documents.offers = [
      Offer(
        id: "vaerft", name: "Ungeværftet", ages: AgeRange(from: 13, to: 29), topics: ["bolig"], isFree: true,
        isAnonymous: true, isForParents: false, contact: "Torvet 1", confirmed: nil)
    ]
    let path = home.path + "/data"
    _ = try FolderCreation.create(at: path, documents: documents, random: numbers.next)
    let machine = Machine(
      environment: StoreEnvironment(
        stateHome: home.path + "/state", cacheHome: home.path + "/cache", machineID: "m1"),
      random: { numbers.next() })
    folder = try DataFolder(
      FolderPlace(path: path, isNamed: true), machine: machine, isTimePretended: true)
    recorder = Recorder(folder)
    reader = PictureReader(folder, scope: .all)
    try writeRoster()
  }

  /// Malene at EUC and Çetin at VUC on every weekday.
  private func writeRoster() throws {
    let numbers = random
    let duties: [(School.ID, Colleague.ID)] = [("EUC", "MAL"), ("VUC", "CET"), ("GYM", "AAT")]
    let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    let events = duties.flatMap { school, colleague in
      weekdays.map { weekday in
        Event.pattern(
          PatternChange(
            id: RecordID(high: numbers.next(), low: numbers.next()), after: .zero, at: UTCTime(seconds: 0),
            by: nil, from: date("2020-01-01"), rhythm: Rhythm(every: 1, week: week("2020-W01")),
            school: school,
            spans: [DutySpan(colleague: colleague, buddy: nil, hours: World.hours)], weekday: weekday))
      }
    }
    _ = try recorder.record(events, desk: "EUC", on: today)
  }

  func say(_ error: any Error) { said.append("\(error)") }

  /// The folder as it is now.
  func picture() throws -> FolderPicture { try reader.refresh() ?? reader.picture }

  // MARK: What the desk asks for

  /// Performs a request on the disk; every handover carries a canary along, as far as it is let.
  func perform(_ request: Request) -> Answer {
    do throws(SaveFailure) {
      switch request {
      case .record(let events): return .saved(try recorder.record(events, desk: "EUC", on: today))
      case .step(let step): return .saved(try recorder.step(step, on: today))
      case .offer(let step, var entry, let visit):
        refuseTexts(step, entry)
        offers += 1
        if random.below(2) == 0 { entry.codeWord = random.pick(Canary.of(.codeWord)).text }
        // What was typed as a message comes with the request; else one of the texts that may be kept.
        if entry.message == nil, random.below(2) == 0 {
          entry.message = random.pick(Canary.of(.name)).text + " kommer ved kantinen"
        }
        let saved = try recorder.offer(step, entry, visit: visit, on: today)
        if random.below(3) == 0 { copyAside(step.handover) }
        return .saved(saved)
      case .save(let documents, let subject):
        let loaded = try recorder.save(documents, of: subject, over: recorder.loadDocuments(), on: today)
        return .savedDocuments(loaded.documents)
      case .release, .read, .export, .rememberSchool, .discardTypedKeys, .redraw, .quit: return .done
      }
    } catch {
      say(error)
      return .failed(error)
    }
  }

  /// A message with a number in it is refused, whatever stands around it.
  private func refuseTexts(_ step: HandoverStep, _ entry: HandoverEntry) {
    var entry = entry
    let canary = random.pick(Canary.all.filter(\.isRefusedInTexts))
    entry.message = "ring: " + canary.text
    do throws(SaveFailure) {
      _ = try recorder.offer(step, entry, visit: nil, on: today)
      said.append("the message was taken: \(canary.text)")
    } catch {
      say(error)
    }
  }

  /// What a file synchroniser does when two machines wrote.
  private func copyAside(_ handover: Handover.ID) {
    let file = "\(folder.path)/handovers/\(handover)"
    try? FileManager.default.copyItem(
      atPath: file + ".json", toPath: file + ".sync-conflict-20260305-101200-ABCDEFG.json")
  }

  /// Ends every handover that is open.
  func closeAll() throws {
    let numbers = random
    for handover in try picture().openHandovers {
      let reason = numbers.pick(ClosingReason.allCases)
      let step = HandoverStep(
        id: RecordID(high: numbers.next(), low: numbers.next()), after: handover.last, day: today,
        handover: handover.id, hop: handover.hop, school: handover.school,
        step: handover.state.isWithSender && numbers.below(2) == 0 ? .withdrawn : .closed(reason))
      _ = try recorder.step(step, on: today)
    }
  }

  /// Forgets all that is due a year later, as `slet-gamle` does. Answers how many records are left that
  /// say of a single visit what it was about.
  func forgetAll() throws -> Int {
    var documents = folder.documents
    documents.settings.isDemo = false
    let later = World.moment(today.adding(days: 365).description, "12:00")
    let forgetter = try Forgetter(folder: folder.path, documents: documents, now: later)
    let report = try recorder.forget(forgetter) { _ in }
    for failed in report.failed { say(failed.error) }
    return try picture().ledger.days.values.reduce(0) { $0 + $1.visits.count }
  }

  /// What the program does when the door closes.
  func closeTheDoor() throws { recorder.coverTimes(try elevtjenesten.Clock()) }

  func remove() { home.remove() }
}

// A made-up history of two machines that record, end weeks and forget, each on its own copy of one folder; and
// all that is shown of ended weeks and releases, to be compared before and after each change.

import Domain
import Foundation
import Reports
import Resources
import Store
import TestKit

@testable import elevtjenesten

/// Numbers that are the same in every run (SplitMix64).
final class HistoryRandom: @unchecked Sendable {
  private let lock = NSLock()
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x2545_F491_4F6C_DD1D }

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

  func id() -> RecordID { RecordID(high: next(), low: next()) }
}

/// One machine with its copy of the folder.
final class HistoryMachine {
  let folder: DataFolder
  let recorder: Recorder
  private var reader: PictureReader

  init(_ path: String, state: String, home: String, _ random: HistoryRandom) throws {
    let machine = Machine(
      environment: StoreEnvironment(
        stateHome: home + "/" + state, cacheHome: home + "/cache-" + state, machineID: state),
      random: { random.next() })
    folder = try DataFolder(
      FolderPlace(path: path, isNamed: true), machine: machine, isTimePretended: false)
    recorder = Recorder(folder)
    reader = PictureReader(folder, scope: .all)
  }

  /// The folder as a desk sees it that has been open all the time, or as a new start reads it.
  func picture(isNew: Bool) throws -> FolderPicture {
    if isNew { reader = PictureReader(folder, scope: .all) }
    return try reader.refresh() ?? reader.picture
  }
}

/// The two machines, and what happens to them.
final class WeekHistory {
  static let quarter = Period.quarter(year: 2026, number: 1)
  static let schools: [School.ID] = ["GYM", "EUC", "FGU", "VUC"]

  let home: TemporaryFolder
  let random: HistoryRandom
  let machines: [HistoryMachine]
  private(set) var visits: [[Visit]] = [[], []]
  /// Where it went wrong, for whoever reads of it.
  private(set) var story: [String] = []

  init(seed: Int) throws {
    home = try TemporaryFolder()
    random = HistoryRandom(seed: seed)
    var documents = World.documents
    documents.schools.removeAll { !Self.schools.contains($0.id) }
    let numbers = random
    let (first, second) = (home.path + "/a", home.path + "/b")
    _ = try FolderCreation.create(at: first, documents: documents, random: numbers.next)
    try FileManager.default.copyItem(atPath: first, toPath: second)
    machines = [
      try HistoryMachine(first, state: "state-a", home: home.path, numbers),
      try HistoryMachine(second, state: "state-b", home: home.path, numbers),
    ]
    let everyday = Rhythm(every: 1, week: TestKit.week("2025-W33"))
    let roster = ["MAL", "CET", "AAT"].enumerated().map { index, colleague in
      Event.pattern(
        PatternChange(
          id: numbers.id(), after: .zero, at: UTCTime(seconds: 0), by: nil, from: date("2025-08-11"),
          rhythm: everyday, school: Self.schools[index],
          spans: [DutySpan(colleague: Colleague.ID(colleague), buddy: nil, hours: World.hours)],
          weekday: Weekday.allCases[index + 1]))
    }
    _ = try machines[0].recorder.record(roster, desk: nil, on: date("2025-12-29"))
    try sync()
  }

  func clock(_ day: CivilDate, _ time: String = "12:30", ahead days: Int = 0) throws -> elevtjenesten.Clock {
    try elevtjenesten.Clock(
      pretending: LocalTime(day: day.adding(days: days), time: TestKit.time(time)))
  }

  // MARK: What is recorded

  /// A week as one machine records it: visits, zeros, sparrings, doors, and something taken back.
  func record(_ week: ISOWeek, by machine: Int, on day: CivilDate, count: Int) throws {
    var events: [Event] = []
    for _ in 0..<count {
      let (date, school) = (week.date(of: random.pick(Weekday.allCases)), random.pick(Self.schools))
      let tick = Tick(id: random.id(), day: date, school: school)
      switch random.below(12) {
      case 0: events.append(.zero(tick))
      case 1: events.append(.sparring(tick))
      case 2:
        events.append(
          .door(
            DoorChange(
              id: tick.id, at: UTCTime(seconds: date.dayNumber * 86_400 + 36_000), by: nil, day: date,
              isOpen: true, school: school)))
      case 3:
        guard let gone = visits[machine].last, ISOWeek(containing: gone.day) == week else { continue }
        visits[machine].removeLast()
        events.append(.void(TakeBack(id: tick.id, day: gone.day, of: gone.id)))
      default:
        let topic: Topic.ID = random.pick(["trivsel", "familie", "bolig"])
        let visit = Visit(
          id: tick.id, day: date, school: school, topic: topic, outcome: random.pick(Outcome.allCases))
        visits[machine].append(visit)
        events.append(.visit(visit))
      }
    }
    _ = try machines[machine].recorder.record(events, desk: Self.schools[machine], on: day)
  }

  /// Ends what a machine believes to be over; the names of the weeks.
  @discardableResult
  func end(by machine: Int, on day: CivilDate, ahead days: Int = 0) throws -> [ISOWeek] {
    let ender = WeekEnder(folder: machines[machine].folder, clock: try clock(day, ahead: days))
    return try ender.endWeeks(recorder: machines[machine].recorder).ended.map(\.week)
  }

  /// The newer and longer files of each copy come to the other, as a synchroniser brings them.
  func sync() throws {
    let paths = machines.map(\.folder.path)
    for (from, to) in [(paths[0], paths[1]), (paths[1], paths[0])] {
      for part in ["log", "releases"] {
        for name in try FileManager.default.subpathsOfDirectory(atPath: from + "/" + part) {
          let (source, target) = (from + "/" + part + "/" + name, to + "/" + part + "/" + name)
          var isFolder: ObjCBool = false
          _ = FileManager.default.fileExists(atPath: source, isDirectory: &isFolder)
          if isFolder.boolValue {
            try FileManager.default.createDirectory(
              atPath: target, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o770])
            continue
          }
          let (new, old) = (
            FileManager.default.contents(atPath: source) ?? Data(),
            FileManager.default.contents(atPath: target) ?? Data()
          )
          guard new != old, new.count > old.count else { continue }
          try? FileManager.default.removeItem(atPath: target)
          try FileManager.default.copyItem(atPath: source, toPath: target)
        }
      }
    }
  }

  // MARK: Documents

  /// One change that is made by hand, in a file, of the copy of one machine; what it was.
  func changeDocuments(of machine: Int, on day: CivilDate) throws -> String {
    let recorder = machines[machine].recorder
    let loaded = recorder.loadDocuments()
    var documents = loaded.documents
    let place = documents.schools.isEmpty ? nil : random.below(documents.schools.count)
    let past = date("2025-12-29").adding(days: random.below(120))
    var (subject, what) = (DocumentSubject.schools, "")
    switch random.below(9) {
    case 0:
      guard let place else { break }
      what = "hours of \(documents.schools[place].id)"
      documents.schools[place].hours = Weekday.allCases.filter { _ in random.below(2) == 0 }
        .map { OpeningHours(weekday: $0, span: World.hours) }
    case 1:
      guard let place else { break }
      what = "\(documents.schools[place].id) opened \(past)"
      documents.schools[place].opened = past
    case 2:
      guard let place else { break }
      what = "\(documents.schools[place].id) small or not"
      documents.schools[place].isSmall.toggle()
    case 3:
      if let place, documents.schools.count > 2 {
        what = "\(documents.schools[place].id) gone"
        documents.schools.remove(at: place)
      } else {
        what = "all schools there again"
        documents.schools = World.documents.schools.filter { Self.schools.contains($0.id) }
      }
    case 4, 5:
      (subject, what) = (.calendar, "closed from \(past)")
      if random.below(3) == 0 { documents.calendar = [] }
      documents.calendar.append(
        CalendarEntry(
          schoolYear: "2025/26", name: "Lukket \(random.below(1000))",
          kind: random.pick(CalendarEntry.Kind.allCases),
          days: DateSpan(from: past, to: past.adding(days: random.below(30))), schools: nil,
          hours: nil, source: ""))
    case 6, 7:
      subject = .colleagues
      let index = random.below(documents.colleagues.count)
      what = "colleague \(documents.colleagues[index].id)"
      documents.colleagues[index].to = random.below(2) == 0 ? past : nil
      documents.colleagues[index].from = random.below(3) == 0 ? past : nil
      documents.colleagues[index].away = [DateSpan(from: past, to: past.adding(days: 200))]
    default:
      (subject, what) = (.topics, "a topic has another name")
      let index = random.below(documents.topics.count)
      documents.topics[index].label = Label(danish: "Økonomi", english: "Money")
    }
    _ = try recorder.save(documents, of: subject, over: loaded, on: day)
    return what
  }
}

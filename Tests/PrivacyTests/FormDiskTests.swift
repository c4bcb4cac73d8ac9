// Forms over a real folder: what is typed and refused is in no file, and what is saved is read without faults.
import Canvas
import Domain
import Foundation
import Store
import TestKit
import Testing

@testable import Screens

/// A folder whose documents a robot edits through the real store, as the event loop would let it.
private final class EditedFolder {
  let home: TemporaryFolder
  let store: DocumentStore
  private(set) var loaded: LoadedDocuments

  init() throws {
    home = try TemporaryFolder()
    var documents = World.documents
    documents.settings.professions = ["mentor", "psykolog", "ungesagsbehandler"].map {
      Profession(id: Profession.ID($0), label: Label(danish: $0, english: $0))
    }
    documents.offers = [
      Offer(
        id: "vaerft", name: "Ungeværftet", ages: AgeRange(from: 13, to: 29), topics: ["bolig"], isFree: true,
        isAnonymous: true, isForParents: false, contact: "Torvet 1", confirmed: nil)
    ]
    documents.calendar = [
      CalendarEntry(
        schoolYear: "2025/26", name: "Vinterferie", kind: .schoolBreak,
        days: DateSpan(from: date("2026-02-07"), to: date("2026-02-15")), source: "plan")
    ]
    for place in documents.colleagues.indices { documents.colleagues[place].profession = "mentor" }
    for place in documents.topics.indices { documents.topics[place].professions = ["mentor"] }
    let numbers = CanaryRandom(seed: 1)
    _ = try FolderCreation.create(at: home.path + "/data", documents: documents, random: numbers.next)
    store = DocumentStore(folder: home.path + "/data", cache: home.path + "/cache")
    loaded = store.load()
  }

  func perform(_ request: Request) -> Answer {
    guard case .save(let documents, let subject) = request else { return .done }
    do throws(SaveFailure) {
      loaded = try store.save(subject, of: documents, over: loaded, random: 7)
      return .savedDocuments(loaded.documents)
    } catch {
      if case .changedMeanwhile = error { loaded = store.load() }
      return .failed(error)
    }
  }

  /// A coordinator in the form of a list's first entry.
  func robot(_ subject: DocumentSubject) -> Robot {
    var picture = World.picture()
    picture.documents = loaded.documents
    let robot = Robot(picture, me: "LON", disk: perform).press(.escape).type("+")
    for _ in 0..<(EntriesState.subjects.firstIndex(of: subject) ?? 0) { robot.press(.tab) }
    return robot.press(.enter)
  }
}

extension Robot {
  fileprivate var form: Form? {
    if case .form(let state) = desk.screens.current { return state.form }
    return nil
  }

  /// Goes down to a field and types into it in place of what it held.
  fileprivate func fill(_ place: Int, _ text: String) {
    press(.pageUp)
    for _ in 0..<place { press(.down) }
    press(.end, .control("u"))
    for sign in text { press(.character(sign)) }
  }
}

@Suite struct FormDiskTests {
  @Test func whatIsRefusedIsInNoFile() throws {
    let folder = try EditedFolder()
    defer { folder.home.remove() }
    var typed = 0
    for subject in DocumentSubject.allCases {
      let fields = folder.robot(subject).form?.fields ?? []
      for (place, field) in fields.enumerated() where field.kind.isTyped && !field.isFixed {
        let isContact = field.kind.scope == .plain
        for canary in Canary.all where isContact ? canary.isRefusedEverywhere : canary.isRefusedInTexts {
          let robot = folder.robot(subject)
          robot.fill(place, canary.text)
          robot.press(.control("s"), .control("g"), .control("s"))
          typed += 1
          #expect(robot.desk.picture.readOnly == nil, "the form lets through what the store refuses")
        }
      }
    }
    #expect(typed > 400, "the run did too little to prove anything")
    let outcome = CanarySearch().hits(below: folder.home.path)
    #expect(outcome.hits.isEmpty, "\(outcome.hits.joined(separator: "\n"))")
  }

  /// Every form changes every field it lets be typed into; loading finds nothing wrong with any.
  @Test func whatIsSavedIsReadWithoutFaults() throws {
    let folder = try EditedFolder()
    defer { folder.home.remove() }
    for subject in DocumentSubject.allCases {
      let fields = folder.robot(subject).form?.fields ?? []
      for field in fields where field.kind.isTyped && !field.isFixed {
        let robot = folder.robot(subject)
        // A row that was filled brings another empty one.
        let place = try #require(robot.form?.fields.firstIndex { $0.key == field.key })
        robot.fill(place, Self.harmless(field.kind, field.key.name))
        robot.press(.control("s"))
        // What the change brings with it is asked about first.
        if robot.form == nil, robot.glass.text.contains("Det fører med sig") { robot.type("j") }
        #expect(robot.form == nil, "\(subject) \(field.key): \(robot.glass.text)")
        let found = folder.store.load()
        #expect(found.faults == [], "\(subject) \(field.key)")
        #expect(found.documents == robot.desk.picture.documents, "\(subject) \(field.key)")
      }
    }
    #expect(folder.store.load().documents.topicsVersion > 1, "a changed topic list is another version")
  }

  private static func harmless(_ kind: FieldKind, _ name: FieldName) -> String {
    switch kind {
    case .text, .words, .id: return "Ærø, Łódź"
    case .contact where name == .goal: return "bemandet; 95"
    case .contact: return name == .emergency ? "Vagt; 7" : "Torvet 7"
    case .letter: return "7"
    case .date: return name == .to || name == .hoursFrom ? "1.4.26" : "10.2.26"
    case .times: return "10-12"
    case .hours: return "fr 9-10"
    case .ages: return "13-"
    case .absences: return "1.5-5.5"
    case .schoolYear: return "2025/26"
    case .number: return "30"
    case .yesNo, .weekdays, .choice, .several: return ""
    }
  }

  /// Another writer was quicker on the disk, and the screen has not seen it yet.
  @Test func quickerWriterKeepsWhatItWrote() throws {
    let folder = try EditedFolder()
    defer { folder.home.remove() }
    let robot = folder.robot(.offers)
    let other = folder.store.load()
    var theirs = other.documents
    theirs.offers[0].contact = "Havnen 3"
    theirs.colleagues[0].place = "Lokale 9"
    _ = try folder.store.save(.offers, of: theirs, over: other, random: 8)
    robot.fill(1, "Havnen 4")
    robot.press(.control("s"))
    #expect(robot.form != nil && robot.shows("En anden har ændret det samme imens."))
    #expect(folder.store.load().documents.offers[0].contact == "Havnen 3")
    var picture = robot.desk.picture
    picture.documents = folder.store.load().documents
    robot.see(picture).press(.control("s"))
    #expect(robot.shows("En anden har skrevet: Havnen 3"))
    robot.press(.control("s"))
    #expect(folder.store.load().documents.offers[0].contact == "Havnen 4")
  }
}

// Documents: every fault at once, the last good copy, and saving beside other hands.

import Domain
import Foundation
import Store
import Testing

@Suite("The documents") struct DocumentTests {
  /// A folder with all documents as `opret` writes them.
  static func folder() throws -> TestFolder {
    let folder = try TestFolder()
    try FileManager.default.removeItem(atPath: folder.data)
    var documents = Documents(settings: Settings(name: "Holbæk"))
    let label = Label(danish: "Psykolog", english: "Psychologist")
    documents.settings.professions = [Profession(id: "psykolog", label: label)]
    documents.schools = [School(id: "EUC", name: "EUC", opened: day("2017-09-04"), hours: [])]
    documents.colleagues = [
      Colleague(id: "CET", name: "Çetin Havtorn", profession: "psykolog"),
      Colleague(id: "MAL", name: "Malene Smedelyng", profession: "psykolog"),
    ]
    documents.topics = [
      Topic(
        id: "bolig", key: "4", label: Label(danish: "Bolig", english: "Housing"), professions: ["psykolog"])
    ]
    _ = try FolderCreation.create(at: folder.data, documents: documents) { folder.randomness.next() }
    return folder
  }

  static func store(_ folder: TestFolder) -> DocumentStore {
    DocumentStore(folder: folder.data, cache: folder.root + "/cache")
  }

  private func write(_ text: String, to name: String, in folder: TestFolder) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.data + "/" + name))
  }

  private func read(_ name: String, in folder: TestFolder) throws -> String {
    String(decoding: try folder.bytes(name), as: UTF8.self)
  }

  @Test func areReadAsTheyWereWritten() throws {
    let folder = try Self.folder()
    let loaded = Self.store(folder).load()
    #expect(loaded.faults.isEmpty)
    #expect(loaded.documents.colleagues.map(\.name) == ["Çetin Havtorn", "Malene Smedelyng"])
    #expect(loaded.documents.topics.first?.key == "4")
    #expect(loaded.documents.settings.name == "Holbæk")
  }

  @Test func theEntriesOfTheHandbookAreRead() throws {
    let folder = try Self.folder()
    try write(
      #"{"version":1,"schools":[{"id":"EUC","name":"EUC","kind":"youth","opened":"2017-09-04","#
        + #""hours":[{"weekday":1,"from":"09:30","to":"13:30"}],"#
        + #""teacherBreak":{"from":"11:30","to":"11:50"},"small":false,"pilot":false}]}"#,
      to: "schools.json", in: folder)
    try write(
      #"{"version":1,"calendar":[{"schoolYear":"2025/26","name":"Vinterferie","kind":"break","#
        + #""from":"2026-02-07","to":"2026-02-15","schools":["*"],"hours":null,"source":"…","confirmed":null}]}"#,
      to: "calendar.json", in: folder)
    try write(
      #"{"version":1,"offers":[{"id":"ungevaerft","name":"…","ages":{"from":13,"to":29},"topics":["bolig"],"#
        + #""free":true,"anonymous":true,"forParents":true,"contact":"…","confirmed":"2026-01-05"}]}"#,
      to: "offers.json", in: folder)
    let loaded = Self.store(folder).load()
    #expect(loaded.faults.isEmpty)
    #expect(loaded.documents.schools.first?.hours(on: .monday, asOf: nil).first?.minutes == 240)
    #expect(loaded.documents.calendar.first?.schools == nil)
    #expect(loaded.documents.offers.first?.ages == AgeRange(from: 13, to: 29))
  }

  @Test func everyFaultIsToldAtOnce() throws {
    let folder = try Self.folder()
    try write(
      #"{"version":1,"colleagues":["#
        + #"{"id":"CET","name":"Çetin Havtorn","profession":"psykolog"},"#
        + #"{"id":"CET","name":"Malene","profession":"psykolg","role":"coordinater"},"#
        + #"{"id":"Ærø","name":7,"profession":"psykolog","from":"2026-02-30","#
        + #""away":[{"from":"2026-03-09","to":"2026-03-01"}],"weekdays":[1,9]},"#
        + #"{"name":"x","profession":"psykolg"}]}"#,
      to: "colleagues.json", in: folder)
    let faults = DocumentStore(folder: folder.data, cache: nil).load().faults
    func fault(_ path: String, _ problem: DocumentFault.Problem) -> DocumentFault {
      DocumentFault(.colleagues, path: path, problem)
    }
    #expect(
      Set(faults) == [
        fault("colleagues[1].id", .duplicateID(found: "CET")),
        fault("colleagues[1].profession", .unknownReference(found: "psykolg", suggestion: "psykolog")),
        fault("colleagues[1].role", .unknownWord(found: "coordinater", suggestion: "coordinator")),
        fault("colleagues[2].id", .badID(found: "Ærø")),
        fault("colleagues[2].name", .wrongType(expected: .text)),
        fault("colleagues[2].from", .badDate),
        fault("colleagues[2].away[0].to", .reversed),
        fault("colleagues[2].weekdays[1]", .outOfRange(9, allowed: 1...7)),
        fault("colleagues[3].id", .missing),
        fault("colleagues[3].profession", .unknownReference(found: "psykolg", suggestion: "psykolog")),
      ])
  }

  @Test func anUnknownReferenceNamesTheNearest() throws {
    let folder = try Self.folder()
    let text = try read("colleagues.json", in: folder)
    try write(
      text.replacingOccurrences(of: #""profession": "psykolog""#, with: #""profession": "psykolg""#),
      to: "colleagues.json", in: folder)
    let loaded = Self.store(folder).load()
    #expect(
      loaded.faults.first
        == DocumentFault(
          .colleagues, path: "colleagues[0].profession",
          .unknownReference(found: "psykolg", suggestion: "psykolog")))
    #expect(loaded.broken.isEmpty)
  }

  /// The line that a person has to look at; what is missing at the end of a line is found on the next.
  @Test(arguments: [
    ("", 1), ("{", 1), ("{\n  \"name\": \"Prøve\",\n  \"goals\": }\n", 3),
    ("{\n  \"name\": \"Prøve\"\n  \"goals\": []\n}", 3), ("{\n  \"name\": \"Prøve,\n  \"goals\": []\n}", 2),
    ("{\n  \"goals\": [1,\n  2\n}\n", 4), ("{\n  \"demo\": tru\n}", 2), ("{}\n\nslut", 3),
    ("{\n  \"a\": \"\\\"\",\n  \"b\": [{}, [], -1.5e3, null, false]\n  ]", 4),
    (String(repeating: "[", count: 100_000), 1),
  ])
  func whereAFileIsNotJSON(text: String, line: Int) {
    #expect(
      LoadedDocuments(Array(text.utf8), as: .settings).faults
        == [DocumentFault(.settings, path: "", .notJSON(line: line))])
  }

  @Test func whereAFileIsNotUTF8() {
    let latin = Array("{\n  \"name\": \"Pr".utf8) + [0xF8] + Array("ve\"\n}\n".utf8)
    #expect(
      LoadedDocuments(latin, as: .settings).faults
        == [DocumentFault(.settings, path: "", .notJSON(line: 2))])
  }

  @Test func aBrokenDocumentIsReplacedByTheLastGoodCopy() throws {
    let folder = try Self.folder()
    let store = Self.store(folder)
    _ = store.load()
    try write("{ not json", to: "colleagues.json", in: folder)
    let loaded = store.load()
    #expect(loaded.faults == [DocumentFault(.colleagues, path: "", .notJSON(line: 1))])
    #expect(loaded.sources[.colleagues] == .lastGoodCopy)
    #expect(loaded.documents.colleagues.count == 2)
    #expect(throws: SaveFailure.self) {
      _ = try store.save(.colleagues, of: loaded.documents, over: loaded, random: 1)
    }
    #expect(try read("colleagues.json", in: folder) == "{ not json")
  }

  /// The number belongs to nobody: its owner would be born in 2040.
  @Test(arguments: ["Kaj 010140-5678", "0101405678"])
  func aNumberThatTellsWhoIsRefusedAndNotRepeated(name: String) throws {
    let folder = try Self.folder()
    let text = try read("colleagues.json", in: folder)
    try write(
      text.replacingOccurrences(of: "Malene Smedelyng", with: name), to: "colleagues.json", in: folder)
    let loaded = DocumentStore(folder: folder.data, cache: nil).load()
    guard case .refusedText? = loaded.faults.first?.problem else {
      Issue.record("not refused: \(loaded.faults)")
      return
    }
    #expect(!"\(loaded.faults)".contains("5678"))
  }

  @Test func savingKeepsWhatTheProgramDoesNotKnow() throws {
    let folder = try Self.folder()
    let store = Self.store(folder)
    let text = try read("colleagues.json", in: folder)
    try write(
      text.replacingOccurrences(of: #""id": "CET","#, with: #""id": "CET", "parking": "P7","#),
      to: "colleagues.json", in: folder)
    let loaded = store.load()
    var documents = loaded.documents
    documents.colleagues[0].place = "Rådhuset 1.04"
    let saved = try store.save(.colleagues, of: documents, over: loaded, random: 1)
    #expect(saved.documents.colleagues[0].place == "Rådhuset 1.04")
    #expect(try read("colleagues.json", in: folder).contains(#""parking": "P7""#))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.data).allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test func twoHandsOnDifferentEntriesBothCount() throws {
    let folder = try Self.folder()
    let store = Self.store(folder)
    let loaded = store.load()
    var (one, two) = (loaded.documents, loaded.documents)
    one.colleagues[0].place = "A"
    two.colleagues[1].place = "B"
    two.colleagues.append(Colleague(id: "NEW", name: "Ny", profession: "psykolog"))
    _ = try store.save(.colleagues, of: one, over: loaded, random: 1)
    let saved = try store.save(.colleagues, of: two, over: loaded, random: 2)
    #expect(saved.documents.colleagues.map(\.place) == ["A", "B", nil])
  }

  @Test func twoHandsOnOneEntryAreAsked() throws {
    let folder = try Self.folder()
    let store = Self.store(folder)
    let loaded = store.load()
    var (one, two) = (loaded.documents, loaded.documents)
    one.colleagues[0].place = "A"
    two.colleagues[0].place = "B"
    _ = try store.save(.colleagues, of: one, over: loaded, random: 1)
    #expect(throws: SaveFailure.changedMeanwhile(path: folder.data + "/colleagues.json")) {
      _ = try store.save(.colleagues, of: two, over: loaded, random: 2)
    }
    #expect(store.load().documents.colleagues[0].place == "A")
  }

  @Test func anEntryIsTakenOut() throws {
    let folder = try Self.folder()
    let store = Self.store(folder)
    let loaded = store.load()
    var documents = loaded.documents
    documents.colleagues.removeFirst()
    let saved = try store.save(.colleagues, of: documents, over: loaded, random: 1)
    #expect(saved.documents.colleagues.map(\.id) == ["MAL"])
  }

  @Test func settingsAreSavedKeyByKey() throws {
    let folder = try Self.folder()
    let store = Self.store(folder)
    let loaded = store.load()
    var (one, two) = (loaded.documents, loaded.documents)
    one.settings.longWaitDays = 21
    two.settings.name = "Slagelse"
    _ = try store.save(.settings, of: one, over: loaded, random: 1)
    let saved = try store.save(.settings, of: two, over: loaded, random: 2)
    #expect(saved.documents.settings.longWaitDays == 21)
    #expect(saved.documents.settings.name == "Slagelse")
  }
}

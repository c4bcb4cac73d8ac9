// Documents edited by hand: what must not be written down is told by its place, and nowhere shown.

import Domain
import Foundation
import Store
import Testing

/// The number belongs to nobody: its owner would be born in 2040.
private let number = "010140-5678"

@Suite("Refused texts in documents") struct RefusedTextTests {
  private func write(_ text: String, to name: String, in folder: TestFolder) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.data + "/" + name))
    #expect(chmod(folder.data + "/" + name, 0o640) == 0)
  }

  /// One colleague with a text in a field, beside fields that are in order.
  private func colleague(_ fields: [String: String]) -> String {
    var all = ["id": "MAL", "name": "Malene Smedelyng", "profession": "psykolog"]
    all.merge(fields) { $1 }
    let members = all.sorted { $0.key < $1.key }.map { #""\#($0.key)":"\#($0.value)""# }
    return #"{"version":1,"colleagues":[{\#(members.joined(separator: ","))}]}"#
  }

  private func codes(_ folder: TestFolder) throws -> [String] {
    let state = try StateFolder(path: folder.root + "/state")
    let now = moment("2026-03-05", "10:12")
    return try Check.run(folder: folder.data, state: state.path, isDeep: false, now: now).findings.map(\.code)
  }

  @Test(arguments: [
    ("name", number), ("name", "Kaj 0101405678"), ("place", "Lokale 010140 5678"),
    ("place", "ring 12 34 56 78"), ("place", "skriv til kaj@eksempel.dk"), ("workPhone", number),
    ("workMail", "0101405678@eksempel.dk"), ("login", "010140 5678"), ("note", "mor til \(number)"),
  ])
  func areHiddenAndToldByTheirPlace(field: String, text: String) throws {
    let folder = try DocumentTests.folder()
    try write(colleague([field: text]), to: "colleagues.json", in: folder)
    let loaded = DocumentTests.store(folder).load()
    #expect(loaded.faults.map(\.path) == ["colleagues[0].\(field)"])
    #expect(loaded.faults.allSatisfy { $0.code == "refused-text" })
    #expect(try codes(folder) == ["refused-text"])
    // The colleague is still there, and the text is in nothing that can be shown.
    #expect(loaded.documents.colleagues.map(\.id) == ["MAL"])
    #expect(!"\(loaded.documents) \(loaded.faults)".contains(text))
    #expect(field != "name" || loaded.documents.colleagues[0].name == "(skjult)")
  }

  @Test func aWorkTelephoneAndMailHaveFieldsOfTheirOwn() throws {
    let folder = try DocumentTests.folder()
    try write(
      colleague(["workPhone": "+45 12 34 56 78", "workMail": "mal@eksempel.dk"]), to: "colleagues.json",
      in: folder)
    let loaded = DocumentTests.store(folder).load()
    #expect(loaded.faults.isEmpty)
    #expect(loaded.documents.colleagues[0].workPhone == "+45 12 34 56 78")
    #expect(loaded.documents.colleagues[0].workMail == "mal@eksempel.dk")
  }

  @Test func aNumberOverTwoFieldsHidesBoth() throws {
    let folder = try DocumentTests.folder()
    try write(
      #"{"version":1,"colleagues":[{"id":"MAL","name":"Kaj 010140","profession":"psykolog","#
        + #""competences":["5678","angst"]}]}"#, to: "colleagues.json", in: folder)
    let loaded = DocumentTests.store(folder).load()
    #expect(loaded.faults.map(\.path) == ["colleagues[0].name"])
    #expect(loaded.documents.colleagues[0].name == "(skjult)")
    #expect(loaded.documents.colleagues[0].competences.isEmpty)
  }

  @Test(arguments: [
    ("schools.json", #"{"version":1,"schools":[{"id":"EUC","name":"@","opened":"2017-09-04","hours":[]}]}"#),
    ("topics.json", #"{"version":1,"topics":[{"code":"bolig","label":{"da":"@"},"professions":[]}]}"#),
    (
      "topics.json",
      #"{"version":1,"topics":[{"code":"bolig","label":{"da":"B","en":"@"},"professions":[]}]}"#
    ),
    ("offers.json", #"{"version":1,"offers":[{"id":"x","name":"@"}]}"#),
    ("offers.json", #"{"version":1,"offers":[{"id":"x","name":"X","contact":"@"}]}"#),
    ("settings.json", #"{"version":1,"name":"@"}"#),
    ("settings.json", #"{"version":1,"name":"x","exportFolder":"/@"}"#),
    ("settings.json", #"{"version":1,"name":"x","notification":["mail","@"]}"#),
    ("settings.json", #"{"version":1,"name":"x","emergency":{"numbers":[{"name":"x","number":"@"}]}}"#),
    ("settings.json", #"{"version":1,"name":"x","_comment":["@"]}"#),
    (
      "calendar.json",
      #"{"version":1,"calendar":[{"schoolYear":"2025/26","name":"@","kind":"break","from":"2026-02-07","#
        + #""to":"2026-02-15"}]}"#
    ),
    (
      "calendar.json",
      #"{"version":1,"calendar":[{"schoolYear":"2025/26","name":"x","kind":"break","from":"2026-02-07","#
        + #""to":"2026-02-15","source":"@"}]}"#
    ),
  ])
  func areFoundInEveryDocument(file: String, text: String) throws {
    let folder = try DocumentTests.folder()
    try write(text.replacingOccurrences(of: "@", with: number), to: file, in: folder)
    let loaded = DocumentTests.store(folder).load()
    #expect(loaded.faults.contains { $0.code == "refused-text" && $0.document.file == file })
    #expect(!"\(loaded.documents) \(loaded.faults)".contains(number))
  }

  @Test func neverReachTheCopyInTheCache() throws {
    let folder = try DocumentTests.folder()
    try write(colleague(["place": number, "note": number]), to: "colleagues.json", in: folder)
    let loaded = DocumentTests.store(folder).load()
    #expect(loaded.sources[.colleagues] == .file)
    let copy = folder.root + "/cache/documents/colleagues.json"
    #expect(!FileManager.default.fileExists(atPath: copy))
    // The other documents have theirs: the cache works.
    #expect(FileManager.default.fileExists(atPath: folder.root + "/cache/documents/schools.json"))
  }

  @Test func areNeitherWrittenNorWrittenAnew() throws {
    let folder = try DocumentTests.folder()
    let store = DocumentTests.store(folder)
    var loaded = store.load()
    var documents = loaded.documents
    documents.colleagues[0].place = number
    #expect(throws: SaveFailure.self) {
      _ = try store.save(.colleagues, of: documents, over: loaded, random: 1)
    }
    let file = String(decoding: try folder.bytes("colleagues.json"), as: UTF8.self)
    #expect(!file.contains(number))
    // A document that holds one by somebody's hand is not rewritten with it either.
    try write(colleague(["note": number]), to: "colleagues.json", in: folder)
    loaded = store.load()
    documents = loaded.documents
    documents.colleagues[0].place = "Rådhuset 1.04"
    #expect(throws: SaveFailure.self) {
      _ = try store.save(.colleagues, of: documents, over: loaded, random: 1)
    }
  }

  @Test(arguments: [number, "Kaj \(number)"]) func areNotRepeatedWhereAnIDBelongs(text: String) throws {
    let folder = try DocumentTests.folder()
    try write(
      colleague(["id": text, "role": text, "profession": "psykolog"]), to: "colleagues.json", in: folder)
    let faults = DocumentStore(folder: folder.data, cache: nil).load().faults
    #expect(!faults.isEmpty)
    #expect(!"\(faults)".contains("5678"))
  }

  @Test func areTakenOutOfAHandoversFile() throws {
    let folder = try DocumentTests.folder()
    let files = HandoverFiles(folder: folder.data)
    let (offer, handover): (RecordID, Handover.ID) = (folder.randomness.id(), folder.randomness.id())
    var entry = HandoverEntry(
      receiver: "CET", sender: "MAL", mode: .comesAlone, codeWord: "blå stol", writer: "")
    entry.message = "ring til 12 34 56 78"
    #expect(throws: SaveFailure.self) {
      try files.add(entry, offer: offer, to: handover, on: day("2026-03-05"), random: 1)
    }
    entry.message = nil
    try files.add(entry, offer: offer, to: handover, on: day("2026-03-05"), random: 1)
    let name = "handovers/\(handover).json"
    let text = String(decoding: try folder.bytes(name), as: UTF8.self)
    try Data(text.replacingOccurrences(of: "blå stol", with: number).utf8)
      .write(to: URL(fileURLWithPath: folder.data + "/" + name))
    let contents = try files.readAll()
    #expect(contents.refused == ["\(handover).json"])
    #expect(contents.entries[handover]?[offer]?.codeWord == nil)
    #expect(contents.entries[handover]?[offer]?.receiver == "CET")
  }
}

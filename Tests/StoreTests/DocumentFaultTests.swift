// Faults in documents: each at its own place, none that hides another, and none made up.

import Domain
import Foundation
import Store
import Testing

@Suite("Faults in documents") struct DocumentFaultTests {
  private let hours = #""opened":"2017-09-04","hours":[]"#

  private func folder(_ documents: [String: String]) throws -> TestFolder {
    let folder = try DocumentTests.folder()
    for (name, text) in documents {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder.data + "/" + name))
    }
    return folder
  }

  private func faults(_ documents: [String: String]) throws -> [DocumentFault] {
    let folder = try folder(documents)
    return withExtendedLifetime(folder) { DocumentStore(folder: folder.data, cache: nil).load().faults }
  }

  private func colleagues(_ entries: [String]) -> String {
    #"{"version":1,"colleagues":[\#(entries.joined(separator: ","))]}"#
  }

  /// The entries before it are faulty themselves; the place is that in the file.
  @Test func anUnknownIDIsToldWhereItStands() throws {
    var entries = (0..<13).map { #"{"id":"C\#($0)","name":"Navn","profession":"psykolog"}"# }
    entries[4] = #"{"id":"C4","profession":"psykolog"}"#
    entries[12] = #"{"id":"C12","name":"Navn","profession":"psykolg"}"#
    #expect(
      try faults(["colleagues.json": colleagues(entries)]) == [
        DocumentFault(.colleagues, path: "colleagues[4].name", .missing),
        DocumentFault(
          .colleagues, path: "colleagues[12].profession",
          .unknownReference(found: "psykolg", suggestion: "psykolog")),
      ])
  }

  @Test func oneFaultOfAnEntryHidesNoOther() throws {
    let entry =
      #"{"schoolYear":"2025/26","name":"Ferie","kind":"breik","from":"2026-02-07","to":"2026-02-15","#
      + #""schools":["EUX"]}"#
    #expect(
      try faults(["calendar.json": #"{"version":1,"calendar":[\#(entry)]}"#]) == [
        DocumentFault(.calendar, path: "calendar[0].kind", .unknownWord(found: "breik", suggestion: "break")),
        DocumentFault(
          .calendar, path: "calendar[0].schools[0]", .unknownReference(found: "EUX", suggestion: "EUC")),
      ])
  }

  /// A school with a fault in its name is a school still.
  @Test func anIDIsThereWhateverElseIsWrongWithItsEntry() throws {
    let schools =
      #"{"version":1,"schools":[{"id":"EUC","name":"EUC",\#(hours)},{"id":"HHX","name":7,\#(hours)}]}"#
    let entry = #"{"id":"CET","name":"Çetin","profession":"psykolog","school":"HHX"}"#
    #expect(
      try faults(["schools.json": schools, "colleagues.json": colleagues([entry])]) == [
        DocumentFault(.schools, path: "schools[1].name", .wrongType(expected: .text))
      ])
  }

  /// Of two equal keys only one can count, and nobody knows which was meant.
  @Test func aKeyThatStandsTwiceIsAFault() throws {
    let entry = #"{"id":"CET","name":"Çetin","profession":"psykolog","role":"staff","role":"coordinator"}"#
    let folder = try folder(["colleagues.json": colleagues([entry])])
    let loaded = DocumentStore(folder: folder.data, cache: nil).load()
    #expect(loaded.faults == [DocumentFault(.colleagues, path: "colleagues[0].role", .duplicateKey)])
    #expect(loaded.broken == [.colleagues])
    let nested = try faults(["schools.json": #"{"version":1,"schools":[],"x":[0,{"a":{"b":1,"b":1}}]}"#])
    #expect(nested == [DocumentFault(.schools, path: "x[1].a.b", .duplicateKey)])
  }

  @Test(arguments: [
    (#""2""#, DocumentFault.Problem.wrongType(expected: .number)),
    ("99999999999999999999", .laterVersion("99999999999999999999")), ("2", .laterVersion("2")),
    ("1.5", .wrongType(expected: .number)), ("0", .outOfRange(0, allowed: 1...Int.max)),
    ("null", .wrongType(expected: .number)),
  ])
  func aVersionIsANumberThatIsKnown(version: String, problem: DocumentFault.Problem) throws {
    let offers = #"{"version":\#(version),"offers":[]}"#
    #expect(try faults(["offers.json": offers]) == [DocumentFault(.offers, path: "version", problem)])
  }

  /// Digits that no number type of the program holds are written back as they stood.
  @Test func unknownNumbersKeepTheirDigits() throws {
    let numbers = ["12345678901234567890", "0.10", "1E400", "-0", "1.0"]
    let unknown = #""parking":[\#(numbers.joined(separator: ", "))]"#
    let entry = #"{"id":"CET","name":"Çetin","profession":"psykolog",\#(unknown)}"#
    let folder = try folder(["colleagues.json": colleagues([entry])])
    let store = DocumentTests.store(folder)
    let loaded = store.load()
    #expect(loaded.faults.isEmpty)
    var documents = loaded.documents
    documents.colleagues[0].place = "Rådhuset"
    _ = try store.save(.colleagues, of: documents, over: loaded, random: 1)
    let text = String(decoding: try folder.bytes("colleagues.json"), as: UTF8.self)
    #expect(text.contains("[\(numbers.joined(separator: ", "))]"))
  }

  @Test(arguments: [
    "", "{", "{}x", "[1,]", #"{"a":1,}"#, "01", "1.", "-", "+1", "nul", #""\x""#, #""\ud800""#, "\"\u{1}\"",
    "{'a':1}", #"{"a" 1}"#, "// x", String(repeating: "[", count: 100_000), "NaN",
  ])
  func whatIsNoJSONIsSaidToBeNone(text: String) throws {
    #expect(JSONValue(document: Array(text.utf8)) == nil)
  }

  /// The examples of RFC 8259, and what people's editors put before a text.
  @Test func textsAreReadAsTheyAreMeant() throws {
    let text = "\u{FEFF} {\"a\" : [1, -2, true, null, \"\\u00e6\\ud834\\udd1e\\/\\\"\\n\"] }\r\n"
    #expect(
      JSONValue(document: Array(text.utf8))
        == .object(["a": .list([.integer(1), .integer(-2), .bool(true), .null, .string("æ𝄞/\"\n")])]))
    #expect(JSONValue(document: [0x22, 0xFF, 0x22]) == nil)
  }
}

// Documents with dates: hours that change, schools that end, ids in two spellings, and files of before.

import Domain
import Foundation
import Store
import Testing

@Suite("Documents with dates") struct DocumentDateTests {
  /// As this form was first written, which every later program must read.
  private static let sum = "07577d90a0b512631c13a046c927cf863d9b8420ad8f16c69d6f5afdb4391189"

  private static func golden() throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return [UInt8](
      try Data(contentsOf: folder.appendingPathComponent("Golden/documents-dated/schools.json")))
  }

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

  private func school(_ members: String) -> String {
    #"{"version":1,"schools":[{"id":"EUC","name":"EUC","opened":"2017-09-04",\#(members)}]}"#
  }

  @Test func theGoldenFileIsReadAndWrittenBackAsItIs() throws {
    let bytes = try Self.golden()
    #expect(Hexadecimal.text(SHA256.digest(of: bytes)) == Self.sum)
    let folder = try folder(["schools.json": String(decoding: bytes, as: UTF8.self)])
    let store = DocumentTests.store(folder)
    let loaded = store.load()
    #expect(loaded.faults == [])
    let euc = try #require(loaded.documents.school("EUC"))
    #expect(euc.hours(on: day("2026-03-03")).map(\.minutes) == [240])
    #expect(euc.hours(on: day("2026-03-10")).isEmpty && euc.closed == nil)
    #expect(euc.hours(on: day("2026-08-11")).map(\.minutes) == [120])
    #expect(loaded.documents.school("FGU")?.closed == day("2026-06-26"))
    var documents = loaded.documents
    documents.schools[0].name = "Erhvervsskolen"
    let named = try store.save(.schools, of: documents, over: loaded, random: 1)
    documents.schools[0].name = "EUC"
    _ = try store.save(.schools, of: documents, over: named, random: 2)
    #expect(try folder.bytes("schools.json") == bytes)
  }

  /// A school that goes on after all has no last day, and no word of one in the file.
  @Test func aLastDayIsWrittenAndTakenAway() throws {
    let folder = try DocumentTests.folder()
    let before = try folder.bytes("schools.json")
    let store = DocumentTests.store(folder)
    let loaded = store.load()
    var documents = loaded.documents
    documents.schools[0].closed = day("2026-06-26")
    let ended = try store.save(.schools, of: documents, over: loaded, random: 1)
    #expect(ended.documents.schools[0].closed == day("2026-06-26"))
    let text = String(decoding: try folder.bytes("schools.json"), as: UTF8.self)
    #expect(text.contains(#""closed": "2026-06-26""#))
    documents.schools[0].closed = nil
    _ = try store.save(.schools, of: documents, over: ended, random: 2)
    #expect(try folder.bytes("schools.json") == before)
  }

  @Test(arguments: [
    (
      #""closed":"2017-09-03","hours":[]"#, "closed",
      DocumentFault.Problem.closedBeforeOpened(day("2017-09-04"))
    ),
    (#""hours":[{"weekday":1,"from":"09:30","to":"13:30","since":"snart"}]"#, "hours[0].since", .badDate),
    (#""hours":[{"weekday":1,"from":"09:30","since":"2026-03-09"}]"#, "hours[0].to", .missing),
    (#""hours":[{"weekday":1,"from":"09:30"}]"#, "hours[0].to", .missing),
    (
      #""hours":[{"weekday":1,"from":"09:30","to":"13:30","since":"2026-03-09"},"#
        + #"{"weekday":1,"from":"13:00","to":"14:00","since":"2026-03-09"}]"#, "hours[1].from", .overlapping
    ),
    (
      #""hours":[{"weekday":1,"from":"09:30","to":"13:30","since":"2026-03-09"},"#
        + #"{"weekday":1,"from":null,"to":null,"since":"2026-03-09"}]"#, "hours[1].since", .overlapping
    ),
  ])
  func whatCannotHoldIsAFault(members: String, path: String, problem: DocumentFault.Problem) throws {
    #expect(
      try faults(["schools.json": school(members)]) == [
        DocumentFault(.schools, path: "schools[0]." + path, problem)
      ])
  }

  /// Two spans of one change, the same weekday twice on different days, and hours of a day before.
  @Test func whatCanHoldIsNone() throws {
    let hours =
      #""closed":"2017-09-04","hours":[{"weekday":1,"from":"09:30","to":"13:30"},"#
      + #"{"weekday":1,"from":"08:00","to":"10:00","since":"2026-03-09"},"#
      + #"{"weekday":1,"from":"10:00","to":"12:00","since":"2026-03-09"},"#
      + #"{"weekday":2,"from":"10:00","to":"12:00","since":"2026-03-09"},"#
      + #"{"weekday":1,"from":null,"to":null,"since":"2026-03-16"}]"#
    #expect(try faults(["schools.json": school(hours)]) == [])
  }

  @Test func twoSpellingsOfAnIDAreOne() throws {
    let people = ["MAL", "mal"].map { #"{"id":"\#($0)","name":"Malene","profession":"psykolog"}"# }
    let found = try faults([
      "colleagues.json": #"{"version":1,"colleagues":[\#(people.joined(separator: ","))]}"#
    ])
    #expect(
      found == [DocumentFault(.colleagues, path: "colleagues[1].id", .sameID(found: "mal", first: "MAL"))])
    #expect(found.count { $0.breaksDocument } == 1)
  }

  /// Full width, as a spreadsheet of another place may write it; and small letters.
  @Test(arguments: ["euc", "Euc", "ＥＵＣ"])
  func aReferenceFindsItsEntryInAnySpelling(spelling: String) throws {
    let folder = try folder([
      "colleagues.json":
        #"{"version":1,"colleagues":[{"id":"CET","name":"Çetin","profession":"PSYKOLOG","school":"\#(spelling)"}]}"#
    ])
    let loaded = DocumentStore(folder: folder.data, cache: nil).load()
    #expect(loaded.faults == [])
    #expect(loaded.documents.colleagues.map(\.school) == ["EUC"])
    #expect(loaded.documents.colleagues.map(\.profession) == ["psykolog"])
  }

  @Test(arguments: [3, 4, 5]) func lessThanFiveIsNotRoundedTo(base: Int) throws {
    let folder = try folder([
      "settings.json":
        #"{"version":1,"name":"Prøve","roundingBase":\#(base),"professions":[{"code":"psykolog","label":{"da":"P"}}]}"#
    ])
    let loaded = DocumentStore(folder: folder.data, cache: nil).load()
    let fault = DocumentFault(.settings, path: "roundingBase", .outOfRange(base, allowed: 5...100))
    #expect(loaded.faults == (base < 5 ? [fault] : []))
    #expect(loaded.documents.settings.roundingBase == 5)
  }
}

// Documents as they were first written, which every later program must read.

import Domain
import Foundation
import Store
import Testing

@Suite("The golden documents") struct GoldenDocumentTests {
  private static let sums = [
    "calendar.json": "578f0afa8d3ac4677e44f74a5deeb3ff07b10b31eaac6bc1093a414d3d9eaba7",
    "colleagues.json": "1215eeca7b6996e0c63ee969bc15cd99f12140949758eb573443f00a5e9da15b",
    "handover.json": "e09a6be3ee5d8d269e1c319d978935cd41b2bc5978e5041269e6d58df32a5c80",
    "id": "b782796476b10de818cf1d5779473ffcbcdb8cfc84ff4e62dbfb6a7768f4a0d3",
    "offers.json": "d3de09b0847ef206ee85337e1d351d27a7933409be27836934713658942255e6",
    "schools.json": "a0205b163366d32b28184e51b05d729d8d91d07fe84ba9b999795e4efee78cc9",
    "settings.json": "448215d8a95f32681dfa83f9bdf70380d3a6dabfd8b6289470eb87a60e5c4aad",
    "topics.json": "732d3ff1311bf519746703daea8ebfbb3aa9a95a06e0f2e58b7d72d643f4763f",
  ]

  private static func bytes(_ name: String) throws -> Data {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return try Data(contentsOf: folder.appendingPathComponent("Golden/documents/" + name))
  }

  @Test func haveNotChanged() throws {
    for (name, sum) in Self.sums {
      #expect(Hexadecimal.text(SHA256.digest(of: [UInt8](try Self.bytes(name)))) == sum, "\(name)")
    }
  }

  @Test func areRead() throws {
    let folder = try TestFolder()
    let handover = "handovers/" + String(repeating: "a", count: 32) + ".json"
    try FileManager.default.createDirectory(
      atPath: folder.data + "/handovers", withIntermediateDirectories: true)
    for name in Self.sums.keys {
      let path = folder.data + "/" + (name == "handover.json" ? handover : name)
      try Self.bytes(name).write(to: URL(fileURLWithPath: path))
    }
    let loaded = DocumentStore(folder: folder.data, cache: nil).load()
    #expect(loaded.faults == [])
    #expect(loaded.documents.schools.map(\.id).contains("EUC"))
    #expect(loaded.documents.colleagues.first { $0.id == "CET" }?.name == "Çetin Havtorn")
    #expect(loaded.documents.topics.contains { $0.id == "bolig" })
    #expect(loaded.documents.settings.isDemo)
    let identity = try FolderIdentity(folder: folder.data)
    #expect(identity.store.description == "3951b7b6a87194f3d2f8704a597f8321")
    let entries = try HandoverFiles(folder: folder.data).readAll().entries.values.flatMap(\.values)
    #expect(entries.map(\.codeWord) == ["grøn cykel"] && entries.map(\.receiver) == ["DOR"])
  }
}

// Canaries in the documents: saved by the program, which refuses, and written by hand, which it hides.
import Domain
import Foundation
import Store
import TestKit

@testable import elevtjenesten

extension CanaryWorld {
  /// One change of the documents for each field that a person can write in.
  static let fields:
    [(document: DocumentName, isContact: Bool, change: @Sendable (inout Documents, String) -> Void)] = [
      (.colleagues, false, { $0.colleagues[0].name = $1 }),
      (.colleagues, false, { $0.colleagues[1].place = "Lokale " + $1 }),
      (.colleagues, false, { $0.colleagues[2].competences = ["angst", $1] }),
      (.colleagues, true, { $0.colleagues[3].workPhone = $1 }),
      (.colleagues, true, { $0.colleagues[4].workMail = $1 }),
      (.schools, false, { $0.schools[0].name = $1 }),
      (.topics, false, { $0.topics[0].label = Label(danish: $1, english: "x") }),
      (.offers, false, { $0.offers[0].name = $1 }), (.offers, true, { $0.offers[0].contact = $1 }),
      (.settings, false, { $0.settings.name = $1 }),
      (.settings, true, { $0.settings.exportFolder = "/srv/" + $1 }),
    ]

  /// Asks the store to save a refused text in a field. What it says is kept; that it refuses is the point.
  func saveRefusedText() {
    let (name, isContact, change) = random.pick(Self.fields)
    let canary = random.pick(
      Canary.all.filter { isContact ? $0.isRefusedEverywhere : $0.isRefusedInTexts })
    let store = folder.documentStore
    let loaded = store.load()
    var documents = loaded.documents
    change(&documents, canary.text)
    do throws(SaveFailure) {
      _ = try store.save(name, of: documents, over: loaded, random: random.next())
      say(SavedAnyway(document: name, canary: canary))
    } catch {
      say(error)
    }
  }

  /// A text that was saved although it should have been refused.
  struct SavedAnyway: Error {
    var document: DocumentName
    var canary: Canary
  }

  /// Somebody puts a number into a document with an editor. The program looks at it, checks the folder,
  /// and the document is put right again. Answers everything that could be seen meanwhile.
  func editByHand() throws -> (picture: FolderPicture, seen: String) {
    let name = random.pick([DocumentName.colleagues, .schools, .topics, .offers])
    let file = URL(fileURLWithPath: folder.path + "/" + name.file)
    let right = try Data(contentsOf: file)
    let text = String(decoding: right, as: UTF8.self)
    let canary = random.pick(Canary.of(.cpr)).text
    let fields = ["Åse Kornvang", "EUC", "Bolig", "Ungeværftet", "Torvet 1"].filter {
      text.contains(": \"\($0)\"")
    }
    let wrong = text.replacingOccurrences(
      of: ": \"\(random.pick(fields))\"", with: ": \"ring \(canary)\", \"note\": \"\(canary)\"")
    try Data(wrong.utf8).write(to: file)
    let loaded = folder.documentStore.load()
    let state = try StateFolder(path: folder.statePath)
    let report = try Check.run(folder: folder.path, state: state.path, isDeep: false, now: World.now)
    let sentences = CheckSentences(words: .init(.danish))
    var picture = try picture()
    picture.documents = loaded.documents
    let seen =
      report.findings.map(sentences.line).joined(separator: "\n") + "\(loaded.faults) \(loaded.documents)"
      + sentences.json(report).description
    try right.write(to: file)
    _ = folder.documentStore.load()
    return (picture, seen)
  }
}

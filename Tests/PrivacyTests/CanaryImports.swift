// Canaries in spreadsheets that are imported with the finished program: refused, and nothing of them kept.
import Foundation
import TestKit

@testable import elevtjenesten

extension CanaryWorld {
  /// A spreadsheet with one cell to be filled in.
  struct Sheet: Sendable {
    var command: [String]
    /// The lines, with `%` where the canary goes.
    var text: String
    /// Whether the column takes texts that are forbidden elsewhere, as a colleague's work telephone does.
    var isContact = false
  }

  static let sheets: [Sheet] = [
    Sheet(command: ["importer", "kolleger"], text: "id;navn;faggruppe\nNY1;%;psykolog\n"),
    Sheet(
      command: ["importer", "kolleger"], text: "id;navn;faggruppe;kompetencer\nNY2;Bo;psykolog;sorg, %\n"),
    Sheet(
      command: ["importer", "kolleger"], text: "id;navn;faggruppe;telefon\nNY3;Bo;psykolog;%\n",
      isContact: true
    ),
    Sheet(command: ["importer", "skoler"], text: "id;navn;åbnet\nNYS;% skole;1.8.2025\n"),
    Sheet(command: ["importer", "emner"], text: "kode;tast;navn;faggrupper\nnyt;x;%;psykolog\n"),
    Sheet(command: ["importer", "emner"], text: "kode;navn;faggrupper\n%;Nyt;psykolog\n"),
    Sheet(command: ["importer", "kolleger"], text: "id;navn;faggruppe\n%;Bo;psykolog\n"),
    Sheet(command: ["importer", "skoler"], text: "id;navn;åbnet\n%;Skolen;1.8.2025\n"),
    Sheet(command: ["importer", "tilbud"], text: "id;navn;kontakt\n%;Værkstedet;Torvet 1\n"),
    Sheet(command: ["importer", "tilbud"], text: "id;navn;kontakt\nnyt;Værkstedet %;Torvet 1\n"),
    Sheet(command: ["importer", "tilbud"], text: "id;navn;kontakt\nnyt;Værkstedet;%\n", isContact: true),
    Sheet(
      command: ["importer", "kalender"],
      text: "navn;type;fra;til;skoler;kilde\nDag;lukkedag;13.3.2026;13.3.2026;EUC;Skolen %\n"),
    Sheet(command: ["vagtplan", "importer"], text: "dato;skole;kollega\n2026-03-12;EUC;%\n"),
    Sheet(command: ["vagtplan", "importer"], text: "skole;mandag;tirsdag\nEUC;%;\n"),
    Sheet(command: ["vagtplan", "importer"], text: "skole;mandag;tirsdag\n%;Malene;\n"),
  ]

  /// Has a spreadsheet imported in which somebody wrote what does not belong there. The spreadsheet itself
  /// lies outside all that is searched.
  func importFile() throws {
    let sheet = random.pick(Self.sheets)
    let canary = random.pick(
      Canary.all.filter { sheet.isContact ? $0.isRefusedEverywhere : $0.isRefusedInTexts })
    let aside = try TemporaryFolder()
    defer { aside.remove() }
    let file = aside.path + "/ark.csv"
    try Data(sheet.text.replacingOccurrences(of: "%", with: canary.text).utf8)
      .write(to: URL(fileURLWithPath: file))
    let before = try documentBytes()
    let result = try Binary.run(
      sheet.command + [file, "--udfør", "--mappe", folder.path, "--nu", "\(today)T10:00"], home: home.path)
    imports += 1
    say(ImportOutcome(said: result.stdout + result.stderr))
    if result.status != 65 { say(ImportTaken(sheet: sheet.text, canary: canary, status: result.status)) }
    if try documentBytes() != before { say(ImportTaken(sheet: sheet.text, canary: canary, status: -1)) }
  }

  private func documentBytes() throws -> [Data?] {
    ["colleagues", "schools", "topics", "offers", "calendar"].map {
      FileManager.default.contents(atPath: "\(folder.path)/\($0).json")
    }
  }

  /// What the program said about a spreadsheet.
  private struct ImportOutcome: Error { var said: String }

  /// A spreadsheet that was taken although it should have been refused.
  private struct ImportTaken: Error {
    var sheet: String
    var canary: Canary
    var status: Int32
  }
}

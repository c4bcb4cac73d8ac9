// Documents from spreadsheets through the finished program: shown first, all or nothing, and past the guard.

import Foundation
import TestKit
import Testing

@Suite struct ImportCommandTests {
  private func write(_ bytes: [UInt8], _ world: CommandWorld) throws -> String {
    let path = world.home.path + "/ark.csv"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func entries(_ document: String, _ world: CommandWorld) throws -> [[String: Any]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(world.folder)/\(document).json"))
    let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return try #require(root?[document] as? [[String: Any]])
  }

  /// Excel's own code page; one colleague is new, one gets a competence and keeps the rest.
  @Test func colleaguesFromAnOldExcel() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let text =
      "id;navn;faggruppe;kompetencer;ugedage;v\u{E6}k\r\n"
      + "NY1;S\u{F8}ren \u{C5}dal;UU-vejleder;mægling, sorg;man-ons;9.3.2026..13.3.2026\r\n"
      + "CET;\u{C7}etin Havtorn;psykolog;angst;man-fre;\r\n"
    let path = try write(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, world)
    let before = try entries("colleagues", world)
    let shown = try world.run("importer", "kolleger", path)
    #expect(shown.status == 0 && shown.stderr.contains("Windows-1252"), "\(shown.stderr)")
    #expect(
      shown.stdout == "CET: kompetencer angst, stress → angst\nNy: NY1\n"
        && shown.stderr.contains("Intet er ændret endnu"))
    #expect(try entries("colleagues", world) as NSArray == before as NSArray)
    #expect(try world.run("importer", "kolleger", path, "--udfør").status == 0)
    let after = try entries("colleagues", world)
    #expect(after.count == before.count + 1)
    let new = try #require(after.first { $0["id"] as? String == "NY1" })
    #expect(new["name"] as? String == "Søren Ådal" && new["profession"] as? String == "uu-vejleder")
    #expect(new["weekdays"] as? [Int] == [1, 2, 3])
    #expect((new["away"] as? [[String: String]])?.first == ["from": "2026-03-09", "to": "2026-03-13"])
    let kept = try #require(after.first { $0["id"] as? String == "CET" })
    #expect(kept["competences"] as? [String] == ["angst"] && kept["workPhone"] as? String != nil)
    #expect(try world.run("tjek").status == 0)
  }

  @Test func everyFaultAtOnceAndNothingChanged() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let before = try entries("schools", world)
    let path = try write(
      Array(
        """
        id;navn;åbnet;man;lille
        NY;Ny skole;1.8.2026;9.30-13.30;ja
        NY2;;1.8.2026;9.30;måske
        NY3;Tredje;i august;13.30-9.30;nej
        NY;Igen;1.8.2026;;
        """.utf8), world)
    let refused = try world.run("importer", "skoler", path, "--udfør")
    #expect(refused.status == 65 && refused.stdout.isEmpty)
    #expect(refused.stderr.contains("linje 5, kolonne 1 (id)"), "\(refused.stderr)")
    let rest = try write(
      Array(
        """
        id;navn;åbnet;man;lille
        NY2;;1.8.2026;9.30;måske
        NY3;Tredje;i august;13.30-9.30;nej
        """.utf8), world)
    let more = try world.run("importer", "skoler", rest, "--udfør")
    for place in [
      "linje 2, kolonne 2 (navn)", "linje 2, kolonne 4 (man)", "linje 2, kolonne 5 (lille)",
      "linje 3, kolonne 3 (åbnet)", "linje 3, kolonne 4 (man)",
    ] {
      #expect(more.stderr.contains(place), "\(place) not in \(more.stderr)")
    }
    #expect(more.status == 65 && more.stderr.contains("Intet er ændret."))
    #expect(try entries("schools", world) as NSArray == before as NSArray)
  }

  /// Numbers that no person can have: month 13.
  @Test func theGuardReadsEveryCellAndNothingIsEchoed() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let path = try write(
      Array("id;navn;kontakt\r\nny;Ring til 010140-5678;\r\nny2;Godt tilbud;010140-5678\r\n".utf8), world)
    let refused = try world.run("importer", "tilbud", path, "--udfør")
    #expect(refused.status == 65)
    #expect(refused.stderr.contains("linje 2, kolonne 2 (navn)"), "\(refused.stderr)")
    #expect(refused.stderr.contains("linje 3, kolonne 3 (kontakt)"), "\(refused.stderr)")
    #expect(!(refused.stdout + refused.stderr).contains("5678"))
    let roster = try write(Array("dato;skole;kollega\r\n2026-03-12;EUC;010140-5678\r\n".utf8), world)
    let names = try world.run("vagtplan", "importer", roster)
    #expect(names.status == 65 && names.stderr.contains("linje 2, kolonne 3 (kollega)"))
    #expect(!names.stderr.contains("5678"))
  }

  /// What a canary run found: telephone, mail and birth where a colleague's name belongs were said back.
  @Test(arguments: ["00 44 55 66", "+45 00 11 22 33", "00778899", "a@eksempel.invalid", "født 31-02-2044"])
  func whatIsNoNameOfAColleagueIsNotEchoed(text: String) throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    for sheet in [
      "dato;skole;kollega\n2026-03-12;EUC;\(text)\n", "skole;mandag;tirsdag\nEUC;\(text);\n",
      "skole;mandag;tirsdag\n\(text);MAL;\n",
    ] {
      let result = try world.run("vagtplan", "importer", try write(Array(sheet.utf8), world))
      #expect(result.status == 65 && result.stderr.contains("linje 2"))
      #expect(!(result.stdout + result.stderr).contains(text), "\(result.stderr)")
    }
  }

  @Test func breaksTopicsAndOffers() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    let calendar = try write(
      Array(
        """
        navn;type;fra;til;skoler;åbner;lukker;kilde
        Terminsprøver;særlig;16.3.2026;20.3.2026;GYM, HHX;10.00;12.00;Skolen
        Pædagogisk dag;lukkedag;13.3.2026;13.3.2026;EUC;;;Skolen
        """.utf8), world)
    #expect(try world.run("importer", "kalender", calendar, "--udfør").status == 0)
    let roster = try world.run("vagtplan", "--uge", "2026-W12").stdout
    #expect(roster.contains("Det almene gymnasium") && roster.contains("10.00–12.00"))
    #expect(try world.run("vagtplan", "--uge", "2026-W11").stdout.contains("Lukket: Pædagogisk dag"))
    let outside = try write(
      Array("skoleår;navn;type;fra;til\n2025/26;Sen ferie;ferie;1.11.2026;5.11.2026\n".utf8), world)
    #expect(try world.run("importer", "kalender", outside).status == 65)
    let version =
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(fileURLWithPath: world.folder + "/topics.json"))) as? [String: Any]
    let topics = try write(Array("kode;tast;navn;faggrupper\nsoevn;v;Søvn;sundhedsplejerske\n".utf8), world)
    #expect(try world.run("importer", "emner", topics, "--udfør").status == 0)
    let now =
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(fileURLWithPath: world.folder + "/topics.json"))) as? [String: Any]
    #expect(now?["version"] as? Int == (version?["version"] as? Int).map { $0 + 1 })
  }

  @Test func filesThatCannotBeRead() throws {
    let world = try CommandWorld(visits: 5, weeks: 1)
    defer { world.remove() }
    #expect(try world.run("vagtplan", "importer", world.home.path + "/ingen.csv").status == 66)
    let workbook = try write([0x50, 0x4B, 0x03, 0x04, 0x00, 0x00], world)
    let refused = try world.run("vagtplan", "importer", workbook)
    #expect(refused.status == 65 && refused.stderr.contains("Gem regnearket som CSV"))
    let english = try world.run("vagtplan", "importer", workbook, "--sprog", "en")
    #expect(english.stderr.contains("Save the spreadsheet as CSV"))
  }
}

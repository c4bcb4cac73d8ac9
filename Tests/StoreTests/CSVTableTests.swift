// Spreadsheet files as they come: with and without a byte order mark, quoted, with line breaks, in the
// code page of Windows, and broken.

import Domain
import Store
import Testing

@Suite struct CSVTableTests {
  private func table(_ text: String) throws -> CellTable { try CellTable(csv: text) }

  @Test func utf8WithAndWithoutMark() throws {
    let plain = try #require(CSVText(Array("skole;åbnet".utf8)))
    let marked = try #require(CSVText([0xEF, 0xBB, 0xBF] + Array("skole;åbnet".utf8)))
    #expect(plain.text == "skole;åbnet" && plain == marked && plain.encoding == .utf8)
  }

  /// `Øjvind – Åse; €` as Windows writes it.
  @Test func windows1252IsRecognised() throws {
    let bytes: [UInt8] =
      [0xD8] + Array("jvind ".utf8) + [0x96, 0x20, 0xC5] + Array("se; ".utf8) + [0x80]
    let text = try #require(CSVText(bytes))
    #expect(text.text == "Øjvind – Åse; €" && text.encoding == .windows1252)
    #expect(CSVText([0x50, 0x4B, 0x03, 0x04, 0x00]) == nil)
  }

  @Test func quotesSeparatorsAndLineEnds() throws {
    let table = try table("Skole;Makker\r\n\"A;B\";\"han sagde \"\"ja\"\"\"\r\n\r\nC;\"to\r\nlinjer\"\rD;e\n")
    #expect(table.headings == ["Skole", "Makker"])
    #expect(table.rows.map(\.cells) == [["A;B", "han sagde \"ja\""], ["C", "to\r\nlinjer"], ["D", "e"]])
    #expect(table.rows.map(\.line) == [2, 4, 6])
    #expect(try self.table("a,b\nc,d").rows.first?.cells == ["c", "d"])
    #expect(try self.table("a\tb\nc\td").rows.first?.cells == ["c", "d"])
    #expect(try self.table("a;b\nc,d;e").rows.first?.cells == ["c,d", "e"])
  }

  @Test(arguments: [
    ("\n \r\n", CellTable.Fault.empty), ("a;b\n\"c;d\n", .openQuote(line: 2)),
    ("a\n\"b\"c\n", .strayQuote(line: 2)), ("a;b\n1;2\n1;2;3\n", .tooManyCells(line: 3)),
  ])
  func brokenFiles(text: String, fault: CellTable.Fault) {
    #expect(throws: fault) { try table(text) }
  }

  /// What an export guards against formulas comes back as it was.
  @Test func theApostropheOfAnExportIsTakenOff() throws {
    #expect(try table("a\n'=SUM(A1)\n'-3\n'tis\n").rows.map { $0.cells[0] } == ["=SUM(A1)", "-3", "'tis"])
  }

  @Test func headingsHoweverTheyAreWritten() throws {
    let table = try table("Gælder fra ;UGE_DAG;skole\n")
    #expect(table.column("gaelderfra") == 0 && table.column("ugedag") == 1 && table.column("dato") == nil)
  }
}

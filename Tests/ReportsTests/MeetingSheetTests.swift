// The weekly meeting's sheet: what is on it, and what must not be.
import Domain
import Foundation
import Reports
import Resources
import Testing

@Suite struct MeetingSheetTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// One school with duty on Mondays only; three handovers of different ages, on Thursday 5 March 2026.
  private func sheet() throws -> MeetingSheet {
    MeetingSheet(week: ISOWeek(containing: try now().day), picture: try picture(), now: try now())
  }

  private func now() throws -> Moment {
    Moment(day: try day("2026-03-05"), time: try #require(ClockTime("10:12")), utc: UTCTime(seconds: 0))
  }

  private func picture(hasHandovers: Bool = true) throws -> FolderPicture {
    let hours = TimeSpan(from: try #require(ClockTime("09:30")), to: try #require(ClockTime("13:30")))
    let school = School(
      id: "EUC", name: "EUC & <søn>", opened: try day("2017-09-04"),
      hours: [.monday, .tuesday].map { OpeningHours(weekday: $0, span: hours) })
    var picture = FolderPicture(
      documents: Documents(
        settings: Settings(name: "Prøve"), schools: [school],
        colleagues: ["MAL", "CET"].map { Colleague(id: $0, name: $0.text, profession: "mentor") }))
    var events: [Event] = [
      .pattern(
        PatternChange(
          id: RecordID(high: 9, low: 1), after: .zero, at: UTCTime(seconds: 0), by: nil,
          from: try day("2026-01-01"),
          rhythm: Rhythm(every: 1, week: ISOWeek(containing: try day("2026-01-01"))),
          school: "EUC", spans: [DutySpan(colleague: "MAL", buddy: nil, hours: hours)], weekday: .monday)),
      .visit(
        Visit(
          id: RecordID(high: 8, low: 1), day: try day("2026-03-02"), school: "EUC", topic: "bolig",
          outcome: .doneHere)),
    ]
    for (number, begun) in ["2026-03-04", "2026-02-24", "2026-02-02"].enumerated() where hasHandovers {
      let handover = Handover.ID(high: 1, low: UInt64(number))
      let offer = HandoverStep(
        id: RecordID(high: 2, low: UInt64(number)), after: .zero, day: try day(begun), handover: handover,
        hop: 1, school: "EUC", step: .offered)
      events.append(.handover(offer))
      picture.handoverEntries[handover] = [
        offer.id: HandoverEntry(receiver: "CET", sender: "MAL", mode: .comesAlone, writer: "w")
      ]
    }
    for (index, event) in events.enumerated() {
      picture.ledger.apply(
        event, origin: Origin(writer: "w", sequence: index, hash: RecordHash(high: 0, low: UInt64(index))))
    }
    return picture
  }

  @Test func holesHandoversByAgeAndTotals() throws {
    let sheet = try sheet()
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(sheet.json.description.utf8)) as? [String: Any])
    #expect((json["holes"] as? [[String: Any]])?.map { $0["date"] as? String } == ["2026-03-03"])
    #expect((json["nextHoles"] as? [[String: Any]])?.map { $0["date"] as? String } == ["2026-03-10"])
    let handovers = try #require(json["handovers"] as? [String: Int])
    #expect(
      handovers == [
        "young": 1, "waiting": 1, "longWait": 1, "takenOver": 0, "unanswered": 1, "mustMoveOn": 0,
      ])
    #expect(sheet.sections(Words(.danish))[2].rows.map(\.value) == ["1", "1", "1", "1", "0", "0"])
    for words in [Words(.danish), Words(.english)] {
      #expect(
        sheet.page(words).contains(words("meeting.note")) && sheet.text(words).contains(words("meeting.note"))
      )
    }
    #expect((json["total"] as? [String: Any])?["visits"] as? Int == 1)
    let hole = sheet.text(Words(.danish)).split(separator: "\n").first { $0.contains("3. mar.") }
    #expect(
      hole?.hasPrefix("  tirs. 3. mar.  EUC & <søn>") == true && hole?.hasSuffix("INGEN PÅ VAGT") == true)
  }

  /// Released figures are rounded on the understanding that nobody outside knows exactly how many handovers
  /// were open. So none of the files that are made to be given away changes by a byte with them.
  @Test func noFileForOthersTellsHowManyHandoversAreOpen() throws {
    func files(hasHandovers: Bool) throws -> [[UInt8]] {
      let (picture, now) = (try picture(hasHandovers: hasHandovers), try now())
      let week = ISOWeek(containing: now.day)
      let words = Words(.danish)
      let weeks = [WeekFigures(week: week, picture: picture, now: now)]
      let trend = Trend(through: week, picture: picture, now: now)
      let (documents, settings) = (picture.documents, picture.documents.settings)
      return FigureFiles(weeks, documents: documents, joinsSmall: false, now: now, words: words).all.map(
        \.bytes)
        + [Array(weeks[0].json.description.utf8)]
        + FigureFiles(trend, through: week, settings: settings, now: now, words: words).all.map(\.bytes)
    }
    let (with, without) = (try files(hasHandovers: true), try files(hasHandovers: false))
    #expect(with == without && with.count == 7)
  }

  @Test func namesNoReceiverAndNoTopic() throws {
    let sheet = try sheet()
    for text in [sheet.text(Words(.danish)), sheet.page(Words(.english)), sheet.json.description] {
      for secret in ["CET", "MAL", "bolig"] { #expect(!text.contains(secret), "\(secret)") }
    }
  }

  @Test func thePageIsWholeInItselfAndEscaped() throws {
    let page = try sheet().page(Words(.danish))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"da\">") && page.contains("EUC &amp; &lt;søn&gt;"))
    for outside in ["<script", "http://", "https://", "url(", "<link", "<img"] {
      #expect(!page.contains(outside), "\(outside)")
    }
    #expect(try sheet().file(Words(.danish)).name == "ugemoede-2026-W10.html")
  }
}

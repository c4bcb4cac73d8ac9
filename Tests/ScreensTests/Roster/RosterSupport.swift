// Short ways to say what these tests of Vagtplan need: who sits there, what was recorded, other people.

import Domain
import Screens
import TestKit

extension Robot {
  /// Somebody else sits down, by their own word.
  @discardableResult
  func become(_ name: String) -> Robot { type("⎋⎋⎋⎋w/\(name)⏎⎋v") }

  /// What stands on the glass as one line, however it is broken.
  var read: String { glass.text.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }

  /// The changes of days that were recorded.
  var cells: [CellChange] {
    recorded.compactMap { event in
      if case .cell(let cell) = event { return cell }
      return nil
    }
  }

  /// The changes of the base roster that were recorded.
  var patterns: [PatternChange] {
    recorded.compactMap { event in
      if case .pattern(let pattern) = event { return pattern }
      return nil
    }
  }

  /// The steps of swaps that were recorded.
  var swapSteps: [SwapStep] {
    recorded.compactMap { event in
      if case .swap(let step) = event { return step }
      return nil
    }
  }

  /// Who is on duty, as every screen computes it.
  func onDuty(_ school: School.ID, _ day: String) -> [Colleague.ID] {
    guard let school = World.documents.school(school) else { return [] }
    return desk.picture.roster.shifts(at: school, on: date(day)).map(\.colleague)
  }
}

extension World {
  /// A vagtplan in which Malene has EUC every weekday; Jens Ole is a second coordinator.
  static func planned(_ events: [Event] = []) -> FolderPicture {
    let week = [Weekday.monday, .tuesday, .wednesday, .friday].enumerated().map { index, weekday in
      Event.pattern(
        PatternChange(
          id: id(UInt64(5000 + index)), after: .zero, at: UTCTime(seconds: 0), by: nil,
          from: date("2020-01-01"), rhythm: Rhythm(every: 1, week: TestKit.week("2020-W01")), school: "EUC",
          spans: [DutySpan(colleague: "MAL", buddy: "PRE", hours: hours)], weekday: weekday))
    }
    var picture = picture(week + events)
    picture.documents.colleagues.append(
      Colleague(id: "JOS", name: "Jens Ole Sivkær", profession: "koordinator", role: .coordinator))
    return picture
  }

  /// A change of EUC's Thursday by somebody at another desk.
  static func change(
    _ number: UInt64, after: RecordID = .zero, _ spans: [DutySpan], by: Colleague.ID, at time: String,
    cause: CellChange.Cause = .substitute
  ) -> Event {
    .cell(
      CellChange(
        id: id(number), after: after, asked: nil, at: moment("2026-03-05", time).utc, by: by, cause: cause,
        day: day, school: "EUC", spans: spans))
  }
}

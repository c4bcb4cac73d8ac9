// A list of colleagues for a duty: who is free and near, then that it is nobody, then all others.

import Canvas
import Domain
import Reports

/// Who could be chosen. The list is made once, so that it does not move while it is open.
struct CandidateList: Equatable, Sendable {
  var candidates: [Candidate]
  var picker = Picker()

  /// Those who are free and near are proposed.
  private var proposed: Int {
    candidates.prefix { $0.obstacle == nil && $0.suitability != .ofMunicipality }.count
  }

  /// The candidate of a row; nil for the row that says nobody.
  func candidate(in row: Int) -> Candidate? {
    if row == proposed { return nil }
    let index = row < proposed ? row : row - 1
    return candidates.indices.contains(index) ? candidates[index] : nil
  }

  /// One row for each, in words that are given, and one for nobody.
  fileprivate func rows(
    nobody: String, detail: (Candidate) -> String, note: (Candidate) -> String
  ) -> [PickerRow] {
    var rows = candidates.enumerated().map { index, candidate in
      PickerRow(
        title: candidate.colleague.name, detail: detail(candidate), note: note(candidate),
        isProposed: index < proposed)
    }
    rows.insert(PickerRow(title: nobody), at: proposed)
    return rows
  }
}

extension Desk {
  /// The rows as they are drawn and searched.
  func rows(of list: CandidateList, nobody: String, note: (Candidate) -> String) -> [PickerRow] {
    list.rows(
      nobody: nobody, detail: { words.profession($0.colleague.profession, in: picture.documents) }, note: note
    )
  }

  /// The list below its two lines of heading, and in full what is known of the marked candidate, because
  /// a narrow row cuts what keeps somebody from a duty.
  func draw(
    _ list: CandidateList, rows: [PickerRow], about: (Candidate) -> String, on canvas: inout Canvas,
    in area: Area
  ) {
    var page = area
    page.top += 3
    page.bottom -= 2
    let texts = rows.map(\.searched)
    draw(list.picker, rows: rows, texts: texts, on: &canvas, in: page)
    let matches = list.picker.matches(texts)
    guard let marked = list.picker.selection, matches.indices.contains(marked),
      let candidate = list.candidate(in: matches[marked])
    else { return }
    let lines = DisplayWidth.wrap(about(candidate), to: area.width - 4).prefix(2)
    for (index, line) in lines.enumerated() {
      canvas.put(line, column: 3, row: area.bottom - 2 + index, style: .dim)
    }
  }

  /// Why a candidate cannot be chosen, a yes or not; nil where a question is enough.
  mutating func refuseChoice(of candidate: Candidate) -> [Request]? {
    guard let obstacle = candidate.obstacle, !obstacle.canBeOvercome else { return nil }
    let why = words.obstacle(obstacle, in: picture.documents)
    return refuse(words("roster.cannot", ["name": candidate.colleague.name, "why": why]))
  }
}

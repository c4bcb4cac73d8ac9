// Ended weeks in words: what stands against ending one, and why an ended one is not revised.

import Domain
import Resources

extension Words {
  /// Why a week cannot be ended now: "3 poster mangler".
  package func obstacle(_ obstacle: WeekObstacle) -> String {
    switch obstacle {
    case .notOver(let day): self("week.obstacle.notOver", ["day": weekdayAndDay(day)])
    case .missing(let count):
      counted(count, one: "incomplete.one", many: "incomplete.many")
    case .gap(.brokenDocument(let subject)): self("week.obstacle.document", ["file": subject.file])
    case .gap(.unreadLog(let file)): self("week.obstacle.unread", ["file": file])
    case .gap(.newerRecords): self("incomplete.newerRecords")
    case .gap(.newerFormat(let version)): self("incomplete.newer", ["version": String(version)])
    case .aheadOfOthers(let day?): self("week.obstacle.ahead", ["day": dayAndMonth(day)])
    case .aheadOfOthers(nil): self("week.obstacle.nobody")
    }
  }

  /// Why an ended week is not revised, as a sentence.
  package func refusal(_ refusal: RevisionRefusal) -> String {
    switch refusal {
    case .onlyCoordinator: self("reason.coordinator")
    case .notEnded(let week): self("week.revise.notEnded", ["week": weekAtStart(week)])
    case .nothingLate(let week): self("week.revise.nothing", ["week": weekAndYear(week)])
    case .sameAgain(let week): self("week.revise.same", ["week": weekAtStart(week)])
    case .obstacle(let week, let obstacle):
      self("week.cannotEnd", ["week": weekAtStart(week), "why": self.obstacle(obstacle)])
    }
  }
}

extension Words {
  /// What a record makes of a week's figures: a line a school whose figures change, old → new; of a week that
  /// had none the sums.
  package func changes(from old: WeekRecord?, to new: WeekRecord, in documents: Documents) -> [String] {
    guard let old else { return [WeekFigures.Row(new).headline(self) + " " + visits(new.visits)] }
    let before = Dictionary(old.rows.map { ($0.school, $0) }) { $1 }
    let after = Dictionary(new.rows.map { ($0.school, $0) }) { $1 }
    let schools = documents.inOrder(Set(before.keys).union(after.keys).map { WeekRow(school: $0) })
    return schools.map(\.school).compactMap { id in
      let (from, to) = (before[id] ?? WeekRow(school: id), after[id] ?? WeekRow(school: id))
      let parts = numbers(from, to)
      if parts.isEmpty { return nil }
      return FiguredSchool(id, in: documents).name + ": " + parts.joined(separator: ", ")
    }
  }

  private func visits(_ count: Int) -> String { self("cli.figures.visits") + ": " + number(count) + "." }

  /// `Åbningsdage 5 → 4`
  private func numbers(_ from: WeekRow, _ to: WeekRow) -> [String] {
    let pairs = [
      ("visits", from.visits, to.visits), ("sparring", from.sparring, to.sparring),
      ("opening", from.opening, to.opening), ("staffed", from.staffed, to.staffed),
      ("counted", from.counted, to.counted), ("extra", from.extra, to.extra),
    ]
    var parts = pairs.filter { $0.1 != $0.2 }
      .map { self("cli.figures.\($0.0)") + " \(number($0.1)) → \(number($0.2))" }
    if from.minutes != to.minutes {
      parts.append(
        self("cli.figures.hours") + " \(decimal(minutes: from.minutes)) → \(decimal(minutes: to.minutes))")
    }
    return parts
  }
}

extension Words {
  /// What is odd about ended weeks, as a sentence.
  package func sentence(_ finding: WeekFinding, in documents: Documents?) -> String {
    func name(_ id: School.ID) -> String { documents?.school(id)?.name ?? id.text }
    return switch finding {
    case .tooEarly(let week): self("week.found.tooEarly", ["week": weekAtStart(week)])
    case .differs(let week, let holds, let other):
      self(
        "week.found.differs",
        ["week": weekAndYear(week), "holds": number(holds), "other": number(other)])
    case .noEffect(let school, let first, let last, let count):
      self(
        "week.found.noEffect",
        [
          "school": name(school), "count": number(count),
          "weeks": first == last ? weekAndYear(first) : weeks(first...last),
        ])
    case .recounted(let week, let school, let recorded, let counted):
      self(
        "week.found.recounted",
        [
          "week": weekAtStart(week), "school": name(school), "recorded": number(recorded),
          "counted": number(counted),
        ])
    }
  }
}

extension WeekFigures.Row {
  /// The sum of a record's rows.
  fileprivate init(_ record: WeekRecord) {
    self = record.rows.map(WeekFigures.Row.init).reduce(WeekFigures.Row(), +)
  }
}

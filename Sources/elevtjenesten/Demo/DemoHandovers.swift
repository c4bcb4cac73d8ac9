// The life of a made-up handover, from the offer on the day of the visit to its end.

import Domain

/// Steps of handovers, planned on the days they will be taken.
struct DemoHandovers: Sendable {
  /// Days with an open door, in order, up to yesterday.
  private let days: [CivilDate]
  private(set) var planned: [CivilDate: [HandoverStep]] = [:]

  init(days: [CivilDate]) {
    self.days = days
  }

  /// Takes the steps of a day out of the plan.
  mutating func steps(on day: CivilDate) -> [HandoverStep] { planned.removeValue(forKey: day) ?? [] }

  /// Plans a handover that has ended by now.
  mutating func plan(from day: CivilDate, at school: School.ID, random: inout DemoRandom) {
    var line = Line(school: school, day: day, random: &random)
    var steps = [line.step(.offered, on: day, random: &random)]
    let kind = random.below(100)
    switch kind {
    case 0..<5:
      steps.append(line.step(.withdrawn, on: later(day, by: random.below(3)), random: &random))
    case 5..<13:
      let answer = later(day, by: random.below(3))
      steps.append(line.step(kind < 9 ? .declined : .missed, on: answer, random: &random))
      let again = later(answer, by: random.below(2))
      steps.append(line.step(.offered, on: again, random: &random))
      steps += takenOverAndClosed(from: again, &line, random: &random)
    case 13..<18:
      let over = later(day, by: random.below(3))
      steps.append(
        line.step(.takenOver(daysSinceOffer: over.days(since: day), isTold: false), on: over, random: &random)
      )
      let on = later(over, by: 1 + random.below(7))
      line.hop += 1
      steps.append(line.step(.offered, on: on, random: &random))
      steps += takenOverAndClosed(from: on, &line, random: &random)
    default:
      steps += takenOverAndClosed(from: day, &line, random: &random)
    }
    for step in steps { planned[step.day, default: []].append(step) }
  }

  /// Plans a handover that is still open, and returns its file.
  mutating func plan(
    _ scene: DemoScript.Scene, from day: CivilDate, random: inout DemoRandom
  ) -> DemoHandoverFile {
    var line = Line(school: scene.school, day: day, random: &random)
    let offer = line.step(.offered, on: day, random: &random)
    var steps = [offer]
    let next = later(day, by: 1)
    switch scene.ending {
    case .waiting: break
    case .declined: steps.append(line.step(.declined, on: next, random: &random))
    case .takenOver:
      let days = next.days(since: day)
      steps.append(line.step(.takenOver(daysSinceOffer: days, isTold: false), on: next, random: &random))
    }
    for step in steps { planned[step.day, default: []].append(step) }
    let entry = HandoverEntry(
      receiver: scene.receiver, sender: scene.sender, mode: scene.mode, codeWord: scene.codeWord, writer: "")
    return DemoHandoverFile(handover: line.handover, offer: offer.id, school: scene.school, entry: entry)
  }

  private func takenOverAndClosed(
    from offered: CivilDate, _ line: inout Line, random: inout DemoRandom
  ) -> [HandoverStep] {
    let wait = random.pick([(0, 40), (1, 28), (2, 14), (5, 12), (9, 5), (16, 1)]) ?? 0
    let over = later(offered, by: wait)
    let isTold = wait == 0 && random.chance(0.2)
    let reason = random.pick(DemoWorld.closingMix) ?? .underway
    let end = later(over, by: 2 + random.below(24))
    let days = over.days(since: offered)
    return [
      line.step(.takenOver(daysSinceOffer: days, isTold: isTold), on: over, random: &random),
      line.step(.closed(reason), on: end, random: &random),
    ]
  }

  /// The first open day that is at least that many days later; never a day still to come.
  private func later(_ day: CivilDate, by count: Int) -> CivilDate {
    let wanted = day.adding(days: count)
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < days.count ? days[low] : days.last ?? day
  }

  /// The steps of one handover, each made upon the one before.
  private struct Line {
    let handover: Handover.ID
    let school: School.ID
    var hop = 1
    private var last = RecordID.zero

    init(school: School.ID, day: CivilDate, random: inout DemoRandom) {
      handover = random.id()
      self.school = school
    }

    mutating func step(
      _ step: HandoverStep.Step, on day: CivilDate, random: inout DemoRandom
    ) -> HandoverStep {
      let id: RecordID = random.id()
      defer { last = id }
      return HandoverStep(
        id: id, after: last, day: day, handover: handover, hop: hop, school: school, step: step)
    }
  }
}

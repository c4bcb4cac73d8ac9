// A handover in words: the chain on one line, how long it has waited, and what its receiver must know.

import Canvas
import Domain
import Guard
import Reports
import Resources

extension Desk {
  /// How far it has come, where the chain does not say so; a wait that is too long is said in words.
  func stateText(of handover: Handover) -> (String, Style) {
    if picture.isLongWait(handover, on: now.day) {
      let limit = picture.documents.settings.longWaitDays
      return (words("state.longWait", ["days": String(limit)]), .warning)
    }
    let text = handover.state == .offered ? "" : words.handoverState(handover.state)
    let needsMe = handover.state == .declined || handover.state == .missed
    return (text, needsMe ? .warning : .normal)
  }

  /// `EUC: Malene ▸ Çetin (venter 2 skoledage)`, with the school's name where there is room for it; where
  /// there is not even room for the wait, it is what the state beside it tells.
  func chainLine(of handover: Handover, columns: Int = .max) -> String {
    let (pair, wait) = relay(of: handover)
    let relay = wait.isEmpty ? pair : "\(pair) (\(wait))"
    let id = handover.school.text
    let lines = ["\(schoolName(handover.school)): \(relay)", "\(id): \(relay)", "\(id): \(pair)"]
    return lines.first { DisplayWidth.of($0) <= columns } ?? lines[2]
  }

  /// The chain as a relay, and how long it waits; who held it before those two is written nowhere.
  private func relay(of handover: Handover) -> (pair: String, wait: String) {
    let before = handover.hop >= 2 ? "… ▸ " : ""
    let pair = "\(before)\(firstName(handover.entry?.sender)) ▸ \(firstName(handover.entry?.receiver))"
    guard handover.state == .offered else { return (pair, "") }
    let days = picture.schoolDaysWaited(handover, on: now.day) ?? 0
    let wait = days == 0 ? words("wait.today") : words.counted(days, one: "wait.one", many: "wait.many")
    return (pair, wait)
  }

  private func firstName(_ id: Colleague.ID?) -> String {
    let name = colleagueName(id)
    return id == nil ? name : name.split(separator: " ").first.map(String.init) ?? name
  }

  /// The lines below the list: who holds since when, how the young person comes, what the sender wrote,
  /// and what is worth knowing before a key is pressed.
  func details(of handover: Handover, width: Int) -> [(String, Style)] {
    let lines: [(String, Style)] = [
      (holderLine(of: handover), .normal), (meetingLine(of: handover), .dim),
      (handover.entry?.message.map { words("handovers.message", ["text": $0]) } ?? "", .strong),
      (hint(on: handover), .warning),
    ]
    return lines.filter { !$0.0.isEmpty }.flatMap { text, style in
      DisplayWidth.wrap(text, to: width).map { ($0, style) }
    }
  }

  /// `Malene Smedelyng holder → Çetin Havtorn · fra EUC, tors. 26. feb.`
  private func holderLine(of handover: Handover) -> String {
    let holder = words("handovers.holder", ["name": colleagueName(handover.holder)])
    let to = handover.state == .offered ? " → \(colleagueName(handover.entry?.receiver))" : ""
    let from = words(
      "handovers.from",
      ["school": schoolName(handover.school), "day": words.weekdayAndDay(handover.begun)])
    return "\(holder)\(to) · \(from)"
  }

  /// How and when they meet, and how the receiver is reached.
  private func meetingLine(of handover: Handover) -> String {
    guard let entry = handover.entry else { return "" }
    let receiver = picture.documents.colleague(entry.receiver)
    let parts = [
      words("mode.\(entry.mode.rawValue)"),
      entry.agreedDay.map { words("handovers.agreed", ["day": words.weekdayAndDay($0)]) },
      entry.codeWord.map { words("handovers.codeWord", ["word": $0.uppercased()]) }, receiver?.workPhone,
      receiver?.place,
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  private func hint(on handover: Handover) -> String {
    if handover.state == .takenOver(isTold: true), handover.holder == colleagueID {
      return words("handovers.told")
    }
    if handover.state.isWithSender, let entry = handover.entry, entry.receiver != colleagueID {
      let isMine = entry.sender == colleagueID
      // An answer has been given: what comes next is the sender's.
      if handover.state != .offered, picture.allows(.offerAgain, on: handover, acting) {
        let next = words("handovers.next")
        return isMine
          ? next : words("handovers.inPlace", ["name": colleagueName(entry.sender), "what": next])
      }
      if !isMine { return words("handovers.answerFor", ["name": colleagueName(entry.receiver)]) }
    }
    return handover.hop >= 2 ? words("receipt.hop", ["hop": String(handover.hop)]) : ""
  }
}

extension Words {
  /// What a finding of the guard looks like.
  package func finding(_ kind: Guard.Kind) -> String {
    switch kind {
    case .cpr, .ecpr: self("finding.cpr")
    case .telephone: self("finding.telephone")
    case .email: self("finding.email")
    case .handle: self("finding.handle")
    case .birth: self("finding.birth")
    }
  }

  /// A receiver was not told that something waits; who it is does not stand on the screen.
  func notTold(_ failure: NotificationFailure) -> String {
    switch failure {
    case .noContact: self("notification.noContact")
    case .notStarted: self("notification.notStarted")
    case .failed(let code): self("notification.failed", ["code": String(code)])
    case .tooSlow(let seconds): self("notification.slow", ["seconds": String(seconds)])
    }
  }
}

// Bytter: what waits for my yes or no, and what I have offered and can withdraw.

import Canvas
import Domain
import Reports

/// The unanswered swaps. The list is made once, so that it does not move while it is open.
struct SwapsState: Equatable, Sendable {
  var swaps: [Swap]
  var picker = Picker()
}

extension Desk {
  /// The swaps that wait for my answer.
  var swapsForMe: [Swap] {
    guard let me, !picture.ledger.swaps.isEmpty else { return [] }
    return picture.unansweredSwaps(of: me.id, on: now.day)
      .filter { $0.receiver == me.id && $0.state == .open }
  }

  /// My offers that somebody answered today.
  var swapsAnsweredToday: [Swap] {
    guard let me, !picture.ledger.swaps.isEmpty else { return [] }
    return picture.ledger.swaps.keys.compactMap { picture.swap($0, on: now.day) }
      .filter { swap in
        guard swap.sender == me.id, let answer = swap.answer, answer.by != me.id else { return false }
        return local(answer.at).day == now.day
      }
      .sorted { ($0.answer?.at ?? now.utc) < ($1.answer?.at ?? now.utc) }
  }

  /// The swaps that I offered, or was asked about, and that lapsed before anybody answered.
  var swapsLapsed: [Swap] {
    guard let me, !picture.ledger.swaps.isEmpty else { return [] }
    return picture.unansweredSwaps(of: me.id, on: now.day).filter(\.isLapsed)
  }

  /// `Byttet tors. 19. mar. med Çetin Havtorn er bortfaldet`, as one of the two is told it.
  func lapsedText(_ swap: Swap) -> String {
    let other = swap.sender == colleagueID ? swap.receiver : swap.sender
    let day = swap.offer.cells.first.map { words.weekdayAndDay($0.day) } ?? ""
    return words("swap.isLapsed", ["name": colleagueName(other), "day": day])
  }

  /// What I dag says of swaps: what waits for me, what came of those I offered, and what has lapsed.
  var swapNews: [(String, Style)] {
    let answers = swapsForMe.count
    let waiting: [(String, Style)] =
      answers == 0
      ? [] : [(words.counted(answers, one: "roster.answer.one", many: "roster.answer.many"), .strong)]
    return waiting
      + swapsAnsweredToday.map { swap in
        let key = swap.state == .accepted ? "swap.saidYes" : "swap.saidNo"
        let day = swap.offer.cells.first.map { words.weekdayAndDay($0.day) } ?? ""
        return (words(key, ["name": colleagueName(swap.receiver), "day": day]), .strong)
      } + swapsLapsed.map { (lapsedText($0), .warning) }
  }

  /// The swaps that are offered and not answered for a cell.
  func openSwaps(at place: SchoolDay) -> [Swap] {
    picture.ledger.swaps.keys.compactMap { picture.swap($0, on: now.day) }
      .filter { swap in swap.state == .open && swap.offer.cells.contains { $0.place == place } }
      .sorted { $0.offer.id < $1.offer.id }
  }

  /// Who offers what to whom: `Malene tilbyder Çetin: tors. 5. mar. EUC for tors. 12. mar. VUC`.
  func swapLine(of swap: Swap) -> String {
    words.swapLine(swap, in: picture.documents)
  }

  mutating func openSwaps() {
    guard let me else { return }
    open(.swaps(SwapsState(swaps: picture.unansweredSwaps(of: me.id, on: now.day))))
  }

  private func rows(of state: SwapsState) -> [PickerRow] {
    state.swaps.map { swap in
      let key =
        switch swap.state {
        case .outdated: "swap.outdated"
        case .lapsed: "swap.lapsed"
        case .open, .accepted, .declined, .withdrawn:
          swap.receiver == colleagueID ? "swap.answer" : "swap.waits"
        }
      return PickerRow(title: swapLine(of: swap), note: words(key), isProposed: swap.state == .open)
    }
  }

  private func texts(of state: SwapsState) -> [FoldedText] {
    rows(of: state).map { FoldedText($0.title) }
  }

  func drawSwaps(_ state: SwapsState, on canvas: inout Canvas, in area: Area) {
    canvas.put(words("swaps.title"), column: 1, row: area.top, style: .strong)
    canvas.cursor = Point(column: 1, row: area.top)
    guard !state.swaps.isEmpty else {
      canvas.put(words("swaps.none"), column: 3, row: area.top + 2, style: .dim, width: area.width - 4)
      return
    }
    var list = area
    list.top += 2
    list.bottom -= 3
    let columns = PickerColumns(title: max(20, area.width - 32), detail: 0)
    draw(
      state.picker, rows: rows(of: state), texts: texts(of: state), columns: columns, on: &canvas, in: list)
    // A narrow row cuts names and days: the marked one in full.
    let matches = state.picker.matches(texts(of: state))
    guard let marked = state.picker.selection, matches.indices.contains(marked) else { return }
    let swap = state.swaps[matches[marked]]
    let lines =
      DisplayWidth.wrap(swapLine(of: swap), to: area.width - 4).prefix(swap.isLapsed ? 1 : 2)
      + (swap.isLapsed ? [words.lapse(of: swap, in: picture.documents)] : [])
    for (index, line) in lines.prefix(2).enumerated() {
      canvas.put(line, column: 3, row: area.bottom - 2 + index, style: .dim)
    }
  }

  mutating func takeSwaps(_ state: SwapsState, _ key: Key) -> [Request] {
    var state = state
    switch state.picker.take(key, among: texts(of: state)) {
    case .passed: return takeBinding(key)
    case .moved: replace(.swaps(state))
    case .chosen(let index):
      guard state.swaps.indices.contains(index) else { return [] }
      let swap = state.swaps[index]
      guard swap.receiver == colleagueID else { return ask(.withdrawSwap(swap)) }
      if swap.isLapsed { return refuse(lapsedText(swap)) }
      return swap.state == .open ? ask(.answerSwap(swap)) : refuse(words("swap.changed"))
    }
    return []
  }

  /// Yes or no to a swap, or withdrawing one: only while it stands as it was offered.
  mutating func answer(_ kind: SwapStep.Step, to old: Swap) -> [Request] {
    guard let swap = picture.swap(old.offer.id, on: now.day) else { return [] }
    let canStand = swap.state == .open || kind != .accepted && swap.isUnanswered
    guard canStand else {
      screens.pop()
      return refuse(words("swap.changed"))
    }
    if kind == .accepted {
      let faults = newFaults(by: swap.offer.cells.map { ($0.place, $0.spans) })
      if let fault = faults.first(where: { isInTheWay($0) }) {
        screens.pop()
        return refuse(words.ruleLine(fault, in: picture.documents))
      }
    }
    return save(.record([.swap(step(kind, of: swap))]))
  }

  private func isInTheWay(_ fault: RosterFault) -> Bool {
    if case .unavailable(_, .notThisWeekday, _) = fault.rule { return false }
    return fault.isClash
  }

  func step(_ kind: SwapStep.Step, of swap: Swap) -> SwapStep {
    SwapStep(
      id: newID(), after: swap.offer.id, at: now.utc, by: colleagueID, cells: swap.offer.cells,
      offer: swap.offer.id, step: kind)
  }
}

// Questions about what cannot be undone: j or n, never Enter, and n is what happens otherwise.

import Canvas
import Domain
import Reports

/// What is asked.
enum Question: Equatable, Sendable {
  case close(Handover, ClosingReason)
  case withdraw(Handover)
  case told(Handover)
  case substitute(Substitution)
  /// Somebody is to be the makker of a shift, on that day alone.
  case buddy(Shift, Colleague.ID)
  /// A proposal is to be accepted as it stands.
  case fills([Proposal.Fill])
  case answerSwap(Swap)
  case withdrawSwap(Swap)
  /// A school is to be closed for a day.
  case closeDay(SchoolDay)
  /// Files that are to be written, and the names that are taken.
  case replace([ExportedFile], [String])
  /// The figures of a period are to be published.
  case release(ReleasePreview)
  /// A week is to be ended, or an ended one revised.
  case week(WeekChange)
  /// With those of the handovers I hold that are to be offered to the makker.
  case closeDoor(offered: Set<Handover.ID>)
  case quit(offered: Set<Handover.ID>)
  /// The program is to be left while something is being saved.
  case leaveSaving
  /// What was typed into a form is thrown away.
  case discard
  case delete(EntryKey)
  /// A form is to be saved that does more than what stands in it.
  case change(WantedChange)

  /// What will be offered to the makker; nil where that is not the question.
  fileprivate var offered: Set<Handover.ID>? {
    switch self {
    case .closeDoor(let offered), .quit(let offered): offered
    case .close, .withdraw, .told, .substitute, .buddy, .fills, .answerSwap, .withdrawSwap, .closeDay,
      .replace, .release, .week, .leaveSaving, .discard, .delete, .change:
      nil
    }
  }
}

extension Question {
  /// The same question with other handovers marked for the makker.
  fileprivate func offering(_ offered: Set<Handover.ID>) -> Question {
    switch self {
    case .closeDoor: .closeDoor(offered: offered)
    case .quit: .quit(offered: offered)
    case .close, .withdraw, .told, .substitute, .buddy, .fills, .answerSwap, .withdrawSwap, .closeDay,
      .replace, .release, .week, .leaveSaving, .discard, .delete, .change:
      self
    }
  }
}

extension Desk {
  /// Opens a question. Keys typed before it was seen must not answer it.
  mutating func ask(_ question: Question) -> [Request] {
    screens.push(.question(question))
    return [.discardTypedKeys]
  }

  func drawQuestion(_ question: Question, on canvas: inout Canvas, in area: Area) {
    var row = area.top + 1
    canvas.cursor = Point(column: 3, row: row)
    for line in DisplayWidth.wrap(text(of: question), to: area.width - 6) {
      canvas.put(line, column: 3, row: row, style: .strong)
      row += 1
    }
    row += 1
    let (things, room) = (things(in: question), max(0, area.bottom - row - 5))
    for line in shown(things, of: question, rows: room, width: area.width - 6) {
      canvas.put(line, column: 5, row: row, width: area.width - 6)
      row += 1
    }
    let hint = question.offered == nil ? nil : makkerHint()
    for line in hint.map({ DisplayWidth.wrap($0, to: area.width - 6) }) ?? [] {
      canvas.put(line, column: 5, row: row, style: .dim)
      row += 1
    }
    if !things.isEmpty { row += 1 }
    let (yes, no) = answers(to: question)
    canvas.put("j", column: 3, row: row, style: .key)
    canvas.put(yes, column: 6, row: row, width: area.width - 7)
    canvas.put("n", column: 3, row: row + 1, style: .key)
    canvas.put(no, column: 6, row: row + 1, width: area.width - 7)
  }

  /// Where all of it has no room, the beginning of each is worth more than the whole of the first; but
  /// what a change brings with it is told whole, and the rest counted.
  private func shown(_ things: [String], of question: Question, rows: Int, width: Int) -> [String] {
    switch question {
    case .change, .delete, .closeDay, .week: return fitting(things, rows: rows, width: width)
    case .close, .withdraw, .told, .substitute, .buddy, .fills, .answerSwap, .withdrawSwap, .replace,
      .release, .closeDoor, .quit, .leaveSaving, .discard:
      let whole = things.flatMap { DisplayWidth.wrap($0, to: width) }
      return Array((whole.count > rows ? things : whole).prefix(rows))
    }
  }

  private func text(of question: Question) -> String {
    switch question {
    case .close(_, let reason):
      return words("question.close", ["reason": words("reason.\(reason.rawValue)")])
    case .withdraw: return words("question.withdraw")
    case .told(let handover):
      return words("question.told", ["name": colleagueName(handover.entry?.receiver)])
    case .substitute(let substitution):
      return words("question.substitute", ["name": colleagueName(substitution.substitute)])
    case .buddy(_, let buddy): return words("question.substitute", ["name": colleagueName(buddy)])
    case .fills(let fills):
      return words.counted(fills.count, one: "question.fills.one", many: "question.fills.many")
    case .answerSwap: return words("question.answerSwap")
    case .withdrawSwap: return words("question.withdrawSwap")
    case .closeDay(let place):
      return words(
        "question.closeDay",
        ["school": schoolName(place.school), "day": words.weekdayAndDay(place.day)])
    case .closeDoor: return words("question.closeDoor")
    case .replace(_, let names):
      return words.counted(names.count, one: "question.replace.one", many: "question.replace.many")
    case .leaveSaving: return words("question.leaveSaving")
    case .discard: return words("question.discard")
    case .delete(.topic): return words("question.retire")
    case .delete: return words("question.delete")
    case .change: return words("question.change")
    case .release(let preview):
      return words("question.release", ["period": words.period(preview.period)])
    case .week(let change): return text(of: change)
    case .quit:
      guard isMyDoorOpen else { return words("question.quitHeld") }
      let door = words("question.quitDoor", ["school": school?.name ?? ""])
      return heldByMe.isEmpty ? door : "\(door) \(words("question.held"))"
    }
  }

  /// What the question is about, by name.
  private func things(in question: Question) -> [String] {
    switch question {
    case .close(let handover, _), .withdraw(let handover), .told(let handover):
      [chainLine(of: handover)]
    case .substitute(let wanted): lines(about: wanted)
    case .buddy(let shift, let buddy): lines(aboutBuddy: buddy, of: shift)
    case .fills(let fills): lines(about: fills)
    case .answerSwap(let swap), .withdrawSwap(let swap): [swapLine(of: swap)]
    case .closeDay(let place): lines(aboutClosing: place)
    case .replace(_, let names): names
    case .release(let preview): things(in: preview)
    case .week(let change): lines(about: change)
    case .closeDoor(let offered): linesOfHeld(offered)
    case .quit(let offered): linesOfHeld(offered) + (isMyDoorOpen ? uncountedLines : [])
    case .leaveSaving, .discard: []
    case .delete(let key):
      [picture.documents.name(of: key, label: words.label)] + lines(about: wanting(documents(deleting: key)))
    case .change(let change): lines(about: change)
    }
  }

  private func answers(to question: Question) -> (yes: String, no: String) {
    switch question {
    case .close: (words("question.yesEnd"), words("question.noKeep"))
    case .withdraw: (words("question.yesWithdraw"), words("question.noKeep"))
    case .withdrawSwap: (words("question.yesWithdrawSwap"), words("question.noKeep"))
    case .told(let handover):
      (
        words("question.yesTold", ["name": colleagueName(handover.entry?.receiver)]),
        words("question.noTold")
      )
    case .substitute: (words("question.yesSubstitute"), words("question.noSubstitute"))
    case .buddy: (words("question.yesSubstitute"), words("question.noBuddy"))
    case .fills: (words("question.yesSubstitute"), words("question.noFills"))
    case .answerSwap: (words("question.yesSwap"), words("question.noSwap"))
    case .closeDay: (words("question.yesDay"), words("question.noKeep"))
    case .closeDoor: (words("question.yesDoor"), words("question.noDoor"))
    case .replace: (words("question.yesReplace"), words("question.noReplace"))
    case .leaveSaving: (words("question.yesLeaveSaving"), words("question.noLeaveSaving"))
    case .discard: (words("question.yesDiscard"), words("question.noDiscard"))
    case .delete(.topic): (words("question.yesRetire"), words("question.noKeep"))
    case .delete: (words("question.yesDelete"), words("question.noKeep"))
    case .change: (words("question.yesChange"), words("question.noChange"))
    case .release: (words("question.yesRelease"), words("question.noRelease"))
    case .week: (words("question.yesWeek"), words("question.noWeek"))
    case .quit:
      isMyDoorOpen
        ? (words("question.yesQuitDoor"), words("question.noQuitDoor"))
        : (words("question.yesQuit"), words("question.noQuit"))
    }
  }

  mutating func takeQuestion(_ question: Question, _ key: Key) -> [Request] {
    switch key {
    case .character("j"), .character("y"): return agree(to: question)
    case .character("n"): return refuse(question)
    case .character(let sign):
      guard let offered = question.offered, let number = sign.wholeNumberValue, sign.isASCII else {
        return takeBinding(key)
      }
      let marked = marking(number, in: offered)
      screens.replace(with: .question(question.offering(marked)))
      return []
    case .enter, .escape, .tab, .backtab, .backspace, .delete, .up, .down, .left, .right, .home,
      .end, .pageUp, .pageDown, .function, .control, .resize:
      return takeBinding(key)
    }
  }

  private mutating func agree(to question: Question) -> [Request] {
    switch question {
    case .close(let handover, let reason): return take(.close(reason), of: handover)
    case .withdraw(let handover): return take(.withdraw, of: handover)
    case .told(let handover): return takeOver(handover, isTold: true)
    case .substitute(let substitution): return record(substitution, saidYes: true)
    case .buddy(let shift, let buddy): return recordBuddy(buddy, of: shift)
    case .fills(let fills): return record(fills)
    case .answerSwap(let swap): return answer(.accepted, to: swap)
    case .withdrawSwap(let swap): return answer(.withdrawn, to: swap)
    case .closeDay(let place): return recordClosing(of: place)
    case .replace(let files, _):
      screens.pop()
      return [.export(files, replacing: true)]
    case .release(let preview):
      screens.pop()
      return [.release(preview.period)]
    case .week(let change): return record(change)
    case .closeDoor(let offered): return moveDoor(open: false, after: offersToMakker(offered))
    case .quit(let offered):
      let offers = offersToMakker(offered)
      if isMyDoorOpen { return moveDoor(open: false, after: offers, thenQuit: true) }
      return offers.isEmpty ? [.quit] : save(Saving(offers, endsProgram: true))
    case .leaveSaving: return [.quit]
    case .discard:
      screens.pop()
      screens.pop()
      return []
    case .delete(let key): return delete(key)
    case .change(let change):
      screens.pop()
      return saveForm(isAccepting: false, agreed: change.consequences)
    }
  }

  /// "No" to ending the day with the door open still ends it, and who was asked for a duty is written
  /// down; every other "no" leaves all as it is.
  private mutating func refuse(_ question: Question) -> [Request] {
    switch question {
    case .quit:
      if isMyDoorOpen { return [.quit] }
      screens.pop()
    case .substitute(let substitution): return record(substitution, saidYes: false)
    case .close(let handover, _): showHandovers(selecting: handover.id)
    case .answerSwap(let swap): return answer(.declined, to: swap)
    case .withdraw, .told, .buddy, .fills, .withdrawSwap, .closeDay, .closeDoor, .replace, .release,
      .week, .leaveSaving, .discard, .delete, .change:
      screens.pop()
    }
    return []
  }
}

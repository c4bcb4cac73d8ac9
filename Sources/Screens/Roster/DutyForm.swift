// The form for one place of the base roster: who, makker, hours, from which day, in which weeks.

import Canvas
import Domain
import Reports

/// What is being changed. Nothing is written before it is saved.
struct DutyForm: Equatable, Sendable {
  /// One duty of the day; without a colleague it is none.
  struct Share: Equatable, Sendable {
    var colleague: Colleague.ID?
    var buddy: Colleague.ID?
    var hours: TimeSpan
  }

  /// In which weeks it holds.
  enum Weeks: Equatable, Sendable {
    case all, odd, even
    case every(Int)

    /// What a rhythm is called from a week on: after a year with 53 weeks odd ones go on as even ones.
    init(_ rhythm: Rhythm, from week: ISOWeek) {
      switch rhythm.every {
      case ...1: self = .all
      case 2: self = rhythm.first(from: week).week % 2 == 1 ? .odd : .even
      case let every: self = .every(every)
      }
    }
  }

  var school: School.ID
  var weekday: Weekday
  var shares: [Share]
  var share = 0
  var from: CivilDate
  /// The rhythm that stands there, which goes on as it is until another one is chosen.
  private var standing: Rhythm?
  private var chosen = Weeks.all
  /// What it is a change of: whoever changes the same meanwhile is not overwritten unseen.
  let upon: RecordID
  /// Something in it is another than when it was opened.
  var isChanged = false
  var picker = Picker()

  init(school: School, day: CivilDate, from: CivilDate, ledger: Ledger) {
    self.school = school.id
    weekday = day.weekday
    self.from = from
    upon = ledger.lastChange(at: PatternPlace(school: school.id, weekday: day.weekday))
    let pattern = ledger.pattern(at: school.id, on: day)
    let hours =
      pattern?.spans.first?.hours ?? school.hours(on: day).first ?? school.hours.lazy.compactMap(\.span).first
      ?? TimeSpan(from: ClockTime(clamping: 570), to: ClockTime(clamping: 810))
    shares = pattern?.spans.map { Share(colleague: $0.colleague, buddy: $0.buddy, hours: $0.hours) } ?? []
    // One more than there are, for somebody to be added.
    shares.append(Share(hours: hours))
    standing = pattern?.rhythm
  }

  var rhythm: Weeks {
    get { standing.map { Weeks($0, from: ISOWeek(containing: from)) } ?? chosen }
    set {
      standing = nil
      chosen = newValue
    }
  }

  mutating func markNextShare() {
    share = (share + 1) % shares.count
    picker = Picker()
  }

  var spans: [DutySpan] {
    shares.compactMap { share in
      share.colleague.map { DutySpan(colleague: $0, buddy: share.buddy, hours: share.hours) }
    }
  }

  /// The first day on which the duties are.
  var firstDay: CivilDate { weeks.firstDay(on: weekday, from: from) }

  /// The rhythm from the week it begins in.
  var weeks: Rhythm {
    let week = ISOWeek(containing: from)
    if let standing { return Rhythm(every: standing.every, week: standing.first(from: week)) }
    return switch chosen {
    case .all: .weekly(from: week)
    case .odd: Rhythm(isOdd: true, from: week)
    case .even: Rhythm(isOdd: false, from: week)
    case .every(let count): Rhythm(every: count, week: week)
    }
  }
}

extension Desk {
  private func change(by form: DutyForm, id: RecordID) -> PatternChange {
    PatternChange(
      id: id, after: form.upon, at: now.utc, by: colleagueID, from: form.from,
      rhythm: form.weeks, school: form.school, spans: form.spans, weekday: form.weekday)
  }

  private func rows(of form: DutyForm) -> [PickerRow] {
    let share = form.shares[form.share]
    let nobody = words("basePlan.nobody")
    return [
      PickerRow(title: words("form.colleague"), detail: share.colleague.map { colleagueName($0) } ?? nobody),
      PickerRow(title: words("form.buddy"), detail: share.buddy.map { colleagueName($0) } ?? nobody),
      PickerRow(title: words("form.hours"), detail: words.span(share.hours)),
      PickerRow(title: words("form.from"), detail: words.shortDay(form.from)),
      PickerRow(
        title: words("form.rhythm"), detail: rhythmText(form.weeks, from: ISOWeek(containing: form.from))),
      PickerRow(title: words("form.save")),
    ]
  }

  private func texts(of form: DutyForm) -> [FoldedText] { rows(of: form).map { FoldedText($0.title) } }

  func drawDutyForm(_ form: DutyForm, on canvas: inout Canvas, in area: Area) {
    let title = words(
      "form.title", ["school": schoolName(form.school), "weekday": words.weekday(form.weekday)])
    let used = canvas.put(title, column: 1, row: area.top, style: .strong, width: area.width - 2)
    let number = shareText(of: form)
    canvas.put(number, column: used + 4, row: area.top, style: .dim, width: max(0, area.width - used - 5))
    var list = area
    list.top += 2
    list.bottom = list.top + 6
    draw(
      form.picker, rows: rows(of: form), texts: texts(of: form),
      columns: PickerColumns(title: 16, detail: 34), on: &canvas, in: list)
    drawLines(consequences(of: form), from: list.bottom, in: area, on: &canvas)
  }

  /// Which duty of the day it is, where there are several; the one after them is new.
  private func shareText(of form: DutyForm) -> String {
    let there = form.shares.filter { $0.colleague != nil }.count
    if form.shares[form.share].colleague == nil { return words("form.newShare") }
    return words("form.share", ["number": String(form.share + 1), "count": String(there)])
  }

  /// What the change would break in its first four weeks, and which days it leaves alone.
  private func consequences(of form: DutyForm) -> [(String, Style)] {
    let days = DateSpan(from: form.from, to: form.from.adding(days: 27))
    let faults = picture.roster.faults(of: [.pattern(change(by: form, id: .zero))], in: days)
    var seen: Set<RosterFault.Rule> = []
    let rules = faults.filter { seen.insert($0.rule).inserted }.prefix(4)
    let place = PatternPlace(school: form.school, weekday: form.weekday)
    let kept = picture.ledger.exceptions(at: place, from: form.from).map(\.day)
    let lines = rules.map { (words.ruleLine($0, in: picture.documents), $0.isClash ? Style.warning : .dim) }
    return lines + (kept.isEmpty ? [] : [(keptText(kept), .normal)])
  }

  mutating func takeDutyForm(_ form: DutyForm, _ key: Key) -> [Request] {
    var form = form
    switch form.picker.take(key, among: texts(of: form)) {
    case .passed: return key == .escape && form.isChanged ? ask(.discard) : takeBinding(key)
    case .moved: replace(.dutyForm(form))
    case .chosen(let index):
      form.picker.selection = index
      replace(.dutyForm(form))
      return edit(index, of: form)
    }
    return []
  }

  private mutating func edit(_ row: Int, of form: DutyForm) -> [Request] {
    switch row {
    case 0: open(.people(people(isBuddy: false)))
    case 1: open(.people(people(isBuddy: true)))
    case 2: open(.entry(TypedEntry(.hours)))
    case 3: open(.entry(TypedEntry(.from)))
    case 4: nextRhythm(form)
    case _: return saveDuty(form)
    }
    return []
  }

  /// Every week, odd weeks, even weeks, every so many weeks.
  private mutating func nextRhythm(_ old: DutyForm) {
    var form = old
    switch form.rhythm {
    case .all: form.rhythm = .odd
    case .odd: form.rhythm = .even
    case .even:
      open(.entry(TypedEntry(.every)))
      return
    case .every: form.rhythm = .all
    }
    form.isChanged = true
    replace(.dutyForm(form))
  }

  mutating func saveDuty(_ form: DutyForm) -> [Request] {
    if let reason = reason(against: RosterAction.editDuty) { return refuse(reason) }
    guard form.from >= now.day else { return refuse(words("roster.pastDay")) }
    if let refusal = picture.documents.reasonAgainstGiving(form.spans, on: form.firstDay) {
      return refuse(words.refusal(refusal, name: colleagueName(refusal.colleague)))
    }
    return save(.record([.pattern(change(by: form, id: newID()))]))
  }
}

// The screens that are opened from Vagtplan, in one place: what each is called, its keys, and which part
// of the desk draws it and takes its keys.

import Canvas
import Domain

/// A screen beside the week's grid.
enum Planning: Equatable, Sendable {
  /// A week, a day or hours to be typed.
  case entry(TypedEntry)
  case history(HistoryState)
  case ownShifts(OwnShiftsState)
  case coverage(CoverageState)
  case fairness(FairnessState)
  case swapOffer(SwapOfferState)
  case swaps(SwapsState)
  case proposal(ProposalState)
  case basePlan(RosterState)
  case dutyForm(DutyForm)
  /// Who has a duty of the base roster, or is its makker.
  case people(PeopleState)
  case exports(ExportsState)
  /// Who is the makker on one day.
  case dayBuddy(DayBuddyState)

  /// Its name in the keys of the texts.
  var name: String {
    switch self {
    case .entry: "entry"
    case .history: "history"
    case .ownShifts: "ownShifts"
    case .coverage: "coverage"
    case .fairness: "fairness"
    case .swapOffer: "swapOffer"
    case .swaps: "swaps"
    case .proposal: "proposal"
    case .basePlan: "basePlan"
    case .dutyForm: "dutyForm"
    case .people: "people"
    case .exports: "exports"
    case .dayBuddy: "dayBuddy"
    }
  }

  /// The keys of its own.
  var bindings: [Binding] {
    let earlierLater = [
      Binding(.left, shown: "←", .earlier, footer: 3), Binding(.right, shown: "→", .later, footer: 4),
    ]
    switch self {
    case .entry, .history, .swapOffer, .swaps, .people, .exports, .dayBuddy: return []
    case .ownShifts, .fairness: return earlierLater
    case .coverage:
      return [
        Binding(.tab, shown: "Tab", .term, footer: 2), Binding(.pageUp, shown: "PgUp", .earlier, footer: 3),
        Binding(.pageDown, shown: "PgDn", .later, footer: 4),
        Binding(.character("t"), shown: "t", .thisWeek, footer: 6),
      ]
    case .proposal:
      return [
        Binding(.tab, shown: "Tab", .term, footer: 3),
        Binding(.character("a"), shown: "a", .another, footer: 2),
        Binding(.character("g"), shown: "g", .acceptAll, footer: 4),
      ]
    case .basePlan:
      return [Binding(.enter, shown: "Enter", .editDuty, footer: 2)]
        + Bindings.weeks([.pageUp], "PgUp", [.pageDown], "PgDn")
    case .dutyForm:
      return [
        Binding(.tab, shown: "Tab", .share, footer: 3),
        Binding(.control("s"), shown: "Ctrl-S", .save, footer: 2),
      ]
    }
  }

  /// Here the key searches the list that is open, or is typed.
  var takesSearch: Bool {
    switch self {
    case .entry, .ownShifts, .fairness, .swapOffer, .swaps, .proposal, .dutyForm, .people, .exports,
      .dayBuddy:
      true
    case .history, .coverage, .basePlan: false
    }
  }

  /// Something was typed or chosen here that is lost when the screen closes.
  var isForm: Bool {
    switch self {
    case .dutyForm(let form): form.isChanged
    case .entry(let entry): !entry.field.isEmpty
    case .history, .ownShifts, .coverage, .fairness, .swapOffer, .swaps, .proposal, .basePlan, .people,
      .exports, .dayBuddy:
      false
    }
  }

  /// A list that has nothing to choose.
  var isEmptyList: Bool {
    switch self {
    case .ownShifts(let state): state.shifts.isEmpty
    case .fairness(let state): state.shares.isEmpty
    case .swaps(let state): state.swaps.isEmpty
    case .proposal(let state): state.fills.isEmpty && state.unfilled.isEmpty
    case .entry, .history, .coverage, .swapOffer, .basePlan, .dutyForm, .people, .exports, .dayBuddy: false
    }
  }

  /// A numbered list to choose from.
  var isList: Bool {
    switch self {
    case .ownShifts, .fairness, .swapOffer, .swaps, .proposal, .dutyForm, .people, .exports, .dayBuddy:
      true
    case .entry, .history, .coverage, .basePlan: false
    }
  }
}

extension Desk {
  func draw(_ planning: Planning, on canvas: inout Canvas, in area: Area) {
    switch planning {
    case .entry(let state): drawEntry(state, on: &canvas, in: area)
    case .history(let state): drawHistory(state, on: &canvas, in: area)
    case .ownShifts(let state): drawOwnShifts(state, on: &canvas, in: area)
    case .coverage(let state): drawCoverage(state, on: &canvas, in: area)
    case .fairness(let state): drawFairness(state, on: &canvas, in: area)
    case .swapOffer(let state): drawSwapOffer(state, on: &canvas, in: area)
    case .swaps(let state): drawSwaps(state, on: &canvas, in: area)
    case .proposal(let state): drawProposal(state, on: &canvas, in: area)
    case .basePlan(let state): drawBasePlan(state, on: &canvas, in: area)
    case .dutyForm(let form): drawDutyForm(form, on: &canvas, in: area)
    case .people(let state): drawPeople(state, on: &canvas, in: area)
    case .exports(let state): drawExports(state, on: &canvas, in: area)
    case .dayBuddy(let state): drawDayBuddy(state, on: &canvas, in: area)
    }
  }

  mutating func take(_ key: Key, on planning: Planning) -> [Request] {
    switch planning {
    case .entry(let state): takeEntry(state, key)
    case .history(let state): takeHistory(state, key)
    case .ownShifts(let state): takeOwnShifts(state, key)
    case .coverage(let state): takeCoverage(state, key)
    case .fairness(let state): takeFairness(state, key)
    case .swapOffer(let state): takeSwapOffer(state, key)
    case .swaps(let state): takeSwaps(state, key)
    case .proposal(let state): takeProposal(state, key)
    case .basePlan(let state): takeBasePlan(state, key)
    case .dutyForm(let form): takeDutyForm(form, key)
    case .people(let state): takePeople(state, key)
    case .exports(let state): takeExports(state, key)
    case .dayBuddy(let state): takeDayBuddy(state, key)
    }
  }
}

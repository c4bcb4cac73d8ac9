// From the sorted words to values: dates that exist, numbers that fit, codes that are known.

import Domain

extension Invocation {
  /// Reads the words after the program's name.
  init(_ words: [String]) throws(UsageError) {
    let line = try RawLine(words)
    options = try GlobalOptions(line)
    command = try Command(line)
  }
}

extension GlobalOptions {
  init(_ line: RawLine) throws(UsageError) {
    folder = try line.text(.folder)
    now = try line.value(.now, .moment) { LocalTime($0) }
    language = try line.value(.language, .language) { Settings.Language(rawValue: $0.lowercased()) }
    school = try line.text(.school)
    colleague = try line.text(.colleague)
    isPlain = line.options[.plain] != nil
    isBoard = line.options[.board] != nil
    isForScreenReader = line.options[.screenReader] != nil
    isJSON = line.options[.json] != nil
  }
}

extension Command {
  init(_ line: RawLine) throws(UsageError) {
    if line.options[.version] != nil {
      self = .version
    } else if line.options[.help] != nil {
      self = .help(line.command == .help ? try line.helpTopic() : line.command)
    } else if let name = line.command {
      self = try Command(name, line)
    } else {
      self = .desk
    }
  }

  private init(_ name: CommandName, _ line: RawLine) throws(UsageError) {
    switch name {
    case .demo: self = .demo(keep: try line.text(.keep))
    case .demoData: self = .demoData(try DemoDataOrder(line))
    case .create: self = .create(path: try line.id(name))
    case .today: self = .today
    case .openDoor: self = .door(isOpen: true)
    case .closeDoor: self = .door(isOpen: false)
    case .visit: self = .count(CountOrder(what: try .visit(line), day: try line.date(.day)))
    case .zero: self = .count(CountOrder(what: .zero, day: try line.date(.day)))
    case .sparring: self = .count(CountOrder(what: .sparring, day: try line.date(.day)))
    case .undo: self = .undo(id: try line.id(name))
    case .handOver: self = .handOver(try OfferOrder(line))
    case .handovers: self = .handovers
    case .takeOver: self = .step(StepOrder(what: .takeOver, id: try line.id(name)))
    case .decline: self = .step(StepOrder(what: .move(.decline), id: try line.id(name)))
    case .withdraw: self = .step(StepOrder(what: .move(.withdraw), id: try line.id(name)))
    case .missed: self = .step(StepOrder(what: .move(.missed), id: try line.id(name)))
    case .undoTakeOver: self = .step(StepOrder(what: .move(.undoTakeOver), id: try line.id(name)))
    case .handOn: self = .step(StepOrder(what: .handOn(try OfferOrder(line)), id: try line.id(name)))
    case .close:
      self = .step(StepOrder(what: .move(.close(try line.closingReason())), id: try line.id(name)))
    case .figures: self = .figures(try FiguresOrder(line))
    case .release: self = .release(try line.period(for: .release))
    case .endWeeks: self = .endWeeks(try WeekOrder(line))
    case .roster: self = .roster(try line.value(.week, .week) { ISOWeek($0) })
    case .importRoster: self = .importRoster(try RosterImportOrder(line))
    case .exportRoster: self = .exportRoster(try RosterExportOrder(line))
    case .propose:
      let weeks = try line.required(.week, .week, Parse.weeks)
      self = .propose(weeks, isExecuted: line.options[.carryOut] != nil)
    case .shares: self = .shares(try line.weeks())
    case .absence: self = .absence(try AbsenceOrder(line))
    case .importSchools: self = try line.importing(.schools, name)
    case .importColleagues: self = try line.importing(.colleagues, name)
    case .importTopics: self = try line.importing(.topics, name)
    case .importOffers: self = try line.importing(.offers, name)
    case .importCalendar: self = try line.importing(.calendar, name)
    case .meeting: self = .meeting(try MeetingOrder(line))
    case .calendar: self = .calendar(year: try line.required(.year, .year, Parse.year))
    case .check: self = .check(isDeep: line.options[.deep] != nil)
    case .checkText: self = .checkText(isAboutYoung: line.options[.aboutYoung] != nil)
    case .log: self = .log(since: try line.date(.since))
    case .forget:
      self = .forget(file: try line.text(.file), isCarriedOut: line.options[.carryOut] != nil)
    case .insight: self = .insight(colleague: try line.required(.ofColleague, .nothingEmpty) { $0 })
    case .help: self = .help(try line.helpTopic())
    }
  }
}

extension CountOrder.What {
  fileprivate static func visit(_ line: RawLine) throws(UsageError) -> Self {
    let outcome = try line.value(.outcome, .outcome) { Outcome(rawValue: $0.lowercased()) }
    return .visit(topic: try line.text(.topic), outcome: outcome ?? .doneHere)
  }
}

extension DemoDataOrder {
  fileprivate init(_ line: RawLine) throws(UsageError) {
    guard line.options[.folder] != nil else {
      throw .missingOption(OptionName.folder.written, command: CommandName.demoData.rawValue)
    }
    visits = try line.required(.visits, .count) { Parse.number($0, in: 0...10_000_000) }
    weeks = try line.required(.weeks, .positiveCount) { Parse.number($0, in: 1...1_000) }
    seed = try line.value(.seed, .seed) { UInt64($0) } ?? 1
  }
}

extension OfferOrder {
  fileprivate init(_ line: RawLine) throws(UsageError) {
    receiver = try line.required(.to, .nothingEmpty) { $0 }
    mode = try line.value(.mode, .mode) { Handover.Mode(rawValue: $0.lowercased()) }
    agreedDay = try line.date(.day)
    hasMessage = try line.value(.message, .standardInput) { $0 == "-" ? true : nil } ?? false
    if let cells = line.options[.anyway], !cells.isEmpty {
      throw .needlessValue(option: OptionName.anyway.written)
    }
    keepsDoubtful = line.options[.anyway] != nil
  }
}

extension RawLine {
  fileprivate func closingReason() throws(UsageError) -> ClosingReason {
    try required(.reason, .reason) { ClosingReason(rawValue: $0.lowercased()) }
  }
}

extension FiguresOrder {
  fileprivate init(_ line: RawLine) throws(UsageError) {
    let periods: [OptionName] = [.quarter, .schoolYear]
    if periods.contains(where: { line.options[$0] != nil }) {
      if line.options[.week] != nil {
        throw .optionElsewhere(OptionName.week.written, command: CommandName.figures.rawValue)
      }
      what = .period(try line.period(for: .figures))
    } else {
      what = .weeks(try line.required(.week, .week, Parse.weeks))
    }
    let format = try line.value(.format, .format) { Format(rawValue: $0.lowercased()) }
    self.format = line.options[.json] != nil ? .json : format ?? .table
    joinsSmall = line.options[.everySchool] == nil
    out = try OutOrder(line)
  }
}

extension WeekOrder {
  fileprivate init(_ line: RawLine) throws(UsageError) {
    revised = try line.value(.revise, .week) { ISOWeek($0) }
    acceptsMissing = line.options[.acceptMissing] != nil
    isAnew = line.options[.anew] != nil
    isCarriedOut = line.options[.carryOut] != nil
    if revised == nil, isAnew {
      throw .missingOption(OptionName.revise.written, command: CommandName.endWeeks.rawValue)
    }
    if isCarriedOut, !isAnew {
      throw .optionElsewhere(OptionName.carryOut.written, command: CommandName.endWeeks.rawValue)
    }
  }
}

extension MeetingOrder {
  fileprivate init(_ line: RawLine) throws(UsageError) {
    week = try line.value(.week, .week) { ISOWeek($0) }
    let format = try line.value(.format, .meetingFormat) { Format(rawValue: $0.lowercased()) }
    self.format = line.options[.json] != nil ? .json : format ?? .table
    out = try OutOrder(line)
  }
}

extension OutOrder {
  /// `--ud FIL`, with `--erstat` where a file that is there may be replaced; nil prints.
  init?(_ line: RawLine) throws(UsageError) {
    guard let path = try line.text(.out) else {
      guard line.options[.replace] == nil else {
        throw .missingOption(OptionName.out.written, command: line.command?.rawValue ?? "")
      }
      return nil
    }
    self.init(path: path, isReplacing: line.options[.replace] != nil)
  }
}

extension RawLine {
  /// The one period of `--kvartal` or `--skoleår`.
  fileprivate func period(for command: CommandName) throws(UsageError) -> Period {
    let quarter = try value(.quarter, .period) { Period($0).flatMap { $0.isSchoolYear ? nil : $0 } }
    let year = try value(.schoolYear, .period) { Period($0).flatMap { $0.isSchoolYear ? $0 : nil } }
    if quarter != nil, year != nil {
      throw .optionElsewhere(OptionName.schoolYear.written, command: command.rawValue)
    }
    guard let period = quarter ?? year else {
      throw .missingOption(OptionName.quarter.written, command: command.rawValue)
    }
    return period
  }
}

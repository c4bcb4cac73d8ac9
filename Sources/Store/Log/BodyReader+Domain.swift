// How the values of the Domain stand in a body: dates, times, ids, spans and words.

import Domain

extension BodyReader {
  mutating func date() throws(BodyFault) -> CivilDate {
    let text = try string()
    guard text.count == 10, let date = CivilDate(fixed: text) else { throw fault }
    return date
  }

  mutating func week() throws(BodyFault) -> ISOWeek {
    guard let week = ISOWeek(try text()) else { throw fault }
    return week
  }

  mutating func utc() throws(BodyFault) -> UTCTime {
    guard let time = UTCTime(try text()) else { throw fault }
    return time
  }

  mutating func clock() throws(BodyFault) -> ClockTime {
    guard let time = ClockTime(try text()) else { throw fault }
    return time
  }

  mutating func weekday() throws(BodyFault) -> Weekday {
    guard let weekday = Weekday(rawValue: try number()) else { throw fault }
    return weekday
  }

  /// Weekdays in order, each once.
  mutating func weekdays() throws(BodyFault) -> Set<Weekday> {
    let days = try list { (reader) throws(BodyFault) in try reader.weekday() }
    guard zip(days, days.dropFirst()).allSatisfy({ $0 < $1 }) else { throw fault }
    return Set(days)
  }

  mutating func name<Entity>() throws(BodyFault) -> ID<Entity> {
    let text = try text()
    guard !text.isEmpty else { throw fault }
    return ID(text)
  }

  mutating func nameOrNull<Entity>() throws(BodyFault) -> ID<Entity>? {
    takeNull() ? nil : try name()
  }

  /// A word of a closed list.
  mutating func word<Word: RawRepresentable<String>>() throws(BodyFault) -> Word {
    guard let word = Word(rawValue: try text()) else { throw fault }
    return word
  }

  mutating func spans() throws(BodyFault) -> [DutySpan] {
    try list { (reader) throws(BodyFault) in
      try reader.open()
      try reader.key("buddy")
      let buddy: Colleague.ID? = try reader.nameOrNull()
      try reader.key("colleague")
      let colleague: Colleague.ID = try reader.name()
      try reader.key("from")
      let from = try reader.clock()
      try reader.key("to")
      let to = try reader.clock()
      try reader.close()
      return DutySpan(colleague: colleague, buddy: buddy, hours: TimeSpan(from: from, to: to))
    }
  }
}

extension CivilDate {
  /// Reads `2026-03-05` from ten bytes, without a text in between.
  init?(fixed bytes: UnsafeRawBufferPointer) {
    func digits(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = bytes[index] &- UInt8(ascii: "0")
        if digit > 9 { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let year = digits(0..<4),
      let month = digits(5..<7), let day = digits(8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

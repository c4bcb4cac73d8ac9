// How values stand in a body: numbers, texts, lists, objects whose keys are data, dates, ids and words.

import Domain

// MARK: Plain values

extension Int: BodyValue {
  static let blank = 0
  mutating func code(_ coder: inout BodyCoder) throws(BodyFault) {
    if coder.isReading { self = try coder.reader.number() } else { try coder.writer.number(self) }
  }
}

extension Bool: BodyValue {
  static let blank = false
  mutating func code(_ coder: inout BodyCoder) throws(BodyFault) {
    if coder.isReading { self = try coder.reader.bool() } else { coder.writer.bool(self) }
  }
}

extension String: BodyText {
  static let blank = ""
  var bodyText: String { self }
}

extension Hex128: BodyValue {
  static var blank: Hex128 { zero }
  mutating func code(_ coder: inout BodyCoder) throws(BodyFault) {
    if coder.isReading { self = try coder.reader.hex() } else { coder.writer.hex(self) }
  }
}

/// Null where there is none.
extension Optional: BodyValue where Wrapped: BodyValue {
  static var blank: Wrapped? { nil }
  mutating func code(_ coder: inout BodyCoder) throws(BodyFault) {
    if coder.isReading {
      self = coder.reader.takeNull() ? nil : try Wrapped.read(&coder)
    } else if var value = self {
      try value.code(&coder)
    } else {
      coder.writer.null()
    }
  }
}

extension Array: BodyValue where Element: BodyValue {
  static var blank: [Element] { [] }
  mutating func code(_ coder: inout BodyCoder) throws(BodyFault) {
    guard coder.isReading else {
      coder.writer.openList()
      for var element in self { try element.code(&coder) }
      return coder.writer.closeList()
    }
    self = []
    try coder.reader.take(UInt8(ascii: "["))
    if coder.reader.takeIf(UInt8(ascii: "]")) { return }
    repeat { append(try Element.read(&coder)) } while coder.reader.takeIf(UInt8(ascii: ","))
    try coder.reader.take(UInt8(ascii: "]"))
  }
}

/// A list in order, each element once.
extension Set: BodyValue where Element: BodyValue & Comparable {
  static var blank: Set<Element> { [] }
  mutating func code(_ coder: inout BodyCoder) throws(BodyFault) {
    var elements = sorted()
    try elements.code(&coder)
    try coder.require(zip(elements, elements.dropFirst()).allSatisfy { $0 < $1 })
    self = Set(elements)
  }
}

/// An object whose keys are data, in byte order.
extension Dictionary: BodyValue where Key: BodyText, Value: BodyValue {
  static var blank: [Key: Value] { [:] }
  mutating func code(_ coder: inout BodyCoder) throws(BodyFault) {
    guard coder.isReading else {
      coder.writer.open()
      let sorted = self.sorted { $0.key.bodyText.utf8.lexicographicallyPrecedes($1.key.bodyText.utf8) }
      for (key, var value) in sorted {
        try coder.writer.dataKey(key.bodyText)
        try value.code(&coder)
      }
      return coder.writer.close()
    }
    self = [:]
    var last: String?
    try coder.reader.take(UInt8(ascii: "{"))
    if coder.reader.takeIf(UInt8(ascii: "}")) { return }
    repeat {
      let text = try coder.reader.text()
      if let last, !last.utf8.lexicographicallyPrecedes(text.utf8) { throw coder.fault }
      last = text
      try coder.reader.take(UInt8(ascii: ":"))
      let value = try Value.read(&coder)
      if let key = Key(text) {
        self[key] = value
      } else {
        try coder.reader.passUnknown(text, Key.isClosedList)
      }
    } while coder.reader.takeIf(UInt8(ascii: ","))
    try coder.reader.take(UInt8(ascii: "}"))
  }
}

// MARK: Values of the Domain

extension BodyText where Self: CustomStringConvertible {
  var bodyText: String { description }
}

extension CivilDate: BodyText {
  static let blank = CivilDate(dayNumber: 0)
  mutating func code(_ coder: inout BodyCoder) throws(BodyFault) {
    if coder.isReading { self = try coder.reader.date() } else { try coder.writer.text(description) }
  }
}

extension ISOWeek: BodyText { static let blank = ISOWeek(containing: .blank) }

extension UTCTime: BodyText { static let blank = UTCTime(seconds: 0) }

extension ClockTime: BodyText { static let blank = ClockTime(clamping: 0) }

extension WriterName: BodyText { static let blank = WriterName(desk: "", epoch: 0) }

extension SegmentName: BodyText { static let blank = SegmentName(stream: .visits, begunOn: .blank) }

extension Weekday: BodyValue {
  static let blank = monday
  mutating func code(_ coder: inout BodyCoder) throws(BodyFault) {
    var number = rawValue
    try number.code(&coder)
    guard let weekday = Weekday(rawValue: number) else { throw coder.fault }
    self = weekday
  }
}

extension ID: BodyText {
  static var blank: ID { ID("") }
  /// None is empty.
  mutating func code(_ coder: inout BodyCoder) throws(BodyFault) {
    guard coder.isReading else {
      if text.isEmpty { throw coder.fault }
      return try coder.writer.text(text)
    }
    self = try coder.reader.name()
  }
}

extension Outcome: BodyWord { static let blank = doneHere }

extension ClosingReason: BodyWord { static let blank = other }

extension CellChange.Cause: BodyWord { static let blank = plan }

extension SwapStep.Step: BodyWord { static let blank = offered }

/// There is no fourth stream: another word here is damage.
extension Stream: BodyText {
  static let blank = visits
  init?(_ text: String) { self.init(rawValue: text) }
  var bodyText: String { rawValue }
}

extension DutySpan: BodyObject {
  static let blank = DutySpan(
    colleague: .blank, buddy: nil, hours: TimeSpan(from: .blank, to: .blank))
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("buddy", &buddy)
    try coder("colleague", &colleague)
    try coder("from", &hours.from)
    try coder("to", &hours.to)
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

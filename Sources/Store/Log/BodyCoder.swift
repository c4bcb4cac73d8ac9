// One description of a body, used both ways: the same lines read it and write it.

import Domain

/// A value that stands in a line. `code` reads it or writes it, as the coder does.
protocol BodyValue {
  /// What stands there before it is read.
  static var blank: Self { get }

  mutating func code(_ coder: inout BodyCoder) throws(BodyFault)
}

/// An object with keys of its own. `fields` names them once, in sorted order.
protocol BodyObject: BodyValue {
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault)
}

/// A value that stands as a text, also as the key of an object whose keys are data.
protocol BodyText: BodyValue, Hashable {
  /// Nil when the text says no such value.
  init?(_ text: String)
  var bodyText: String { get }
  /// Whether a later program may know more of them.
  static var isClosedList: Bool { get }
}

/// A word of a closed list.
protocol BodyWord: BodyText, RawRepresentable<String> {}

/// Goes over a body from front to back, reading it or writing it.
struct BodyCoder {
  var reader: BodyReader
  var writer = BodyWriter()
  let isReading: Bool
  /// The stream that the body is read from.
  let stream: Stream

  /// Writes.
  init() {
    reader = BodyReader(UnsafeRawBufferPointer(start: nil, count: 0))
    isReading = false
    stream = .visits
  }

  /// Reads. A tolerant coder goes past what only a later program can have written.
  init(reading bytes: UnsafeRawBufferPointer, of stream: Stream = .visits, isTolerant: Bool = false) {
    reader = BodyReader(bytes, isTolerant: isTolerant)
    isReading = true
    self.stream = stream
  }

  /// What is wrong at the place reached.
  var fault: BodyFault { isReading ? reader.fault : writer.fault }

  // MARK: Members of an object

  /// A key that is always there.
  mutating func callAsFunction<Value: BodyValue>(
    _ name: StaticString, _ value: inout Value
  ) throws(BodyFault) {
    try key(name)
    try value.code(&self)
  }

  /// A key that is left out where there is no value.
  mutating func optional<Value: BodyValue>(
    _ name: StaticString, _ value: inout Value?
  ) throws(BodyFault) {
    if isReading {
      value = reader.takeKey(name) ? try Value.read(&self) : nil
    } else if var written = value {
      writer.key(name)
      try written.code(&self)
    }
  }

  /// True, or left out.
  mutating func flag(_ name: StaticString, _ value: inout Bool) throws(BodyFault) {
    var isThere: Bool? = value ? true : nil
    try optional(name, &isThere)
    if isThere == false { throw fault }
    value = isThere ?? false
  }

  /// A value that stands in another form: `form` as it is written, `back` as it is read.
  mutating func callAsFunction<Value, Form: BodyValue>(
    _ name: StaticString, _ value: inout Value, as form: (Value) -> Form, back: (Form) -> Value?
  ) throws(BodyFault) {
    var written = isReading ? Form.blank : form(value)
    try self(name, &written)
    guard isReading else { return }
    guard let read = back(written) else { throw fault }
    value = read
  }

  /// A whole object that is read, or was written, by itself. The bytes read are those of the body.
  mutating func object(_ name: StaticString, _ body: [UInt8]) throws(BodyFault) -> UnsafeRawBufferPointer {
    try key(name)
    if isReading { return try reader.object() }
    writer.object(body)
    return UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// `<writer>/<name>`
  mutating func file(
    _ key: StaticString, _ writer: inout WriterName, _ name: inout SegmentName
  ) throws(BodyFault) {
    var text = writer.description + "/" + name.description
    try self(key, &text)
    guard isReading else { return }
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 2, let foundWriter = WriterName(parts[0]), let foundName = SegmentName(parts[1])
    else { throw fault }
    (writer, name) = (foundWriter, foundName)
  }

  /// A number with all its 64 bits, in hexadecimal digits.
  mutating func bits(_ key: StaticString, _ value: inout UInt64) throws(BodyFault) {
    try self(key, &value, as: { String($0, radix: 16) }, back: { UInt64($0, radix: 16) })
  }

  private mutating func key(_ name: StaticString) throws(BodyFault) {
    if isReading { try reader.key(name) } else { writer.key(name) }
  }

  // MARK: What is read

  /// A condition that what was read must meet.
  func require(_ isRight: Bool) throws(BodyFault) {
    if isReading, !isRight { throw fault }
  }
}

extension BodyValue {
  static func read(_ coder: inout BodyCoder) throws(BodyFault) -> Self {
    var value = blank
    try value.code(&coder)
    return value
  }

  /// Reads the whole body.
  init(body bytes: UnsafeRawBufferPointer, of stream: Stream = .visits) throws(BodyFault) {
    var coder = BodyCoder(reading: bytes, of: stream)
    self = try Self.read(&coder)
    try coder.reader.end()
  }

  /// The bytes of the whole body.
  func body() throws(BodyFault) -> [UInt8] {
    var (coder, value) = (BodyCoder(), self)
    try value.code(&coder)
    return coder.writer.bytes
  }
}

extension BodyObject {
  mutating func code(_ coder: inout BodyCoder) throws(BodyFault) {
    if coder.isReading { try coder.reader.open() } else { coder.writer.open() }
    try fields(&coder)
    if coder.isReading { try coder.reader.close() } else { coder.writer.close() }
  }
}

extension BodyText {
  static var isClosedList: Bool { false }

  mutating func code(_ coder: inout BodyCoder) throws(BodyFault) {
    guard coder.isReading else { return try coder.writer.text(bodyText) }
    let text = try coder.reader.text()
    if let value = Self(text) { self = value } else { try coder.reader.passUnknown(text, Self.isClosedList) }
  }
}

extension BodyWord {
  static var isClosedList: Bool { true }
  init?(_ text: String) { self.init(rawValue: text) }
  var bodyText: String { rawValue }
}

// Reads an embedded document the way a stranger would: as plain JSON, without the program's own readers.
import Foundation
import Testing

/// One entry of a document: key to value.
typealias Entry = [String: Any]

/// The entries of the list under `key` in a document of version 1.
func entries(_ bytes: [UInt8], under key: String) throws -> [Entry] {
  let parsed = try JSONSerialization.jsonObject(with: Data(bytes))
  let document = try #require(parsed as? Entry)
  #expect(document["version"] as? Int == 1)
  #expect(Set(document.keys) == ["version", key])
  return try #require(document[key] as? [Entry])
}

/// The value under `key`; an entry without one, or with another type, fails the test.
func field<Value>(_ key: String, of entry: Entry, as type: Value.Type) throws -> Value {
  try #require(entry[key] as? Value, "no \(key) in \(entry)")
}

/// The text under `key` of every entry.
func texts(_ key: String, of entries: [Entry]) throws -> [String] {
  try entries.map { try field(key, of: $0, as: String.self) }
}

/// The date under `key` as days since 1970.
@discardableResult
func day(_ key: String, of entry: Entry) throws -> Int {
  let text = try field(key, of: entry, as: String.self)
  return try #require(dayNumber(text), "\(text) is no date")
}

/// Whether an id may stand in a file name, a log record and a command: ASCII, no white space.
func isPlainId(_ id: String) -> Bool {
  !id.isEmpty && id.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
}

/// The days since 1970 of an ISO date that exists; nil for any other text.
func dayNumber(_ text: String) -> Int? {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
  guard text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2]
  else { return nil }
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = .gmt
  let components = DateComponents(year: year, month: month, day: day)
  guard let date = calendar.date(from: components), calendar.component(.day, from: date) == day,
    calendar.component(.month, from: date) == month
  else { return nil }
  return Int(date.timeIntervalSince1970 / 86_400)
}

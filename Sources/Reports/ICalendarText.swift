// Lines of an iCalendar file (RFC 5545): escaped, folded at 75 octets, each ended by CRLF.

import Domain

/// Content lines as they are added.
struct ICalendarText {
  private(set) var bytes: [UInt8] = []

  /// Adds a line whose value needs no escaping.
  mutating func add(_ name: String, _ value: String) { append("\(name):\(value)") }

  /// Adds a line with a text: backslash, semicolon, comma and line breaks are escaped.
  mutating func add(_ name: String, text: String) {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\" + String(scalar)
      case "\n": escaped += "\\n"
      case let other where other.properties.generalCategory == .control: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    append("\(name):\(escaped)")
  }

  /// No physical line has more than 75 octets, and none is cut inside a letter.
  private mutating func append(_ line: String) {
    var room = 75
    for scalar in line.unicodeScalars {
      let encoded = Array(String(scalar).utf8)
      if encoded.count > room {
        bytes += [0x0D, 0x0A, 0x20]
        room = 74
      }
      bytes += encoded
      room -= encoded.count
    }
    bytes += [0x0D, 0x0A]
  }

  /// `20260305T093000`
  static func local(_ day: CivilDate, _ time: ClockTime) -> String {
    let clock = time.description.filter { $0 != ":" } + "00"
    // Midnight at the end of a day is the beginning of the next one.
    return time.minutes == 1440 ? date(day.adding(days: 1)) + "T000000" : date(day) + "T" + clock
  }

  /// `20260305T083000Z`
  static func utc(_ time: UTCTime) -> String { time.description.filter { $0 != "-" && $0 != ":" } }

  private static func date(_ day: CivilDate) -> String { day.description.filter { $0 != "-" } }

  /// Central European time by rule: programs that shift by an hour do so without it.
  mutating func addZone() {
    add("BEGIN", "VTIMEZONE")
    add("TZID", Self.zone)
    for (kind, from, to, name, month) in [
      ("DAYLIGHT", "+0100", "+0200", "CEST", 3), ("STANDARD", "+0200", "+0100", "CET", 10),
    ] {
      add("BEGIN", kind)
      add("TZOFFSETFROM", from)
      add("TZOFFSETTO", to)
      add("TZNAME", name)
      add("DTSTART", month == 3 ? "19700329T020000" : "19701025T030000")
      add("RRULE", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=\(month)")
      add("END", kind)
    }
    add("END", "VTIMEZONE")
  }

  static let zone = "Europe/Copenhagen"
}

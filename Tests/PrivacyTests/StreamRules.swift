// What may stand in the streams of visits and chains: every key and every form of value, written out by hand.
import Foundation

/// Judges one line of a log file by what may stand there, not by what may not.
struct StreamRules {
  /// Keys of the bodies by kind; a key with a question mark may be left out.
  private static let kinds: [String: [String: [String]]] = [
    "visits": [
      "segment": ["continues", "program", "stream", "week", "writer"],
      "visit": ["day", "id", "late?", "outcome", "school", "topic"], "sparring": ["day", "id", "school"],
      "zero": ["day", "id", "school"], "void": ["day", "id", "of"],
    ],
    "chain": [
      "segment": ["continues", "program", "stream", "week", "writer"],
      "handover": [
        "after", "day", "days?", "handover", "hop", "id", "reason?", "school", "step", "told?",
      ],
    ],
  ]

  /// What a value looks like, by its key. Nothing here is finer than a day, and nobody has a name.
  private static let values: [String: String] = [
    "day": "20[0-9]{2}-[01][0-9]-[0-3][0-9]", "week": "20[0-9]{2}-W[0-5][0-9]", "id": "[0-9a-f]{32}",
    "of": "[0-9a-f]{32}", "after": "[0-9a-f]{32}", "handover": "[0-9a-f]{32}",
    "school": "GYM|HHX|VUC|SOSU|EUC|FGU|ABS",
    "topic":
      "trivsel|familie|misbrug|bolig|forkert-hylde|okonomi|sundhed|voeggelade|sorg|konflikt|krop|andet|"
      + "ikke-oplyst|[a-z-]{3,20}",
    "outcome": "talt|guidet|kontakt|fagsystem|igen|intet|gik", "hop": "[1-9]", "days": "[0-9]{1,3}",
    "step": "offered|takenOver|declined|missed|undone|withdrawn|closed", "reason": "[a-z-]{3,20}",
    "late": "true", "told": "true", "stream": "visits|chain", "program": "elevtjenesten [0-9.]+",
    "writer": "[a-z0-9]+-[0-9a-f]{16}", "continues": "null",
    "bytes": "[0-9]{1,9}", "file": "[a-z0-9]+-[0-9a-f]{16}/(visits|chain)-20[0-9]{2}-W[0-5][0-9][.]jsonl",
  ]

  /// What is wrong with a line; empty when nothing is.
  static func faults(_ line: String, stream: String) -> [String] {
    guard let record = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
      Set(record.keys) == ["v", "s", "p", "k", "b", "h"], let kind = record["k"] as? String,
      let body = record["b"] as? [String: Any], let keys = kinds[stream]?[kind]
    else { return ["no record of the stream: \(line.prefix(80))"] }
    let must = Set(keys.filter { !$0.hasSuffix("?") })
    let may = must.union(keys.filter { $0.hasSuffix("?") }.map { String($0.dropLast()) })
    var faults: [String] = []
    if !must.isSubset(of: body.keys) || !may.isSuperset(of: body.keys) {
      faults.append("\(kind) has the keys \(body.keys.sorted())")
    }
    for (key, value) in body { faults += judge(value, key: key) }
    for key in ["p", "h"] where !matches(record[key] as? String ?? "", "[0-9a-f]{32}") {
      faults.append("\(key) is no hash")
    }
    return faults
  }

  private static func judge(_ value: Any, key: String) -> [String] {
    if let inner = value as? [String: Any], key == "continues" {
      guard Set(inner.keys) == ["bytes", "file"] else { return ["continues has \(inner.keys.sorted())"] }
      return inner.flatMap { judge($0.value, key: $0.key) }
    }
    let text: String =
      switch value {
      case let word as String: word
      case is NSNull: "null"
      // A JSON true is a number to Foundation; only the keys that are switches may have one.
      case let number as NSNumber: ["late", "told"].contains(key) ? "\(number.boolValue)" : "\(number)"
      default: "\(value)"
      }
    guard let pattern = values[key], matches(text, pattern) else { return ["\(key) is “\(text)”"] }
    return []
  }

  private static func matches(_ text: String, _ pattern: String) -> Bool {
    text.range(of: "^(\(pattern))$", options: .regularExpression) != nil
  }

  /// All texts and numbers in a line but its format version and its own number.
  static func scalars(_ line: String) -> Set<String> {
    guard let record = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
      return []
    }
    func all(_ value: Any) -> [String] {
      switch value {
      case let members as [String: Any]: members.values.flatMap(all)
      case let list as [Any]: list.flatMap(all)
      default: ["\(value)"]
      }
    }
    return Set(record.filter { $0.key != "v" && $0.key != "s" }.values.flatMap(all))
  }
}

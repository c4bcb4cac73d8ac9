// Texts under keys that this program does not know: kept and never shown, but looked at by the guard.

import Domain

extension LoadedDocuments {
  /// Notes what the guard refuses among the members that no field of this program stands for, as notes
  /// that somebody has added by hand.
  func checkUnknownMembers(of value: JSONValue, _ faults: FaultList) {
    guard case .object(let root) = value else { return }
    let name = faults.document
    var known: Set<String> = ["version", name.rawValue]
    guard let entries = DocumentEncoding.entries(of: name, in: documents) else {
      known.formUnion(DocumentEncoding.settings(documents.settings).keys)
      return check(root, except: known, at: "", faults)
    }
    check(root, except: known, at: "", faults)
    guard !entries.isEmpty, case .list(let values)? = root[name.rawValue] else { return }
    // Some members are only written where they are set.
    let fields = Set(entries.flatMap(\.members.keys))
    for (index, value) in values.enumerated() {
      guard case .object(let members) = value else { continue }
      check(members, except: fields, at: "\(name.rawValue)[\(index)]", faults)
    }
  }

  private func check(
    _ members: [String: JSONValue], except known: Set<String>, at path: String, _ faults: FaultList
  ) {
    for (key, value) in members.sorted(by: { $0.key < $1.key }) where !known.contains(key) {
      let place = (path.isEmpty ? "" : path + ".") + TextGuard.shown(key)
      if let refused = TextGuard.refusal(of: key) {
        faults.note(.refusedText(characters: refused), at: place)
      }
      check(value, at: place, faults)
    }
  }

  private func check(_ value: JSONValue, at path: String, _ faults: FaultList) {
    switch value {
    case .null, .bool, .integer, .number: break
    case .string(let text):
      guard !isRandomID(text), let refused = TextGuard.refusal(of: text, in: .contact) else { return }
      faults.note(.refusedText(characters: refused), at: path)
    case .list(let values):
      for (index, value) in values.enumerated() { check(value, at: "\(path)[\(index)]", faults) }
    case .object(let members): check(members, except: [], at: path, faults)
    }
  }

  /// One random id in some hundreds looks like a CPR number.
  private func isRandomID(_ text: String) -> Bool {
    text.utf8.count >= 16 && text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
  }
}

// The files of open handovers: the people, the code word and the message, for as long as it is open.

import Domain
import Glibc

/// `handovers/`: one file a handover, one entry in it for each offer. The log alone tells the state.
package struct HandoverFiles: Sendable {
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// What stands in all files.
  package struct Contents: Equatable, Sendable {
    /// By handover and by the id of the `offered` record.
    package var entries: [Handover.ID: [RecordID: HandoverEntry]] = [:]
    /// Files that could not be read or understood, by name.
    package var broken: [String] = []
    /// Those of them that a newer program wrote; no desk of this version writes over one.
    package var newer: [String] = []
    /// All names, by the handover whose id is in them: files, synchronisers' copies, and what an editor left.
    var files: [Handover.ID: [String]] = [:]
    /// Facts of each handover's own file from before it was read.
    var facts: [Handover.ID: FileFacts] = [:]
    var dated: [Handover.ID: [RecordID: DatedEntry]] = [:]
    /// Files with a text that the guard refuses, by name. The text is not among the entries.
    package var refused: [String] = []
    /// Names that belong to no handover.
    package var foreign: [String] = []

    mutating func take(_ entries: [RecordID: DatedEntry], of id: Handover.ID, isOriginal: Bool) {
      dated[id, default: [:]].merge(entries) { isOriginal ? $1 : $0 }
    }
  }

  /// Reads all files, conflict copies included; an entry that stands only in a copy counts.
  package func readAll() throws(SystemError) -> Contents {
    var contents = Contents()
    let place = try open()
    for name in try place.names() {
      guard let id = Self.handover(in: name) else {
        contents.foreign.append(name)
        continue
      }
      contents.files[id, default: []].append(name)
      // What an editor or a person left under another name counts as well, as far as it can be read.
      guard name.hasSuffix(".json") else {
        if let entries = (try? Self.document(name, in: place)).flatMap(Self.entries) {
          contents.take(entries.filter { !$0.value.entry.hasRefusedText }, of: id, isOriginal: false)
        }
        continue
      }
      if name == Self.file(id) { contents.facts[id] = try? place.facts(of: name) }
      let document = try? Self.document(name, in: place)
      if document.flatMap(Self.laterVersion) != nil { contents.newer.append(name) }
      guard let document, var entries = Self.entries(document) else {
        contents.broken.append(name)
        continue
      }
      for (offer, dated) in entries {
        guard dated.entry.hasRefusedText else { continue }
        entries[offer]?.entry.removeRefusedTexts()
        if contents.refused.last != name { contents.refused.append(name) }
      }
      contents.take(entries, of: id, isOriginal: name == Self.file(id))
    }
    contents.entries = contents.dated.mapValues { $0.mapValues(\.entry) }
    return contents
  }

  /// Adds the entry of an offer, keeping those of earlier offers. To be called before the offer is
  /// appended to the log.
  package func add(
    _ entry: HandoverEntry, offer: RecordID, to handover: Handover.ID, on today: CivilDate, random: UInt64
  ) throws(SaveFailure) {
    guard !entry.hasRefusedText else {
      throw .inputOutput(call: "guard", path: Self.file(handover), code: EPERM)
    }
    var (later, tries): (Int?, Int) = (nil, 0)
    repeat {
      tries += 1
      do throws(SystemError) {
        later = try put(DatedEntry(entry: entry, day: today), offer, handover, random: random)
        break
      } catch {
        // Another machine has written the file meanwhile: what it put there is kept too.
        guard error.code == ESTALE, tries < 3 else { throw SaveFailure(error) }
      }
    } while true
    if let later { throw .newerFormat(version: later, path: "handovers/" + Self.file(handover)) }
  }

  /// Writes the file with one entry more; the version of a newer program's file, which stays as it is.
  private func put(
    _ entry: DatedEntry, _ offer: RecordID, _ handover: Handover.ID, random: UInt64
  ) throws(SystemError) -> Int? {
    let place = try open()
    let facts = try? place.facts(of: Self.file(handover))
    var document: JSONValue?
    do throws(SystemError) { document = try Self.document(Self.file(handover), in: place) } catch {
      guard error.isMissing || error.code == EILSEQ else { throw error }
    }
    if let later = document.flatMap(Self.laterVersion) { return later }
    // A broken file holds nothing that could be kept; the new offer must not wait for it.
    var entries = document.flatMap(Self.entries) ?? [:]
    entries[offer] = entry
    try write(entries, of: handover, over: facts, in: place, random: random)
    return nil
  }

  /// Takes away a handover's file and all copies of it. To be called when its end is in the log.
  package func remove(_ handover: Handover.ID) throws(SaveFailure) {
    do throws(SystemError) {
      let place = try open()
      for name in try place.names() where name.contains(handover.description) {
        // What a synchroniser is writing just now gets its name from it.
        if name.hasPrefix("."), Self.handover(underWay: name) == nil { continue }
        try Self.unlink(name, in: place)
      }
    } catch {
      throw SaveFailure(error)
    }
  }

  // MARK: Files

  private static let version = 1

  static func file(_ handover: Handover.ID) -> String { handover.description + ".json" }

  /// The handover whose file this program was writing under this name.
  static func handover(underWay name: String) -> Handover.ID? {
    guard let id = Handover.ID(String(name.dropFirst().prefix(32))) else { return nil }
    return TemporaryName.isOne(name) && name.hasPrefix(TemporaryName.start(for: file(id))) ? id : nil
  }

  /// The handover whose file, or copy of a file, has this name; one that is being written has none.
  static func handover(in name: String) -> Handover.ID? {
    guard !name.hasPrefix(".") else { return nil }
    let letters = Array(name.utf8)
    guard letters.count >= 32 else { return nil }
    return (0...letters.count - 32).lazy
      .compactMap { Handover.ID(String(decoding: letters[$0..<$0 + 32], as: UTF8.self)) }.first
  }

  func open() throws(SystemError) -> Directory { try Directory(named: folder).folder("handovers") }

  static func unlink(_ name: String, in place: borrowing Directory) throws(SystemError) {
    do throws(SystemError) { try place.unlink(name) } catch {
      guard error.isMissing else { throw error }
    }
  }

  func write(
    _ entries: [RecordID: DatedEntry], of handover: Handover.ID, over facts: FileFacts?,
    in place: borrowing Directory, random: UInt64
  ) throws(SystemError) {
    let allowed = entries.mapValues { dated in
      var dated = dated
      dated.entry.removeRefusedTexts()
      return dated
    }
    let members = Dictionary(allowed.map { ($0.key.description, $0.value.value) }) { $1 }
    let document = JSONValue.object(["version": .integer(Self.version), "entries": .object(members)]).document
    try NewFile.replace(
      Self.file(handover), in: place, bytes: document, rights: FolderRights.handover, random: random,
      read: .only(facts))
  }

  static func document(
    _ name: String, in place: borrowing Directory
  ) throws(SystemError) -> JSONValue {
    guard let document = JSONValue(document: try place.reader(name).bytes(limit: 1 << 20)) else {
      throw SystemError(.read, code: EILSEQ, path: place.path(of: name))
    }
    return document
  }

  /// The version of a file that a newer program wrote.
  private static func laterVersion(of document: JSONValue) -> Int? {
    document["version"]?.whole.flatMap { $0 > version ? $0 : nil }
  }

  /// Nil where the file is not one of ours, or of a later version: what it says can only be guessed.
  static func entries(_ document: JSONValue) -> [RecordID: DatedEntry]? {
    guard document["version"]?.whole ?? version == version, case .object(let members)? = document["entries"]
    else { return nil }
    var entries: [RecordID: DatedEntry] = [:]
    for (key, value) in members {
      guard let id = RecordID(key), let entry = DatedEntry(value) else { return nil }
      entries[id] = entry
    }
    return entries
  }
}

extension HandoverEntry {
  /// The texts one by one, and as they stand beside each other.
  private var texts: [String] {
    let parts = [codeWord, message].compactMap { $0 }
    return parts + (parts.count > 1 ? [parts.joined(separator: " ")] : [])
  }

  /// The guard refuses one of the texts.
  var hasRefusedText: Bool { texts.contains { TextGuard.refusal(of: $0) != nil } }

  /// Takes the texts out that the guard refuses.
  mutating func removeRefusedTexts() {
    if let text = codeWord, TextGuard.refusal(of: text) != nil { codeWord = nil }
    if let text = message, TextGuard.refusal(of: text) != nil { message = nil }
    if hasRefusedText { (codeWord, message) = (nil, nil) }
  }
}

/// An entry and the day it was written on.
struct DatedEntry: Equatable, Sendable {
  var entry: HandoverEntry
  var day: CivilDate

  init(entry: HandoverEntry, day: CivilDate) {
    self.entry = entry
    self.day = day
  }

  init?(_ value: JSONValue) {
    guard case .string(let receiver)? = value["receiver"], case .string(let sender)? = value["sender"],
      case .string(let modeText)? = value["mode"], let mode = Handover.Mode(rawValue: modeText),
      case .string(let writer)? = value["writer"], case .string(let dayText)? = value["day"],
      let day = CivilDate(dayText)
    else { return nil }
    func text(_ key: String) -> String? {
      if case .string(let text)? = value[key] { return text }
      return nil
    }
    self.day = day
    entry = HandoverEntry(
      receiver: Colleague.ID(receiver), sender: Colleague.ID(sender), mode: mode,
      agreedDay: text("agreedDay").flatMap { CivilDate($0) }, codeWord: text("codeWord"),
      message: text("message"), writer: writer)
  }

  /// The code word or the message is older than they may be.
  func isKeptTooLong(on today: CivilDate) -> Bool {
    (entry.codeWord != nil || entry.message != nil) && today.days(since: day) > HandoverFiles.keptDays
  }

  var value: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return .object([
      "receiver": .string(entry.receiver.text), "sender": .string(entry.sender.text),
      "mode": .string(entry.mode.rawValue), "agreedDay": text(entry.agreedDay?.description),
      "codeWord": text(entry.codeWord), "message": text(entry.message), "writer": .string(entry.writer),
      "day": .string(day.description),
    ])
  }
}

// A data folder that was found: who it is, what its documents say, and what its log tells.

import Domain
import Glibc
import Store

/// Where this user's own things of this machine are kept, and random bits.
struct Machine: Sendable {
  var environment: StoreEnvironment
  var random: @Sendable () -> UInt64

  /// This machine, with the user's folders from the environment.
  static func current(_ environment: Environment) -> Machine {
    Machine(
      environment: StoreEnvironment(variables: environment.variables, machineID: Self.id()),
      random: { UInt64.random(in: .min ... .max) })
  }

  /// A fresh id.
  func id<Tag>() -> Hex128<Tag> { Hex128(high: random(), low: random()) }

  /// What tells this machine from others that use the same home folder.
  private static func id() -> String {
    if let bytes = try? Directory(named: "/etc").reader("machine-id").bytes(limit: 64) {
      let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
      if let text, !text.isEmpty { return text }
    }
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    return "host-" + String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// A data folder of this program.
struct DataFolder: Sendable {
  /// Without links and dots.
  let path: String
  let identity: FolderIdentity
  let machine: Machine
  let loaded: LoadedDocuments
  /// What the documents' files looked like before they were read: whoever looks later sees what came since.
  let seen: [String: FileFacts]
  private let isTimePretended: Bool

  /// Name and version, for the heads of log files.
  static let program = "elevtjenesten " + Version.text

  var documents: Documents { loaded.documents }

  /// Opens what stands at a place, or says why it is no folder of ours.
  init(_ place: FolderPlace, machine: Machine, isTimePretended: Bool) throws(Failure) {
    do throws(FolderIdentity.Fault) { identity = try FolderIdentity(folder: place.path) } catch {
      throw Self.failure(error, place)
    }
    path = Self.realPath(place.path)
    self.machine = machine
    self.isTimePretended = isTimePretended
    let cache = machine.environment.cachePath(store: identity.store.description)
    seen = (try? Self.facts(of: DocumentName.allCases.map(\.file), in: path)) ?? [:]
    loaded = DocumentStore(folder: path, cache: cache).load()
  }

  private static func failure(_ fault: FolderIdentity.Fault, _ place: FolderPlace) -> Failure {
    switch fault {
    case .noFolder(let path): .folder(.missing(path: path, isNamed: place.isNamed))
    case .noStore(let path), .damaged(let path): .folder(.notOurs(path: path))
    case .laterVersion(let version, let path): .folder(.laterVersion(version, path: path))
    case .unreadable(let error): .system(error)
    }
  }

  private static func realPath(_ path: String) -> String {
    guard let raw = realpath(path, nil) else { return path }
    defer { free(raw) }
    return String(cString: raw)
  }

  // MARK: Places

  var handoverFiles: HandoverFiles { HandoverFiles(folder: path) }

  var documentStore: DocumentStore {
    DocumentStore(folder: path, cache: cachePath)
  }

  /// What is derived from this folder and may be deleted at any time.
  var cachePath: String { machine.environment.cachePath(store: identity.store.description) }

  /// This machine's state of this folder.
  var statePath: String {
    machine.environment.statePath(store: identity.store.description, realPath: path)
  }

  /// Removes what this machine derived from the folder; it is made anew when it is needed.
  func dropCache() {
    guard let cache = try? Directory(named: cachePath) else { return }
    for name in (try? cache.names()) ?? [] {
      if let inner = try? cache.folder(name) {
        for copy in (try? inner.names()) ?? [] { try? inner.unlink(copy) }
      } else {
        try? cache.unlink(name)
      }
    }
  }

  // MARK: Reading

  /// The folder as it is now; `scope` says how far back the visits are read. With `isForDesk` what ended
  /// long ago may be left out, as on the desk.
  func picture(_ scope: LogScope, isForDesk: Bool = false) throws(Failure) -> FolderPicture {
    var reader = PictureReader(self, scope: scope, isForDesk: isForDesk)
    do throws(SystemError) {
      return try reader.refresh() ?? reader.picture
    } catch {
      throw .system(error)
    }
  }

  /// Facts of what stands in a folder under these names; what is missing has none.
  static func facts(of names: [String], in path: String) throws(SystemError) -> [String: FileFacts] {
    let root = try Directory(named: path)
    var facts: [String: FileFacts] = [:]
    for name in names {
      do throws(SystemError) { facts[name] = try root.facts(of: name) } catch {
        guard error.isMissing else { throw error }
      }
    }
    return facts
  }

  /// The weeks whose visits can still be corrected, and those around them.
  static func recentWeeks(around day: CivilDate) -> LogScope {
    let week = ISOWeek(containing: day)
    return LogScope(visitWeeks: week.adding(weeks: -3)...week.adding(weeks: 1))
  }

  /// Why nothing can be recorded, as far as it is known before trying.
  func readOnly(_ findings: LogFindings) -> FolderPicture.ReadOnly? {
    if isTimePretended, !documents.settings.isDemo { return .pretendedTime }
    if let version = findings.newerVersion { return .newerFormat(version) }
    return access(path + "/log", W_OK | X_OK) == 0 ? nil : .noPermission
  }

  /// Documents that this user cannot change. A document is replaced as a whole, so it is the folder's
  /// rights that decide.
  func locks(of documents: LoadedDocuments) -> [DocumentSubject: DocumentLock] {
    let broken = documents.broken
    let isClosed = access(path, W_OK | X_OK) != 0
    return DocumentSubject.allCases.reduce(into: [:]) { locks, subject in
      if isClosed {
        locks[subject] = .noPermission
      } else if broken.contains(subject) {
        locks[subject] = .broken
      }
    }
  }

  /// Why nothing can be forgotten; other users' files are another matter.
  func readOnlyForForgetting(_ findings: LogFindings) -> FolderPicture.ReadOnly? {
    if isTimePretended { return .pretendedTime }
    return findings.newerVersion.map { .newerFormat($0) }
  }
}

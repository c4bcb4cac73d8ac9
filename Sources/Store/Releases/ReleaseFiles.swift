// `releases/`: one file for each published period, written once and never again.

import Domain
import Glibc

/// The published figures on the disk. Which file counts is decided by the records in the log.
package struct ReleaseFiles: Sendable {
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// One file as it was found.
  struct Found {
    var name: String
    var sha256: String
    /// Nil when it cannot be understood.
    var figures: ReleasedFigures?
  }

  /// Why nothing was published.
  package enum Trouble: Error, Equatable, Sendable {
    case refused(ReleaseRefusal)
    case failed(SaveFailure)
  }

  /// What was published, oldest period first, and the files that stand there and are not what the log says
  /// was published under their name. Of several records of a period the first by time, writer and number
  /// decides; its file is known by its hash, whatever a synchroniser called it, and where that is gone no
  /// other one steps in for it.
  package func published(
    by ledger: Ledger
  ) throws(SystemError) -> (figures: [ReleasedFigures], changed: Set<String>) {
    guard !ledger.releases.isEmpty else { return ([], []) }
    let files: [Found]
    do throws(SystemError) { files = try readAll() } catch {
      guard error.isMissing else { throw error }
      return ([], [])
    }
    var published: [ReleasedFigures] = []
    var changed: Set<String> = []
    for record in ledger.decidingReleases {
      if var figures = files.first(where: { $0.sha256 == record.sha256 })?.figures,
        figures.period.description == record.period
      {
        figures.released = record.at
        published.append(figures)
      } else if files.contains(where: { $0.name == record.file }) {
        changed.insert(record.file)
      }
    }
    return (published.sorted { $0.period < $1.period }, changed)
  }

  /// Puts the figures of a period into a file of their own, and returns the file's hash. Their hash is in
  /// its name, so that no other figures ever come into it; where it is there already, it is the same.
  package func write(_ figures: ReleasedFigures, random: UInt64) throws(Trouble) -> String {
    let bytes = ReleaseCoding.encode(figures)
    let name = Self.file(figures)
    let written: [UInt8]
    do throws(SystemError) {
      let place = try Directory(named: folder).folder("releases")
      do throws(SystemError) {
        _ = try NewFile.create(
          name, in: place, bytes: bytes, rights: FolderRights.document, random: random
        ) { _ in }
      } catch {
        // Another machine was quicker, or this one was interrupted before it could say so.
        guard error.code == EEXIST else { throw error }
      }
      written = try place.reader(name).bytes(limit: Self.limit)
    } catch {
      throw .failed(SaveFailure(error))
    }
    guard written == bytes, ReleaseCoding.decode(bytes) != nil else {
      throw .refused(.unreadableFile("releases/" + name))
    }
    return Hexadecimal.text(SHA256.digest(of: bytes))
  }

  /// The name of the file of these figures: the period, and the first digits of the contents' hash.
  package static func file(_ figures: ReleasedFigures) -> String {
    let hash = Hexadecimal.text(SHA256.digest(of: ReleaseCoding.encode(figures)))
    return figures.period.fileStem + "-" + hash.prefix(8) + ".json"
  }

  private static let limit = 1 << 20

  func readAll() throws(SystemError) -> [Found] {
    let place = try Directory(named: folder).folder("releases")
    var files: [Found] = []
    for name in try place.names() where !name.hasPrefix(".") {
      guard let bytes = try? place.reader(name).bytes(limit: Self.limit) else {
        files.append(Found(name: name, sha256: "", figures: nil))
        continue
      }
      files.append(
        Found(
          name: name, sha256: Hexadecimal.text(SHA256.digest(of: bytes)),
          figures: ReleaseCoding.decode(bytes)))
    }
    return files
  }
}

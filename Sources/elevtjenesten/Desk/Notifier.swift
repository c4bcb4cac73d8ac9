// Tells receivers that something waits: once a day each, by a command of the municipality's own, on a
// thread of its own, so that the desk waits for nothing.

import Domain
import Foundation
import Resources
import Screens
import Store
import Synchronization

/// Runs the command of the settings for those who have not been told today.
final class Notifier: Sendable {
  private struct Work {
    var isRunning = false
    /// Who was seen to before, so that the state is not read again every second.
    var seen: Set<String> = []
    var failure: NotificationFailure?
  }

  private let folder: DataFolder
  private let work = Mutex(Work())

  /// How long a command may take, in seconds.
  private static let patience = 15
  private static let memory = "told"
  private static let secret = "told-key"

  init(_ folder: DataFolder) {
    self.folder = folder
  }

  /// Looks whether somebody is to be told, and goes on at once.
  func look(at picture: FolderPicture, desk: School.ID?, me: Colleague.ID?, now: Moment, words: Words) {
    let command = picture.documents.settings.notification
    guard !command.isEmpty, picture.readOnly == nil, picture.staleness == nil, let desk else { return }
    let colleagues = picture.toBeTold(at: desk, now: now).filter { $0.id != me }
    let due = work.withLock { work in
      guard !work.isRunning else { return [Colleague]() }
      let due = colleagues.filter { work.seen.insert("\(now.day) \($0.id)").inserted }
      work.isRunning = !due.isEmpty
      return due
    }
    guard !due.isEmpty else { return }
    let text = Array((words("notification.text") + "\n").utf8)
    Thread { self.tell(due, by: command, text: text, on: now.day) }.start()
  }

  /// What went wrong since it was asked last.
  func takeFailure() -> NotificationFailure? {
    work.withLock { work in
      defer { work.failure = nil }
      return work.failure
    }
  }

  private func tell(_ colleagues: [Colleague], by command: [String], text: [UInt8], on day: CivilDate) {
    for colleague in colleagues {
      // Remembered first: whoever is told twice stops listening.
      guard remember(colleague.id, on: day) else { continue }
      let failure = tell(colleague, by: command, text: text)
      if let failure { work.withLock { $0.failure = failure } }
    }
    work.withLock { $0.isRunning = false }
  }

  private func tell(_ colleague: Colleague, by command: [String], text: [UInt8]) -> NotificationFailure? {
    guard let filled = colleague.filling(command) else { return .noContact }
    switch QuietProcess.run(filled, input: text, seconds: Self.patience) {
    case .done: return nil
    case .notStarted: return .notStarted
    case .failed(let code): return .failed(code: Int(code))
    case .tooSlow: return .tooSlow(seconds: Self.patience)
    }
  }

  /// True when the colleague had not been told yet that day. Where it cannot be remembered nobody is told.
  private func remember(_ colleague: Colleague.ID, on day: CivilDate) -> Bool {
    guard let state = try? StateFolder(path: folder.statePath), let key = Self.key(in: state) else {
      return false
    }
    let bytes = (try? state.contents(of: Self.memory)) ?? []
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    if lines.first != day.description { lines = [day.description] }
    let mark = Self.mark(colleague, day, key)
    guard !lines.contains(mark) else { return false }
    let news = Array(((lines + [mark]).joined(separator: "\n") + "\n").utf8)
    return (try? state.replace(Self.memory, with: news)) != nil
  }

  /// The secret of this machine's state, made the first time it is needed. Without it whoever copies the
  /// memory could try the few ids that there are.
  private static func key(in state: borrowing StateFolder) -> [UInt8]? {
    if let key = (try? state.contents(of: secret)) ?? nil, key.count == 64 { return key }
    let key = Array(Hexadecimal.text((0..<32).map { _ in UInt8.random(in: .min ... .max) }).utf8)
    return (try? state.replace(secret, with: key)) == nil ? nil : key
  }

  /// A sign for the colleague that is another one every day: no name stays when a handover has ended. The key
  /// stands at both ends, so that nothing can be put behind a known text.
  private static func mark(_ colleague: Colleague.ID, _ day: CivilDate, _ key: [UInt8]) -> String {
    let digest = SHA256.digest(of: key + Array("told \(day) \(colleague.text)".utf8) + key)
    return Hexadecimal.text(Array(digest.prefix(8)))
  }
}
